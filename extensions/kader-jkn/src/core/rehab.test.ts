import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duesRates } from './dues.samples.ts';
import type { DateText } from './period.ts';
import {
  coverRestoredOn,
  type InstalmentPolicy,
  instalmentStatus,
  instalmentsAtMost,
  matchInstalments,
  type PlanAsked,
  schedulePlan,
} from './rehab.ts';

const day = (text: string) => text as DateText;

const policy: InstalmentPolicy = {
  minMonths: 4,
  maxMonths: 24,
  countMax: 12,
  halfOfMonths: false,
  withCurrentDues: true,
  restoredAfter: 'last',
};

/** Two members of class III, twelve months owed: 70,000 a month. */
const asked: PlanAsked = {
  household: { members: 2, class: 3 },
  monthsOwed: 12,
  amountOwed: 840_000,
  startsOn: day('2022-01-05'),
  count: 12,
};

function planned(told: Partial<PlanAsked> = {}, rules = policy) {
  const made = schedulePlan(rules, duesRates, { ...asked, ...told });
  if (!made.ok) throw new Error(made.reason);
  return made.value;
}

describe('how many instalments a family may have', () => {
  it.each([
    [3, 'plan-months-below'],
    [25, 'plan-months-above'],
  ])('none with %i months owed: %s', (months, reason) => {
    expect(instalmentsAtMost(policy, months)).toMatchObject({ ok: false, reason });
  });

  it.each([4, 12, 24])('twelve with %i months owed', (months) => {
    expect(instalmentsAtMost(policy, months)).toEqual({ ok: true, value: 12 });
  });

  it.each([
    [4, 2],
    [5, 2],
    [10, 5],
    [24, 12],
  ])('with %i months owed half as many, where the policy of 2025 holds: %i', (months, most) => {
    expect(instalmentsAtMost({ ...policy, halfOfMonths: true }, months)).toEqual({ ok: true, value: most });
  });

  it('none without a policy, or where it names no number', () => {
    expect(instalmentsAtMost(null, 12)).toMatchObject({ reason: 'plan-not-offered' });
    expect(instalmentsAtMost({ ...policy, countMax: null }, 12)).toMatchObject({ reason: 'plan-not-offered' });
  });
});

describe('a schedule', () => {
  it('is one instalment a month, due on the 10th, arrears and current dues', () => {
    const [first, ...others] = planned({ count: 6 });
    expect(first).toEqual({
      number: 1,
      month: '2022-01',
      dueOn: '2022-01-10',
      arrears: 140_000,
      current: 70_000,
      amount: 210_000,
    });
    expect(others.at(-1)).toMatchObject({ number: 6, dueOn: '2022-06-10' });
  });

  it('begins next month after the 10th: the dues of this one are among the arrears', () => {
    expect(planned({ startsOn: day('2022-01-11') })[0]).toMatchObject({ month: '2022-02', dueOn: '2022-02-10' });
  });

  it('leaves current dues out where the policy says so', () => {
    const bare = planned({ count: 3 }, { ...policy, withCurrentDues: false });
    expect(bare.map(({ amount }) => amount)).toEqual([280_000, 280_000, 280_000]);
  });

  it('follows the dues of each month', () => {
    const made = planned({ household: { members: 1, class: 1 }, startsOn: day('2020-03-01'), count: 6 });
    expect(made.map(({ current }) => current)).toEqual([160_000, 80_000, 80_000, 80_000, 150_000, 150_000]);
  });

  it('of a family of different classes brings the dues of each', () => {
    expect(planned({ household: { members: 3, class: 1, mixed: [1, 0, 2] } })[0]?.current).toBe(220_000);
  });

  it.each([0, 13, 1.5])('of %f instalments is refused', (count) => {
    expect(schedulePlan(policy, duesRates, { ...asked, count })).toMatchObject({ reason: 'plan-count' });
  });

  it('is refused where a month has no dues', () => {
    expect(schedulePlan(policy, [], asked)).toMatchObject({ reason: 'no-dues' });
  });

  it('sums exactly to what is owed and the dues of its months, in nearly equal parts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 24 }),
        fc.integer({ min: 100, max: 100_000_000 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom(day('2019-11-30'), day('2020-02-10'), day('2022-01-11')),
        (monthsOwed, amountOwed, count, startsOn) => {
          const made = planned({ monthsOwed, amountOwed, count, startsOn });
          const arrears = made.map((one) => one.arrears);
          expect(arrears.reduce((sum, one) => sum + one, 0)).toBe(amountOwed);
          expect(Math.max(...arrears) - Math.min(...arrears)).toBeLessThanOrEqual(1);
          for (const one of made) expect(one.amount).toBe(one.arrears + one.current);
        },
      ),
    );
  });
});

