import type { Knex } from 'knex';
import {
  type AskedChannel,
  type AudienceFilter,
  type AudienceFilterField,
  type AudienceKey,
  type MessageAudience,
  messageAudiences,
  type NoticeWords,
} from '../../contract/message-audiences.ts';
import { type MessageAbout, messageAbouts } from '../../contract/message-contexts.ts';
import type { MessagesQueued } from '../../contract/message-operations.ts';
import type { MessageRecipient, QueueRequest } from '../../contract/message-records.ts';
import type { CollectionName, DateText, Id, Moment, TimeZone } from '../../contract/records.ts';
import { emailAddress, mobileNumber } from '../../core/message-rules.ts';
import { dateOf } from '../../core/period.ts';
import { worksForBranch } from '../caller.ts';
import { type Desk, visibleRecord } from '../desk/desk.ts';
import { refusal } from '../errors.ts';
import { branchesOf } from '../operations/branches-of.ts';
import { deskOfFlow, type FlowContext } from '../operations/flow-context.ts';
import { choiceTold, fileTold, flagTold, idsTold, idTold, linesTold, textTold } from '../operations/told.ts';
import { readAudience } from './audiences/read-audience.ts';
import { isTheirs } from './is-theirs.ts';
import { approveAbove } from './policy-approval.ts';
import { queueMessages } from './queue-messages.ts';
import { readFilter } from './read-filter.ts';
import { sendTogether } from './send-audience.ts';
import { aboutOfAudience, templateAbout } from './template-about.ts';
import { wakeOutbox } from './wake-outbox.ts';

/** As a flow tells them: numbers, text, records, or empty. What narrows an audience stands beside the rest, or in `filter`. */
export interface QueueOptions extends Partial<Record<AudienceFilterField, unknown>> {
  to?: unknown;
  audience?: unknown;
  branch?: unknown;
  filter?: unknown;
  approval?: unknown;
  recipient?: unknown;
  name?: unknown;
  item?: unknown;
  once?: unknown;
  template?: unknown;
  channel?: unknown;
  language?: unknown;
  title?: unknown;
  text?: unknown;
  lines?: unknown;
}

/** The flow that an operation runs in, as Directus hands it over. */
export interface RunningFlow {
  id: string;
  trigger: string;
  date_created: string | Date | null;
}

export type QueueContext = FlowContext & { flow?: RunningFlow | null };

const recipients = ['audience', 'kader', 'family', 'user', 'address'] as const;
const channels = ['best', 'email', 'whatsapp', 'sms', 'letter'] as const satisfies readonly AskedChannel[];
const languages = ['id-ID', 'en-US'] as const;
const audienceKeys = Object.keys(messageAudiences) as [AudienceKey, ...AudienceKey[]];

/** The record that a message of each kind is about. */
const recordOf: Partial<Record<MessageAbout, CollectionName>> = {
  kader: 'kader',
  family: 'binaan',
  promise: 'activity',
  payment: 'collection',
  statement: 'commission',
  warning: 'kader_event',
  review: 'partnership_review',
  award: 'award',
  session: 'monev_session',
  month: 'period',
  week_list: 'kader',
};

/**
 * Queues the messages that a step of a flow asks for: an audience's, or one to one recipient. What a schedule or an event sets
 * off acts for the administrator who made the flow; a button or a webhook acts for who pressed it, a head or staff of the
 * branch. Refused as KADER_FLOW_VALUE, KADER_NOT_ALLOWED, KADER_AUDIENCE_*, KADER_NOTICE_EMPTY and KADER_RECIPIENT_UNKNOWN.
 */
export async function queueByFlow(told: QueueOptions, context: QueueContext, now: () => Date): Promise<MessagesQueued> {
  const byItself = context.flow?.trigger === 'schedule' || context.flow?.trigger === 'event';
  const desk = await deskOfFlow(byItself ? { ...context, accountability: null } : context, now);
  const queued =
    choiceTold(told.to, recipients, 'to') === 'audience'
      ? await queueAudience(desk, told, { since: byItself ? momentOf(context.flow?.date_created) : null })
      : await queueOne(desk, told, context.flow ?? null);
  if (queued.queued > 0) wakeOutbox();
  return queued;
}

function momentOf(moment: string | Date | null | undefined): Moment | null {
  return moment ? new Date(moment).toISOString() : null;
}

