import type { DuesCollection } from '../contract/records.ts';
import { refusal } from './errors.ts';

type Told = Readonly<Record<string, unknown>>;

/** Set by the database alone, with the change of state: what a form or client sends along is left out. */
export const decidedByDatabase = ['pay_month', 'verified_at', 'verified_by', 'voided_at', 'voided_by'] as const;

/** What never changes once it is recorded; fields that an administrator adds are not among them. */
const fixed: ReadonlySet<string> = new Set<keyof DuesCollection>([
  'id',
  'client_id',
  'binaan',
  'amount',
  'paid_at',
  'kind',
  'channel',
  'source',
  'external_ref',
  'confirm_duplicate',
  'payer_ref',
  'branch',
  'kader',
  'month',
  'paid_month',
  'late',
  'months_owed',
  'months_covered',
  'split',
  'scheme',
  'rule',
  'rate_bp',
  'base',
  'commission',
  'explanation',
  'explanation_en',
  'reverses',
]);

/** The change of a recorded collection that may be saved: its state, with a reason for a void, and its note (design 5.6). */
export function changeCollection(told: Told): Told {
  const change = without(told, decidedByDatabase);
  const field = Object.keys(change).find((name) => fixed.has(name));
  if (field !== undefined) throw refusal('KADER_RECORD_FIXED', { field });
  const { status, void_reason: reason } = change;
  if (status === 'void' && (typeof reason !== 'string' || reason.trim() === '')) throw refusal('KADER_REASON_REQUIRED');
  return change;
}

/** A record without some of its fields. */
export function without(told: Told, fields: readonly string[]): Told {
  return Object.fromEntries(Object.entries(told).filter(([field]) => !fields.includes(field)));
}
