import type { Knex } from 'knex';
import { familyRowWords } from '../../contract/family-row.ts';
import type { Id } from '../../contract/records.ts';
import { rowReasons } from '../../contract/row-reasons.ts';
import { csvNotations, csvText } from '../../core/csv.ts';
import type { FamilyRowField, RowReason } from '../../core/row-issue.ts';
import type { Desk } from '../desk/desk.ts';
import type { Language } from '../errors.ts';
import { loadDocuments } from '../load-documents.ts';
import { traceDownload } from '../trace-download.ts';

export interface BadRowsFile {
  name: string;
  /** media type */
  type: string;
  content: string | Buffer;
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

const question = `
  select i.row_number, (array_agg(i.row_text::text order by i.id) filter (where i.row_text is not null))[1] as row_text,
    json_agg(json_build_object('field', i.field, 'reason', i.reason, 'suggestion', i.suggestion) order by i.id)
      filter (where i.severity = 'refused') as issues
  from import_issue i
  where i.batch = :batch
  group by i.row_number
  having bool_or(i.severity = 'refused')
  order by i.row_number`;

/**
 * The rows that were refused, with the columns they came in and what is wrong with each: mended, the file can be taken in as it
 * is. That it was taken is traced: it holds personal data.
 */
export async function makeBadRowsFile(
  desk: Desk,
  { batch, format, language }: { batch: Id; format: 'csv' | 'xlsx'; language: Language },
): Promise<BadRowsFile> {
  const rows = await readBadRows(desk.knex, batch);
  const headings = [...new Set(rows.flatMap(({ row_text }) => Object.keys(row_text ?? {})))];
  const titles = [...headings, words.wrong[language], words.row[language]];
  const cells = rows.map((row) => [
    ...headings.map((heading) => row.row_text?.[heading] ?? ''),
    row.issues.map((issue) => sentence(issue, language)).join(' '),
    row.row_number,
  ]);
  const content =
    format === 'csv' ? csvText([titles, ...cells], csvNotations[language]) : await workbook(titles, cells, language);
  await traceDownload(desk, { action: 'bad_rows', collection: 'import_batch', item: String(batch) });
  return { name: `${words.name[language]}-${batch}.${format}`, type: types[format], content };
}

async function readBadRows(knex: Knex, batch: Id): Promise<BadRow[]> {
  const { rows } = await knex.raw(question, { batch });
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

async function workbook(titles: readonly string[], cells: (string | number)[][], language: Language): Promise<Buffer> {
  const { writeWorkbook } = await loadDocuments();
  const columns = titles.map((header, index) => ({ key: String(index), header, width: 22, format: 'text' as const }));
  const rows = cells.map((row) => Object.fromEntries(row.map((cell, index) => [String(index), String(cell)])));
  return await writeWorkbook([{ name: words.sheet[language], columns, rows }]);
}
