import type { ImportPreview, PreviewAsked, PreviewColumn } from '../../contract/import-preview.ts';
import type { ImportSource } from '../../contract/import-records.ts';
import type { Id } from '../../contract/records.ts';
import { guessColumns } from '../../core/guess-columns.ts';
import { columnsOf, guessMapping, type ListColumns, lackingFields } from '../../core/list-columns.ts';
import type { DateText } from '../../core/period.ts';
import { familyRowFields } from '../../core/row-issue.ts';
import { callingBranch } from '../assign/calling-branch.ts';
import { type Desk, visibleRecord } from '../desk/desk.ts';
import { refusal } from '../errors.ts';
import { readRowContext } from '../families/read-row-context.ts';
import { checkRows, nothingChecked } from './check-rows.ts';
import { openListFile } from './open-list-file.ts';
import { openTable } from './open-table.ts';
import { type FoundFile, openRows } from './read-file.ts';

const samplesShown = 3;

/**
 * How a list would be read, for a head or staff of its branch who may see the file; nothing is written. Refused as openRows
 * refuses, as KADER_NOT_ALLOWED, KADER_IMPORT_FILE_MISSING and KADER_IMPORT_NOTHING.
 */
export async function previewList(desk: Desk, asked: PreviewAsked): Promise<ImportPreview> {
  const branch = await callingBranch(desk, asked.branch);
  const source = await readSource(desk, asked.source ?? null);
  const options = { ...source?.options, ...asked.options };
  const defaults = asked.defaults ?? source?.defaults ?? {};
  const told = asked.mapping ?? source?.mapping ?? null;

  const stream = await openListFile(desk, asked.file);
  const found: FoundFile[] = [];
  const chunks = openRows(stream, { options, onFound: (file) => found.push(file) });
  try {
    const table = await openTable(chunks, { headingRow: options.header_row ?? null, mapping: told });
    if (table.headings.length === 0) throw refusal('KADER_IMPORT_NOTHING');
    const columns = columnsOf(table.headings, told ?? guessMapping(table.headings));
    const lacking = lackingFields(columns, defaults);
    const { value: first = [] } = await table.rows.next();
    const wish = { branch: branch.id, asOf: asked.as_of as DateText, decimal: options.decimal ?? null };
    const list = { first, rest: table.rows, columns, defaults };
    return {
      ...described(found[0]),
      heading_row: table.headingRow,
      columns: describeColumns(table.headings, columns, first),
      remembered: source?.mapping != null,
      lacking,
      ...(lacking.length > 0
        ? nothingChecked
        : await checkRows(desk.knex, list, await readRowContext(desk.knex, wish))),
    };
  } finally {
    await chunks.return(undefined);
    stream.destroy();
  }
}

/** A source that the caller may see. Refused as KADER_IMPORT_UNKNOWN. */
async function readSource(desk: Desk, id: Id | null): Promise<ImportSource | null> {
  if (id === null) return null;
  const found = await visibleRecord(desk, 'import_source', id, ['options', 'mapping', 'defaults']);
  if (found === null) throw refusal('KADER_IMPORT_UNKNOWN');
  return found as ImportSource;
}

function described(file: FoundFile | undefined): Pick<ImportPreview, 'format' | 'separator' | 'sheets'> {
  if (file?.format === 'xlsx') return { format: 'xlsx', separator: null, sheets: file.sheets };
  return { format: 'csv', separator: file?.separator ?? null, sheets: [] };
}

function describeColumns(
  headings: readonly string[],
  columns: ListColumns,
  rows: readonly { cells: readonly string[] }[],
): PreviewColumn[] {
  const fieldAt = new Map(familyRowFields.map((field) => [columns[field], field]));
  const guesses = guessColumns(headings);
  return headings.map((heading, column) => ({
    heading,
    field: fieldAt.get(column) ?? null,
    guess: guesses[column] ?? null,
    samples: [...new Set(rows.map(({ cells }) => (cells[column] ?? '').trim()).filter((cell) => cell !== ''))].slice(
      0,
      samplesShown,
    ),
  }));
}
