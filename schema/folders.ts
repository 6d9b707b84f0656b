/** The folders of the data model, in the order of the work: who, whom, what was paid, what is reviewed. */

import { type DefinedFolder, folder } from './define.ts';

export const folders: DefinedFolder[] = [
  folder('jkn_organisasi', {
    label: ['Organisasi', 'Organisation'],
    note: ['Cabang, wilayah, dan aturan program.', 'Branches, areas and the rules of the programme.'],
    icon: 'account_tree',
    sort: 7,
    collapse: 'closed',
  }),
  folder('jkn_kader', {
    label: ['Kader', 'Kader'],
    note: ['Mitra lapangan, desa binaan, dan riwayatnya.', 'Partners in the field, their desa and their history.'],
    icon: 'groups',
    sort: 1,
  }),
  folder('jkn_binaan', {
    label: ['Binaan', 'Binaan'],
    note: ['Keluarga yang menunggak, penugasan, dan kontak.', 'Families in arrears, assignments and contacts.'],
    icon: 'family_restroom',
    sort: 2,
  }),
  folder('jkn_iuran', {
    label: ['Iuran', 'Dues'],
    note: ['Penerimaan iuran, bulan buku, dan imbal jasa.', 'Collections of dues, months of the books, commissions.'],
    icon: 'payments',
    sort: 3,
  }),
  folder('jkn_monev', {
    label: ['Monev', 'Monev'],
    note: ['Pemantauan, evaluasi, dan peninjauan kemitraan.', 'Monitoring, evaluation and partnership reviews.'],
    icon: 'monitoring',
    sort: 4,
  }),
  folder('jkn_pesan', {
    label: ['Pesan', 'Messages'],
    note: [
      'Templat, antrean pesan, dan siapa yang tidak dikirimi.',
      'Templates, the outbox, and who is not written to.',
    ],
    icon: 'outbox',
    sort: 5,
    collapse: 'closed',
  }),
  folder('jkn_impor', {
    label: ['Impor', 'Imports'],
    note: ['Daftar keluarga yang dimasukkan, dan asalnya.', 'Lists of families taken in, and where they come from.'],
    icon: 'upload_file',
    sort: 6,
    collapse: 'closed',
  }),
];
