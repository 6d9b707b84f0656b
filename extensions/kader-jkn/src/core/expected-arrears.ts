/** What a number of months in arrears comes to, ready for every row of a list. */
import { dueThrough } from './arrears.ts';
import { type DuesClass, type DuesRateRow, personDues } from './dues.ts';
import { addMonths, type DateText } from './period.ts';

/** Rupiah of one participant, by class and by how many of the newest months are owed; shorter where rates end. */
export type ExpectedArrears = Readonly<Record<DuesClass, readonly number[]>>;

/** Sums of dues back from the newest month due on the list's date: of 0 months, 1, 2 … up to `monthsAtMost`. */
export function expectedArrears(rates: readonly DuesRateRow[], asOf: DateText, monthsAtMost: number): ExpectedArrears {
  return {
    1: sums(rates, 1, asOf, monthsAtMost),
    2: sums(rates, 2, asOf, monthsAtMost),
    3: sums(rates, 3, asOf, monthsAtMost),
  };
}

/** Rupiah that so many participants of a class owe for so many months; null where a month has no rate. */
export function expectedOf(
  expected: ExpectedArrears,
  duesClass: DuesClass,
  members: number,
  months: number,
): number | null {
  const ofOne = expected[duesClass][months];
  return ofOne === undefined ? null : ofOne * members;
}

function sums(rates: readonly DuesRateRow[], duesClass: DuesClass, asOf: DateText, monthsAtMost: number): number[] {
  const newest = dueThrough(asOf);
  const totals = [0];
  let total = 0;
  for (let back = 0; back < monthsAtMost; back += 1) {
    const due = personDues(rates, duesClass, addMonths(newest, -back));
    if (!due.ok) break;
    total += due.value;
    totals.push(total);
  }
  return totals;
}
