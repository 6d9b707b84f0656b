import type { MessageBatch } from '../../contract/message-records.ts';
import type { Id } from '../../contract/records.ts';
import { leadsBranch } from '../caller.ts';
import type { Desk } from '../desk/desk.ts';
import { visibleRecord } from '../desk/desk.ts';
import { refusal } from '../errors.ts';
import { moving } from './lease.ts';

export interface BatchDecided {
  id: Id;
  status: MessageBatch['status'];
  /** messages that go on, or are cancelled */
  messages: number;
}

/**
 * Lets a batch go or stops it: a head of its branch other than who sent it, or an administrator. Whoever sent it may take it
 * back themselves (`cancelled`). Refused as KADER_MESSAGE_BATCH_UNKNOWN, KADER_NOT_ALLOWED, KADER_MESSAGE_BATCH_OWN,
 * KADER_MESSAGE_BATCH_DECIDED, KADER_REASON_REQUIRED.
 */
export async function decideBatch(
  desk: Desk,
  id: Id,
  status: 'approved' | 'declined' | 'cancelled',
  note: string | null,
): Promise<BatchDecided> {
  if ((await visibleRecord(desk, 'message_batch', id, ['id'])) === null) throw refusal('KADER_MESSAGE_BATCH_UNKNOWN');
  if (status === 'declined' && note === null) throw refusal('KADER_REASON_REQUIRED', { field: 'note' });
  const { accountability, knex } = desk;
  return await moving(knex, async (trx) => {
    const batch: Pick<MessageBatch, 'branch' | 'status' | 'asked_by'> = await trx('message_batch')
      .where({ id })
      .forUpdate()
      .first('branch', 'status', 'asked_by');
    const isOwn = batch.asked_by !== null && batch.asked_by === accountability.user;
    const leads = batch.branch === null ? accountability.admin : await leadsBranch(trx, accountability, batch.branch);
    if (!leads && !(status === 'cancelled' && isOwn)) throw refusal('KADER_NOT_ALLOWED');
    if (isOwn && status !== 'cancelled') throw refusal('KADER_MESSAGE_BATCH_OWN');
    if (batch.status !== 'waiting') throw refusal('KADER_MESSAGE_BATCH_DECIDED');

    const now = desk.now();
    await trx('message_batch')
      .where({ id })
      .update({
        ...{ status, decided_by: accountability.user, decided_at: now, decision_note: note },
        ...{ user_updated: accountability.user, date_updated: now },
      });
    const messages =
      status === 'approved'
        ? await trx('message')
            .where({ batch: id, status: 'waiting' })
            .update({ status: trx.raw("case channel when 'email' then 'queued' else 'by_hand' end") })
        : await trx('message')
            .where({ batch: id })
            .whereIn('status', ['new', 'waiting', 'held'])
            .update({ status: 'cancelled', held_reason: null });
    return { id, status, messages };
  });
}
