/** A kader's statement of a month: what is paid, line by line, and what is carried (design 5.3, 5.7). */
import type { Enrolments } from './enrolment.ts';
import { type Rupiah, rupiah } from './money.ts';
import type { PayableGroup } from './payable.ts';
import type { Scheme } from './scheme.ts';
import {
  adjustmentLines,
  bonusLines,
  type Correction,
  carryLines,
  correctionLines,
  earnedLines,
  enrolmentLines,
  reversalLines,
  type StatementLine,
  withholdingLines,
} from './statement-lines.ts';
import { attainmentBp } from './targets.ts';

export type { PayableGroup } from './payable.ts';
export type { Correction, StatementLine } from './statement-lines.ts';

export interface StatementInput {
  /** the collections whose pay_month is this month */
  payable: readonly PayableGroup[];
  /** rupiah credited in the books of this month, verified or not */
  collected: number;
  /** rupiah; null: no target */
  target: number | null;
  /** new members registered in the books of the month */
  enrolments: Enrolments;
  /** in force on the month's last day: its rules of a month count; null: no monthly rules */
  scheme: Scheme | null;
  /** imbal jasa corrected by hand that the month pays or takes */
  corrections: readonly Correction[];
  /** whether the kader's tax number (NPWP) is known: it chooses the withholding */
  hasTaxNumber: boolean;
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
  /** what was corrected by hand, signed */
  corrections: Rupiah;
  gross: Rupiah;
  withholding: Rupiah;
  carried_in: Rupiah;
  /** what the month could not bear, to be set off in the next */
  carried_out: Rupiah;
  /** never below nothing */
  net: Rupiah;
  target: number | null;
  attainment_bp: number | null;
  /** the scheme whose monthly rules were used */
  scheme: number | null;
  tax_number_known: boolean;
  lines: StatementLine[];
}

/**
 * Makes a statement: commission and reversals, bonuses, floor, cap, corrections; of that gross the withholding; then
 * the carry.
 * Bonuses count the money payable this month, so unverified money earns none. The floor lifts only a month in which
 * something was earned, for a kader has no base pay. Nothing is withheld of a negative gross.
 */
export function makeStatement(input: StatementInput): Statement {
  const { payable, scheme, target, carriedIn, hasTaxNumber } = input;
  const earned = earnedLines(payable);
  const reversed = reversalLines(payable);
  const bonuses = [
    ...enrolmentLines(scheme, input.enrolments),
    ...bonusLines(
      scheme,
      sumOf(payable, ({ amount }) => amount),
      target,
    ),
  ];
  const commission = sumOf(payable, (group) => group.commission);
  const bonus = sumOf(bonuses, ({ amount }) => amount);
  const adjusted = adjustmentLines(scheme, commission + bonus, earned.length + bonuses.length > 0);
  const adjustment = sumOf(adjusted, ({ amount }) => amount);
  const corrected = correctionLines(input.corrections);
  const corrections = sumOf(corrected, ({ amount }) => amount);
  const gross = rupiah(commission + bonus + adjustment + corrections);
  const withheld = withholdingLines(scheme, gross, hasTaxNumber);
  const withholding = rupiah(-sumOf(withheld, ({ amount }) => amount));
  const due = gross - withholding - carriedIn;
  const carriedOut = rupiah(Math.max(0, -due));
  return {
    base: sumOf(payable, ({ base }) => base),
    commission,
    bonus,
    adjustment,
    corrections,
    gross,
    withholding,
    carried_in: rupiah(carriedIn),
    carried_out: carriedOut,
    net: rupiah(due + carriedOut),
    target,
    attainment_bp: attainmentBp(input.collected, target),
    scheme: scheme?.id ?? null,
    tax_number_known: hasTaxNumber,
    lines: [
      ...earned,
      ...reversed,
      ...bonuses,
      ...adjusted,
      ...corrected,
      ...withheld,
      ...carryLines(carriedIn, carriedOut),
    ],
  };
}

function sumOf<T>(rows: readonly T[], part: (row: T) => number): Rupiah {
  return rupiah(rows.reduce((sum, row) => sum + part(row), 0));
}
