import type { WatchClass } from '../../contract/monev.ts';
import type { Text } from '../../studio/text.ts';

export const texts = {
  rule: [
    '{limit} bulan berturut-turut membuka peninjauan kemitraan',
    '{limit} months in a row open a partnership review',
  ],
  noRule: ['tanpa aturan bulan nol', 'no zero-month rule'],
  closed: ['bulan tertutup', 'closed months'],
  review: ['Peninjauan dibuka', 'Review open'],
  answered: ['Peninjauan dijawab', 'Review answered'],
  warning: ['Peringatan: {count} bulan', 'Warning: {count} months'],
  streak: ['{count} bulan', '{count} months'],
  leave: ['Cuti', 'On leave'],
  leaveOver: ['Cuti selesai', 'Back from leave'],
  clear: ['–', '–'],
  others: ['{count} kader lainnya', '{count} more kader'],
  streakColumn: ['Bulan nol berturut-turut', 'Months of nothing in a row'],
  summary: [
    '{subject}: {review} peninjauan, {warning} peringatan, {streak} kader lain dengan bulan nol, dari {kader} kader',
    '{subject}: {review} reviews, {warning} warnings, {streak} more kader with a month of nothing, of {kader} kader',
  ],
  noMonths: ['Belum ada bulan yang ditutup', 'No month is closed yet'],
  noMonthsHint: ['Bulan nol dihitung saat bulan ditutup.', 'Months of nothing are counted when a month is closed.'],
  nobody: ['Belum ada kader', 'No kader yet'],
  cell: ['{month}: {state}', '{month}: {state}'],
  cellAmount: ['{month}: {amount}, {state}', '{month}: {amount}, {state}'],
  cellTarget: ['{month}: {amount} dari {target}, {state}', '{month}: {amount} of {target}, {state}'],
  late: ['dibayar terlambat', 'paid late'],
} as const satisfies Record<string, Text>;

export const classNames: Readonly<Record<WatchClass, Text>> = {
  reached: ['50% target atau lebih', '50% of target or more'],
  below: ['di bawah 50%', 'below 50%'],
  collected: ['ada penerimaan', 'collected'],
  zero: ['nol', 'zero'],
  leave: ['cuti, tidak dihitung', 'on leave, not counted'],
  grace: ['masa tenggang, tidak dihitung', 'grace, not counted'],
  no_binaan: ['tanpa binaan, tidak dihitung', 'no families, not counted'],
  not_joined: ['belum bergabung penuh', 'not yet joined'],
  ended: ['sudah berakhir', 'ended'],
  unknown: ['belum ditutup', 'not closed'],
};
