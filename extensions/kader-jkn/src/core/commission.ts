/** The price of a collection: fixed when it is recorded, and never changed by a later rate (design 5.3 to 5.5). */
import type { FamilyAccount } from './arrears.ts';
import { creditedKader, type Holder } from './assignment.ts';
import type { DuesRateRow } from './dues.ts';
import {
  type Earning,
  type Explanation,
  explainAboveOwed,
  explainEarned,
  explainEnded,
  explainNoHolder,
  explainNoRule,
  explainNotArrears,
  explainUnknownFamily,
} from './explanation.ts';
import { type Rupiah, rupiah, shareOf } from './money.ts';
import {
  type Books,
  bookMonth,
  type DateText,
  dateOf,
  monthOf,
  type Period,
  parseMoment,
  type TimeZone,
} from './period.ts';
import { accept, type Result, refuse } from './result.ts';
import { paymentKinds, ruleFor, type Scheme, type SchemeRule } from './scheme.ts';
import { type Standing, standingAt } from './standing.ts';

export type PaymentPurpose = 'arrears' | 'current' | 'advance';

export interface PricingInput {
  /** whole rupiah */
  amount: number;
  /** ISO 8601 with a zone */
  paidAt: string;
  kind: PaymentPurpose;
  /** ISO 8601 with a zone */
  now: string;
  recorder: 'person' | 'integration';
  books: Books & { timezone: TimeZone };
  /** null: a family nobody knows, which only an integration reports */
  family: FamilyAccount | null;
  /** who held the family on the local date of paidAt */
  holder: Holder | null;
  policy: { verificationRequired: boolean; maxBilledMonths: number } | null;
  scheme: Scheme | null;
  duesRates: readonly DuesRateRow[];
}

/** The derived columns of `collection`. */
export interface PricedCollection extends Explanation {
  paid_month: Period;
  month: Period;
  late: boolean;
  kader: number | null;
  months_owed: number | null;
  months_covered: number;
  scheme: number | null;
  /** the percentage rule, or the first flat one when none matched */
  rule: number | null;
  rate_bp: number | null;
  base: Rupiah;
  commission: Rupiah;
  status: 'recorded' | 'unallocated';
  /** the month whose statement pays the commission; null: not before it is verified */
  pay_month: Period | null;
}

type Booking = Pick<PricedCollection, 'paid_month' | 'month' | 'late'>;
type Imbalan = Pick<PricedCollection, 'scheme' | 'rule' | 'rate_bp' | 'base' | 'commission'> & Explanation;

/** Amounts are kept in a four-byte column. */
const largestAmount = 2_147_483_647;

/**
 * Prices one payment. Refused as amount-invalid, paid-at-invalid, paid-at-future, binaan-unknown, no-policy, no-dues,
 * no-scheme or amount-above-owed {owed}; what an integration reports of an unknown family, or above what is owed, is
 * accepted as `unallocated` instead.
 */
export function priceCollection(input: PricingInput): Result<PricedCollection> {
  const moment = checkPayment(input);
  if (!moment.ok) return moment;
  const paidOn = dateOf(moment.value, input.books.timezone);
  const booking = bookingOf(paidOn, input.books);

  if (input.family === null) {
    if (input.recorder === 'person') return refuse('binaan-unknown');
    return accept(unallocated(booking, null, explainUnknownFamily()));
  }
  if (input.policy === null) return refuse('no-policy', { date: paidOn });

  const { family, policy, amount } = input;
  const standing = standingAt(family, input.duesRates, paidOn, amount, policy.maxBilledMonths);
  if (!standing.ok) return standing;
  const { months, amount: owed, covered } = standing.value;
  if (input.kind === 'arrears' && amount > owed) {
    if (input.recorder === 'person') return refuse('amount-above-owed', { owed });
    return accept(unallocated(booking, months, explainAboveOwed(amount, owed)));
  }

  const kader = creditedKader(input.holder, paidOn);
  const imbalan = kader === null ? accept(withoutHolder(input, paidOn)) : withHolder(input, paidOn, standing.value);
  if (!imbalan.ok) return imbalan;
  return accept({
    ...booking,
    kader,
    months_owed: months,
    months_covered: covered,
    ...imbalan.value,
    status: 'recorded',
    pay_month: policy.verificationRequired ? null : booking.month,
  });
}

