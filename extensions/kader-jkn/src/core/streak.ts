/** The zero-collection streak and the reviews it opens (design 5.8). Core proposes; only a person decides a review. */
import { addMonths, type DateText, firstDay, lastDay, monthOf, monthsBetween, type Period } from './period.ts';

export type StreakState = 'collected' | 'zero' | 'not_joined' | 'grace' | 'leave' | 'no_binaan' | 'ended';

/** What is known of one kader in one month. */
export interface MonthFacts {
  month: Period;
  /** collections paid in the month that are neither void nor reversed */
  collections: number;
  /** families held on any day of the month */
  familiesHeld: number;
  joinedOn: DateText | null;
  endedOn: DateText | null;
  /** first and last day of each leave, both included; to null: still */
  leaves: readonly { from: DateText; to: DateText | null }[];
  /** whole months after joining that the policy leaves out */
  graceMonths: number;
}

export interface StreakMonth {
  month: Period;
  state: StreakState;
}

/** A run of zero months; from and to are its first and last zero month, null when it is empty. */
export interface Streak {
  length: number;
  from: Period | null;
  to: Period | null;
}

/**
 * What a month says of a kader. Money counts whatever else was true; otherwise only a whole month of a partner who held
 * families is zero.
 */
export function streakState(facts: MonthFacts): StreakState {
  const { month, joinedOn, endedOn } = facts;
  if (facts.collections > 0) return 'collected';
  if (endedOn !== null && endedOn < lastDay(month)) return 'ended';
  if (joinedOn === null || joinedOn > firstDay(month)) return 'not_joined';
  if (monthsBetween(firstWholeMonth(joinedOn), month) < facts.graceMonths) return 'grace';
  if (facts.leaves.some(({ from, to }) => from <= lastDay(month) && (to === null || to >= firstDay(month))))
    return 'leave';
  return facts.familiesHeld > 0 ? 'zero' : 'no_binaan';
}

/** The streak up to the newest of a kader's closed months: back to the last money, over months that do not count. */
export function zeroStreak(months: readonly StreakMonth[]): Streak {
  const streak: Streak = { length: 0, from: null, to: null };
  let expected: Period | null = null;
  for (const { month, state } of newestFirst(months)) {
    if (state === 'collected' || (expected !== null && month !== expected)) break;
    expected = addMonths(month, -1);
    if (state !== 'zero') continue;
    streak.length += 1;
    streak.from = month;
    streak.to ??= month;
  }
  return streak;
}

function newestFirst(months: readonly StreakMonth[]): StreakMonth[] {
  return [...months].sort((one, other) => monthsBetween(one.month, other.month));
}

function firstWholeMonth(joinedOn: DateText): Period {
  const month = monthOf(joinedOn);
  return joinedOn === firstDay(month) ? month : addMonths(month, 1);
}

/** A review that a streak opened. */
export interface StreakReview {
  id: number;
  streak_from: Period;
  streak_to: Period;
  status: 'open' | 'answered' | 'decided' | 'withdrawn';
}

export interface ReviewInput {
  /** the closed months of the kader, with what is known today */
  months: readonly StreakMonth[];
  /**
   * months at which a review opens and at which a warning is given; limit null: no rule; warning null: one month before
   */
  policy: { limit: number | null; warning: number | null };
  /** the streak month that each warning already given speaks of */
  warned: readonly Period[];
  reviews: readonly StreakReview[];
}

/** What should happen; the shell applies it. */
export interface ReviewDecision {
  streak: Streak;
  /** the streak to warn of */
  warn: Streak | null;
  /** the streak to review */
  open: Streak | null;
  /** ids of the undecided reviews whose streak money arrived for late */
  withdraw: number[];
}

/**
 * One warning and one review a streak, none once the partnership has ended; late money for one of its months withdraws a
 * review that nobody has decided yet. The months reach back to the last money, or to the first closed month.
 */
export function decideReviews({ months, policy, warned, reviews }: ReviewInput): ReviewDecision {
  const streak = zeroStreak(months);
  const withdraw = reviews.filter((review) => isRefuted(review, months)).map(({ id }) => id);
  const quiet = { streak, warn: null, open: null, withdraw };
  const { from, length } = streak;
  if (policy.limit === null || from === null || newestFirst(months)[0]?.state === 'ended') return quiet;

  const lastMoney = newestFirst(months).find(({ state }) => state === 'collected')?.month ?? null;
  const isOfStreak = (month: Period) => lastMoney === null || month > lastMoney;
  if (length >= policy.limit) {
    const isReviewed = reviews.some(
      ({ status, streak_from }) => streak_from === from || (status !== 'withdrawn' && isOfStreak(streak_from)),
    );
    return isReviewed ? quiet : { ...quiet, open: streak };
  }
  const warning = policy.warning ?? policy.limit - 1;
  const isDue = warning > 0 && length >= warning && !warned.some(isOfStreak);
  return isDue ? { ...quiet, warn: streak } : quiet;
}

function isRefuted({ status, streak_from, streak_to }: StreakReview, months: readonly StreakMonth[]): boolean {
  if (status === 'decided' || status === 'withdrawn') return false;
  return months.some(({ month, state }) => state === 'collected' && streak_from <= month && month <= streak_to);
}
