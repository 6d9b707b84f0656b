import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accrued, coveredMonths, coverMonths, dueThrough, type FamilyAccount, owed } from './arrears.ts';
import { duesRates } from './dues.samples.ts';
import type { MembersByClass } from './dues.ts';
import { addMonths, type DateText, monthsBetween, type Period } from './period.ts';
import { fitsPayment, type PaymentSplit, splitPayment } from './split-payment.ts';
import { stoodAt } from './standing.ts';

const day = (text: string) => text as DateText;

/** One member of class I and two of class III, all months from January to July 2020 owed: 244,000, 131,000 and 201,000 a month. */
const mixedFamily: FamilyAccount = {
  members: 3,
  class: 1,
  mixed: [1, 0, 2],
  listedMonths: 7,
  listedAmount: 3 * (160_000 + 2 * 42_000) + 3 * (80_000 + 2 * 25_500) + (150_000 + 2 * 25_500),
  listedAsOf: day('2020-07-31'),
  paidMonths: 0,
  paidAmount: 0,
};

function split(family: FamilyAccount, payment: number, rates = duesRates): PaymentSplit {
  return splitPayment(coveredMonths(family, rates, payment), family, rates);
}

const mixes = fc
  .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }))
  .filter((counts) => counts.filter((count) => count > 0).length > 1);

const households = fc.oneof(
  fc.record({ members: fc.integer({ min: 1, max: 20 }), class: fc.constantFrom(1 as const, 2 as const, 3 as const) }),
  mixes.map((mixed: MembersByClass) => ({
    members: mixed[0] + mixed[1] + mixed[2],
    class: 1 as const,
    mixed,
  })),
);

const families = fc
  .tuple(
    households,
    fc.record({
      listedMonths: fc.integer({ min: 0, max: 24 }),
      listedAmount: fc.integer({ min: 0, max: 40_000_000 }),
      listedAsOf: fc.constantFrom(day('2018-07-31'), day('2020-02-10'), day('2020-06-11'), day('2021-12-31')),
      paidMonths: fc.constant(0),
      paidAmount: fc.integer({ min: 0, max: 3_000_000 }),
    }),
  )
  .map(([household, account]): FamilyAccount => ({ ...household, ...account }));

const monthsOf = ({ parts }: PaymentSplit): Period[] =>
  parts.flatMap(({ from, months }) => Array.from({ length: months }, (_, index) => addMonths(from, index)));

describe('a payment shown as members × months', () => {
  it('goes through the three rates of 2020, class by class', () => {
    expect(split(mixedFamily, mixedFamily.listedAmount + 5_000)).toEqual({
      carried: 0,
      withoutMonth: 0,
      rest: 5_000,
      parts: [
        {
          from: '2020-01',
          through: '2020-03',
          months: 3,
          amount: 732_000,
          shares: [
            { class: 1, members: 1, each: 160_000, amount: 480_000 },
            { class: 3, members: 2, each: 42_000, amount: 252_000 },
          ],
        },
        {
          from: '2020-04',
          through: '2020-06',
          months: 3,
          amount: 393_000,
          shares: [
            { class: 1, members: 1, each: 80_000, amount: 240_000 },
            { class: 3, members: 2, each: 25_500, amount: 153_000 },
          ],
        },
        {
          from: '2020-07',
          through: '2020-07',
          months: 1,
          amount: 201_000,
          shares: [
            { class: 1, members: 1, each: 150_000, amount: 150_000 },
            { class: 3, members: 2, each: 25_500, amount: 51_000 },
          ],
        },
      ],
    });
  });

  it('takes off what earlier payments had begun', () => {
    const begun = { ...mixedFamily, paidAmount: 300_000 };
    const { parts, carried, rest } = split(begun, 200_000);
    expect({ carried, rest, months: parts.map(({ from }) => from) }).toEqual({
      carried: 56_000,
      rest: 12_000,
      months: ['2020-02'],
    });
  });

  it("shares the list's own sum by the dues where they differ, to the rupiah", () => {
    const { parts } = split({ ...mixedFamily, listedAmount: 1_000_003 }, 1_000_003);
    expect(parts.every(({ shares }) => shares.every(({ each }) => each === null))).toBe(true);
    expect(parts.flatMap(({ shares }) => shares).reduce((sum, { amount }) => sum + amount, 0)).toBe(1_000_003);
  });

  it('shares evenly over the members where no dues are known', () => {
    const recent = duesRates.filter(({ effective_from }) => effective_from >= '2021-01-01');
    const family = { ...mixedFamily, listedMonths: 3, listedAmount: 90_000 };
    expect(split(family, 90_000, recent).parts).toMatchObject([
      {
        months: 3,
        shares: [
          { members: 1, each: null, amount: 30_000 },
          { members: 2, amount: 60_000 },
        ],
      },
    ]);
  });

  it('pays arrears that are listed without months before any month', () => {
    const family = { ...mixedFamily, listedMonths: 0, listedAmount: 100_000 };
    expect(split(family, 60_000)).toEqual({ carried: 0, withoutMonth: 60_000, rest: 0, parts: [] });
    expect(split({ ...family, paidAmount: 60_000 }, 241_000)).toMatchObject({
      withoutMonth: 40_000,
      parts: [{ from: '2020-08', months: 1, amount: 201_000 }],
      rest: 0,
    });
  });

  it('of money told after a newer list names the months before it', () => {
    const stood = stoodAt(mixedFamily, duesRates, day('2020-02-05'), 200_000, 24);
    if (!stood.ok) throw new Error(stood.reason);
    const { parts, rest } = splitPayment(stood.value.cover, mixedFamily, duesRates);
    expect(parts).toMatchObject([{ from: '2019-12', through: '2019-12', amount: 131_000 }]);
    expect(rest).toBe(69_000);
  });
});

