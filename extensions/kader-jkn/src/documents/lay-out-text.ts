import type { ContentText } from 'pdfmake/interfaces.js';
import type { LetterElement } from './parse-letter.ts';

type Inline = { text: string; bold?: boolean; italics?: boolean; style?: string; wordBreak?: 'break-all' };
type Look = Omit<Inline, 'text' | 'wordBreak'>;
type Alignment = 'left' | 'center' | 'right';

/** A word longer than this is broken wherever the line ends, so that it stays in its column. */
const longestWord = 28;

/** Running text in pieces that can be laid out: white space as one space, control characters gone, long words breakable. */
function pieces(text: string, look: Look): Inline[] {
  const words = text
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/gu, '')
    .split(/(?<= )/);
  return words.map((word) =>
    word.length > longestWord ? { ...look, text: word, wordBreak: 'break-all' } : { ...look, text: word },
  );
}

function inlines({ children }: LetterElement, look: Look = {}): Inline[] {
  return children.flatMap((child): Inline[] => {
    if (typeof child === 'string') return pieces(child, look);
    switch (child.tag) {
      case 'br':
        return [{ ...look, text: '\n' }];
      case 'strong':
        return inlines(child, { ...look, bold: true });
      case 'em':
        return inlines(child, { ...look, italics: true });
      case 'small':
        return inlines(child, { ...look, style: 'small' });
      default:
        return [];
    }
  });
}

/** Neither a line nor a paragraph begins or ends with a space. */
function trimmed(line: Inline[]): Inline[] {
  return line
    .map((part, at) => {
      const follows = at === 0 || line[at - 1]?.text.endsWith(' ') || line[at - 1]?.text === '\n';
      const ends = at === line.length - 1 || line[at + 1]?.text === '\n';
      let { text } = part;
      if (text === '\n') return part;
      if (follows) text = text.replace(/^ +/, '');
      if (ends) text = text.replace(/ +$/, '');
      return { ...part, text };
    })
    .filter(({ text }) => text !== '');
}

/** How an element is set; left where it does not say. */
export function alignmentOf({ attributes }: LetterElement): { alignment?: Alignment } {
  const align = attributes['align']?.trim();
  return align ? { alignment: align as Alignment } : {};
}

/** Running text alone. */
export function runningText(element: LetterElement): Inline[] {
  return trimmed(inlines(element));
}

/** Running text as a paragraph, in the style of its class or its tag. */
export function paragraph(element: LetterElement): ContentText {
  return { text: runningText(element), style: element.attributes['class'] ?? element.tag, ...alignmentOf(element) };
}
