import type { Text } from '../../studio/text.ts';

export const texts = {
  of: ['dari {collected}', 'of {collected}'],
  rate: ['imbal jasa, {rate} dari penerimaan', 'imbal jasa, {rate} of what was collected'],
  noRate: ['imbal jasa', 'imbal jasa'],
  paid: ['sudah dibayar', 'paid'],
  waiting: ['menunggu dibayar', 'waiting to be paid'],
  title: [
    '{name}: imbal jasa {commission} dari penerimaan {collected}',
    '{name}: imbal jasa {commission} of {collected} collected',
  ],
  titleRate: [' ({rate})', ' ({rate})'],
  titlePaid: [', sudah dibayar {paid}', ', {paid} paid'],
  titleRunning: ['; bulan belum ditutup', '; the month is not closed yet'],
  notReckonedTitle: [
    '{name}: penerimaan {collected}; imbal jasa dihitung saat bulan ditutup',
    '{name}: {collected} collected; imbal jasa is reckoned when the month closes',
  ],
  aside: ['{rate} dari {collected}', '{rate} of {collected}'],
  asideNothing: ['tanpa penerimaan', 'nothing collected'],
  columns: [
    'Batang: imbal jasa, dengan bagiannya dari penerimaan bulan itu.',
    'Bars: imbal jasa, with its share of what the month collected.',
  ],
  notReckoned: [
    '{months} belum ditutup: imbal jasanya belum masuk jumlah.',
    '{months} is not closed: its imbal jasa is not in the total yet.',
  ],
  noData: ['Belum ada penerimaan pada {months}', 'No payments yet in {months}'],
  month: ['Bulan', 'Month'],
  branch: ['Kantor cabang', 'Branch'],
  kader: ['Kader', 'Kader'],
  collectedColumn: ['Penerimaan', 'Collected'],
  commissionColumn: ['Imbal jasa', 'Imbal jasa'],
  rateColumn: ['Imbal jasa ÷ penerimaan', 'Imbal jasa ÷ collected'],
  paidColumn: ['Sudah dibayar', 'Paid'],
  total: ['Jumlah', 'Total'],
  summary: [
    '{subject}, {months}: imbal jasa {commission} dari penerimaan {collected}',
    '{subject}, {months}: imbal jasa {commission} of {collected} collected',
  ],
} as const satisfies Record<string, Text>;
