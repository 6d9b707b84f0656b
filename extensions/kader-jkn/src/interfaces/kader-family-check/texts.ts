import type { Text } from '../../studio/text.ts';

export const texts = {
  loading: ['Memeriksa data…', 'Checking the data…'],
  retry: ['Coba lagi', 'Try again'],
  title: ['Tunggakan di daftar per {date}', 'Arrears on the list as of {date}'],
  months: ['{months} bulan', '{months} months'],
  sum: ['{months} × {members} × iuran tiap bulannya', '{months} × {members} × the dues of each month'],
  ofClass: ['{members} peserta kelas {class}', '{members} of class {class}'],
  expected: ['Seharusnya', 'Expected'],
  listed: ['Di daftar', 'On the list'],
  difference: ['Selisih', 'Difference'],
  fits: ['Sesuai.', 'They agree.'],
  differs: [
    'Daftar yang berlaku. Selisih biasanya karena jumlah peserta atau kelas berubah; periksa saat menghubungi keluarga ini.',
    'The list holds. A difference usually comes from a change of members or class; check when you contact the family.',
  ],
  noRate: [
    'Tidak dapat dihitung: iuran sebagian bulan itu belum ada di data iuran.',
    'It cannot be reckoned: dues of some of these months are not on record.',
  ],
  reported: [
    'Daftar menyebut {reported} bulan; yang ditagih paling banyak {months}.',
    'The list tells {reported} months; at most {months} are billed.',
  ],
  issued: [
    'Nomor KK diterbitkan di kecamatan lain: {area}. Wajar bila keluarga pindah; bila tidak, periksa nomornya.',
    'The KK number was issued in another kecamatan: {area}. In order if the family moved; if not, check the number.',
  ],
} as const satisfies Record<string, Text>;
