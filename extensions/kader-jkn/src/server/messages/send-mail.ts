import { setTimeout as wait } from 'node:timers/promises';
import type { Knex } from 'knex';
import { emailAddress } from '../../core/message-rules.ts';
import type { Mailer, MailOutcome, OutgoingMail } from '../../mail/index.ts';
import type { Desk } from '../desk/desk.ts';
import { beginSending, type ClaimedMessage, settleMessage } from './claim-messages.ts';
import type { OutboxContext } from './outbox-context.ts';

/** How often, and after how long each time, the end of an attempt is written down again where the database does not answer. */
const settleTries = 5;
const settleWait = 1000;

/** Sends one e-mail that was taken, and writes down how that ended. */
export async function sendMail(
  context: OutboxContext,
  desk: Desk,
  mailer: Mailer,
  message: ClaimedMessage,
  from: string,
): Promise<MailOutcome> {
  const { database, logger } = context;
  const outcome = await attempt(desk, mailer, message, from, () => beginSending(database, message, desk.now()));
  if (outcome.kind === 'lost') return outcome;
  for (let tries = 1; ; tries += 1) {
    try {
      await settleMessage(database, message, outcome, desk.now());
      return outcome;
    } catch (error) {
      if (tries === settleTries) {
        // after its lease it is taken back, or kept as unsure where the server had begun to take it
        logger.error(
          error,
          `Kader JKN: how message ${message.id} was sent (${outcome.kind}) could not be written down`,
        );
        return outcome;
      }
      await wait(settleWait);
    }
  }
}

async function attempt(
  desk: Desk,
  mailer: Mailer,
  message: ClaimedMessage,
  from: string,
  begin: () => Promise<boolean>,
): Promise<MailOutcome> {
  let mail: OutgoingMail;
  try {
    mail = await makeMail(desk, message, from);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return { kind: 'later', error: `Lampiran tidak terbaca (an attachment cannot be read): ${words}`, troubled: false };
  }
  return await mailer.send(mail, begin);
}

/** The mail as it was prepared: from the instance in the name of the branch, which is also who gets the answers. */
async function makeMail(desk: Desk, message: ClaimedMessage, from: string): Promise<OutgoingMail> {
  const { to_address, to_name, message_id, subject, text, html, attachments } = message;
  const branch = await readBranch(desk.knex, message);
  return {
    from: { name: branch.name, address: bareAddress(from) },
    to: { name: to_name ?? '', address: to_address ?? '' },
    replyTo: branch.email === null ? null : emailAddress(branch.email),
    messageId: message_id,
    date: desk.now(),
    subject: subject ?? '',
    text: text ?? '',
    html,
    attachments: await Promise.all((attachments ?? []).map((one) => readAttachment(desk, one))),
  };
}

async function readBranch(knex: Knex, { branch }: ClaimedMessage): Promise<{ name: string; email: string | null }> {
  const found = branch === null ? undefined : await knex('branch').where({ id: branch }).first('name', 'email');
  if (found !== undefined) return found;
  const project = await knex('directus_settings').first('project_name');
  return { name: project?.project_name || 'Kader JKN', email: null };
}

/** EMAIL_FROM may carry a name of its own: `Kader JKN <jkn@example.com>`. */
function bareAddress(from: string): string {
  return /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from;
}

/** As the system: that it goes along was decided when the message was queued or its template written. */
async function readAttachment({ knex, schema, services }: Desk, { file, name }: { file: string; name: string }) {
  const { stream, file: kept } = await new services.AssetsService({ knex, schema }).getAsset(file);
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return { filename: name, contentType: kept.type ?? 'application/octet-stream', content: Buffer.concat(pieces) };
}
