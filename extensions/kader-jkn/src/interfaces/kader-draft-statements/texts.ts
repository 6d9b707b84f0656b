import type { Text } from '../../studio/text.ts';

export const texts = {
  loading: ['Menghitung …', 'Reckoning …'],
  retry: ['Coba lagi', 'Try again'],
  soFar: ['{net} sejauh ini', '{net} so far'],
  toClose: ['{net} bila bulan ini ditutup sekarang', '{net} if the month closes now'],
  ofKader: ['untuk {count} kader', 'for {count} kader'],
  basis: [
    'Dihitung dari pembukuan {month} saat ini. Menjadi tetap ketika bulan ditutup.',
    'Reckoned from the books of {month} as they stand. Fixed when the month closes.',
  ],
  kader: ['Kader', 'Kader'],
  collected: ['Penerimaan', 'Collected'],
  gross: ['Bruto', 'Gross'],
  net: ['Diterima', 'Net'],
  lines: ['Rincian {name}', 'Lines of {name}'],
  waiting: [
    '{count} pembayaran menunggu verifikasi: imbal jasa {commission} menyusul setelah diverifikasi.',
    '{count} payments wait for verification: {commission} of commission follows once they are verified.',
  ],
  carried: ['{amount} dibawa ke bulan berikutnya', '{amount} carried to the next month'],
  noMonth: ['Tidak ada bulan yang terbuka.', 'No month is open.'],
  nobody: [
    'Belum ada kader bermitra pada {month}. Catat tanggal bergabungnya pada data kader.',
    'No kader was a partner in {month}. Record when they joined with the kader.',
  ],
  nothing: [
    'Belum ada imbal jasa pada {month}. Setiap pembayaran yang dicatat langsung terlihat di sini.',
    'No commission in {month} yet. Every payment that is recorded shows here at once.',
  ],
  month: ['Bulan', 'Month'],
} as const satisfies Record<string, Text>;
