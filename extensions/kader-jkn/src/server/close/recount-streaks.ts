import type { Knex } from 'knex';
import type { Id, StreakState } from '../../contract/records.ts';
import type { DateText, Period } from '../../core/period.ts';
import { readRulesInForce } from './rules-in-force.ts';
import { readStreaks, type StreakHistory } from './streaks.ts';

/** The newest closed month of a branch, and where its books begin. */
export interface NewestClosed {
  branch: Id;
  month: Period;
  firstMonth: Period;
}

export interface RecountedStreak {
  kader: Id;
  /** as it is kept on the kader */
  stored: number;
  /** of the newest closed month, as its statement says */
  state: StreakState;
  history: StreakHistory;
}

interface StoredRow {
  id: Id;
  zero_streak: number;
  joined_on: DateText | null;
  ended_on: DateText | null;
  streak_state: StreakState;
  closed_at: Date;
}

const newestQuestion = `
  select p.branch, max(p.month) as month, b.first_month as "firstMonth"
  from period p join branch b on b.id = p.branch
  where p.status <> 'open'
  group by p.branch, b.first_month
  order by p.branch`;

const question = `
  select k.id, k.zero_streak, k.joined_on::text as joined_on, k.ended_on::text as ended_on, s.streak_state,
    coalesce(
      (select max(c.date_created) from state_change c where c.statement = s.id and c.to_status = 'closed'),
      s.date_created) as closed_at
  from kader k join commission s on s.kader = k.id
  where s.branch = :branch and s.month = :month and s.status <> 'draft'
  order by k.id`;

const endOfBooks = '9999-12' as Period;

/** The newest closed month of every branch that has one. */
export async function newestClosedMonths(knex: Knex): Promise<NewestClosed[]> {
  return (await knex.raw<{ rows: NewestClosed[] }>(newestQuestion)).rows;
}

/**
 * The streak of every kader with a statement of the newest closed month, counted again: over what was known of leave and
 * families at its close, and over all money that has come since (design 5.8).
 */
export async function recountStreaks(
  knex: Knex,
  { branch, month, firstMonth }: NewestClosed,
): Promise<RecountedStreak[]> {
  const { policy } = await readRulesInForce(knex, branch, month);
  const { rows } = await knex.raw<{ rows: StoredRow[] }>(question, { branch, month });
  const histories = await readStreaks(
    knex,
    rows.map((row) => ({
      kader: row.id,
      joinedOn: row.joined_on,
      endedOn: row.streak_state === 'ended' ? row.ended_on : null,
    })),
    {
      branch,
      month,
      firstMonth,
      graceMonths: policy?.graceMonths ?? 0,
      booksThrough: endOfBooks,
      knownAt: rows[0]?.closed_at ?? null,
    },
  );
  return rows.map((row) => {
    const history = histories.get(row.id) ?? { months: [], lastPaid: null, warned: [], reviews: [] };
    return { kader: row.id, stored: row.zero_streak, state: row.streak_state, history };
  });
}
