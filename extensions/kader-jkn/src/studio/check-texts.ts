import type { Text } from './text.ts';

/** What is said of the correction of a family, wherever staff decide on it. */
export const checkTexts = {
  lives_here: ['Tempat tinggal', 'Home'],
  members: ['Jumlah peserta', 'Members'],
  phone: ['Telepon/WhatsApp', 'Phone/WhatsApp'],
  address: ['Alamat', 'Address'],
  moved: ['Sudah pindah', 'Moved away'],
  not_found: ['Alamat tidak ditemukan', 'Address not found'],
  becomesMoved: [
    'Bila diterima, status keluarga menjadi "Pindah".',
    'If accepted, the family\'s status becomes "Moved".',
  ],
  field: ['Data', 'Record'],
  present: ['Sekarang', 'Now'],
  found: ['Ditemukan', 'Found'],
  empty: ['kosong', 'empty'],
  foundBy: ['{kader}, {on}', '{kader}, {on}'],
  office: ['Kantor cabang', 'The branch'],
  chosen: ['Terima yang dicentang', 'Accept what is ticked'],
  decline: ['Tolak semua', 'Decline all'],
  note: ['Alasan bila ada yang ditolak', 'Reason where something is declined'],
  accepted: ['Koreksi diterima dan data keluarga diubah', 'The correction is accepted, and the family changed'],
  declined: ['Koreksi ditolak', 'The correction is declined'],
} as const satisfies Record<string, Text>;
