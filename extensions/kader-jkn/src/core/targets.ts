/** Targets over a span of months, and attainment: realised ÷ target (design 5.9). */
import { allocate, type BasisPoints, basisPoints, basisPointsOfWhole } from './money.ts';
import { daysOf, type Period, periodsBetween } from './period.ts';

export type TargetMeasure =
  | 'collection'
  | 'families_visited'
  | 'contacts_per_day'
  | 'enrolments'
  | 'kader'
  | 'arrears_share';

/** A record of `target`. */
export interface TargetRow {
  branch: number;
  area: number | null;
  kader: number | null;
  measure: TargetMeasure;
  /** `each_kader`: of every kader of the branch or area named */
  scope: 'whole' | 'each_kader';
  /** `YYYY-MM`, both included */
  month_from: string;
  month_to: string;
  /** value is due every month, once over the whole span, or every day */
  per: 'month' | 'span' | 'day';
  adds_up: 'sum' | 'distinct' | 'level';
  /** rupiah, count, or basis points for arrears_share */
  value: number;
}

export interface Span {
  from: Period;
  to: Period;
}

/** Whose target is asked for. A kader's areas (desa, kecamatan, …) come nearest first. */
export type TargetSubject =
  | { of: 'branch'; branch: number }
  | { of: 'area'; branch: number; area: number }
  | { of: 'kader'; branch: number; kader: number; areas: readonly number[] };

/**
 * The subject's target of a measure over a span, both months included; null without any. Each month takes its nearest
 * record: a kader's own, then that of its area, then of the branch; among equals the one that starts last. A value once
 * over a span is spread over its months, so that the whole span gives it exactly; a level is that of the last month.
 */
export function targetOver(
  targets: readonly TargetRow[],
  { measure, from, to }: Span & { measure: TargetMeasure },
  subject: TargetSubject,
): number | null {
  const candidates = targets.filter((target) => target.measure === measure && rankFor(target, subject) !== null);
  const ordered = candidates.sort(
    (one, other) =>
      (rankFor(one, subject) ?? 0) - (rankFor(other, subject) ?? 0) ||
      (one.month_from > other.month_from ? -1 : Number(one.month_from < other.month_from)),
  );
  let total: number | null = null;
  for (const month of periodsBetween(from, to)) {
    const target = ordered.find((candidate) => candidate.month_from <= month && month <= candidate.month_to);
    if (target === undefined) continue;
    total = target.adds_up === 'level' ? target.value : (total ?? 0) + partOfMonth(target, month);
  }
  return total;
}

/** The sum of the targets of several subjects; null when none has one. */
export function targetOfAll(
  targets: readonly TargetRow[],
  span: Span & { measure: TargetMeasure },
  subjects: readonly TargetSubject[],
): number | null {
  const known = subjects.map((subject) => targetOver(targets, span, subject)).filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

/** The exact ratio realised ÷ target (0.78 is 78%); null without a target above zero. */
export function attainment(realised: number, target: number | null): number | null {
  return target === null || target <= 0 ? null : realised / target;
}

/** Attainment in basis points, rounded down so that a bound is never reached by rounding; nothing below zero. */
export function attainmentBp(realised: number, target: number | null): BasisPoints | null {
  if (target === null || target <= 0) return null;
  return basisPoints(Number((BigInt(Math.max(0, realised)) * BigInt(basisPointsOfWhole)) / BigInt(target)));
}

/** Strictly above 100%: exactly the target is not above it. */
export function isAboveTarget(realised: number, target: number | null): boolean {
  return target !== null && target > 0 && realised > target;
}

/** How near a record stands to the subject, 0 nearest; null: it does not speak of it. */
function rankFor(target: TargetRow, subject: TargetSubject): number | null {
  if (target.branch !== subject.branch) return null;
  if (subject.of !== 'kader') {
    const area = subject.of === 'area' ? subject.area : null;
    return target.scope === 'whole' && target.kader === null && target.area === area ? 0 : null;
  }
  if (target.kader !== null) return target.kader === subject.kader ? 0 : null;
  if (target.scope !== 'each_kader') return null;
  if (target.area === null) return subject.areas.length + 1;
  const place = subject.areas.indexOf(target.area);
  return place === -1 ? null : place + 1;
}

function partOfMonth(target: TargetRow, month: Period): number {
  if (target.per === 'month') return target.value;
  if (target.per === 'day') return target.value * daysOf(month);
  const months = periodsBetween(target.month_from as Period, target.month_to as Period);
  return (
    allocate(
      target.value,
      months.map(() => 1),
    )[months.indexOf(month)] ?? 0
  );
}
