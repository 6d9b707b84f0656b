import type { Id } from '../../contract/records.ts';
import type { Enrolments } from '../../core/enrolment.ts';
import type { Ask } from './ask.ts';

const question = `
  select e.kader, count(*)::integer as families, sum(e.members)::integer as participants,
    array_agg(distinct to_char(e.registered_on, 'YYYY-MM') order by to_char(e.registered_on, 'YYYY-MM')) as months,
    count(*) filter (where to_char(e.registered_on, 'YYYY-MM') < e.month)::integer as late
  from enrolment e
  where e.branch = :branch and e.month = :month and e.status = 'registered' and e.kader is not null
  group by e.kader`;

/** Who registered new participants in the books of the branch's month; those who registered none are left out. */
export async function readEnrolments(ask: Ask): Promise<Map<Id, Enrolments>> {
  const rows = await ask<Enrolments & { kader: Id }>(question);
  return new Map(rows.map(({ kader, ...enrolments }) => [kader, enrolments]));
}
