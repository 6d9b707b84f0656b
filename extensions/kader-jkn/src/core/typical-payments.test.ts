import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pekanbaru, ruleOf } from './pricing.samples.ts';
import { ruleFor, type Scheme } from './scheme.ts';
import { typicalMonths, typicalPayments } from './typical-payments.ts';

const dues = 35_000;
const national: Scheme = { id: 1, name: '2019', base: 'arrears', rules: [ruleOf({ months_from: 0, rate_bp: 2_500 })] };

describe('what a scheme pays for typical payments', () => {
  it('looks at usual months owed and at both sides of every edge', () => {
    expect(typicalPayments(pekanbaru, dues).map(({ monthsOwed }) => monthsOwed)).toEqual([1, 3, 6, 7, 12, 18, 24]);
    const above12 = { ...pekanbaru, rules: [ruleOf({ months_from: 13, months_to: 37, rate_bp: 100 })] };
    expect(typicalPayments(above12, dues).map(({ monthsOwed }) => monthsOwed)).toEqual([
      ...[1, 3, 6, 12, 13, 18, 24, 36, 37],
    ]);
  });

  it('pays 25% of what a family of one or three pays, a month or all of it', () => {
    const twelve = typicalPayments(national, dues).find(({ monthsOwed }) => monthsOwed === 12);
    expect(
      twelve?.payments.map(({ members, paid, amount, commission }) => [members, paid, amount, commission]),
    ).toEqual([
      [1, 'month', 35_000, 8_750],
      [1, 'all', 420_000, 105_000],
      [3, 'month', 105_000, 26_250],
      [3, 'all', 1_260_000, 315_000],
    ]);
  });

  it("pays Riau's 2,500 a participant whatever is paid", () => {
    const riau = { ...national, rules: [ruleOf({ kind: 'flat_participant', amount: 2_500 })] };
    const commissions = typicalPayments(riau, dues).flatMap(({ payments }) => payments.map((one) => one.commission));
    expect(new Set(commissions)).toEqual(new Set([2_500, 7_500]));
  });

  it('shows what no rule pays', () => {
    const above6 = { ...national, rules: [ruleOf({ months_from: 7, rate_bp: 100 })] };
    const unpaid = typicalPayments(above6, dues).filter(({ rules }) => rules.length === 0);
    expect(unpaid.map(({ monthsOwed }) => monthsOwed)).toEqual([1, 3, 6]);
    expect(unpaid.flatMap(({ payments }) => payments).every(({ commission }) => commission === 0)).toBe(true);
  });

  it('gives every number of months that has a rule the rule of its row before it', () => {
    const band = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 12 }), fc.nat(10_000));
    fc.assert(
      fc.property(fc.array(band, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 40 }), (bands, months) => {
        const rules = bands.map(([from, width, rate_bp], id) =>
          ruleOf({ id, months_from: from, months_to: from + width, rate_bp }),
        );
        const rows = typicalPayments({ ...national, rules }, dues);
        const row = rows.findLast(({ monthsOwed }) => monthsOwed <= months);
        expect(row?.rules[0]?.id).toBe(ruleFor(rules, 'percentage', months)?.id);
      }),
    );
  });
});

describe('typical months', () => {
  it('show the bonus at 80%, 100% and 120% of the target', () => {
    const bonus = ruleOf({
      kind: 'attainment_bonus',
      rate_bp: 100,
      bonus_mode: 'marginal',
      attainment_from_bp: 10_000,
    });
    expect(
      typicalMonths([bonus], 10_000_000).map(({ collected, bonuses }) => [
        collected,
        bonuses.reduce((sum, { amount }) => sum + amount, 0),
      ]),
    ).toEqual([
      [8_000_000, 0],
      [10_000_000, 0],
      [12_000_000, 20_000],
    ]);
  });
});
