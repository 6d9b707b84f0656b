import type { Knex } from 'knex';
import type { BatchStatus, MessageStatus } from '../../contract/message-records.ts';
import type { Id } from '../../contract/records.ts';
import { inChunks } from './chunks.ts';
import { type Difference, differences } from './difference.ts';

interface Batch {
  id: Id;
  size: number;
  counted: number;
}

interface Stray {
  id: Id;
  status: MessageStatus;
  batch_status: BatchStatus | null;
}

// Messages may be deleted once they are 60 days old.
const batches = `
  select b.id, b.size, (select count(*)::integer from message m where m.batch = b.id) as counted
  from message_batch b
  where b.id > :after and b.date_created > now() - interval '60 days'
  order by b.id
  limit :limit`;

// One that waits to be prepared is judged when it is.
const strays = `
  select m.id, m.status, b.status as batch_status
  from message m
  left join message_batch b on b.id = m.batch
  where m.id > :after and (
    (m.status = 'waiting' and b.status is distinct from 'waiting')
    or (b.status = 'waiting' and m.status in ('queued', 'by_hand', 'claimed', 'sending', 'sent'))
    or (b.status in ('declined', 'cancelled') and m.status in ('new', 'queued', 'by_hand', 'claimed', 'sending', 'sent')))
  order by m.id
  limit :limit`;

/** A batch has the messages that it says; these wait exactly while it does, and go no further where it was stopped. */
export async function* auditMessages(knex: Knex): AsyncGenerator<Difference> {
  for await (const rows of inChunks<Batch>(knex, batches)) {
    for (const { id, size, counted } of rows) yield* differences('message_batch', id, { size }, { size: counted });
  }
  for await (const rows of inChunks<Stray>(knex, strays)) {
    for (const { id, status, batch_status } of rows) {
      const expected = batch_status === 'waiting' ? 'waiting' : batch_status === 'approved' ? 'queued' : 'cancelled';
      yield* differences('message', id, { status }, { status: expected });
    }
  }
}
