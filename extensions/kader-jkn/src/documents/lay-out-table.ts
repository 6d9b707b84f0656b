import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';
import { layOutPicture, type Pictures } from './lay-out-picture.ts';
import { alignmentOf, paragraph, runningText } from './lay-out-text.ts';
import { ink, rule } from './letter-styles.ts';
import { elementsOf, type LetterElement, spanOf } from './parse-letter.ts';
import { fitOnPage } from './row-height.ts';

/** Hairlines between the rows, a firm line under the head and above a total; `plain` has none. */
function layoutOf(rows: readonly LetterElement[], headerRows: number, plain: boolean): CustomTableLayout {
  const isTotal = (row: number) => rows[row]?.attributes['class'] === 'total';
  const firm = (line: number) => (line > 0 && line === headerRows) || isTotal(line);
  return {
    hLineWidth: (line) => (plain || line === 0 ? 0 : firm(line) ? 0.9 : 0.4),
    hLineColor: (line) => (firm(line) ? ink : rule),
    vLineWidth: () => 0,
    paddingLeft: (column) => (column === 0 ? 0 : 6),
    paddingRight: (column, node) => (column === (node.table.widths?.length ?? 0) - 1 ? 0 : 6),
    paddingTop: () => (plain ? 1 : 4),
    paddingBottom: () => (plain ? 1 : 4),
  };
}

function isBlock(child: LetterElement | string): child is LetterElement {
  return typeof child !== 'string' && (child.tag === 'p' || child.tag === 'img');
}

/** What a cell holds, one below the other; running text between paragraphs and pictures is a paragraph itself. */
function blocksOf({ children }: LetterElement): LetterElement[] {
  const found: LetterElement[] = [];
  let text: LetterElement | null = null;
  for (const child of children) {
    if (isBlock(child)) {
      found.push(child);
      text = null;
    } else if (text !== null) text.children.push(child);
    else {
      text = { tag: 'p', attributes: { class: 'row' }, children: [child] };
      found.push(text);
    }
  }
  return found;
}

function cell(element: LetterElement, pictures: Pictures) {
  const look = element.tag === 'th' ? { style: 'head' } : {};
  const span = spanOf(element);
  const shared = { ...look, ...alignmentOf(element), ...(span > 1 && { colSpan: span }) };
  if (!element.children.some(isBlock)) return { text: runningText(element), ...shared };
  const stack = blocksOf(element).map((block) =>
    block.tag === 'img' ? layOutPicture(block, pictures) : paragraph(block),
  );
  return { stack, ...shared };
}

function rowOf(row: LetterElement, pictures: Pictures): TableCell[] {
  const bold = row.attributes['class'] === 'total';
  return elementsOf(row).flatMap((element) => {
    const made = cell(element, pictures);
    const covered = Array.from({ length: spanOf(element) - 1 }, () => ({}));
    return [bold ? { ...made, bold } : made, ...covered];
  });
}

/** As the row with the most cells says; a column that says nothing shares what is left. */
function widthsOf(rows: readonly LetterElement[]): string[] {
  const cells = rows.map(elementsOf);
  const widest = cells.reduce((one, other) => (other.length > one.length ? other : one));
  const columns = Math.max(1, ...cells.map((row) => row.reduce((sum, one) => sum + spanOf(one), 0)));
  return Array.from({ length: columns }, (_, column) => widest[column]?.attributes['width']?.trim() || '*');
}

/** A table over as many pages as it needs, its head on each; a row is not torn unless it could fill a page. */
export function layOutTable(element: LetterElement, pictures: Pictures): Content {
  const sections = elementsOf(element);
  const head = sections.filter(({ tag }) => tag === 'thead').flatMap(elementsOf);
  const rest = sections.filter(({ tag }) => tag !== 'thead');
  const rows = [...head, ...rest.flatMap((section) => (section.tag === 'tr' ? [section] : elementsOf(section)))];
  if (rows.length === 0) return { text: '' };
  const widths = widthsOf(rows);
  const body = rows.map((row) => {
    const cells = rowOf(row, pictures);
    return [...cells, ...Array.from({ length: widths.length - cells.length }, () => ({ text: '' }))];
  });
  const plain = element.attributes['class'] === 'plain';
  const whole = fitOnPage(head, rows, widths);
  return {
    table: {
      body,
      widths,
      headerRows: whole ? head.length : 0,
      keepWithHeaderRows: whole && head.length > 0 ? 1 : 0,
      dontBreakRows: whole,
    },
    layout: layoutOf(rows, head.length, plain),
    margin: [0, 0, 0, plain ? 6 : 10],
  };
}
