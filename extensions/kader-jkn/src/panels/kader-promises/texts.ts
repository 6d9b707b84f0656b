import type { Text } from '../../studio/text.ts';

export const texts = {
  kept: ['{kept} dari {judged} janji ditepati', '{kept} of {judged} promises kept'],
  noneJudged: ['belum ada janji yang lewat harinya', 'no promise has come due yet'],
  waiting: ['masih menunggu', 'still waiting'],
  title: [
    '{name}: {kept} ditepati, {broken} lewat, {open} menunggu',
    '{name}: {kept} kept, {broken} not kept, {open} waiting',
  ],
  titleRate: ['; {rate} ditepati', '; {rate} kept'],
  titleRunning: ['; bulan belum ditutup', '; the month is not closed yet'],
  aside: ['{kept} dari {judged}', '{kept} of {judged}'],
  asideWaiting: ['{open} menunggu', '{open} waiting'],
  keptPart: ['ditepati', 'kept'],
  brokenPart: ['lewat', 'not kept'],
  openPart: ['menunggu', 'waiting'],
  closed: [
    'Bulan tertutup: seperti saat ditutup. Ditepati berarti keluarga itu membayar sampai harinya.',
    'Closed months: as when they were closed. Kept means that the family paid by its day.',
  ],
  more: ['{count} lainnya ada di tabel.', '{count} more are in the table.'],
  officers: ['Petugas telekolekting', 'Telekolekting officers'],
  noData: ['Belum ada janji bayar untuk {months}', 'No promises for {months} yet'],
  month: ['Bulan', 'Month'],
  branch: ['Kantor cabang', 'Branch'],
  kader: ['Kader', 'Kader'],
  keptColumn: ['Ditepati', 'Kept'],
  brokenColumn: ['Lewat', 'Not kept'],
  openColumn: ['Menunggu', 'Waiting'],
  rateColumn: ['Bagian ditepati', 'Share kept'],
  total: ['Jumlah', 'Total'],
  summary: [
    '{subject}, {months}: {kept} janji ditepati, {broken} lewat, {open} menunggu',
    '{subject}, {months}: {kept} promises kept, {broken} not kept, {open} waiting',
  ],
} as const satisfies Record<string, Text>;
