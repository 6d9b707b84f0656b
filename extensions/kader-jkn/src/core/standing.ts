/** How a family stood when it paid: what it owed before, and what the payment covered (design 5.3, 5.5, 5.12). */
import {
  accrued,
  type BilledMonth,
  type CoveredMonths,
  coveredMonths,
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

/** How the family stood, with the months its payment covered. */
export interface Stood {
  standing: Standing;
  cover: CoveredMonths;
}

/** How the family stood on the day it paid. Refused as `no-dues` when a month since the list has no rate. */
export function standingAt(
  family: FamilyAccount,
  rates: readonly DuesRateRow[],
  paidOn: DateText,
  payment: number,
  maxBilledMonths: number | null,
): Result<Standing> {
  const stood = stoodAt(family, rates, paidOn, payment, maxBilledMonths);
  return stood.ok ? accept(stood.value.standing) : stood;
}

/** The same, with the months that the payment covered. */
export function stoodAt(
  family: FamilyAccount,
  rates: readonly DuesRateRow[],
  paidOn: DateText,
  payment: number,
  maxBilledMonths: number | null,
): Result<Stood> {
  if (paidOn < family.listedAsOf) {
    return stoodBeforeList(family, rates, paidOn, payment, maxBilledMonths ?? monthsAheadAtMost);
  }
  const since = accrued(family, rates, paidOn, maxBilledMonths);
  if (!since.ok) return since;
  const cover = coveredMonths(family, rates, payment);
  const standing = { ...owed(family, since.value), covered: cover.months.length, rest: cover.rest };
  return accept({ standing, cover });
}

/**
 * Money paid before the list's date, told later: the list no longer names the months it covered. So they are counted
 * back from the oldest month the list still names, and at most the months that are billed can have been owed.
 */
function stoodBeforeList(
  family: FamilyAccount,
  rates: readonly DuesRateRow[],
  paidOn: DateText,
  payment: number,
  maxBilledMonths: number,
): Result<Stood> {
  const dueThen = dueThrough(paidOn);
  const beforeListed = addMonths(dueThrough(family.listedAsOf), -family.listedMonths);
  let mostOwed = 0;
  for (let back = 0; back < maxBilledMonths; back += 1) {
    const due = familyDues(rates, family, addMonths(dueThen, -back));
    if (!due.ok && back === 0) return due;
    if (!due.ok) break;
    mostOwed += due.value;
  }
  const months: BilledMonth[] = [];
  let coveredAmount = 0;
  for (let month = earlier(beforeListed, dueThen); months.length < maxBilledMonths; month = addMonths(month, -1)) {
    const due = familyDues(rates, family, month);
    if (!due.ok || coveredAmount + due.value > payment) break;
    coveredAmount += due.value;
    months.unshift({ month, amount: due.value });
  }
  const covered = months.length;
  const rest = rupiah(payment - coveredAmount);
  const monthsOwed = Math.min(maxBilledMonths, Math.max(1, listedMonthsDueOn(family, paidOn) + covered));
  return accept({
    standing: { months: monthsOwed, amount: rupiah(mostOwed), covered, rest },
    cover: { months, carried: rupiah(0), withoutMonth: rupiah(0), rest },
  });
}
