import { type LetterTag, type MarkupUse, parseLetter } from '../parse-letter.ts';
import { placeOf, type Sentence, TemplateProblem } from '../template-problem.ts';
import type { GroupShape, Shape } from './message-shape.ts';

/** A part of the source: the author's text, or an expression. */
interface Part {
  start: number;
  end: number;
  /** which body of which block it stands in, numbered */
  body: number;
  /** null: the author's own text */
  node: hbs.AST.Statement | null;
}

/** The parts of a template in order, those of every branch. */
function partsOf(source: string, program: hbs.AST.Program): Part[] {
  const lines = [0];
  for (const line of source.split('\n')) lines.push((lines.at(-1) ?? 0) + line.length + 1);
  const offset = ({ line, column }: hbs.AST.Position) => (lines[line - 1] ?? 0) + column;
  const parts: Part[] = [];
  let bodies = 0;

  function add({ body: statements }: hbs.AST.Program): void {
    bodies += 1;
    const body = bodies;
    for (const statement of statements) {
      if (statement.type === 'BlockStatement') {
        const { program: then, inverse } = statement as hbs.AST.BlockStatement;
        for (const part of [then, inverse]) if (part) add(part);
      } else {
        const node = statement.type === 'ContentStatement' ? null : statement;
        parts.push({ start: offset(statement.loc.start), end: offset(statement.loc.end), body, node });
      }
    }
  }
  add(program);
  return parts.sort((one, other) => one.start - other.start);
}

const blank = (text: string) => text.replaceAll(/[^\n]/g, ' ');
/** The n-th expression's own character: a template has room for 4,000 of them, the private-use area for 6,400. */
const standIn = (index: number) => String.fromCharCode(0xe000 + index);
const expressionsOf = (parts: readonly Part[]) => parts.filter(({ node }) => node?.type === 'MustacheStatement');

/**
 * The author's markup with everything between braces blank, and a private-use character over each expression: of the length
 * of the source, so that every place is where it was written.
 */
function markupOf(source: string, parts: readonly Part[]): string {
  const written: string[] = [];
  let at = 0;
  let expressions = 0;
  for (const { start, end, node } of parts) {
    written.push(blank(source.slice(at, start)));
    const text = source.slice(start, end);
    if (node === null) written.push(text);
    else if (node.type !== 'MustacheStatement') written.push(blank(text));
    else {
      written.push(text.replaceAll(/[^\n]/g, standIn(expressions)));
      expressions += 1;
    }
    at = end;
  }
  return [...written, blank(source.slice(at))].join('');
}

/** Links that a mail may have, written out by its author. */
export function isSafeLink(href: string): boolean {
  if (!/^(https?:\/\/|mailto:|tel:)[^\s<>"'`\\\uE000-\uF8FF]+$/i.test(href)) return false;
  return URL.canParse(href);
}

/**
 * Looks at the markup of a template before there are data: tags and attributes that there are not, blocks that open a tag and
 * leave it open, data inside a tag (but for a link's whole address), and links that lead elsewhere than to web, mail or
 * telephone. Throws a TemplateProblem at the first.
 */
export function checkMarkup(source: string, program: hbs.AST.Program, use: MarkupUse, root: GroupShape): void {
  const parts = partsOf(source, program);
  const markup = markupOf(source, parts);
  const bodyAt = (index: number) => parts.find(({ start, end }) => start <= index && index < end)?.body;
  const opened: { tag: LetterTag; start: number; body: number | undefined }[] = [];

  parseLetter(markup, {
    use,
    watch: {
      opened(tag, attributes, start, end) {
        const href = attributes['href']?.trim();
        checkInside(source, markup, start, end, tag === 'a' ? (href ?? '') : null);
        if (tag === 'a') checkLink(href ?? '', source, start, parts, root);
        if (!['br', 'hr', 'img'].includes(tag)) opened.push({ tag, start, body: bodyAt(start) });
      },
      closed(tag, start, end) {
        checkInside(source, markup, start, end, null);
        const open = opened.pop();
        if (open && open.body !== bodyAt(start)) {
          refuse(source, open.start, {
            id: `<${tag}> harus dibuka dan ditutup di dalam blok {{ }} yang sama`,
            en: `<${tag}> must be opened and closed within the same block {{ }}`,
          });
        }
      },
    },
  });
}

function refuse(source: string, index: number, sentence: Sentence): never {
  throw new TemplateProblem(sentence, placeOf(source, index));
}

/** Data and blocks stand between tags, never in one; a link's address may be one expression. */
function checkInside(source: string, markup: string, start: number, end: number, href: string | null): void {
  const written = source.slice(start, end + 1);
  const inside = /\{\{/.exec(written);
  if (inside === null) return;
  if (href !== null && isOneExpression(href)) {
    const tag = markup.slice(start, end + 1).replace(href, '');
    const rest = written.replace(/\{\{[^{}]*\}\}/, '');
    if (!/[\uE000-\uF8FF]/.test(tag) && !rest.includes('{{')) return;
  }
  refuse(source, start + inside.index, {
    id: 'Di dalam tanda <…> hanya href="{{…}}" sebuah tautan yang dapat berisi data',
    en: 'Inside a tag <…> only the href="{{…}}" of a link can hold data',
  });
}

function isOneExpression(href: string): boolean {
  return /^([\uE000-\uF8FF])\1*$/.test(href);
}

function checkLink(href: string, source: string, start: number, parts: readonly Part[], root: GroupShape): void {
  if (!isOneExpression(href)) {
    if (isSafeLink(href)) return;
    refuse(source, start, {
      id: 'Tautan harus berisi alamat https://, mailto:, atau tel:',
      en: 'A link must have an address that begins with https://, mailto: or tel:',
    });
  }
  const node = expressionsOf(parts)[href.charCodeAt(0) - 0xe000]?.node as hbs.AST.MustacheStatement | null | undefined;
  if (node && isLinkField(node, root)) return;
  refuse(source, start, {
    id: 'href="{{…}}" hanya dapat berisi data berupa tautan, misalnya instance.link',
    en: 'href="{{…}}" can only hold data that are a link, such as instance.link',
  });
}

/** Whether an expression is a documented link, by its path from the root. */
function isLinkField({ path, params }: hbs.AST.MustacheStatement, root: GroupShape): boolean {
  if (path.type !== 'PathExpression' || params.length > 0) return false;
  let found: Shape | undefined = root;
  const { parts, data } = path as hbs.AST.PathExpression;
  for (const part of data ? parts.slice(1) : parts) found = found?.is === 'group' ? found.members.get(part) : undefined;
  return found?.is === 'value' && found.field.kind === 'link';
}
