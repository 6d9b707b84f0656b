import { expect, it } from 'vitest';
import type { DateText } from '../core/period.ts';
import { dayText, readDay } from './type-day.ts';

const from = '2026-11-22' as DateText;

it.each([
  ['25', '2026-11-25'],
  ['22', '2026-11-22'],
  ['5', '2026-12-05'],
  ['31', '2026-12-31'],
  ['25/11', '2026-11-25'],
  ['3-1', '2027-01-03'],
  ['25.11.26', '2026-11-25'],
  ['25/11/2026', '2026-11-25'],
  ['2026-12-01', '2026-12-01'],
  ['1/1/2020', '2020-01-01'],
  ['+7', '2026-11-29'],
  ['32', null],
  ['31/2', null],
  ['besok', null],
  ['', null],
])('reads %s as %s', (typed, day) => {
  expect(readDay(typed, from)).toBe(day);
});

it('shows what it can read again', () => {
  expect(dayText('2026-12-05')).toBe('05/12/26');
  expect(readDay(dayText('2026-12-05'), from)).toBe('2026-12-05');
  expect(dayText(null)).toBe('');
});
