import type { Knex } from 'knex';
import type { Id } from '../../contract/records.ts';
import type { Period } from '../../core/period.ts';
import { refusal } from '../errors.ts';

/** One payment of the bank: what a kader is owed for the month. */
export interface PayoutRow {
  code: string;
  name: string;
  bank: string | null;
  /** digits as they were entered, leading zeros included; null: not known */
  account: string | null;
  holder: string | null;
  /** whole rupiah, above zero */
  net: number;
}

/** What the bank is asked to pay for a month of a branch. */
export interface Payout {
  branchCode: string;
  branchName: string;
  month: Period;
  /** those without an account first, then by bank and name */
  rows: PayoutRow[];
  /** whole rupiah */
  total: number;
}

const monthQuestion = `
  select p.month, p.status, b.code as branch_code, b.name as branch_name
  from period p
  join branch b on b.id = p.branch
  where p.id = :period`;

const rowsQuestion = `
  with owed as (
    select k.code, k.name, nullif(btrim(k.bank_name), '') as bank, nullif(btrim(k.bank_account), '') as account,
      nullif(btrim(k.bank_holder), '') as holder, s.net
    from commission s
    join kader k on k.id = s.kader
    where s.period = :period and s.net > 0
  )
  select * from owed
  order by account is not null, bank nulls first, name, code`;

/**
 * What is to be paid for an approved or paid month: every statement above zero, with the kader's bank account as it is known
 * now. Refused as KADER_PERIOD_UNKNOWN or KADER_PAYOUT_NOT_APPROVED.
 */
export async function readPayout(knex: Knex, period: Id): Promise<Payout> {
  type Month = { month: Period; status: string; branch_code: string; branch_name: string };
  const months = await knex.raw<{ rows: Month[] }>(monthQuestion, { period });
  const [found] = months.rows;
  if (found === undefined) throw refusal('KADER_PERIOD_UNKNOWN');
  const { month, status } = found;
  if (status !== 'approved' && status !== 'paid') throw refusal('KADER_PAYOUT_NOT_APPROVED', { month });

  const { rows } = await knex.raw<{ rows: PayoutRow[] }>(rowsQuestion, { period });
  return {
    branchCode: found.branch_code,
    branchName: found.branch_name,
    month,
    rows: rows.map((row) => ({ ...row, net: Number(row.net) })),
    total: rows.reduce((sum, { net }) => sum + Number(net), 0),
  };
}
