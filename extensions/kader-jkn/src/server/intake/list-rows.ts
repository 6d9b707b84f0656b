import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { familyRowWords } from '../../contract/family-row.ts';
import type { ListFormat, SheetRow } from '../../contract/list-file.ts';
import type { FamilyRowText } from '../../core/family-row.ts';
import { columnsOf, guessMapping, lackingFields, rowTextOf } from '../../core/list-columns.ts';
import { refusal } from '../errors.ts';
import type { ImportJob } from './import-job.ts';
import { openTable } from './open-table.ts';
import { openRows } from './read-file.ts';
import { readNdjsonRows } from './read-ndjson-rows.ts';

/** Where the bytes of a list come from. */
export interface ListSource {
  open: () => Promise<Readable>;
  /** null: not known beforehand */
  bytes: number | null;
  /** left out: told by its first bytes */
  format?: ListFormat | 'ndjson';
  /** a request is read once; a file again, where a list begins anew */
  again: boolean;
}

/** A row of the list: its texts by field, and its cells as they stand under the headings. */
export interface ListRow {
  number: number;
  text: FamilyRowText;
  cells: readonly string[];
}

/** A list that is being read. */
export interface OpenList {
  headings: readonly string[];
  /** rows in chunks; read once */
  chunks: AsyncIterable<ListRow[]>;
  /** bytes that have been read so far */
  bytesRead: () => number;
  /** SHA-256 of all of it, hexadecimal, when it has been read */
  hash: () => string;
}

/**
 * Opens a list and finds its headings. Refused as openRows refuses, as KADER_IMPORT_COLUMNS where a column is missing, and as
 * KADER_IMPORT_NOTHING without rows.
 */
export async function openList(source: ListSource, job: ImportJob): Promise<OpenList> {
  const hash = createHash('sha256');
  let bytes = 0;
  const stream = await source.open();

  async function* counted(): AsyncGenerator<Buffer> {
    for await (const piece of stream) {
      const buffer = Buffer.from(piece);
      bytes += buffer.length;
      hash.update(buffer);
      yield buffer;
    }
  }
  const pieces = Readable.from(counted(), { objectMode: false });
  const { format } = source;
  const read =
    format === 'ndjson' ? readNdjsonRows(pieces) : openRows(pieces, { format: format ?? null, options: job.options });
  const { headings, rows } = await openTable(read, {
    headingRow: job.options.header_row ?? null,
    mapping: job.mapping,
  });
  if (headings.length === 0) throw refusal('KADER_IMPORT_NOTHING');
  const columns = columnsOf(headings, job.mapping ?? guessMapping(headings));
  const lacking = lackingFields(columns, job.defaults);
  if (lacking.length > 0) {
    await read.return(undefined);
    stream.destroy();
    const named = (language: 'id' | 'en') => lacking.map((field) => familyRowWords[field][language]).join(', ');
    throw refusal('KADER_IMPORT_COLUMNS', { missing: named('id'), missing_en: named('en') });
  }
  const listed = ({ number, cells }: SheetRow): ListRow => ({
    number,
    cells,
    text: rowTextOf(cells, columns, job.defaults),
  });

  async function* listChunks(): AsyncGenerator<ListRow[]> {
    try {
      for await (const chunk of rows) yield chunk.map(listed);
    } finally {
      await read.return(undefined);
      stream.destroy();
    }
  }
  return { headings, chunks: listChunks(), bytesRead: () => bytes, hash: () => hash.copy().digest('hex') };
}
