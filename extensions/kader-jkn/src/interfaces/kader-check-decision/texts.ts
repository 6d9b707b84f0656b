import type { Text } from '../../studio/text.ts';

export const texts = {
  loading: ['Memuat koreksi…', 'Loading the correction…'],
  retry: ['Coba lagi', 'Try again'],
  confirmed: ['Semua data keluarga ini benar saat diperiksa.', 'Everything on record was right when it was checked.'],
  waits: ['Koreksi menunggu staf.', 'The correction waits for staff.'],
} as const satisfies Record<string, Text>;
