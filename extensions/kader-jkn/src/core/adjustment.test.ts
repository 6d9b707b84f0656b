import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestAdjustment, readAdjustment } from './adjustment.ts';

describe('a correction of imbal jasa', () => {
  it.each([
    ['rupiah that are added', 42_000, 42_000],
    ['rupiah that are taken back', -42_000, -42_000],
    ['digits of a form', '42000', 42_000],
    ['digits with a sign', ' -42000 ', -42_000],
    ['the most', largestAdjustment, largestAdjustment],
  ])('may be %s', (_, told, amount) => {
    expect(readAdjustment(told)).toEqual({ ok: true, value: amount });
  });

  it.each([0, '0', 0.5, '1.000', '1e3', '', ' ', 'banyak', null, undefined, Number.NaN, true, [5]])(
    'is never %s',
    (told) => {
      expect(readAdjustment(told)).toMatchObject({
        reason: 'adjustment-invalid',
        params: { amount: largestAdjustment },
      });
    },
  );

  it('is whole rupiah within its bound, other than zero', () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer(), fc.double(), fc.maxSafeInteger()), (told) => {
        const isRight = Number.isInteger(told) && told !== 0 && Math.abs(told) <= largestAdjustment;
        expect(readAdjustment(told).ok).toBe(isRight);
      }),
    );
  });
});
