import { Parser } from 'htmlparser2';
import { placeOf, type Sentence, TemplateProblem } from './template-problem.ts';

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
  br: [],
};

const known = Object.keys(attributesOf) as LetterTag[];

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

function isKnown(name: string): name is LetterTag {
  return Object.hasOwn(attributesOf, name);
}

/** Whether HTML closes the tag by itself. */
function isVoid(tag: LetterTag): boolean {
  return childrenOf[tag].length === 0;
}

/**
 * Reads the markup of a letter: a small part of HTML, written out in full. Throws a TemplateProblem that names line and
 * column for a tag or attribute that letters do not know, a tag in the wrong place, or one that is not closed.
 */
export function parseLetter(markup: string): LetterElement[] {
  const letter: (LetterElement | string)[] = [];
  const open: LetterElement[] = [];

  const refuse = (sentence: Sentence): never => {
    throw new TemplateProblem(sentence, placeOf(markup, parser.startIndex));
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
  const holder = (): LetterTag | 'letter' => open.at(-1)?.tag ?? 'letter';
  const add = (child: LetterElement | string) => (open.at(-1)?.children ?? letter).push(child);

  const parser = new Parser({
    onopentag(name, attributes) {
      if (!isKnown(name)) {
        return refuse({
          id: `Tanda <${name}> tidak dikenal. Yang dapat dipakai: ${known.join(', ')}`,
          en: `The tag <${name}> is not known. There are: ${known.join(', ')}`,
        });
      }
      if (!childrenOf[holder()].includes(name)) refuse(misplaced(name, holder()));
      checkAttributes(name, attributes);
      const element: LetterElement = { tag: name, attributes, children: [] };
      add(element);
      open.push(element);
    },
    onclosetag(name, isImplied) {
      const element = open.pop();
      if (isImplied && element && !isVoid(element.tag)) {
        refuse({ id: `<${name}> tidak ditutup`, en: `<${name}> is not closed` });
      }
      if (element?.tag === 'tr' && percentOf(element) > 100) {
        refuse({ id: 'Lebar kolom baris ini lebih dari 100%', en: 'The columns of this row are wider than 100%' });
      }
    },
    ontext(text) {
      if (holdsText(holder())) add(text);
      else if (text.trim() !== '') {
        refuse({
          id: `Teks "${text.trim().slice(0, 40)}" harus berada di dalam <p> atau sel tabel`,
          en: `The text "${text.trim().slice(0, 40)}" must stand in a <p> or a cell`,
        });
      }
    },
  });
  parser.end(markup);
  return letter.filter((child) => typeof child !== 'string');
}

function misplaced(name: LetterTag, holder: LetterTag | 'letter'): Sentence {
  return holder === 'letter'
    ? { id: `<${name}> tidak dapat berdiri sendiri`, en: `<${name}> cannot stand by itself` }
    : { id: `<${name}> tidak dapat berada di dalam <${holder}>`, en: `<${name}> cannot stand in a <${holder}>` };
}
