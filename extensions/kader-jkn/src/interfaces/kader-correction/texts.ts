import type { Text } from '../../studio/text.ts';

export const texts = {
  button: ['Koreksi', 'Correct'],
  title: ['Koreksi penerimaan nomor {id}', 'Correct collection {id}'],
  loading: ['Memeriksa apa yang akan terjadi…', 'Looking at what will happen…'],
  void: [
    'Bulan {month} masih terbuka, jadi penerimaan ini dibatalkan: tetap terlihat, tetapi tidak dihitung lagi. Setelah itu catat yang benar.',
    'The month {month} is open, so this collection is voided: it stays visible but no longer counts. Then record the right one.',
  ],
  reversal: [
    'Bulan {original} sudah ditutup, jadi catatannya tetap. Sebagai gantinya dibuat penerimaan negatif di {month}.',
    'The month {original} is closed, so its record stays. Instead a negative collection is made in {month}.',
  ],
  effects: ['Yang berubah', 'What changes'],
  collected: ['Penerimaan {month}', 'Collected in {month}'],
  commission: ['Imbal jasa kader', "The kader's imbal jasa"],
  owedAgain: ['Tunggakan keluarga', 'Owed by the family'],
  amount: ['Jumlah yang dibalik (paling banyak {left})', 'Amount to reverse (at most {left})'],
  reason: ['Alasan', 'Reason'],
  reasonHint: [
    'Misalnya: salah jumlah, tercatat dua kali, salah keluarga',
    'For example: wrong amount, recorded twice, wrong family',
  ],
  cancel: ['Biarkan saja', 'Keep as it is'],
  doVoid: ['Batalkan penerimaan', 'Void the collection'],
  doReversal: ['Buat pembalikan', 'Make the reversal'],
  doneVoid: ['Penerimaan nomor {id} dibatalkan', 'Collection {id} is void'],
  doneReversal: ['Pembalikan tercatat sebagai penerimaan nomor {id}', 'The reversal is recorded as collection {id}'],
  retry: ['Coba lagi', 'Try again'],
} as const satisfies Record<string, Text>;
