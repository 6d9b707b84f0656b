import type { Knex } from 'knex';
import type { Binaan } from '../../contract/records.ts';
import { owed } from '../../core/arrears.ts';
import type { DateText } from '../../core/period.ts';
import { type Difference, differences } from './difference.ts';

type StoredRow = Pick<
  Binaan,
  | 'id'
  | 'members'
  | 'class'
  | 'listed_months'
  | 'listed_amount'
  | 'accrued_months'
  | 'accrued_amount'
  | 'paid_months'
  | 'paid_amount'
  | 'owed_months'
  | 'owed_amount'
> & { listed_as_of: DateText; counted_months: number; counted_amount: number };

const chunkSize = 5_000;

const question = `
  with family as (
    select f.*, (f.listed_as_of + 1)::timestamp at time zone h.timezone as counted_from
    from binaan f join branch h on h.id = f.branch
    where f.id > :after
    order by f.id
    limit :limit
  )
  select f.id, f.members, f.class, f.listed_months, f.listed_amount, f.listed_as_of::text as listed_as_of,
    f.accrued_months, f.accrued_amount, f.paid_months, f.paid_amount, f.owed_months, f.owed_amount,
    coalesce(sum(c.months_covered), 0)::integer as counted_months, coalesce(sum(c.amount), 0)::float8 as counted_amount
  from family f
  left join collection c on c.binaan = f.id and c.status in ('recorded', 'verified') and c.paid_at >= f.counted_from
  group by f.id, f.members, f.class, f.listed_months, f.listed_amount, f.listed_as_of, f.accrued_months, f.accrued_amount,
    f.paid_months, f.paid_amount, f.owed_months, f.owed_amount
  order by f.id`;

/** What each family paid since its list, summed again from the collections, and what it owes by core (design 5.12). */
export async function* auditBalances(knex: Knex): AsyncGenerator<Difference> {
  let after = 0;
  while (true) {
    const { rows } = await knex.raw<{ rows: StoredRow[] }>(question, { after, limit: chunkSize });
    for (const row of rows) yield* auditBalance(row);
    const last = rows.at(-1);
    if (last === undefined || rows.length < chunkSize) return;
    after = last.id;
  }
}

function auditBalance(row: StoredRow): Difference[] {
  const account = {
    members: row.members,
    class: row.class,
    listedMonths: row.listed_months,
    listedAmount: row.listed_amount,
    listedAsOf: row.listed_as_of,
    paidMonths: row.counted_months,
    paidAmount: row.counted_amount,
  };
  const { months, amount } = owed(account, { months: row.accrued_months, amount: row.accrued_amount as typeof amount });
  return differences('binaan', row.id, row, {
    paid_months: row.counted_months,
    paid_amount: row.counted_amount,
    owed_months: months,
    owed_amount: amount,
  });
}
