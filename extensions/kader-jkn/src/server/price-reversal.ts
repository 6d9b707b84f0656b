import type { Knex } from 'knex';
import type { DuesCollection } from '../contract/records.ts';
import { priceReversal as price } from '../core/commission.ts';
import type { OriginalCollection } from '../core/reversal.ts';
import { refusalOfDatabase } from './database-error.ts';
import { refusal, refusalOf } from './errors.ts';
import type { DecidedColumns, PricingBranch } from './price-collection.ts';
import { readAmount, readId, refuseObjects } from './read-payment.ts';
import type { Recorder, RecorderLinks } from './recorder.ts';

/** What `kader_reversal_context` answers, while it holds the original and its month until commit. */
interface ReversalContext {
  user: RecorderLinks | null;
  original: (OriginalCollection & DuesCollection) | null;
  /** rupiah taken back so far */
  reversed: number;
  branch: PricingBranch | null;
}

/**
 * Prices the reversal of a collection of a closed month, in one round trip: `told.reverses` names it, `told.amount` is how
 * many rupiah go back, negative as in the books or without the sign (empty: all that is left), `told.void_reason` says why.
 */
export async function priceReversal(
  transaction: Knex,
  told: Readonly<Record<string, unknown>>,
  recorder: Recorder,
): Promise<DecidedColumns & Pick<DuesCollection, 'void_reason'>> {
  refuseObjects(told);
  const reason = readReason(told['void_reason']);
  const { user, original, reversed, branch } = await readContext(transaction, readId(told['reverses']), recorder);
  const isOwn = recorder.kind === 'system' || (recorder.kind === 'staff' && user?.branch === original?.branch);
  if (original === null || branch === null || !isOwn) throw refusal('KADER_BINAAN_UNKNOWN', { field: 'reverses' });

  const amount = readReversed(told['amount'], original.amount - reversed);
  const books = { firstMonth: branch.first_month, closedThrough: branch.closed_through };
  const priced = price(original, amount, reversed, books);
  if (!priced.ok) throw refusalOf(priced);
  await transaction.raw('select kader_expect_collections(1, ?)', [-amount]);
  return {
    binaan: original.binaan,
    amount: -amount,
    paid_at: original.paid_at,
    kind: original.kind,
    channel: original.channel,
    source: recorder.kind === 'system' ? 'staff' : recorder.kind,
    external_ref: null,
    payer_ref: original.payer_ref,
    client_id: null,
    confirm_duplicate: false,
    branch: original.branch,
    reverses: original.id,
    void_reason: reason,
    ...priced.value,
  };
}

async function readContext(transaction: Knex, original: number | null, recorder: Recorder): Promise<ReversalContext> {
  try {
    const { rows } = await transaction.raw('select kader_reversal_context(?::uuid, ?::integer) as context', [
      recorder.user,
      original,
    ] as Knex.RawBinding[]);
    return rows[0].context;
  } catch (error) {
    throw refusalOfDatabase(error) ?? error;
  }
}

function readReason(told: unknown): string {
  if (typeof told !== 'string' || told.trim() === '') throw refusal('KADER_REASON_REQUIRED');
  return told.trim();
}

function readReversed(told: unknown, left: number): number {
  if (told === null || told === undefined || told === '') return left;
  const unsigned = typeof told === 'string' ? told.trim().replace(/^-/, '') : told;
  return readAmount(typeof unsigned === 'number' ? Math.abs(unsigned) : unsigned);
}
