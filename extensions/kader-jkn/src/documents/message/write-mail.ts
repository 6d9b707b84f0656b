import type { MessageAbout } from '../../contract/message-contexts.ts';
import type { TemplateLanguage } from '../../contract/message-records.ts';
import type { LetterElement, LetterTag } from '../parse-letter.ts';
import { webLink } from './admit-context.ts';
import { isSafeLink } from './check-markup.ts';
import { onlyMark } from './marks.ts';

const ink = '#1f2933';
const subdued = '#5f6b7a';
const line = '#d5dbe3';
const blue = '#2b6cb0';
const font = "font-family:'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

const styles: Partial<Record<LetterTag, string>> = {
  h1: 'margin:0 0 16px;font-size:21px;line-height:1.3',
  h2: 'margin:24px 0 8px;font-size:17px;line-height:1.3',
  h3: 'margin:20px 0 8px;font-size:15px;line-height:1.4',
  p: 'margin:0 0 14px',
  small: `font-size:13px;color:${subdued}`,
  ul: 'margin:0 0 14px;padding:0 0 0 22px',
  ol: 'margin:0 0 14px;padding:0 0 0 22px',
  li: 'margin:0 0 4px',
  table: 'width:100%;border-collapse:collapse;margin:0 0 16px',
  th: `padding:6px 8px;border-bottom:2px solid ${line};text-align:left;font-size:13px`,
  td: `padding:6px 8px;border-bottom:1px solid ${line};vertical-align:top`,
  hr: `border:0;border-top:1px solid ${line};margin:16px 0`,
  a: `color:${blue}`,
};

const paragraphs: Readonly<Record<string, string>> = {
  lead: 'margin:0 0 14px;font-size:24px;font-weight:bold',
  name: 'margin:0 0 4px;font-size:16px;font-weight:bold',
  label: `margin:0 0 2px;font-size:13px;color:${subdued}`,
  row: 'margin:0 0 2px',
  note: `margin:0 0 2px;font-size:13px;color:${subdued}`,
  small: `margin:0 0 14px;font-size:13px;color:${subdued}`,
};

/** The tags that a mail's words are written with; a section of a letter is nothing special there. */
const written: Partial<Record<LetterTag, string>> = { section: 'div' };

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Text of the author with its data; what somebody wrote in lines stays in lines. */
function textOf(text: string, values: readonly string[]): string {
  const within = text.split(/(\uE000\d+\uE001)/);
  return within
    .map((part) => {
      const index = onlyMark(part);
      return index === null ? escaped(part) : escaped(values[index] ?? '').replaceAll('\n', '<br>');
    })
    .join('');
}

/** Where a link leads; null: nowhere that a mail may send its reader. */
export function addressOf({ attributes }: LetterElement, values: readonly string[]): string | null {
  const href = attributes['href']?.trim() ?? '';
  const index = onlyMark(href);
  if (index !== null) return webLink(values[index] ?? '');
  return isSafeLink(href) ? href : null;
}

function styleOf({ tag, attributes }: LetterElement, inPlainTable: boolean): string {
  const kind = attributes['class']?.trim() ?? '';
  const own = tag === 'p' && Object.hasOwn(paragraphs, kind) ? paragraphs[kind] : styles[tag];
  const align = attributes['align']?.trim();
  const width = /^\d{1,2}%$/.exec(attributes['width']?.trim() ?? '')?.[0];
  return [
    own,
    inPlainTable && (tag === 'td' || tag === 'th') && 'border:0;padding:2px 8px 2px 0',
    tag === 'tr' && kind === 'total' && 'font-weight:bold',
    align && `text-align:${align}`,
    width && `width:${width}`,
  ]
    .filter(Boolean)
    .join(';');
}