function checkPayment({ amount, paidAt, now }: PricingInput): Result<Date> {
  if (!Number.isInteger(amount) || amount <= 0 || amount > largestAmount) return refuse('amount-invalid');
  const moment = parseMoment(paidAt);
  if (moment === null) return refuse('paid-at-invalid');
  if (moment.getTime() > new Date(now).getTime()) return refuse('paid-at-future');
  return accept(moment);
}

function bookingOf(paidOn: DateText, { firstMonth, closedThrough }: Books): Booking {
  const paidMonth = monthOf(paidOn);
  return { paid_month: paidMonth, ...bookMonth({ paidMonth, firstMonth, closedThrough }) };
}

function unallocated(booking: Booking, monthsOwed: number | null, explanation: Explanation): PricedCollection {
  return {
    ...booking,
    kader: null,
    months_owed: monthsOwed,
    months_covered: 0,
    ...unpaid(null, 0, explanation),
    status: 'unallocated',
    pay_month: null,
  };
}

function unpaid(scheme: number | null, base: number, explanation: Explanation): Imbalan {
  return { scheme, rule: null, rate_bp: null, base: rupiah(base), commission: rupiah(0), ...explanation };
}

function withoutHolder(input: PricingInput, paidOn: DateText): Imbalan {
  const base = input.kind === 'arrears' || input.scheme?.base === 'amount' ? input.amount : 0;
  const endedOn = input.holder?.endedOn ?? null;
  const explanation = endedOn === null ? explainNoHolder(paidOn) : explainEnded(endedOn, paidOn);
  return unpaid(null, base, explanation);
}

function withHolder(input: PricingInput, paidOn: DateText, standing: Standing): Result<Imbalan> {
  const { scheme, amount, kind } = input;
  if (scheme === null) return refuse('no-scheme', { date: paidOn });
  if (kind !== 'arrears' && scheme.base === 'arrears')
    return accept(unpaid(scheme.id, 0, explainNotArrears(scheme, kind)));

  const members = input.family?.members ?? 0;
  const earnings = earningsOf(scheme.rules, amount, standing.months, members);
  const [first] = earnings;
  if (first === undefined) return accept(unpaid(scheme.id, amount, explainNoRule(scheme, standing.months)));
  const commission = rupiah(earnings.reduce((sum, earning) => sum + earning.amount, 0));
  const { rest, months: monthsOwed } = standing;
  return accept({
    scheme: scheme.id,
    rule: first.rule.id,
    rate_bp: first.rule.kind === 'percentage' ? first.rule.rate_bp : null,
    base: rupiah(amount),
    commission,
    ...explainEarned({ scheme, earnings, base: amount, monthsOwed, members, commission, rest }),
  });
}

/** At most one rule of each kind matches; the percentage comes first, the flat ones add to it. */
function earningsOf(rules: readonly SchemeRule[], base: number, monthsOwed: number, members: number): Earning[] {
  const matching = paymentKinds.map((kind) => ruleFor(rules, kind, monthsOwed)).filter((rule) => rule !== null);
  return matching.map((rule) => ({ rule, amount: earningOf(rule, base, members) }));
}

function earningOf(rule: SchemeRule, base: number, members: number): number {
  if (rule.kind === 'percentage') return shareOf(base, rule.rate_bp ?? 0);
  return (rule.amount ?? 0) * (rule.kind === 'flat_participant' ? members : 1);
}

export { priceReversal } from './reversal.ts';
export { checkScheme } from './scheme-check.ts';
