import { elementsOf, type LetterElement, spanOf } from './parse-letter.ts';

/** Points: of the text's width on A4, of a line, and of what a usual letter takes in a line. */
const pageWidth = 487;
const lineHeight = 12;
const letterWidth = 5.5;
const padding = 12;
/** Far below a page, for the estimate is rough. */
const tallestHead = 150;
const tallestRow = 400;
/** A figure in `lead` is twice as wide and twice as high. */
const leadTimes = 4;

function lengthOf(child: LetterElement | string): number {
  if (typeof child === 'string') return child.length;
  const length = child.children.reduce((sum, one) => sum + lengthOf(one), 0);
  return child.attributes['class'] === 'lead' ? length * leadTimes : length;
}

/** Lines that begin anew: paragraphs, line breaks and pictures. */
function startsIn(child: LetterElement | string): number {
  if (typeof child === 'string') return 0;
  const own = child.tag === 'br' || child.tag === 'p' || child.tag === 'img' ? 1 : 0;
  return child.children.reduce((sum, one) => sum + startsIn(one), own);
}

/** The share of the page's width of a column; one that does not say shares what is left. */
function shareOf(width: string, widths: readonly string[]): number {
  const percents = widths.filter((one) => one.endsWith('%')).map((one) => Number.parseInt(one, 10) / 100);
  if (width.endsWith('%')) return Number.parseInt(width, 10) / 100;
  const left = 1 - percents.reduce((sum, one) => sum + one, 0);
  return Math.max(0.05, left / (widths.length - percents.length));
}

/** About how many points high a row is, rather too many. */
function heightOf(row: LetterElement, widths: readonly string[]): number {
  let column = 0;
  const heights = elementsOf(row).map((cell) => {
    const covered = widths.slice(column, column + spanOf(cell));
    column += spanOf(cell);
    const share = covered.reduce((sum, width) => sum + shareOf(width, widths), 0);
    const width = Math.max(letterWidth, share * pageWidth - padding);
    return (Math.ceil((lengthOf(cell) * letterWidth) / width) + startsIn(cell)) * lineHeight;
  });
  return Math.max(0, ...heights);
}

/**
 * Whether rows surely fit on a page, the head together and each other row by itself, so that they can be kept whole.
 * pdfmake drops what of a whole row does not fit, so rows of much text are rather torn.
 */
export function fitOnPage(
  head: readonly LetterElement[],
  rows: readonly LetterElement[],
  widths: readonly string[],
): boolean {
  const headHeight = head.reduce((sum, row) => sum + heightOf(row, widths), 0);
  return headHeight < tallestHead && rows.every((row) => heightOf(row, widths) < tallestRow);
}
