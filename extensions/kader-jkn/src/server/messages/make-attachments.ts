import type { Message, MessageAttachment, MessageTemplate } from '../../contract/message-records.ts';
import type { FileId, TimeZone } from '../../contract/records.ts';
import type { Desk } from '../desk/desk.ts';
import { loadDocuments } from '../load-documents.ts';
import { readStatementLetter } from '../statements/read-letter.ts';
import { storeDocument } from '../store-document.ts';
import { findTemplate } from './templates/find-template.ts';
import { renderMessage } from './templates/render-message.ts';

/** A letter as a template words it. */
export interface LetterToWrite {
  template: MessageTemplate;
  /** what the template was filled with; `branch.name` stands in the footer */
  context: Record<string, unknown>;
  timeZone: TimeZone;
  name: string;
}

/** Writes a letter as PDF and keeps it among the files, as nobody's. Throws a TemplateProblem. */
export async function fileLetter(desk: Desk, letter: LetterToWrite): Promise<FileId> {
  const { template, context, timeZone, name } = letter;
  const [{ subject, html }, { renderLetter }] = await Promise.all([
    renderMessage(template, context, { locale: template.language, timeZone }),
    loadDocuments(),
  ]);
  const title = subject ?? template.name;
  const branch = (context['branch'] as { name?: unknown } | undefined)?.name;
  const content = await renderLetter(html ?? '', {
    locale: template.language,
    title,
    author: typeof branch === 'string' ? branch : 'Kader JKN',
    madeAt: desk.now(),
    footer: typeof branch === 'string' ? branch : 'Kader JKN',
  });
  return await storeDocument(desk, { name, title, type: 'application/pdf', content });
}

/** What a document is called in the mail, without what file systems refuse. */
export function fileNameOf(key: string, { id }: Pick<Message, 'id'>): string {
  return `${key.replaceAll('_', '-')}-${id}.pdf`;
}

/**
 * The document that the template wants along with an e-mail, kept as it is sent; null: it is not there. A decision's letter
 * and a certificate are those that were filed with it; a statement is written as it stands.
 */
export async function makeAttachment(
  desk: Desk,
  message: Message,
  letter: Omit<LetterToWrite, 'name'>,
): Promise<MessageAttachment | null> {
  const { template } = letter;
  const { item } = message;
  switch (template.attachment) {
    case null:
      return null;
    case 'letter': {
      const { branch, language } = message;
      const found = await findTemplate(desk.knex, { key: message.template_key, channel: 'letter', branch, language });
      if (found === null) return null;
      const name = fileNameOf(found.key, message);
      return { file: await fileLetter(desk, { ...letter, template: found, name }), name };
    }
    case 'statement': {
      if (item === null || message.about !== 'statement') return null;
      const statement = await readStatementLetter(desk, item);
      const { renderStatementLetter } = await loadDocuments();
      const code = statement.kader.code.replace(/[^\w.-]+/g, '-');
      const name = `imbal-jasa-${statement.month}-${code}.pdf`;
      const content = await renderStatementLetter(statement, message.language);
      const title = `Imbal jasa ${statement.month} ${statement.kader.name}`;
      return { file: await storeDocument(desk, { name, title, type: 'application/pdf', content }), name };
    }
    case 'decision_letter':
      return await filed(desk, message, 'partnership_review', 'letter', 'keputusan-kemitraan');
    case 'certificate':
      return await filed(desk, message, 'award', 'certificate', 'piagam');
  }
}

/** The letter of a decision was written when it was made: it goes as it is. Null: another letter, or one that was never filed. */
export async function decisionOf(desk: Desk, message: Message): Promise<FileId | null> {
  if (message.template_key !== 'review_decision') return null;
  return (await filed(desk, message, 'partnership_review', 'letter', 'keputusan-kemitraan'))?.file ?? null;
}

/** A document that its record already has. */
async function filed(
  { knex }: Desk,
  { item, about }: Message,
  table: 'partnership_review' | 'award',
  field: 'letter' | 'certificate',
  name: string,
): Promise<MessageAttachment | null> {
  if (item === null || about !== (table === 'award' ? 'award' : 'review')) return null;
  const record = await knex(table).where({ id: item }).first(field);
  const file = record?.[field];
  return file ? { file: String(file), name: `${name}-${item}.pdf` } : null;
}
