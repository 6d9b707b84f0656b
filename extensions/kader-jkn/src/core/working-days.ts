/** Days on which kader work: Monday to Saturday. Which holidays a region keeps is not known here. */
import { type DateText, daysAfter, earlier, later } from './period.ts';

/** A stretch of days, both included; `to` null: still. */
export interface Days {
  from: DateText;
  to: DateText | null;
}

const sunday = 0;

export function isWorkingDay(day: DateText): boolean {
  return new Date(`${day}T00:00:00Z`).getUTCDay() !== sunday;
}

/** Working days from one day to another, both included, without the days away; 0 where the first is after the last. */
export function workingDays(from: DateText, to: DateText, away: readonly Days[] = []): number {
  const days = countDays(from, to);
  return days === 0 || away.length === 0 ? days : days - daysAway(from, to, away);
}

function daysAway(from: DateText, to: DateText, away: readonly Days[]): number {
  let next = from;
  let days = 0;
  for (const stretch of away.toSorted((one, other) => (one.from < other.from ? -1 : 1))) {
    const first = later(stretch.from, next);
    const last = stretch.to === null ? to : earlier(stretch.to, to);
    if (first > last) continue;
    days += countDays(first, last);
    next = daysAfter(last, 1);
  }
  return days;
}

/** Six days of each whole week, and those of the rest one by one. */
function countDays(from: DateText, to: DateText): number {
  const length = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
  if (length <= 0) return 0;
  const weeks = Math.floor(length / 7);
  let days = weeks * 6;
  for (let day = daysAfter(from, weeks * 7); day <= to; day = daysAfter(day, 1)) if (isWorkingDay(day)) days += 1;
  return days;
}
