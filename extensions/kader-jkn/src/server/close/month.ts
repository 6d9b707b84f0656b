import type { Knex } from 'knex';
import type { Id, PeriodStatus } from '../../contract/records.ts';
import type { Books, Period, TimeZone } from '../../core/period.ts';

/** A month of a branch's books, with what decides whether it may close. */
export interface BooksMonth {
  id: Id;
  month: Period;
  status: PeriodStatus;
  branch: Id;
  branchName: string;
  books: Books & { timezone: TimeZone };
}

interface MonthRow {
  id: Id;
  month: Period;
  status: PeriodStatus;
  branch: Id;
  branch_name: string;
  timezone: TimeZone;
  first_month: Period;
  closed_through: Period | null;
}

const question = `
  select p.id, p.month, p.status, p.branch, b.name as branch_name, b.timezone, b.first_month,
    (select max(c.month) from period c where c.branch = p.branch and c.status <> 'open') as closed_through
  from period p
  join branch b on b.id = p.branch
  where p.id = :period`;

/** A month of the books as it stands now, or null when there is none. */
export async function readMonth(knex: Knex, period: Id): Promise<BooksMonth | null> {
  const { rows } = await knex.raw<{ rows: MonthRow[] }>(question, { period });
  const [row] = rows;
  if (row === undefined) return null;
  return {
    id: row.id,
    month: row.month,
    status: row.status,
    branch: row.branch,
    branchName: row.branch_name,
    books: { timezone: row.timezone, firstMonth: row.first_month, closedThrough: row.closed_through },
  };
}

/** Takes the month for this transaction alone: false when somebody else is closing it. */
export async function claimMonth(trx: Knex.Transaction, period: Id): Promise<boolean> {
  const claim = 'select id from period where id = :period for no key update skip locked';
  const { rows } = await trx.raw<{ rows: unknown[] }>(claim, { period });
  return rows.length > 0;
}

/** Waits until whoever records in the month has committed, and keeps later ones waiting until this transaction ends. */
export async function shutOutRecorders(trx: Knex.Transaction, { branch, month }: BooksMonth): Promise<void> {
  await trx.raw('select pg_advisory_xact_lock(kader_month_lock_key(:branch, :month))', { branch, month });
}

/** Whether PostgreSQL gave up waiting for a lock. */
export function isLockTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '55P03';
}
