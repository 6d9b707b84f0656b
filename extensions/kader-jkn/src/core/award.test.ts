import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AwardConditions, type AwardStanding, isNominated, standsInTheWay, wholeMonths } from './award.ts';
import { addMonths, type DateText, type Period } from './period.ts';

const asksNothing: AwardConditions = { attainment_above_bp: null, partnership_months: null, education_contacts: null };
const standing: AwardStanding = {
  collected: 10_000_000,
  target: 10_000_000,
  partnership_months: 24,
  education_contacts: 100,
};

const conditions = fc.record({
  attainment_above_bp: fc.option(fc.integer({ min: 0, max: 30_000 })),
  partnership_months: fc.option(fc.integer({ min: 1, max: 60 })),
  education_contacts: fc.option(fc.integer({ min: 1, max: 500 })),
});
const standings = fc.record({
  collected: fc.integer({ min: 0, max: 10 ** 11 }),
  target: fc.option(fc.integer({ min: 0, max: 10 ** 11 })),
  partnership_months: fc.nat(120),
  education_contacts: fc.nat(1000),
});

describe('a nomination', () => {
  it('is for above the share, not for reaching it', () => {
    const rule = { ...asksNothing, attainment_above_bp: 10_000 };
    expect(isNominated(rule, standing)).toBe(false);
    expect(isNominated(rule, { ...standing, collected: 10_000_001 })).toBe(true);
  });

  it('needs a target where it asks for attainment', () => {
    const rule = { ...asksNothing, attainment_above_bp: 0 };
    expect(isNominated(rule, { ...standing, target: null })).toBe(false);
    expect(isNominated(rule, { ...standing, target: 0 })).toBe(false);
  });

  it('is never made by a rule that asks nothing', () => {
    fc.assert(fc.property(standings, (one) => !isNominated(asksNothing, one)));
  });

  it('needs every condition: what a rule nominates, each condition alone nominates too', () => {
    fc.assert(
      fc.property(conditions, standings, (rule, one) => {
        if (!isNominated(rule, one)) return;
        for (const [name, value] of Object.entries(rule)) {
          if (value !== null) expect(isNominated({ ...asksNothing, [name]: value }, one)).toBe(true);
        }
      }),
    );
  });

  it('is not lost by doing more', () => {
    fc.assert(
      fc.property(conditions, standings, fc.nat(10 ** 9), (rule, one, more) => {
        if (isNominated(rule, one)) {
          expect(isNominated(rule, { ...one, collected: one.collected + more })).toBe(true);
          expect(isNominated(rule, { ...one, education_contacts: one.education_contacts + more })).toBe(true);
        }
      }),
    );
  });
});

describe('an award given before', () => {
  it('stands in the way for so many months, on both sides', () => {
    const month = '2022-01' as Period;
    expect(standsInTheWay('2021-12' as Period, month, 1)).toBe(false);
    expect(standsInTheWay('2021-02' as Period, month, 12)).toBe(true);
    expect(standsInTheWay('2021-01' as Period, month, 12)).toBe(false);
    expect(standsInTheWay('2022-06' as Period, month, 12)).toBe(true);
  });

  it('always does where it can be given once only', () => {
    expect(standsInTheWay('2010-01' as Period, '2022-01' as Period, null)).toBe(true);
  });
});

describe('whole months of partnership', () => {
  it.each([
    ['2021-01-01', '2021-12', 12],
    ['2021-01-02', '2021-12', 11],
    ['2021-12-31', '2021-12', 0],
    ['2022-03-01', '2021-12', 0],
  ])('from %s to the end of %s are %i', (since, month, months) => {
    expect(wholeMonths(since as DateText, month as Period)).toBe(months);
  });

  it('grow by one a month', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 28 }), fc.nat(100), (day, later) => {
        const since = `2021-01-${String(day).padStart(2, '0')}` as DateText;
        const month = addMonths('2021-03' as Period, later);
        return wholeMonths(since, addMonths(month, 1)) === wholeMonths(since, month) + 1;
      }),
    );
  });
});
