import type { SchemaOverview } from '@directus/types';
import type { Mailer } from '../../mail/index.ts';
import { loadMail } from '../load-mail.ts';
import { claimMessages } from './claim-messages.ts';
import { directusMailer } from './directus-mailer.ts';
import { takeBackLost } from './lease.ts';
import { type MailSettings, readMailSettings } from './mail-settings.ts';
import { deskOfOutbox, type OutboxContext } from './outbox-context.ts';
import { prepareMessages } from './prepare-messages.ts';
import { sendMail } from './send-mail.ts';

/** What one round did. */
export interface OutboxRound {
  /** taken back from a process that died, to wait again or as unsure */
  waiting: number;
  unsure: number;
  prepared: number;
  sent: number;
  failed: number;
  /** the mail server could not be spoken to: the rest was not tried */
  troubled: boolean;
}

/** So many at once, and so many in hand when a process dies. */
export const connections = 4;

/**
 * One round of the outbox: takes back what others lost, prepares what is new, and sends what is due until nothing is, the
 * minute is full, or the server is in trouble. Several processes may do this at the same time.
 */
export async function runOutbox(context: OutboxContext, now = () => new Date()): Promise<OutboxRound> {
  const { database, env } = context;
  const lost = await takeBackLost(database, now());
  const prepared = await prepareMessages(context, now());
  const mail = readMailSettings(env);
  const sent = mail.ok ? await sendDue(context, mail.settings, now) : { sent: 0, failed: 0, troubled: false };
  return { ...lost, prepared, ...sent };
}

async function sendDue(context: OutboxContext, settings: MailSettings, now: () => Date) {
  const done = { sent: 0, failed: 0, troubled: false };
  const take = () =>
    claimMessages(context.database, { channels: ['email'], limit: connections, perMinute: settings.perMinute }, now());
  let claimed = await take();
  if (claimed.length === 0) return done;

  const desk = { ...(await deskOfOutbox(context, context.database)), now };
  const mailer = await openMailerFor(context, settings, desk.schema);
  try {
    while (claimed.length > 0) {
      const outcomes = await Promise.all(
        claimed.map((message) => sendMail(context, desk, mailer, message, settings.from)),
      );
      for (const outcome of outcomes) {
        if (outcome.kind === 'sent') done.sent += 1;
        if (outcome.kind === 'refused' || outcome.kind === 'unsure') done.failed += 1;
        if (outcome.kind === 'later' && outcome.troubled) done.troubled = true;
      }
      claimed = done.troubled ? [] : await take();
    }
  } finally {
    mailer.close();
  }
  return done;
}

async function openMailerFor(context: OutboxContext, settings: MailSettings, schema: SchemaOverview): Promise<Mailer> {
  if (settings.kind === 'directus') return directusMailer(context, schema);
  const { openMailer } = await loadMail();
  return openMailer(settings, connections);
}
