import type { Knex } from 'knex';
import type { Id, MonthText } from '../../contract/records.ts';

/** Rupiah collected in the books of a branch's month, and the imbal jasa that its statements come to. */
export interface CollectedTotal {
  branch: Id;
  month: MonthText;
  /** the row of `period`; null: a month that has just begun may have none yet */
  period: Id | null;
  closed: boolean;
  collected: number;
  /** rupiah before withholding; null: the month is not closed */
  commission: number | null;
  /** rupiah of it in statements that are marked as paid */
  paid: number;
}

const question = `
  with book_month as (
    select b.id as branch, to_char(m.first_day, 'YYYY-MM') as month
    from branch b
    cross join lateral generate_series(
      cast(greatest(:from, b.first_month) || '-01' as timestamp),
      cast(least(:to, b.last_month, to_char(cast(:now as timestamptz) at time zone b.timezone, 'YYYY-MM')) || '-01' as timestamp),
      interval '1 month') m (first_day)
    where b.id = any (cast(:branches as integer[]))
  ), known as (
    select m.branch, m.month, p.id as period, coalesce(p.status <> 'open', false) as closed,
      coalesce(p.status = 'paid', false) as paid, p.collected, p.commission_total
    from book_month m
    left join period p on p.branch = m.branch and p.month = m.month
  ), of_closed as (
    select k.branch, k.month, k.collected, k.commission_total as commission,
      case when k.paid then k.commission_total else 0 end as paid
    from known k
    where k.closed and cast(:kader as integer[]) is null
  ), stated as (
    select k.branch, k.month, coalesce(sum(s.collected), 0) as collected, coalesce(sum(s.gross), 0) as commission,
      coalesce(sum(s.gross) filter (where s.status = 'paid'), 0) as paid
    from known k
    left join commission s on s.period = k.period and s.kader = any (cast(:kader as integer[]))
    where k.closed and cast(:kader as integer[]) is not null
    group by k.branch, k.month
  ), of_open as (
    select k.branch, k.month, c.collected, null::bigint as commission, 0::bigint as paid
    from known k
    cross join lateral (
      select coalesce(sum(p.amount), 0) as collected
      from collection p
      where p.branch = k.branch and p.month = k.month and p.status in ('recorded', 'verified')
        and (cast(:kader as integer[]) is null or p.kader = any (cast(:kader as integer[])))
    ) c
    where not k.closed
  )
  select k.branch, k.month, k.period, k.closed, t.collected, t.commission, t.paid
  from known k
  join (select * from of_closed union all select * from stated union all select * from of_open) t using (branch, month)
  order by k.month, k.branch`;

/**
 * The months of the books of these branches up to the present one with what they collected, of everybody or of some kader:
 * closed months from their totals and statements, open ones live. A month outside of the books has no row.
 */
export async function collectedTotals(
  knex: Knex,
  asked: { branches: readonly Id[]; kader: readonly Id[] | null; from: MonthText; to: MonthText; now: Date },
): Promise<CollectedTotal[]> {
  type Row = Omit<CollectedTotal, 'collected' | 'commission' | 'paid'> &
    Record<'collected' | 'paid', string> & { commission: string | null };
  const { rows } = await knex.raw<{ rows: Row[] }>(question, {
    branches: [...asked.branches],
    kader: asked.kader && [...asked.kader],
    from: asked.from,
    to: asked.to,
    now: asked.now,
  });
  return rows.map((row) => ({
    ...row,
    collected: Number(row.collected),
    commission: row.commission === null ? null : Number(row.commission),
    paid: Number(row.paid),
  }));
}
