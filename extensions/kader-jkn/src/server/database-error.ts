import { isRefusalCode, refusal } from './errors.ts';

/** What PostgreSQL says of a statement that failed. */
interface DatabaseError {
  code?: unknown;
  message?: unknown;
  detail?: unknown;
  constraint?: unknown;
  extensions?: { collection?: unknown };
}

const raised = 'P0001';
const checkViolated = '23514';
const undefinedFunction = '42883';
const momentInvalid = ['22007', '22008', '22009'];
const checkName = /^kader_(\w+?)__(\w+)__check$/;

/**
 * The refusal behind an error of the database, or null where it is none of ours: what a trigger raised (`message` is our
 * code, `detail` its params as JSON), a check of ours (named for its field), or functions that are not installed.
 */
export function refusalOfDatabase(error: unknown): Error | null {
  if (typeof error !== 'object' || error === null) return null;
  const { code, message, detail, constraint } = error as DatabaseError;
  if (code === raised) return raisedRefusal(`${message}`, detail);
  if (code === checkViolated) return checkRefusal(`${constraint}`);
  if (momentInvalid.includes(`${code}`)) return refusal('KADER_PAID_AT_INVALID');
  if (code === undefinedFunction && `${message}`.includes('kader_')) return refusal('KADER_NOT_INSTALLED');
  if (code === 'RECORD_NOT_UNIQUE' && (error as DatabaseError).extensions?.collection === 'assignment') {
    return refusal('KADER_ASSIGNMENT_OVERLAP');
  }
  return null;
}

function raisedRefusal(message: string, detail: unknown): Error | null {
  // knex puts the statement before the message
  const code = /\b(KADER_[A-Z_]+)$/.exec(message)?.[1];
  if (!isRefusalCode(code)) return null;
  return refusal(code, typeof detail === 'string' ? JSON.parse(detail) : {});
}

function checkRefusal(constraint: string): Error | null {
  const [, table, field] = checkName.exec(constraint) ?? [];
  if (table === undefined || field === undefined) return null;
  if (table === 'collection' && field === 'amount') return refusal('KADER_AMOUNT_INVALID');
  return refusal(isWindow(field) ? 'KADER_WINDOW_INVALID' : 'KADER_VALUE_INVALID', { field });
}

function isWindow(field: string): boolean {
  return ['kader_window', 'tele_window', 'contact_hour', 'zero_month', 'instalment'].includes(field);
}
