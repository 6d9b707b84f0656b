import { Parser } from 'htmlparser2';
import { type Place, placeOf, type Sentence, TemplateProblem } from './template-problem.ts';

/** An element of a letter with its attributes and what it holds, in order. */
export interface LetterElement {
  tag: LetterTag;
  attributes: Record<string, string>;
  children: (LetterElement | string)[];
}

const side = /^(left|center|right)$/;
const columnWidth = /^(\d{1,2}%|auto)$/;
const smallNumber = /^[1-9]\d?$/;
const anything = /^/;

/** Which attributes each tag may carry, and what they may say. The rest is refused: a letter shows all that was written. */
const attributesOf = {
  section: { class: /^whole$/ },
  h1: { align: side },
  h2: { align: side },
  h3: { align: side },
  p: { align: side, class: /^(lead|name|label|row|note|small)$/ },
  table: { class: /^plain$/ },
  thead: {},
  tbody: {},
  tr: { class: /^total$/ },
  th: { align: side, width: columnWidth, colspan: smallNumber },
  td: { align: side, width: columnWidth, colspan: smallNumber },
  ul: {},
  ol: {},
  li: {},
  hr: { class: /^page$/ },
  img: { align: side, width: /^[1-9]\d{0,2}$/, src: anything, alt: anything },
  a: { href: anything },
  br: {},
  strong: {},
  em: {},
  small: {},
} as const satisfies Record<string, Record<string, RegExp>>;

export type LetterTag = keyof typeof attributesOf;

const inline: readonly LetterTag[] = ['strong', 'em', 'small', 'br'];
const blocks: readonly LetterTag[] = ['section', 'h1', 'h2', 'h3', 'p', 'table', 'ul', 'ol', 'hr', 'img'];

/** Which tags each may hold; text is held by those that hold inline tags. */
const childrenOf: Record<LetterTag | 'letter', readonly LetterTag[]> = {
  letter: blocks,
  section: blocks,
  h1: inline,
  h2: inline,
  h3: inline,
  p: inline,
  strong: inline,
  em: inline,
  small: inline,
  table: ['thead', 'tbody', 'tr'],
  thead: ['tr'],
  tbody: ['tr'],
  tr: ['th', 'td'],
  th: [...inline, 'p', 'img'],
  td: [...inline, 'p', 'img'],
  ul: ['li'],
  ol: ['li'],
  li: inline,
  hr: [],
  img: [],
  a: inline,
  br: [],
};

/** A mail has links and no pictures: readers do not show what is inside it. A letter is paper. */
const lacks: Record<MarkupUse, LetterTag> = { letter: 'a', mail: 'img' };
const deepest = 30;

export type MarkupUse = 'letter' | 'mail';

/** What is told of every tag as it is read, with its first and last character in the markup. */
export interface MarkupWatch {
  opened?(tag: LetterTag, attributes: Record<string, string>, start: number, end: number): void;
  closed?(tag: LetterTag, start: number, end: number): void;
}

export interface MarkupSettings {
  use?: MarkupUse;
  watch?: MarkupWatch;
  /** where a character of the markup stands for whoever wrote it */
  placeAt?: (index: number) => Place | null;
}

/** The elements that an element holds, without the text between them. */
export function elementsOf({ children }: LetterElement): LetterElement[] {
  return children.filter((child) => typeof child !== 'string');
}

/** How many columns a cell covers. */
export function spanOf({ attributes }: LetterElement): number {
  return Number(attributes['colspan']?.trim() || 1);
}

/** How much of the page's width a row's cells ask for. */
function percentOf(row: LetterElement): number {
  const widths = elementsOf(row).map(({ attributes }) => /^(\d+)%$/.exec(attributes['width'] ?? '')?.[1] ?? 0);
  return widths.reduce<number>((sum, width) => sum + Number(width), 0);
}

/** Whether a tag holds running text. */
function holdsText(tag: LetterTag | 'letter'): boolean {
  return childrenOf[tag].includes('strong');
}

function knownIn(use: MarkupUse): LetterTag[] {
  return (Object.keys(attributesOf) as LetterTag[]).filter((tag) => tag !== lacks[use]);
}

function mayHold(holder: LetterTag | 'letter', tag: LetterTag): boolean {
  return tag === 'a' ? holdsText(holder) : childrenOf[holder].includes(tag);
}

/** Whether HTML closes the tag by itself. */
function isVoid(tag: LetterTag): boolean {
  return childrenOf[tag].length === 0;
}

/**
 * Reads the markup of a letter: a small part of HTML, written out in full. Throws a TemplateProblem that names line and
 * column for a tag or attribute that letters do not know, a tag in the wrong place, or one that is not closed.
 */
