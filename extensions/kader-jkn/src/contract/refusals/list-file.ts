import type { Refusal } from '../refusal.ts';

/** Files that cannot be read as a list. */
export const listFileRefusals = {
  KADER_FILE_EMPTY: {
    status: 422,
    field: 'file',
    id: 'Berkas ini tidak berisi apa-apa. Periksa apakah berkas yang dipilih benar.',
    en: 'This file holds nothing. Check whether it is the right one.',
  },
  KADER_FILE_OLD_EXCEL: {
    status: 422,
    field: 'file',
    id: 'Berkas ini Excel lama (.xls) atau dikunci kata sandi. Buka di Excel, lalu simpan sebagai .xlsx tanpa kata sandi.',
    en: 'This file is an old Excel one (.xls) or locked by a password. Open it in Excel and save it as .xlsx without a password.',
  },
  KADER_FILE_NOT_A_LIST: {
    status: 422,
    field: 'file',
    id: 'Berkas ini bukan CSV atau XLSX ({kind}). Buka di Excel, lalu simpan sebagai .xlsx atau CSV.',
    en: 'This file is neither CSV nor XLSX ({kind}). Open it in Excel and save it as .xlsx or CSV.',
  },
  KADER_FILE_BROKEN: {
    status: 422,
    field: 'file',
    id: 'Berkas ini rusak atau belum lengkap terunduh. Unduh lagi dari asalnya, atau simpan ulang di Excel.',
    en: 'This file is damaged or was not downloaded whole. Download it again, or save it anew in Excel.',
  },
  KADER_FILE_SHEET_UNKNOWN: {
    status: 422,
    field: 'sheet',
    id: 'Tidak ada lembar bernama "{sheet}". Lembar yang ada: {sheets}.',
    en: 'There is no sheet "{sheet}". The sheets are: {sheets}.',
  },
  KADER_FILE_QUOTE_OPEN: {
    status: 422,
    field: 'file',
    id: 'Tanda kutip (") pada baris {row} tidak ditutup, sehingga baris sesudahnya tidak terbaca. Hapus tanda kutip itu.',
    en: 'The quotation mark (") in row {row} is not closed, so the rows after it cannot be read. Remove it.',
  },
} as const satisfies Record<string, Refusal>;
