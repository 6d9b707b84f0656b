import { Readable } from 'node:stream';
import type { Knex } from 'knex';
import { familyRowWords } from '../../contract/family-row.ts';
import type { Id } from '../../contract/records.ts';
import { rowReasons } from '../../contract/row-reasons.ts';
import { type CsvCell, csvLine, csvNotations, csvText } from '../../core/csv.ts';
import type { FamilyRowField, RowReason } from '../../core/row-issue.ts';
import type { Desk } from '../desk/desk.ts';
import { type Language, refusal } from '../errors.ts';
import { loadDocuments } from '../load-documents.ts';
import { traceDownload } from '../trace-download.ts';

export interface BadRowsFile {
  name: string;
  /** media type */
  type: string;
  content: Readable;
}

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const words = {
  wrong: { id: 'Yang perlu diperbaiki', en: 'To be mended' },
  row: { id: 'Baris asal', en: 'Row it was' },
  name: { id: 'baris-ditolak', en: 'refused-rows' },
  sheet: { id: 'Baris ditolak', en: 'Refused rows' },
} as const;

interface BadRow {
  row_number: number;
  /** the row by heading, in the order of the file */
  row_text: Record<string, string> | null;
  issues: { field: FamilyRowField; reason: RowReason; suggestion: string | null }[];
}

/** A workbook is made whole in memory, some hundred megabytes for so many; a CSV file on its way out, however many there are. */
export const mostWorkbookRows = 20_000;
const rowsAtOnce = 2000;

const question = `
  select i.row_number, (array_agg(i.row_text::text order by i.id) filter (where i.row_text is not null))[1] as row_text,
    json_agg(json_build_object('field', i.field, 'reason', i.reason, 'suggestion', i.suggestion) order by i.id)
      filter (where i.severity = 'refused') as issues
  from import_issue i
  where i.batch = :batch and i.row_number > :after
  group by i.row_number
  having bool_or(i.severity = 'refused')
  order by i.row_number
  limit :most`;

/**
 * The rows that were refused, with the columns they came in and what is wrong with each: mended, the file can be taken in as it
 * is. That it was taken is traced: it holds personal data. Refused as KADER_IMPORT_BAD_ROWS_MANY: more than a workbook is made of.
 */
export async function makeBadRowsFile(
  desk: Desk,
  { batch, format, language }: { batch: Id; format: 'csv' | 'xlsx'; language: Language },
): Promise<BadRowsFile> {
  const content =
    format === 'csv'
      ? Readable.from(csvPieces(desk.knex, batch, language), { objectMode: false })
      : Readable.from([await workbook(desk.knex, batch, language)], { objectMode: false });
  await traceDownload(desk, { action: 'bad_rows', collection: 'import_batch', item: String(batch) });
  return { name: `${words.name[language]}-${batch}.${format}`, type: types[format], content };
}

async function* csvPieces(knex: Knex, batch: Id, language: Language): AsyncGenerator<string> {
  const notation = csvNotations[language];
  let started = false;
  for await (const [titles, ...lines] of tables(knex, batch, language)) {
    if (titles === undefined) continue;
    yield started ? lines.map((line) => csvLine(line, notation)).join('') : csvText([titles, ...lines], notation);
    started = true;
  }
}

async function workbook(knex: Knex, batch: Id, language: Language): Promise<Buffer> {
  await refuseTooMany(knex, batch);
  let columns: { key: string; header: string; width: number; format: 'text' }[] = [];
  const rows: Record<string, string>[] = [];
  for await (const [titles = [], ...lines] of tables(knex, batch, language)) {
    columns = titles.map((header, index) => ({
      key: String(index),
      header: String(header),
      width: 22,
      format: 'text',
    }));
    rows.push(...lines.map((line) => Object.fromEntries(line.map((cell, index) => [String(index), String(cell)]))));
  }
  const { writeWorkbook } = await loadDocuments();
  return await writeWorkbook([{ name: words.sheet[language], columns, rows }]);
}

async function refuseTooMany(knex: Knex, batch: Id): Promise<void> {
  const refused = knex('import_issue').where({ batch, severity: 'refused' });
  const [found] = await refused.countDistinct<{ count: string }[]>('row_number as count');
  const count = Number(found?.count ?? 0);
  if (count > mostWorkbookRows) throw refusal('KADER_IMPORT_BAD_ROWS_MANY', { count, most: mostWorkbookRows });
}

/** The file, some rows at a time, each time under its titles; the titles alone where no row was refused. */
async function* tables(knex: Knex, batch: Id, language: Language): AsyncGenerator<CsvCell[][]> {
  let headings: string[] | null = null;
  let after = -1;
  for (;;) {
    const rows = await readBadRows(knex, { batch, after, most: rowsAtOnce });
    // rows of one list have the same headings, empty cells as well
    headings ??= Object.keys(rows.find(({ row_text }) => row_text !== null)?.row_text ?? {});
    const asked = headings;
    const lines = rows.map((row) => [
      ...asked.map((heading) => row.row_text?.[heading] ?? ''),
      row.issues.map((issue) => sentence(issue, language)).join(' '),
      row.row_number,
    ]);
    yield [[...asked, words.wrong[language], words.row[language]], ...lines];
    const last = rows.at(-1);
    if (last === undefined || rows.length < rowsAtOnce) return;
    after = last.row_number;
  }
}

async function readBadRows(knex: Knex, page: { batch: Id; after: number; most: number }): Promise<BadRow[]> {
  const { rows } = await knex.raw(question, page);
  return rows.map((row: BadRow & { row_text: string | null }) => ({
    ...row,
    row_text: row.row_text === null ? null : JSON.parse(row.row_text),
  }));
}

/** `Nomor KK: Nomor KK terdiri dari 16 angka.` */
function sentence({ field, reason, suggestion }: BadRow['issues'][number], language: Language): string {
  const text = rowReasons[reason]?.[language] ?? reason;
  return `${familyRowWords[field]?.[language] ?? field}: ${text.replaceAll('{suggestion}', suggestion ?? '–')}`;
}
