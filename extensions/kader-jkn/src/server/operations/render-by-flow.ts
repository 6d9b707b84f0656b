import type { Filter } from '@directus/types';
import type { MessageAbout } from '../../contract/message-contexts.ts';
import type { MessageTemplate, TemplateChannel, TemplateLanguage } from '../../contract/message-records.ts';
import type { TemplateRendered } from '../../contract/operations.ts';
import type { Id, TimeZone } from '../../contract/records.ts';
import { type Desk, itemsFor } from '../desk/desk.ts';
import { refusal } from '../errors.ts';
import { readContext } from '../messages/context/read-context.ts';
import { findTemplate } from '../messages/templates/find-template.ts';
import { nameIn, recipientOf } from '../messages/templates/preview-template.ts';
import { renderMessage } from '../messages/templates/render-message.ts';
import { triedRecord } from '../messages/templates/template-records.ts';
import { refusalOfProblem } from '../messages/templates/template-refusal.ts';
import { choiceTold, idTold, linesTold, textTold } from './told.ts';

/** Options as a flow gives them. */
export interface RenderAsked {
  /** a template, or the key of one */
  template?: unknown;
  /** where only a key is told */
  channel?: unknown;
  language?: unknown;
  /** the record that the template is about */
  item?: unknown;
  /** of a session: the kader who is invited */
  kader?: unknown;
  /** of a notice */
  title?: unknown;
  text?: unknown;
  lines?: unknown;
}

/** What is asked for: the words of a key, which a branch may have in its own version. */
interface Wanted {
  key: string;
  about: MessageAbout;
  channel: TemplateChannel;
  language: TemplateLanguage;
}

/**
 * What a message about a record would read: in the words of the record's branch, else in the national ones, and with no field
 * but those of its documented context. Sends nothing. For whoever may read the template and all of the record that it can tell.
 * Refused as KADER_FLOW_VALUE, KADER_NOT_ALLOWED, KADER_TEMPLATE_UNKNOWN, KADER_TEMPLATE_RECORD or KADER_TEMPLATE_INVALID.
 */
export async function renderByFlow(desk: Desk, asked: RenderAsked): Promise<TemplateRendered> {
  const wanted = await templateTold(desk, asked);
  const { branch, context } =
    wanted.about === 'notice' ? await noticeContext(desk, asked, wanted) : await recordContext(desk, asked, wanted);
  const template = await findTemplate(desk.knex, { ...wanted, branch });
  if (template === null) throw refusal('KADER_TEMPLATE_UNKNOWN', { key: wanted.key });
  try {
    const rendered = await renderMessage(template, context, { timeZone: await zoneOf(desk, branch) });
    const { id, key, about, channel, language } = template;
    return { template: id, key, about, channel, language, ...rendered };
  } catch (error) {
    throw refusalOfProblem(error);
  }
}

const isNumber = (told: unknown) => typeof told === 'number' || (typeof told === 'string' && /^\s*\d+\s*$/.test(told));

async function templateTold(desk: Desk, { template, channel, language }: RenderAsked): Promise<Wanted> {
  const key = typeof template === 'string' && !isNumber(template) ? textTold(template, 'template') : null;
  const id = key === null ? idTold(template, 'template') : null;
  if (key === null && id === null) throw refusal('KADER_FLOW_VALUE', { field: 'template' });
  const found = await readTemplates(desk, key === null ? { id: { _eq: id } } : { key: { _eq: key } });
  const [one] = found;
  if (one === undefined) throw refusal('KADER_TEMPLATE_UNKNOWN', { key: key ?? String(id) });
  if (key === null) return one;
  return {
    key,
    about: one.about,
    channel: choiceTold(channel, ['email', 'whatsapp', 'letter'], 'channel'),
    language: choiceTold(language, ['id-ID', 'en-US'], 'language'),
  };
}

type TemplateRow = Pick<MessageTemplate, 'key' | 'about' | 'channel' | 'language'>;

/** Those in use that the caller may read, a branch's own first. */
async function readTemplates(desk: Desk, filter: Filter): Promise<TemplateRow[]> {
  try {
    const rows = await itemsFor(desk, 'message_template').readByQuery({
      filter: { _and: [filter, { status: { _eq: 'active' } }] },
      fields: ['key', 'about', 'channel', 'language'],
      sort: ['branch', 'id'],
      limit: 1,
    });
    return rows as unknown as TemplateRow[];
  } catch (error) {
    throw (error as { code?: unknown }).code === 'FORBIDDEN' ? refusal('KADER_NOT_ALLOWED') : error;
  }
}

interface Told {
  branch: Id | null;
  context: Record<string, unknown>;
}

async function recordContext(
  desk: Desk,
  { item: told, kader }: RenderAsked,
  { about, language }: Wanted,
): Promise<Told> {
  const item = idTold(told, 'item');
  if (item === null) throw refusal('KADER_FLOW_VALUE', { field: 'item' });
  const found = await triedRecord(desk, about, item);
  if (found === null) throw refusal('KADER_TEMPLATE_RECORD');
  const { branch } = found;
  const invited = about === 'session' ? idTold(kader, 'kader') : null;
  if (invited !== null && (await triedRecord(desk, 'kader', invited)) === null) throw refusal('KADER_TEMPLATE_RECORD');
  const recipient = {
    name: '',
    ...(invited === null ? await recipientOf(desk, about, item, branch) : { kader: invited }),
  };
  const context = await readContext(desk.knex, about, { item, branch, recipient, language, now: desk.now() });
  if (context === null) throw refusal('KADER_TEMPLATE_RECORD');
  return { branch, context: { ...context, recipient: { name: nameIn(context) } } };
}

async function noticeContext(desk: Desk, asked: RenderAsked, { about, language }: Wanted): Promise<Told> {
  const data = {
    title: textTold(asked.title, 'title') ?? '',
    text: textTold(asked.text, 'text') ?? '',
    lines: linesTold(asked.lines, 'lines'),
  };
  const context = await readContext(desk.knex, about, {
    ...{ item: null, branch: null, recipient: { name: '' }, data, language, now: desk.now() },
  });
  if (context === null) throw refusal('KADER_TEMPLATE_RECORD');
  return { branch: null, context };
}

async function zoneOf({ knex }: Desk, branch: Id | null): Promise<TimeZone> {
  if (branch === null) return 'Asia/Jakarta';
  return (await knex('branch').where({ id: branch }).first('timezone')).timezone;
}
