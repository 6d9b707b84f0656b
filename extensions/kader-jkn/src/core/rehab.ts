/** REHAB: arrears paid in instalments, with the current dues of each month where the policy says so. */
import { lastDayToPay } from './arrears.ts';
import { type DuesRateRow, familyDues, type Household } from './dues.ts';
import { allocate, type Rupiah, rupiah } from './money.ts';
import { addMonths, type DateText, monthOf, type Period } from './period.ts';
import { accept, type Result, refuse } from './result.ts';

/** The instalment part of a programme policy; an empty limit is off. */
export interface InstalmentPolicy {
  /** months owed, inclusive */
  minMonths: number | null;
  maxMonths: number | null;
  /** null: no instalments are offered */
  countMax: number | null;
  /** at most half as many instalments as months owed, too */
  halfOfMonths: boolean;
  /** each instalment brings the dues of its month along */
  withCurrentDues: boolean;
  restoredAfter: RestoredAfter;
}

export type RestoredAfter = 'first' | 'last';

/** One instalment; rupiah. */
export interface Instalment {
  /** from 1 */
  number: number;
  /** the month whose dues it brings along */
  month: Period;
  dueOn: DateText;
  arrears: Rupiah;
  current: Rupiah;
  /** arrears and current dues together */
  amount: Rupiah;
}

/**
 * How many instalments a family may have at most. Refused as plan-not-offered, plan-months-below {months, least} or
 * plan-months-above {months, most}.
 */
export function instalmentsAtMost(policy: InstalmentPolicy | null, monthsOwed: number): Result<number> {
  if (policy === null || policy.countMax === null) return refuse('plan-not-offered');
  const { minMonths, maxMonths, countMax, halfOfMonths } = policy;
  // half of a single month is no instalment
  const least = Math.max(minMonths ?? 1, halfOfMonths ? 2 : 1);
  if (monthsOwed < least) return refuse('plan-months-below', { months: monthsOwed, least });
  if (maxMonths !== null && monthsOwed > maxMonths) {
    return refuse('plan-months-above', { months: monthsOwed, most: maxMonths });
  }
  return accept(halfOfMonths ? Math.min(countMax, Math.floor(monthsOwed / 2)) : countMax);
}

export interface PlanAsked {
  household: Household;
  monthsOwed: number;
  /** rupiah */
  amountOwed: number;
  startsOn: DateText;
  count: number;
}

/**
 * The instalments of a plan, one a month, each due on the 10th: arrears in equal parts that sum exactly to what is owed, and
 * the dues of the month. Refused as `instalmentsAtMost` is, as plan-count {most} and as no-dues.
 */
export function schedulePlan(
  policy: InstalmentPolicy | null,
  rates: readonly DuesRateRow[],
  { household, monthsOwed, amountOwed, startsOn, count }: PlanAsked,
): Result<Instalment[]> {
  const most = instalmentsAtMost(policy, monthsOwed);
  if (!most.ok) return most;
  if (!Number.isInteger(count) || count < 1 || count > most.value) return refuse('plan-count', { most: most.value });
  if (amountOwed < count) return refuse('plan-months-below', { months: monthsOwed, least: 1 });

  const first = firstInstalmentMonth(startsOn);
  const instalments: Instalment[] = [];
  for (const [index, arrears] of allocate(amountOwed, Array(count).fill(1)).entries()) {
    const month = addMonths(first, index);
    const dues = policy?.withCurrentDues ? familyDues(rates, household, month) : accept(rupiah(0));
    if (!dues.ok) return dues;
    const current = dues.value;
    const amount = rupiah(arrears + current);
    instalments.push({ number: index + 1, month, dueOn: dueDay(month), arrears, current, amount });
  }
  return accept(instalments);
}

/** The first month whose dues are not among the arrears on that day. */
function firstInstalmentMonth(startsOn: DateText): Period {
  const month = monthOf(startsOn);
  return Number(startsOn.slice(8)) > lastDayToPay ? addMonths(month, 1) : month;
}

function dueDay(month: Period): DateText {
  return `${month}-${lastDayToPay}` as DateText;
}

/** Money that a family paid within its plan, in the order it was paid; negative: taken back. */
export interface PlanPayment {
  paidOn: DateText;
  /** rupiah */
  amount: number;
}

export interface MatchedInstalment {
  /** rupiah of the payments */
  paid: Rupiah;
  /** the day from which it is paid in full; null: it is not */
  paidOn: DateText | null;
}

/** What payments pay of instalments (rupiah each), the oldest first; what was taken back no longer pays any. */
export function matchInstalments(amounts: readonly number[], payments: readonly PlanPayment[]): MatchedInstalment[] {
  const lasting = lastingTotals(payments);
  const total = Math.max(0, lasting.at(-1)?.total ?? 0);
  let before = 0;
  return amounts.map((amount) => {
    const paid = rupiah(Math.min(amount, Math.max(0, total - before)));
    before += amount;
    const since = lasting.find((one) => one.total >= before);
    return { paid, paidOn: since?.paidOn ?? null };
  });
}

/** After each payment, the total that was never less again. */
function lastingTotals(payments: readonly PlanPayment[]): { paidOn: DateText; total: number }[] {
  let total = 0;
  const totals = payments.map(({ paidOn, amount }) => {
    total += amount;
    return { paidOn, total };
  });
  let least = Number.POSITIVE_INFINITY;
  return totals
    .toReversed()
    .map((one) => {
      least = Math.min(least, one.total);
      return { ...one, total: least };
    })
    .toReversed();
}

export type InstalmentStatus = 'waiting' | 'paid' | 'missed';

/** How an instalment stands on a day: paid in full, not yet due, or missed since the day after it was due. */
export function instalmentStatus(
  { dueOn, amount }: { dueOn: DateText; amount: number },
  { paid }: Pick<MatchedInstalment, 'paid'>,
  today: DateText,
): InstalmentStatus {
  if (paid >= amount) return 'paid';
  return dueOn < today ? 'missed' : 'waiting';
}

/** The day from which the family is covered again: the payment of the first or of the last instalment; null: not yet. */
export function coverRestoredOn(matched: readonly MatchedInstalment[], restoredAfter: RestoredAfter): DateText | null {
  return (restoredAfter === 'first' ? matched[0] : matched.at(-1))?.paidOn ?? null;
}
