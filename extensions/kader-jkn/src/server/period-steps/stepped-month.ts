import type { Knex } from 'knex';
import type { Id, TimeZone, UserId } from '../../contract/records.ts';
import type { Period } from '../../core/period.ts';
import type { MonthStatus, SteppedMonth } from '../../core/period-steps.ts';
import { claimMonth } from '../close/month.ts';
import { refusal } from '../errors.ts';

/** A month of the books with what its steps look at. */
export interface BooksStep extends SteppedMonth {
  id: Id;
  branch: Id;
  branchName: string;
  timezone: TimeZone;
}

interface Row {
  id: Id;
  month: Period;
  status: MonthStatus;
  closed_by: UserId | null;
  branch: Id;
  branch_name: string;
  timezone: TimeZone;
  four_eyes: boolean;
  closed_through: Period | null;
}

const question = `
  select p.id, p.month, p.status, p.closed_by, p.branch, b.name as branch_name, b.timezone,
    kader_four_eyes(p.branch, p.month) as four_eyes, kader_closed_through(p.branch) as closed_through
  from period p
  join branch b on b.id = p.branch
  where p.id = any (cast(:periods as integer[]))
  order by p.month`;

/** These months as they stand now, oldest first; those that do not exist are left out. */
export async function readSteppedMonths(knex: Knex, periods: readonly Id[]): Promise<BooksStep[]> {
  const { rows } = await knex.raw<{ rows: Row[] }>(question, { periods: [...periods] });
  return rows.map((row) => ({
    id: row.id,
    month: row.month,
    status: row.status,
    closedBy: row.closed_by,
    branch: row.branch,
    branchName: row.branch_name,
    timezone: row.timezone,
    fourEyes: row.four_eyes,
    closedThrough: row.closed_through,
  }));
}

/** The month as it stands now. Refused as KADER_PERIOD_UNKNOWN. */
export async function readSteppedMonth(knex: Knex, period: Id): Promise<BooksStep> {
  const [month] = await readSteppedMonths(knex, [period]);
  if (month === undefined) throw refusal('KADER_PERIOD_UNKNOWN');
  return month;
}

/** The month, held by this transaction alone. Refused as KADER_PERIOD_UNKNOWN or KADER_MONTH_BUSY. */
export async function holdMonth(trx: Knex.Transaction, period: Id): Promise<BooksStep> {
  const { month } = await readSteppedMonth(trx, period);
  if (!(await claimMonth(trx, period))) throw refusal('KADER_MONTH_BUSY', { month });
  return await readSteppedMonth(trx, period);
}
