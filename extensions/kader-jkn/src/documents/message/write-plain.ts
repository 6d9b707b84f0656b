import { elementsOf, type LetterElement } from '../parse-letter.ts';
import { withData } from './marks.ts';
import { addressOf } from './write-mail.ts';

/** Running text on as few lines as it has breaks. */
function runningText({ children }: LetterElement, values: readonly string[]): string {
  const text = children.map((child) => {
    if (typeof child === 'string') return withData(child.replaceAll(/[ \t\n\r]+/g, ' '), values);
    if (child.tag === 'br') return '\n';
    const inner = runningText(child, values);
    const address = child.tag === 'a' ? addressOf(child, values) : null;
    const told = address?.replace(/^(mailto|tel):/, '');
    return told === undefined || inner.trim() === told ? inner : `${inner} (${told})`;
  });
  return text
    .join('')
    .replaceAll(/ *\n */g, '\n')
    .trim();
}

const isBlank = (text: string) => text.trim() === '';

function tableLines(table: LetterElement, values: readonly string[]): string {
  const rows = elementsOf(table).flatMap((child) => (child.tag === 'tr' ? [child] : elementsOf(child)));
  return rows
    .map((row) =>
      elementsOf(row)
        .map((cell) => runningText(withBreaks(cell), values).replaceAll(/\n+/g, ', '))
        .filter((cell) => !isBlank(cell))
        .join(' | '),
    )
    .filter((row) => !isBlank(row))
    .join('\n');
}

/** A cell's paragraphs as lines. */
function withBreaks(cell: LetterElement): LetterElement {
  const br: LetterElement = { tag: 'br', attributes: {}, children: [] };
  const children = cell.children.flatMap((child) =>
    typeof child !== 'string' && child.tag === 'p' ? [br, child, br] : [child],
  );
  return { ...cell, children };
}

function blockText(element: LetterElement, values: readonly string[]): string {
  switch (element.tag) {
    case 'section':
      return writePlain(elementsOf(element), values);
    case 'table':
      return tableLines(element, values);
    case 'ul':
      return elementsOf(element)
        .map((item) => `- ${runningText(item, values)}`)
        .join('\n');
    case 'ol':
      return elementsOf(element)
        .map((item, index) => `${index + 1}. ${runningText(item, values)}`)
        .join('\n');
    case 'hr':
      return '---';
    case 'img':
      return '';
    default:
      return runningText(element, values);
  }
}

/** The plain text of a mail, made of the tree that its HTML is written from. */
export function writePlain(letter: readonly LetterElement[], values: readonly string[]): string {
  return letter
    .map((element) => blockText(element, values))
    .filter((block) => !isBlank(block))
    .join('\n\n');
}
