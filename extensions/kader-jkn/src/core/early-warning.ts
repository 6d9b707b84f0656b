/**
 * What is worth a talk with a kader before it becomes a streak or a loss: signs with the figures they rest on. Never a verdict,
 * a score or an order of people; every sign has an innocent explanation that only the kader can give.
 */
import { type DateText, daysAfter, firstDay, lastDay, type Period } from './period.ts';
import type { StreakState } from './streak.ts';
import { type Days, workingDays } from './working-days.ts';

/** From when something is said, by the policy; null: it is not looked at. */
export interface EarlyLimits {
  /** whole percent below the usual */
  drop_percent: number | null;
  /** working days */
  idle_days: number | null;
  /** whole percent of the promises that were judged */
  broken_percent: number | null;
  /** promises at least; null: one */
  broken_count: number | null;
  /** whole percent of a month's money */
  last_day_percent: number | null;
  void_count: number | null;
}

/** A closed month of a kader. */
export interface HabitMonth {
  month: Period;
  /** rupiah credited in its books */
  collected: number;
  state: StreakState;
}

/** What is known of an active kader. */
export interface KaderWork {
  /** closed months in any order; the newest is compared with those before it */
  months: readonly HabitMonth[];
  /** the newest closed month of the branch */
  newest: Period | null;
  joinedOn: DateText | null;
  leaves: readonly Days[];
  holdsFamilies: boolean;
  /** newest day with a contact or a payment */
  activeOn: DateText | null;
  today: DateText;
  /** judged since the newest closed month began */
  promises: { kept: number; broken: number };
  /** round sums in cash on the last day of the newest closed month */
  lastDay: { amount: number; payments: number };
  /** payments voided or reversed since the newest closed month began */
  undone: number;
}

/** Something to ask about, with the figures that it rests on. */
export type EarlySign =
  | { kind: 'drop'; month: Period; collected: number; usual: number; months: number }
  | { kind: 'idle'; days: number; since: DateText | null }
  | { kind: 'promises'; broken: number; judged: number }
  | { kind: 'last-day'; on: DateText; amount: number; collected: number; payments: number }
  | { kind: 'undone'; payments: number };

/** A habit takes some months to show, and half a year is what a kader remembers. */
const leastMonths = 3;
const mostMonths = 6;

/** The signs of a kader in the order in which they are talked about; empty where there is none. */
export function earlySigns(work: KaderWork, limits: EarlyLimits): EarlySign[] {
  return [
    dropOf(work, limits.drop_percent),
    idleOf(work, limits.idle_days),
    promisesOf(work, limits),
    lastDayOf(work, limits.last_day_percent),
    undoneOf(work, limits.void_count),
  ].filter((sign) => sign !== null);
}

/** The middle value; of an even number the mean of the two in the middle. Null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  const [below, above] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return below === undefined || above === undefined ? null : (below + above) / 2;
}

function dropOf({ months, newest, joinedOn, leaves }: KaderWork, percent: number | null): EarlySign | null {
  if (percent === null || newest === null) return null;
  const comparable = months.filter((one) => isComparable(one, joinedOn, leaves));
  const last = comparable.find(({ month }) => month === newest);
  const before = comparable
    .filter(({ month }) => month < newest)
    .toSorted((one, other) => (one.month < other.month ? 1 : -1))
    .slice(0, mostMonths);
  const usual = median(before.map(({ collected }) => collected));
  if (last === undefined || usual === null || usual <= 0 || before.length < leastMonths) return null;
  if (last.collected * 100 > usual * (100 - percent)) return null;
  return {
    kind: 'drop',
    month: last.month,
    collected: last.collected,
    usual: Math.round(usual),
    months: before.length,
  };
}

/** A whole month of a partner who held families and was not away on any day of it. */
function isComparable({ month, state }: HabitMonth, joinedOn: DateText | null, leaves: readonly Days[]): boolean {
  if (state !== 'collected' && state !== 'zero') return false;
  if (joinedOn === null || joinedOn > firstDay(month)) return false;
  return !leaves.some(({ from, to }) => from <= lastDay(month) && (to === null || to >= firstDay(month)));
}

/** Today is not over, so it does not count. */
function idleOf(
  { holdsFamilies, activeOn, joinedOn, leaves, today }: KaderWork,
  limit: number | null,
): EarlySign | null {
  const from = activeOn === null ? joinedOn : daysAfter(activeOn, 1);
  if (limit === null || !holdsFamilies || from === null) return null;
  const days = workingDays(from, daysAfter(today, -1), leaves);
  return days < limit ? null : { kind: 'idle', days, since: activeOn };
}

function promisesOf(
  { promises: { kept, broken } }: KaderWork,
  { broken_percent: percent, broken_count: least }: EarlyLimits,
): EarlySign | null {
  if (percent === null || broken < Math.max(1, least ?? 1)) return null;
  const judged = kept + broken;
  return broken * 100 < judged * percent ? null : { kind: 'promises', broken, judged };
}

function lastDayOf({ months, newest, lastDay: { amount, payments } }: KaderWork, percent: number | null) {
  if (percent === null || newest === null || payments === 0) return null;
  const collected = months.find(({ month }) => month === newest)?.collected ?? 0;
  if (collected <= 0 || amount * 100 < collected * percent) return null;
  return { kind: 'last-day' as const, on: lastDay(newest), amount, collected, payments };
}

function undoneOf({ undone }: KaderWork, limit: number | null): EarlySign | null {
  return limit === null || undone < limit ? null : { kind: 'undone', payments: undone };
}
