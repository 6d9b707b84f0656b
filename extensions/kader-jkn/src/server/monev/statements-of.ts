import type { Knex } from 'knex';
import type { Id, MonthText, StreakState } from '../../contract/records.ts';

/** What the close of a month said of a kader, and whether late money has come for it since. */
export interface StatedMonth {
  id: Id;
  kader: Id;
  month: MonthText;
  /** rupiah */
  collected: number;
  target: number | null;
  state: StreakState;
  paid_since: boolean;
}

const question = `
  with stated as (
    select s.id, s.kader, s.month, s.collected, s.target, s.streak_state as state
    from commission s
    where s.branch = any (cast(:branches as integer[])) and s.month between :from and :to and s.status <> 'draft'
      and (cast(:kader as integer[]) is null or s.kader = any (cast(:kader as integer[])))
  ), paid_late as (
    select distinct c.kader, c.paid_month as month
    from collection c
    where c.branch = any (cast(:branches as integer[])) and c.late and c.amount > 0
      and c.status in ('recorded', 'verified') and c.paid_month between :from and :to
      and not exists (
        select from collection r where r.reverses = c.id and r.status <> 'void' group by r.reverses having -sum(r.amount) >= c.amount
      )
  )
  select stated.*, paid_late.kader is not null as paid_since
  from stated left join paid_late using (kader, month)
  order by kader, month`;

/** The statements of these months, of these kader or of all: amounts, targets and streak states, with late money for a month of nothing told. */
export async function statementsOf(
  knex: Knex,
  asked: { branches: readonly Id[]; from: MonthText; to: MonthText; kader?: readonly Id[] },
): Promise<StatedMonth[]> {
  type Row = Omit<StatedMonth, 'collected' | 'target'> & { collected: string; target: string | null };
  const { rows } = await knex.raw<{ rows: Row[] }>(question, {
    branches: [...asked.branches],
    from: asked.from,
    to: asked.to,
    kader: asked.kader ? [...asked.kader] : null,
  });
  return rows.map((row) => ({
    ...row,
    collected: Number(row.collected),
    target: row.target === null ? null : Number(row.target),
  }));
}
