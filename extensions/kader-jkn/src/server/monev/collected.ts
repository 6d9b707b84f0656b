import type { Knex } from 'knex';
import type { Id, MonthText } from '../../contract/records.ts';

/** Rupiah credited to one kader (null: to nobody) in the books of a span, or of one month of it. */
export interface Collected {
  branch: Id;
  kader: Id | null;
  /** null: of all months together */
  month: MonthText | null;
  amount: number;
  /** the statement that fixes the figure; null where a month is open, or there are several */
  statement: Id | null;
}

const question = `
  with closed_month as (
    select p.branch, p.month, p.collected
    from period p
    where p.branch = any (cast(:branches as integer[])) and p.month between :from and :to and p.status <> 'open'
  ), stated as (
    select s.branch, s.kader, s.month, s.collected as amount, s.id as statement
    from commission s join closed_month using (branch, month)
  ), credited_to_nobody as (
    select m.branch, null::integer as kader, m.month, m.collected - coalesce(sum(s.amount), 0) as amount, null::integer as statement
    from closed_month m left join stated s using (branch, month)
    group by m.branch, m.month, m.collected
  ), open_month as (
    select b.id as branch, to_char(m.first_day, 'YYYY-MM') as month
    from branch b
    cross join lateral generate_series(
      cast(greatest(:from, b.first_month) || '-01' as timestamp), cast(:to || '-01' as timestamp), interval '1 month') m (first_day)
    where b.id = any (cast(:branches as integer[]))
      and not exists (select from closed_month d where d.branch = b.id and d.month = to_char(m.first_day, 'YYYY-MM'))
  ), of_open_months as (
    select o.branch, c.kader, o.month, c.amount, null::integer as statement
    from open_month o
    cross join lateral (
      select p.kader, sum(p.amount) as amount
      from collection p
      where p.branch = o.branch and p.month = o.month and p.status in ('recorded', 'verified')
      group by p.kader
    ) c
  )
  select branch, kader, case when cast(:by_month as boolean) then month end as month, sum(amount) as amount,
    case when count(*) = 1 then max(statement) end as statement
  from (
    select * from stated
    union all select * from credited_to_nobody where amount <> 0
    union all select * from of_open_months
  ) credited
  group by 1, 2, 3`;

/**
 * What was collected in the books of a span, by kader, and by month where asked: from the statements where a month is
 * closed, live where it is open; everything that is not void, reversals included.
 */
export async function collectedBy(
  knex: Knex,
  asked: { branches: readonly Id[]; from: MonthText; to: MonthText; byMonth: boolean },
): Promise<Collected[]> {
  const { rows } = await knex.raw<{ rows: (Omit<Collected, 'amount'> & { amount: string })[] }>(question, {
    branches: [...asked.branches],
    from: asked.from,
    to: asked.to,
    by_month: asked.byMonth,
  });
  return rows.map((row) => ({ ...row, amount: Number(row.amount) }));
}
