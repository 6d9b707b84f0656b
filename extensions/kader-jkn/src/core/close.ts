/** Whether a month may be closed (design 5.7). */
import { type Books, hasEnded, oldestOpenMonth, type Period, type TimeZone } from './period.ts';
import { accept, type Result, refuse } from './result.ts';

/**
 * Months close in order and after their last day: refused as period-closed, month-order or month-not-ended, each with
 * {month}.
 */
export function checkClose(month: Period, books: Books & { timezone: TimeZone }, now: Date): Result<Period> {
  const next = oldestOpenMonth(books);
  if (month < next) return refuse('period-closed', { month });
  if (month > next) return refuse('month-order', { month: next });
  return hasEnded(month, now, books.timezone) ? accept(month) : refuse('month-not-ended', { month });
}
