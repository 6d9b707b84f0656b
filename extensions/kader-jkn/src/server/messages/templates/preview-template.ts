import { z } from 'zod';
import { exampleContext, messageAbouts } from '../../../contract/message-contexts.ts';
import type { TemplateDraft, TemplateFinding, TemplatePreview } from '../../../contract/message-templates.ts';
import type { Id, TimeZone } from '../../../contract/records.ts';
import type { TemplateProblem } from '../../../documents/index.ts';
import type { Desk } from '../../desk/desk.ts';
import { parsed } from '../../desk/parse-request.ts';
import { refusal } from '../../errors.ts';
import { loadDocuments } from '../../load-documents.ts';
import { readContext } from '../context/read-context.ts';
import { problemsOf } from './check-template.ts';
import { type RenderedMessage, renderMessage } from './render-message.ts';
import { triedRecord } from './template-records.ts';
import { isTemplateProblem, refusalOfProblem } from './template-refusal.ts';

export interface PreviewRequest {
  template: TemplateDraft;
  /** null: the examples */
  item: Id | null;
}

const longest = 100_000;
const words = z
  .string()
  .max(longest)
  .nullish()
  .transform((text) => text ?? null);
const previewBody = z.object({
  template: z.object({
    about: z.enum(messageAbouts),
    channel: z.enum(['email', 'letter', 'whatsapp']).default('email'),
    language: z.enum(['id-ID', 'en-US']).default('id-ID'),
    subject: words,
    html: words,
    text: words,
  }),
  item: z.coerce
    .number()
    .int()
    .positive()
    .max(2_147_483_647)
    .nullish()
    .transform((id) => id ?? null),
});

export function readPreviewRequest(body: unknown): PreviewRequest {
  return parsed(previewBody, body);
}

function findingOf({ field, line, column, sentence }: TemplateProblem): TemplateFinding {
  return { field: field ?? 'html', line, column, id: sentence.id, en: sentence.en };
}

/** What a template is tried with. */
interface Trial {
  context: Record<string, unknown>;
  timeZone: TimeZone;
  record: string | null;
}

/**
 * The context of a record, with the caller's own rights, as its message would have it: a family's is to that family, a
 * session's to a kader. Refused as KADER_TEMPLATE_RECORD.
 */
async function trialOf(desk: Desk, { template, item }: PreviewRequest): Promise<Trial> {
  const { about, language } = template;
  if (item === null || about === 'notice') {
    return { context: exampleContext(about), timeZone: 'Asia/Jakarta', record: null };
  }
  const found = await triedRecord(desk, about, item);
  if (found === null) throw refusal('KADER_TEMPLATE_RECORD');
  const { branch, label } = found;
  const now = desk.now();
  const recipient = { name: '', ...(await recipientOf(desk, about, item, branch)) };
  const context = await readContext(desk.knex, about, { item, branch, recipient, language, now });
  if (context === null) throw refusal('KADER_TEMPLATE_RECORD');
  const { timezone } = await desk.knex('branch').where({ id: branch }).first('timezone');
  return { context: { ...context, recipient: { name: nameIn(context) } }, timeZone: timezone, record: label };
}

/** To whom a message about a record goes, as far as its context depends on it. */
export async function recipientOf(desk: Desk, about: TemplateDraft['about'], item: Id, branch: Id) {
  const { knex } = desk;
  if (about === 'family') return { binaan: item };
  if (about === 'promise') return (await knex('activity').where({ id: item }).first('binaan')) as { binaan: Id };
  if (about === 'payment') return (await knex('collection').where({ id: item }).first('binaan')) as { binaan: Id };
  if (about !== 'session') return {};
  const invited = await knex('kader').where({ branch, status: 'active' }).orderBy('id').first('id');
  return { kader: (invited?.id as Id | undefined) ?? null };
}

/** Whom a message with this context would be addressed to. */
export function nameIn({ family, kader, branch }: Record<string, unknown>): string {
  const named = [
    (family as { head_name?: string } | undefined)?.head_name,
    (kader as { name?: string } | undefined)?.name,
    (branch as { head_name?: string } | undefined)?.head_name,
  ];
  return named.find((name) => typeof name === 'string') ?? '';
}

async function write(template: TemplateDraft, { context, timeZone }: Trial): Promise<RenderedMessage> {
  return await renderMessage(template, context, { locale: template.language, timeZone });
}

/** How a template looks, or what is wrong with it. Refused as KADER_TEMPLATE_RECORD. */
export async function previewTemplate(desk: Desk, asked: PreviewRequest): Promise<TemplatePreview> {
  const nothing = { subject: null, html: null, text: null };
  const trial = await trialOf(desk, asked);
  const problems = await problemsOf(asked.template);
  const { record } = trial;
  if (problems.length > 0) return { ...nothing, record, problems: problems.map(findingOf) };
  try {
    return { ...(await write(asked.template, trial)), record, problems: [] };
  } catch (error) {
    if (!isTemplateProblem(error)) throw error;
    return { ...nothing, record, problems: [findingOf(error)] };
  }
}

/** The letter as PDF. Refused as KADER_TEMPLATE_RECORD, and as KADER_TEMPLATE_INVALID where it cannot be written. */
export async function previewLetter(desk: Desk, asked: PreviewRequest): Promise<Buffer> {
  const { template } = asked;
  if (template.channel !== 'letter') throw refusal('KADER_QUERY_INVALID', { field: 'as', why: 'channel' });
  const trial = await trialOf(desk, asked);
  const [problem] = await problemsOf(template);
  if (problem) throw refusalOfProblem(problem);
  const office = (trial.context['branch'] as { name?: string | null } | undefined)?.name ?? 'Kader JKN';
  try {
    const { subject, html } = await write(template, trial);
    const { renderLetter } = await loadDocuments();
    return await renderLetter(html ?? '', {
      locale: template.language,
      title: subject ?? office,
      author: office,
      madeAt: desk.now(),
      footer: office,
    });
  } catch (error) {
    throw refusalOfProblem(error);
  }
}
