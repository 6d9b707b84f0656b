import type { Refusal } from '../refusal.ts';

/** Numbers of families and their heads, families that are one, and merging them. */
export const familyRefusals = {
  KADER_IDENTITY_INVALID: {
    status: 400,
    field: null,
    id: 'Kolom {field}: {why} Periksa kartu keluarga atau KTP-nya.',
    en: 'Field {field}: {why} Check the family card or identity card.',
  },
  KADER_FAMILY_MERGED: {
    status: 409,
    field: 'binaan',
    id: 'Keluarga ini sudah digabung ke keluarga nomor {kept}. Catat pada keluarga itu, atau batalkan penggabungannya di halaman Keluarga ganda.',
    en: 'This family was merged into family {kept}. Record it there, or undo the merging on the page of duplicates.',
  },
  KADER_MERGE_BY_PAGE: {
    status: 409,
    field: 'status',
    id: 'Penggabungan keluarga tidak diisi di formulir. Gunakan halaman Keluarga ganda di Kerja lapangan.',
    en: 'Families are not merged in the form. Use the page of duplicates under Field work.',
  },
  KADER_MERGE_REFUSED: {
    status: 409,
    field: null,
    id: 'Kedua keluarga ini tidak dapat digabung begitu: {why}.',
    en: 'These two families cannot be merged so: {why}.',
  },
  KADER_MERGE_RESTS: {
    status: 409,
    field: null,
    id: 'Penggabungan ini tidak dapat dibatalkan lagi: {why}. Perbaiki catatannya pada keluarga yang dipertahankan.',
    en: 'This merging can no longer be undone: {why}. Mend the records of the family that was kept.',
  },
  KADER_DUPLICATE_UNKNOWN: {
    status: 404,
    field: null,
    id: 'Pasangan keluarga ini tidak ada atau bukan dari cabang Anda. Muat ulang daftarnya.',
    en: 'This pair of families does not exist or is not of your branch. Reload the list.',
  },
  KADER_DUPLICATE_DECIDED: {
    status: 409,
    field: null,
    id: 'Pasangan ini sudah diputuskan orang lain. Muat ulang daftarnya.',
    en: 'Somebody has decided this pair already. Reload the list.',
  },
} as const satisfies Record<string, Refusal>;
