import type { MonthText } from '../../contract/records.ts';
import { addMonths, type Period } from '../../core/period.ts';

/** A moment when the month has ended in every zone of the country: what is asked of the month then no longer runs. */
export function afterMonth(month: MonthText): Date {
  return new Date(`${addMonths(month as Period, 1)}-02T00:00:00Z`);
}
