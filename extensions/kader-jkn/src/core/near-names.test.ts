import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance, nearNames } from './near-names.ts';

const name = fc.string({ unit: fc.constantFrom('A', 'B', 'C'), maxLength: 8 });

describe('the distance of two names', () => {
  it.each([
    ['BULUSARI', 'BULUSARI', 0],
    ['BULUSARI', 'BULOSARI', 1],
    ['BULUSARI', 'BULUASRI', 1],
    ['BULUSARI', 'BULUSAR', 1],
    ['BULUSARI', 'BULUSSARI', 1],
    ['', 'ABC', 3],
  ])('from %j to %j is %d', (one, other, away) => {
    expect(distance(one, other, 9)).toBe(away);
  });

  it('is the same in either order, nothing for the same name, and told as more beyond the bound', () => {
    fc.assert(
      fc.property(name, name, fc.integer({ min: 0, max: 8 }), (one, other, atMost) => {
        const away = distance(one, other, 99);
        expect(away).toBe(distance(other, one, 99));
        expect(away === 0).toBe(one === other);
        expect(away).toBeLessThanOrEqual(Math.max(one.length, other.length));
        if (away <= atMost) expect(distance(one, other, atMost)).toBe(away);
        else expect(distance(one, other, atMost)).toBeGreaterThan(atMost);
      }),
    );
  });
});

describe('near names', () => {
  it('come nearest first, at most three, and none that is another name', () => {
    const names = ['BULUSARI', 'BULUHARJO', 'BULUSAR', 'BULUSARIE', 'BULUSSARI', 'TIPES'];
    expect(nearNames('BULUSARI', names)).toEqual(['BULUSARI', 'BULUSAR', 'BULUSARIE']);
    expect(nearNames('ZZZZ', names)).toEqual([]);
  });
});
