import type { Knex } from 'knex';
import type { Id, MonthText } from '../../contract/records.ts';

/** What one kader's statement of a month says of money. */
export interface StatedCost {
  branch: Id;
  kader: Id;
  month: MonthText;
  /** rupiah */
  collected: number;
  /** rupiah before withholding */
  commission: number;
  /** rupiah of it that is marked as paid */
  paid: number;
  /** null: a draft of an open month */
  statement: Id | null;
}

const question = `
  select s.branch, s.kader, s.month, s.collected, s.gross as commission,
    case when s.status = 'paid' then s.gross else 0 end as paid, s.id as statement
  from commission s
  join period p on p.id = s.period and p.status <> 'open'
  where s.branch = any (cast(:branches as integer[])) and s.month between :from and :to
    and (cast(:kader as integer[]) is null or s.kader = any (cast(:kader as integer[])))
  order by s.month, s.kader`;

/** The statements of closed months, of everybody or of some kader. */
export async function statedCosts(
  knex: Knex,
  asked: { branches: readonly Id[]; kader: readonly Id[] | null; from: MonthText; to: MonthText },
): Promise<StatedCost[]> {
  type Row = Omit<StatedCost, 'collected' | 'commission' | 'paid'> &
    Record<'collected' | 'commission' | 'paid', string>;
  const { rows } = await knex.raw<{ rows: Row[] }>(question, {
    branches: [...asked.branches],
    kader: asked.kader && [...asked.kader],
    from: asked.from,
    to: asked.to,
  });
  return rows.map((row) => ({
    ...row,
    collected: Number(row.collected),
    commission: Number(row.commission),
    paid: Number(row.paid),
  }));
}
