import type { Text } from '../../studio/text.ts';

export const texts = {
  chooseFamily: [
    'Pilih keluarga untuk melihat tunggakannya dan imbal jasa dari pembayaran ini.',
    'Choose a family to see what it owes and what this payment earns.',
  ],
  typeAmount: ['Isi jumlah untuk melihat imbal jasanya.', 'Type the amount to see what it earns.'],
  loading: ['Menghitung…', 'Working it out…'],
  members: ['{count} anggota · kelas {class}', '{count} members · class {class}'],
  mixedMembers: ['{count} anggota · kelas {classes}', '{count} members · class {classes}'],
  kk: ['KK {kk}', 'KK {kk}'],
  owes: ['Tunggakan {amount}', 'Owes {amount}'],
  estimate: ['perkiraan sejak daftar {date}', 'estimated from the list of {date}'],
  holder: ['Kader: {name} ({code})', 'Kader: {name} ({code})'],
  noHolder: ['Tidak ada kader yang memegang keluarga ini', 'No kader holds this family'],
  commission: ['Imbal jasa', 'Imbal jasa'],
  commissionFrom: ['dari {base}', 'of {base}'],
  duplicateTitle: ['Sudah ada pembayaran yang sama pada hari itu', 'The same payment already stands on that day'],
  duplicate: [
    'Keluarga ini sudah membayar {amount} pada {moment} (penerimaan nomor {id}). Bila memang pembayaran kedua, centang “Pembayaran kedua”, lalu simpan.',
    'This family already paid {amount} on {moment} (collection {id}). If it really is a second payment, tick “Second payment”, then save.',
  ],
  duplicateConfirmed: [
    'Dicatat sebagai pembayaran kedua: yang pertama {amount} pada {moment} (penerimaan nomor {id}).',
    'Recorded as a second payment: the first was {amount} on {moment} (collection {id}).',
  ],
  covers: ['Melunasi {count} bulan', 'Months covered: {count}'],
  coversNone: ['Belum melunasi satu bulan penuh', 'Does not cover a whole month yet'],
  owedAgain: ['{count} bulan kembali menunggak', 'Months owed again: {count}'],
  deductedAfterVerifying: ['dipotong setelah diverifikasi orang lain', 'deducted once somebody else has verified it'],
  deductedWith: ['dipotong bersama {month}', 'deducted with {month}'],
  booked: ['dibukukan {month}', 'booked in {month}'],
  bookedLate: [
    'dibukukan {month} karena bulan bayarnya sudah ditutup',
    'booked in {month}, as the month of payment is closed',
  ],
  paidAfterVerifying: ['dibayarkan setelah diverifikasi orang lain', 'paid out once somebody else has verified it'],
  paidWith: ['dibayarkan bersama {month}', 'paid out with {month}'],
  void: ['Dibatalkan: tidak dihitung lagi.', 'Void: no longer counted.'],
  unseen: ['Imbal jasa tidak ditampilkan untuk peran Anda.', 'The imbal jasa is not shown to your role.'],
  retry: ['Coba lagi', 'Try again'],
} as const satisfies Record<string, Text>;
