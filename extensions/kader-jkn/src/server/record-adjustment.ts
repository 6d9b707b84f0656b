import type { Accountability } from '@directus/types';
import type { Knex } from 'knex';
import type { CommissionAdjustment, Id } from '../contract/records.ts';
import { longestReason, readAdjustment } from '../core/adjustment.ts';
import { isKader, leads, leadsBranch } from './caller.ts';
import { without } from './change-collection.ts';
import { refusal, refusalOf } from './errors.ts';
import { readId } from './read-payment.ts';
import { readWords } from './read-words.ts';

type Told = Readonly<Record<string, unknown>>;

/** What the database decides with the insert or the void. */
const decidedByDatabase = ['id', 'pay_month', 'void_reason', 'voided_at', 'voided_by'] as const;
const fixed: readonly (keyof CommissionAdjustment)[] = [
  ...(['id', 'kader', 'branch', 'pay_month', 'amount', 'reason', 'dispute'] as const),
];

/**
 * A correction of imbal jasa that a head of the kader's branch or an administrator is about to record: so many rupiah, with
 * a reason. The database books it into the oldest open month, whose approval by another person is the second pair of eyes.
 * Refused as KADER_REFERENCE_NOT_ID, KADER_REFERENCE_UNKNOWN, KADER_NOT_ALLOWED, KADER_OWN_PAY, KADER_ADJUSTMENT_INVALID,
 * KADER_REASON_REQUIRED, KADER_TEXT_TOO_LONG.
 */
export async function recordAdjustment(
  transaction: Knex,
  told: Told,
  accountability: Accountability | null,
): Promise<Told> {
  if (!leads(accountability)) throw refusal('KADER_NOT_ALLOWED');
  const kader = idIn(told, 'kader');
  const dispute = told['dispute'] === null || told['dispute'] === undefined ? null : idIn(told, 'dispute');
  const partner: { branch: Id } | undefined = await transaction('kader').where({ id: kader }).first('branch');
  if (partner === undefined || !(await leadsBranch(transaction, accountability, partner.branch))) {
    throw refusal('KADER_REFERENCE_UNKNOWN', { field: 'kader' });
  }
  if (await isKader(transaction, accountability, kader)) throw refusal('KADER_OWN_PAY');

  const amount = readAdjustment(told['amount']);
  if (!amount.ok) throw refusalOf(amount);
  const reason = readWords(told['reason'], 'reason', longestReason, 'KADER_REASON_REQUIRED');
  const decided = { kader, branch: partner.branch, dispute, amount: amount.value, reason, status: 'recorded' };
  return { ...without(told, decidedByDatabase), ...decided };
}

/**
 * The change of a recorded correction that may be saved: a void with its reason, while its month is open, and its note.
 * Refused as KADER_RECORD_FIXED, KADER_NOT_ALLOWED, KADER_REASON_REQUIRED, KADER_TEXT_TOO_LONG.
 */
export function changeAdjustment(told: Told, accountability: Accountability | null): Told {
  const change = without(told, ['voided_at', 'voided_by']);
  const field = fixed.find((name) => name in change);
  if (field !== undefined) throw refusal('KADER_RECORD_FIXED', { field });
  if (change['status'] !== 'void') return change;
  if (!leads(accountability)) throw refusal('KADER_NOT_ALLOWED');
  const reason = readWords(change['void_reason'], 'void_reason', 255, 'KADER_REASON_REQUIRED');
  return { ...change, void_reason: reason };
}

/** The id in a link; data in its place would change the linked record too. */
function idIn(told: Told, field: 'kader' | 'dispute'): Id {
  const id = readId(told[field]);
  if (id !== null) return id;
  throw refusal(
    typeof told[field] === 'object' && told[field] !== null ? 'KADER_REFERENCE_NOT_ID' : 'KADER_REFERENCE_UNKNOWN',
    { field },
  );
}
