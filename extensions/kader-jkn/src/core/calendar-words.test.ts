import { describe, expect, it } from 'vitest';
import { dayWords, monthWords } from './calendar-words.ts';
import { type DateText, type Period, periodsBetween } from './period.ts';

describe('days and months in words', () => {
  it('writes a day without a leading zero, in both languages', () => {
    expect(dayWords('2022-08-05' as DateText)).toEqual({ id: '5 Agustus 2022', en: '5 August 2022' });
  });

  it('has twelve different months', () => {
    const months = periodsBetween('2021-01' as Period, '2021-12' as Period).map(monthWords);
    expect(new Set(months.map(({ id }) => id)).size).toBe(12);
    expect(new Set(months.map(({ en }) => en)).size).toBe(12);
    expect(months.at(-1)).toEqual({ id: 'Desember 2021', en: 'December 2021' });
  });
});