describe('payments and instalments', () => {
  const amounts = [100, 100, 100];

  it('the oldest is paid first, a part waits', () => {
    expect(matchInstalments(amounts, [{ paidOn: day('2022-01-09'), amount: 150 }])).toEqual([
      { paid: 100, paidOn: '2022-01-09' },
      { paid: 50, paidOn: null },
      { paid: 0, paidOn: null },
    ]);
  });

  it('an instalment is paid on the day that completed it', () => {
    const payments = [
      { paidOn: day('2022-01-09'), amount: 60 },
      { paidOn: day('2022-02-01'), amount: 60 },
    ];
    expect(matchInstalments(amounts, payments)[0]).toEqual({ paid: 100, paidOn: '2022-02-01' });
  });

  it('what was taken back pays nothing', () => {
    const payments = [
      { paidOn: day('2022-01-09'), amount: 100 },
      { paidOn: day('2022-01-09'), amount: -100 },
      { paidOn: day('2022-03-01'), amount: 120 },
    ];
    expect(matchInstalments(amounts, payments).slice(0, 2)).toEqual([
      { paid: 100, paidOn: '2022-03-01' },
      { paid: 20, paidOn: null },
    ]);
    expect(matchInstalments(amounts, payments.slice(0, 2))).toEqual(amounts.map(() => ({ paid: 0, paidOn: null })));
  });

  it('pay no more than was paid, and no later instalment before an earlier one', () => {
    const sums = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 12 });
    const paid = fc.array(fc.integer({ min: -300, max: 500 }), { maxLength: 20 });
    fc.assert(
      fc.property(sums, paid, (told, payments) => {
        const inOrder = payments.map((amount, index) => ({
          paidOn: day(`2022-01-${String(index + 1).padStart(2, '0')}`),
          amount,
        }));
        const matched = matchInstalments(told, inOrder);
        const total = payments.reduce((sum, amount) => sum + amount, 0);
        const whole = told.reduce((sum, amount) => sum + amount, 0);
        expect(matched.reduce((sum, one) => sum + one.paid, 0)).toBe(Math.min(whole, Math.max(0, total)));
        for (const [index, { paid: part, paidOn }] of matched.entries()) {
          expect(paidOn !== null).toBe(part === told[index]);
          if (part > 0 && index > 0) expect(matched[index - 1]?.paidOn).not.toBeNull();
        }
      }),
    );
  });

  it('in any parts pay what their sum pays', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(parts, (told) => {
        const on = day('2022-01-05');
        const sum = told.reduce((all, amount) => all + amount, 0);
        const inParts = told.map((amount) => ({ paidOn: on, amount }));
        expect(matchInstalments(amounts, inParts)).toEqual(matchInstalments(amounts, [{ paidOn: on, amount: sum }]));
      }),
    );
  });
});

describe('how an instalment stands', () => {
  const instalment = { dueOn: day('2022-01-10'), amount: 100 };

  it.each([
    [99, '2022-01-10', 'waiting'],
    [99, '2022-01-11', 'missed'],
    [100, '2022-03-01', 'paid'],
  ])('with %i paid on %s it is %s', (paid, today, status) => {
    expect(instalmentStatus(instalment, { paid: paid as never }, day(today))).toBe(status);
  });

  it('restores the cover with the first or the last one, as the policy says', () => {
    const matched = matchInstalments([100, 100], [{ paidOn: day('2022-01-09'), amount: 100 }]);
    expect(coverRestoredOn(matched, 'first')).toBe('2022-01-09');
    expect(coverRestoredOn(matched, 'last')).toBeNull();
  });
});
