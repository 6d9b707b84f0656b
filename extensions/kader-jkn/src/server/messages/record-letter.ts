import type { MessageAbout } from '../../contract/message-contexts.ts';
import type { Id, TimeZone } from '../../contract/records.ts';
import type { Desk } from '../desk/desk.ts';
import { refusal } from '../errors.ts';
import { loadDocuments } from '../load-documents.ts';
import { readContext } from './context/read-context.ts';
import { findTemplate } from './templates/find-template.ts';
import { renderMessage } from './templates/render-message.ts';
import { refusalOfProblem } from './templates/template-refusal.ts';

/** The letter that goes with one record, to a kader. */
export interface RecordLetter {
  /** of the template */
  key: string;
  about: MessageAbout;
  item: Id;
  kader: { id: Id; code: string; name: string };
  branch: { id: Id; name: string; timezone: TimeZone };
}

/** A letter to a partner is written in Indonesian, whoever made it. */
const language = 'id-ID';

/**
 * The letter of a record as PDF, in the words of the branch's template or the national one; the caller was asked before
 * whether they may read the record. Refused as KADER_TEMPLATE_UNKNOWN, KADER_TEMPLATE_RECORD or KADER_TEMPLATE_INVALID.
 */
export async function writeRecordLetter({ knex, now }: Desk, letter: RecordLetter): Promise<Buffer> {
  const { key, about, item, kader, branch } = letter;
  const template = await findTemplate(knex, { key, channel: 'letter', branch: branch.id, language });
  if (template === null) throw refusal('KADER_TEMPLATE_UNKNOWN', { key });
  const recipient = { kader: kader.id, name: kader.name };
  const context = await readContext(knex, about, { item, recipient, branch: branch.id, language, now: now() });
  if (context === null) throw refusal('KADER_TEMPLATE_RECORD');
  try {
    const { subject, html } = await renderMessage(template, context, { locale: language, timeZone: branch.timezone });
    const { renderLetter } = await loadDocuments();
    return await renderLetter(html ?? '', {
      locale: language,
      title: subject ?? template.name,
      author: branch.name,
      madeAt: now(),
      footer: `${branch.name} · ${kader.code}`,
    });
  } catch (problem) {
    throw refusalOfProblem(problem);
  }
}
