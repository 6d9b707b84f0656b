/** The price of a collection: fixed when it is recorded, and never changed by a later rate (design 5.3 to 5.5). */
import type { FamilyAccount } from './arrears.ts';
import { creditedKader, type Holder } from './assignment.ts';
import type { DuesRateRow } from './dues.ts';
import { earnedBy, type PaymentPurpose, paysOn } from './earning.ts';
import {
  type Explanation,
  explainEarned,
  explainEnded,
  explainLate,
  explainNoHolder,
  explainNoRule,
  explainNotArrears,
  explainUnknownFamily,
} from './explanation.ts';
import { type Rupiah, rupiah } from './money.ts';
import { excessOf } from './payment-limit.ts';
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
import type { Scheme } from './scheme.ts';
import { type PaymentSplit, splitPayment } from './split-payment.ts';
import { type Standing, stoodAt } from './standing.ts';

export type { PaymentPurpose } from './earning.ts';

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
  /** rupiah of the family told since its list and dated no later than it */
  paidBeforeList: number;
  /** who held the family on the local date of paidAt */
  holder: Holder | null;
  /** maxBilledMonths null: no limit */
  policy: { verificationRequired: boolean; maxBilledMonths: number | null } | null;
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
  /** which months those were, and what each member paid; null: it covers none that are known */
  split: PaymentSplit | null;
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
 * no-scheme, amount-above-owed {owed} or advance-above-limit {limit, months}; what an integration reports of an unknown
 * family, or above what the family can pay, is accepted as `unallocated` instead.
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
  const stood = stoodAt(family, input.duesRates, paidOn, amount, policy.maxBilledMonths);
  if (!stood.ok) return stood;
  const { standing, cover } = stood.value;
  const { months, amount: owed, covered } = standing;
  const excess = excessOf({ ...input, family, paidOn, maxBilledMonths: policy.maxBilledMonths }, owed);
  if (!excess.ok) return excess;
  if (excess.value !== null) {
    const { reason, params, explanation } = excess.value;
    return input.recorder === 'person' ? refuse(reason, params) : accept(unallocated(booking, months, explanation));
  }

  const kader = creditedKader(input.holder, paidOn);
  const imbalan = kader === null ? accept(withoutHolder(input, paidOn)) : withHolder(input, paidOn, standing);
  if (!imbalan.ok) return imbalan;
  return accept({
    ...booking,
    kader,
    months_owed: months,
    months_covered: covered,
    split: splitPayment(cover, family, input.duesRates),
    ...imbalan.value,
    ...sayingLate(imbalan.value, booking),
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

function sayingLate({ explanation, explanation_en }: Explanation, { paid_month, month, late }: Booking): Explanation {
  const said = { explanation, explanation_en };
  return late ? explainLate(said, paid_month, month) : said;
}

function unallocated(booking: Booking, monthsOwed: number | null, explanation: Explanation): PricedCollection {
  return {
    ...booking,
    kader: null,
    months_owed: monthsOwed,
    months_covered: 0,
    split: null,
    ...unpaid(null, 0, sayingLate(explanation, booking)),
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
  if (!paysOn(scheme, kind)) return accept(unpaid(scheme.id, 0, explainNotArrears(scheme, kind)));

  const members = input.family?.members ?? 0;
  const { earnings, commission } = earnedBy(scheme, { amount, kind, monthsOwed: standing.months, members });
  const [first] = earnings;
  if (first === undefined) return accept(unpaid(scheme.id, amount, explainNoRule(scheme, standing.months)));
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

export { priceReversal } from './reversal.ts';
export { checkScheme } from './scheme-check.ts';
