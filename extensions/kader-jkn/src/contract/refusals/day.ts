import type { Refusal } from '../refusal.ts';

/** The day's list and the sheet that is keyed in after it. */
export const dayRefusals = {
  KADER_KADER_UNKNOWN: {
    status: 404,
    field: 'kader',
    id: 'Kader ini tidak ada atau bukan wewenang Anda. Pilih kader dari daftar.',
    en: 'This kader does not exist or is not yours to see. Choose one from the list.',
  },
  KADER_SHEET_REFUSED: {
    status: 422,
    field: 'rows',
    id: 'Lembar belum disimpan: {count} baris perlu diperbaiki. Tidak ada satu pun yang dicatat; perbaiki baris bertanda, lalu simpan lagi.',
    en: 'The sheet was not saved: {count} rows need mending. Nothing at all was recorded; mend the marked rows and save again.',
  },
  KADER_SHEET_EMPTY: {
    status: 400,
    field: 'rows',
    id: 'Lembar ini kosong. Isi kontak atau pembayaran pada satu baris atau lebih.',
    en: 'This sheet is empty. Fill in a contact or a payment in one row or more.',
  },
  KADER_SHEET_ROW_EMPTY: {
    status: 422,
    field: 'outcome',
    id: 'Baris ini kosong. Isi hasil kontak atau pembayaran, atau hapus barisnya.',
    en: 'This row is empty. Fill in the outcome or a payment, or remove the row.',
  },
  KADER_SHEET_OUTCOME: {
    status: 422,
    field: 'outcome',
    id: 'Hasil kontak belum dipilih. Pilih hasilnya, misalnya Bertemu atau Janji bayar.',
    en: 'The outcome of the contact is missing. Choose one, for example Met or Promised.',
  },
  KADER_SHEET_PROMISE: {
    status: 422,
    field: 'promise_on',
    id: 'Janji bayar perlu tanggal. Isi tanggal yang dijanjikan keluarga.',
    en: 'A promise needs a date. Give the day that the family promised.',
  },
  KADER_SHEET_PROMISE_PAST: {
    status: 422,
    field: 'promise_on',
    id: 'Tanggal janji tidak boleh sebelum hari kontak. Periksa tanggalnya.',
    en: 'A promise cannot be for a day before the contact. Check the date.',
  },
  KADER_SHEET_FOLLOW_UP_PAST: {
    status: 422,
    field: 'follow_up_on',
    id: 'Tanggal tindak lanjut tidak boleh sebelum hari kontak. Periksa tanggalnya.',
    en: 'A follow-up cannot be for a day before the contact. Check the date.',
  },
  KADER_SHEET_TIME: {
    status: 422,
    field: 'time',
    id: 'Jam tidak terbaca. Tulis seperti 14.30, atau kosongkan.',
    en: 'The time cannot be read. Write it like 14.30, or leave it empty.',
  },
  KADER_SHEET_FUTURE: {
    status: 422,
    field: 'date',
    id: 'Tanggal atau jam lembar ini belum tiba. Isi hari kontaknya dilakukan.',
    en: 'The day or time of this sheet is yet to come. Give the day on which the contacts were made.',
  },
  KADER_SHEET_TOLD_TWICE: {
    status: 409,
    field: 'client_id',
    id: 'Baris ini sudah tercatat dengan isi lain. Muat ulang lembar, lalu koreksi catatannya bila perlu.',
    en: 'This row stands already with other values. Reload the sheet and correct the record where needed.',
  },
} as const satisfies Record<string, Refusal>;
