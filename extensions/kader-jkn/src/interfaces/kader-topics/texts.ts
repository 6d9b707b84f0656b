import type { Text } from '../../studio/text.ts';

export const texts = {
  loading: ['Memuat materi…', 'Loading the topics…'],
  retry: ['Coba lagi', 'Try again'],
  none: ['Belum ada materi. Minta administrator menambahkannya.', 'No topics yet. Ask the administrator to add some.'],
  required: ['{name} (wajib)', '{name} (required)'],
  gone: ['{code} (tidak ada lagi di daftar)', '{code} (no longer in the list)'],
} as const satisfies Record<string, Text>;
