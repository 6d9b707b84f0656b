/** What a family owes and what a payment of it covers (design 5.5 and 5.12). */
import { type DuesClass, type DuesRateRow, familyDues } from './dues.ts';
import { allocate, type Rupiah, rupiah } from './money.ts';
import { addMonths, type DateText, monthOf, monthsBetween, type Period, periodsBetween } from './period.ts';
import { accept, type Result } from './result.ts';

/** A family as the newest list names it. */
export interface ListedFamily {
  members: number;
  class: DuesClass;
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

/** Dues of a month are payable up to and including this day. */
const lastDayToPay = 10;

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
    const dues = familyDues(rates, family.class, family.members, month);
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
  const paidBefore = family.paidAmount;
  const paidAfter = paidBefore + payment;
  // an amount listed without months is paid before any month is
  let billed = family.listedMonths === 0 ? family.listedAmount : 0;
  let [months, monthsBefore] = [0, 0];
  for (const dues of billOf(family, rates)) {
    if (billed + dues > paidAfter) break;
    billed += dues;
    months += 1;
    if (billed <= paidBefore) monthsBefore = months;
  }
  return { months: months - monthsBefore, rest: rupiah(Math.max(0, paidAfter - billed)) };
}

/** The family's months with their dues, oldest first, as far as rates are known. */
function* billOf(family: ListedFamily, rates: readonly DuesRateRow[]): Generator<number> {
  yield* listedDues(family, rates);
  const listedThrough = dueThrough(family.listedAsOf);
  for (let ahead = 1; ahead <= monthsAheadAtMost; ahead += 1) {
    const dues = familyDues(rates, family.class, family.members, addMonths(listedThrough, ahead));
    if (!dues.ok) return;
    yield dues.value;
  }
}

/** The listed amount over its months: the list fixes the sum, the dues of each month its part. */
function listedDues(family: ListedFamily, rates: readonly DuesRateRow[]): number[] {
  const listedThrough = dueThrough(family.listedAsOf);
  const months = periodsBetween(addMonths(listedThrough, 1 - family.listedMonths), listedThrough);
  const dues: number[] = [];
  for (const month of months) {
    const ofMonth = familyDues(rates, family.class, family.members, month);
    if (!ofMonth.ok)
      return allocate(
        family.listedAmount,
        months.map(() => 1),
      );
    dues.push(ofMonth.value);
  }
  return allocate(family.listedAmount, dues);
}

/** How many of the listed months were due on an earlier day. */
export function listedMonthsDueOn(family: ListedFamily, date: DateText): number {
  const notYetDue = Math.max(0, monthsBetween(dueThrough(date), dueThrough(family.listedAsOf)));
  return Math.max(0, family.listedMonths - notYetDue);
}
