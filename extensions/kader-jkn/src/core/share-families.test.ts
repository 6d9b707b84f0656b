import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workOf } from './family-work.ts';
import { type Neighbourhood, type Share, type ShareFacts, type Sharer, shareFamilies } from './share-families.ts';

const place = (desa: number, name: string, families: number, months = families * 10): Neighbourhood => ({
  desa,
  place: name,
  families,
  months,
  priorityFamilies: 0,
  priorityMonths: 0,
});

const sharer = (kader: number, desa: number[], families = 0, months = families * 10): Sharer => ({
  kader,
  code: `K-${kader}`,
  desa,
  families,
  months,
});

const facts = (changes: Partial<ShareFacts>): ShareFacts => ({
  neighbourhoods: [],
  sharers: [],
  held: [],
  capacity: 500,
  aboveCapacity: false,
  ...changes,
});

function given(shares: readonly Share[]): Record<number, number> {
  const totals: Record<number, number> = {};
  for (const { kader, first, last } of shares) totals[kader] = (totals[kader] ?? 0) + last - first + 1;
  return totals;
}

describe('families of a desa', () => {
  it('go to its only kader', () => {
    const { shares, left } = shareFamilies(
      facts({ neighbourhoods: [place(1, '001/001', 30), place(1, '', 5)], sharers: [sharer(7, [1]), sharer(8, [2])] }),
    );
    expect(shares).toEqual([
      { desa: 1, place: '001/001', first: 1, last: 30, kader: 7 },
      { desa: 1, place: '', first: 1, last: 5, kader: 7 },
    ]);
    expect(left).toEqual([]);
  });

  it('are left where the desa has no kader', () => {
    expect(shareFamilies(facts({ neighbourhoods: [place(1, '', 3)], sharers: [sharer(7, [2])] })).left).toEqual([
      { desa: 1, families: 3, reason: 'no-kader' },
    ]);
  });

  it('are shared so that afterwards everybody has the same to do', () => {
    const { shares } = shareFamilies(
      facts({ neighbourhoods: [place(1, '001/001', 100)], sharers: [sharer(7, [1], 60), sharer(8, [1], 0)] }),
    );
    expect(given(shares)).toEqual({ 7: 20, 8: 80 });
  });

  it('count as more work the more months they owe', () => {
    const short = place(1, '001/001', 100, 300);
    const long = place(1, '001/002', 100, 2300);
    const { shares } = shareFamilies(
      facts({ neighbourhoods: [short, long], sharers: [sharer(7, [1]), sharer(8, [1])] }),
    );
    // 1500 months of work and 3500: the first takes all of the short ones and 1000 months of the long ones
    expect(given(shares)).toEqual({ 7: 129, 8: 71 });
  });

  it('stay together with their neighbours of the same RT', () => {
    const places = ['001/001', '001/002', '002/001', '002/002'].map((name) => place(1, name, 21));
    const { shares } = shareFamilies(
      facts({ neighbourhoods: places, sharers: [sharer(7, [1]), sharer(8, [1]), sharer(9, [1])], capacity: null }),
    );
    const cut = shares.filter(({ first, last }) => last - first + 1 < 21);
    expect(cut.length).toBeLessThanOrEqual(4);
    expect(shares.map(({ kader }) => kader)).toEqual(shares.map(({ kader }) => kader).toSorted());
  });

  it('join the neighbours that a kader holds already', () => {
    const held = [
      { kader: 8, desa: 1, place: '001/001', families: 10 },
      { kader: 7, desa: 1, place: '009/001', families: 10 },
    ];
    const { shares } = shareFamilies(
      facts({
        neighbourhoods: [place(1, '001/002', 10), place(1, '009/002', 10)],
        sharers: [sharer(7, [1], 10), sharer(8, [1], 10)],
        held,
      }),
    );
    expect(shares.map(({ place: at, kader }) => [at, kader])).toEqual([
      ['001/002', 8],
      ['009/002', 7],
    ]);
  });
});

describe('capacity', () => {
  const crowded = {
    neighbourhoods: [{ ...place(1, '001/001', 30), priorityFamilies: 8, priorityMonths: 160 }, place(1, '001/002', 30)],
    sharers: [sharer(7, [1], 490), sharer(8, [1], 495)],
  };

  it('is not passed: the rest is left, those of priority last', () => {
    const { shares, left } = shareFamilies(facts(crowded));
    expect(given(shares)).toEqual({ 7: 10, 8: 5 });
    expect(left).toEqual([{ desa: 1, families: 45, reason: 'above-capacity' }]);
    const places = shares.filter((share) => share.place === '001/001').map(({ first, last }) => [first, last]);
    expect(places.some(([first]) => first === 1)).toBe(true);
    expect(
      places.flatMap(([first = 0, last = 0]) => Array.from({ length: last - first + 1 }, (_, i) => first + i)),
    ).toEqual(expect.arrayContaining([1, 2, 3, 4, 5, 6, 7, 8]));
  });

  it('is passed where somebody chose so', () => {
    const { shares, left } = shareFamilies(facts({ ...crowded, aboveCapacity: true }));
    expect(left).toEqual([]);
    const all = given(shares);
    expect((all[7] ?? 0) + (all[8] ?? 0)).toBe(60);
  });

  it('of a kader of two desa is kept for the desa that has no other', () => {
    const { shares, left } = shareFamilies(
      facts({
        neighbourhoods: [place(1, '', 10), place(2, '', 10)],
        sharers: [sharer(7, [1, 2]), sharer(8, [1])],
        capacity: 10,
      }),
    );
    expect(left).toEqual([]);
    expect(shares).toEqual([
      { desa: 2, place: '', first: 1, last: 10, kader: 7 },
      { desa: 1, place: '', first: 1, last: 10, kader: 8 },
    ]);
  });
});

