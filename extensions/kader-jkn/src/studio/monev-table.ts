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

/** Where decimals have a comma, cells are parted by semicolons. */
const notations = {
  'id-ID': { separator: ';', decimal: ',' },
  'en-US': { separator: ',', decimal: '.' },
} as const;
const byteOrderMark = '\uFEFF';

/** The table as CSV that a spreadsheet of that language opens as numbers: UTF-8 with a mark, exact values. */
export function toCsv({ columns, rows }: MonevTable, locale: StudioLocale): string {
  const { separator, decimal } = notations[locale];
  const lines = [
    columns.map(({ label }) => label),
    ...rows.map((row) => row.map(({ text, value }) => (value === undefined ? text : value))),
  ];
  return (
    byteOrderMark + lines.map((line) => `${line.map((cell) => csvCell(cell, decimal)).join(separator)}\r\n`).join('')
  );
}

/** A cell in quotes where it needs them; text that a spreadsheet would run as a formula is kept text. */
function csvCell(value: string | number | null, decimal: string): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', decimal);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
