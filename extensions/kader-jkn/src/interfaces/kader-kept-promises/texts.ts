import type { Text } from '../../studio/text.ts';

export const texts = {
  loading: ['Memuat janji bayar…', 'Loading promises…'],
  retry: ['Coba lagi', 'Try again'],
  rate: ['{rate} janji ditepati', '{rate} of promises kept'],
  base: [
    '{kept} dari {judged} yang sudah lewat harinya, sejak {since}',
    '{kept} of {judged} that came due, since {since}',
  ],
  none: ['Belum ada janji bayar yang dapat dinilai sejak {since}.', 'No promise has come due since {since}.'],
  open: ['{open} janji masih menunggu', '{open} promises still wait'],
  dueToday: ['{due} di antaranya hari ini', '{due} of them today'],
} as const satisfies Record<string, Text>;
