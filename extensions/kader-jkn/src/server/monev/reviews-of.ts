import type { Knex } from 'knex';
import type { DateText, Id, ReviewStatus } from '../../contract/records.ts';

/** A partnership review that nobody has decided yet. */
export interface StandingReview {
  id: Id;
  kader: Id;
  status: ReviewStatus;
  due_on: DateText | null;
}

const question = `
  select distinct on (r.kader) r.id, r.kader, r.status, to_char(r.due_on, 'YYYY-MM-DD') as due_on
  from partnership_review r
  where r.branch = any (cast(:branches as integer[])) and r.status in ('open', 'answered')
  order by r.kader, r.opened_on desc, r.id desc`;

/** The newest undecided review of each kader of these branches. */
export async function standingReviews(knex: Knex, branches: readonly Id[]): Promise<Map<Id, StandingReview>> {
  const { rows } = await knex.raw<{ rows: StandingReview[] }>(question, { branches: [...branches] });
  return new Map(rows.map((row) => [row.kader, row]));
}
