import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels } from './place-labels.ts';

describe('placeLabels', () => {
  it('leaves labels that do not collide where they are', () => {
    expect(placeLabels([10, 50, 90], 12)).toEqual([10, 50, 90]);
  });

  it('moves colliding ones apart, in their order', () => {
    expect(placeLabels([98, 97, 20], 10)).toEqual([100, 90, 20]);
    expect(placeLabels([50, 50], 10)).toEqual([50, 60]);
  });

  it('keeps the distance and the order of any labels that fit', () => {
    const labels = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(labels, (places) => {
        const placed = placeLabels(places, 15);
        const sorted = [...placed].sort((one, other) => one - other);
        sorted.forEach((place, at) => {
          if (at > 0) expect(place - (sorted[at - 1] as number)).toBeGreaterThanOrEqual(15 - 1e-9);
        });
        expect(Math.max(...placed)).toBeLessThanOrEqual(100);
        for (const [one, other] of pairs(places.length)) {
          const before = (places[one] as number) - (places[other] as number);
          if (before !== 0)
            expect(Math.sign((placed[one] as number) - (placed[other] as number))).toBe(Math.sign(before));
        }
      }),
    );
  });
});

function* pairs(count: number): Generator<[number, number]> {
  for (let one = 0; one < count; one += 1) for (let other = one + 1; other < count; other += 1) yield [one, other];
}
