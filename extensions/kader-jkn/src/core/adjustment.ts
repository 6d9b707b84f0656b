/** Imbal jasa corrected by hand: how much, and how it is explained. */
import { accept, type Result, refuse } from './result.ts';

/** Rupiah a single correction may come to, up or down: above the highest month any programme has paid, below a slip of the keyboard. */
export const largestAdjustment = 100_000_000;
/** Characters of the reason. */
export const longestReason = 500;

/** Whole rupiah up or down, as a number or in digits with a sign; zero corrects nothing. Refused as adjustment-invalid. */
export function readAdjustment(told: unknown): Result<number> {
  const amount = typeof told === 'string' && /^[+-]?\d+$/.test(told.trim()) ? Number(told) : told;
  const isRight =
    typeof amount === 'number' && Number.isInteger(amount) && amount !== 0 && Math.abs(amount) <= largestAdjustment;
  return isRight ? accept(amount) : refuse('adjustment-invalid', { amount: largestAdjustment });
}
