import type { Readable } from 'node:stream';
import type { ListFileOptions, ListFormat, ListSeparator, SheetRow } from '../../contract/list-file.ts';
import { refusal } from '../errors.ts';
import { CsvRows } from './csv-rows.ts';
import { decodeText } from './decode-text.ts';
import { findSeparator, separatorTold } from './find-separator.ts';
import { formatOf } from './format-of.ts';
import { readWorkbookRows } from './read-workbook-rows.ts';

/**
 * Rows of one chunk, about: it is as fast with 500 as with 10,000, and a COPY of so many takes some hundredths of a second.
 */
export const rowsInChunk = 2000;

/** What a file turned out to be. */
export type FoundFile =
  | { format: 'csv'; separator: ListSeparator }
  /** the names of its sheets */
  | { format: 'xlsx'; sheets: readonly string[] };

export interface Opening {
  /** null: the first bytes tell */
  format?: ListFormat | null;
  options?: ListFileOptions;
  /** told before the first rows come */
  onFound?: (found: FoundFile) => void;
}

/**
 * The rows of a CSV or XLSX file in chunks, as texts; memory stays flat whatever the size. Empty rows are left out, numbers are those of the spreadsheet. Cells are pieces of a larger text: whoever keeps
 * some beyond its chunk keeps the whole piece, unless they are copied. Refused as KADER_FILE_…, some only on the way.
 */
export async function* openRows(
  stream: Readable,
  { format, options = {}, onFound }: Opening = {},
): AsyncGenerator<SheetRow[]> {
  const { start, pieces } = await peek(stream);
  if (start.length === 0) throw refusal('KADER_FILE_EMPTY');
  if ((format ?? formatOf(start)) === 'csv') yield* readCsvRows(pieces, options, onFound);
  else yield* readWorkbookRows(pieces, options.sheet ?? null, (sheets) => onFound?.({ format: 'xlsx', sheets }));
}

async function* readCsvRows(
  pieces: AsyncIterable<Buffer>,
  { separator, encoding }: ListFileOptions,
  onFound: Opening['onFound'],
): AsyncGenerator<SheetRow[]> {
  let rows: CsvRows | null = null;
  let oldMac = false;
  let chunk: SheetRow[] = [];
  for await (const text of decodeText(pieces, encoding ?? null)) {
    let piece = text;
    if (rows === null) {
      const parted = separator ?? findSeparator(text);
      onFound?.({ format: 'csv', separator: parted });
      rows = new CsvRows(parted);
      oldMac = !text.includes('\n') && text.slice(0, -1).includes('\r');
      // "sep=;" is for spreadsheets, which do not count it either
      if (separatorTold(text)) piece = text.slice(text.indexOf('\n') + 1);
    }
    const found = rows.push(oldMac ? piece.replaceAll('\r', '\n') : piece);
    chunk = chunk.length === 0 ? found : chunk.concat(found);
    if (chunk.length >= rowsInChunk) {
      yield chunk;
      chunk = [];
    }
  }
  const rest = rows ? chunk.concat(rows.end()) : [];
  if (rest.length > 0) yield rest;
}

/** Bytes that tell what a file is: enough rows to see what parts their cells. */
const bytesLooked = 65_536;

/** The beginning of a stream, and all its pieces, that one first. */
async function peek(stream: Readable): Promise<{ start: Buffer; pieces: AsyncIterable<Buffer> }> {
  const iterator = stream[Symbol.asyncIterator]();
  const looked: Buffer[] = [];
  let length = 0;
  while (length < bytesLooked) {
    const { value, done } = await iterator.next();
    if (done) break;
    looked.push(bytesOf(value));
    length += value.length;
  }
  const start = Buffer.concat(looked);

  async function* pieces(): AsyncGenerator<Buffer> {
    try {
      yield start;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield bytesOf(next.value);
    } finally {
      await iterator.return?.();
    }
  }
  return { start, pieces: pieces() };
}

function bytesOf(piece: Buffer | string): Buffer {
  return typeof piece === 'string' ? Buffer.from(piece) : piece;
}
