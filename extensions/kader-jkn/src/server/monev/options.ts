import type { Knex } from 'knex';
import type { MonevOptions } from '../../contract/monev.ts';
import type { Id, MonthText } from '../../contract/records.ts';
import { kaderOfScope, type MonevScope } from './scope.ts';
import { targetsOf } from './targets-of.ts';

const monthsQuestion = `
  with booked as (
    select p.branch, p.month, p.status <> 'open' as closed
    from period p
    where p.branch = any (cast(:branches as integer[]))
  ), paid as (
    select distinct c.branch, c.month
    from collection c
    where c.branch = any (cast(:branches as integer[])) and c.status in ('recorded', 'verified')
      and not exists (select from booked b where b.branch = c.branch and b.month = c.month and b.closed)
      and (cast(:kader as integer[]) is null or c.kader = any (cast(:kader as integer[])))
  )
  select month, bool_and(closed) as closed
  from (
    select branch, month, closed from booked where closed
    union all select branch, month, false from paid
  ) known
  group by month
  order by month desc`;

/** What a viewer may choose from: the branches they see, and for those the regencies, months and measures there are. */
export async function monevOptions(
  knex: Knex,
  scope: MonevScope,
  branches: MonevOptions['branches'],
): Promise<MonevOptions> {
  const chosen = scope.branches.map(({ id }) => id);
  const [months, targets] = await Promise.all([
    knex.raw<{ rows: { month: MonthText; closed: boolean }[] }>(monthsQuestion, {
      branches: chosen,
      kader: kaderOfScope(scope),
    }),
    targetsOf(knex, { branches: chosen, measure: null, from: null, to: null }),
  ]);
  const regencies = new Map<Id, string>();
  for (const { regency, regency_name } of scope.roster)
    if (regency !== null) regencies.set(regency, regency_name ?? '');
  return {
    branches,
    areas: [...regencies]
      .map(([id, name]) => ({ id, name }))
      .sort((one, other) => one.name.localeCompare(other.name, 'id')),
    months: months.rows,
    measures: [...new Set(targets.map(({ measure }) => measure))],
  };
}
