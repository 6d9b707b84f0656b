/** Arrears by age: how many months families owe, in bands, on a day. */
import { type Accrued, accrued, dueThrough, type ListedFamily } from './arrears.ts';
import { type DuesRateRow, familyDues } from './dues.ts';
import { addMonths, type DateText, periodsBetween } from './period.ts';

/** Whole months owed, both included; no upper end: and more. */
export interface AgeBand {
  from: number;
  to: number | null;
}

/** As monev reads them: fresh, below a year, the window of most kader, and all that is billed. */
export const ageBands: readonly AgeBand[] = [
  { from: 1, to: 3 },
  { from: 4, to: 11 },
  { from: 12, to: 23 },
  { from: 24, to: null },
];

/** States of a family in which what it owes counts as arrears of its branch. */
export const statesInArrears = ['active', 'muted'] as const;

/** The place of the band in `ageBands`; null: nothing is owed. */
export function bandOf(months: number): number | null {
  const place = ageBands.findLastIndex(({ from }) => months >= from);
  return place === -1 ? null : place;
}

/**
 * What fell due between the list of a family and a day: months and rupiah, below zero where the day lies before the list. A
 * list that names as many months as are billed says nothing of when they fell due, so nothing is taken from it. Nothing
 * where no dues are known.
 */
export function fallenDue(
  family: ListedFamily,
  rates: readonly DuesRateRow[],
  on: DateText,
  maxBilledMonths: number | null,
): Pick<Accrued, 'months'> & { amount: number } {
  const [then, listed] = [dueThrough(on), dueThrough(family.listedAsOf)];
  if (then >= listed) {
    const since = accrued(family, rates, on, maxBilledMonths);
    return since.ok ? since.value : { months: 0, amount: 0 };
  }
  const billedWhole = maxBilledMonths !== null && family.listedMonths >= maxBilledMonths;
  if (billedWhole || family.listedMonths === 0) return { months: 0, amount: 0 };
  const notYet = periodsBetween(addMonths(then, 1), listed).slice(-family.listedMonths);
  let amount = 0;
  for (const month of notYet) {
    const dues = familyDues(rates, family, month);
    if (!dues.ok) break;
    amount += dues.value;
  }
  const all = notYet.length === family.listedMonths;
  return { months: -notYet.length, amount: -(all ? family.listedAmount : Math.min(amount, family.listedAmount)) };
}
