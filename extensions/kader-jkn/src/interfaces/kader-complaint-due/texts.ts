import type { Text } from '../../studio/text.ts';

export const texts = {
  left: ['Dijawab paling lambat {date}: masih {days} hari.', 'Answer due on {date}: {days} days left.'],
  today: ['Dijawab paling lambat hari ini.', 'The answer is due today.'],
  overdue: [
    'Lewat batas {days} hari: seharusnya dijawab paling lambat {date}.',
    'Overdue by {days} days: the answer was due on {date}.',
  ],
  inTime: ['Dijawab dalam waktunya (batas {date}).', 'Answered in time (due on {date}).'],
  late: ['Dijawab {days} hari setelah batasnya ({date}).', 'Answered {days} days after it was due ({date}).'],
} as const satisfies Record<string, Text>;
