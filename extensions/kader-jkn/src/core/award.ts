/** Who is nominated for an award (issue 5, point 7): a rule proposes, a person decides. */
import type { DateText, Period } from './period.ts';
import { addMonths, firstDay, monthOf, monthsBetween } from './period.ts';

/** The conditions of a rule; null: does not ask. */
export interface AwardConditions {
  /** basis points */
  attainment_above_bp: number | null;
  partnership_months: number | null;
  education_contacts: number | null;
}

/** What a kader has done in the rule's months. Money is whole rupiah. */
export interface AwardStanding {
  collected: number;
  /** null: none was set */
  target: number | null;
  partnership_months: number;
  education_contacts: number;
}

/** Whether every condition is met; a rule without any nominates nobody. Attainment counts strictly above its share. */
export function isNominated(rule: AwardConditions, standing: AwardStanding): boolean {
  const { attainment_above_bp, partnership_months, education_contacts } = rule;
  if (attainment_above_bp === null && partnership_months === null && education_contacts === null) return false;
  return (
    (attainment_above_bp === null || isAbove(standing, attainment_above_bp)) &&
    (partnership_months === null || standing.partnership_months >= partnership_months) &&
    (education_contacts === null || standing.education_contacts >= education_contacts)
  );
}

function isAbove({ collected, target }: AwardStanding, basisPoints: number): boolean {
  return target !== null && target > 0 && BigInt(collected) * 10_000n > BigInt(target) * BigInt(basisPoints);
}

/** Whether an award given for one month stands in the way of another; `againAfter` null: it always does. */
export function standsInTheWay(given: Period, month: Period, againAfter: number | null): boolean {
  return againAfter === null || Math.abs(monthsBetween(given, month)) < againAfter;
}

/** Whole months from a day to the end of a month: 12 from 1 January to the end of December, 11 from the 2nd. */
export function wholeMonths(since: DateText, month: Period): number {
  const from = monthOf(since);
  const first = since === firstDay(from) ? from : addMonths(from, 1);
  return Math.max(0, monthsBetween(first, month) + 1);
}
