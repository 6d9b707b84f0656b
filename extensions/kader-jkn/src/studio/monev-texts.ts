import type { TargetMeasure } from '../contract/records.ts';
import type { Text } from './text.ts';

/** What the monev panels have in common, in both languages. */
export const monevTexts = {
  allBranches: ['Semua kantor cabang', 'All branches'],
  wholeArea: ['Seluruh wilayah', 'The whole area'],
  branch: ['Kantor cabang', 'Branch'],
  kader: ['Kader', 'Kader'],
  status: ['Status', 'Status'],
  area: ['Wilayah', 'Area'],
  month: ['Bulan terakhir', 'Newest month'],
  reach: ['Rentang', 'Span'],
  measure: ['Ukuran', 'Measure'],
  newest: ['Terbaru', 'Newest'],
  reachAuto: ['menurut target', 'as the target'],
  reachMonths: ['{count} bulan', '{count} months'],
  reachYear: ['sejak Januari', 'since January'],
  running: ['belum ditutup', 'not closed yet'],
  partial: ['hanya kader yang boleh Anda lihat', 'only kader you may see'],
  choose: ['Pilih cabang, wilayah, dan bulan', 'Choose branch, area and months'],
  asTable: ['Lihat sebagai tabel', 'View as a table'],
  asChart: ['Lihat sebagai gambar', 'View as a picture'],
  saveCsv: ['Simpan CSV', 'Save CSV'],
  loading: ['Memuat…', 'Loading…'],
  forbidden: ['Tidak untuk peran Anda', 'Not for your role'],
  failed: ['Belum bisa ditampilkan', 'Cannot be shown yet'],
  retry: ['Coba lagi', 'Try again'],
  noMonths: ['Belum ada data', 'No data yet'],
  noMonthsHint: [
    'Gambar muncul setelah catatan pertama disimpan.',
    'The picture appears once the first record is saved.',
  ],
  recordPayment: ['Catat penerimaan', 'Record a payment'],
  recordActivity: ['Catat kunjungan', 'Record a visit'],
  recordContact: ['Catat kontak', 'Record a contact'],
  addTarget: ['Tambah target', 'Add a target'],
  openMonths: ['Buka bulan buku', 'Open the month books'],
  elsewhere: ['Tanpa wilayah', 'No area'],
  noKader: ['Tanpa kader', 'No kader'],
} as const satisfies Record<string, Text>;

export const measureNames: Readonly<Record<TargetMeasure, Text>> = {
  collection: ['penerimaan iuran binaan', 'dues collected from families'],
  families_visited: ['keluarga dikunjungi', 'families visited'],
  contacts_per_day: ['keluarga dihubungi per hari', 'families contacted a day'],
  enrolments: ['peserta baru', 'enrolments'],
  kader: ['kader bermitra di akhir rentang', 'kader in partnership at the end'],
  arrears_share: ['bagian tunggakan yang tertagih', 'share of arrears collected'],
};
