import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alikeFrom, alikePairs, likeness } from './likeness.ts';

const family = (head_name: string, address: string | null = null) => ({ head_name, address });
const street = 'Jl. Mawar No. 12 RT 3/RW 4';

describe('likeness of families', () => {
  it.each([
    [family('Siti Aminah', street), family('SITI AMINAH', 'JLN MAWAR 12 RT 03 RW 04'), 100, 100],
    [family('Siti Aminah', street), family('Aminah, Siti', street), 100, 100],
    [family('Hj. Siti Aminah', street), family('Siti Aminah', street), 100, 100],
    [family('Siti Aminah', street), family('Siti Amina', street), 94, 99],
    [family('Sity Aminah', street), family('Siti Aminah', 'Mawar 12'), 80, 95],
    [family('Siti Aminah', street), family('Siti Aminah', null), 80, 80],
    [family('Siti Aminah', street), family('Siti Aminah', 'Jl. Melati No. 7 RT 1/RW 9'), 60, 70],
    [family('Siti Aminah', street), family('Budi Santoso', street), 40, 45],
    [family('Siti Aminah', street), family('Budi Santoso', 'Jl. Kenanga No. 3'), 0, 10],
  ])('%j and %j', (one, other, from, to) => {
    expect(likeness(one, other)).toBeGreaterThanOrEqual(from);
    expect(likeness(one, other)).toBeLessThanOrEqual(to);
  });

  it('does not take one house number for another', () => {
    expect(likeness(family('Siti', 'Mawar 12'), family('Siti', 'Mawar 13'))).toBeLessThan(100);
  });

  const anyFamily = fc.record({ head_name: fc.string(), address: fc.option(fc.string()) });

  it('is the same in either order, and within 0 and 100', () => {
    fc.assert(
      fc.property(anyFamily, anyFamily, (one, other) => {
        const percent = likeness(one, other);
        expect(percent).toBe(likeness(other, one));
        expect(percent).toBeGreaterThanOrEqual(0);
        expect(percent).toBeLessThanOrEqual(100);
      }),
    );
  });

  const word = fc.constantFrom('Siti', 'Aminah', 'Budi', 'Santoso', 'Dewi', 'Wulandari', 'Agus');

  it('does not look at the order of words', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        const turned = [...words].reverse().join(' ');
        expect(likeness(family(words.join(' '), street), family(turned, street))).toBe(100);
      }),
    );
  });
});

describe('pairs of a desa', () => {
  it('are those alike enough, each once, the lower id first', () => {
    const families = [
      { id: 9, ...family('Siti Amina', street) },
      { id: 4, ...family('Siti Aminah', street) },
      { id: 5, ...family('Budi Santoso', street) },
      { id: 6, ...family('Siti Aminah', null) },
    ];
    expect(alikePairs(families)).toEqual([{ one: 4, other: 9, likeness: expect.any(Number) }]);
  });

  const desa = fc.array(
    fc.record({
      head_name: fc.constantFrom('Siti Aminah', 'Siti Amina', 'Sri Amina', 'Budi', 'Budi Santoso', 'Agus Budi'),
      address: fc.constantFrom(street, 'Mawar 12', null),
    }),
    { maxLength: 12 },
  );

  it('leave out none of those that are alike enough', () => {
    fc.assert(
      fc.property(desa, (rows) => {
        const families = rows.map((row, id) => ({ id, ...row }));
        const all = families.flatMap((one) =>
          families
            .filter((other) => other.id > one.id && likeness(one, other) >= alikeFrom)
            .map((other) => ({ one: one.id, other: other.id, likeness: likeness(one, other) })),
        );
        expect(new Set(alikePairs(families).map((pair) => JSON.stringify(pair)))).toEqual(
          new Set(all.map((pair) => JSON.stringify(pair))),
        );
      }),
    );
  });
});
