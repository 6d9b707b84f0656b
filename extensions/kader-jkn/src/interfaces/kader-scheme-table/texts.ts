import type { Text } from '../../studio/text.ts';

export const texts = {
  title: ['Yang dibayar skema ini', 'What this scheme pays'],
  basis: [
    'Iuran kelas III {dues} per orang per bulan. Dihitung dari isian di atas, juga yang belum disimpan.',
    'Class III dues of {dues} a person a month. Reckoned from the form above, saved or not.',
  ],
  owed: ['Menunggak', 'Owed'],
  month: ['sebulan', 'a month'],
  all: ['semua tunggakan', 'all that is owed'],
  people: ['{count} orang', '{count} people'],
  person: ['1 orang', '1 person'],
  pays: ['Keluarga {people} membayar {what}', 'A family of {people} pays {what}'],
  months: ['{count} bulan', '{count} months'],
  oneMonth: ['1 bulan', '1 month'],
  of: ['dari {amount}', 'of {amount}'],
  nothing: ['tanpa imbal jasa', 'no imbal jasa'],
  noRules: ['Belum ada aturan', 'No rules yet'],
  noRulesHint: [
    'Tambahkan aturan di atas; tabelnya muncul di sini sebelum disimpan.',
    'Add rules above; the table appears here before you save.',
  ],
  noDues: [
    'Tabel ini memakai iuran kelas III, yang belum ada. Tambahkan tarif iuran lebih dulu.',
    'This table uses the dues of class III, of which there are none yet. Add dues rates first.',
  ],
  loading: ['Memuat aturan…', 'Loading the rules…'],
  retry: ['Coba lagi', 'Try again'],
  flawed: ['Belum dapat disimpan', 'This cannot be saved yet'],
  monthly: ['Selain itu, setiap bulan', 'Besides, every month'],
  onArrears: [
    'Hanya pembayaran tunggakan yang dibayar imbal jasanya, bukan iuran berjalan atau bayar di muka.',
    'Only arrears earn imbal jasa, not current dues or payments in advance.',
  ],
  onAmount: [
    'Iuran berjalan dan bayar di muka ikut dihitung seperti tunggakan.',
    'Current dues and payments in advance count like arrears.',
  ],
  enrolment: ['{amount} untuk setiap peserta baru.', '{amount} for each new participant.'],
  bonus: [
    'Capaian {attained} ({collected} dari contoh target {target}): bonus {bonus}.',
    'Attaining {attained} ({collected} of an example target of {target}): a bonus of {bonus}.',
  ],
  noBonus: [
    'Capaian {attained} ({collected} dari contoh target {target}): tanpa bonus.',
    'Attaining {attained} ({collected} of an example target of {target}): no bonus.',
  ],
  floor: [
    'Paling sedikit {amount} sebulan bagi kader yang mendapat imbal jasa bulan itu.',
    'At least {amount} a month for a kader who earned something in it.',
  ],
  cap: ['Paling banyak {amount} sebulan.', 'At most {amount} a month.'],
  withholding: [
    'Potongan {rate} dari {share} bruto {who}: {amount} dari setiap {gross}.',
    'Withholding of {rate} on {share} of gross {who}: {amount} of every {gross}.',
  ],
  any: ['untuk semua kader', 'for every kader'],
  with: ['untuk kader yang NPWP-nya tercatat', 'for kader whose tax number is known'],
  without: ['untuk kader yang NPWP-nya belum tercatat', 'for kader whose tax number is not known'],
  succeed: ['Buat pengganti', 'Make a successor'],
  succeedHint: [
    'Menyalin skema dan aturannya ke rancangan yang berlaku mulai bulan depan.',
    'Copies the scheme and its rules into a draft that holds from next month.',
  ],
  succeeded: [
    'Rancangan pengganti dibuat: ubah, lalu berlakukan',
    'A draft successor is made: change it, then activate it',
  ],
} as const satisfies Record<string, Text>;
