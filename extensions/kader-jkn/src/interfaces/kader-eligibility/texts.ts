import type { Text } from '../../studio/text.ts';

export const texts = {
  loading: ['Memeriksa aturan…', 'Looking at the rules…'],
  retry: ['Coba lagi', 'Try again'],
  kader: ['Kader', 'Kader'],
  telekolekting: ['Telekolekting', 'Telekolekting'],
  yes: ['Ya', 'Yes'],
  no: ['Tidak', 'No'],
  near: ['Kader desanya: {kader}.', 'Kader of its desa: {kader}.'],
  held: ['{name} ({families} dari {capacity} keluarga)', '{name} ({families} of {capacity} families)'],
  heldOpen: ['{name} ({families} keluarga)', '{name} ({families} families)'],
  noNear: ['Belum ada kader aktif di desanya.', 'Its desa has no active kader yet.'],
} as const satisfies Record<string, Text>;
