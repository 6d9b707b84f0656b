import type { Knex } from 'knex';
import type { Binaan } from '../../contract/records.ts';
import { accrued, type FamilyAccount, owed } from '../../core/arrears.ts';
import { type DuesRateRow, mixedOf } from '../../core/dues.ts';
import { rupiah } from '../../core/money.ts';
import type { DateText } from '../../core/period.ts';
import { readAccrualRules } from '../refresh-arrears.ts';
import { inChunks } from './chunks.ts';
import { type Difference, differences } from './difference.ts';

type StoredRow = Pick<
  Binaan,
  | 'id'
  | 'status'
  | 'members'
  | 'class'
  | 'members_1'
  | 'members_2'
  | 'members_3'
  | 'listed_months'
  | 'listed_amount'
  | 'accrued_months'
  | 'accrued_amount'
  | 'accrued_through'
  | 'paid_months'
  | 'paid_amount'
  | 'owed_months'
  | 'owed_amount'
> & { listed_as_of: DateText; counted_months: number; counted_amount: number };

const question = `
  with family as (
    select f.*, (f.listed_as_of + 1)::timestamp at time zone h.timezone as counted_from
    from binaan f join branch h on h.id = f.branch
    where f.id > :after
    order by f.id
    limit :limit
  ), payer as (
    select f.id as family, f.id from family f
    union all
    select m.merged_into, m.id from family f join binaan m on m.merged_into = f.id
  )
  select f.id, f.status, f.members, f.class, f.members_1, f.members_2, f.members_3, f.listed_months, f.listed_amount,
    f.listed_as_of::text as listed_as_of,
    f.accrued_months, f.accrued_amount, f.accrued_through, f.paid_months, f.paid_amount, f.owed_months, f.owed_amount,
    coalesce(sum(c.months_covered), 0)::integer as counted_months, coalesce(sum(c.amount), 0)::float8 as counted_amount
  from family f
  left join payer p on p.family = f.id
  left join collection c on c.binaan = p.id and c.status in ('recorded', 'verified') and c.paid_at >= f.counted_from
  group by f.id, f.members, f.class, f.members_1, f.members_2, f.members_3, f.listed_months, f.listed_amount,
    f.listed_as_of, f.accrued_months, f.accrued_amount, f.accrued_through, f.paid_months, f.paid_amount, f.owed_months, f.owed_amount,
    f.status
  order by f.id`;

/** What each family paid since its list, summed again from the collections, and what it owes by core (design 5.12). */
export async function* auditBalances(knex: Knex): AsyncGenerator<Difference> {
  const { rates } = await readAccrualRules(knex);
  for await (const rows of inChunks<StoredRow>(knex, question)) {
    for (const row of rows) yield* auditBalance(row, rates);
  }
}

function auditBalance(row: StoredRow, rates: readonly DuesRateRow[]): Difference[] {
  const account = {
    members: row.members,
    class: row.class,
    mixed: mixedOf(row),
    listedMonths: row.listed_months,
    listedAmount: row.listed_amount,
    listedAsOf: row.listed_as_of,
    paidMonths: row.counted_months,
    paidAmount: row.counted_amount,
  };
  const since = accruedThrough(account, row.accrued_through, rates);
  // a family that was merged owes nothing: the one that goes on does
  const { months, amount } =
    row.status === 'merged'
      ? { months: 0, amount: 0 }
      : owed(account, { months: row.accrued_months, amount: rupiah(row.accrued_amount) });
  return differences('binaan', row.id, row, {
    ...since,
    paid_months: row.counted_months,
    paid_amount: row.counted_amount,
    owed_months: months,
    owed_amount: amount,
  });
}

/** What fell due after the list up to the month that the estimate counts to; nothing where it counts to none. */
function accruedThrough(account: FamilyAccount, through: string | null, rates: readonly DuesRateRow[]) {
  if (through === null) return { accrued_months: 0, accrued_amount: 0 };
  // the 11th is the first day on which the month counts
  const since = accrued(account, rates, `${through}-11` as DateText, null);
  return since.ok ? { accrued_months: since.value.months, accrued_amount: since.value.amount } : {};
}
