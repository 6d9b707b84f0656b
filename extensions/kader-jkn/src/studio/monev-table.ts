import { csvNotations, csvText } from '../core/csv.ts';
import type { StudioLocale } from './format.ts';

/** The figures of a panel as a table: what the table view shows and the CSV holds. */

export interface MonevColumn {
  label: string;
  numeric: boolean;
}

export interface MonevTableCell {
  /** as read on screen */
  text: string;
  /** exact, for the file; the text where left out */
  value?: string | number | null;
  /** path of the record behind it */
  to?: string | null;
}

export interface MonevTable {
  columns: MonevColumn[];
  rows: MonevTableCell[][];
}

/** The table as CSV that a spreadsheet of that language opens as numbers, exact values. */
export function toCsv({ columns, rows }: MonevTable, locale: StudioLocale): string {
  const cells = rows.map((row) => row.map(({ text, value }) => (value === undefined ? text : value)));
  return csvText([columns.map(({ label }) => label), ...cells], csvNotations[locale === 'id-ID' ? 'id' : 'en']);
}