describe('laws of sharing', () => {
  const neighbourhood = fc
    .record({
      desa: fc.integer({ min: 1, max: 4 }),
      place: fc.constantFrom('', '001/001', '001/002', '002/001', '003/007'),
      families: fc.integer({ min: 1, max: 60 }),
      each: fc.integer({ min: 1, max: 24 }),
      priority: fc.nat(60),
    })
    .map(({ each, priority, ...rest }) => {
      const priorityFamilies = Math.min(priority, rest.families);
      return {
        ...rest,
        months: rest.families * each,
        priorityFamilies,
        priorityMonths: priorityFamilies * each,
      };
    });
  const anyFacts = fc.record({
    neighbourhoods: fc.uniqueArray(neighbourhood, {
      selector: ({ desa, place: at }) => `${desa} ${at}`,
      maxLength: 12,
    }),
    sharers: fc
      .uniqueArray(
        fc.record({
          kader: fc.integer({ min: 1, max: 8 }),
          desa: fc.uniqueArray(fc.integer({ min: 1, max: 4 })),
          families: fc.nat(120),
          months: fc.nat(2000),
        }),
        { selector: ({ kader }) => kader, maxLength: 6 },
      )
      .map((list) => list.map((one) => ({ ...one, code: `K-${one.kader}` }))),
    held: fc.constant([]),
    capacity: fc.option(fc.integer({ min: 1, max: 150 })),
    aboveCapacity: fc.boolean(),
  });

  it('every family goes to one kader of its desa or is left, none twice', () => {
    fc.assert(
      fc.property(anyFacts, (told) => {
        const { shares, left } = shareFamilies(told);
        const seen = new Set<string>();
        for (const { desa, place: at, first, last, kader } of shares) {
          expect(told.sharers.find((one) => one.kader === kader)?.desa).toContain(desa);
          for (let position = first; position <= last; position += 1) {
            expect(seen.has(`${desa} ${at} ${position}`)).toBe(false);
            seen.add(`${desa} ${at} ${position}`);
          }
        }
        const total = told.neighbourhoods.reduce((sum, { families }) => sum + families, 0);
        expect(seen.size + left.reduce((sum, { families }) => sum + families, 0)).toBe(total);
      }),
    );
  });

  it('nobody passes capacity unless it was chosen, and families are left only where nobody has room', () => {
    fc.assert(
      fc.property(anyFacts, (told) => {
        const { shares, left } = shareFamilies(told);
        const capacity = told.capacity ?? Number.POSITIVE_INFINITY;
        const got = given(shares);
        if (!told.aboveCapacity) {
          for (const { kader, families } of told.sharers) {
            expect((got[kader] ?? 0) + families).toBeLessThanOrEqual(Math.max(capacity, families));
          }
        }
        for (const { desa, reason } of left) {
          const own = told.sharers.filter((one) => one.desa.includes(desa));
          expect(reason).toBe(own.length === 0 ? 'no-kader' : 'above-capacity');
          for (const { kader, families } of own) expect((got[kader] ?? 0) + families).toBeGreaterThanOrEqual(capacity);
        }
      }),
    );
  });

  it('does not depend on the order in which facts are told', () => {
    fc.assert(
      fc.property(anyFacts, (told) => {
        const turned = {
          ...told,
          neighbourhoods: told.neighbourhoods.toReversed(),
          sharers: told.sharers.toReversed(),
        };
        expect(shareFamilies(turned)).toEqual(shareFamilies(told));
      }),
    );
  });

  it('levels work within a family or a tenth of a share where there is room', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 50, max: 400 }), (count, families) => {
        const sharers = Array.from({ length: count }, (_, index) => sharer(index + 1, [1]));
        const { shares } = shareFamilies(facts({ neighbourhoods: [place(1, '', families)], sharers, capacity: null }));
        const loads = sharers.map(({ kader }) => {
          const mine = given(shares)[kader] ?? 0;
          return workOf({ families: mine, months: mine * 10 });
        });
        const fair = workOf({ families, months: families * 10 }) / count;
        for (const load of loads) expect(Math.abs(load - fair)).toBeLessThanOrEqual(fair * 0.1 + 22 * count);
      }),
    );
  });
});
