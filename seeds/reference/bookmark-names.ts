/** Names of the bookmarks: Indonesian, by which the installer knows them, and English, short beside the list they belong to. */
export const bookmarkNames = {
  'Kader aktif': 'Active kader',
  'Tanpa penerimaan 2 bulan': 'Zero for 2 months',
  'Calon kader': 'Candidates',
  'Kontrak habis dalam 30 hari': 'Ending contracts',
  'Perlakuan buruk belum ditindaklanjuti': 'Mistreatment',
  'Binaan prioritas': 'Priority families',
  'Janji menunggu': 'Open promises',
  'Janji lewat': 'Broken promises',
  'Jeda menunggu keputusan': 'To be decided',
  'Koreksi menunggu': 'To be decided',
  'Cicilan terlewat': 'Missed',
  'Belum dijawab': 'Not answered yet',
  'Lewat batas': 'Overdue',
  'Calon belum terdaftar': 'Not registered',
  'Penerimaan bulan ini': 'This month',
  'Menunggu verifikasi': 'To be verified',
  'Belum teralokasi': 'Unallocated',
  'Sanggahan terbuka': 'Open disputes',
  'Keputusan terbuka': 'Open decisions',
  'Impor gagal': 'Failed',
  'Pesan belum terkirim': 'Not sent',
  'Kiriman menunggu': 'To be decided',
} as const;

export type BookmarkName = keyof typeof bookmarkNames;
