import { expect, it } from 'vitest';
import { gatherPayable, type PayablePart } from './payable.ts';
import type { Period } from './period.ts';

const part: PayablePart = {
  scheme: 7,
  scheme_name: 'Pekanbaru 2017',
  kind: 'percentage',
  rule: 72,
  rate_bp: 1500,
  rule_amount: null,
  months_from: 7,
  months_to: null,
  reversal: false,
  paid_month: '2022-01' as Period,
  late: false,
  count: 2,
  amount: 2_000_000,
  base: 2_000_000,
  commission: 300_000,
  by_rate: 300_000,
};
const late: PayablePart = { ...part, paid_month: '2021-12' as Period, late: true, count: 1 };

it('makes one group of what one rule priced, with its months in order and its late payments', () => {
  expect(gatherPayable([part, late], () => 0)).toEqual([
    {
      scheme: 7,
      scheme_name: 'Pekanbaru 2017',
      kind: 'percentage',
      rule: 72,
      rate_bp: 1500,
      rule_amount: null,
      months_from: 7,
      months_to: null,
      reversal: false,
      count: 3,
      amount: 4_000_000,
      base: 4_000_000,
      commission: 600_000,
      on_top: 0,
      families: 3,
      months: ['2021-12', '2022-01'],
      late: 1,
    },
  ]);
});

it('counts a family that paid twice once', () => {
  expect(gatherPayable([part, late], () => 1)[0]).toMatchObject({ count: 3, families: 2 });
});

it('keeps apart what another rule priced, and what is taken back, which is never late', () => {
  const reversal = { ...late, reversal: true, amount: -1, base: -1, commission: -1, by_rate: 0 };
  const groups = gatherPayable([part, { ...part, rule: 71, rate_bp: 1000 }, reversal], () => 0);
  expect(groups.map(({ rule, late: lateOnes, on_top }) => [rule, lateOnes, on_top])).toEqual([
    [72, 0, 0],
    [71, 0, 0],
    [72, 0, 0],
  ]);
});

it.each([
  ['percentage', { commission: 310_000 }, 10_000],
  ['flat_payment', { rate_bp: null, rule_amount: 5_000, commission: 15_000 }, 5_000],
  ['flat_participant', { rate_bp: null, rule_amount: 2_500, commission: 15_000 }, 0],
] as const)('tells what flat rules gave on top of %s', (kind, changes, on_top) => {
  expect(gatherPayable([{ ...part, kind, ...changes }], () => 0)[0]).toMatchObject({ on_top });
});
