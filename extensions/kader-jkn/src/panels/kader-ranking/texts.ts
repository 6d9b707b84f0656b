import type { Text } from '../../studio/text.ts';

export const texts = {
  you: ['Anda', 'You'],
  aside: ['{families} KK · {months} bln', '{families} families · {months} mo'],
  asideWithout: ['{families} KK', '{families} families'],
  attainmentOf: ['capaian {measure}', 'attainment in {measure}'],
  aboveOf: ['{above} dari {ranked} kader di atas 100%', '{above} of {ranked} kader above 100%'],
  nobodyAbove: ['Belum ada kader di atas 100% pada {months}', 'No kader above 100% yet in {months}'],
  nobodyAboveHint: ['{ranked} kader sedang berjalan menuju target.', '{ranked} kader are on their way to the target.'],
  noData: ['Belum ada penerimaan pada {months}', 'No payments yet in {months}'],
  noTargets: ['Belum ada target per kader', 'No target for each kader yet'],
  noTargetsHint: [
    'Peringkat membandingkan tiap kader dengan targetnya sendiri.',
    'The ranking compares each kader with their own target.',
  ],
  others: ['{count} kader lainnya', '{count} more kader'],
  withoutTarget: ['{count} kader tanpa target tidak diperingkat', '{count} kader without a target are not ranked'],
  title: [
    '{place}. {name}: {attainment}, {families} KK, rata-rata {months} bulan menunggak',
    '{place}. {name}: {attainment}, {families} families, {months} months owed on average',
  ],
  titleAmounts: [' ({realised} dari {target})', ' ({realised} of {target})'],
  summary: [
    'Peringkat {subject}, {months}: {above} dari {ranked} kader di atas 100%',
    'Ranking of {subject}, {months}: {above} of {ranked} kader above 100%',
  ],
  place: ['Tempat', 'Place'],
  name: ['Kader', 'Kader'],
  attainment: ['Capaian', 'Attainment'],
  realised: ['Realisasi', 'Realised'],
  target: ['Target', 'Target'],
  families: ['KK dipegang', 'Families held'],
  owed: ['Rata-rata bulan menunggak', 'Average months owed'],
} as const satisfies Record<string, Text>;
