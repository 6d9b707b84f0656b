import type { Knex } from 'knex';
import type { PeriodStepped } from '../../contract/period-steps.ts';
import { dateOf } from '../../core/period.ts';
import { checkPayment } from '../../core/period-steps.ts';
import { refusalOf } from '../errors.ts';
import type { StepOrder } from './approve-period.ts';
import { holdMonth } from './stepped-month.ts';
import { steppedTo } from './stepped-to.ts';

export interface PayOrder extends StepOrder {
  /** the bank's reference and the day it paid (`YYYY-MM-DD`), as they were told */
  reference: unknown;
  paidOn: unknown;
}

const pay = `
  update period set status = 'paid', paid_at = :now, paid_by = :by, payment_reference = :reference,
    paid_on = cast(:paid_on as date), date_updated = now(), user_updated = :by
  where id = :period`;

/**
 * Marks an approved month and its statements as paid, with the bank's reference and day, in one transaction.
 * Refused as KADER_PERIOD_UNKNOWN, KADER_MONTH_BUSY, KADER_TRANSITION, KADER_PERSON_REQUIRED, KADER_PAYMENT_REFERENCE,
 * KADER_TEXT_TOO_LONG or KADER_PAID_ON_INVALID.
 */
export async function payPeriod(database: Knex, order: PayOrder): Promise<PeriodStepped> {
  const { period, by, now } = order;
  return await database.transaction(async (trx) => {
    const month = await holdMonth(trx, period);
    const payment = checkPayment(month, by, order, dateOf(now, month.timezone));
    if (!payment.ok) throw refusalOf(payment);
    const { reference, paidOn } = payment.value;
    await trx.raw(`select set_config('kader.reason', ?, true)`, [`${reference} · ${paidOn}`]);
    await trx.raw(pay, { period, by, now, reference, paid_on: paidOn });
    await trx.raw(`select set_config('kader.reason', '', true)`);
    return await steppedTo(trx, month, 'paid');
  });
}
