import type { Knex } from 'knex';
import type { DisputeCorrection, DisputeCorrectionShown } from '../../contract/disputes.ts';
import type { Dispute, DuesCollection } from '../../contract/records.ts';
import { readAdjustment } from '../../core/adjustment.ts';
import { type CorrectionContext, previewCorrection } from '../correct-collection.ts';
import { refusal, refusalOf } from '../errors.ts';

/**
 * What accepting a dispute with a correction will do, as the caller may see it. Refused as KADER_ADJUSTMENT_INVALID,
 * KADER_DISPUTE_COLLECTION, or as previewCorrection refuses.
 */
export async function correctionShown(
  context: CorrectionContext,
  { kader, branch }: Pick<Dispute, 'kader' | 'branch'>,
  correction: DisputeCorrection,
): Promise<DisputeCorrectionShown> {
  const { database } = context;
  if (correction.kind === 'adjustment') {
    const amount = readAdjustment(correction.amount);
    if (!amount.ok) throw refusalOf(amount);
    const payMonth = await oldestOpenMonth(database, branch);
    return { kind: 'adjustment', commission: amount.value, pay_month: payMonth, collection: null };
  }

  const { collection: id } = correction;
  const credited: Pick<DuesCollection, 'pay_month'> | undefined = await database('collection')
    .where({ id, kader })
    .first('pay_month');
  if (credited === undefined) throw refusal('KADER_DISPUTE_COLLECTION');
  const { action, amount, left, commission, month } = await previewCorrection(context, {
    id,
    amount: correction.amount,
  });
  return {
    kind: 'collection',
    commission: commission === 0 ? 0 : -commission,
    pay_month: credited.pay_month === null ? null : month,
    collection: { id, action, amount, left, month },
  };
}

async function oldestOpenMonth(knex: Knex, branch: number): Promise<string> {
  const { rows } = await knex.raw<{ rows: { month: string }[] }>(
    `select greatest(b.first_month, kader_next_month(kader_closed_through(b.id))) as month
     from branch b where b.id = :branch`,
    { branch },
  );
  return rows[0]?.month ?? '';
}
