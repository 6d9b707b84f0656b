import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, basisPoints, formatRate, formatRupiah, prorate, rupiah, shareOf } from './money.ts';

const amounts = fc.integer({ min: 0, max: 2_000_000_000_000 });
const rates = fc.integer({ min: 0, max: 10_000 });

describe('a share of an amount', () => {
  it.each([
    [15_486_000, 1000, 1_548_600],
    [16_136_000, 1500, 2_420_400],
    [2_400_000, 1500, 360_000],
    [5, 1000, 1],
    [4, 1000, 0],
    [-5, 1000, -1],
    [3, 5000, 2],
    [31_622_000, 1255, 3_968_561],
    [0, 2500, 0],
    [74_000_000_000, 7200, 53_280_000_000],
  ])('of %i at %i basis points is %i', (amount, rate, expected) => {
    expect(shareOf(amount, rate)).toBe(expected);
  });

  it("gives Pekanbaru's 3,969,000 on 31,622,000", () => {
    expect(15_486_000 + 16_136_000).toBe(31_622_000);
    expect(shareOf(15_486_000, 1000) + shareOf(16_136_000, 1500)).toBe(3_969_000);
  });

  it('is exact, rounded half up, however large', () => {
    fc.assert(
      fc.property(amounts, rates, (amount, rate) => {
        const exact = (BigInt(amount) * BigInt(rate) + 5_000n) / 10_000n;
        expect(shareOf(amount, rate)).toBe(Number(exact));
      }),
    );
  });

  it('of a negative amount takes back what the positive one gave', () => {
    fc.assert(fc.property(amounts, rates, (amount, rate) => shareOf(-amount, rate) === 0 - shareOf(amount, rate)));
  });

  it('is never more than the whole', () => {
    fc.assert(fc.property(amounts, rates, (amount, rate) => shareOf(amount, rate) <= amount));
  });
});

describe('shares', () => {
  const weights = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 40 });

  it('sum to the whole, none below nothing', () => {
    fc.assert(
      fc.property(amounts, weights, (total, parts) => {
        const shares = allocate(total, parts);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total);
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('stay within a rupiah of their exact part', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), weights, (total, parts) => {
        const sum = parts.reduce((all, part) => all + part, 0);
        fc.pre(sum > 0);
        for (const [position, share] of allocate(total, parts).entries()) {
          expect(Math.abs(share - (total * (parts[position] ?? 0)) / sum)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('are equal when nothing weighs', () => {
    expect(allocate(9, [0, 0, 0])).toEqual([3, 3, 3]);
    expect(allocate(9, [])).toEqual([]);
  });

  it('are the weights themselves when those sum to the total', () => {
    fc.assert(
      fc.property(weights, (parts) => {
        const total = parts.reduce((sum, part) => sum + part, 0);
        fc.pre(total > 0);
        expect(allocate(total, parts)).toEqual(parts);
      }),
    );
  });
});

describe('a prorated amount', () => {
  it('is nothing of nothing, the whole of the whole, and half up between', () => {
    expect(prorate(360_000, 0, 7)).toBe(0);
    expect(prorate(360_000, 7, 7)).toBe(360_000);
    expect(prorate(1, 1, 2)).toBe(1);
    expect(prorate(1, 1, 3)).toBe(0);
  });
});

describe('whole numbers', () => {
  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d is no rupiah and no rate', (value) => {
    expect(() => rupiah(value)).toThrow(RangeError);
    expect(() => basisPoints(value)).toThrow(RangeError);
  });

  it('has one zero', () => {
    expect(Object.is(rupiah(-0), 0)).toBe(true);
  });
});

describe('figures in sentences', () => {
  it.each([
    [0, 'Rp 0'],
    [999, 'Rp 999'],
    [1_000, 'Rp 1.000'],
    [1_250_000, 'Rp 1.250.000'],
    [-360_000, '-Rp 360.000'],
    [16_500_000_000, 'Rp 16.500.000.000'],
  ])('%i is written %s', (amount, expected) => {
    expect(formatRupiah(amount)).toBe(expected);
  });

  it.each([
    [1500, '15%'],
    [1255, '12,55%'],
    [50, '0,5%'],
    [19, '0,19%'],
  ])('%i basis points are written %s', (rate, expected) => {
    expect(formatRate(rate)).toBe(expected);
  });
});
