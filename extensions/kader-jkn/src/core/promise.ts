/** Whether a family paid what it promised: judged from its payments alone, never from what anybody thinks of it. */
import { type DateText, dateOf, type TimeZone } from './period.ts';

/** A promise as a contact tells it. */
export interface Promised {
  /** when it was made; ISO 8601 with a zone where it is text */
  at: Date | string;
  /** last day on which a payment keeps it */
  promise_on: DateText;
  /** rupiah; null: any payment keeps it */
  promise_amount: number | null;
}

/** A payment that stands: neither void nor unallocated. Reversals count with their negative amount. */
export interface PromisePayment {
  amount: number;
  paid_at: Date | string;
}

export type PromiseState = 'open' | 'kept' | 'broken';

/**
 * A promise is kept when what was paid after it, and no later than on its day in the branch's calendar, reaches its amount;
 * without an amount any payment keeps it. After that day it is broken, until money that was paid in time becomes known.
 */
export function judgePromise(
  promised: Promised,
  payments: readonly PromisePayment[],
  today: DateText,
  timezone: TimeZone,
): PromiseState {
  const madeAt = new Date(promised.at).getTime();
  const paid = payments
    .filter(({ paid_at }) => new Date(paid_at).getTime() > madeAt && dateOf(paid_at, timezone) <= promised.promise_on)
    .reduce((sum, { amount }) => sum + amount, 0);
  if (paid >= (promised.promise_amount ?? 1)) return 'kept';
  return today > promised.promise_on ? 'broken' : 'open';
}

/** How the promises made to somebody ended. */
export interface PromiseCount {
  open: number;
  kept: number;
  broken: number;
}

/** The share of judged promises that were kept, in basis points; null: none is judged yet. */
export function keptRate({ kept, broken }: PromiseCount): number | null {
  const judged = kept + broken;
  return judged === 0 ? null : Math.round((kept * 10_000) / judged);
}
