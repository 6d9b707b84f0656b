import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { earnedBy } from './earning.ts';
import { noEnrolments } from './enrolment.ts';
import type { Period } from './period.ts';
import { pekanbaru, ruleOf } from './pricing.samples.ts';
import { type PaymentGroup, type RepricedMonth, type Reversal, repriceStatement } from './reprice.ts';
import { priceReversal } from './reversal.ts';
import type { Scheme } from './scheme.ts';

const group = (changes: Partial<PaymentGroup> = {}): PaymentGroup => ({
  amount: 210_000,
  kind: 'arrears',
  monthsOwed: 8,
  members: 3,
  count: 1,
  ...changes,
});
const month = (changes: Partial<RepricedMonth> = {}, facts: Partial<RepricedMonth['facts']> = {}): RepricedMonth => ({
  payments: [group()],
  reversals: [],
  ...changes,
  facts: {
    collected: 210_000,
    target: null,
    corrections: 0,
    enrolments: noEnrolments,
    hasTaxNumber: false,
    carriedIn: 0,
    ...facts,
  },
});
const reversal = (part: number, changes: Partial<Reversal['original']> = {}, reversedBefore = 0): Reversal => ({
  part,
  reversedBefore,
  original: {
    amount: 210_000,
    kind: 'arrears',
    monthsOwed: 8,
    members: 3,
    month: '2022-01' as Period,
    paid: null,
    ...changes,
  },
});
const quarter: Scheme = { ...pekanbaru, id: 9, name: '2019', rules: [ruleOf({ months_from: 0, rate_bp: 2_500 })] };
const with_ = (...rules: Scheme['rules']): Scheme => ({ ...quarter, rules: [...quarter.rules, ...rules] });

describe('a past month under another scheme', () => {
  it('prices each payment of a group and rounds each once', () => {
    const odd = { ...quarter, rules: [ruleOf({ rate_bp: 3_333 })] };
    const alike = month({ payments: [group({ amount: 70_001, count: 3 })] });
    expect(repriceStatement(odd, alike)).toMatchObject({ base: 210_003, commission: 3 * 23_331, net: 3 * 23_331 });
  });

  it('counts a flat sum a participant by the members it is given', () => {
    const riau = { ...quarter, rules: [ruleOf({ kind: 'flat_participant', amount: 2_500 })] };
    expect(repriceStatement(riau, month({ payments: [group({ count: 2 })] })).commission).toBe(15_000);
  });

  it('pays nothing on current dues where the base is arrears', () => {
    const current = month({ payments: [group({ kind: 'current' })] });
    expect(repriceStatement(quarter, current)).toMatchObject({ base: 0, commission: 0, net: 0 });
    expect(repriceStatement({ ...quarter, base: 'amount' }, current)).toMatchObject({ base: 210_000, net: 52_500 });
  });

  it('takes back what the scheme would have paid, or what was paid before the span', () => {
    expect(repriceStatement(quarter, month({ reversals: [reversal(210_000)] })).commission).toBe(0);
    const earlier = reversal(210_000, { paid: { base: 210_000, commission: 31_500, rate_bp: 1_500 } });
    expect(repriceStatement(quarter, month({ reversals: [earlier] })).commission).toBe(52_500 - 31_500);
  });

  it('carries what it cannot bear, and keeps corrections by hand', () => {
    const nothingPaid = month({ payments: [], reversals: [reversal(210_000)] });
    expect(repriceStatement(quarter, nothingPaid)).toMatchObject({ net: 0, carried_out: 52_500 });
    const corrected = month({}, { corrections: -10_000, carriedIn: 2_500 });
    expect(repriceStatement(quarter, corrected)).toMatchObject({ gross: 42_500, net: 40_000 });
  });

  it('applies the rules of a month: bonus by the target then, floor, cap, withholding by the tax number', () => {
    const bonus = ruleOf({ kind: 'attainment_bonus', rate_bp: 1_000, bonus_mode: 'whole', attainment_from_bp: 10_000 });
    expect(repriceStatement(with_(bonus), month({}, { target: 210_000 })).bonus).toBe(21_000);
    expect(repriceStatement(with_(bonus), month({}, { target: 210_001 })).bonus).toBe(0);
    expect(repriceStatement(with_(ruleOf({ kind: 'monthly_floor', amount: 60_000 })), month()).gross).toBe(60_000);
    expect(repriceStatement(with_(ruleOf({ kind: 'monthly_cap', amount: 50_000 })), month()).gross).toBe(50_000);
    const tax = with_(
      ruleOf({ id: 2, kind: 'withholding', rate_bp: 250, tax_number: 'with' }),
      ruleOf({ id: 3, kind: 'withholding', rate_bp: 300, tax_number: 'without' }),
    );
    expect(repriceStatement(tax, month({}, { hasTaxNumber: true })).withholding).toBe(1_313);
    expect(repriceStatement(tax, month()).withholding).toBe(1_575);
  });

  it('reprices reversals as they were made: parts of a full one sum to exactly the payment', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 9_999_999 }), fc.nat(10_000), fc.nat(), (amount, rate_bp, cut) => {
        const scheme: Scheme = { ...quarter, rules: [ruleOf({ rate_bp })] };
        const first = 1 + (cut % (amount - 1));
        const original = { amount, kind: 'arrears' as const, monthsOwed: 8, members: 1 };
        const parts = [reversal(first, original), reversal(amount - first, original, first)];
        const made = repriceStatement(scheme, month({ payments: [], reversals: parts }));
        expect(made.commission + 0).toBe(-earnedBy(scheme, original).commission + 0);
        const stored = priceReversal(
          {
            ...{ amount, base: amount, commission: earnedBy(scheme, original).commission, rate_bp, rule: 1, scheme: 9 },
            ...{ paid_month: '2022-01' as Period, month: '2022-01' as Period, pay_month: '2022-01' as Period },
            ...{ kader: 1, months_owed: 8, months_covered: 1, status: 'verified' as const, reverses: null },
            ...{ explanation: '', explanation_en: '' },
          },
          first,
          0,
          { firstMonth: '2022-01' as Period, closedThrough: '2022-01' as Period },
        );
        const one = repriceStatement(scheme, month({ payments: [], reversals: parts.slice(0, 1) }));
        expect(one.commission + 0).toBe((stored.ok ? stored.value.commission : Number.NaN) + 0);
      }),
    );
  });
});
