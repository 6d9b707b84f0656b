import { describe, expect, it } from 'vitest';
import { ruleOf } from './pricing.samples.ts';
import { type RulesChange, rulesAfter } from './scheme-change.ts';

const percent = (id: number, months_from: number, months_to: number | null) =>
  ruleOf({ id, sort: id, months_from, months_to, rate_bp: 1000 });
const stored = [percent(1, 1, 6), percent(2, 6, null)];

function bandsAfter(change: RulesChange) {
  const after = rulesAfter(stored, change);
  return after.ok ? after.value.map(({ months_from, months_to }) => [months_from, months_to]) : after.reason;
}

describe('the rules of a scheme after a save', () => {
  it('are those stored where nothing is said of them', () => {
    expect(rulesAfter(stored, undefined)).toEqual({ ok: true, value: stored });
  });

  it('follow what is created, updated and deleted', () => {
    const change = { create: [{ months_from: 9, rate_bp: 500 }], update: [{ id: 1, months_to: 9 }], delete: ['2'] };
    expect(bandsAfter(change)).toEqual([
      [1, 9],
      [9, null],
    ]);
  });

  it('are the ones listed, where all are listed: kept by id, changed, or new', () => {
    expect(bandsAfter([2, { id: 1, months_to: 4 }, { months_from: 4, months_to: 6 }])).toEqual([
      [6, null],
      [1, 4],
      [4, 6],
    ]);
  });

  it.each([[['a', []]], ['rules'], [{ create: 'x' }], [7]])('cannot be read from %j', (change) => {
    expect(bandsAfter(change as unknown as RulesChange)).toBe('value-invalid');
  });
});
