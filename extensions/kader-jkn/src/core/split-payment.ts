/** One payment of one family card as members × months, oldest first (design 5.5). */
import type { BilledMonth, CoveredMonths } from './arrears.ts';
import {
  type ClassShare,
  classShares,
  type DuesClass,
  type DuesRateRow,
  type Household,
  membersByClass,
} from './dues.ts';
import { allocate, type Rupiah, rupiah } from './money.ts';
import { monthsBetween, type Period } from './period.ts';

/** What the participants of one class took of the months of a part. */
export interface SplitShare {
  class: DuesClass;
  members: number;
  /** rupiah a person a month; null: the list's sum is not what the dues of its months come to */
  each: Rupiah | null;
  /** rupiah, for all its members and months */
  amount: Rupiah;
}

/** Months next to each other that cost the family alike; rupiah. */
export interface SplitPart {
  from: Period;
  through: Period;
  months: number;
  amount: Rupiah;
  shares: SplitShare[];
}

/** Where the rupiah of a payment went: `payment = withoutMonth + all parts - carried + rest`. */
export interface PaymentSplit extends Omit<CoveredMonths, 'months'> {
  parts: SplitPart[];
}

/** Whether a split is of a payment: its parts sum to it, its months are those it covered, its shares are its members'. */
export function fitsPayment(split: PaymentSplit, payment: { amount: number; months_covered: number }): boolean {
  const { withoutMonth, carried, rest, parts } = split;
  const months = parts.reduce((sum, part) => sum + part.months, 0);
  const amount = parts.reduce((sum, part) => sum + part.amount, withoutMonth - carried + rest);
  const partsFit = parts.every(
    (part) =>
      monthsBetween(part.from, part.through) + 1 === part.months &&
      part.shares.reduce((sum, share) => sum + share.amount, 0) === part.amount &&
      part.shares.every(({ each, members, amount: of }) => each === null || each * members * part.months === of),
  );
  return partsFit && months === payment.months_covered && amount === payment.amount;
}

/** A month with what each member pays by its dues. */
interface SharedMonth extends BilledMonth {
  /** null: no dues are known */
  shares: ClassShare[] | null;
  /** whether it was billed as its dues */
  exact: boolean;
}

/** Splits a payment over the months that it covered and the family's members; the parts sum to the payment exactly. */
export function splitPayment(
  { months, ...whole }: CoveredMonths,
  household: Household,
  rates: readonly DuesRateRow[],
): PaymentSplit {
  const parts: SplitPart[] = [];
  let alike: SharedMonth[] = [];
  for (const billed of months) {
    const month = withShares(billed, household, rates);
    const last = alike.at(-1);
    if (last !== undefined && !goesOn(last, month)) {
      parts.push(partOf(alike, household));
      alike = [];
    }
    alike.push(month);
  }
  if (alike.length > 0) parts.push(partOf(alike, household));
  return { ...whole, parts };
}

function withShares(billed: BilledMonth, household: Household, rates: readonly DuesRateRow[]): SharedMonth {
  const shares = classShares(rates, household, billed.month);
  if (!shares.ok) return { ...billed, shares: null, exact: false };
  const dues = shares.value.reduce((sum, { members, each }) => sum + members * each, 0);
  return { ...billed, shares: shares.value, exact: dues === billed.amount };
}

function goesOn(last: SharedMonth, next: SharedMonth): boolean {
  if (monthsBetween(last.month, next.month) !== 1 || last.exact !== next.exact) return false;
  if (last.shares === null || next.shares === null) return last.shares === next.shares;
  return last.shares.every(({ each }, index) => each === next.shares?.[index]?.each);
}

function partOf(alike: readonly SharedMonth[], household: Household): SplitPart {
  const [first, last] = [alike[0], alike.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('A part has a month');
  const amount = rupiah(alike.reduce((sum, month) => sum + month.amount, 0));
  const months = alike.length;
  return { from: first.month, through: last.month, months, amount, shares: sharesOf(first, amount, months, household) };
}

/** A sum that is not the dues of its months is split over the members by them all the same. */
function sharesOf({ shares, exact }: SharedMonth, amount: number, months: number, household: Household): SplitShare[] {
  if (shares !== null && exact) {
    return shares.map((share) => ({ ...share, amount: rupiah(share.members * share.each * months) }));
  }
  const members = shares ?? membersByClass(household).map((share) => ({ ...share, each: 1 }));
  const amounts = allocate(
    amount,
    members.map((share) => share.members * share.each),
  );
  return members.map((share, index) => ({ ...share, each: null, amount: amounts[index] ?? rupiah(0) }));
}
