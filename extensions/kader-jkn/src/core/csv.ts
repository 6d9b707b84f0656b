/** Tables as CSV files that spreadsheets open as they were meant. */

export type CsvCell = string | number | null;

/** What parts cells, and whole figures from their fractions. */
export interface CsvNotation {
  separator: ';' | ',';
  decimal: ',' | '.';
}

/** Where decimals have a comma, spreadsheets part cells by semicolons. */
export const csvNotations: Readonly<Record<'id' | 'en', CsvNotation>> = {
  id: { separator: ';', decimal: ',' },
  en: { separator: ',', decimal: '.' },
};

/** Tells spreadsheets that the file is UTF-8. */
const byteOrderMark = '\uFEFF';

/** How text begins that a spreadsheet would run; those of full width count as well. */
const formula = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** The file: UTF-8 with a mark, a line a row. */
export function csvText(rows: readonly (readonly CsvCell[])[], notation: CsvNotation): string {
  return byteOrderMark + rows.map((row) => csvLine(row, notation)).join('');
}

/**
 * One line, its end included: numbers as they are, text in quotes where it needs them, and an apostrophe before what would be run
 * as a formula.
 */
export function csvLine(row: readonly CsvCell[], { separator, decimal }: CsvNotation): string {
  return `${row.map((cell) => csvCell(cell, decimal)).join(separator)}\r\n`;
}

function csvCell(cell: CsvCell, decimal: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', decimal);
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
