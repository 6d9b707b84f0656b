import type { EndpointExtensionContext } from '@directus/types';
import type { Router } from 'express';
import { z } from 'zod';
import type { Id } from '../../contract/records.ts';
import { answering } from '../desk/answering.ts';
import { type Desk, visibleRecord } from '../desk/desk.ts';
import { parsed, readId } from '../desk/parse-request.ts';
import { refusal } from '../errors.ts';
import { takesListsIn } from '../intake/import-caller.ts';
import { sendDocument } from '../send-document.ts';
import { decideBatch } from './decide-batch.ts';
import { cancelMessage, handOverLink, sendAgain, sentByHand } from './person-steps.ts';
import { readOutbox } from './read-outbox.ts';
import { recordBounce } from './record-bounce.ts';
import { wakeOutbox } from './wake-outbox.ts';

const words = z.string().trim().max(2000).nullish();
const stepBody = z.object({ note: words, confirm: z.boolean().optional() }).nullish();
const bounceBody = z
  .object({
    message_id: z.string().trim().min(3).max(255).nullish(),
    address: z.string().trim().min(3).max(255).nullish(),
    kind: z.enum(['hard', 'soft']),
    reason: z.string().trim().min(1).max(2000),
  })
  .refine(({ message_id, address }) => Boolean(message_id ?? address), {
    path: ['message_id'],
    message: 'message_id or address',
  });

function readStep(body: unknown): { note: string | null; confirm: boolean } {
  const told = parsed(stepBody, body);
  return { note: told?.note || null, confirm: told?.confirm ?? false };
}

/**
 * `/kader-jkn/messages/`: what people do with a message (`:id/cancel`, `again`, `sent-by-hand`, `wa-link`, `letter`) and with a
 * batch (`batches/:id/approve`, `decline`, `cancel`), returned mails of machines (`bounces`), and how the outbox stands (`outbox`).
 */
export function addOutboxRoutes(router: Router, context: EndpointExtensionContext): void {
  const withDesk = answering(context, 'message');
  const woken = async <T>(work: Promise<T>): Promise<T> => {
    const done = await work;
    wakeOutbox();
    return done;
  };

  router.get(
    '/messages/outbox',
    withDesk(async ({ knex, accountability }) => {
      if (!takesListsIn(accountability)) throw refusal('KADER_NOT_ALLOWED');
      const user = await knex('directus_users').where({ id: accountability.user }).first('branch');
      if (!accountability.admin && user?.branch == null) throw refusal('KADER_NOT_ALLOWED');
      return await readOutbox(knex, context.env, accountability.admin ? null : user.branch);
    }),
  );
  router.post(
    '/messages/bounces',
    withDesk((desk, { body }) => {
      const { message_id, address, kind, reason } = parsed(bounceBody, body);
      return recordBounce(desk, { message_id: message_id ?? null, address: address ?? null, kind, reason });
    }),
  );
  for (const [path, status] of [
    ['approve', 'approved'],
    ['decline', 'declined'],
    ['cancel', 'cancelled'],
  ] as const) {
    router.post(
      `/messages/batches/:id/${path}`,
      withDesk((desk, { params, body }) => woken(decideBatch(desk, readId(params['id']), status, readStep(body).note))),
    );
  }
  router.post(
    '/messages/:id/cancel',
    withDesk((desk, { params, body }) => cancelMessage(desk, readId(params['id']), readStep(body).note)),
  );
  router.post(
    '/messages/:id/again',
    withDesk((desk, { params, body }) => woken(sendAgain(desk, readId(params['id']), readStep(body)))),
  );
  router.post(
    '/messages/:id/sent-by-hand',
    withDesk((desk, { params, body }) => sentByHand(desk, readId(params['id']), readStep(body).note)),
  );
  router.get(
    '/messages/:id/wa-link',
    withDesk((desk, { params }) => handOverLink(desk, readId(params['id']))),
  );
  router.get(
    '/messages/:id/letter',
    withDesk(async (desk, { params }, response) => {
      const id = readId(params['id']);
      await sendDocument(desk, response, { file: await letterOf(desk, id), name: `surat-${id}.pdf` });
    }),
  );
}

async function letterOf(desk: Desk, id: Id): Promise<string> {
  const message = await visibleRecord(desk, 'message', id, ['file']);
  if (message === null || message['file'] === null) throw refusal('KADER_MESSAGE_UNKNOWN');
  return String(message['file']);
}
