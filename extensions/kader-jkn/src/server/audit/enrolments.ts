import type { Knex } from 'knex';
import type { Enrolment } from '../../contract/enrolment-records.ts';
import type { Id } from '../../contract/records.ts';
import { type DateText, monthOf } from '../../core/period.ts';
import { inChunks } from './chunks.ts';
import { type Difference, differences } from './difference.ts';

type StoredRow = Pick<Enrolment, 'id' | 'branch' | 'month' | 'status'> & {
  registered_on: DateText;
  branch_of_kader: Id | null;
  /** the month of the books before it, if any, is closed or was once */
  followed_a_close: boolean;
};

const question = `
  select e.id, e.branch, e.month, e.status, e.registered_on::text as registered_on, k.branch as branch_of_kader,
    exists (
      select from period p
      where p.branch = e.branch and kader_next_month(p.month) = e.month
        and (p.status <> 'open' or exists (select from state_change s where s.period = p.id))
    ) or e.month = h.first_month as followed_a_close
  from enrolment e join branch h on h.id = e.branch left join kader k on k.id = e.kader
  where e.id > :after and e.status = 'registered'
  order by e.id
  limit :limit`;

/** A registration stands in the month of its day, or after a closed one in the first month that was open. */
export async function* auditEnrolments(knex: Knex): AsyncGenerator<Difference> {
  for await (const rows of inChunks<StoredRow>(knex, question)) {
    for (const row of rows) yield* auditEnrolment(row);
  }
}

function auditEnrolment(row: StoredRow): Difference[] {
  const { id, month, registered_on, branch, branch_of_kader, followed_a_close } = row;
  const own = monthOf(registered_on);
  const isLate = month !== null && month > own && followed_a_close;
  return differences('enrolment', id, row, {
    month: isLate ? month : own,
    branch: branch_of_kader ?? branch,
  });
}
