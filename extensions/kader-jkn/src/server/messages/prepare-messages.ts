import type { Knex } from 'knex';
import type {
  HeldReason,
  Message,
  MessageAttachment,
  MessageChannel,
  MessageStatus,
  TemplateChannel,
} from '../../contract/message-records.ts';
import type { FileId, Id } from '../../contract/records.ts';
import type { Desk } from '../desk/desk.ts';
import type { Recipient } from './context/context-reader.ts';
import { readContext } from './context/read-context.ts';
import { isTheirs } from './is-theirs.ts';
import { moving, waitsAs } from './lease.ts';
import { decisionOf, fileLetter, fileNameOf, makeAttachment } from './make-attachments.ts';
import { deskOfOutbox, type OutboxContext } from './outbox-context.ts';
import { judge, type MessageStanding, readStandings } from './read-standings.ts';
import { findTemplate } from './templates/find-template.ts';
import { renderMessage } from './templates/render-message.ts';

/** A message made ready, or why it is not. */
type Prepared =
  | { status: Extract<MessageStatus, 'waiting' | 'queued' | 'by_hand'>; ready: Partial<Message> }
  | { status: 'held'; held_reason: HeldReason; last_error?: string };

/** So many in one transaction: a crash makes them anew, and others wait no longer than that. */
const atOnce = 25;

export const channelOfTemplate: Readonly<Record<MessageChannel, TemplateChannel>> = {
  email: 'email',
  letter: 'letter',
  whatsapp: 'whatsapp',
  sms: 'whatsapp',
};

/**
 * Makes new messages ready: finds where they go, asks whether they may, writes their words and documents, and says what
 * becomes of them. One process at a time, so that of two messages to a family the second counts the first; another that
 * comes meanwhile leaves it to that one. Answers with how many it looked at.
 */
export async function prepareMessages(context: OutboxContext, now: Date): Promise<number> {
  let prepared = 0;
  for (;;) {
    const some = await moving(context.database, (trx) => prepareSome(context, trx, now));
    prepared += some;
    if (some < atOnce) return prepared;
  }
}

async function prepareSome(context: OutboxContext, trx: Knex.Transaction, now: Date): Promise<number> {
  const { rows } = await trx.raw("select pg_try_advisory_xact_lock(hashtext('kader messages prepared')) as ours");
  if (!rows[0].ours) return 0;
  const found: Id[] = await trx('message').where({ status: 'new' }).orderBy('id').limit(atOnce).pluck('id');
  // whoever decides on a batch meanwhile waits, and then finds its messages waiting; batches first, as they lock them
  const batches = trx('message').whereIn('id', found).select('batch');
  await trx('message_batch').whereIn('id', batches).orderBy('id').select('id').forShare();
  const fresh = trx('message').whereIn('id', found).where({ status: 'new' });
  const ids: Id[] = await fresh.orderBy('id').forUpdate().pluck('id');
  const standings = await readStandings(trx, ids, now);
  const messaged = await readOthers(trx, standings, now);
  for (const one of standings) {
    const { binaan } = one.message;
    const family = one.message.recipient_kind === 'family' ? binaan : null;
    const others = family === null ? [] : (messaged.get(family) ?? []);
    const standing = { ...one, standing: { ...one.standing, others } };
    const { at, ...prepared } = await prepareOne(context, trx, standing, now);
    await write(trx, one, prepared);
    if (family !== null && prepared.status !== 'held') messaged.set(family, [...others, at]);
  }
  return found.length;
}

/** When the other messages of these families went, or are to go, in the week before and after. */
export async function readOthers(
  trx: Knex,
  standings: readonly MessageStanding[],
  now: Date,
): Promise<Map<Id, Date[]>> {
  const families = standings.flatMap(({ message }) =>
    message.recipient_kind === 'family' && message.binaan !== null ? [message.binaan] : [],
  );
  const rows: { binaan: Id; at: Date }[] = await trx('message')
    .whereIn('binaan', families)
    .where({ recipient_kind: 'family' })
    .whereNotIn('status', ['new', 'held', 'failed', 'cancelled'])
    .whereRaw("coalesce(sent_at, next_at, date_created) > ?::timestamptz - interval '30 days'", [now])
    .select('binaan', trx.raw('coalesce(sent_at, next_at, date_created) as at'));
  const found = new Map<Id, Date[]>();
  for (const { binaan, at } of rows) found.set(binaan, [...(found.get(binaan) ?? []), at]);
  return found;
}

