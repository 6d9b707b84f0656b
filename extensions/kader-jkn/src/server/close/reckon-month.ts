import type { Knex } from 'knex';
import type { Commission, Id } from '../../contract/records.ts';
import type { Period } from '../../core/period.ts';
import type { Scheme } from '../../core/scheme.ts';
import { makeStatement } from '../../core/statement.ts';
import { decideReviews, type ReviewDecision, type StreakState } from '../../core/streak.ts';
import { targetOver } from '../../core/targets.ts';
import { type BranchMonth, type KaderMonth, readBranchMonth, type WaitingPayments } from './kader-months.ts';
import type { BooksMonth } from './month.ts';
import type { RulesInForce, StreakPolicy } from './rules-in-force.ts';
import { readStreaks, type StreakHistory } from './streaks.ts';

/** The columns of a statement that a close decides. */
export type StatementColumns = Pick<
  Commission,
  | 'kader'
  | 'collections_count'
  | 'families_count'
  | 'families_held'
  | 'collected'
  | 'base'
  | 'commission'
  | 'bonus'
  | 'adjustment'
  | 'corrections'
  | 'gross'
  | 'withholding'
  | 'carried_in'
  | 'carried_out'
  | 'net'
  | 'target'
  | 'attainment_bp'
  | 'streak_state'
  | 'zero_streak'
  | 'scheme'
  | 'tax_number_known'
  | 'lines'
>;

/** A kader's month as decided: the statement, and what the zero-month rule asks for. */
export interface ReckonedKader {
  statement: StatementColumns;
  decision: ReviewDecision;
  /** null: the kader collected, and nothing needs looking up */
  history: StreakHistory | null;
  waiting: WaitingPayments;
}

export interface ReckonedMonth {
  kader: ReckonedKader[];
  totals: Omit<BranchMonth, 'kader'>;
}

export interface Knowledge {
  /** the target of a kader; what a statement already fixed, when it is checked */
  targetOf: (kader: KaderMonth) => number | null;
  /** whether the tax number was known */
  hasTaxNumber: (kader: KaderMonth) => boolean;
  /** rupiah that the statement before left to set off */
  carriedIn: (kader: KaderMonth) => number;
  /** whether the end of a partnership was known */
  knewEnd: (kader: Id) => boolean;
  /** events and assignments entered after this moment were not known; null: all are */
  knownAt: Date | null;
  /** kader who have a statement already, whatever became of them since */
  stated: readonly Id[];
}

/** All that is on record is known: how a close reckons, and a draft. */
export function asKnownNow(rules: RulesInForce, { branch, month }: Pick<BooksMonth, 'branch' | 'month'>): Knowledge {
  return {
    targetOf: targetFrom(rules, branch, month),
    hasTaxNumber: (kader) => kader.hasTaxNumber,
    carriedIn: (kader) => kader.carriedIn,
    knewEnd: () => true,
    knownAt: null,
    stated: [],
  };
}

/** Decides every statement and streak of a branch's month from the collections up, by core; writes nothing. */
export async function reckonMonth(
  knex: Knex,
  { branch, month, books }: Pick<BooksMonth, 'branch' | 'month' | 'books'>,
  policy: StreakPolicy,
  rules: RulesInForce,
  known: Knowledge,
): Promise<ReckonedMonth> {
  const { knewEnd, knownAt, stated } = known;
  const { kader, ...totals } = await readBranchMonth(knex, { branch, month, knownAt, stated });
  const histories = await readStreaks(
    knex,
    kader
      .filter(({ ownPayments }) => ownPayments === 0)
      .map((one) => (knewEnd(one.kader) ? one : { ...one, endedOn: null })),
    { branch, month, firstMonth: books.firstMonth, graceMonths: policy.graceMonths, booksThrough: month, knownAt },
  );
  return {
    totals,
    kader: kader.map((one) => {
      const history = histories.get(one.kader) ?? null;
      const { state, decision } = decide(month, history, policy);
      return {
        statement: statementOf(one, state, decision, rules.scheme, known),
        decision,
        history,
        waiting: one.waiting,
      };
    }),
  };
}

/** The target of rupiah collected that a kader has for a month, from the records of `target`. */
function targetFrom(rules: RulesInForce, branch: Id, month: Period): (kader: KaderMonth) => number | null {
  return ({ kader, areas }) =>
    targetOver(rules.targets, { measure: 'collection', from: month, to: month }, { of: 'kader', branch, kader, areas });
}

const collected: ReviewDecision = {
  streak: { length: 0, from: null, to: null },
  warn: null,
  open: null,
  withdraw: [],
};

function decide(
  month: Period,
  history: StreakHistory | null,
  policy: StreakPolicy,
): { state: StreakState; decision: ReviewDecision } {
  if (history === null) return { state: 'collected', decision: collected };
  const { months, warned, reviews } = history;
  const state = months.find((one) => one.month === month)?.state ?? 'not_joined';
  const decision = decideReviews({ months, policy, warned, reviews });
  // Nobody reviews a partnership that is over.
  return { state, decision: state === 'ended' ? { ...decision, warn: null, open: null } : decision };
}

function statementOf(
  one: KaderMonth,
  state: StreakState,
  { streak }: ReviewDecision,
  scheme: Scheme | null,
  { targetOf, hasTaxNumber, carriedIn }: Knowledge,
): StatementColumns {
  const { payable, collected: credited, corrections, enrolments } = one;
  return {
    kader: one.kader,
    collections_count: one.collectionsCount,
    families_count: one.familiesCount,
    families_held: one.familiesHeld,
    collected: credited,
    ...makeStatement({
      payable,
      collected: credited,
      target: targetOf(one),
      enrolments,
      scheme,
      corrections,
      hasTaxNumber: hasTaxNumber(one),
      carriedIn: carriedIn(one),
    }),
    streak_state: state,
    zero_streak: streak.length,
  };
}