export function parseLetter(
  markup: string,
  { use = 'letter', watch = {}, placeAt = (index) => placeOf(markup, index) }: MarkupSettings = {},
): LetterElement[] {
  const letter: (LetterElement | string)[] = [];
  const open: LetterElement[] = [];
  const known = knownIn(use);
  const isKnown = (name: string): name is LetterTag => known.some((tag) => tag === name);

  const refuse = (sentence: Sentence): never => {
    throw new TemplateProblem(sentence, placeAt(parser.startIndex));
  };
  const checkAttributes = (tag: LetterTag, attributes: Record<string, string>) => {
    const allowed: Record<string, RegExp> = attributesOf[tag];
    for (const [name, value] of Object.entries(attributes)) {
      const shape = Object.hasOwn(allowed, name) ? allowed[name] : undefined;
      if (shape === undefined) {
        const names = Object.keys(allowed).join(', ');
        refuse({
          id: `<${tag}> tidak mengenal "${name}". Yang dapat dipakai: ${names || 'tidak ada'}`,
          en: `<${tag}> has no "${name}". It has: ${names || 'none'}`,
        });
      } else if (value.trim() !== '' && !shape.test(value)) {
        refuse({
          id: `${name}="${value}" tidak dapat dipakai pada <${tag}>`,
          en: `${name}="${value}" cannot be used on <${tag}>`,
        });
      }
    }
  };
  // what the parser passes over (a comment, a closing tag of nothing, half a tag at the end) would be shown to nobody
  let read = 0;
  const readOn = () => {
    if (parser.startIndex > read) refuseStray(read);
    read = Math.max(read, parser.endIndex + 1);
  };
  const refuseStray = (index: number): never => {
    throw new TemplateProblem(stray, placeAt(index));
  };
  const holder = (): LetterTag | 'letter' => open.at(-1)?.tag ?? 'letter';
  const add = (child: LetterElement | string) => (open.at(-1)?.children ?? letter).push(child);

  const parser = new Parser({
    onopentag(name, attributes) {
      readOn();
      if (!isKnown(name)) {
        return refuse({
          id: `Tanda <${name}> tidak dikenal. Yang dapat dipakai: ${known.join(', ')}`,
          en: `The tag <${name}> is not known. There are: ${known.join(', ')}`,
        });
      }
      if (!mayHold(holder(), name)) refuse(misplaced(name, holder()));
      if (name === 'a' && open.some(({ tag }) => tag === 'a')) refuse(misplaced('a', 'a'));
      if (open.length >= deepest) {
        refuse({ id: `Lebih dari ${deepest} tanda bersarang`, en: `More than ${deepest} tags within each other` });
      }
      checkAttributes(name, attributes);
      watch.opened?.(name, attributes, parser.startIndex, parser.endIndex);
      const element: LetterElement = { tag: name, attributes, children: [] };
      add(element);
      open.push(element);
    },
    onclosetag(name, isImplied) {
      const element = open.pop();
      if (isImplied && element && !isVoid(element.tag)) {
        refuse({ id: `<${name}> tidak ditutup`, en: `<${name}> is not closed` });
      }
      if (!isImplied) {
        readOn();
        const rest = /^[^>]*/.exec(markup.slice(parser.endIndex))?.[0] ?? '';
        if (rest.trim() !== '') refuseStray(parser.endIndex + rest.search(/\S/));
        read = Math.max(read, parser.endIndex + rest.length + 1);
      }
      if (element?.tag === 'tr' && percentOf(element) > 100) {
        refuse({ id: 'Lebar kolom baris ini lebih dari 100%', en: 'The columns of this row are wider than 100%' });
      }
      if (element && !isVoid(element.tag)) watch.closed?.(element.tag, parser.startIndex, parser.endIndex);
    },
    ontext(text) {
      readOn();
      if (holdsText(holder())) add(text);
      else if (text.trim() !== '') {
        refuse({
          id: `Teks "${beginningOf(text)}" harus berada di dalam <p> atau sel tabel`,
          en: `The text "${beginningOf(text)}" must stand in a <p> or a cell`,
        });
      }
    },
  });
  parser.end(markup);
  if (read < markup.length) refuseStray(read);
  return letter.filter((child) => typeof child !== 'string');
}

const stray: Sentence = {
  id: 'Bagian ini tidak lengkap atau tidak pada tempatnya',
  en: 'This part is not complete, or not in its place',
};

/** What a text begins with; where data will stand (message/marks.ts), braces. */
function beginningOf(text: string): string {
  return text
    .replaceAll(/[\uE000-\uF8FF](?:\d*[\uE000-\uF8FF])*/g, '{{…}}')
    .trim()
    .slice(0, 40);
}

function misplaced(name: LetterTag, holder: LetterTag | 'letter'): Sentence {
  return holder === 'letter'
    ? { id: `<${name}> tidak dapat berdiri sendiri`, en: `<${name}> cannot stand by itself` }
    : { id: `<${name}> tidak dapat berada di dalam <${holder}>`, en: `<${name}> cannot stand in a <${holder}>` };
}
