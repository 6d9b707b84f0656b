import { csvNotations, csvText } from '../../core/csv.ts';
import type { Language } from '../errors.ts';
import type { PayoutTable } from './payout-table.ts';

/** The payout as CSV: account numbers as text with their leading zeros, amounts as plain numbers. */
export function payoutCsv({ columns, rows }: PayoutTable, language: Language): string {
  const cells = rows.map((row) => columns.map(({ key }) => row[key]));
  return csvText([columns.map(({ header }) => header), ...cells], csvNotations[language]);
}
