import { describe, expect, it } from 'vitest';
import { payoutCsv } from './payout-csv.ts';
import { payoutTable } from './payout-table.ts';
import type { PayoutRow } from './read-payout.ts';

const row = (fields: Partial<PayoutRow>): PayoutRow => ({
  code: 'SLT-001',
  name: 'Siti',
  bank: 'Bank Contoh',
  account: '0012345678',
  holder: 'Siti',
  net: 1_250_000,
  ...fields,
});
const csvOf = (rows: PayoutRow[], language: 'id' | 'en' = 'id') => {
  const total = rows.reduce((sum, { net }) => sum + net, 0);
  return payoutCsv(payoutTable({ rows, total }, language), language);
};

describe('the payout file as CSV', () => {
  it('begins with a mark of UTF-8, keeps leading zeros, and ends with the total', () => {
    const csv = csvOf([row({}), row({ name: 'Tono', net: 50_000 })]);
    expect(csv.split('\r\n')).toEqual([
      '\uFEFFKode kader;Nama kader;Bank;Nomor rekening;Atas nama;Jumlah (Rp);Keterangan',
      'SLT-001;Siti;Bank Contoh;0012345678;Siti;1250000;',
      'SLT-001;Tono;Bank Contoh;0012345678;Siti;50000;',
      ';TOTAL;;;;1300000;',
      '',
    ]);
  });

  it('marks a kader without an account', () => {
    expect(csvOf([row({ bank: null, account: null, holder: null })], 'en')).toContain(
      'SLT-001,Siti,,,,1250000,NO BANK ACCOUNT\r\n',
    );
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+62', "'+62"],
    ['-5', "'-5"],
    ['@cmd', "'@cmd"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\r=1"'],
    ['=HYPERLINK("x";"y")', '"\'=HYPERLINK(""x"";""y"")"'],
    ['Siti "Ibu", Rt; 3', '"Siti ""Ibu"", Rt; 3"'],
    ['Siti = Ani', 'Siti = Ani'],
  ])('writes the name %j so that no spreadsheet runs it', (name, written) => {
    expect(csvOf([row({ name })])).toContain(`SLT-001;${written};Bank Contoh`);
  });
});
