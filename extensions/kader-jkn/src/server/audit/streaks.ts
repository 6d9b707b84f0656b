import type { Knex } from 'knex';
import type { Id, StreakState } from '../../contract/records.ts';
import type { DateText, Period } from '../../core/period.ts';
import { zeroStreak } from '../../core/streak.ts';
import { readRulesInForce } from '../close/rules-in-force.ts';
import { readStreaks } from '../close/streaks.ts';
import { inChunks } from './chunks.ts';
import { type Difference, differences } from './difference.ts';

interface StoredRow {
  id: Id;
  zero_streak: number;
  joined_on: DateText | null;
  ended_on: DateText | null;
  streak_state: StreakState;
  closed_at: Date;
}

const newestQuestion = `
  select p.branch, max(p.month) as month, b.first_month
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

const standingQuestion = `
  select k.id, k.zero_streak, k.streak_month,
    (select max(s.month) from commission s where s.kader = k.id and s.status <> 'draft') as newest_month
  from kader k
  where k.id > :after
  order by k.id
  limit :limit`;

const endOfBooks = '9999-12' as Period;

/** The present streak of every kader, counted again over what is known today, late money included (design 5.8). */
export async function* auditStreaks(knex: Knex): AsyncGenerator<Difference> {
  yield* auditStanding(knex);
  const newest = await knex.raw<{ rows: { branch: Id; month: Period; first_month: Period }[] }>(newestQuestion);
  for (const { branch, month, first_month: firstMonth } of newest.rows) {
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
    for (const row of rows) {
      const { length } = zeroStreak(histories.get(row.id)?.months ?? []);
      yield* differences('kader', row.id, { zero_streak: row.zero_streak }, { zero_streak: length });
    }
  }
}

/** A streak speaks of the kader's newest statement; before the first there is none. */
async function* auditStanding(knex: Knex): AsyncGenerator<Difference> {
  type Row = { id: Id; zero_streak: number; streak_month: string | null; newest_month: string | null };
  for await (const rows of inChunks<Row>(knex, standingQuestion)) {
    for (const { id, newest_month: month, ...stored } of rows) {
      yield* differences('kader', id, stored, { streak_month: month, ...(month === null && { zero_streak: 0 }) });
    }
  }
}
