/** The most that a family can pay: a zero too many is caught before it is money (design 5.5). */
import { accrued, type FamilyAccount } from './arrears.ts';
import { type DuesRateRow, familyDues } from './dues.ts';
import { type Explanation, explainAboveLimit, explainAboveOwed } from './explanation.ts';
import { type Rupiah, rupiah } from './money.ts';
import { addMonths, type DateText, monthOf } from './period.ts';
import { accept, type Params, type Result } from './result.ts';

export interface FamilyPayment {
  /** whole rupiah */
  amount: number;
  kind: 'arrears' | 'current' | 'advance';
  paidOn: DateText;
  family: FamilyAccount;
  /** rupiah told since the family's list and dated no later than it: money that the list cannot show */
  paidBeforeList: number;
  duesRates: readonly DuesRateRow[];
  /** of the policy, which also ends how far ahead a family pays; null: no limit */
  maxBilledMonths: number | null;
}

/** A payment that is more than its family can pay: why it is refused, or why it is not allocated. */
export interface Excess {
  reason: 'amount-above-owed' | 'advance-above-limit';
  params: Params;
  explanation: Explanation;
}

/**
 * Whether a payment is too much, or null. Arrears end with what is owed (rupiah, on the day it was paid); current dues and
 * advance with the dues of as many months ahead as are billed at most, whatever was paid ahead before taken off. Refused as
 * `no-dues` without a rate.
 */
export function excessOf(payment: FamilyPayment, owed: number): Result<Excess | null> {
  const { amount, kind, maxBilledMonths: months } = payment;
  if (kind === 'arrears') {
    const left = leftOf(owed, beforeList(payment));
    return accept(amount > left ? aboveOwed(amount, left) : null);
  }
  if (months === null) return accept(null);
  const [dues, paid] = [duesAhead(payment, months), paidAhead(payment)];
  if (!dues.ok) return dues;
  if (!paid.ok) return paid;
  const left = leftOf(dues.value, paid.value);
  return accept(amount > left ? aboveLimit(amount, left, months) : null);
}

function leftOf(most: number, paid: number): Rupiah {
  return rupiah(Math.max(0, most - paid));
}

function beforeList({ paidOn, family, paidBeforeList }: FamilyPayment): number {
  return paidOn <= family.listedAsOf ? Math.max(0, paidBeforeList) : 0;
}

/** What the family paid beyond all it owed by the day of the payment. */
function paidAhead(payment: FamilyPayment): Result<number> {
  const { family, duesRates, paidOn, maxBilledMonths } = payment;
  if (paidOn <= family.listedAsOf) return accept(beforeList(payment));
  const since = accrued(family, duesRates, paidOn, maxBilledMonths);
  if (!since.ok) return since;
  return accept(Math.max(0, family.paidAmount - family.listedAmount - since.value.amount));
}

/** The family's dues of so many months, from the month of the payment on. */
function duesAhead({ family, duesRates, paidOn }: FamilyPayment, months: number): Result<number> {
  let sum = 0;
  for (let ahead = 0; ahead < months; ahead += 1) {
    const dues = familyDues(duesRates, family, addMonths(monthOf(paidOn), ahead));
    if (!dues.ok) return dues;
    sum += dues.value;
  }
  return accept(sum);
}

function aboveOwed(amount: number, owed: Rupiah): Excess {
  return { reason: 'amount-above-owed', params: { owed }, explanation: explainAboveOwed(amount, owed) };
}

function aboveLimit(amount: number, limit: Rupiah, months: number): Excess {
  return {
    reason: 'advance-above-limit',
    params: { limit, months },
    explanation: explainAboveLimit(amount, limit, months),
  };
}
