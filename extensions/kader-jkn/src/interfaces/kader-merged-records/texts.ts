import type { Text } from '../../studio/text.ts';

export const texts = {
  retry: ['Coba lagi', 'Try again'],
  contacts: ['Kontak keluarga yang digabung ke sini', 'Contacts of families merged into this one'],
  payments: [
    'Pembayaran keluarga yang digabung ke sini, ikut dihitung',
    'Payments of families merged into this one, counted here',
  ],
  at: ['Waktu', 'When'],
  what: ['Kontak', 'Contact'],
  amount: ['Jumlah', 'Amount'],
  family: ['Tercatat pada', 'Recorded for'],
  newest: ['{count} yang terbaru.', 'The newest {count}.'],
} as const satisfies Record<string, Text>;
