import type { SheetRow } from '../../contract/list-file.ts';
import { type ColumnMapping, findHeadingRow, headingRowsLooked, nameHeadings } from '../../core/list-columns.ts';

/** Rows of which one holds the headings, and what stands below it. */
export interface Table {
  /** no two alike; none in an empty file */
  headings: string[];
  /** the row that holds them, as spreadsheets number rows */
  headingRow: number;
  /** read once */
  rows: AsyncGenerator<SheetRow[]>;
}

/**
 * Finds the headings among the first rows: in the row that is told, else where the mapping fits best, or what we know where
 * there is no mapping.
 */
export async function openTable(
  chunks: AsyncGenerator<SheetRow[]>,
  { headingRow, mapping }: { headingRow: number | null; mapping: ColumnMapping | null },
): Promise<Table> {
  const first = await firstRows(chunks);
  const told = headingRow === null ? -1 : first.findIndex(({ number }) => number === headingRow);
  const place = told >= 0 ? told : findHeadingRow(first, mapping);
  const { number = 0, cells = [] } = first[place] ?? {};

  async function* rows(): AsyncGenerator<SheetRow[]> {
    const below = first.slice(place + 1);
    if (below.length > 0) yield below;
    yield* chunks;
  }
  return { headings: nameHeadings(cells), headingRow: number, rows: rows() };
}

/** Enough rows to find the headings among them. */
async function firstRows(chunks: AsyncIterator<SheetRow[]>): Promise<SheetRow[]> {
  const found: SheetRow[] = [];
  while (found.length < headingRowsLooked) {
    const { value, done } = await chunks.next();
    if (done) break;
    found.push(...value);
  }
  return found;
}
