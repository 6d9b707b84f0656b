import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkDistrict,
  checkWindows,
  type EligibleFamily,
  kaderEligibility,
  teleEligibility,
  type WindowPolicy,
} from './eligibility.ts';

const open: WindowPolicy = {
  kader_window_min: null,
  kader_window_max: null,
  tele_window_min: null,
  tele_window_max: null,
  priority_min: null,
  outside_list_allowed: false,
};
const surakarta: WindowPolicy = {
  ...open,
  kader_window_min: 12,
  kader_window_max: 24,
  tele_window_min: 2,
  tele_window_max: 23,
};
const lampungBefore: WindowPolicy = { ...open, kader_window_min: 4 };
const lampung2020: WindowPolicy = { ...open, kader_window_min: 19 };
const semarang: WindowPolicy = { ...open, priority_min: 7 };
const samarinda: WindowPolicy = { ...open, kader_window_min: 3, outside_list_allowed: true };

function owing(owed_months: number, changes: Partial<EligibleFamily> = {}): EligibleFamily {
  return { status: 'active', owed_months, source: 'list', area: 1001, ...changes };
}

describe("the windows of Surakarta: a kader's 12 to 24 months, telekolekting's 2 to 23", () => {
  it.each([
    [1, false, false],
    [2, false, true],
    [11, false, true],
    [12, true, true],
    [23, true, true],
    [24, true, false],
    [25, false, false],
  ])('%i months: kader %s, telekolekting %s', (months, kader, tele) => {
    expect(kaderEligibility(owing(months), [], surakarta).eligible).toBe(kader);
    expect(teleEligibility(owing(months), surakarta).eligible).toBe(tele);
  });

  it('gives the reason', () => {
    expect(kaderEligibility(owing(11), [], surakarta).reasons).toEqual(['below-window']);
    expect(teleEligibility(owing(24), surakarta).reasons).toEqual(['above-window']);
  });
});

describe('the windows of the other programmes', () => {
  it.each([
    ['Lampung before the restructuring', lampungBefore, 3, false],
    ['Lampung before the restructuring', lampungBefore, 4, true],
    ['Lampung 2020', lampung2020, 18, false],
    ['Lampung 2020', lampung2020, 19, true],
    ['Lampung 2020', lampung2020, 60, true],
    ['Samarinda', samarinda, 2, false],
    ['Samarinda', samarinda, 3, true],
  ])('%s (%o): %i months %s', (_, policy, months, expected) => {
    expect(kaderEligibility(owing(months), [], policy).eligible).toBe(expected);
  });

  it.each([
    [6, false],
    [7, true],
  ])('Semarang: %i months may pay, comes first %s', (months, priority) => {
    expect(kaderEligibility(owing(months), [], semarang)).toEqual({ eligible: true, priority, reasons: [] });
  });
});

describe('a family outside the list', () => {
  const outside = owing(5, { source: 'outside_list' });

  it.each([
    ['in an own desa where the policy allows it', outside, [1000, 1001], samarinda, []],
    ['in another desa', outside, [1000], samarinda, ['outside-own-desa']],
    ['in a desa nobody knows', { ...outside, area: null }, [1001], samarinda, ['outside-own-desa']],
    ['where the policy does not allow it', outside, [1001], semarang, ['outside-list-not-allowed']],
  ])('%s', (_, family, desa, policy, reasons) => {
    expect(kaderEligibility(family, desa, policy)).toMatchObject({ eligible: reasons.length === 0, reasons });
  });

  it('may be reminded by telekolekting by its window alone', () => {
    expect(teleEligibility(outside, surakarta).eligible).toBe(true);
  });
});

describe("a family that is nobody's to remind", () => {
  it.each([
    ['not active', owing(14, { status: 'muted' }), 'not-active'],
    ['owing nothing', owing(0), 'nothing-owed'],
  ])('%s', (_, family, reason) => {
    expect(kaderEligibility(family, [], surakarta)).toMatchObject({ eligible: false, reasons: [reason] });
    expect(teleEligibility(family, surakarta)).toMatchObject({ eligible: false, reasons: [reason] });
  });
});

describe('laws of windows', () => {
  const bound = fc.option(fc.nat(30));

  it('the two answers are independent', () => {
    fc.assert(
      fc.property(bound, bound, fc.integer({ min: 1, max: 30 }), (min, max, months) => {
        const changed = { ...surakarta, tele_window_min: min, tele_window_max: max };
        expect(kaderEligibility(owing(months), [], changed)).toEqual(kaderEligibility(owing(months), [], surakarta));
        const inside = (min === null || months >= min) && (max === null || months <= max);
        expect(teleEligibility(owing(months), changed).eligible).toBe(inside);
      }),
    );
  });
});

describe('a policy when it is saved', () => {
  it('has no window whose lower bound is above its upper', () => {
    expect(checkWindows(surakarta)).toEqual([]);
    expect(checkWindows({ ...surakarta, kader_window_min: 24 })).toEqual([]);
    expect(checkWindows({ ...surakarta, kader_window_min: 25, tele_window_max: 1 })).toEqual([
      { reason: 'window-invalid', params: { field: 'kader_window_min' } },
      { reason: 'window-invalid', params: { field: 'tele_window_min' } },
    ]);
  });
});

describe("a kader's desa", () => {
  const laweyan = { id: 337201, name: 'Laweyan' };

  it('lies in the kecamatan of the kader', () => {
    expect(checkDistrict(laweyan, 337201, false)).toEqual({ ok: true, value: null });
    expect(checkDistrict(laweyan, 337202, false)).toEqual({
      ok: false,
      reason: 'district-mismatch',
      params: { district: 'Laweyan' },
    });
    expect(checkDistrict(laweyan, null, false).ok).toBe(false);
  });

  it('may lie anywhere where the policy allows several, or the kader has none yet', () => {
    expect(checkDistrict(laweyan, 337202, true).ok).toBe(true);
    expect(checkDistrict(null, 337202, false).ok).toBe(true);
  });
});
