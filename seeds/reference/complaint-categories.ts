import type { ComplaintCategory } from '../../extensions/kader-jkn/src/contract/life-records.ts';
import type { Tracked } from '../../extensions/kader-jkn/src/contract/records.ts';

export type ComplaintCategoryDefinition = Omit<ComplaintCategory, keyof Tracked>;

const note = 'Batas waktu bawaan, bukan aturan resmi; sesuaikan dengan janji layanan cabang.';

const complaints: readonly (readonly [code: string, name: string, days: number])[] = [
  ['payment_missing', 'Pembayaran belum tercatat', 3],
  ['bill', 'Tagihan tidak sesuai', 5],
  ['data', 'Data peserta keliru', 5],
  ['kader_conduct', 'Perilaku kader', 3],
  ['care', 'Pelayanan fasilitas kesehatan', 5],
  ['other', 'Pengaduan lain', 5],
];
const questions: readonly (readonly [code: string, name: string, days: number])[] = [
  ['ask_dues', 'Informasi iuran dan tunggakan', 2],
  ['ask_instalments', 'Informasi cicilan (REHAB)', 2],
  ['ask_membership', 'Informasi kepesertaan', 2],
  ['ask_benefits', 'Informasi manfaat', 2],
];

/** What people complain and ask about, to start with; the days in which to answer are records that a branch adapts. */
export const complaintCategories: ComplaintCategoryDefinition[] = [
  ...complaints.map(([code, name, answer_days]) => ({ code, name, kind: 'complaint' as const, answer_days, note })),
  ...questions.map(([code, name, answer_days]) => ({ code, name, kind: 'information' as const, answer_days, note })),
];