async function prepareOne(
  context: OutboxContext,
  trx: Knex.Transaction,
  one: MessageStanding,
  now: Date,
): Promise<Prepared & { at: Date }> {
  const { not_before: first } = one.message;
  const from = first === null ? now : new Date(Math.max(now.getTime(), Date.parse(first)));
  const may = judge(one, from);
  if (!may.ok) return { status: 'held', held_reason: may.held, at: from };
  const desk = await deskOfOutbox(context, trx);
  try {
    // what fails in the database undoes this message alone
    const written = await trx.transaction((within) => writeWords({ ...desk, knex: within, now: () => now }, one));
    if ('held_reason' in written) return { ...written, at: from };
    const status = one.isWaitingBatch ? 'waiting' : waitsAs(one.message.channel);
    const ready = { ...written, kader: one.kader, to_name: one.name, next_at: may.at.toISOString() };
    return { status, ready: { ...ready, to_address: one.standing.address }, at: may.at };
  } catch (error) {
    const problem = templateProblem(error);
    if (problem !== null) return { status: 'held', held_reason: 'template_problem', last_error: problem, at: from };
    context.logger.error(error, `Kader JKN: message ${one.message.id} could not be prepared`);
    return { status: 'held', held_reason: 'not_prepared', last_error: wordsOf(error), at: from };
  }
}

type Words = Partial<Pick<Message, 'subject' | 'html' | 'text' | 'file' | 'template' | 'attachments'>>;

/** Who gets a message, as its words are written for them. */
export function recipientOf({ message, name }: MessageStanding): Recipient {
  return {
    kader: message.recipient_kind === 'kader' ? message.kader : null,
    binaan: message.recipient_kind === 'family' ? message.binaan : null,
    user: message.recipient_user,
    name: name ?? '',
  };
}

async function writeWords(desk: Desk, one: MessageStanding): Promise<Words | (Prepared & { status: 'held' })> {
  const { message, timezone: timeZone } = one;
  const { template_key: key, branch, language } = message;
  const template = await findTemplate(desk.knex, {
    key,
    channel: channelOfTemplate[message.channel],
    branch,
    language,
  });
  if (template === null) return { status: 'held', held_reason: 'no_template' };
  const recipient = recipientOf(one);
  if (!(await isTheirs(desk.knex, message, recipient))) return { status: 'held', held_reason: 'not_theirs' };
  const context = await readContext(desk.knex, message.about, {
    item: message.item,
    recipient,
    data: message.data,
    branch,
    language: template.language,
    now: desk.now(),
  });
  if (context === null) return { status: 'held', held_reason: 'record_gone' };

  const words = { template: template.id };
  if (message.channel === 'letter') {
    const name = fileNameOf(key, message);
    const file: FileId =
      (await decisionOf(desk, message)) ?? (await fileLetter(desk, { template, context, timeZone, name }));
    return {
      ...words,
      subject: (await renderMessage(template, context, { locale: template.language, timeZone })).subject,
      file,
    };
  }
  const rendered = await renderMessage(template, context, { locale: template.language, timeZone });
  const given: MessageAttachment[] = [...(message.attachments ?? [])];
  if (message.channel === 'email' && template.attachment !== null) {
    const attachment = await makeAttachment(desk, message, { template, context, timeZone });
    if (attachment === null) return { status: 'held', held_reason: 'attachment_missing' };
    given.push(attachment);
  }
  return { ...words, ...rendered, attachments: given.length > 0 ? given : null };
}

async function write(trx: Knex, { message }: MessageStanding, prepared: Prepared): Promise<void> {
  const row = trx('message').where({ id: message.id });
  if (prepared.status === 'held') {
    const { status, held_reason, last_error = null } = prepared;
    await row.update({ status, held_reason, last_error });
    return;
  }
  const { attachments, ...ready } = prepared.ready;
  await row.update({
    ...ready,
    status: prepared.status,
    last_error: null,
    ...(attachments !== undefined && { attachments: attachments && JSON.stringify(attachments) }),
  });
}

/** The sentence of a TemplateProblem; its class is another one in dist/documents.js. */
function templateProblem(error: unknown): string | null {
  if (!(error instanceof Error) || error.name !== 'TemplateProblem') return null;
  const { sentence } = error as Error & { sentence?: { id?: string } };
  return sentence?.id ?? error.message;
}

function wordsOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 500);
}
