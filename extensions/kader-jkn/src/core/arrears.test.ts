import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accrued, coverMonths, dueThrough, type FamilyAccount, owed } from './arrears.ts';
import { duesRates } from './dues.samples.ts';
import type { DateText } from './period.ts';

const day = (text: string) => text as DateText;

/** Four members of class III, eight months at 35,000 a person. */
const family: FamilyAccount = {
  members: 4,
  class: 3,
  listedMonths: 8,
  listedAmount: 8 * 4 * 35_000,
  listedAsOf: day('2021-12-31'),
  paidMonths: 0,
  paidAmount: 0,
};

const families = fc.record({
  members: fc.integer({ min: 1, max: 9 }),
  class: fc.constantFrom(1, 2, 3),
  listedMonths: fc.integer({ min: 0, max: 24 }),
  listedAmount: fc.integer({ min: 0, max: 20_000_000 }),
  listedAsOf: fc.constantFrom(day('2018-07-31'), day('2020-02-10'), day('2020-06-11'), day('2021-12-31')),
  paidMonths: fc.constant(0),
  paidAmount: fc.constant(0),
});

describe('the month that is due', () => {
  it.each([
    ['2022-01-10', '2021-12'],
    ['2022-01-11', '2022-01'],
    ['2022-01-31', '2022-01'],
    ['2022-01-01', '2021-12'],
  ])('on %s is %s: dues may be paid up to the 10th', (date, expected) => {
    expect(dueThrough(day(date))).toBe(expected);
  });
});

describe('dues accrued since the list', () => {
  it.each([
    ['2021-12-31', 0, 0, null],
    ['2022-01-10', 0, 0, null],
    ['2022-01-11', 1, 140_000, '2022-01'],
    ['2022-03-31', 3, 420_000, '2022-03'],
    ['2021-06-30', 0, 0, null],
  ])('on %s are %i months, %i', (date, months, amount, through) => {
    expect(accrued(family, duesRates, day(date), 24)).toEqual({ ok: true, value: { months, amount, through } });
  });

  it('follow the dues of each month through the changes of 2020', () => {
    const since2019 = { ...family, members: 1, class: 1, listedAsOf: day('2019-12-31') } as const;
    const year = accrued(since2019, duesRates, day('2020-12-31'), null);
    expect(year).toEqual({
      ok: true,
      value: { months: 12, amount: 3 * 160_000 + 3 * 80_000 + 6 * 150_000, through: '2020-12' },
    });
  });

  it('include the month of a list made before its 10th, not of one made after', () => {
    const early = accrued({ ...family, listedAsOf: day('2022-01-10') }, duesRates, day('2022-01-31'), 24);
    const late = accrued({ ...family, listedAsOf: day('2022-01-11') }, duesRates, day('2022-01-31'), 24);
    expect(early.ok && early.value.months).toBe(1);
    expect(late.ok && late.value.months).toBe(0);
  });

  it.each([
    [24, 24, 0],
    [24, 22, 2],
    [12, 8, 4],
    [12, 30, 0],
  ])('stop at %i months billed at most, of which %i are listed', (most, listedMonths, months) => {
    const since = accrued({ ...family, listedMonths }, duesRates, day('2023-12-31'), most);
    expect(since.ok && since.value.months).toBe(months);
  });

  it('are refused when a month has no rate', () => {
    const old = { ...family, listedAsOf: day('2015-12-31') };
    expect(accrued(old, duesRates, day('2016-12-31'), 24)).toMatchObject({ ok: false, reason: 'no-dues' });
  });
});

describe('what a family owes', () => {
  it('is listed, plus accrued, less paid', () => {
    const paid = { ...family, paidMonths: 3, paidAmount: 450_000 };
    expect(owed(paid, { months: 2, amount: 280_000 as never })).toEqual({
      months: 7,
      amount: 1_120_000 + 280_000 - 450_000,
    });
  });

  it('is never below nothing', () => {
    expect(owed({ ...family, paidMonths: 9, paidAmount: 9_999_999 }, { months: 0, amount: 0 as never })).toEqual({
      months: 0,
      amount: 0,
    });
  });
});