function writeElement(element: LetterElement, values: readonly string[], inPlainTable: boolean): string {
  const { tag, attributes, children } = element;
  const plain = tag === 'table' ? attributes['class']?.trim() === 'plain' : inPlainTable;
  const inner = () => writeChildren(children, values, plain);
  if (tag === 'img') return '';
  if (tag === 'br') return '<br>';
  const href = tag === 'a' ? addressOf(element, values) : null;
  if (tag === 'a' && href === null) return inner();
  const style = styleOf(element, plain);
  const span = /^[1-9]\d?$/.exec(attributes['colspan']?.trim() ?? '')?.[0];
  const name = written[tag] ?? tag;
  const opening = [
    name,
    href !== null && `href="${escaped(href)}"`,
    span && `colspan="${span}"`,
    style && `style="${escaped(style)}"`,
  ]
    .filter(Boolean)
    .join(' ');
  return tag === 'hr' ? `<${opening}>` : `<${opening}>${inner()}</${name}>`;
}

function writeChildren(children: LetterElement['children'], values: readonly string[], inPlainTable: boolean): string {
  return children
    .map((child) => (typeof child === 'string' ? textOf(child, values) : writeElement(child, values, inPlainTable)))
    .join('');
}

/** What stands around the words of a mail. */
export interface MailFrame {
  subject: string;
  language: TemplateLanguage;
  /** who writes; empty: the programme */
  office: string;
  /** why one gets this, and how to stop it */
  footer: readonly string[];
}

/** Why somebody gets a mail, and how to stop it: by what it is about, and how the branch is reached. */
export function footerOf(
  about: MessageAbout,
  language: TemplateLanguage,
  { name, phone, email }: { name: string | null; phone: string | null; email: string | null },
): string[] {
  const indonesian = language === 'id-ID';
  const office = name ?? (indonesian ? 'pengelola program Kader JKN' : 'the Kader JKN programme');
  const reached = [phone && `${indonesian ? 'telepon' : 'telephone'} ${phone}`, email].filter(Boolean).join(', ');
  const where = reached === '' ? office : `${office} (${reached})`;
  const toFamily = ['family', 'promise', 'payment'].includes(about);
  const toOffice = ['month', 'notice'].includes(about);
  if (indonesian) {
    const why = toFamily
      ? `Anda menerima surel ini karena keluarga Anda terdaftar sebagai peserta JKN di ${office}.`
      : toOffice
        ? `Anda menerima surel ini karena memakai aplikasi Kader JKN di ${office}.`
        : `Anda menerima surel ini karena terdaftar sebagai kader JKN di ${office}.`;
    return [why, `Tidak ingin menerimanya lagi? Sampaikan kepada ${where}.`];
  }
  const why = toFamily
    ? `You get this e-mail because your family is a JKN participant registered at ${office}.`
    : toOffice
      ? `You get this e-mail because you use the Kader JKN application at ${office}.`
      : `You get this e-mail because you are registered as a kader JKN at ${office}.`;
  return [why, `To stop these e-mails, tell ${where}.`];
}

/** A whole HTML mail: every tag of it is written here, from a tree that was read, with its data as text. */
export function writeMail(
  letter: readonly LetterElement[],
  values: readonly string[],
  { subject, language, office, footer }: MailFrame,
): string {
  const body = letter.map((element) => writeElement(element, values, false)).join('\n');
  const lines = footer.map((sentence) => `<p style="margin:0 0 4px">${escaped(sentence)}</p>`).join('');
  return [
    '<!DOCTYPE html>',
    `<html lang="${language.slice(0, 2)}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(subject)}</title></head>`,
    `<body style="margin:0;padding:0;background:#f3f5f8">`,
    `<div style="max-width:600px;margin:0 auto;padding:16px;${font};font-size:15px;line-height:1.55;color:${ink}">`,
    `<p style="margin:8px 4px 12px;font-size:14px;font-weight:bold;color:${blue}">${escaped(office)}</p>`,
    `<div style="background:#ffffff;border:1px solid ${line};border-radius:6px;padding:24px">`,
    body,
    '</div>',
    `<div style="padding:12px 4px;font-size:12px;line-height:1.5;color:${subdued}">${lines}</div>`,
    '</div></body></html>',
  ].join('\n');
}
