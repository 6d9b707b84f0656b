import type { FunnelStage } from '../../contract/monev-field.ts';
import type { Text } from '../../studio/text.ts';

export const stageNames: Readonly<Record<FunnelStage, Text>> = {
  listed: ['Dalam daftar', 'In the list'],
  contacted: ['Dihubungi', 'Contacted'],
  promised: ['Janji bayar', 'Promised'],
  paid: ['Membayar', 'Paid'],
};

export const texts = {
  rateOf: ['dari target {share}', 'of the target of {share}'],
  rate: ['tunggakan {amount} tertagih', 'of arrears {amount} recovered'],
  rateTitle: [
    '{collected} dari tunggakan {amount} per {date} ({source})',
    '{collected} of arrears {amount} as of {date} ({source})',
  ],
  rateTarget: ['; {attainment} dari target {target}', '; {attainment} of the target of {target}'],
  paidOf: ['dari {listed}', 'of {listed}'],
  paid: ['keluarga dalam daftar membayar', 'families in the list paid'],
  stepTitle: ['{name}: {count} keluarga, {share} dari daftar', '{name}: {count} families, {share} of the list'],
  stepTitleBare: ['{name}: {count} keluarga', '{name}: {count} families'],
  listedTitle: [
    '{name}: {count} keluarga menunggak per {date}, aktif atau dijeda',
    '{name}: {count} families in arrears as of {date}, active or muted',
  ],
  remark: [
    'Dalam daftar: keluarga menunggak per {date}, aktif atau dijeda. Bagian dihitung dari daftar, setiap langkah sendiri: keluarga dapat membayar tanpa dihubungi, lalu keluar dari daftar.',
    'In the list: families in arrears as of {date}, active or muted. Shares are of the list, each step by itself: a family can pay without a contact, and then leaves the list.',
  ],
  outcomes: ['Hasil {count} kontak', 'Outcomes of {count} contacts'],
  noOutcome: ['Belum diisi', 'Not filled in'],
  outcomeTitle: ['{name}: {count} kontak, {share} dari semua', '{name}: {count} contacts, {share} of all'],
  nobodyListed: ['Belum ada keluarga dalam daftar', 'No families in the list yet'],
  nobodyListedHint: [
    'Dan belum ada kontak atau pembayaran pada {months}.',
    'And neither contacts nor payments in {months}.',
  ],
  import: ['Ambil daftar', 'Take a list in'],
  step: ['Langkah', 'Step'],
  families: ['Keluarga atau kontak', 'Families or contacts'],
  shareColumn: ['Bagian', 'Share'],
  outcomeName: ['Hasil: {name}', 'Outcome: {name}'],
  recoveredName: ['Tunggakan tertagih (rupiah)', 'Arrears recovered (rupiah)'],
  summary: [
    '{subject}, {months}: {listed} keluarga dalam daftar, {contacted} dihubungi, {promised} berjanji, {paid} membayar',
    '{subject}, {months}: {listed} families in the list, {contacted} contacted, {promised} promised, {paid} paid',
  ],
  summaryRate: ['; {rate} dari tunggakan tertagih', '; {rate} of the arrears recovered'],
} as const satisfies Record<string, Text>;
