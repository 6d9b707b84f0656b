import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, type Period } from './period.ts';
import {
  attainment,
  attainmentBp,
  isAboveTarget,
  type TargetRow,
  type TargetSubject,
  targetOfAll,
  targetOver,
} from './targets.ts';

const month = (text: string) => text as Period;

function target(values: Partial<TargetRow>): TargetRow {
  return {
    branch: 1,
    area: null,
    kader: null,
    measure: 'collection',
    scope: 'whole',
    month_from: '2021-01',
    month_to: '2021-12',
    per: 'month',
    adds_up: 'sum',
    value: 10_000_000,
    ...values,
  };
}

function over(targets: TargetRow[], from: string, to: string, subject: TargetSubject = { of: 'branch', branch: 1 }) {
  return targetOver(targets, { measure: 'collection', from: month(from), to: month(to) }, subject);
}

const kader: TargetSubject = { of: 'kader', branch: 1, kader: 3, areas: [33, 30] };

describe('a target over a span', () => {
  it.each([
    ['every month', { per: 'month' }, '2021-01', '2021-12', 120_000_000],
    ['every month, of the months that overlap', { per: 'month' }, '2020-10', '2021-02', 20_000_000],
    ['once over the span', { per: 'span', value: 100 }, '2021-01', '2021-12', 100],
    ['half of a span', { per: 'span', value: 120 }, '2021-01', '2021-06', 60],
    ['every day', { per: 'day', value: 5 }, '2021-02', '2021-03', 5 * (28 + 31)],
    ['a level', { per: 'span', adds_up: 'level', value: 840 }, '2021-03', '2021-12', 840],
    ['no month that overlaps', {}, '2022-01', '2022-12', null],
    ['another measure', { measure: 'enrolments' }, '2021-01', '2021-12', null],
    ['another branch', { branch: 2 }, '2021-01', '2021-12', null],
    ['a target of each kader', { scope: 'each_kader' }, '2021-01', '2021-12', null],
  ] as const)('%s', (_, values, from, to, expected) => {
    expect(over([target(values)], from, to)).toBe(expected);
  });

  it("is Pekanbaru's 16,500,000,000 from May to November 2017", () => {
    const pekanbaru = target({ per: 'span', month_from: '2017-05', month_to: '2017-11', value: 16_500_000_000 });
    expect(over([pekanbaru], '2017-05', '2017-11')).toBe(16_500_000_000);
    expect(over([pekanbaru], '2017-01', '2017-12')).toBe(16_500_000_000);
  });

  it('adds the records that follow one another, and takes the level of the last', () => {
    const halves = [target({ month_to: '2021-06' }), target({ month_from: '2021-07', value: 12_000_000 })];
    expect(over(halves, '2021-06', '2021-07')).toBe(22_000_000);
    const levels = halves.map((half) => ({ ...half, adds_up: 'level' as const }));
    expect(over(levels, '2021-06', '2021-07')).toBe(12_000_000);
    expect(over(levels, '2021-05', '2021-06')).toBe(10_000_000);
  });

  it('takes the one that starts last where two overlap', () => {
    const raised = target({ month_from: '2021-07', value: 12_000_000 });
    expect(over([target({}), raised], '2021-06', '2021-07')).toBe(22_000_000);
    expect(over([raised, target({})], '2021-06', '2021-07')).toBe(22_000_000);
  });

  it('of a span in any parts sums to the whole', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000_000), fc.integer({ min: 1, max: 36 }), fc.nat(36), (value, length, cut) => {
        const [first, last] = [month('2017-05'), addMonths(month('2017-05'), length - 1)];
        const middle = addMonths(first, Math.min(cut, length) - 1);
        const spans = [target({ per: 'span', month_from: first, month_to: last, value })];
        expect((over(spans, first, middle) ?? 0) + (over(spans, addMonths(middle, 1), last) ?? 0)).toBe(value);
      }),
    );
  });
});

describe('whose target it is', () => {
  const ofAll = target({ scope: 'each_kader' });
  const ofDistrict = target({ scope: 'each_kader', area: 33, value: 8_000_000 });
  const ofRegency = target({ scope: 'each_kader', area: 30, value: 9_000_000 });
  const own = target({ kader: 3, value: 7_000_000 });

  it.each([
    ["the kader's own before all others", [ofAll, ofDistrict, own], 7_000_000],
    ['that of the nearest area', [ofAll, ofRegency, ofDistrict], 8_000_000],
    ['that of each kader of the branch', [ofAll, target({ kader: 4, value: 1 })], 10_000_000],
    ['none: that of the whole branch is nobody’s own', [target({})], null],
    ['none of another area', [target({ scope: 'each_kader', area: 99 })], null],
  ])('is %s', (_, targets, expected) => {
    expect(over(targets, '2021-01', '2021-01', kader)).toBe(expected);
  });

  it('an own target for some months leaves the others to that of each kader', () => {
    expect(over([ofAll, { ...own, month_to: '2021-06' }], '2021-06', '2021-07', kader)).toBe(17_000_000);
  });

  it('of an area is that area’s own', () => {
    const targets = [target({}), target({ area: 30, value: 4 })];
    expect(over(targets, '2021-01', '2021-01', { of: 'area', branch: 1, area: 30 })).toBe(4);
    expect(over(targets, '2021-01', '2021-01', { of: 'area', branch: 1, area: 31 })).toBeNull();
    expect(over(targets, '2021-01', '2021-01')).toBe(10_000_000);
  });

  it('of several is the sum of those that have one', () => {
    const span = { measure: 'collection', from: month('2021-01'), to: month('2021-12') } as const;
    const everybody = Array.from(
      { length: 45 },
      (_, id): TargetSubject => ({ of: 'kader', branch: 1, kader: id, areas: [] }),
    );
    expect(targetOfAll([ofAll], span, everybody)).toBe(45 * 12 * 10_000_000);
    expect(targetOfAll([], span, everybody)).toBeNull();
  });
});

describe('attainment', () => {
  it("is exact: Pekanbaru's 0.19% and 13.2%", () => {
    expect(attainment(31_622_000, 16_500_000_000)).toBeCloseTo(0.0019165, 7);
    expect(attainmentBp(31_622_000, 16_500_000_000)).toBe(19);
    expect(attainment(1_187, 9_000)).toBeCloseTo(0.1319, 4);
  });

  it.each([null, 0, -1])('is none without a target (%s)', (value) => {
    expect(attainment(1, value)).toBeNull();
    expect(attainmentBp(1, value)).toBeNull();
    expect(isAboveTarget(1, value)).toBe(false);
  });

  it.each([
    [9_999_999, 9_999, false],
    [10_000_000, 10_000, false],
    [10_000_001, 10_000, true],
    [-5, 0, false],
  ])('of %i is %i basis points, above 100%%: %s', (realised, bp, above) => {
    expect(attainmentBp(realised, 10_000_000)).toBe(bp);
    expect(isAboveTarget(realised, 10_000_000)).toBe(above);
  });

  it('in basis points reaches a bound exactly when the money does', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000_000),
        fc.integer({ min: 1, max: 1_000_000_000 }),
        fc.nat(20_000),
        (realised, goal, bound) => {
          expect(Number(attainmentBp(realised, goal)) >= bound).toBe(
            BigInt(realised) * 10_000n >= BigInt(bound) * BigInt(goal),
          );
        },
      ),
    );
  });
});
