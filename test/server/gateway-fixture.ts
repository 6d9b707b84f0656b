import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Knex } from 'knex';
import type { GatewayMessage } from '../../extensions/kader-jkn/src/contract/message-gateway.ts';
import type { Message } from '../../extensions/kader-jkn/src/contract/message-records.ts';
import { moving } from '../../extensions/kader-jkn/src/server/messages/lease.ts';
import { queueMessages } from '../../extensions/kader-jkn/src/server/messages/queue-messages.ts';

export const gatewaySecret = 'a secret of the tests, long enough';

export interface ReceivedRequest {
  told: GatewayMessage;
  body: string;
  headers: IncomingHttpHeaders;
}

/** A gateway of the tests' own, which answers as `answer` says and remembers what it was sent. */
export interface TestGateway {
  url: string;
  received: ReceivedRequest[];
  answer: (response: ServerResponse, request: ReceivedRequest) => void;
  stop: () => Promise<void>;
}

export async function startGateway(): Promise<TestGateway> {
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part) => (body += part));
    request.on('end', () => {
      const received = { told: JSON.parse(body), body, headers: request.headers };
      gateway.received.push(received);
      gateway.answer(response, received);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const gateway: TestGateway = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/pesan`,
    received: [],
    answer: answers(200, '{"status":"accepted"}'),
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((closed) => server.close(() => closed()));
    },
  };
  return gateway;
}

export const answers =
  (status: number, text = '', headers: Record<string, string> = {}) =>
  (response: ServerResponse): void => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
  };

/** Whether a request was signed with the secret, and lately. */
export function isSigned({ headers, body }: ReceivedRequest, secret = gatewaySecret): boolean {
  const timestamp = String(headers['x-kader-timestamp']);
  const fresh = Math.abs(Date.now() / 1000 - Number(timestamp)) < 60;
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return fresh && headers['x-kader-signature'] === `sha256=${signature}`;
}

/** Messages to families that are ready for a person, as preparing leaves them. */
export async function readyMessages(
  knex: Knex,
  families: readonly number[],
  { channel = 'whatsapp' as 'whatsapp' | 'sms', now = new Date() } = {},
): Promise<Message[]> {
  const { queued } = await queueMessages(
    knex,
    families.map((binaan) => ({
      ...{ key: 'arrears_reminder', channel, about: 'family' as const, item: binaan, branch: null, cause: 'uji' },
      recipient: { kind: 'family' as const, binaan },
    })),
  );
  await moving(knex, async (trx) => {
    for (const [index, id] of queued.entries()) {
      await trx('message')
        .where({ id })
        .update({
          status: 'by_hand',
          to_address: `62812000${String(id).padStart(5, '0')}`,
          text: `Pesan ${index}: é ✓`,
        });
    }
    await trx('message').whereIn('id', queued).update({ next_at: now });
  });
  return await knex('message').whereIn('id', queued).orderBy('id');
}
