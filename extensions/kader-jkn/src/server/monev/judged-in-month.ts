import type { Knex } from 'knex';
import type { Id, MonthText } from '../../contract/records.ts';

/** What the close of a month told of a kader's months without collection. */
export interface JudgedInMonth {
  warned: ReadonlySet<Id>;
  reviewed: ReadonlySet<Id>;
}

const question = `
  select e.kader, 'warned' as what
  from kader_event e
  join kader k on k.id = e.kader
  where k.branch = :branch and e.kind = 'warned' and e.origin = 'close' and e.month = :month
  union all
  select r.kader, 'reviewed'
  from partnership_review r
  where r.branch = :branch and r.reason = 'zero_streak' and r.streak_to = :month and not r.undone`;

/** Whom the close of a month warned, and of whom it opened a review: whatever became of it since. */
export async function judgedInMonth(knex: Knex, asked: { branch: Id; month: MonthText }): Promise<JudgedInMonth> {
  const { rows } = await knex.raw<{ rows: { kader: Id; what: 'warned' | 'reviewed' }[] }>(question, asked);
  const those = (wanted: 'warned' | 'reviewed') =>
    new Set(rows.filter(({ what }) => what === wanted).map(({ kader }) => kader));
  return { warned: those('warned'), reviewed: those('reviewed') };
}
