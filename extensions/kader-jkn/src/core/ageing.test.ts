import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageBands, bandOf, fallenDue } from './ageing.ts';
import { accrued, dueThrough, type ListedFamily } from './arrears.ts';
import { duesRates } from './dues.samples.ts';
import type { DateText } from './period.ts';

const family: ListedFamily = {
  members: 2,
  class: 3,
  listedMonths: 5,
  listedAmount: 350_000,
  listedAsOf: '2021-06-30' as DateText,
};
const on = (day: string, given: Partial<ListedFamily> = {}, most: number | null = 24) =>
  fallenDue({ ...family, ...given }, duesRates, day as DateText, most);

describe('bandOf', () => {
  it('holds the bounds of every band, both included', () => {
    expect([0, 1, 3, 4, 11, 12, 23, 24, 60].map(bandOf)).toEqual([null, 0, 0, 1, 1, 2, 2, 3, 3]);
  });

  it('leaves no month owed without a band, and none in two', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), (months) => {
        const holding = ageBands.filter(({ from, to }) => months >= from && (to === null || months <= to));
        expect(holding).toEqual([ageBands[bandOf(months) ?? -1]]);
      }),
    );
  });
});

describe('fallenDue', () => {
  it('is what accrued, after the list', () => {
    expect(on('2021-08-31')).toEqual({ ...plain(accrued(family, duesRates, '2021-08-31' as DateText, 24)) });
    expect(on('2021-08-31')).toMatchObject({ months: 2, amount: 140_000 });
  });

  it('takes the months from it that were not yet due, before the list', () => {
    expect(on('2021-04-30')).toEqual({ months: -2, amount: -140_000 });
    expect(on('2021-06-30')).toMatchObject({ months: 0, amount: 0 });
  });

  it('never takes more than the list names', () => {
    expect(on('2020-12-31')).toEqual({ months: -5, amount: -350_000 });
    expect(on('2021-05-31', { listedMonths: 0, listedAmount: 0 })).toEqual({ months: 0, amount: 0 });
  });

  it('takes nothing from a list that names as many months as are billed', () => {
    expect(on('2021-04-30', { listedMonths: 24, listedAmount: 1_680_000 })).toEqual({ months: 0, amount: 0 });
    expect(on('2021-04-30', { listedMonths: 24, listedAmount: 1_680_000 }, null)).toMatchObject({ months: -2 });
  });

  it('grows with the day, from nothing owed to all of it', () => {
    const days = fc.date({ min: new Date('2019-01-01'), max: new Date('2023-12-31'), noInvalidDate: true });
    const months = fc.integer({ min: 0, max: 23 });
    fc.assert(
      fc.property(days, days, months, (one, other, listedMonths) => {
        const [first, last] = [one, other].map((day) => day.toISOString().slice(0, 10)).sort() as [string, string];
        const listed = { listedMonths, listedAmount: listedMonths * 70_000 };
        const [before, after] = [on(first, listed), on(last, listed)];
        expect(after.months).toBeGreaterThanOrEqual(before.months);
        expect(after.amount).toBeGreaterThanOrEqual(before.amount);
        expect(before.months).toBeGreaterThanOrEqual(-listedMonths);
        expect(before.amount).toBeGreaterThanOrEqual(-listed.listedAmount);
        if (dueThrough(first as DateText) === dueThrough(last as DateText)) expect(after).toEqual(before);
      }),
    );
  });
});

function plain(result: ReturnType<typeof accrued>) {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}
