/** A kader's statement of a month: what is paid, line by line, and what is carried (design 5.3, 5.7). */
import { type Rupiah, rupiah } from './money.ts';
import type { SchemeRule } from './scheme.ts';
import {
  adjustmentLines,
  bonusLines,
  carryLines,
  earnedLines,
  enrolmentLines,
  type PayableGroup,
  reversalLines,
  type StatementLine,
  withholdingLines,
} from './statement-lines.ts';
import { attainmentBp } from './targets.ts';

export type { PayableGroup, StatementLine } from './statement-lines.ts';

export interface StatementInput {
  /** the collections whose pay_month is this month */
  payable: readonly PayableGroup[];
  /** rupiah credited in the books of this month, verified or not */
  collected: number;
  /** rupiah; null: no target */
  target: number | null;
  /** new members registered in the month */
  enrolments: number;
  /** rules of the scheme in force on the month's last day; none: no monthly rules */
  rules: readonly SchemeRule[];
  /** rupiah still to be set off: the previous statement's carried_out */
  carriedIn: number;
}

/** Derived columns of `commission`, in rupiah. The lines' amounts sum to net. */
export interface Statement {
  base: Rupiah;
  commission: Rupiah;
  /** attainment bonuses and what enrolments earn */
  bonus: Rupiah;
  /** what floor and cap change */
  adjustment: Rupiah;
  gross: Rupiah;
  withholding: Rupiah;
  carried_in: Rupiah;
  /** what the month could not bear, to be set off in the next */
  carried_out: Rupiah;
  /** never below nothing */
  net: Rupiah;
  target: number | null;
  attainment_bp: number | null;
  lines: StatementLine[];
}

/**
 * Makes a statement: commission and reversals, bonuses, floor, cap; of that gross the withholding; then the carry.
 * Bonuses count the money payable this month, so unverified money earns none. The floor lifts only a month in which
 * something was earned, for a kader has no base pay. Nothing is withheld of a negative gross.
 */
export function makeStatement(input: StatementInput): Statement {
  const { payable, rules, target, carriedIn } = input;
  const earned = earnedLines(payable);
  const reversed = reversalLines(payable);
  const bonuses = [
    ...enrolmentLines(rules, input.enrolments),
    ...bonusLines(
      rules,
      sumOf(payable, ({ amount }) => amount),
      target,
    ),
  ];
  const commission = sumOf(payable, (group) => group.commission);
  const bonus = sumOf(bonuses, ({ amount }) => amount);
  const adjusted = adjustmentLines(rules, commission + bonus, earned.length + bonuses.length > 0);
  const adjustment = sumOf(adjusted, ({ amount }) => amount);
  const gross = rupiah(commission + bonus + adjustment);
  const withheld = withholdingLines(rules, gross);
  const withholding = rupiah(-sumOf(withheld, ({ amount }) => amount));
  const due = gross - withholding - carriedIn;
  const carriedOut = rupiah(Math.max(0, -due));
  return {
    base: sumOf(payable, ({ base }) => base),
    commission,
    bonus,
    adjustment,
    gross,
    withholding,
    carried_in: rupiah(carriedIn),
    carried_out: carriedOut,
    net: rupiah(due + carriedOut),
    target,
    attainment_bp: attainmentBp(input.collected, target),
    lines: [...earned, ...reversed, ...bonuses, ...adjusted, ...withheld, ...carryLines(carriedIn, carriedOut)],
  };
}

function sumOf<T>(rows: readonly T[], part: (row: T) => number): Rupiah {
  return rupiah(rows.reduce((sum, row) => sum + part(row), 0));
}