describe('months covered by a payment', () => {
  it.each([
    [140_000, 1, 0],
    [139_999, 0, 139_999],
    [300_000, 2, 20_000],
    [1_120_000, 8, 0],
    [1_260_000, 9, 0],
  ])('%i covers %i months and leaves %i', (payment, months, rest) => {
    expect(coverMonths(family, duesRates, payment)).toEqual({ months, rest });
  });

  it('completes the month that an earlier payment began', () => {
    const begun = { ...family, paidAmount: 300_000, paidMonths: 2 };
    expect(coverMonths(begun, duesRates, 120_000)).toEqual({ months: 1, rest: 0 });
  });

  it('pays the oldest months first, at the dues of their time', () => {
    const listed = { ...family, members: 1, class: 1, listedMonths: 4, listedAsOf: day('2020-04-30') } as const;
    const account = { ...listed, listedAmount: 160_000 * 3 + 80_000 };
    expect(coverMonths(account, duesRates, 160_000)).toEqual({ months: 1, rest: 0 });
    expect(coverMonths(account, duesRates, 80_000)).toEqual({ months: 0, rest: 80_000 });
    expect(coverMonths({ ...account, paidAmount: 480_000 }, duesRates, 80_000)).toEqual({ months: 1, rest: 0 });
  });

  it("keeps to the list's sum where it differs from the dues", () => {
    const account = { ...family, listedAmount: 1_000_003 };
    expect(coverMonths(account, duesRates, 1_000_003)).toEqual({ months: 8, rest: 0 });
    expect(coverMonths(account, duesRates, 1_000_002).months).toBe(7);
  });

  it('splits the listed sum evenly where dues of its months are not known', () => {
    const recent = duesRates.filter(({ effective_from }) => effective_from >= '2021-01-01');
    const account = { ...family, listedMonths: 24, listedAmount: 2_400_000 };
    expect(coverMonths(account, recent, 250_000)).toEqual({ months: 2, rest: 50_000 });
  });

  it('ends with the last month that has dues', () => {
    expect(coverMonths(family, [], 9_000_000)).toEqual({ months: 8, rest: 9_000_000 - 1_120_000 });
  });

  it('is nothing before an amount listed without months is paid', () => {
    const account = { ...family, listedMonths: 0, listedAmount: 100_000 };
    expect(coverMonths(account, duesRates, 100_000)).toEqual({ months: 0, rest: 0 });
    expect(coverMonths(account, duesRates, 240_000)).toEqual({ months: 1, rest: 0 });
  });

  it('ends for a family whose dues are nothing', () => {
    const free = [{ class: 3, effective_from: '2016-01-01', dues: 42_000, participant_pays: 0 } as const];
    expect(coverMonths({ ...family, listedMonths: 0, listedAmount: 0 }, free, 5_000)).toEqual({
      months: 0,
      rest: 5_000,
    });
  });

  it('covers in parts what one payment of their sum covers', () => {
    fc.assert(
      fc.property(
        families,
        fc.array(fc.integer({ min: 1, max: 3_000_000 }), { minLength: 1, maxLength: 6 }),
        (account, parts) => {
          const total = parts.reduce((sum, part) => sum + part, 0);
          let [months, paidAmount, rest] = [0, 0, 0];
          for (const part of parts) {
            const cover = coverMonths({ ...account, paidAmount }, duesRates, part);
            expect(cover.months).toBeGreaterThanOrEqual(0);
            months += cover.months;
            paidAmount += part;
            rest = cover.rest;
          }
          expect({ months, rest }).toEqual(coverMonths(account, duesRates, total));
        },
      ),
    );
  });

  it('never allocates more than was paid, nor leaves a whole month over', () => {
    fc.assert(
      fc.property(families, fc.integer({ min: 1, max: 20_000_000 }), (account, payment) => {
        const cover = coverMonths(account, duesRates, payment);
        expect(cover.rest).toBeGreaterThanOrEqual(0);
        expect(cover.rest).toBeLessThanOrEqual(payment);
        const again = coverMonths({ ...account, paidAmount: payment - cover.rest }, duesRates, cover.rest);
        expect(again.months).toBe(0);
      }),
    );
  });

  it('of all that is listed covers all the listed months', () => {
    fc.assert(
      fc.property(families, (account) => {
        fc.pre(account.listedMonths > 0 && account.listedAmount > account.listedMonths);
        expect(coverMonths(account, duesRates, account.listedAmount).months).toBeGreaterThanOrEqual(
          account.listedMonths,
        );
      }),
    );
  });
});
