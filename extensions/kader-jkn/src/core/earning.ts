/** What the rules of a scheme give for one payment (design 5.3). */
import type { Earning } from './explanation.ts';
import { type Rupiah, rupiah, shareOf } from './money.ts';
import { paymentKinds, ruleFor, type Scheme, type SchemeRule } from './scheme.ts';

export type PaymentPurpose = 'arrears' | 'current' | 'advance';

/** A payment as far as its price depends on it. */
export interface PricedPayment {
  /** whole rupiah */
  amount: number;
  kind: PaymentPurpose;
  /** whole months just before it was paid */
  monthsOwed: number;
  /** of the family */
  members: number;
}

/** Whether a scheme pays on payments of a purpose: dues that are no arrears only where its base is the whole amount. */
export function paysOn({ base }: Pick<Scheme, 'base'>, kind: PaymentPurpose): boolean {
  return kind === 'arrears' || base === 'amount';
}

/** At most one rule of each kind matches; the percentage comes first, the flat ones add to it. */
export function earningsOf(rules: readonly SchemeRule[], base: number, monthsOwed: number, members: number): Earning[] {
  const matching = paymentKinds.map((kind) => ruleFor(rules, kind, monthsOwed)).filter((rule) => rule !== null);
  return matching.map((rule) => ({ rule, amount: earningOf(rule, base, members) }));
}

/** What a payment earns under a scheme: the rupiah its rate is taken of, the rules that match, and what they give together. */
export function earnedBy(
  scheme: Scheme,
  { amount, kind, monthsOwed, members }: PricedPayment,
): { base: Rupiah; earnings: Earning[]; commission: Rupiah } {
  if (!paysOn(scheme, kind)) return { base: rupiah(0), earnings: [], commission: rupiah(0) };
  const earnings = earningsOf(scheme.rules, amount, monthsOwed, members);
  const commission = rupiah(earnings.reduce((sum, earning) => sum + earning.amount, 0));
  return { base: rupiah(amount), earnings, commission };
}

function earningOf(rule: SchemeRule, base: number, members: number): number {
  if (rule.kind === 'percentage') return shareOf(base, rule.rate_bp ?? 0);
  return (rule.amount ?? 0) * (rule.kind === 'flat_participant' ? members : 1);
}
