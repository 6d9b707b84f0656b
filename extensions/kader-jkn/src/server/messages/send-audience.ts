import type { Knex } from 'knex';
import type { AudienceSent } from '../../contract/message-audiences.ts';
import type { MessageBatch, QueueRequest } from '../../contract/message-records.ts';
import type { Id, Moment, UserId } from '../../contract/records.ts';
import { queueMessages } from './queue-messages.ts';

export interface BatchToMake {
  name: string;
  branch: Id | null;
  template_key: string;
  channel: MessageBatch['channel'];
  audience: Record<string, unknown>;
  asked_by: UserId | null;
  /** a batch of more waits for a head; null: none waits */
  approveAbove: number | null;
  /** `always`: what a person sends is kept together; `waiting`: only where a head must approve it */
  keep: 'always' | 'waiting';
  now: Moment;
}

/** Queues messages together, in the caller's transaction. Nothing new to queue makes no batch. */
export async function sendTogether(
  trx: Knex,
  requests: readonly QueueRequest[],
  asked: BatchToMake,
): Promise<AudienceSent> {
  const repeated = await countKnown(trx, requests);
  const size = requests.length - repeated;
  if (size === 0) return { batch: null, queued: 0, repeated, status: null };
  const waits = asked.approveAbove !== null && size > asked.approveAbove;
  const batch = waits || asked.keep === 'always' ? await openBatch(trx, asked, { size, waits }) : null;
  const queued = await queueMessages(trx, requests, { batch });
  // somebody else queued some of them in between
  if (batch !== null && queued.queued.length !== size) await resizeBatch(trx, batch, queued.queued.length);
  return {
    batch,
    queued: queued.queued.length,
    repeated: queued.repeated,
    status: batch === null ? null : waits ? 'waiting' : 'approved',
  };
}

async function countKnown(trx: Knex, requests: readonly QueueRequest[]): Promise<number> {
  const keys = requests.flatMap(({ dedupe }) => (dedupe === undefined ? [] : [dedupe]));
  const { rows } = await trx.raw<{ rows: [{ known: number }] }>(
    'select count(*)::integer as known from message where dedupe_key = any(?)',
    [keys],
  );
  return rows[0].known;
}

async function openBatch(trx: Knex, asked: BatchToMake, { size, waits }: { size: number; waits: boolean }) {
  const { approveAbove: _, keep: __, now, audience, ...batch } = asked;
  await trx.raw("select set_config('kader.messaging', 'on', true)");
  const [made]: { id: Id }[] = await trx('message_batch')
    .insert({
      ...batch,
      audience: JSON.stringify(audience),
      size,
      status: waits ? 'waiting' : 'approved',
      date_created: now,
      user_created: asked.asked_by,
    })
    .returning('id');
  await trx.raw("select set_config('kader.messaging', '', true)");
  return made?.id ?? null;
}

async function resizeBatch(trx: Knex, id: Id, size: number): Promise<void> {
  await trx.raw("select set_config('kader.messaging', 'on', true)");
  await trx('message_batch').where({ id }).update({ size });
  await trx.raw("select set_config('kader.messaging', '', true)");
}

/** Rounds after which somebody cancelled often enough. */
const mostAgain = 9;

/**
 * What was cancelled, or declined with its batch, can be asked for once more by a person: such a message gets a key of its own.
 * Flows never ask again.
 */
export async function afterCancelled(knex: Knex, requests: readonly QueueRequest[]): Promise<QueueRequest[]> {
  let asked = [...requests];
  for (let round = 2; round <= mostAgain; round += 1) {
    const keys = asked.flatMap(({ dedupe }) => (dedupe === undefined ? [] : [dedupe]));
    const cancelled: string[] = await knex('message')
      .whereRaw('dedupe_key = any(?)', [keys])
      .where({ status: 'cancelled' })
      .pluck('dedupe_key');
    if (cancelled.length === 0) break;
    const gone = new Set(cancelled);
    asked = asked.map((request) =>
      request.dedupe !== undefined && gone.has(request.dedupe)
        ? { ...request, dedupe: `${request.dedupe.replace(/#\d+$/, '')}#${round}` }
        : request,
    );
  }
  return asked;
}
