import type { Refusal } from '../refusal.ts';

/** Taking in lists of families, and undoing it. */
export const importRefusals = {
  KADER_IMPORT_UNKNOWN: {
    status: 404,
    field: null,
    id: 'Impor ini tidak ada atau bukan dari cabang Anda. Muat ulang daftarnya.',
    en: 'This import does not exist or is not of your branch. Reload the list.',
  },
  KADER_IMPORT_FILE_MISSING: {
    status: 409,
    field: 'file',
    id: 'Berkasnya belum ada atau bukan untuk Anda. Unggah berkas CSV atau XLSX, lalu simpan.',
    en: 'There is no file, or it is not yours to see. Upload a CSV or XLSX file, then save.',
  },
  KADER_IMPORT_UNMAPPED: {
    status: 409,
    field: 'source',
    id: 'Kolom {missing} belum dipetakan. Petakan kolom berkas ini lebih dulu.',
    en: 'No column is mapped to {missing}. Map the columns of this file first.',
  },
  KADER_IMPORT_COLUMNS: {
    status: 422,
    field: 'file',
    id: 'Berkas ini tidak memiliki kolom {missing}. Periksa baris judulnya, atau petakan ulang kolomnya.',
    en: 'This file has no column {missing}. Check its row of headings, or map its columns anew.',
  },
  KADER_IMPORT_STATE: {
    status: 409,
    field: 'status',
    id: 'Impor ini sudah {state}. Untuk daftar lain, buat impor baru.',
    en: 'This import is {state} already. For another list, make a new import.',
  },
  KADER_IMPORT_BUSY: {
    status: 409,
    field: null,
    id: 'Daftar lain sedang dimasukkan di cabang ini. Tunggu sampai selesai, lalu coba lagi.',
    en: 'Another list is being taken in at this branch. Wait until it is done, then try again.',
  },
  KADER_IMPORT_FUTURE: {
    status: 400,
    field: 'as_of',
    id: 'Tanggal daftar berada di masa depan. Isi tanggal yang tertulis di daftar itu.',
    en: 'The date of the list lies in the future. Give the date written on the list.',
  },
  KADER_IMPORT_NOTHING: {
    status: 422,
    field: 'file',
    id: 'Tidak ada baris keluarga di bawah baris judul. Periksa apakah berkas dan lembarnya benar.',
    en: 'There is no row of a family below the headings. Check that file and sheet are the right ones.',
  },
  KADER_IMPORT_BAD_ROWS: {
    status: 409,
    field: 'file',
    id: '{count} baris ditolak, jadi tidak ada yang dimasukkan. Unduh baris-baris itu, perbaiki, lalu masukkan lagi; atau pilih "Masukkan baris yang baik".',
    en: '{count} rows were refused, so nothing was taken in. Download and mend them, then take the list in again; or choose "Take in the good rows".',
  },
  KADER_IMPORT_BAD_ROWS_MANY: {
    status: 409,
    field: 'format',
    id: '{count} baris ditolak; berkas XLSX memuat paling banyak {most}. Unduh CSV: isinya semua baris.',
    en: '{count} rows were refused; an XLSX file holds {most} at most. Download the CSV: it has all rows.',
  },
  KADER_IMPORT_CUT_SHORT: {
    status: 409,
    field: null,
    id: 'Impor terputus di tengah jalan; tidak ada yang dimasukkan. Mulai lagi.',
    en: 'The import was cut short; nothing was taken in. Start it again.',
  },
  KADER_IMPORT_FAILED: {
    status: 409,
    field: null,
    id: 'Impor gagal karena sebab yang tidak terduga; tidak ada yang dimasukkan. Mulai lagi, atau minta administrator melihat catatan server.',
    en: 'The import failed for an unforeseen reason; nothing was taken in. Start it again, or ask an administrator to look at the log of the server.',
  },
  KADER_IMPORT_RESTED_ON: {
    status: 409,
    field: 'status',
    id: 'Impor ini tidak dapat dibatalkan: {why}.',
    en: 'This import cannot be undone: {why}.',
  },
  KADER_IMPORT_FORGOTTEN: {
    status: 409,
    field: 'status',
    id: 'Rincian impor ini sudah dihapus setelah 90 hari, jadi tidak dapat dibatalkan lagi.',
    en: 'The details of this import were deleted after 90 days, so it can no longer be undone.',
  },
} as const satisfies Record<string, Refusal>;
