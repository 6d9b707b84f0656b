import type { Message, QueueRequest } from '../../extensions/kader-jkn/src/contract/message-records.ts';
import type { OutboxContext } from '../../extensions/kader-jkn/src/server/messages/outbox-context.ts';
import { queueMessages } from '../../extensions/kader-jkn/src/server/messages/queue-messages.ts';
import type { TestDirectus } from '../harness/index.ts';

/** The outbox of the sources, on the database of the test, with settings of its own. */
export function outboxOf(app: TestDirectus, env: Record<string, string>): OutboxContext {
  const silent = () => undefined;
  return {
    database: app.knex,
    services: app.services(),
    getSchema: app.schema,
    env: { PUBLIC_URL: app.url, ...env },
    logger: { info: silent, warn: silent, error: silent },
  };
}

/** A notice by e-mail to somebody of no branch; `fields` replace. */
export function noticeTo(address: string, fields: Partial<QueueRequest> = {}): QueueRequest {
  return {
    key: 'notice',
    channel: 'email',
    about: 'notice',
    item: null,
    branch: null,
    recipient: { kind: 'address', address, name: 'Penerima uji' },
    data: { title: 'Kabar uji', text: 'Isi kabar uji.', lines: [], link: null },
    cause: 'test',
    ...fields,
  };
}

/** Queues messages and returns their ids. */
export async function queue(app: TestDirectus, ...requests: QueueRequest[]): Promise<number[]> {
  return (await queueMessages(app.knex, requests)).queued;
}

export async function messageOf(app: Pick<TestDirectus, 'knex'>, id: number | undefined): Promise<Message> {
  return await app.knex('message').where({ id }).first();
}

/** Changes messages as our code may, past what it does. */
export async function rewrite(
  knex: TestDirectus['knex'],
  ids: readonly (number | undefined)[],
  change: Record<string, unknown>,
): Promise<void> {
  await knex.transaction(async (trx) => {
    await trx.raw("select set_config('kader.messaging', 'on', true)");
    await trx('message')
      .whereIn(
        'id',
        ids.filter((id) => id !== undefined),
      )
      .update(change);
  });
}
