/** How a family stood when it paid: what it owed before, and what the payment covered (design 5.3, 5.5, 5.12). */
import {
  accrued,
  coverMonths,
  dueThrough,
  type FamilyAccount,
  listedMonthsDueOn,
  monthsAheadAtMost,
  owed,
} from './arrears.ts';
import { type DuesRateRow, familyDues } from './dues.ts';
import { type Rupiah, rupiah } from './money.ts';
import { addMonths, type DateText, earlier } from './period.ts';
import { accept, type Result } from './result.ts';

export interface Standing {
  /** whole months owed just before the payment */
  months: number;
  /** rupiah owed just before the payment: the most that can be paid as arrears */
  amount: Rupiah;
  /** whole months the payment completed */
  covered: number;
  /** rupiah of it that wait for the next month to be whole */
  rest: Rupiah;
}

/** How the family stood on the day it paid. Refused as `no-dues` when a month since the list has no rate. */
export function standingAt(
  family: FamilyAccount,
  rates: readonly DuesRateRow[],
  paidOn: DateText,
  payment: number,
  maxBilledMonths: number | null,
): Result<Standing> {
  if (paidOn < family.listedAsOf) {
    return standingBeforeList(family, rates, paidOn, payment, maxBilledMonths ?? monthsAheadAtMost);
  }
  const since = accrued(family, rates, paidOn, maxBilledMonths);
  if (!since.ok) return since;
  const cover = coverMonths(family, rates, payment);
  return accept({ ...owed(family, since.value), covered: cover.months, rest: cover.rest });
}

/**
 * Money paid before the list's date, told later: the list no longer names the months it covered. So they are counted
 * back from the oldest month the list still names, and at most the months that are billed can have been owed.
 */
function standingBeforeList(
  family: FamilyAccount,
  rates: readonly DuesRateRow[],
  paidOn: DateText,
  payment: number,
  maxBilledMonths: number,
): Result<Standing> {
  const dueThen = dueThrough(paidOn);
  const beforeListed = addMonths(dueThrough(family.listedAsOf), -family.listedMonths);
  let mostOwed = 0;
  for (let back = 0; back < maxBilledMonths; back += 1) {
    const due = familyDues(rates, family.class, family.members, addMonths(dueThen, -back));
    if (!due.ok && back === 0) return due;
    if (!due.ok) break;
    mostOwed += due.value;
  }
  let [covered, coveredAmount] = [0, 0];
  for (let month = earlier(beforeListed, dueThen); covered < maxBilledMonths; month = addMonths(month, -1)) {
    const due = familyDues(rates, family.class, family.members, month);
    if (!due.ok || coveredAmount + due.value > payment) break;
    coveredAmount += due.value;
    covered += 1;
  }
  const months = Math.min(maxBilledMonths, Math.max(1, listedMonthsDueOn(family, paidOn) + covered));
  return accept({ months, amount: rupiah(mostOwed), covered, rest: rupiah(payment - coveredAmount) });
}