async function queueAudience(
  desk: Desk,
  told: QueueOptions,
  { since }: { since: Moment | null },
): Promise<MessagesQueued> {
  const audience = choiceTold(told.audience, audienceKeys, 'audience');
  const template = textTold(told.template, 'template');
  const channel = choiceTold(told.channel, channels, 'channel');
  const filter = filterTold(audience, told);
  const approval = flagTold(told.approval, true, 'approval');
  const branches = await branchesAsked(desk, audience, told.branch);
  const { ownWords }: MessageAudience = messageAudiences[audience];
  const total: MessagesQueued = { audience, queued: 0, repeated: 0, waiting: [] };

  for (const branch of branches) {
    const about = await aboutOfAudience(desk.knex, audience, { template, branch });
    const notice = about === 'notice' && !ownWords ? noticeTold(told) : null;
    const call = { audience, branch, filter, about, notice, after: since, now: desk.now() };
    await desk.knex.transaction(async (trx) => {
      const requests = await readAudience(trx, call, { template, channel, cause: 'flow' });
      for (const [of, those] of Map.groupBy(requests, (request) => request.branch)) {
        const { to, label, template: usual }: MessageAudience = messageAudiences[audience];
        const asks = of !== null && to === 'family' && approval;
        const today = await todayOf(trx, of, desk.now());
        const sent = await sendTogether(trx, those, {
          name: `${label[0]} · ${today}`,
          branch: of,
          template_key: template ?? usual,
          channel,
          audience: { audience, filter },
          asked_by: desk.accountability.user,
          approveAbove: asks ? await approveAbove(trx, of, today) : null,
          keep: 'waiting',
          now: desk.now().toISOString(),
        });
        total.queued += sent.queued;
        total.repeated += sent.repeated;
        if (sent.status === 'waiting' && sent.batch !== null) total.waiting.push(sent.batch);
      }
    });
  }
  return total;
}

function filterTold(audience: AudienceKey, told: QueueOptions): AudienceFilter {
  const { filters }: MessageAudience = messageAudiences[audience];
  const entries = filters.map((field): [AudienceFilterField, unknown] => {
    const entry = told[field];
    if (field === 'ids' || field === 'kader' || field === 'areas') return [field, idsTold(entry, field)];
    return [field, field === 'session' ? idTold(entry, field) : textTold(entry, field)];
  });
  const isEmpty = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0);
  const given = Object.fromEntries(entries.filter(([, value]) => !isEmpty(value)));
  const written = jsonTold(told.filter, 'filter');
  return readFilter(
    audience,
    typeof written === 'object' && !Array.isArray(written) ? { ...written, ...given } : written,
  );
}

/** null: every branch whose programme goes on, or what is of no branch. Administrators are written to by the system alone. */
async function branchesAsked(desk: Desk, audience: AudienceKey, told: unknown): Promise<(Id | null)[]> {
  const asked = idTold(told, 'branch');
  const { admin, user } = desk.accountability;
  if (audience === 'administrators') {
    if (!admin) throw refusal('KADER_NOT_ALLOWED');
    return [null];
  }
  if (admin && user === null && asked === null) return [null];
  const branches = await branchesOf(desk, asked === null ? [] : [asked], ['head', 'staff']);
  return branches.map(({ id }) => id);
}

async function queueOne(desk: Desk, told: QueueOptions, flow: RunningFlow | null): Promise<MessagesQueued> {
  const { knex } = desk;
  const recipient = await recipientTold(desk, told);
  const template = textTold(told.template, 'template');
  if (template === null) throw refusal('KADER_FLOW_VALUE', { field: 'template' });
  const asked = idTold(told.branch, 'branch');
  const branch = (await branchOfRecipient(knex, recipient)) ?? asked;
  await mayWrite(desk, recipient, branch);
  const about = await templateAbout(knex, template, { branch, allowed: messageAbouts });
  const item = await itemTold(desk, about, told, recipient);
  const once = textTold(told.once, 'once');
  const request: QueueRequest = {
    key: template,
    channel: choiceTold(told.channel, channels, 'channel'),
    about,
    item,
    branch,
    recipient,
    language: choiceTold(told.language, languages, 'language'),
    cause: 'flow',
    ...(about === 'notice' && { data: { ...noticeTold(told) } }),
    ...(once !== null && { dedupe: `${template}:${flow?.id ?? 'flow'}:${once}`.slice(0, 255) }),
  };
  const { queued, repeated } = await knex.transaction((trx) => queueMessages(trx, [request]));
  return { audience: null, queued: queued.length, repeated, waiting: [] };
}

