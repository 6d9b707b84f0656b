import { dirname, join } from 'node:path';
import type { SheetRow } from '../contract/list-file.ts';
import { largestPart, longestCell, longestRow } from './limits.ts';
import { openWorkbook, type Workbook } from './open-workbook.ts';
import { readWhole, readXml } from './read-xml.ts';
import { SheetRows } from './sheet-rows.ts';
import { StringStore } from './string-store.ts';
import { WorkbookProblem } from './workbook-problem.ts';

const rowsInChunk = 2000;

/**
 * The rows of a sheet (null: the first) of a workbook file, in chunks; a second file is written beside it. Throws a
 * WorkbookProblem where the file is damaged or has no such sheet.
 */
export async function* readSheet(
  file: string,
  sheet: string | null,
  onSheets: (names: string[]) => void,
): AsyncGenerator<SheetRow[]> {
  const book = await unlessBroken(() => openWorkbook(file));
  const strings = new StringStore(join(dirname(file), 'strings'));
  try {
    onSheets(book.sheets.map(({ name }) => name));
    const part = partOf(book, sheet);
    await unlessBroken(() => readStrings(book, strings));
    yield* rowsOf(book, part, strings);
  } finally {
    strings.close();
    book.close();
  }
}

function partOf({ sheets }: Workbook, name: string | null): string {
  const found = name === null ? sheets[0] : sheets.find((sheet) => sheet.name.trim() === name.trim());
  if (found === undefined) throw new WorkbookProblem(sheets.map((sheet) => sheet.name));
  return found.part;
}

async function* rowsOf(book: Workbook, part: string, strings: StringStore): AsyncGenerator<SheetRow[]> {
  const stream = await unlessBroken(() => book.open(part, largestPart));
  if (stream === null) throw new WorkbookProblem(null);
  const rows = new SheetRows(strings);
  const pieces = readXml(stream, rows);
  try {
    for (;;) {
      const { done } = await unlessBroken(() => pieces.next());
      const isFull = rows.found.length >= rowsInChunk || rows.length >= longestRow;
      if (isFull || (done && rows.found.length > 0)) yield rows.take();
      if (done) return;
    }
  } finally {
    await pieces.return(undefined);
  }
}

/** Texts with runs of several looks are one text; how a name sounds (`rPh`) is no part of it. */
async function readStrings(book: Workbook, strings: StringStore): Promise<void> {
  const part = book.sharedStrings === null ? null : await book.open(book.sharedStrings, largestPart);
  if (part === null) return;
  let text = '';
  let reading = false;
  let sound = false;
  await readWhole(part, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') sound = true;
      else if (name === 't') reading = !sound;
    },
    text(more) {
      if (!reading) return;
      text += more;
      if (text.length > longestCell) throw new WorkbookProblem(null);
    },
    close(name) {
      if (name === 't') reading = false;
      else if (name === 'rPh') sound = false;
      else if (name === 'si') strings.add(text);
    },
  });
}

/** What yauzl and zlib say of a damaged file becomes a WorkbookProblem; what the system says (a full disk) stays. */
async function unlessBroken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw (error as NodeJS.ErrnoException).syscall === undefined ? new WorkbookProblem(null) : error;
  }
}
