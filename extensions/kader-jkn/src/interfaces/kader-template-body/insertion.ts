import type { MessageField, MessageFieldKind } from '../../contract/message-contexts.ts';
import {
  formatCount,
  formatDate,
  formatMoment,
  formatMonth,
  formatRate,
  formatRupiah,
  type StudioLocale,
} from '../../studio/format.ts';

/** Which words of a template are written: only the body of an e-mail or letter has tags. */
export type TemplatePart = 'subject' | 'html' | 'text';

/** Stands where whoever inserts something goes on writing. */
export const gap = '…';

const helpers: Partial<Record<MessageFieldKind, string>> = {
  rupiah: 'rupiah',
  count: 'number',
  rate: 'rate',
  date: 'date',
  month: 'month',
  moment: 'moment',
};

/** How a template writes a field that is no list: `{{rupiah family.owed_amount}}`. */
export function expressionOf({ name, kind }: Pick<MessageField, 'name' | 'kind'>): string {
  const helper = helpers[kind];
  return helper === undefined ? `{{${name}}}` : `{{${helper} ${name}}}`;
}

/** What is inserted for a field: its value, a condition, or a round through its rows. */
export function insertionOf(field: MessageField, part: TemplatePart): string {
  const { name, kind, fields = [] } = field;
  if (kind === 'yes_no') return `{{#if ${name}}}${gap}{{/if}}`;
  if (kind === 'list') {
    const row = fields.map(expressionOf).join(part === 'html' ? ' · ' : ', ');
    if (part === 'html') return `<ul>\n  {{#each ${name}}}<li>${row}</li>{{/each}}\n</ul>`;
    return part === 'text' ? `{{#each ${name}}}\n- ${row}\n{{/each}}` : `{{#each ${name}}}${row} {{/each}}`;
  }
  if (kind === 'link' && part === 'html') return `<a href="{{${name}}}">${gap}</a>`;
  return expressionOf(field);
}

/** What a field looks like once it is written; empty for a list, whose rows tell. */
export function exampleOf({ kind, example }: MessageField, locale: StudioLocale): string {
  if (example === null) return '';
  switch (kind) {
    case 'rupiah':
      return formatRupiah(Number(example), locale);
    case 'count':
      return formatCount(Number(example), locale);
    case 'rate':
      return formatRate(Number(example), locale);
    case 'date':
      return formatDate(String(example), locale);
    case 'month':
      return formatMonth(String(example), locale);
    case 'moment':
      return formatMoment(String(example), 'Asia/Jakarta', locale);
    case 'yes_no':
      return locale === 'id-ID' ? 'ya atau tidak' : 'yes or no';
    case 'list':
      return '';
    case 'text':
    case 'link':
      return String(example);
  }
}

/** The characters of a line and column, both counted from 1; never beyond the text. */
export function indexOf(text: string, line: number, column: number): number {
  const lines = text.split('\n');
  const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  return Math.min(text.length, before + Math.min(column - 1, lines[line - 1]?.length ?? 0));
}

/** A piece of a template by what it is, for its colour. */
export interface Piece {
  text: string;
  is: 'data' | 'tag' | 'words';
}

/** The lines of a template in pieces: data in braces, tags, and the words between them. */
export function piecesOf(source: string): Piece[][] {
  return source.split('\n').map((line) =>
    line
      .split(/(\{\{[^{}]*\}\}|<\/?[a-zA-Z][^<>]*>)/)
      .filter((text) => text !== '')
      .map((text) => ({ text, is: text.startsWith('{{') ? 'data' : /^<\/?[a-zA-Z]/.test(text) ? 'tag' : 'words' })),
  );
}
