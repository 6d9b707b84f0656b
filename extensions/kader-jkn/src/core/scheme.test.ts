import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleOf } from './pricing.samples.ts';
import { bandWords, inOrder, ruleFor } from './scheme.ts';
import { checkScheme } from './scheme-check.ts';

const percent = (months_from: number | null, months_to: number | null, id = 1) =>
  ruleOf({ id, sort: id, months_from, months_to, rate_bp: 1000 });

describe('a band in words', () => {
  it.each([
    [7, null, 'di atas 6 bulan', 'above 6 months'],
    [2, null, 'di atas 1 bulan', 'above 1 month'],
    [1, 7, 'sampai 6 bulan', 'up to 6 months'],
    [null, 7, 'sampai 6 bulan', 'up to 6 months'],
    [7, 13, '7 sampai 12 bulan', '7 to 12 months'],
    [6, 7, 'tepat 6 bulan', 'exactly 6 months'],
    [1, 2, 'tepat 1 bulan', 'exactly 1 month'],
    [null, null, 'berapa pun bulannya', 'any number of months'],
    [1, null, 'berapa pun bulannya', 'any number of months'],
  ])('from %s to %s is "%s"', (months_from, months_to, id, en) => {
    expect(bandWords({ months_from, months_to })).toEqual({ id, en });
  });
});

describe('the order of rules', () => {
  it('is by sort, the unsorted last, then by id', () => {
    const rules = [ruleOf({ id: 4 }), ruleOf({ id: 3, sort: 2 }), ruleOf({ id: 2 }), ruleOf({ id: 1, sort: 5 })];
    expect(inOrder(rules).map(({ id }) => id)).toEqual([3, 1, 2, 4]);
  });

  it('finds no rule of another kind or another band', () => {
    expect(ruleFor([percent(1, 7)], 'flat_payment', 3)).toBeNull();
    expect(ruleFor([percent(1, 7)], 'percentage', 7)).toBeNull();
    expect(ruleFor([percent(1, 7)], 'percentage', 6)?.id).toBe(1);
  });
});

describe('a scheme when it is saved', () => {
  it.each([
    ['adjoining bands', [percent(1, 7, 1), percent(7, null, 2)], []],
    ['bands in any order', [percent(7, null, 2), percent(1, 7, 1)], []],
    ['no rules', [], []],
    ['a gap', [percent(1, 7, 1), percent(12, null, 2)], [{ reason: 'scheme-gap', params: { from: 7, to: 11 } }]],
    [
      'a gap of a month',
      [percent(1, 7, 1), percent(8, null, 2)],
      [{ reason: 'scheme-gap', params: { from: 7, to: 7 } }],
    ],
    ['an overlap', [percent(1, 8, 1), percent(7, null, 2)], [{ reason: 'scheme-overlap', params: { from: 7 } }]],
    [
      'an open end before another band',
      [percent(1, null, 1), percent(7, 9, 2)],
      [{ reason: 'scheme-overlap', params: { from: 7 } }],
    ],
    [
      'a band within another',
      [percent(1, 20, 1), percent(3, 5, 2), percent(20, null, 3)],
      [{ reason: 'scheme-overlap', params: { from: 3 } }],
    ],
    [
      'other kinds beside the percentage',
      [
        percent(1, null, 1),
        ruleOf({ id: 2, kind: 'flat_payment', amount: 2_500 }),
        ruleOf({ id: 3, kind: 'flat_participant', amount: 1 }),
      ],
      [],
    ],
  ])('with %s', (_, rules, issues) => {
    expect(checkScheme(rules)).toEqual(issues);
  });

  it.each([
    ['a percentage without a rate', ruleOf({ kind: 'percentage' })],
    ['a rate above 100%', ruleOf({ rate_bp: 10_001 })],
    ['a rate below nothing', ruleOf({ rate_bp: -1 })],
    ['a fraction of a basis point', ruleOf({ rate_bp: 0.5 })],
    ['a flat payment without an amount', ruleOf({ kind: 'flat_payment' })],
    ['an amount below nothing', ruleOf({ kind: 'flat_enrolment', amount: -1 })],
    ['an empty band', percent(7, 7)],
    ['a band that ends before it begins', percent(7, 3)],
    ['a band from below nothing', percent(-1, 3)],
    ['a band of fractions', percent(1.5, 3)],
    ['a bonus without a mode', ruleOf({ kind: 'attainment_bonus', rate_bp: 100 })],
    [
      'a bonus with an empty band',
      ruleOf({ kind: 'attainment_bonus', rate_bp: 1, bonus_mode: 'whole', attainment_to_bp: 0 }),
    ],
    ['a taxable share above 100%', ruleOf({ kind: 'withholding', rate_bp: 500, share_bp: 10_001 })],
    ['a cap without an amount', ruleOf({ kind: 'monthly_cap' })],
  ])('with %s names the rule and what to do, in both languages', (_, rule) => {
    const [issue, ...others] = checkScheme([rule]);
    expect(issue?.reason).toBe('scheme-rule-invalid');
    expect(issue?.params).toEqual({ rule: 1, why: expect.any(String), why_en: expect.any(String) });
    expect(others).toEqual([]);
  });

  it.each([
    [
      'two caps',
      [ruleOf({ id: 1, kind: 'monthly_cap', amount: 5 }), ruleOf({ id: 2, kind: 'monthly_cap', amount: 6 })],
      2,
    ],
    [
      'two sums for a new participant',
      [ruleOf({ id: 1, kind: 'flat_enrolment', amount: 5 }), ruleOf({ id: 2, kind: 'flat_enrolment', amount: 6 })],
      2,
    ],
    [
      'a floor above the cap',
      [ruleOf({ id: 1, kind: 'monthly_floor', amount: 9 }), ruleOf({ id: 2, kind: 'monthly_cap', amount: 6 })],
      1,
    ],
    [
      'overlapping bonuses',
      [
        ruleOf({ id: 1, kind: 'attainment_bonus', rate_bp: 1, bonus_mode: 'whole', attainment_from_bp: 10_000 }),
        ruleOf({ id: 2, kind: 'attainment_bonus', rate_bp: 1, bonus_mode: 'whole', attainment_from_bp: 12_000 }),
      ],
      2,
    ],
  ])('with %s names the rule', (_, rules, rule) => {
    expect(checkScheme(rules)).toMatchObject([{ reason: 'scheme-rule-invalid', params: { rule } }]);
  });

  it('is right exactly when every number of months between its bounds has one rule', () => {
    const bands = fc
      .tuple(fc.nat(12), fc.integer({ min: 1, max: 6 }))
      .map(([from, width]) => ({ from, to: from + width }));
    fc.assert(
      fc.property(fc.array(bands, { minLength: 1, maxLength: 4 }), (all) => {
        const rules = all.map(({ from, to }, id) => percent(from, to, id));
        const lowest = Math.min(...all.map(({ from }) => from));
        const highest = Math.max(...all.map(({ to }) => to));
        const holders = Array.from({ length: highest - lowest }, (_, place) =>
          all.filter(({ from, to }) => from <= lowest + place && lowest + place < to),
        );
        expect(checkScheme(rules).length === 0).toBe(holders.every(({ length }) => length === 1));
      }),
    );
  });
});
