import { describe, expect, it } from 'vitest';
import type { SchemeRule } from '../core/scheme.ts';
import { refuseFlawedRules, rulesAfter } from './check-scheme.ts';

const rule = (id: number, months_from: number, months_to: number | null): SchemeRule => ({
  id,
  sort: id,
  kind: 'percentage',
  months_from,
  months_to,
  rate_bp: 1000,
  amount: null,
  attainment_from_bp: null,
  attainment_to_bp: null,
  bonus_mode: null,
  share_bp: null,
});
const stored = [rule(1, 1, 6), rule(2, 6, null)];
const bands = (rules: readonly SchemeRule[]) => rules.map(({ months_from, months_to }) => [months_from, months_to]);

describe('the rules of a scheme after a save', () => {
  it('are those stored where nothing is said of them', () => {
    expect(rulesAfter(stored, undefined)).toEqual(stored);
  });

  it('follow what is created, updated and deleted', () => {
    const change = { create: [{ months_from: 9, rate_bp: 500 }], update: [{ id: 1, months_to: 9 }], delete: ['2'] };
    expect(bands(rulesAfter(stored, change))).toEqual([
      [1, 9],
      [9, null],
    ]);
  });

  it('are the ones listed, where all are listed: kept by id, changed, or new', () => {
    expect(bands(rulesAfter(stored, [2, { id: 1, months_to: 4 }, { months_from: 4, months_to: 6 }]))).toEqual([
      [6, null],
      [1, 4],
      [4, 6],
    ]);
  });
});

describe('flawed rules', () => {
  it('are refused by their first flaw', () => {
    expect(() => refuseFlawedRules(stored)).not.toThrow();
    expect(() => refuseFlawedRules([rule(1, 1, 5), rule(2, 6, null)])).toThrow(/5 sampai 5/);
  });
});
