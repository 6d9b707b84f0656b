import { describe, expect, it } from 'vitest';
import { duesRates } from './dues.samples.ts';
import { excessOf, type FamilyPayment } from './payment-limit.ts';
import type { DateText } from './period.ts';

/** Two members of class III, Rp 70.000 a month, ten months owed at the end of 2021. */
const payment: FamilyPayment = {
  amount: 70_000,
  kind: 'current',
  paidOn: '2022-01-05' as DateText,
  family: {
    members: 2,
    class: 3,
    listedMonths: 10,
    listedAmount: 700_000,
    listedAsOf: '2021-12-31' as DateText,
    paidMonths: 0,
    paidAmount: 0,
  },
  paidBeforeList: 0,
  duesRates,
  maxBilledMonths: 24,
};

const owed = 700_000;

/** What a changed payment is refused with, or null. */
function excess({ paidAmount = 0, ...changes }: Partial<FamilyPayment> & { paidAmount?: number }) {
  const result = excessOf({ ...payment, ...changes, family: { ...payment.family, paidAmount } }, owed);
  if (!result.ok) return result.reason;
  return result.value && { [result.value.reason]: Object.values(result.value.params)[0] };
}

describe('the most a family can pay', () => {
  it.each(['current', 'advance'] as const)('as %s is the dues of the months that are billed at most', (kind) => {
    expect(excess({ kind, amount: 24 * 70_000 })).toBeNull();
    expect(excess({ kind, amount: 24 * 70_000 + 1 })).toEqual({ 'advance-above-limit': 1_680_000 });
    expect(excess({ kind, amount: 12 * 70_000 + 1, maxBilledMonths: 12 })).toEqual({ 'advance-above-limit': 840_000 });
  });

  it('follows the rates of the months it is for', () => {
    const paidOn = '2020-12-05' as DateText;
    const family = { ...payment.family, listedAsOf: '2020-11-30' as DateText };
    const most = 2 * (25_500 + 23 * 35_000);
    const limit = (amount: number) => excessOf({ ...payment, paidOn, family, amount }, owed);
    expect(limit(most)).toEqual({ ok: true, value: null });
    expect(limit(most + 1)).toMatchObject({ value: { params: { limit: most, months: 24 } } });
  });

  it('ahead is less by what was paid ahead before', () => {
    expect(excess({ kind: 'advance', amount: 1_680_000, paidAmount: 700_000 })).toBeNull();
    expect(excess({ kind: 'advance', amount: 1_000_000, paidAmount: 1_700_000 })).toEqual({
      'advance-above-limit': 680_000,
    });
    expect(excess({ kind: 'advance', amount: 1, paidAmount: 9_000_000 })).toEqual({ 'advance-above-limit': 0 });
  });

  it('of arrears is what is owed', () => {
    expect(excess({ kind: 'arrears', amount: owed })).toBeNull();
    expect(excess({ kind: 'arrears', amount: owed + 1 })).toEqual({ 'amount-above-owed': owed });
  });

  it('before the list, or on its day, is less by what was told of that time already', () => {
    for (const paidOn of ['2021-11-05', '2021-12-31'] as DateText[]) {
      const earlier = { paidOn, paidBeforeList: 600_000 };
      expect(excess({ ...earlier, kind: 'arrears', amount: 100_000 })).toBeNull();
      expect(excess({ ...earlier, kind: 'arrears', amount: 100_001 })).toEqual({ 'amount-above-owed': 100_000 });
      expect(excess({ ...earlier, kind: 'current', amount: 1_080_001 })).toEqual({ 'advance-above-limit': 1_080_000 });
    }
    expect(excess({ kind: 'arrears', amount: owed, paidBeforeList: 600_000 })).toBeNull();
  });

  it('grows by nothing that was taken back', () => {
    const paidOn = '2021-11-05' as DateText;
    expect(excess({ paidOn, kind: 'arrears', amount: owed + 1, paidBeforeList: -500_000 })).toEqual({
      'amount-above-owed': owed,
    });
  });

  it('is not known where there is no rate, and not limited where the policy does not', () => {
    expect(excess({ paidOn: '2010-01-05' as DateText })).toBe('no-dues');
    expect(excess({ amount: 2_000_000_000, maxBilledMonths: null })).toBeNull();
  });
});
