import readWorkbook from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { loadDocuments } from '../server/load-documents.ts';
import type { WorkbookSheet } from './write-workbook.ts';

const columns: WorkbookSheet['columns'] = [
  { header: 'Nama', key: 'name' },
  { header: 'Rekening', key: 'account', format: 'text' },
  { header: 'Diterima', key: 'net', format: 'rupiah' },
  { header: 'Dibayar', key: 'paid_on', format: 'date' },
];

async function readBack(sheets: WorkbookSheet[]) {
  const { writeWorkbook } = await loadDocuments();
  return readWorkbook(await writeWorkbook(sheets));
}

async function valueIn(column: WorkbookSheet['columns'][number], value: string | number | null) {
  const [sheet] = await readBack([{ name: 'A', columns: [column], rows: [{ [column.key]: value }, { end: 1 }] }]);
  return sheet?.data[1]?.[0];
}

describe('writeWorkbook', () => {
  it('keeps figures as numbers, days as days and text as text', async () => {
    const row = { name: 'Siti Contoh', account: '0012300', net: 1_234_567, paid_on: '2022-02-05' };
    expect(await readBack([{ name: 'Pembayaran', columns, rows: [row] }])).toEqual([
      {
        sheet: 'Pembayaran',
        data: [
          ['Nama', 'Rekening', 'Diterima', 'Dibayar'],
          ['Siti Contoh', '0012300', 1_234_567, new Date('2022-02-05T00:00:00Z')],
        ],
      },
    ]);
  });

  it.each(['=1+1', '+62 812', '-5', '@SUM(A1)', '=HYPERLINK("http://x","y")'])(
    'never makes a formula of %s',
    async (text) => {
      expect(await valueIn({ header: 'Nama', key: 'name' }, text)).toBe(text);
    },
  );

  it('keeps what is no day as it was written', async () => {
    expect(await valueIn({ header: 'Tanggal', key: 'day', format: 'date' }, 'kemarin')).toBe('kemarin');
  });

  it('refuses a fraction of a rupiah', async () => {
    await expect(valueIn({ header: 'Jumlah', key: 'amount', format: 'rupiah' }, 0.5)).rejects.toThrow(RangeError);
  });

  it('makes a file that opens whatever was typed', async () => {
    expect(await valueIn({ header: 'Nama', key: 'name' }, 'Si\u0000ti <b>\u0008&')).toBe('Si ti <b> &');
    const sheets = await readBack([{ name: 'Jan/Feb: [semua] kantor cabang di Indonesia', columns, rows: [] }]);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Jan Feb   semua  kantor cabang']);
  });
});
