import type { LeftOutWhy } from '../../../core/day-plan.ts';
import type { Text } from '../../../studio/text.ts';

export const texts = {
  label: ['Hari ini', 'Today'],
  help: [
    'Keluarga yang didatangi atau dihubungi seorang kader pada satu hari, beserta alasannya. Daftar dibuat dari keadaan pagi harinya, jadi tetap sama sepanjang hari. Cetak untuk dibawa; setelah diisi, kertasnya dimasukkan di Lembar.',
    'The families that a kader visits or contacts on a day, and why. It is made of how things stood that morning, so it stays the same all day. Print it to carry along; filled in, the paper is keyed in under Sheet.',
  ],
  choose: ['Pilih kader untuk melihat daftar harinya.', 'Choose a kader to see their list of the day.'],
  nobody: ['Belum ada kader aktif di cabang ini.', 'This branch has no active kader yet.'],
  loading: ['Menyusun daftar…', 'Making the list…'],
  retry: ['Coba lagi', 'Try again'],
  headline: ['{count} keluarga', '{count} families'],
  one: ['1 keluarga', '1 family'],
  base: ['dari {held} keluarga binaan, {date}', 'of {held} families held, {date}'],
  policy: ['Kebijakan: {count} keluarga sehari.', 'Policy: {count} families a day.'],
  hours: ['Hubungi pukul {from}.00–{to}.00.', 'Contact from {from}:00 to {to}:00.'],
  contacted: ['sudah dihubungi', 'contacted'],
  more: ['Tambah 5 keluarga', '5 more families'],
  empty: [
    'Tidak ada keluarga untuk hari ini. Di bawah tertulis mengapa.',
    'There is no family for this day. Why is said below.',
  ],
  noFamilies: [
    'Kader ini tidak memegang keluarga pada tanggal ini. Bagikan keluarga di Pembagian.',
    'This kader held no family on this day. Share families under Assignment.',
  ],
  home: ['Kerja dari rumah', 'Work from home'],
  visits: ['Kunjungan', 'Visits'],
  modeAreas: ['{mode} di {areas}', '{mode} in {areas}'],
  modeReason: ['({reason})', '({reason})'],
  visit: ['Kunjungi', 'Visit'],
  whatsapp: ['WhatsApp', 'WhatsApp'],
  phone: ['Telepon', 'Call'],
  noPhone: ['Tanpa telepon: tunggu sampai kunjungan boleh', 'No phone: wait until visits are allowed'],
  printing: ['Cetak daftar', 'Print the list'],
  a4: ['A4', 'A4'],
  roll: ['Struk {width} mm', 'Roll {width} mm'],
  toSheet: ['Masukkan lembar', 'Key in the sheet'],
  notListed: ['Tidak masuk daftar', 'Not on the list'],
  again: ['paling awal {date}', 'from {date}'],
} as const satisfies Record<string, Text>;

export const leftOutTexts: Readonly<Record<LeftOutWhy, Text>> = {
  muted: ['kontaknya sedang dijeda', 'muted'],
  capped: ['sudah cukup dihubungi dalam 7 hari', 'contacted often enough in 7 days'],
  'promise-later': ['berjanji bayar pada hari lain', 'promised to pay on another day'],
  'follow-up-later': ['minta dihubungi pada hari lain', 'asked to be contacted on another day'],
  'no-phone': ['tidak punya telepon, padahal kerja dari rumah', 'without a phone while work is from home'],
  'contacted-lately': ['dihubungi dalam 7 hari terakhir', 'contacted in the last 7 days'],
  'outside-window': ['di luar jangkauan tunggakan kader', "outside the kader's window of arrears"],
  settled: ['sudah lunas', 'settled'],
  inactive: ['pindah atau tidak lagi di daftar', 'moved or off the list'],
  later: ['menunggu giliran hari lain', 'waiting for another day'],
};
