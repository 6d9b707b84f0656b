import type { Accountability } from '@directus/types';
import type { Knex } from 'knex';
import type { Id } from '../contract/records.ts';
import { dateOf } from '../core/period.ts';
import { checkApproval, checkPayment } from '../core/period-steps.ts';
import type { Result } from '../core/result.ts';
import { leads } from './caller.ts';
import { refusal, refusalOf } from './errors.ts';
import { type BooksStep, readSteppedMonths } from './period-steps/stepped-month.ts';

type Told = Readonly<Record<string, unknown>>;
type Keys = readonly (string | number)[];

const signatures = [
  ...['closed_at', 'closed_by', 'approved_at', 'approved_by', 'paid_at', 'paid_by'],
  ...['reopened_at', 'reopened_by', 'reopened_reason'],
];
const payment = ['payment_reference', 'paid_on'];

/**
 * What a change of `period` by a person becomes: approval and payment follow the rules of their buttons and are dated and
 * signed by the server. Refused as KADER_CLOSE_BY_BUTTON or KADER_REOPEN_BY_BUTTON for a close and a reopening, as
 * approve-period.ts and pay-period.ts refuse, and as KADER_NOT_ALLOWED for anyone but a head or an administrator.
 */
export async function changePeriod(
  knex: Knex,
  told: Told,
  keys: Keys,
  accountability: Accountability | null,
  now: Date,
): Promise<Told> {
  const { status } = told;
  const change = without(told, signatures);
  if (status === undefined) return without(change, payment);
  if (!leads(accountability)) throw refusal('KADER_NOT_ALLOWED');
  const by = accountability?.user ?? null;
  const months = await readSteppedMonths(knex, idsOf(keys));
  if (status === 'approved') {
    requireEach(months, (month) => checkApproval(month, by));
    return { ...without(change, payment), approved_at: now.toISOString(), approved_by: by };
  }
  if (status === 'paid') {
    const asked = { reference: told['payment_reference'], paidOn: told['paid_on'] };
    requireEach(months, (month) => checkPayment(month, by, asked, dateOf(now, month.timezone)));
    return { ...change, paid_at: now.toISOString(), paid_by: by };
  }
  for (const { month, status: stands } of months) {
    if (status === 'closed' && stands === 'open') throw refusal('KADER_CLOSE_BY_BUTTON', { month });
    if (status === 'open' && stands !== 'open') throw refusal('KADER_REOPEN_BY_BUTTON', { month });
  }
  return without(change, payment);
}

function requireEach(months: readonly BooksStep[], check: (month: BooksStep) => Result<unknown>): void {
  for (const month of months) {
    const checked = check(month);
    if (!checked.ok) throw refusalOf(checked);
  }
}

function idsOf(keys: Keys): Id[] {
  return keys.map(Number).filter((id) => Number.isInteger(id));
}

function without(told: Told, fields: readonly string[]): Told {
  return Object.fromEntries(Object.entries(told).filter(([field]) => !fields.includes(field)));
}
