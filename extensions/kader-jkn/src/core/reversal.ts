/** Taking back a collection of a closed month: a dated, negative collection in an open one (design 5.6). */
import type { PricedCollection } from './commission.ts';
import { type Explanation, explainReversal } from './explanation.ts';
import { prorate, rupiah, shareOf } from './money.ts';
import { type Books, bookMonth, oldestOpenMonth, type Period } from './period.ts';
import { accept, type Refused, type Result, refuse } from './result.ts';

export type CollectionStatus = 'recorded' | 'verified' | 'void' | 'unallocated';

/** The columns of the collection that is to be reversed. */
export interface OriginalCollection extends Explanation {
  /** whole rupiah */
  amount: number;
  paid_month: Period;
  month: Period;
  kader: number | null;
  months_owed: number | null;
  months_covered: number;
  scheme: number | null;
  rule: number | null;
  rate_bp: number | null;
  base: number;
  commission: number;
  status: CollectionStatus;
  pay_month: Period | null;
  reverses: number | null;
}

/**
 * Which correction is right for a collection: void while its month is open, a reversal after.
 * Refused as reversal-invalid.
 */
export function correctionOf(original: OriginalCollection, books: Books): Result<'void' | 'reversal'> {
  if (original.status === 'void') return invalid('penerimaan ini sudah dibatalkan', 'it is already void');
  if (original.month >= oldestOpenMonth(books)) return accept('void');
  if (original.reverses !== null) {
    return invalid(
      'penerimaan ini sendiri sebuah pembalikan; catat penerimaan baru',
      'it is a reversal itself; record a new collection',
    );
  }
  return accept('reversal');
}

/**
 * Prices the reversal of a positive `amount` of a collection of which `alreadyReversed` was taken back before. Base,
 * commission and months go back in proportion at the original rate, counted so that the parts of a full reversal sum to
 * exactly the original. Its columns are those of a collection of `-amount` with the original's paid_at, booked in the
 * oldest open month; it lowers the pay only if the original was payable. Refused as amount-invalid, already-reversed,
 * reversal-invalid.
 */
export function priceReversal(
  original: OriginalCollection,
  amount: number,
  alreadyReversed: number,
  books: Books,
): Result<PricedCollection> {
  const correction = correctionOf(original, books);
  if (!correction.ok) return correction;
  if (correction.value === 'void')
    return invalid('bulannya masih terbuka; batalkan lalu catat lagi', 'its month is open; void it and record again');
  const left = original.amount - alreadyReversed;
  if (left > 0 && (!Number.isInteger(amount) || amount <= 0)) return refuse('amount-invalid');
  if (amount > left || left <= 0) return refuse('already-reversed', { reversed: alreadyReversed, left });

  const before = partOf(original, alreadyReversed);
  const after = partOf(original, alreadyReversed + amount);
  const commission = after.commission - before.commission;
  const { firstMonth, closedThrough } = books;
  const { month, late } = bookMonth({ paidMonth: original.paid_month, firstMonth, closedThrough });
  return accept({
    paid_month: original.paid_month,
    month,
    late,
    kader: original.kader,
    months_owed: original.months_owed,
    months_covered: before.months - after.months + 0,
    split: null,
    scheme: original.scheme,
    rule: original.rule,
    rate_bp: original.rate_bp,
    base: rupiah(before.base - after.base),
    commission: rupiah(-commission),
    ...explainReversal(
      { part: amount, whole: original.amount, base: after.base - before.base, commission, rate: original.rate_bp },
      original,
    ),
    status: original.status === 'unallocated' ? 'unallocated' : 'recorded',
    pay_month: original.pay_month === null ? null : month,
  });
}

/** What the first so many rupiah of a collection stand for; of all of them, exactly the original. */
function partOf(original: OriginalCollection, upTo: number): { base: number; commission: number; months: number } {
  const { amount, base, commission, rate_bp, months_covered } = original;
  const baseOfPart = prorate(base, upTo, amount);
  const flat = commission - shareOf(base, rate_bp ?? 0);
  return {
    base: baseOfPart,
    commission: shareOf(baseOfPart, rate_bp ?? 0) + prorate(flat, upTo, amount),
    months: Math.floor((months_covered * upTo) / amount),
  };
}

function invalid(why: string, whyInEnglish: string): Refused {
  return refuse('reversal-invalid', { why, why_en: whyInEnglish });
}
