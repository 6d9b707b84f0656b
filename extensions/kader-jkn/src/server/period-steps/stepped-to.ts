import type { Knex } from 'knex';
import type { PeriodStepped } from '../../contract/period-steps.ts';
import type { Commission, PeriodStatus } from '../../contract/records.ts';
import type { BooksStep } from './stepped-month.ts';

/** What a step came to: the month in its new state, and the statements that moved along with it. */
export async function steppedTo(
  trx: Knex.Transaction,
  { id, branchName, month }: BooksStep,
  status: PeriodStatus,
): Promise<PeriodStepped> {
  const moved: Commission['status'] = status === 'open' ? 'draft' : status;
  const counted = await trx('commission').where({ period: id, status: moved }).count('* as statements').first();
  return {
    id,
    branch_name: branchName,
    month,
    status,
    statements: Number(counted?.['statements'] ?? 0),
    reviews_withdrawn: 0,
    warnings_withdrawn: 0,
  };
}
