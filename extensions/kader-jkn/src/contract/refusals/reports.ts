import type { Refusal } from '../refusal.ts';

/** Monev reports and awards. */
export const reportRefusals = {
  KADER_MADE_BY_BUTTON: {
    status: 409,
    field: null,
    id: 'Catatan ini dibuat oleh tombolnya sendiri: laporan dari bulan buku, penghargaan dari rapat monev. Gunakan tombol itu.',
    en: 'This record is made by its own button: a report from the month of the books, an award from the monev session. Use that button.',
  },
  KADER_REPORT_UNKNOWN: {
    status: 404,
    field: null,
    id: 'Laporan ini tidak ada atau bukan untuk Anda. Muat ulang daftarnya.',
    en: 'This report does not exist or is not yours to see. Reload the list.',
  },
  KADER_REPORT_OPEN_MONTH: {
    status: 409,
    field: 'month',
    id: 'Laporan Monev dibuat dari bulan yang sudah ditutup, dan {month} masih terbuka. Tutup bulannya lebih dulu.',
    en: 'A monev report is made of a closed month, and {month} is still open. Close the month first.',
  },
  KADER_AWARD_UNKNOWN: {
    status: 404,
    field: null,
    id: 'Penghargaan ini tidak ada atau bukan untuk Anda. Muat ulang daftarnya.',
    en: 'This award does not exist or is not yours to see. Reload the list.',
  },
  KADER_AWARD_NOT_NOMINATED: {
    status: 409,
    field: 'kader',
    id: 'Kader ini tidak memenuhi aturan penghargaan itu pada {month}. Pilih dari daftar usul, atau ubah aturannya.',
    en: 'This kader does not meet the rule of that award in {month}. Choose from the nominations, or change the rule.',
  },
  KADER_AWARD_GIVEN: {
    status: 409,
    field: 'kader',
    id: 'Penghargaan ini sudah diberikan kepada kader itu untuk {month}. Piagamnya dapat diunduh dari catatannya.',
    en: 'This award was already given to that kader for {month}. Its certificate can be downloaded from the record.',
  },
  KADER_AWARD_OPEN_MONTH: {
    status: 409,
    field: 'month',
    id: 'Penghargaan diberikan untuk bulan yang sudah ditutup, dan {month} masih terbuka. Tutup bulannya lebih dulu.',
    en: 'An award is given for a closed month, and {month} is still open. Close the month first.',
  },
} as const satisfies Record<string, Refusal>;
