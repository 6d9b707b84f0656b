import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageAttainment, countAbove, ranking, ratioOfSums } from './monev.ts';

const row = (realised: number, target: number | null) => ({ realised, target });
const rows = fc.array(
  fc.record({ realised: fc.nat(30_000_000), target: fc.option(fc.integer({ min: 1, max: 20_000_000 })) }),
  { maxLength: 30 },
);

describe('the two averages', () => {
  it('differ when targets differ', () => {
    const unequal = [row(10_000_000, 10_000_000), row(0, 30_000_000)];
    expect(averageAttainment(unequal)).toBe(0.5);
    expect(ratioOfSums(unequal)).toBe(0.25);
  });

  it("are Surakarta's 78% alike, because all 45 targets are equal", () => {
    const year = 120_000_000;
    const above = Array.from({ length: 13 }, () => row(1.2 * year, year));
    const others = Array.from({ length: 31 }, () => row(((45 * 0.78 - 13 * 1.2 - 1) / 31) * year, year));
    const surakarta = [...above, row(year, year), ...others];
    expect(surakarta).toHaveLength(45);
    expect(averageAttainment(surakarta)).toBeCloseTo(0.78, 9);
    expect(ratioOfSums(surakarta)).toBeCloseTo(0.78, 9);
    expect(countAbove(surakarta)).toBe(13);
  });

  it('leave out who has no target, on both sides', () => {
    const some = [row(5, 10), row(1_000, null)];
    expect(averageAttainment(some)).toBe(0.5);
    expect(ratioOfSums(some)).toBe(0.5);
    expect(averageAttainment([row(1, null)])).toBeNull();
    expect(ratioOfSums([])).toBeNull();
  });

  it('are alike when targets are equal, and within the best and the worst', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30_000_000), { minLength: 1 }), (realised) => {
        const equal = realised.map((each) => row(each, 10_000_000));
        const average = averageAttainment(equal) ?? Number.NaN;
        expect(average).toBeCloseTo(ratioOfSums(equal) ?? Number.NaN, 9);
        expect(average).toBeLessThanOrEqual(Math.max(...realised) / 10_000_000 + 1e-9);
        expect(average).toBeGreaterThanOrEqual(Math.min(...realised) / 10_000_000 - 1e-9);
      }),
    );
  });
});

describe('praise', () => {
  it('is for strictly above 100%', () => {
    expect(countAbove([row(10_000_001, 10_000_000), row(10_000_000, 10_000_000), row(9, null)])).toBe(1);
  });
});

describe('the ranking', () => {
  it('is by attainment, equals share a place, and who has no target comes last', () => {
    const ranked = ranking([
      { name: 'a', ...row(5, 10) },
      { name: 'b', ...row(9, null) },
      { name: 'c', ...row(22, 20) },
      { name: 'd', ...row(10, 20) },
      { name: 'e', ...row(1, 10) },
    ]);
    expect(ranked.map(({ name, rank, above }) => [name, rank, above])).toEqual([
      ['c', 1, true],
      ['d', 2, false],
      ['a', 2, false],
      ['e', 4, false],
      ['b', null, false],
    ]);
  });

  it('keeps everybody, in falling order, and counts who is above alike', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const ranked = ranking(all);
        expect(ranked).toHaveLength(all.length);
        const ratios = ranked.map((each) => each.attainment ?? -1);
        expect(ratios).toEqual([...ratios].sort((one, other) => other - one));
        expect(ranked.filter(({ above }) => above)).toHaveLength(countAbove(all));
      }),
    );
  });
});
