import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReportFigures } from '../../contract/monev-report.ts';
import { figuresHash } from './figures-hash.ts';

const figures = (value: unknown) => value as ReportFigures;

describe('the fingerprint of figures', () => {
  it('does not depend on the order in which they are told', () => {
    expect(figuresHash(figures({ month: '2022-01', branch: 1, now: { zero: 2, kader: 45 } }))).toBe(
      figuresHash(figures({ now: { kader: 45, zero: 2 }, branch: 1, month: '2022-01' })),
    );
  });

  it('survives being kept as JSON', () => {
    fc.assert(
      fc.property(fc.object({ withNullPrototype: false }), (value) => {
        const kept = JSON.parse(JSON.stringify(value));
        return figuresHash(figures(kept)) === figuresHash(figures(JSON.parse(JSON.stringify(kept))));
      }),
    );
  });

  it('changes with any figure, and with the order of a list', () => {
    expect(figuresHash(figures({ now: { zero: 2 } }))).not.toBe(figuresHash(figures({ now: { zero: 3 } })));
    expect(figuresHash(figures({ list: [1, 2] }))).not.toBe(figuresHash(figures({ list: [2, 1] })));
  });
});
