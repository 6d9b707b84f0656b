import type { Knex } from 'knex';
import type { PeriodStepped } from '../../contract/period-steps.ts';
import type { Id, UserId } from '../../contract/records.ts';
import { checkApproval } from '../../core/period-steps.ts';
import { refusalOf } from '../errors.ts';
import { holdMonth } from './stepped-month.ts';
import { steppedTo } from './stepped-to.ts';

export interface StepOrder {
  period: Id;
  /** who takes the step; null: a process of ours, which may not */
  by: UserId | null;
  now: Date;
}

const approve = `
  update period set status = 'approved', approved_at = :now, approved_by = :by, date_updated = now(), user_updated = :by
  where id = :period`;

/**
 * Approves a closed month and its statements in one transaction: from then on it can be paid, and not be opened again.
 * Refused as KADER_PERIOD_UNKNOWN, KADER_MONTH_BUSY, KADER_TRANSITION, KADER_PERSON_REQUIRED or KADER_FOUR_EYES.
 */
export async function approvePeriod(database: Knex, { period, by, now }: StepOrder): Promise<PeriodStepped> {
  return await database.transaction(async (trx) => {
    const month = await holdMonth(trx, period);
    const signer = checkApproval(month, by);
    if (!signer.ok) throw refusalOf(signer);
    await trx.raw(approve, { period, by: signer.value, now });
    return await steppedTo(trx, month, 'approved');
  });
}
