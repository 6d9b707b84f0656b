import type { Knex } from 'knex';
import type { Id } from '../../contract/records.ts';
import { zeroStreak } from '../../core/streak.ts';
import { newestClosedMonths, recountStreaks } from '../close/recount-streaks.ts';
import { inChunks } from './chunks.ts';
import { type Difference, differences } from './difference.ts';

const standingQuestion = `
  select k.id, k.zero_streak, k.streak_month,
    (select max(s.month) from commission s where s.kader = k.id and s.status <> 'draft') as newest_month
  from kader k
  where k.id > :after
  order by k.id
  limit :limit`;

/** The present streak of every kader, counted again over what is known today, late money included (design 5.8). */
export async function* auditStreaks(knex: Knex): AsyncGenerator<Difference> {
  yield* auditStanding(knex);
  for (const newest of await newestClosedMonths(knex)) {
    for (const { kader, stored, history } of await recountStreaks(knex, newest)) {
      const { length } = zeroStreak(history.months);
      yield* differences('kader', kader, { zero_streak: stored }, { zero_streak: length });
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
