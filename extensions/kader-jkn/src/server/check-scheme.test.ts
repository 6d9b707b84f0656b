import { describe, expect, it } from 'vitest';
import { ruleOf } from '../core/pricing.samples.ts';
import type { RulesChange } from '../core/scheme-change.ts';
import { soundRulesAfter } from './check-scheme.ts';

const percent = (id: number, months_from: number, months_to: number | null) =>
  ruleOf({ id, sort: id, months_from, months_to, rate_bp: 1000 });
const stored = [percent(1, 1, 6), percent(2, 6, null)];

describe('the rules of a scheme as they are saved', () => {
  it('are given back where they are sound', () => {
    expect(soundRulesAfter(stored, undefined)).toEqual(stored);
  });

  it('are refused by their first flaw', () => {
    expect(() => soundRulesAfter(stored, { update: [{ id: 1, months_to: 5 }] })).toThrow(/5 sampai 5/);
  });

  it('are refused where they are no rules', () => {
    expect(() => soundRulesAfter(stored, 'x' as unknown as RulesChange)).toThrow(/rules/);
  });
});
