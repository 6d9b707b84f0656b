import { expect, it } from 'vitest';
import { monthKeyStep, monthsOfYear, parseMonthText, shiftMonth } from './type-month.ts';

it.each([
  ['2022-01', '2022-01'],
  ['1/2022', '2022-01'],
  ['12-2021', '2021-12'],
  ['Januari 2022', '2022-01'],
  ['agu 2022', '2022-08'],
  ['13/2022', null],
  ['kemarin', null],
  ['', null],
])('reads %s as %s', (text, month) => {
  expect(parseMonthText(text, 'id-ID')).toBe(month);
});

it('reads English names in English', () => {
  expect(parseMonthText('August 2022', 'en-US')).toBe('2022-08');
});

it('moves over years', () => {
  expect(shiftMonth('2022-01', -1)).toBe('2021-12');
  expect(shiftMonth('2021-11', 3)).toBe('2022-02');
  expect(monthsOfYear(2022)).toHaveLength(12);
});

it('moves by the keys of a calendar', () => {
  expect(monthKeyStep('ArrowDown')).toBe(3);
  expect(monthKeyStep('PageUp')).toBe(-12);
  expect(monthKeyStep('a')).toBeNull();
});
