/** A family, a scheme and a payment as the tests of pricing begin with them. */
import type { PricingInput } from './commission.ts';
import { duesRates } from './dues.samples.ts';
import type { DateText, Period } from './period.ts';
import type { Scheme, SchemeRule } from './scheme.ts';

export function ruleOf(values: Partial<SchemeRule>): SchemeRule {
  return {
    id: 1,
    sort: null,
    kind: 'percentage',
    months_from: null,
    months_to: null,
    rate_bp: null,
    amount: null,
    attainment_from_bp: null,
    attainment_to_bp: null,
    bonus_mode: null,
    share_bp: null,
    tax_number: null,
    ...values,
  };
}

/** 10% up to 6 months owed, 15% above. */
export const pekanbaru: Scheme = {
  id: 7,
  name: 'Pekanbaru 2017',
  base: 'arrears',
  rules: [
    ruleOf({ id: 71, sort: 1, months_from: 1, months_to: 7, rate_bp: 1000 }),
    ruleOf({ id: 72, sort: 2, months_from: 7, months_to: null, rate_bp: 1500 }),
  ],
};

/** Two members of class I, eight months at 150,000: Rp 2.400.000 owed at the end of 2021, paid in January 2022. */
export const payment: PricingInput = {
  amount: 2_400_000,
  paidAt: '2022-01-05T03:00:00Z',
  kind: 'arrears',
  now: '2022-01-20T00:00:00Z',
  recorder: 'person',
  books: { timezone: 'Asia/Jakarta', firstMonth: '2021-01' as Period, closedThrough: '2021-12' as Period },
  family: {
    members: 2,
    class: 1,
    listedMonths: 8,
    listedAmount: 2_400_000,
    listedAsOf: '2021-12-31' as DateText,
    paidMonths: 0,
    paidAmount: 0,
  },
  paidBeforeList: 0,
  holder: { kader: 3, endedOn: null },
  policy: { verificationRequired: true, maxBilledMonths: 24 },
  scheme: pekanbaru,
  duesRates,
};
