import type { Text } from '../../studio/text.ts';

export const texts = {
  intro: [
    'Menghitung ulang bulan yang sudah ditutup dengan aturan skema ini, lalu membandingkannya dengan yang dibayar. Tidak ada catatan yang berubah.',
    'Reckons closed months again by the rules of this scheme and compares them with what was paid. No record changes.',
  ],
  notYours: [
    'Perbandingan ini untuk kepala penagihan, administrator, dan auditor.',
    'This comparison is for the head of collection, administrators and auditors.',
  ],
  unsaved: [
    'Perubahan yang belum disimpan belum ikut dihitung. Simpan skema dulu, lalu bandingkan.',
    'Changes that are not saved do not count yet. Save the scheme first, then compare.',
  ],
  start: ['Bandingkan 12 bulan terakhir', 'Compare the last 12 months'],
  branch: ['Kantor cabang', 'Branch'],
  allBranches: ['Semua kantor cabang', 'All branches'],
  from: ['Dari bulan', 'From month'],
  to: ['Sampai bulan', 'To month'],
  noMonths: ['Belum ada bulan yang ditutup', 'No month is closed yet'],
  noMonthsHint: [
    'Simulasi memakai bulan yang sudah ditutup, karena pembayarannya tidak lagi berubah. Tutup satu bulan dulu.',
    'A simulation uses closed months, whose payments no longer change. Close a month first.',
  ],
  openMonths: ['Buka bulan buku', 'Open the month books'],
  subject: ['{branch} · {span} · yang diterima kader', '{branch} · {span} · what kader receive'],
  branches: ['{count} kantor cabang', '{count} branches'],
  more: ['lebih banyak daripada yang dibayar', 'more than was paid'],
  less: ['lebih sedikit daripada yang dibayar', 'less than was paid'],
  same: ['Sama', 'The same'],
  sameNote: ['persis seperti yang dibayar', 'exactly what was paid'],
  would: ['menurut skema ini', 'by this scheme'],
  paid: ['yang dibayar', 'what was paid'],
  ofPaid: ['dari {amount} yang dibayar', 'of {amount} paid'],
  changes: ['{up} kader naik, {down} turun, {same} tetap', '{up} kader more, {down} less, {same} the same'],
  kader: ['Kader', 'Kader'],
  payments: ['Pembayaran', 'Payments'],
  base: ['Dasar (Rp)', 'Base (Rp)'],
  paidColumn: ['Dibayar (Rp)', 'Paid (Rp)'],
  wouldColumn: ['Skema ini (Rp)', 'This scheme (Rp)'],
  difference: ['Selisih (Rp)', 'Difference (Rp)'],
  total: ['Jumlah', 'Total'],
  row: [
    '{name}: dibayar {paid}, menurut skema ini {would}, selisih {difference}',
    '{name}: paid {paid}, by this scheme {would}, difference {difference}',
  ],
  hidden: ['dan {count} kader lain; lihat tabel', 'and {count} more kader; see the table'],
  summary: [
    'Yang dibayar dan menurut skema {scheme}, {branch}, {span}: selisih {difference}',
    'What was paid and would be by scheme {scheme}, {branch}, {span}: difference {difference}',
  ],
  members_today: [
    'Imbal jasa per peserta memakai jumlah anggota keluarga sekarang; jumlahnya dulu tidak disimpan.',
    'A sum for each participant uses the members that families have now; what they had then is not kept.',
  ],
  own_schemes: [
    'Cabang yang punya skema sendiri tetap memakainya, meskipun skema nasional ini berlaku. Di sini dihitung dengan skema ini.',
    'A branch with a scheme of its own keeps it, even with this national one in force. Here it is reckoned by this one.',
  ],
  carried_out: [
    'Sisa potongan yang dibawa ke bulan sesudahnya juga berbeda, jadi sebagian selisih jatuh di luar rentang ini.',
    'What is carried beyond the last month differs too, so part of the difference falls outside this span.',
  ],
} as const satisfies Record<string, Text>;
