import type { Knex } from 'knex';
import { type MessageAbout, messageAbouts } from '../../../contract/message-contexts.ts';
import type { MessageTemplate } from '../../../contract/message-records.ts';
import type { TemplateProblem } from '../../../documents/index.ts';
import { loadDocuments } from '../../load-documents.ts';
import { refusalOfProblem } from './template-refusal.ts';

type Draft = Pick<MessageTemplate, 'about' | 'channel' | 'language' | 'subject' | 'html' | 'text'>;

const columns = ['about', 'channel', 'language', 'subject', 'html', 'text'] as const;
/** What a new record has where nothing is told; a text that is not told is empty. */
const defaults = { channel: 'email', language: 'id-ID', subject: null, html: null, text: null };

/** What is wrong with a template, the first problem of each text: see `checkMessage` of the documents. */
export async function problemsOf({ language, ...template }: Draft): Promise<TemplateProblem[]> {
  const { checkMessage } = await loadDocuments();
  return checkMessage(template, { locale: language, timeZone: 'Asia/Jakarta' });
}

/** Refuses as KADER_TEMPLATE_INVALID a template that a message could not be written with. */
export async function requireSound(draft: Draft): Promise<void> {
  const [problem] = await problemsOf(draft);
  if (problem) throw refusalOfProblem(problem);
}

/** A new template, as it will be stored. What the database refuses anyway is left to it. */
export async function checkNewTemplate(told: Readonly<Record<string, unknown>>): Promise<void> {
  await checkTold({ ...defaults, ...told });
}

/** Templates that are changed alike, each as it will be. */
export async function checkChangedTemplates(
  knex: Knex,
  keys: readonly unknown[],
  told: Readonly<Record<string, unknown>>,
): Promise<void> {
  if (!columns.some((column) => column in told)) return;
  const stored = await knex('message_template')
    .whereIn('id', keys.map(Number))
    .select(...columns);
  for (const template of stored) await checkTold({ ...template, ...told });
}

async function checkTold(template: Readonly<Record<string, unknown>>): Promise<void> {
  const { about, channel, language, subject, html, text } = template;
  const isKnown = isAbout(about) && isChannel(channel) && isLanguage(language);
  if (!isKnown || ![subject, html, text].every((one) => one === null || one === undefined || typeof one === 'string'))
    return;
  await requireSound({
    about,
    channel,
    language,
    subject: subject as string | null,
    html: html as string | null,
    text: text as string | null,
  });
}

function isAbout(value: unknown): value is MessageAbout {
  return messageAbouts.some((about) => about === value);
}

function isChannel(value: unknown): value is Draft['channel'] {
  return value === 'email' || value === 'letter' || value === 'whatsapp';
}

function isLanguage(value: unknown): value is Draft['language'] {
  return value === 'id-ID' || value === 'en-US';
}
