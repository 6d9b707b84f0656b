import type { ContactsAnswer } from '../../contract/monev-field.ts';
import type { Text } from '../../studio/text.ts';

export const channelNames: Readonly<Record<ContactsAnswer['channels'][number]['channel'], Text>> = {
  visit: ['Kunjungan', 'Visit'],
  whatsapp: ['WhatsApp', 'WhatsApp'],
  phone: ['Telepon', 'Phone'],
};

export const texts = {
  of: ['dari {due}', 'of {due}'],
  daily: ['keluarga per kader per hari', 'families a kader and day'],
  dailyOwn: ['keluarga per hari', 'families a day'],
  dailyTitle: [
    '{families} keluarga dalam {days} hari kader ({attainment})',
    '{families} families in {days} days of kader ({attainment})',
  ],
  families: ['keluarga dihubungi, sekali sehari', 'families contacted, once a day'],
  familiesTitle: [
    '{count} keluarga, masing-masing dihitung sekali sehari',
    '{count} families, each counted once a day',
  ],
  officers: ['oleh petugas', 'by officers'],
  officersTitle: [
    '{count} keluarga dihubungi petugas telekolekting, di luar hitungan kader',
    '{count} families contacted by telekolekting officers, not counted of kader',
  ],
  channels: ['Menurut cara', 'By channel'],
  channelTitle: [
    '{name}: {count} keluarga, {daily} per kader per hari',
    '{name}: {count} families, {daily} a kader and day',
  ],
  channelAside: ['{daily} per hari', '{daily} a day'],
  education: ['Edukasi kelompok: {count} kali.', 'Group education: {count} times.'],
  twice: [
    'Keluarga yang dihubungi dengan dua cara pada satu hari dihitung pada keduanya.',
    'A family contacted in two ways on one day counts in both.',
  ],
  fromPolicy: ['Batas {due} sehari menurut kebijakan cabang.', 'The {due} a day are of the branch’s policy.'],
  more: ['{count} lainnya ada di tabel.', '{count} more are in the table.'],
  others: ['{count} kader lain tidak disebut di sini.', '{count} other kader are not named here.'],
  rowTitle: [
    '{name}: {daily} keluarga per hari ({families} dalam {days} hari)',
    '{name}: {daily} families a day ({families} in {days} days)',
  ],
  rowDue: [', target {due}', ', target {due}'],
  running: ['; bulan belum ditutup', '; the month is not closed yet'],
  away: ['cuti', 'on leave'],
  rowFamilies: ['{count} keluarga', '{count} families'],
  noData: ['Belum ada kontak pada {months}', 'No contacts yet in {months}'],
  dueHint: ['Yang diharapkan: {due} keluarga per kader per hari.', 'What is expected: {due} families a kader and day.'],
  month: ['Bulan', 'Month'],
  branch: ['Kantor cabang', 'Branch'],
  kader: ['Kader', 'Kader'],
  dailyColumn: ['Per hari', 'A day'],
  dueColumn: ['Target', 'Target'],
  attainmentColumn: ['Capaian', 'Attainment'],
  familiesColumn: ['Keluarga', 'Families'],
  daysColumn: ['Hari kader', 'Kader days'],
  total: ['Jumlah', 'Total'],
  summary: ['{subject}, {months}: {daily} {what}', '{subject}, {months}: {daily} {what}'],
  summaryDue: [' dari {due}', ' of {due}'],
} as const satisfies Record<string, Text>;