describe('whatever family pays whatever amount', () => {
  const payments = fc.integer({ min: 1, max: 30_000_000 });

  it('the parts sum to the payment, and their shares to them', () => {
    fc.assert(
      fc.property(families, payments, (family, amount) => {
        const { months } = coverMonths(family, duesRates, amount);
        expect(fitsPayment(split(family, amount), { amount, months_covered: months })).toBe(true);
      }),
    );
  });

  it('every part is of all its members, and no share is below nothing', () => {
    fc.assert(
      fc.property(families, payments, (family, amount) => {
        const made = split(family, amount);
        expect(made.rest).toBeGreaterThanOrEqual(0);
        expect(made.carried).toBeGreaterThanOrEqual(0);
        for (const { shares } of made.parts) {
          expect(shares.reduce((sum, { members }) => sum + members, 0)).toBe(family.members);
          for (const share of shares) expect(share.amount).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('the months are those that coverMonths says, each once, oldest first', () => {
    fc.assert(
      fc.property(families, payments, (family, amount) => {
        const months = monthsOf(split(family, amount));
        expect(months.length).toBe(coverMonths(family, duesRates, amount).months);
        const [first] = months;
        expect(months).toEqual(months.map((_, index) => addMonths(first as Period, index)));
        const before = coverMonths({ ...family, paidAmount: 0 }, duesRates, family.paidAmount).months;
        const oldest = addMonths(dueThrough(family.listedAsOf), 1 - family.listedMonths);
        // months that the list gives for nothing are covered with the first rupiah
        if (first !== undefined && family.listedAmount > family.listedMonths)
          expect(monthsBetween(oldest, first)).toBe(before);
      }),
    );
  });

  it('parts in any order cover what one payment of their sum covers', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 3_000_000 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(families, parts, fc.boolean(), (family, told, turned) => {
        const order = turned ? told.toReversed() : told;
        let paidAmount = family.paidAmount;
        const months: Period[] = [];
        let rest = -1;
        for (const amount of order) {
          const made = split({ ...family, paidAmount }, amount);
          months.push(...monthsOf(made));
          paidAmount += amount;
          ({ rest } = made);
        }
        const whole = split(
          family,
          told.reduce((sum, amount) => sum + amount, 0),
        );
        expect({ months, rest }).toEqual({ months: monthsOf(whole), rest: whole.rest });
      }),
    );
  });

  it('what is owed covers at most the months that are billed', () => {
    const dates = fc.constantFrom(day('2022-01-31'), day('2023-06-30'), day('2026-01-15'));
    fc.assert(
      fc.property(households, fc.integer({ min: 1, max: 24 }), dates, (household, listedMonths, paidOn) => {
        const listedAsOf = day('2021-12-31');
        const listed = { ...household, listedMonths, listedAsOf, paidMonths: 0, paidAmount: 0 };
        const bill = coveredMonths({ ...listed, listedAmount: 0, listedMonths: 0 }, duesRates, 0);
        expect(bill.months).toEqual([]);
        const family = { ...listed, listedAmount: 100_000 * listedMonths * household.members };
        const since = accrued(family, duesRates, paidOn, 24);
        if (!since.ok) throw new Error(since.reason);
        const all = owed(family, since.value);
        const made = split(family, all.amount);
        expect(monthsOf(made).length).toBe(all.months);
        expect(all.months).toBeLessThanOrEqual(24);
        expect(made.rest).toBe(0);
      }),
    );
  });
});

it('a family of one class told class by class pays the same', () => {
  fc.assert(
    fc.property(families, fc.integer({ min: 1, max: 30_000_000 }), (family, amount) => {
      fc.pre(!family.mixed);
      const counts = [1, 2, 3].map((one) => (one === family.class ? family.members : 0));
      const told = { ...family, mixed: counts as unknown as MembersByClass };
      expect(split(told, amount)).toEqual(split(family, amount));
    }),
  );
});

it('sees a split that is not of its payment', () => {
  const amount = 732_000;
  const made = split(mixedFamily, amount);
  const payment = { amount, months_covered: 3 };
  expect(fitsPayment(made, payment)).toBe(true);
  expect(fitsPayment(made, { ...payment, amount: amount + 1 })).toBe(false);
  expect(fitsPayment(made, { ...payment, months_covered: 2 })).toBe(false);
  const [first, ...others] = made.parts;
  const shifted = first?.shares.map((share, index) => ({
    ...share,
    amount: (share.amount + (index === 0 ? 1 : -1)) as never,
  }));
  const forged = { ...made, parts: [{ ...first, shares: shifted }, ...others] } as PaymentSplit;
  expect(fitsPayment(forged, payment)).toBe(false);
});
