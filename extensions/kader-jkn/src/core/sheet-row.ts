/** A line of a kader's paper, checked as far as it can be without the books: the same on the screen and on the server. */
import { type DateText, startOfDay, type TimeZone } from './period.ts';
import { accept, type Result, refuse } from './result.ts';

/** What of a line matters here; amounts are rupiah. */
export interface ToldRow {
  /** `14:30` in the branch's own time; null: not told */
  time: string | null;
  contact: {
    outcome: string | null;
    promise_on: DateText | null;
    promise_amount: number | null;
    follow_up_on: DateText | null;
  } | null;
  payment: { amount: number } | null;
}

const timePattern = /^([01]\d|2[0-3]):([0-5]\d)$/;
const noon = '12:00';
const millisecondsPerMinute = 60_000;

/**
 * Whether a line says something, and says it whole: refused as `sheet-row-empty`, `sheet-outcome`, `sheet-promise`,
 * `sheet-promise-past`, `sheet-follow-up-past`, `sheet-time` or `amount-invalid`.
 */
export function checkSheetRow({ time, contact, payment }: ToldRow, date: DateText): Result<null> {
  if (contact === null && payment === null) return refuse('sheet-row-empty');
  if (time !== null && !timePattern.test(time)) return refuse('sheet-time');
  if (contact !== null) {
    if (contact.outcome === null) return refuse('sheet-outcome');
    if (contact.outcome === 'promised' && contact.promise_on === null) return refuse('sheet-promise');
    if (contact.promise_on !== null && contact.promise_on < date) return refuse('sheet-promise-past');
    if (contact.follow_up_on !== null && contact.follow_up_on < date) return refuse('sheet-follow-up-past');
    if (contact.promise_amount !== null && !isRupiah(contact.promise_amount)) {
      return refuse('amount-invalid', { field: 'promise_amount' });
    }
  }
  return payment !== null && !isRupiah(payment.amount) ? refuse('amount-invalid') : accept(null);
}

/** When a line happened: its time, or noon where the paper says none, yet never later than `now` on the day itself. */
export function momentOfRow(time: string | null, date: DateText, timezone: TimeZone, now: Date): Date {
  const [hours = 0, minutes = 0] = (time ?? noon).split(':').map(Number);
  const told = new Date(startOfDay(date, timezone).getTime() + (hours * 60 + minutes) * millisecondsPerMinute);
  return time === null && told > now ? now : told;
}

/** `9.05`, `0930`, `14:30` and `14.30` as `HH:MM`; null for what is no time. */
export function readTime(text: string): string | null {
  const trimmed = text.trim();
  const [, hours = '', minutes = ''] =
    /^(\d{1,2})[.:,](\d{1,2})$/.exec(trimmed) ?? /^(\d{1,2})(\d{2})?$/.exec(trimmed) ?? [];
  if (hours === '') return null;
  const read = `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`;
  return timePattern.test(read) ? read : null;
}

function isRupiah(amount: number): boolean {
  return Number.isSafeInteger(amount) && amount > 0;
}
