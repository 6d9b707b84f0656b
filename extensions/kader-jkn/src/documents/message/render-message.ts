import { exampleContext, type MessageAbout } from '../../contract/message-contexts.ts';
import type { MessageTemplate } from '../../contract/message-records.ts';
import { parseLetter } from '../parse-letter.ts';
import { type TemplateSettings, templateHelpers } from '../template-helpers.ts';
import { type Place, placeOf, TemplateProblem } from '../template-problem.ts';
import { admitContext, oneLine } from './admit-context.ts';
import { checkMarkup } from './check-markup.ts';
import { checkNames } from './check-names.ts';
import { fillMessage, fillText } from './fill-message.ts';
import { limits } from './limits.ts';
import { markOf } from './marks.ts';
import { type GroupShape, shapeOf } from './message-shape.ts';
import { parseMessage } from './parse-message.ts';
import { writeLetter } from './write-letter.ts';
import { footerOf, writeMail } from './write-mail.ts';
import { writePlain } from './write-plain.ts';

/** What of a template is rendered. */
export type TemplateBody = Pick<MessageTemplate, 'about' | 'channel' | 'subject' | 'html' | 'text'>;
export type MessageSettings = Pick<TemplateSettings, 'locale' | 'timeZone'>;
export type TemplateField = 'subject' | 'html' | 'text';

export interface RenderedMessage {
  /** one line; of plain text null */
  subject: string | null;
  /** a whole HTML mail, or a letter's markup for `renderLetter`; of plain text null */
  html: string | null;
  /** of a letter null */
  text: string | null;
}

/** A text of a template, read once: its names and its markup are sound. */
interface Sound {
  source: string;
  program: hbs.AST.Program;
}

interface Parsed {
  subject: Sound | null;
  html: Sound | null;
  text: Sound | null;
}

const fieldsOf = {
  email: ['subject', 'html', 'text'],
  letter: ['subject', 'html'],
  whatsapp: ['text'],
} as const satisfies Record<TemplateBody['channel'], readonly TemplateField[]>;

const names: Record<TemplateField, { id: string; en: string }> = {
  subject: { id: 'Subjek masih kosong', en: 'The subject is empty' },
  html: { id: 'Isi masih kosong', en: 'The body is empty' },
  text: { id: 'Teks masih kosong', en: 'The text is empty' },
};

/** Names the field that a problem is in, for whoever shows it beside that field. */
function within<T>(field: TemplateField, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof TemplateProblem) error.field ??= field;
    throw error;
  }
}

function isNeeded(channel: TemplateBody['channel'], field: TemplateField): boolean {
  return field !== 'text' || channel === 'whatsapp';
}

/** Reads one text; null where it may be empty and is. Throws a TemplateProblem on what cannot be understood in it. */
function readField(template: TemplateBody, field: TemplateField, shape: GroupShape): Sound | null {
  return within(field, () => {
    const source = template[field] ?? '';
    if (source.trim() === '') {
      if (isNeeded(template.channel, field)) throw new TemplateProblem(names[field], null);
      return null;
    }
    const program = parseMessage(source);
    checkNames(program, shape);
    if (field === 'html') checkMarkup(source, program, template.channel === 'letter' ? 'letter' : 'mail', shape);
    return { source, program };
  });
}

function parse(template: TemplateBody, shape: GroupShape): Parsed {
  const parsed: Parsed = { subject: null, html: null, text: null };
  for (const field of fieldsOf[template.channel]) parsed[field] = readField(template, field, shape);
  return parsed;
}

type Helpers = ReturnType<typeof templateHelpers>;

function writeSubject({ program }: Sound, context: Record<string, unknown>, helpers: Helpers): string {
  return within('subject', () => {
    const written = oneLine(fillText(program, context, helpers))
      .replaceAll(/ {2,}/g, ' ')
      .trim();
    if (written === '') throw new TemplateProblem(names.subject, null);
    const letters = [...written];
    return letters.length > limits.subject ? `${letters.slice(0, limits.subject - 1).join('')}…` : written;
  });
}

