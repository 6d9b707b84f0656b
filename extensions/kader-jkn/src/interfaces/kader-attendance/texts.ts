import type { Text } from '../../studio/text.ts';

export const texts = {
  loading: ['Memuat daftar kader…', 'Loading the list of kader…'],
  retry: ['Coba lagi', 'Try again'],
  none: ['Belum ada kader di cabang ini.', 'This branch has no kader yet.'],
  kader: ['Kader', 'Kader'],
  candidate: ['calon', 'candidate'],
  attendance: ['Kehadiran', 'Attendance'],
  present: ['Hadir', 'Present'],
  absent: ['Tidak hadir', 'Absent'],
  unlisted: ['Tidak diundang', 'Not invited'],
  certificate: ['Tanggal sertifikat', 'Certificate date'],
  allPresent: ['Semua calon hadir', 'All candidates present'],
  certificateForAll: ['Tanggal sertifikat untuk semua yang hadir', 'Certificate date for all who came'],
  apply: ['Isikan', 'Fill in'],
  summary: ['Hadir {present}, tidak hadir {absent}', '{present} present, {absent} absent'],
  save: ['Simpan kehadiran', 'Save the attendance'],
  saved: ['Kehadiran tersimpan: {present} hadir', 'Attendance saved: {present} present'],
  find: ['Cari nama atau kode', 'Find a name or code'],
} as const satisfies Record<string, Text>;
