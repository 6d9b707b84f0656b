import type { Knex } from 'knex';
import type { DisputeAnswer, DisputeState } from '../../contract/disputes.ts';
import type { Dispute, Id } from '../../contract/records.ts';
import { longestReason } from '../../core/adjustment.ts';
import { longestAnswer } from '../../core/dispute.ts';
import { correctCollection } from '../correct-collection.ts';
import { type Desk, itemsFor, visibleRecord } from '../desk/desk.ts';
import { refusal } from '../errors.ts';
import { readWords } from '../read-words.ts';
import { refuseAnswer } from './end.ts';
import { correctionShown } from './show-correction.ts';

type Made = Pick<Dispute, 'adjustment' | 'collection'>;

const nothingMade: Made = { adjustment: null, collection: null };

/**
 * Answers an open dispute. Declining takes words alone; accepting makes its correction in the same transaction, which holds
 * the dispute, so that neither is ever there without the other, nor twice. Refused as KADER_DISPUTE_UNKNOWN,
 * KADER_DISPUTE_ENDED, KADER_NOT_ALLOWED, KADER_DISPUTE_OWN, KADER_DISPUTE_ANSWER, KADER_CORRECTION_MOVED where a month
 * closed since the caller looked, and as the correction itself is.
 */
export async function answerDispute(desk: Desk, id: Id, told: DisputeAnswer): Promise<DisputeState> {
  if (!(await visibleRecord(desk, 'dispute', id, ['id']))) throw refusal('KADER_DISPUTE_UNKNOWN');
  const answer = readWords(told.answer, 'answer', longestAnswer, 'KADER_DISPUTE_ANSWER');

  return await desk.knex.transaction(async (transaction) => {
    const within: Desk = { ...desk, knex: transaction };
    const dispute: Dispute = await transaction('dispute').where({ id }).forUpdate().first();
    await refuseAnswer(transaction, dispute, desk.accountability);

    const accepts = told.decision === 'accept';
    const made = accepts ? await correct(within, dispute, { ...told, answer }) : nothingMade;
    const status = accepts ? 'accepted' : 'declined';
    await itemsFor(within, 'dispute').updateOne(id, { status, answer, ...(accepts && made) });
    return { id, status, ...made };
  });
}

/** Makes the correction that accepts a dispute, and says so to the database, which accepts a dispute in no other way. */
async function correct(
  desk: Desk,
  { id, kader, branch }: Dispute,
  { answer, correction, pay_month: shownMonth }: DisputeAnswer & { decision: 'accept' },
): Promise<Made> {
  const { knex } = desk;
  await knex.raw("select set_config('kader.answering', ?, true)", [String(id)]);
  const reason = [...`Sanggahan nomor ${id}: ${answer}`].slice(0, longestReason).join('');
  // Collections hold their family before their month: only a correction in rupiah may hold the month first.
  if (correction.kind === 'adjustment') await holdOpenMonth(knex, branch);
  const context = { ...desk, database: knex };
  const { pay_month: month, collection } = await correctionShown(context, { kader, branch }, correction);
  refuseMoved(shownMonth, month);

  if (correction.kind === 'adjustment') {
    const adjustment = { kader, amount: correction.amount, reason, dispute: id };
    return { ...nothingMade, adjustment: Number(await itemsFor(desk, 'commission_adjustment').createOne(adjustment)) };
  }
  const part = correction.amount === undefined ? {} : { amount: correction.amount };
  const action = collection === null ? {} : { action: collection.action };
  const done = await correctCollection(context, { id: correction.collection, ...part, ...action, reason });
  const booked = await knex('collection').where({ id: done.id }).first('pay_month');
  if (done.action === 'reversal') refuseMoved(shownMonth, booked.pay_month);
  return { ...nothingMade, collection: done.id };
}

async function holdOpenMonth(knex: Knex, branch: Id): Promise<void> {
  await knex.raw('select kader_lock_open_month(b.id, b.first_month) from branch b where b.id = ?', [branch]);
}

/** Nobody does what they did not see: a month that closed meanwhile moves the correction. */
function refuseMoved(shown: string | null | undefined, month: string | null): void {
  if (shown !== undefined && shown !== null && shown !== month) {
    throw refusal('KADER_CORRECTION_MOVED', { month: shown });
  }
}