async function recipientTold(desk: Desk, told: QueueOptions): Promise<MessageRecipient> {
  const kind = choiceTold(told.to, recipients, 'to');
  switch (kind) {
    case 'kader':
    case 'family': {
      const id = idTold(told.recipient, 'recipient');
      if (id === null) throw refusal('KADER_FLOW_VALUE', { field: 'recipient' });
      return kind === 'kader' ? { kind, kader: id } : { kind, binaan: id };
    }
    case 'user':
      return { kind, user: fileTold(told.recipient, 'recipient') };
    case 'address': {
      const text = textTold(told.recipient, 'recipient') ?? '';
      const address = emailAddress(text) ?? mobileNumber(text);
      if (address === null) throw refusal('KADER_FLOW_VALUE', { field: 'recipient' });
      // whoever may press a button is not to send to the whole world in the name of the branch
      if (!desk.accountability.admin) throw refusal('KADER_NOT_ALLOWED');
      return { kind, address, name: textTold(told.name, 'name') ?? '' };
    }
    case 'audience':
      throw refusal('KADER_FLOW_VALUE', { field: 'to' });
  }
}

async function branchOfRecipient(knex: Knex, recipient: MessageRecipient): Promise<Id | null> {
  if (recipient.kind === 'address') return null;
  const [table, id] =
    recipient.kind === 'kader'
      ? ['kader', recipient.kader]
      : recipient.kind === 'family'
        ? ['binaan', recipient.binaan]
        : ['directus_users', recipient.user];
  const found = await knex(table).where({ id }).first<{ branch: Id | null } | undefined>('branch');
  if (found === undefined) throw refusal('KADER_RECIPIENT_UNKNOWN');
  return found.branch;
}

/** Heads and staff write to their own branch, in a flow that an administrator made for them. */
async function mayWrite({ knex, accountability }: Desk, recipient: MessageRecipient, branch: Id | null): Promise<void> {
  if (accountability.admin) return;
  if (recipient.kind === 'address' || branch === null) throw refusal('KADER_NOT_ALLOWED');
  if (!(await worksForBranch(knex, accountability, branch))) throw refusal('KADER_NOT_ALLOWED');
}

/** The record that the message is about; where none is told, the kader or family that it goes to. */
async function itemTold(
  desk: Desk,
  about: MessageAbout,
  told: QueueOptions,
  recipient: MessageRecipient,
): Promise<Id | null> {
  const collectionName = recordOf[about];
  if (collectionName === undefined) return null;
  const item = idTold(told.item, 'item') ?? itself(collectionName, recipient);
  if (item === null || (await visibleRecord(desk, collectionName, item, ['id'])) === null) {
    throw refusal('KADER_FLOW_VALUE', { field: 'item' });
  }
  const own = {
    kader: recipient.kind === 'kader' ? recipient.kader : null,
    binaan: recipient.kind === 'family' ? recipient.binaan : null,
  };
  if (!(await isTheirs(desk.knex, { about, item }, own))) throw refusal('KADER_FLOW_VALUE', { field: 'item' });
  return item;
}

function itself(collectionName: CollectionName, recipient: MessageRecipient): Id | null {
  if (collectionName === 'kader' && recipient.kind === 'kader') return recipient.kader;
  return collectionName === 'binaan' && recipient.kind === 'family' ? recipient.binaan : null;
}

function noticeTold({ title, text, lines }: QueueOptions): NoticeWords {
  const words = { title: textTold(title, 'title'), text: textTold(text, 'text') };
  if (words.title === null || words.text === null) throw refusal('KADER_NOTICE_EMPTY');
  return { title: words.title, text: words.text, lines: linesTold(lines, 'lines') };
}

/** JSON as Directus keeps it, or written as text. */
function jsonTold(told: unknown, field: string): unknown {
  const text = typeof told === 'string' ? textTold(told, field) : null;
  if (text === null) return typeof told === 'string' ? null : (told ?? null);
  try {
    return JSON.parse(text);
  } catch {
    throw refusal('KADER_FLOW_VALUE', { field });
  }
}

async function todayOf(knex: Knex, branch: Id | null, now: Date): Promise<DateText> {
  const found =
    branch === null ? undefined : await knex('branch').where({ id: branch }).first<{ timezone: TimeZone }>('timezone');
  return dateOf(now, found?.timezone ?? 'Asia/Jakarta');
}
