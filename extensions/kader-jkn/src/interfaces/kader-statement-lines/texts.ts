import type { Text } from '../../studio/text.ts';

export const texts = {
  none: ['Tidak ada rincian bulan ini.', 'Nothing was reckoned this month.'],
  live: [
    'Bulan ini dibuka kembali. Rincian ini dihitung dari pembukuan saat ini; angka lain pada halaman ini masih dari penutupan sebelumnya dan dihitung ulang saat bulan ditutup lagi.',
    'This month was opened again. These lines are reckoned from the books as they stand; the other figures of this page are still of its former close, and are made anew by the next.',
  ],
  loading: ['Menghitung …', 'Reckoning …'],
  retry: ['Coba lagi', 'Try again'],
} as const satisfies Record<string, Text>;