/** The tree of an HTML body, and the data that go where its marks are. */
function fillMarkup(
  { source, program }: Sound,
  channel: TemplateBody['channel'],
  context: Record<string, unknown>,
  helpers: Helpers,
) {
  const values: string[] = [];
  const parts: string[] = [];
  const origins: { at: number; line: number; column: number; text: string }[] = [];
  let length = 0;
  const add = (part: string) => {
    parts.push(part);
    length += part.length;
  };
  fillMessage(program, context, helpers, {
    literal: (text, { loc, original }) => {
      // @types/handlebars has the wrong type: it is the text before spaces were taken off
      const whole = String(original);
      const begins = placeOf(whole, Math.max(0, whole.indexOf(text)));
      const line = loc.start.line + begins.line - 1;
      const column = begins.line === 1 ? loc.start.column + begins.column : begins.column;
      origins.push({ at: length, line, column, text });
      add(text);
    },
    value: (text) => {
      add(markOf(values.length));
      values.push(text);
    },
  });
  const placeAt = (index: number): Place => {
    const origin = origins.findLast(({ at }) => at <= index);
    if (!origin) return placeOf(source, 0);
    const { line, column } = placeOf(origin.text, index - origin.at);
    return { line: origin.line + line - 1, column: line === 1 ? origin.column + column - 1 : column };
  };
  const letter = parseLetter(parts.join(''), { use: channel === 'letter' ? 'letter' : 'mail', placeAt });
  return { letter, values };
}

/** Plain text without spaces at the ends of its lines, and without more than one empty line. */
function tidied(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[ \t]+\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

function refuseLong(field: TemplateField, written: string): string {
  if (written.length <= limits.output) return written;
  const problem = new TemplateProblem(
    { id: 'Pesan menjadi terlalu panjang', en: 'The message becomes too long' },
    null,
  );
  problem.field = field;
  throw problem;
}

function branchOf(context: Record<string, unknown>) {
  const branch = context['branch'] as Record<'name' | 'phone' | 'email', string | null> | undefined;
  return { name: branch?.name ?? null, phone: branch?.phone ?? null, email: branch?.email ?? null };
}

function write(template: TemplateBody, parsed: Parsed, given: unknown, settings: MessageSettings): RenderedMessage {
  const { about, channel } = template;
  const context = admitContext(given, shapeOf(about));
  const helpers = templateHelpers({ ...settings, use: 'message' });
  const subject = parsed.subject && writeSubject(parsed.subject, context, helpers);
  const text = parsed.text && within('text', () => tidied(fillText((parsed.text as Sound).program, context, helpers)));
  if (channel === 'whatsapp') {
    if (text === '')
      within('text', () => {
        throw new TemplateProblem(names.text, null);
      });
    return { subject: null, html: null, text };
  }
  return within('html', () => {
    const { letter, values } = fillMarkup(parsed.html as Sound, channel, context, helpers);
    if (channel === 'letter') return { subject, html: refuseLong('html', writeLetter(letter, values)), text: null };
    const branch = branchOf(context);
    const footer = footerOf(about, settings.locale, branch);
    const frame = { subject: subject ?? '', language: settings.locale, office: branch.name ?? 'Kader JKN', footer };
    const plain = text ?? tidied(writePlain(letter, values));
    return {
      subject,
      html: refuseLong('html', writeMail(letter, values, frame)),
      text: refuseLong('text', [plain, '', '-- ', ...footer].join('\n')),
    };
  });
}

/**
 * A template filled with a context: an e-mail's subject, HTML and plain text, a letter's title and markup, or a plain text.
 * Only what contract/message-contexts.ts documents is reached, and data are never read as markup. Throws a TemplateProblem with
 * its field, line and column.
 */
export function renderMessage(
  template: TemplateBody,
  context: Record<string, unknown>,
  settings: MessageSettings,
): RenderedMessage {
  return write(template, parse(template, shapeOf(template.about)), context, settings);
}

/** What a context is where nothing is known: every value empty, every list without rows. */
function emptyContext(about: MessageAbout): Record<string, unknown> {
  const emptied = (value: unknown): unknown => {
    if (Array.isArray(value)) return [];
    if (typeof value !== 'object' || value === null) return null;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, emptied(inner)]));
  };
  return emptied(exampleContext(about)) as Record<string, unknown>;
}

/**
 * Everything that is wrong with a template, the first problem of each of its texts: read against the documented context, in
 * every branch, and then written with the examples, and with nothing.
 */
export function checkMessage(template: TemplateBody, settings: MessageSettings): TemplateProblem[] {
  const shape = shapeOf(template.about);
  const problems = fieldsOf[template.channel].flatMap((field) => problemIn(() => readField(template, field, shape)));
  if (problems.length > 0) return problems;
  const parsed = parse(template, shape);
  const example = problemIn(() => write(template, parsed, exampleContext(template.about), settings));
  if (example.length > 0) return example;
  return problemIn(() => write(template, parsed, emptyContext(template.about), settings)).filter(
    ({ line }) => line !== null,
  );
}

function problemIn(work: () => unknown): TemplateProblem[] {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof TemplateProblem) return [error];
    throw error;
  }
}
