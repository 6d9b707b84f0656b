/** What a scheme pays for typical payments: the table that an administrator reads before saving it. */
import { type Bonus, bonusesOf } from './bonus.ts';
import { earnedBy } from './earning.ts';
import { shareOf } from './money.ts';
import { monthBand, paymentKinds, type Scheme, type SchemeRule } from './scheme.ts';

/** Months owed that are looked at whatever the bands are. */
const usualMonths = [1, 3, 6, 12, 18, 24];
export const typicalMembers = [1, 3] as const;
export const typicalAttainments = [8_000, 10_000, 12_000] as const;

/** A payment of arrears and what it earns; rupiah. */
export interface TypicalPayment {
  members: number;
  /** one month's dues, or all that is owed */
  paid: 'month' | 'all';
  amount: number;
  commission: number;
}

/** What a family that owes so many months earns its kader. */
export interface TypicalRow {
  monthsOwed: number;
  /** the rules that hold there, in the order they are added; none: nothing is paid */
  rules: SchemeRule[];
  /** for each number of members: a month's dues, then all that is owed */
  payments: TypicalPayment[];
}

/**
 * A row for each usual number of months owed and for each side of every band's edge, over families of 1 and 3 members whose
 * dues are so many rupiah a person a month.
 */
export function typicalPayments(scheme: Scheme, dues: number): TypicalRow[] {
  return monthsToLookAt(scheme.rules).map((monthsOwed) => {
    const paymentOf = (members: number, paid: TypicalPayment['paid']): TypicalPayment => {
      const amount = members * dues * (paid === 'all' ? monthsOwed : 1);
      const { commission } = earnedBy(scheme, { amount, kind: 'arrears', monthsOwed, members });
      return { members, paid, amount, commission };
    };
    const { earnings } = earnedBy(scheme, { amount: dues, kind: 'arrears', monthsOwed, members: 1 });
    return {
      monthsOwed,
      rules: earnings.map(({ rule }) => rule),
      payments: typicalMembers.flatMap((members) => [paymentOf(members, 'month'), paymentOf(members, 'all')]),
    };
  });
}

/** The bonuses of a month at typical attainments of a target in rupiah. */
export interface TypicalMonth {
  attained: number;
  collected: number;
  bonuses: Bonus[];
}

export function typicalMonths(rules: readonly SchemeRule[], target: number): TypicalMonth[] {
  return typicalAttainments.map((attained) => {
    const collected = shareOf(target, attained);
    return { attained, collected, bonuses: bonusesOf(rules, collected, target) };
  });
}

/** The last month before an edge and the first after it: where the rate changes, both sides are shown. */
function monthsToLookAt(rules: readonly SchemeRule[]): number[] {
  const edges = rules
    .filter(({ kind }) => paymentKinds.some((paid) => paid === kind))
    .map(monthBand)
    .flatMap(({ from, to }) => [from - 1, from, to - 1, to]);
  const months = [...usualMonths, ...edges].filter((month) => Number.isInteger(month) && month >= 1);
  return [...new Set(months)].sort((one, other) => one - other);
}
