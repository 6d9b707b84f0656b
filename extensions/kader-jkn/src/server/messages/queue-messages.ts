import type { Knex } from 'knex';
import type { Queued, QueueRequest } from '../../contract/message-records.ts';
import type { Id } from '../../contract/records.ts';
import { messageHost } from './message-host.ts';

/**
 * Queues messages with one statement, in the caller's transaction: what rolls back was never queued. The recipient's branch,
 * holder and channel are looked up here, address and words when it is prepared. A dedupe key that is there already queues
 * nothing. After the commit call `wakeOutbox`.
 */
export async function queueMessages(
  knex: Knex,
  requests: readonly QueueRequest[],
  { batch = null }: { batch?: Id | null } = {},
): Promise<Queued> {
  if (requests.length === 0) return { queued: [], repeated: 0 };
  const rows = requests.map((request, place) => ({
    place,
    template_key: request.key,
    channel: request.channel,
    about: request.about,
    item: request.item,
    branch: request.branch,
    ...recipientColumns(request),
    language: request.language ?? 'id-ID',
    data: request.data ?? null,
    attachments: request.attach ?? null,
    cause: request.cause,
    dedupe_key: request.dedupe ?? null,
    not_before: request.notBefore ?? null,
    not_after: request.notAfter ?? null,
  }));
  const answer = await knex.raw<{ rows: { id: Id }[] }>(
    'select id from kader_queue_messages(:rows::jsonb, :batch::integer, :host::text) as made(id) order by id',
    { rows: JSON.stringify(rows), batch, host: messageHost() },
  );
  const queued = answer.rows.map(({ id }) => id);
  return { queued, repeated: requests.length - queued.length };
}

function recipientColumns({ recipient }: QueueRequest) {
  const nobody = { kader: null, binaan: null, recipient_user: null, to_name: null, to_address: null };
  switch (recipient.kind) {
    case 'kader':
      return { ...nobody, recipient_kind: recipient.kind, kader: recipient.kader };
    case 'family':
      return { ...nobody, recipient_kind: recipient.kind, binaan: recipient.binaan };
    case 'user':
      return { ...nobody, recipient_kind: recipient.kind, recipient_user: recipient.user };
    case 'address':
      return { ...nobody, recipient_kind: recipient.kind, to_name: recipient.name, to_address: recipient.address };
  }
}
