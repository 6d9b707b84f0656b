import type { DateText } from '../../../contract/records.ts';

const dayMs = 86_400_000;

/** The Monday of the week of a day: what happens once a week is remembered by it. */
export function mondayOf(day: DateText): DateText {
  const time = Date.parse(`${day}T00:00:00Z`);
  const sinceMonday = (new Date(time).getUTCDay() + 6) % 7;
  return new Date(time - sinceMonday * dayMs).toISOString().slice(0, 10);
}
