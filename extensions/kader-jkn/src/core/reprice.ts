/**
 * What a past month would have paid under another scheme. Everything else is as it was: the payments, the months then owed,
 * the target, corrections by hand, the tax number. A family counts the members it is given.
 */
import { earnedBy, type PricedPayment } from './earning.ts';
import type { Enrolments } from './enrolment.ts';
import type { PayableGroup } from './payable.ts';
import { priceReversal } from './reversal.ts';
import type { Scheme } from './scheme.ts';
import { makeStatement, type Statement } from './statement.ts';

/** Payments alike in all that their price depends on. */
export interface PaymentGroup extends PricedPayment {
  count: number;
}

/** A collection that takes back (part of) another. */
export interface Reversal {
  /** positive rupiah taken back by this one, and by those before it */
  part: number;
  reversedBefore: number;
  original: PricedPayment & {
    month: PayableGroup['months'][number];
    /** as it was paid; null: it was paid within the span, so it is priced anew too */
    paid: { base: number; commission: number; rate_bp: number | null } | null;
  };
}

/** What the statement of the month had, besides its payments. */
export interface StatementFacts {
  /** rupiah credited in the books of the month */
  collected: number;
  target: number | null;
  /** rupiah corrected by hand, signed */
  corrections: number;
  enrolments: Enrolments;
  hasTaxNumber: boolean;
  /** rupiah still to be set off, by the statement before it under the same scheme */
  carriedIn: number;
}

export interface RepricedMonth {
  payments: readonly PaymentGroup[];
  reversals: readonly Reversal[];
  facts: StatementFacts;
}

/** The statement that a kader's month would have had. */
export function repriceStatement(scheme: Scheme, { payments, reversals, facts }: RepricedMonth): Statement {
  const { corrections, ...rest } = facts;
  return makeStatement({
    ...rest,
    payable: [repricePayments(scheme, payments), repriceReversals(scheme, reversals)].filter(({ count }) => count > 0),
    scheme,
    corrections: corrections === 0 ? [] : [{ id: 0, amount: corrections, reason: '' }],
  });
}

/** Rounded once a payment, as when it is recorded. */
function repricePayments(scheme: Scheme, payments: readonly PaymentGroup[]): PayableGroup {
  return payments.reduce<PayableGroup>(
    (sum, payment) => {
      const { base, commission } = earnedBy(scheme, payment);
      return add(sum, payment.count, payment.amount, base, commission);
    },
    { ...nothing, kind: 'percentage' },
  );
}

function repriceReversals(scheme: Scheme, reversals: readonly Reversal[]): PayableGroup {
  return reversals.reduce<PayableGroup>(
    (sum, reversal) => {
      const { base, commission } = repriceReversal(scheme, reversal);
      return add(sum, 1, -reversal.part, base, commission);
    },
    { ...nothing, reversal: true },
  );
}

/** A reversal takes back at the rate that paid its original (design 5.6). */
function repriceReversal(scheme: Scheme, { part, reversedBefore, original }: Reversal) {
  const { amount, month, paid } = original;
  const priced = priceReversal(
    {
      amount,
      ...(paid ?? pricedAnew(scheme, original)),
      paid_month: month,
      month,
      kader: null,
      months_owed: original.monthsOwed,
      months_covered: 0,
      scheme: scheme.id,
      rule: null,
      status: 'recorded',
      pay_month: month,
      reverses: null,
      explanation: '',
      explanation_en: '',
    },
    part,
    reversedBefore,
    { firstMonth: month, closedThrough: month },
  );
  return priced.ok ? priced.value : { base: 0, commission: 0 };
}

function pricedAnew(scheme: Scheme, payment: PricedPayment) {
  const { base, earnings, commission } = earnedBy(scheme, payment);
  const [first] = earnings;
  return { base, commission, rate_bp: first?.rule.kind === 'percentage' ? first.rule.rate_bp : null };
}

function add(sum: PayableGroup, count: number, amount: number, base: number, commission: number): PayableGroup {
  return {
    ...sum,
    count: sum.count + count,
    amount: sum.amount + count * amount,
    base: sum.base + count * base,
    commission: sum.commission + count * commission,
  };
}

const nothing: PayableGroup = {
  scheme: null,
  scheme_name: null,
  kind: null,
  rule: null,
  rate_bp: null,
  rule_amount: null,
  months_from: null,
  months_to: null,
  reversal: false,
  count: 0,
  amount: 0,
  base: 0,
  commission: 0,
  on_top: 0,
  families: 0,
  months: [],
  late: 0,
};
