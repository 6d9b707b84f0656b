import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priceReversal } from './commission.ts';
import type { Period } from './period.ts';
import { correctionOf, type OriginalCollection } from './reversal.ts';

const month = (text: string) => text as Period;
const books = { firstMonth: month('2021-01'), closedThrough: month('2022-01') };

const original: OriginalCollection = {
  amount: 2_400_000,
  paid_month: month('2022-01'),
  month: month('2022-01'),
  kader: 3,
  months_owed: 8,
  months_covered: 8,
  scheme: 7,
  rule: 72,
  rate_bp: 1500,
  base: 2_400_000,
  commission: 360_000,
  status: 'verified',
  pay_month: month('2022-01'),
  reverses: null,
  explanation: '15% dari Rp 2.400.000 tunggakan (8 bulan) = Rp 360.000, menurut Skema Pekanbaru 2017.',
  explanation_en: '15% of Rp 2.400.000 arrears (8 months) = Rp 360.000, by Skema Pekanbaru 2017.',
};

function reverse(amount: number, alreadyReversed = 0, changes: Partial<OriginalCollection> = {}) {
  const result = priceReversal({ ...original, ...changes }, amount, alreadyReversed, books);
  if (!result.ok) throw new Error(`Refused: ${result.reason}`);
  return result.value;
}

function refusal(amount: number, alreadyReversed = 0, changes: Partial<OriginalCollection> = {}) {
  const result = priceReversal({ ...original, ...changes }, amount, alreadyReversed, books);
  return result.ok ? null : result;
}

describe('the right correction', () => {
  it.each([
    ['a void while the month is open', { month: month('2022-02') }, { ok: true, value: 'void' }],
    ['a reversal once it is closed', {}, { ok: true, value: 'reversal' }],
    ['none of what is void', { status: 'void' }, { ok: false, reason: 'reversal-invalid' }],
    ['none of a reversal of a closed month', { reverses: 5 }, { ok: false, reason: 'reversal-invalid' }],
    ['a void of a reversal in an open month', { reverses: 5, month: month('2022-02') }, { ok: true, value: 'void' }],
  ] as const)('is %s', (_, changes, expected) => {
    expect(correctionOf({ ...original, ...changes }, books)).toMatchObject(expected);
  });
});

describe('a reversal', () => {
  it('takes back exactly what the collection gave, in the oldest open month', () => {
    expect(reverse(2_400_000)).toMatchObject({
      paid_month: '2022-01',
      month: '2022-02',
      late: true,
      kader: 3,
      months_covered: -8,
      rate_bp: 1500,
      base: -2_400_000,
      commission: -360_000,
      pay_month: '2022-02',
      explanation:
        'Pembalikan Rp 2.400.000 dari Rp 2.400.000: imbal jasa Rp 360.000 ditarik kembali, menurut tarif semula 15% dari dasar Rp 2.400.000; dibulatkan sehingga pembalikan penuh tepat sama dengan semula, yaitu: 15% dari Rp 2.400.000 tunggakan (8 bulan) = Rp 360.000, menurut Skema Pekanbaru 2017.',
    });
  });

  it('of a part goes by the original rate', () => {
    expect(reverse(100_000)).toMatchObject({ base: -100_000, commission: -15_000, months_covered: 0 });
  });

  it('of a part is rounded as a payment of that part would have been', () => {
    const small = { amount: 33, base: 33, rate_bp: 1000, commission: 3 };
    expect(reverse(5, 0, small).commission).toBe(-1);
    expect(reverse(28, 5, small).commission).toBe(-2);
  });

  it('lowers no pay when the collection was never payable', () => {
    expect(reverse(2_400_000, 0, { status: 'recorded', pay_month: null }).pay_month).toBeNull();
  });

  it('of unallocated money is unallocated too', () => {
    const money = {
      status: 'unallocated',
      base: 0,
      commission: 0,
      rate_bp: null,
      months_covered: 0,
      pay_month: null,
    } as const;
    expect(reverse(2_400_000, 0, money)).toMatchObject({ status: 'unallocated', commission: 0 });
  });

  it.each([0, -5, 0.5])('of %d is refused', (amount) => {
    expect(refusal(amount)?.reason).toBe('amount-invalid');
  });

  it('of more than is left is refused with what is left', () => {
    expect(refusal(400_001, 2_000_000)).toMatchObject({
      reason: 'already-reversed',
      params: { reversed: 2_000_000, left: 400_000 },
    });
  });

  it.each([2_400_000, 0])('of what was wholly taken back is refused as such (%d)', (amount) => {
    expect(refusal(amount, 2_400_000)).toMatchObject({
      reason: 'already-reversed',
      params: { reversed: 2_400_000, left: 0 },
    });
  });

  it('in an open month is refused with the way out in both languages', () => {
    const refused = refusal(1, 0, { month: month('2022-02') });
    expect(refused).toMatchObject({ reason: 'reversal-invalid' });
    expect(refused?.params).toMatchObject({
      why: expect.stringContaining('batalkan'),
      why_en: expect.stringContaining('void'),
    });
  });

  it('in any parts sums to exactly the collection, every part in the same direction', () => {
    const collections = fc
      .record({
        amount: fc.integer({ min: 1, max: 5_000_000 }),
        rate_bp: fc.option(fc.integer({ min: 0, max: 10_000 })),
        flat: fc.nat(20_000),
        onArrears: fc.boolean(),
        months_covered: fc.nat(24),
      })
      .map(({ amount, rate_bp, flat, onArrears, months_covered }) => {
        const base = onArrears ? amount : 0;
        const commission = Math.round((base * (rate_bp ?? 0)) / 10_000) + flat;
        return { ...original, amount, rate_bp, base, commission, months_covered };
      });
    fc.assert(
      fc.property(
        collections,
        fc.array(fc.integer({ min: 1, max: 1_000_000 }), { maxLength: 5 }),
        (collection, wanted) => {
          const cuts = wanted.map((cut) => cut % collection.amount).filter((cut) => cut > 0);
          const edges = [...new Set([0, ...cuts, collection.amount])].sort((one, other) => one - other);
          const parts = edges
            .slice(1)
            .map((edge, place) => reverse(edge - (edges[place] ?? 0), edges[place], collection));
          const sum = (column: 'base' | 'commission' | 'months_covered') =>
            parts.reduce((total, part) => total + part[column], 0);
          expect(sum('base')).toBe(0 - collection.base);
          expect(sum('commission')).toBe(0 - collection.commission);
          expect(sum('months_covered')).toBe(0 - collection.months_covered);
          expect(parts.every((part) => part.commission <= 0 && part.base <= 0 && part.months_covered <= 0)).toBe(true);
        },
      ),
    );
  });
});
