import { isRefusalCode, refusal } from './errors.ts';
import { ourCollections } from './our-collections.ts';
import { unseenStanding } from './repeated-payment.ts';

/** What PostgreSQL says of a statement that failed. */
interface DatabaseError {
  code?: unknown;
  message?: unknown;
  detail?: unknown;
  constraint?: unknown;
  /** names the parameter that PostgreSQL could not read */
  where?: unknown;
  extensions?: { collection?: unknown; field?: unknown };
}

const raised = 'P0001';
const checkViolated = '23514';
const uniqueViolated = '23505';
const undefinedFunction = '42883';
const momentInvalid = ['22007', '22008', '22009'];
/** A number that is none, or that its column cannot hold; text that is no text (NUL), or no date. */
const unreadable = ['22P02', '22021', '22003', ...momentInvalid];
const checkName = /^kader_(\w+?)__(\w+)__check$/;

/**
 * The refusal behind an error of the database, or null where it is none of ours: what a trigger raised (`message` is our
 * code, `detail` its params as JSON), a check of ours (named for its field), a payment that was recorded meanwhile, or
 * functions that are not installed.
 */
export function refusalOfDatabase(error: unknown): Error | null {
  if (typeof error !== 'object' || error === null) return null;
  const { code, message, detail, constraint, where } = error as DatabaseError;
  if (code === raised) return raisedRefusal(`${message}`, detail);
  if (code === checkViolated) return checkRefusal(`${constraint}`);
  if (unreadable.includes(`${code}`)) {
    const written = writtenField(`${message}`, `${where}`);
    if (written !== null) return refusal('KADER_VALUE_INVALID', { field: written });
  }
  if (momentInvalid.includes(`${code}`)) return refusal('KADER_PAID_AT_INVALID');
  if (code === undefinedFunction && `${message}`.includes('kader_')) return refusal('KADER_NOT_INSTALLED');
  if (code === 'RECORD_NOT_UNIQUE') return repeatedRefusal((error as DatabaseError).extensions);
  if (code === uniqueViolated && isReference(`${constraint}`)) return refusal('KADER_DUPLICATE_REF', unseenStanding);
  return null;
}

function raisedRefusal(message: string, detail: unknown): Error | null {
  // knex puts the statement before the message
  const code = /\b(KADER_[A-Z_]+)$/.exec(message)?.[1];
  if (!isRefusalCode(code)) return null;
  return refusal(code, typeof detail === 'string' ? JSON.parse(detail) : {});
}

function repeatedRefusal({ collection, field }: DatabaseError['extensions'] = {}): Error | null {
  if (collection === 'assignment') return refusal('KADER_ASSIGNMENT_OVERLAP');
  if (collection === 'message_stop') return refusal('KADER_MESSAGE_STOP_TWICE');
  if (collection === 'monev_session') return refusal('KADER_SESSION_TWICE');
  if (collection === 'enrolment') return refusal('KADER_ENROLMENT_TWICE');
  if (collection === 'message_template') return refusal('KADER_TEMPLATE_TWICE');
  const isRepeated = collection === 'collection' && `${field}`.includes('external_ref');
  return isRepeated ? refusal('KADER_DUPLICATE_REF', unseenStanding) : null;
}

function isReference(constraint: string): boolean {
  return ['kader_collection__receipt__key', 'kader_collection__machine_reference__key'].includes(constraint);
}

function checkRefusal(constraint: string): Error | null {
  const [, table, field] = checkName.exec(constraint) ?? [];
  if (table === undefined || field === undefined) return null;
  if (table === 'binaan' && field === 'members_by_class') return refusal('KADER_MEMBERS_BY_CLASS');
  if (table === 'collection' && field === 'amount') return refusal('KADER_AMOUNT_INVALID');
  return refusal(isWindow(field) ? 'KADER_WINDOW_INVALID' : 'KADER_VALUE_INVALID', { field });
}

function isWindow(field: string): boolean {
  return ['kader_window', 'tele_window', 'contact_hour', 'message_hour', 'zero_month', 'instalment'].includes(field);
}

/**
 * The column of a collection of ours that was given what it cannot hold, or null where the statement writes none. knex puts
 * the statement before the message; PostgreSQL numbers the parameter.
 */
function writtenField(message: string, where: string): string | null {
  const [, parameter] = /parameter (\$\d+)/.exec(where) ?? [];
  if (parameter === undefined) return null;
  const [, inserted, columns = '', values = ''] =
    /^insert into "(\w+)" \(([^)]*)\) values \(([^)]*)\)/.exec(message) ?? [];
  if (inserted !== undefined && ourCollections.has(inserted)) {
    return columns.split(', ')[values.split(', ').indexOf(parameter)]?.replaceAll('"', '') ?? null;
  }
  const [, updated] = /^update "(\w+)" set /.exec(message) ?? [];
  if (updated === undefined || !ourCollections.has(updated)) return null;
  const assigned = message.split(' where ')[0] ?? '';
  return new RegExp(`"(\\w+)" = \\${parameter}(?!\\d)`).exec(assigned)?.[1] ?? null;
}
