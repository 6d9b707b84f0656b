import type { PayoutFormat } from '../../contract/period-steps.ts';
import type { Id } from '../../contract/records.ts';
import { monthWords } from '../../core/calendar-words.ts';
import type { Desk } from '../desk/desk.ts';
import type { Language } from '../errors.ts';
import { loadDocuments } from '../load-documents.ts';
import { traceDownload } from '../trace-download.ts';
import { payoutCsv } from './payout-csv.ts';
import { type PayoutTable, payoutTable } from './payout-table.ts';
import { type Payout, readPayout } from './read-payout.ts';

export interface PayoutFile {
  name: string;
  /** media type */
  type: string;
  content: string | Buffer;
  /** what it pays */
  payout: Payout;
}

const types: Record<PayoutFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The file that the bank pays a month by; that it was taken is traced. Refused as readPayout refuses. */
export async function makePayoutFile(
  caller: Desk,
  asked: { period: Id; format: PayoutFormat; language: Language },
): Promise<PayoutFile> {
  const { period, format, language } = asked;
  const payout = await readPayout(caller.knex, period);
  const table = payoutTable(payout, language);
  const content =
    format === 'csv' ? payoutCsv(table, language) : await workbook(table, monthWords(payout.month)[language]);
  await traceDownload(caller, { action: 'payout', collection: 'period', item: String(period) });
  const name = `imbal-jasa-${safeName(payout.branchCode)}-${payout.month}.${format}`;
  return { name, type: types[format], content, payout };
}

async function workbook({ columns, rows }: PayoutTable, name: string): Promise<Buffer> {
  const { writeWorkbook } = await loadDocuments();
  return await writeWorkbook([{ name, columns, rows: rows.map((row) => ({ ...row })) }]);
}

/** A code as a file may be called. */
function safeName(code: string): string {
  return code.replace(/[^\w.-]+/g, '-');
}
