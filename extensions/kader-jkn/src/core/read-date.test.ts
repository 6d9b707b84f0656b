import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayWords } from './calendar-words.ts';
import { type DateText, daysAfter } from './period.ts';
import { readDate } from './read-date.ts';

describe('a day of a list', () => {
  it.each([
    '31/12/2025',
    '31-12-25',
    '31.12.2025',
    '31 12 2025',
    '2025-12-31',
    '2025/12/31',
    '20251231',
    '31 Desember 2025',
    '31 Des 2025',
    '31-Des-25',
    '31 december 2025',
    'Rabu, 31 Desember 2025',
    '2025-12-31T00:00:00Z',
    '31/12/2025 23:59',
    '31/12/2025 10.15 WIB',
    '46022',
    '46022.75',
    ' 31/12/2025 ',
  ])('%s is 31 December 2025', (text) => {
    expect(readDate(text)).toBe('2025-12-31');
  });

  it.each([
    '',
    '31/02/2025',
    '12/31/2025',
    '32 Des 2025',
    '31 Dec',
    '2025',
    '1',
    '99999',
    '2025-1231',
    '31/12-2025',
    'kemarin',
  ])('%j is no day', (text) => {
    expect(readDate(text)).toBeNull();
  });

  it('follows the order of its source', () => {
    expect(readDate('12/31/2025', 'mdy')).toBe('2025-12-31');
    expect(readDate('05/04/2025')).toBe('2025-04-05');
    expect(readDate('05/04/2025', 'mdy')).toBe('2025-05-04');
  });

  it('of two digits is of this century, or of the last from 70 on', () => {
    expect(readDate('01/02/69')).toBe('2069-02-01');
    expect(readDate('01/02/70')).toBe('1970-02-01');
  });

  it('is the day that was written, in figures, words and as a serial number of a sheet', () => {
    const day = fc.integer({ min: 0, max: 40_000 }).map((days) => daysAfter('1970-01-01' as DateText, days));
    fc.assert(
      fc.property(day, (date) => {
        const [year, month, inMonth] = date.split('-').map(Number);
        expect(readDate(date)).toBe(date);
        expect(readDate(`${inMonth}/${month}/${year}`)).toBe(date);
        expect(readDate(dayWords(date).id)).toBe(date);
        expect(readDate(dayWords(date).en)).toBe(date);
        const serial = Math.round((Date.parse(date) - Date.parse('1899-12-30')) / 86_400_000);
        if (serial <= 73_050) expect(readDate(String(serial))).toBe(date);
      }),
    );
  });
});
