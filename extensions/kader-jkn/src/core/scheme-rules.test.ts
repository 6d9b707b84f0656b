import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bonusesOf } from './bonus.ts';
import { earnedBy, type PricedPayment, paysOn } from './earning.ts';
import { noEnrolments } from './enrolment.ts';
import { pekanbaru, ruleOf } from './pricing.samples.ts';
import { type Scheme, type SchemeRule, withholdingFor } from './scheme.ts';
import { checkScheme } from './scheme-check.ts';
import { makeStatement } from './statement.ts';

const schemeOf = (...rules: SchemeRule[]): Scheme => ({ id: 1, name: 'Contoh', base: 'arrears', rules });
const family: PricedPayment = { amount: 420_000, kind: 'arrears', monthsOwed: 4, members: 3 };
const earn = (scheme: Scheme, changes: Partial<PricedPayment> = {}) =>
  earnedBy(scheme, { ...family, ...changes }).commission;

describe('schemes that were seen', () => {
  const riau = schemeOf(
    ruleOf({ id: 1, kind: 'flat_participant', amount: 2_500 }),
    ruleOf({ id: 2, kind: 'flat_enrolment', amount: 5_000 }),
  );

  it('Riau 2017: 2,500 a participant collected', () => {
    expect([1, 3, 5].map((members) => earn(riau, { members }))).toEqual([2_500, 7_500, 12_500]);
    expect(earn(riau, { amount: 1 })).toBe(7_500);
  });

  it('Riau 2017: 5,000 a new participant, in the month', () => {
    const month = { payable: [], collected: 0, target: null, corrections: [], hasTaxNumber: false, carriedIn: 0 };
    expect(
      makeStatement({ ...month, scheme: riau, enrolments: { ...noEnrolments, families: 3, participants: 7 } }),
    ).toMatchObject({ bonus: 35_000, net: 35_000 });
  });

  it('national 2019: 25% of arrears collected, however old', () => {
    const national = schemeOf(ruleOf({ months_from: 0, rate_bp: 2_500 }));
    expect([1, 12, 24].map((monthsOwed) => earn(national, { monthsOwed }))).toEqual([105_000, 105_000, 105_000]);
    expect(earn(national, { amount: 1 })).toBe(0);
    expect(earn(national, { amount: 2 })).toBe(1);
  });

  it('Pekanbaru 2017: 10% up to 6 months owed, 15% above', () => {
    expect([6, 7].map((monthsOwed) => earn(pekanbaru, { monthsOwed }))).toEqual([42_000, 63_000]);
  });

  it('a sum for each payment, whoever pays', () => {
    const flat = schemeOf(ruleOf({ kind: 'flat_payment', amount: 5_000 }));
    expect([1, 3].map((members) => earn(flat, { members }))).toEqual([5_000, 5_000]);
  });
});

describe('withholding', () => {
  const rule = (id: number, tax_number: SchemeRule['tax_number']) =>
    ruleOf({ id, sort: id, kind: 'withholding', rate_bp: 500, tax_number });

  it('chooses by the tax number; a rule that says nothing is for all', () => {
    const both = [rule(1, 'with'), rule(2, 'without')];
    expect([true, false].map((known) => withholdingFor(both, known)?.id)).toEqual([1, 2]);
    expect([true, false].map((known) => withholdingFor([rule(3, null)], known)?.id)).toEqual([3, 3]);
    expect(withholdingFor([rule(1, 'with')], false)).toBeNull();
  });

  it.each([
    ['any', 'any', 2],
    ['any', 'with', 2],
    ['without', 'any', 2],
    [null, 'without', 2],
    ['with', 'with', 2],
    ['without', 'without', 2],
  ] as const)('for %s beside %s is refused, naming the second', (first, second, place) => {
    expect(checkScheme([rule(1, first), rule(2, second)])).toMatchObject([
      { reason: 'scheme-rule-invalid', params: { rule: place } },
    ]);
  });

  it('for with beside without is right', () => {
    expect(checkScheme([rule(1, 'with'), rule(2, 'without')])).toEqual([]);
  });

  it('is one rule at most for a kader, in every scheme that is accepted', () => {
    const kinds = fc.array(fc.constantFrom<SchemeRule['tax_number']>('any', 'with', 'without', null), { maxLength: 4 });
    fc.assert(
      fc.property(kinds, fc.boolean(), (told, known) => {
        const rules = told.map((tax_number, id) => rule(id, tax_number));
        const theirs = rules.filter((one) => withholdingFor([one], known) !== null);
        if (checkScheme(rules).length === 0) expect(theirs.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('laws of schemes', () => {
  const rate = fc.nat(10_000);
  const payment = fc.record({
    amount: fc.integer({ min: 1, max: 2_000_000_000 }),
    kind: fc.constantFrom<PricedPayment['kind']>('arrears', 'current', 'advance'),
    monthsOwed: fc.nat(60),
    members: fc.integer({ min: 1, max: 12 }),
  });

  it('a percentage never pays more than was paid, and what the base leaves out earns nothing', () => {
    fc.assert(
      fc.property(payment, rate, fc.constantFrom<Scheme['base']>('arrears', 'amount'), (paid, rate_bp, base) => {
        const scheme = { ...schemeOf(ruleOf({ rate_bp })), base };
        const { commission, base: taken } = earnedBy(scheme, paid);
        expect(commission).toBeGreaterThanOrEqual(0);
        expect(commission).toBeLessThanOrEqual(taken);
        expect(taken).toBe(paysOn(scheme, paid.kind) ? paid.amount : 0);
      }),
    );
  });

  it('the order of rules in a scheme that is accepted changes nothing', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(cuts, fc.array(rate, { minLength: 5, maxLength: 5 }), payment, (at, rates, paid) => {
        const bounds = [0, ...at.sort((one, other) => one - other), null];
        const rules = bounds
          .slice(1)
          .map((to, id) => ruleOf({ id, months_from: bounds[id] ?? 0, months_to: to, rate_bp: rates[id] ?? 0 }));
        expect(checkScheme(rules)).toEqual([]);
        const backwards = rules.map((rule, id) => ({ ...rule, sort: rules.length - id }));
        expect(earn(schemeOf(...backwards), paid)).toBe(earn(schemeOf(...rules), paid));
      }),
    );
  });

  it('bands of a marginal bonus that adjoin, at one rate, pay what one band over both pays, to the rupiah of each edge', () => {
    const bonus = (id: number, from: number, to: number | null, rate_bp: number) =>
      ruleOf({
        ...{ id, kind: 'attainment_bonus', bonus_mode: 'marginal', rate_bp },
        ...{ attainment_from_bp: from, attainment_to_bp: to },
      });
    fc.assert(
      fc.property(
        fc.nat(50_000_000),
        fc.integer({ min: 1, max: 20_000_000 }),
        rate,
        fc.integer({ min: 10_001, max: 20_000 }),
        (collected, target, rate_bp, edge) => {
          const sum = (rules: SchemeRule[], part: 'base' | 'amount') =>
            bonusesOf(rules, collected, target).reduce((total, one) => total + one[part], 0);
          const parted = [bonus(1, 10_000, edge, rate_bp), bonus(2, edge, null, rate_bp)];
          const whole = [bonus(1, 10_000, null, rate_bp)];
          expect(sum(parted, 'base')).toBe(sum(whole, 'base'));
          expect(Math.abs(sum(parted, 'amount') - sum(whole, 'amount'))).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
