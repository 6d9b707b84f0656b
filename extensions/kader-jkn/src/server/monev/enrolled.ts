import type { Knex } from 'knex';
import type { Id, MonthText } from '../../contract/records.ts';

/** New participants of one kader (null: of nobody) in the books of one month. */
export interface EnrolledMonth {
  branch: Id;
  kader: Id | null;
  month: MonthText;
  participants: number;
}

const question = `
  select e.branch, e.kader, e.month, sum(e.members)::integer as participants
  from enrolment e
  where e.branch = any (cast(:branches as integer[])) and e.month between :from and :to and e.status = 'registered'
  group by e.branch, e.kader, e.month`;

/** Participants registered in the books of each month, by kader. */
export async function enrolledByMonth(
  knex: Knex,
  asked: { branches: readonly Id[]; from: MonthText; to: MonthText },
): Promise<EnrolledMonth[]> {
  const { branches, from, to } = asked;
  const { rows } = await knex.raw<{ rows: EnrolledMonth[] }>(question, { branches: [...branches], from, to });
  return rows;
}
