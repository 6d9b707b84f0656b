import type { Text } from './text.ts';

/** What is asked when a partnership ends, wherever that is decided. */
export const endTexts = {
  endedOnField: ['Hari terakhir', 'Last day'],
  endReason: ['Alasan', 'Reason'],
  endNote: ['Penjelasan', 'Explanation'],
  familiesQuestion: ['Bagaimana dengan {count} keluarga binaannya?', 'What becomes of the {count} families?'],
  noFamilies: ['Kader ini tidak memegang keluarga.', 'This kader holds no families.'],
  share: ['Bagi kepada kader lain menurut desa', 'Share them among the other kader by desa'],
  shareNote: [
    'Yang tidak menemukan kader untuk sementara tanpa kader.',
    'Those that find no kader are left without one for now.',
  ],
  give: ['Berikan kepada satu kader', 'Give them to one kader'],
  keep_unassigned: ['Biarkan tanpa kader dahulu', 'Leave them without a kader for now'],
  chooseKader: ['Pilih kader', 'Choose a kader'],
  noKader: ['Tidak ada kader aktif lain di cabang ini.', 'The branch has no other active kader.'],
  zero_collection: ['Tanpa penerimaan', 'No collection'],
  other_work: ['Pekerjaan lain', 'Other work'],
  moved: ['Pindah', 'Moved'],
  health: ['Kesehatan', 'Health'],
  own_wish: ['Keinginan sendiri', 'Own wish'],
  contract_expired: ['Kontrak selesai', 'Contract expired'],
  breach: ['Pelanggaran', 'Breach'],
  deceased: ['Meninggal', 'Deceased'],
  other: ['Lainnya', 'Other'],
} as const satisfies Record<string, Text>;
