import { describe, expect, it } from 'vitest';
import { addMonths, type Period } from '../core/period.ts';
import { monthAxis, yearsOf } from './month-axis.ts';

const months = (count: number, to = '2021-12') =>
  Array.from({ length: count }, (_, back) => addMonths(to as Period, back - count + 1));

describe('monthAxis', () => {
  it('names every month of half a year', () => {
    const axis = monthAxis(months(3, '2022-01'), 'id-ID');
    expect(axis.map(({ short, fits }) => [short, fits])).toEqual([
      ['Nov', 'always'],
      ['Des', 'always'],
      ['Jan', 'always'],
    ]);
  });

  it('names every third month of a year where it is narrow, the newest among them', () => {
    const always = monthAxis(months(12), 'id-ID').filter(({ fits }) => fits === 'always');
    expect(always.map(({ short }) => short)).toEqual(['Mar', 'Jun', 'Sep', 'Des']);
  });

  it('never names more than thirteen months', () => {
    for (const count of [24, 36, 60, 120]) {
      const named = monthAxis(months(count), 'en-US').filter(({ fits }) => fits !== 'never');
      expect(named.length).toBeLessThanOrEqual(13);
      expect(named.at(-1)?.key).toBe('2021-12');
    }
  });
});

describe('yearsOf', () => {
  const named = (count: number, to: string) =>
    yearsOf(monthAxis(months(count, to), 'id-ID')).map(({ year, months: held, name }) => [year, held, name]);

  it('holds every month once, and leaves out a name that would not fit', () => {
    expect(named(12, '2021-12')).toEqual([['2021', 12, '2021']]);
    expect(named(12, '2022-11')).toEqual([
      ['2021', 1, ''],
      ['2022', 11, '2022'],
    ]);
    expect(named(3, '2022-01')).toEqual([
      ['2021', 2, '2021'],
      ['2022', 1, '2022'],
    ]);
  });
});
