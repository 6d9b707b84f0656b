import type { Text } from '../../studio/text.ts';

export const texts = {
  title: ['Kerja lapangan', 'Field work'],
  help: ['Petunjuk', 'How it works'],
  failed: ['Halaman tidak dapat dimuat. Periksa sambungan Anda.', 'The page cannot be loaded. Check your connection.'],
  retry: ['Coba lagi', 'Try again'],
  nothing: [
    'Peran Anda tidak mengerjakan apa pun di sini. Hubungi kepala penagihan bila seharusnya ada.',
    'Your role has no work here. Ask the head of collection if it should.',
  ],
} as const satisfies Record<string, Text>;
