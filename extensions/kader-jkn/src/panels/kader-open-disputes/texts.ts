import type { Text } from '../../studio/text.ts';

export const texts = {
  everywhere: ['Semua cabang', 'All branches'],
  asked: ['sanggahan kader atas imbal jasanya', "kader's questions about their commission"],
  waiting: ['menunggu jawaban', 'awaiting an answer'],
  longest: ['paling lama menunggu', 'longest wait'],
  days: ['{count} hari', '{count} days'],
  today: ['Hari ini', 'Today'],
  none: ['Tidak ada sanggahan yang menunggu jawaban', 'No dispute awaits an answer'],
  list: ['Sanggahan terbuka', 'Open disputes'],
  branch: ['Kantor cabang', 'Branch'],
  month: ['Imbal jasa bulan', 'Statement of'],
  count: ['Sanggahan', 'Disputes'],
  oldest: ['Tertua sejak', 'Oldest since'],
  summary: [
    '{count} sanggahan menunggu jawaban; yang paling lama {longest}.',
    '{count} disputes await an answer; the longest wait is {longest}.',
  ],
} as const satisfies Record<string, Text>;
