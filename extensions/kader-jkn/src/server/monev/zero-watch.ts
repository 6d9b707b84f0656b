import { group } from 'd3-array';
import type { Knex } from 'knex';
import type { WatchCell, WatchRow, WatchStatus, ZeroWatchAnswer } from '../../contract/monev.ts';
import type { Id, MonthText } from '../../contract/records.ts';
import { firstDay, lastDay, type Period } from '../../core/period.ts';
import { type Streak, type StreakState, zeroStreak } from '../../core/streak.ts';
import { closedMonths } from './closed-months.ts';
import { zeroMonthLimit } from './policy-limit.ts';
import { type StandingReview, standingReviews } from './reviews-of.ts';
import type { RosterKader } from './roster.ts';
import type { MonevScope } from './scope.ts';
import { type StatedMonth, statementsOf } from './statements-of.ts';
import { type Warning, warningsOf } from './warnings-of.ts';

export interface ZeroWatchQuery {
  /** newest month to show; null: the newest closed one */
  to: MonthText | null;
  /** closed months to show */
  months: number;
  /** rows at most */
  count: number;
}

const lengthOfMemory = 36;
const order: readonly WatchStatus[] = ['review', 'warning', 'streak', 'leave', 'clear'];

/** Kader by closed month: what was collected, the months of nothing, and what came of them (design 5.8). */
export async function zeroWatchAnswer(knex: Knex, scope: MonevScope, asked: ZeroWatchQuery): Promise<ZeroWatchAnswer> {
  const branches = scope.branches.map(({ id }) => id);
  const known = await closedMonths(knex, {
    branches,
    through: asked.to,
    count: Math.max(asked.months, lengthOfMemory),
  });
  const months = known.slice(-asked.months);
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) {
    return {
      subject: scope.subject,
      months: [],
      gap: 'no-months',
      limit: null,
      rows: [],
      others: 0,
      counts: countsOf([]),
    };
  }
  const [stated, reviews, warnings, limit] = await Promise.all([
    statementsOf(knex, { branches, from: first, to: last }),
    standingReviews(knex, branches),
    warningsOf(knex, { branches, through: last }),
    zeroMonthLimit(knex, { branches, on: lastDay(last as Period) }),
  ]);
  const older = known.slice(0, known.length - months.length);
  const earlier = await statedEarlier(knex, scope, stated, older);
  const statedOf = group([...earlier, ...stated], ({ kader }) => kader);
  const rows = scope.roster
    .filter((kader) => isWatched(kader, last, reviews))
    .map((kader) =>
      rowOf(kader, months, statedOf.get(kader.id) ?? [], reviews.get(kader.id), warnings.get(kader.id) ?? null),
    );
  const sorted = rows.sort(
    (one, other) => order.indexOf(one.status) - order.indexOf(other.status) || other.streak - one.streak,
  );
  return {
    subject: scope.subject,
    months,
    gap: null,
    limit,
    rows: sorted.slice(0, asked.count),
    others: Math.max(0, sorted.length - asked.count),
    counts: countsOf(sorted),
  };
}

/** Months before those that are shown, of kader whose months of nothing may reach back to them. */
async function statedEarlier(
  knex: Knex,
  { branches, roster }: MonevScope,
  stated: readonly StatedMonth[],
  months: readonly MonthText[],
): Promise<StatedMonth[]> {
  const [from, to] = [months[0], months.at(-1)];
  const paid = new Set(stated.flatMap((month) => (stateNow(month) === 'collected' ? [month.kader] : [])));
  const kader = roster.flatMap(({ id }) => (paid.has(id) ? [] : [id]));
  if (from === undefined || to === undefined || kader.length === 0) return [];
  return await statementsOf(knex, { branches: branches.map(({ id }) => id), from, to, kader });
}

/** A partner at the end of the newest month, or somebody whose review nobody has decided yet. */
function isWatched(kader: RosterKader, last: MonthText, reviews: ReadonlyMap<Id, StandingReview>): boolean {
  const { joined_on, ended_on } = kader;
  const isPartner =
    joined_on !== null &&
    joined_on <= lastDay(last as Period) &&
    (ended_on === null || ended_on >= lastDay(last as Period));
  return isPartner || reviews.has(kader.id);
}

function rowOf(
  kader: RosterKader,
  months: readonly MonthText[],
  stated: readonly StatedMonth[],
  review: StandingReview | undefined,
  warning: Warning | null,
): WatchRow {
  const byMonth = new Map(stated.map((statement) => [statement.month, statement]));
  const streak = zeroStreak(
    stated.map((statement) => ({ month: statement.month as Period, state: stateNow(statement) })),
  );
  const cells = months.map((month) => cellOf(kader, month, byMonth.get(month)));
  const warned = warning && streak.from !== null && warning.month >= streak.from ? warning.id : null;
  return {
    kader: { id: kader.id, name: kader.name },
    district: kader.district === null ? null : { id: kader.district, name: kader.district_name ?? '' },
    cells,
    streak: streak.length,
    status: statusOf(streak, review, warned, cells),
    review: review ? { id: review.id, status: review.status, due_on: review.due_on } : null,
    warning: warned,
  };
}

/** What a closed month says today: late money for it ends what the close saw. */
function stateNow({ state, paid_since }: StatedMonth): StreakState {
  return paid_since ? 'collected' : state;
}

function cellOf({ joined_on, ended_on }: RosterKader, month: MonthText, statement: StatedMonth | undefined): WatchCell {
  if (statement === undefined) {
    const ended = ended_on !== null && ended_on < firstDay(month as Period);
    const joined = joined_on !== null && joined_on <= lastDay(month as Period);
    return {
      month,
      class: ended ? 'ended' : joined ? 'unknown' : 'not_joined',
      collected: null,
      target: null,
      statement: null,
      late: false,
    };
  }
  const { id, collected, target, paid_since } = statement;
  const state = stateNow(statement);
  const late = paid_since && statement.state !== 'collected';
  return {
    month,
    class: state === 'collected' && !late ? amountClass(collected, target) : state,
    collected,
    target,
    statement: id,
    late,
  };
}

function amountClass(collected: number, target: number | null): WatchCell['class'] {
  if (target === null || target <= 0) return 'collected';
  return collected * 2 >= target ? 'reached' : 'below';
}

function statusOf(
  streak: Streak,
  review: StandingReview | undefined,
  warned: Id | null,
  cells: readonly WatchCell[],
): WatchStatus {
  if (review) return 'review';
  if (warned !== null) return 'warning';
  if (streak.length > 0) return 'streak';
  return cells.some((cell) => cell.class === 'leave') ? 'leave' : 'clear';
}

function countsOf(rows: readonly WatchRow[]): ZeroWatchAnswer['counts'] {
  const having = (status: WatchStatus) => rows.filter((row) => row.status === status).length;
  return { kader: rows.length, review: having('review'), warning: having('warning'), streak: having('streak') };
}
