import type { TargetMeasure } from '../../contract/records.ts';

/** What is reported is written in Indonesian: it is read in the branch and by its region. */
export const measureNames: Readonly<Record<TargetMeasure, string>> = {
  collection: 'Penerimaan iuran',
  arrears_share: 'Bagian tunggakan tertagih',
  families_visited: 'Keluarga dikunjungi',
  contacts_per_day: 'Kontak per hari',
  enrolments: 'Peserta baru',
  kader: 'Jumlah kader',
};

export const outcomeNames: Readonly<Record<string, string>> = {
  met: 'Bertemu',
  promised: 'Janji bayar',
  paid: 'Membayar',
  not_home: 'Tidak di rumah',
  refused: 'Menolak',
  cannot_afford: 'Tidak mampu',
  moved: 'Pindah',
  address_not_found: 'Alamat tidak ditemukan',
  deceased: 'Meninggal',
  disappointed: 'Kecewa pada layanan',
  threatened: 'Kader diancam',
};

export const endReasonNames: Readonly<Record<string, string>> = {
  zero_collection: 'Tanpa penerimaan',
  other_work: 'Pekerjaan lain',
  moved: 'Pindah',
  health: 'Kesehatan',
  own_wish: 'Keinginan sendiri',
  contract_expired: 'Kontrak selesai',
  breach: 'Pelanggaran',
  deceased: 'Meninggal',
  other: 'Lainnya',
};

export const decisionStates: Readonly<Record<string, string>> = {
  open: 'terbuka',
  done: 'selesai',
  dropped: 'tidak dilanjutkan',
};

export const stateNames: Readonly<Record<string, string>> = {
  collected: 'Ada penerimaan',
  zero: 'Tanpa penerimaan',
  not_joined: 'Belum bergabung',
  grace: 'Masa tenggang',
  leave: 'Cuti',
  no_binaan: 'Tanpa binaan',
  ended: 'Berakhir',
};
