import type { Knex } from 'knex';
import type { Id, MonthText } from '../../contract/records.ts';

/** Rupiah credited to one kader (null: to nobody) in the books of one month. */
export interface CollectedMonth {
  branch: Id;
  kader: Id | null;
  month: MonthText;
  amount: number;
  /** the statement that fixes the figure; null while the month is open */
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
  select * from stated
  union all select * from credited_to_nobody where amount <> 0
  union all select * from of_open_months`;

/**
 * What was collected in the books of each month, by kader: from the statements where a month is closed, live where it
 * is open; everything that is not void, reversals included.
 */
export async function collectedByMonth(
  knex: Knex,
  asked: { branches: readonly Id[]; from: MonthText; to: MonthText },
): Promise<CollectedMonth[]> {
  const { rows } = await knex.raw<{ rows: (Omit<CollectedMonth, 'amount'> & { amount: string })[] }>(question, {
    branches: [...asked.branches],
    from: asked.from,
    to: asked.to,
  });
  return rows.map((row) => ({ ...row, amount: Number(row.amount) }));
}
