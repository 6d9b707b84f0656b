import { describe, expect, it } from 'vitest';
import { FamilyIds, KkFilter } from './seen-families.ts';

const kkOf = (serial: number) => `33720101${String(10_000_000 + serial * 37)}`;

describe('the families that a list has named', () => {
  it('are known exactly where they were there before', () => {
    const named = new FamilyIds();
    expect([1, 7, 65_536, 1_999_999].map((id) => named.add(id))).toEqual([false, false, false, false]);
    expect(named.add(65_536)).toBe(true);
    expect([0, 1, 8, 65_536, 1_999_999].map((id) => named.has(id))).toEqual([false, true, false, true, true]);
  });

  it('are never missed where they are new, and seldom supposed', () => {
    const noted = new KkFilter();
    let supposed = 0;
    for (let serial = 0; serial < 100_000; serial += 1) supposed += Number(noted.add(kkOf(serial)));
    expect(supposed).toBeLessThan(20);
    for (let serial = 0; serial < 100_000; serial += 997) expect(noted.add(kkOf(serial))).toBe(true);
  });
});
