import type { Knex } from 'knex';
import type { BranchStreaks, NamedKader, ZeroMonths } from '../../contract/operations.ts';
import type { DateText, Id, ReviewStatus } from '../../contract/records.ts';
import { hasEnded, type Period, type TimeZone } from '../../core/period.ts';
import { type Streak, zeroStreak } from '../../core/streak.ts';
import { asKnownNow, reckonMonth } from '../close/reckon-month.ts';
import { recountStreaks } from '../close/recount-streaks.ts';
import { readRulesInForce, type StreakPolicy } from '../close/rules-in-force.ts';
import type { Desk } from '../desk/desk.ts';
import { branchesOf, type FlowBranch } from './branches-of.ts';
import { idsTold } from './told.ts';

/** Options as a flow gives them. */
export interface StreaksAsked {
  branch?: unknown;
}

/**
 * What the zero-month rule has said of each branch's closed months, and what closing its next month now would say: streaks,
 * warnings, reviews. Reads only, by the code of the close, which alone gives warnings and opens reviews, each once. For a head
 * or staff of the branch, an auditor, an administrator. Refused as branchesOf refuses, and as KADER_FLOW_VALUE.
 */
export async function evaluateStreaks(desk: Desk, { branch }: StreaksAsked): Promise<BranchStreaks[]> {
  const branches = await branchesOf(desk, idsTold(branch, 'branch'), ['head', 'staff', 'auditor']);
  const told: BranchStreaks[] = [];
  for (const one of branches) {
    // one picture of the books of a branch, though they are asked several times
    const streaks = await desk.knex.transaction((trx) => streaksOf(trx, one, desk.now()), {
      isolationLevel: 'repeatable read',
      readOnly: true,
    });
    told.push(streaks);
  }
  return told;
}

interface BranchBooks {
  timezone: TimeZone;
  firstMonth: Period;
  closedThrough: Period | null;
  /** the oldest open month; null: none */
  next: Period | null;
}

const booksQuestion = `
  select b.timezone, b.first_month as "firstMonth", kader_closed_through(b.id) as "closedThrough",
    (select min(p.month) from period p where p.branch = b.id and p.status = 'open') as next
  from branch b
  where b.id = :branch`;

/** Without a policy there is no zero-month rule. */
const noStreakRule: StreakPolicy = { limit: null, warning: null, graceMonths: 0, answerDays: 0 };

async function streaksOf(trx: Knex, branch: FlowBranch, now: Date): Promise<BranchStreaks> {
  const { rows } = await trx.raw<{ rows: [BranchBooks] }>(booksQuestion, { branch: branch.id });
  const [books] = rows;
  const names = await namesOf(trx, branch.id);
  const closed = books.closedThrough === null ? null : await closedPart(trx, branch.id, books, names);
  const next = books.next === null ? null : await nextPart(trx, branch.id, { ...books, next: books.next }, names, now);
  const ruling = books.next ?? books.closedThrough;
  const { policy } = ruling === null ? { policy: null } : await readRulesInForce(trx, branch.id, ruling);
  const limit = policy?.limit ?? null;
  return { branch, limit, warning: limit === null ? null : (policy?.warning ?? limit - 1), closed, next };
}

type Names = ReadonlyMap<Id, NamedKader>;

async function namesOf(trx: Knex, branch: Id): Promise<Names> {
  const kader: NamedKader[] = await trx('kader')
    .where({ branch })
    // whoever moved to another branch since
    .orWhereIn('id', trx('commission').where({ branch }).select('kader'))
    .select('id', 'code', 'name');
  return new Map(kader.map((one) => [one.id, one]));
}

interface Given {
  kader: Id;
  month: Period;
  warned_on: DateText;
}

interface Opened {
  kader: Id;
  streak_from: Period;
  streak_to: Period;
  id: Id;
  status: ReviewStatus;
  opened_on: DateText;
}

async function closedPart(
  trx: Knex,
  branch: Id,
  { closedThrough, firstMonth }: BranchBooks,
  names: Names,
): Promise<BranchStreaks['closed']> {
  const month = closedThrough as Period;
  const recounted = await recountStreaks(trx, { branch, month, firstMonth });
  const streaks = recounted.flatMap(({ kader, state, history }) => {
    const told = zeroMonths(names, kader, zeroStreak(history.months));
    return told === null ? [] : [{ ...told, state }];
  });
  const watched = streaks.map(({ kader }) => kader.id);
  const given: Given[] = await trx('kader_event')
    .whereIn('kader', watched)
    .where({ kind: 'warned', origin: 'close' })
    .orderBy('id')
    .select('kader', 'month', trx.raw('on_date::text as warned_on'));
  const opened: Opened[] = await trx('partnership_review')
    .whereIn('kader', watched)
    .where({ reason: 'zero_streak', undone: false })
    .orderBy('id')
    .select('kader', 'streak_from', 'streak_to', 'id', 'status', trx.raw('opened_on::text as opened_on'));
  return {
    month,
    streaks: streaks
      .map((streak) => {
        const { kader, from } = streak;
        const warning = given.findLast((one) => one.kader === kader.id && one.month >= from);
        // a review of months that money came for late was withdrawn, and is of no streak any more
        const review = opened.findLast(
          (one) =>
            one.kader === kader.id && one.streak_to >= from && (one.status !== 'withdrawn' || one.streak_from === from),
        );
        return {
          ...streak,
          warned_on: warning?.warned_on ?? null,
          review: review ? { id: review.id, status: review.status, opened_on: review.opened_on } : null,
        };
      })
      .sort(longestFirst),
  };
}

async function nextPart(
  trx: Knex,
  branch: Id,
  books: BranchBooks & { next: Period },
  names: Names,
  now: Date,
): Promise<BranchStreaks['next']> {
  const month = books.next;
  const rules = await readRulesInForce(trx, branch, month);
  const { kader } = await reckonMonth(trx, { branch, month, books }, rules.policy ?? noStreakRule, rules, {
    ...asKnownNow(rules, { branch, month }),
    stated: await trx('commission').where({ branch, month }).pluck('kader'),
  });
  const streaks = (choose: (one: (typeof kader)[number]) => Streak | null) =>
    kader.flatMap((one) => zeroMonths(names, one.statement.kader, choose(one)) ?? []).sort(longestFirst);
  return {
    month,
    ended: hasEnded(month, now, books.timezone),
    warnings: streaks(({ decision }) => decision.warn),
    reviews: streaks(({ decision }) => decision.open),
    withdrawn: kader.flatMap(({ statement, decision }) =>
      decision.withdraw.map((review) => ({ review, kader: nameOf(names, statement.kader) })),
    ),
  };
}

function zeroMonths(names: Names, kader: Id, streak: Streak | null): ZeroMonths | null {
  if (streak === null || streak.from === null || streak.to === null) return null;
  return { kader: nameOf(names, kader), zero_months: streak.length, from: streak.from, to: streak.to };
}

function nameOf(names: Names, kader: Id): NamedKader {
  const found = names.get(kader);
  if (found === undefined) throw new RangeError(`No name of kader ${kader}`);
  return found;
}

function longestFirst(one: ZeroMonths, other: ZeroMonths): number {
  return other.zero_months - one.zero_months || one.kader.name.localeCompare(other.kader.name);
}
