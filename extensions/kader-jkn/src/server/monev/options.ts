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
  ), open_month as materialized (
    select b.id as branch, to_char(m.first_day, 'YYYY-MM') as month
    from branch b
    cross join lateral generate_series(
      cast(b.first_month || '-01' as timestamp), date_trunc('month', now() at time zone b.timezone), interval '1 month') m (first_day)
    where b.id = any (cast(:branches as integer[]))
      and not exists (
        select from booked k where k.branch = b.id and k.month = to_char(m.first_day, 'YYYY-MM') and k.closed)
  ), paid as (
    select o.branch, o.month
    from open_month o
    cross join lateral (
      select from collection c
      where c.branch = o.branch and c.month = o.month and c.status in ('recorded', 'verified')
        and (cast(:kader as integer[]) is null or c.kader = any (cast(:kader as integer[])))
      limit 1
    ) any_payment
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
