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
  ), of_open_months as (
    select c.branch, c.kader, c.month, sum(c.amount) as amount, null::integer as statement
    from collection c
    where c.branch = any (cast(:branches as integer[])) and c.month between :from and :to
      and c.status in ('recorded', 'verified')
      and not exists (select from closed_month m where m.branch = c.branch and m.month = c.month)
    group by c.branch, c.kader, c.month
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
