/** What a family owes and what a payment of it covers (design 5.5 and 5.12). */
import { type DuesRateRow, familyDues, type Household } from './dues.ts';
import { allocate, type Rupiah, rupiah } from './money.ts';
import { addMonths, type DateText, monthOf, monthsBetween, type Period, periodsBetween } from './period.ts';
import { accept, type Result } from './result.ts';

/** A family as the newest list names it. */
export interface ListedFamily extends Household {
  listedMonths: number;
  /** rupiah */
  listedAmount: number;
  listedAsOf: DateText;
}

/** A listed family with what it paid after the list's date. */
export interface FamilyAccount extends ListedFamily {
  paidMonths: number;
  /** rupiah */
  paidAmount: number;
}

export interface Accrued {
  months: number;
  amount: Rupiah;
  /** the newest month counted; null: none */
  through: Period | null;
}

export interface Owed {
  months: number;
  amount: Rupiah;
}

export interface Cover {
  /** whole months that the payment completed */
  months: number;
  /** rupiah that wait for the next month to be whole */
  rest: Rupiah;
}

/** A month of a family's bill, in rupiah. */
export interface BilledMonth {
  month: Period;
  amount: number;
}

/** Where the rupiah of a payment went: `payment = withoutMonth + all months - carried + rest`. */
export interface CoveredMonths {
  /** the months it completed, oldest first */
  months: BilledMonth[];
  /** rupiah of earlier payments that waited for the first of them to be whole */
  carried: Rupiah;
  /** rupiah of it that pay an amount which the list gives without months */
  withoutMonth: Rupiah;
  /** rupiah that wait for the next month to be whole, earlier ones included */
  rest: Rupiah;
}

/** Dues of a month are payable up to and including this day. */
export const lastDayToPay = 10;

/** Nobody pays further ahead than this; it also ends the bill of a family whose dues are nothing. */
export const monthsAheadAtMost = 120;

/** The newest month that counts as owed on a day: its 10th has passed. */
export function dueThrough(date: DateText): Period {
  const month = monthOf(date);
  return Number(date.slice(8)) > lastDayToPay ? month : addMonths(month, -1);
}

/**
 * Dues that fell due after the list, an estimate. The list holds every month due by its date; together they never exceed
 * the months that are billed at most (null: no limit). Refused as `no-dues` when a month has no rate.
 */
export function accrued(
  family: ListedFamily,
  rates: readonly DuesRateRow[],
  onDate: DateText,
  maxBilledMonths: number | null,
): Result<Accrued> {
  const listedThrough = dueThrough(family.listedAsOf);
  const since = periodsBetween(addMonths(listedThrough, 1), dueThrough(onDate));
  const room = maxBilledMonths === null ? since.length : Math.max(0, maxBilledMonths - family.listedMonths);
  const months = since.slice(0, room);
  let amount = 0;
  for (const month of months) {
    const dues = familyDues(rates, family, month);
    if (!dues.ok) return dues;
    amount += dues.value;
  }
  return accept({ months: months.length, amount: rupiah(amount), through: months.at(-1) ?? null });
}

/** What is owed now: listed, plus accrued since, less what was paid since; never below nothing. */
export function owed(family: FamilyAccount, since: Pick<Accrued, 'months' | 'amount'>): Owed {
  return {
    months: Math.max(0, family.listedMonths + since.months - family.paidMonths),
    amount: rupiah(Math.max(0, family.listedAmount + since.amount - family.paidAmount)),
  };
}

/**
 * The whole months a payment covers, oldest first: the listed ones, then each month after the list. It counts from what
 * was paid since the list, so payments in any parts cover what one payment of their sum would.
 */
export function coverMonths(family: FamilyAccount, rates: readonly DuesRateRow[], payment: number): Cover {
  const { months, rest } = coveredMonths(family, rates, payment);
  return { months: months.length, rest };
}

/** The months that `coverMonths` counts, with what each took of the payment. */
export function coveredMonths(family: FamilyAccount, rates: readonly DuesRateRow[], payment: number): CoveredMonths {
  const paidBefore = family.paidAmount;
  const paidAfter = paidBefore + payment;
  // an amount listed without months is paid before any month is
  const listedAlone = family.listedMonths === 0 ? family.listedAmount : 0;
  let [billed, billedBefore] = [listedAlone, listedAlone];
  const months: BilledMonth[] = [];
  for (const one of billOf(family, rates)) {
    if (billed + one.amount > paidAfter) break;
    billed += one.amount;
    if (billed <= paidBefore) billedBefore = billed;
    else months.push(one);
  }
  return {
    months,
    carried: rupiah(Math.max(0, paidBefore - billedBefore)),
    withoutMonth: rupiah(Math.min(payment, Math.max(0, listedAlone - paidBefore))),
    rest: rupiah(Math.max(0, paidAfter - billed)),
  };
}

/** The family's months with their dues, oldest first, as far as rates are known. */
function* billOf(family: ListedFamily, rates: readonly DuesRateRow[]): Generator<BilledMonth> {
  yield* listedDues(family, rates);
  const listedThrough = dueThrough(family.listedAsOf);
  for (let ahead = 1; ahead <= monthsAheadAtMost; ahead += 1) {
    const month = addMonths(listedThrough, ahead);
    const dues = familyDues(rates, family, month);
    if (!dues.ok) return;
    yield { month, amount: dues.value };
  }
}

/** The listed amount over its months: the list fixes the sum, the dues of each month its part. */
function listedDues(family: ListedFamily, rates: readonly DuesRateRow[]): BilledMonth[] {
  const listedThrough = dueThrough(family.listedAsOf);
  const months = periodsBetween(addMonths(listedThrough, 1 - family.listedMonths), listedThrough);
  const amounts = allocate(family.listedAmount, weightsOf(family, rates, months));
  return months.map((month, index) => ({ month, amount: amounts[index] ?? 0 }));
}

/** The dues of each month; all alike where those of one are not known. */
function weightsOf(family: ListedFamily, rates: readonly DuesRateRow[], months: readonly Period[]): number[] {
  const dues: number[] = [];
  for (const month of months) {
    const ofMonth = familyDues(rates, family, month);
    if (!ofMonth.ok) return months.map(() => 1);
    dues.push(ofMonth.value);
  }
  return dues;
}

/** How many of the listed months were due on an earlier day. */
export function listedMonthsDueOn(family: ListedFamily, date: DateText): number {
  const notYetDue = Math.max(0, monthsBetween(dueThrough(date), dueThrough(family.listedAsOf)));
  return Math.max(0, family.listedMonths - notYetDue);
}
