import type { OpenMatterKind } from '../../contract/monev-people.ts';
import type { Text } from '../../studio/text.ts';

export const texts = {
  today: ['keadaan {date}', 'as of {date}'],
  waiting: ['menunggu', 'waiting'],
  overdue: ['lewat batas waktu', 'past their day'],
  longest: ['paling lama menunggu', 'longest wait'],
  days: ['{count} hari', '{count} days'],
  day: ['1 hari', '1 day'],
  sinceToday: ['Hari ini', 'Today'],
  oldest: ['tertua {days}', 'oldest {days}'],
  late: ['{count} lewat batas, tertua {days}', '{count} past the day, oldest {days}'],
  title: ['{kind}: {count}, tertua sejak {date}', '{kind}: {count}, the oldest since {date}'],
  titleLate: ['; {count} lewat batas waktu', '; {count} past their day'],
  titleNone: ['{kind}: tidak ada', '{kind}: none'],
  toneLate: ['lewat batas waktu', 'past their day'],
  toneWaiting: ['menunggu', 'waiting'],
  none: ['Tidak ada yang menunggu', 'Nothing waits'],
  noneHint: ['{kinds}: semua sudah selesai.', '{kinds}: all settled.'],
  kind: ['Perihal', 'Matter'],
  branch: ['Kantor cabang', 'Branch'],
  everywhere: ['Semua cabang', 'All branches'],
  count: ['Menunggu', 'Waiting'],
  since: ['Tertua sejak', 'Oldest since'],
  overdueColumn: ['Lewat batas', 'Past their day'],
  summary: ['{subject}, {date}: {matters}', '{subject}, {date}: {matters}'],
  summaryOne: ['{count} {kind}', '{count} {kind}'],
  summaryOldest: [' (tertua {days})', ' (oldest {days})'],
} as const satisfies Record<string, Text>;

export const kindNames: Readonly<Record<OpenMatterKind, Text>> = {
  mistreatment: ['Perlakuan buruk', 'Mistreatment'],
  review: ['Peninjauan kemitraan', 'Partnership reviews'],
  warning: ['Peringatan bulan nol', 'Zero-month warnings'],
  dispute: ['Sanggahan imbal jasa', 'Disputed statements'],
  complaint: ['Pengaduan', 'Complaints'],
};
