/** Months and days of a branch's own calendar (design 5.1). Indonesia keeps three fixed offsets and no summer time. */

declare const brand: unique symbol;

/** A month as `YYYY-MM`; its text order is its time order. */
export type Period = string & { readonly [brand]: 'Period' };

/** A day as `YYYY-MM-DD` in the branch's calendar; its text order is its time order. */
export type DateText = string & { readonly [brand]: 'DateText' };

export type TimeZone = 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura';

/** The books of a branch: the first month kept, and the newest closed one (null: none yet). */
export interface Books {
  firstMonth: Period;
  closedThrough: Period | null;
}

const hoursAheadOfUtc: Record<TimeZone, number> = {
  'Asia/Jakarta': 7,
  'Asia/Makassar': 8,
  'Asia/Jayapura': 9,
};

const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/;
const datePattern = /^(\d{4})-(0[1-9]|1[0-2])-(\d{2})$/;
const momentPattern = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}(:?\d{2})?)$/;
const millisecondsPerHour = 3_600_000;

/** The month written as `YYYY-MM`, or null when the text is no month. */
export function parsePeriod(text: string): Period | null {
  return monthPattern.test(text) ? (text as Period) : null;
}

/** The day written as `YYYY-MM-DD`, or null when the calendar has no such day. */
export function parseDate(text: string): DateText | null {
  const [, year, month, day] = datePattern.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const exists = Number(day) >= 1 && Number(day) <= daysOf(`${year}-${month}` as Period);
  return exists ? (text as DateText) : null;
}

/** The moment written as ISO 8601 with its zone, or null: without a zone nobody knows which month it is. */
export function parseMoment(text: string): Date | null {
  const day = momentPattern.exec(text)?.[1];
  if (day === undefined || parseDate(day) === null) return null;
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? null : moment;
}

/** The day of a moment in a time zone; a moment in text is one that `parseMoment` reads. */
export function dateOf(moment: Date | string, timezone: TimeZone): DateText {
  const instant = typeof moment === 'string' ? parseMoment(moment) : moment;
  if (instant === null) throw new RangeError(`Not a moment with a zone: ${moment}`);
  const local = new Date(instant.getTime() + hoursAheadOfUtc[timezone] * millisecondsPerHour);
  return local.toISOString().slice(0, 10) as DateText;
}

/** The moment at which a day begins in a time zone. */
export function startOfDay(date: DateText, timezone: TimeZone): Date {
  return new Date(Date.parse(`${date}T00:00:00Z`) - hoursAheadOfUtc[timezone] * millisecondsPerHour);
}

/** The month of a moment in a time zone: 2022-01-31T16:30:00Z is 2022-01 in WIB and 2022-02 in WITA. */
export function periodOf(moment: Date | string, timezone: TimeZone): Period {
  return monthOf(dateOf(moment, timezone));
}

/** The month a day lies in. */
export function monthOf(date: DateText): Period {
  return date.slice(0, 7) as Period;
}

/** The month so many months later (or earlier, when negative). */
export function addMonths(month: Period, count: number): Period {
  const index = indexOf(month) + count;
  const year = String(Math.floor(index / 12)).padStart(4, '0');
  return `${year}-${String((index % 12) + 1).padStart(2, '0')}` as Period;
}

/** Whole months from one month to another: 1 from 2022-01 to 2022-02, negative backwards. */
export function monthsBetween(from: Period, to: Period): number {
  return indexOf(to) - indexOf(from);
}

/** Every month from the first to the last, both included; none when the first is after the last. */
export function periodsBetween(from: Period, to: Period): Period[] {
  const count = Math.max(0, monthsBetween(from, to) + 1);
  return Array.from({ length: count }, (_, position) => addMonths(from, position));
}

/** The earlier of two months, or of two days. */
export function earlier<T extends Period | DateText>(one: T, other: T): T {
  return one < other ? one : other;
}

/** The later of two months, or of two days. */
export function later<T extends Period | DateText>(one: T, other: T): T {
  return one < other ? other : one;
}

export function firstDay(month: Period): DateText {
  return `${month}-01` as DateText;
}

export function lastDay(month: Period): DateText {
  return `${month}-${daysOf(month)}` as DateText;
}

/** The day so many days later. */
export function daysAfter(date: DateText, days: number): DateText {
  const moment = new Date(`${date}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10) as DateText;
}

/** How many days a month has. */
export function daysOf(month: Period): number {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
}

/** The days of a month; of the month that a day lies in, those up to it. */
export function daysSoFar(month: Period, today: DateText): number {
  return monthOf(today) === month ? Number(today.slice(8)) : daysOf(month);
}

/** Whether the month's last day has passed in the branch's time zone. */
export function hasEnded(month: Period, now: Date, timezone: TimeZone): boolean {
  return periodOf(now, timezone) > month;
}

/** Months close in order, so the oldest open one follows the newest closed one. */
export function oldestOpenMonth({ firstMonth, closedThrough }: Books): Period {
  if (closedThrough === null) return firstMonth;
  return later(firstMonth, addMonths(closedThrough, 1));
}

/** The month in whose books a payment stands: its own, or the oldest open one, marked late (design 5.1). */
export function bookMonth({ paidMonth, ...books }: Books & { paidMonth: Period }): { month: Period; late: boolean } {
  const oldestOpen = oldestOpenMonth(books);
  const late = paidMonth < oldestOpen;
  return { month: late ? oldestOpen : paidMonth, late };
}

function indexOf(month: Period): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}
