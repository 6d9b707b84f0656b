import type { Language } from '../errors.ts';
import type { Payout, PayoutRow } from './read-payout.ts';

/** A column of the payout file; `format` is how a spreadsheet keeps its cells. */
export interface PayoutColumn {
  key: keyof PayoutCells;
  header: string;
  width: number;
  format: 'text' | 'rupiah';
}

export interface PayoutCells {
  code: string | null;
  name: string;
  bank: string | null;
  account: string | null;
  holder: string | null;
  net: number;
  remark: string | null;
}

/** The payout as a table, its total in the last row. */
export interface PayoutTable {
  columns: PayoutColumn[];
  rows: PayoutCells[];
}

const words = {
  code: { id: 'Kode kader', en: 'Kader code' },
  name: { id: 'Nama kader', en: 'Kader' },
  bank: { id: 'Bank', en: 'Bank' },
  account: { id: 'Nomor rekening', en: 'Account number' },
  holder: { id: 'Atas nama', en: 'Account holder' },
  net: { id: 'Jumlah (Rp)', en: 'Amount (Rp)' },
  remark: { id: 'Keterangan', en: 'Remark' },
  missing: { id: 'REKENING BELUM ADA', en: 'NO BANK ACCOUNT' },
  total: { id: 'TOTAL', en: 'TOTAL' },
} as const satisfies Record<string, Record<Language, string>>;

const widths = { code: 14, name: 32, bank: 20, account: 24, holder: 32, net: 18, remark: 24 } as const;
const order = ['code', 'name', 'bank', 'account', 'holder', 'net', 'remark'] as const;

/** The rows of the file in a language; a kader without an account is marked. */
export function payoutTable({ rows, total }: Pick<Payout, 'rows' | 'total'>, language: Language): PayoutTable {
  return {
    columns: order.map((key) => ({
      key,
      header: words[key][language],
      width: widths[key],
      format: key === 'net' ? 'rupiah' : 'text',
    })),
    rows: [
      ...rows.map((row) => ({ ...row, remark: remarkOf(row, language) })),
      { code: null, name: words.total[language], bank: null, account: null, holder: null, net: total, remark: null },
    ],
  };
}

function remarkOf({ account }: PayoutRow, language: Language): string | null {
  return account === null ? words.missing[language] : null;
}
