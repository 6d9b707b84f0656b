import type { Language } from '../errors.ts';
import type { PayoutTable } from './payout-table.ts';

/** Where decimals have a comma, spreadsheets part cells by semicolons. */
const separators: Record<Language, string> = { id: ';', en: ',' };
/** Tells spreadsheets that the file is UTF-8. */
const byteOrderMark = '\uFEFF';

/** The payout as CSV: UTF-8 with a mark, account numbers as text with their leading zeros, amounts as plain numbers. */
export function payoutCsv({ columns, rows }: PayoutTable, language: Language): string {
  const separator = separators[language];
  const lines = [columns.map(({ header }) => header), ...rows.map((row) => columns.map(({ key }) => row[key]))];
  return byteOrderMark + lines.map((line) => `${line.map(csvCell).join(separator)}\r\n`).join('');
}

/** A number as it is; text in quotes where it needs them, and never one that a spreadsheet would run as a formula. */
function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
