import type { Text } from '../../studio/text.ts';

export const texts = {
  placeholder: ['Pilih bulan', 'Choose a month'],
  open: ['Buka pilihan bulan', 'Open the months'],
  clear: ['Kosongkan', 'Clear'],
  earlier: ['Tahun sebelumnya', 'Previous year'],
  later: ['Tahun berikutnya', 'Next year'],
  unreadable: [
    'Bulan tidak terbaca. Tulis seperti Januari 2022 atau 1/2022.',
    'Not a month. Write it like January 2022 or 1/2022.',
  ],
} as const satisfies Record<string, Text>;
