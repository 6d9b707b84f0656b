import type { EarlySign } from '../../core/early-warning.ts';
import type { Text } from '../../studio/text.ts';

export const texts = {
  today: ['keadaan {date}', 'as of {date}'],
  compared: ['bulan tertutup terbaru {month}', 'newest closed month {month}'],
  found: ['kader dengan tanda awal', 'kader with early signs'],
  of: ['dari {count}', 'of {count}'],
  foundTitle: ['{found} dari {looked} kader aktif', '{found} of {looked} active kader'],
  talk: [
    'Bahan pembicaraan, bukan penilaian: setiap tanda dapat punya sebab yang baik, dan kader yang dapat menjelaskannya.',
    'Something to talk about, not a judgement: every sign may have a good reason, and the kader can tell it.',
  ],
  reveal: ['Perlihatkan nama dan alasan', 'Show names and reasons'],
  hide: ['Sembunyikan nama', 'Hide the names'],
  privately: [
    'Untuk kepala dan staf. Jangan diperlihatkan di layar bersama.',
    'For head and staff. Not for a shared screen.',
  ],
  drop: [
    'Penerimaan {month} {collected}, {percent} di bawah kebiasaannya sendiri ({usual}, nilai tengah {months} bulan sebelumnya).',
    "{collected} collected in {month}, {percent} below the kader's own usual ({usual}, median of the {months} months before).",
  ],
  idle: [
    '{days} hari kerja tanpa kontak dan tanpa penerimaan, terakhir {since}.',
    '{days} working days without contact or payment, the last on {since}.',
  ],
  idleAlways: [
    '{days} hari kerja sejak bergabung, belum ada kontak atau penerimaan.',
    '{days} working days since joining, no contact or payment yet.',
  ],
  promises: [
    '{broken} dari {judged} janji bayar yang jatuh tempo sejak {month} tidak ditepati.',
    '{broken} of {judged} promises to pay that fell due since {month} were not kept.',
  ],
  lastDay: [
    '{amount} dari {collected} ({percent}) diterima tunai dalam {payments} jumlah bulat pada {on}, hari terakhir bulan.',
    '{amount} of {collected} ({percent}) taken in cash in {payments} round sums on {on}, the last day of the month.',
  ],
  undone: [
    '{payments} penerimaan dibatalkan atau dibalik sejak {month}.',
    '{payments} payments voided or reversed since {month}.',
  ],
  records: ['Lihat catatannya', 'See the records'],
  off: ['Tanda awal tidak diperiksa', 'Early signs are not looked for'],
  offHint: [
    'Kebijakan yang berlaku belum menetapkan batas apa pun di bagian "Tanda awal".',
    'The policy in force names no limit under "Early signs".',
  ],
  openPolicies: ['Buka kebijakan program', 'Open the policies'],
  none: ['Tidak ada tanda awal', 'No early signs'],
  noneHint: ['{count} kader aktif diperiksa.', '{count} active kader were looked at.'],
  kader: ['Kader', 'Kader'],
  area: ['Wilayah', 'Area'],
  sign: ['Tanda', 'Sign'],
  reason: ['Alasan', 'Reason'],
  summary: [
    '{subject}, {date}: {found} dari {looked} kader aktif dengan tanda awal ({signs})',
    '{subject}, {date}: {found} of {looked} active kader with early signs ({signs})',
  ],
  noSigns: ['tidak ada', 'none'],
} as const satisfies Record<string, Text>;

export const signNames: Readonly<Record<EarlySign['kind'], Text>> = {
  drop: ['turun dari kebiasaan', 'below the usual'],
  idle: ['tanpa kegiatan', 'without activity'],
  promises: ['janji tidak ditepati', 'promises broken'],
  'last-day': ['jumlah bulat di hari terakhir', 'round sums on the last day'],
  undone: ['dibatalkan atau dibalik', 'voided or reversed'],
};
