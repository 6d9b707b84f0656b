/** Averages and ranking for monev (design 5.9). */
import { attainment, isAboveTarget } from './targets.ts';

/** One subject's realisation of a span against its target. */
export interface Realisation {
  realised: number;
  /** null: none */
  target: number | null;
}

export interface Ranked {
  /** the exact ratio; null without a target */
  attainment: number | null;
  /** 1 is best, equals share a place; null without a target */
  rank: number | null;
  /** strictly above 100% */
  above: boolean;
}

/** The mean of everybody's own attainment; subjects without a target do not count. Null when nobody has one. */
export function averageAttainment(rows: readonly Realisation[]): number | null {
  const ratios = rows.map((row) => attainment(row.realised, row.target)).filter((ratio) => ratio !== null);
  return ratios.length === 0 ? null : ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
}

/** All that was realised ÷ all targets, of the subjects that have one: differs from the average when targets differ. */
export function ratioOfSums(rows: readonly Realisation[]): number | null {
  const targeted = rows.filter((row) => attainment(row.realised, row.target) !== null);
  const realised = targeted.reduce((sum, row) => sum + row.realised, 0);
  const target = targeted.reduce((sum, row) => sum + (row.target ?? 0), 0);
  return attainment(realised, target);
}

/** How many are strictly above 100%: those who are praised. */
export function countAbove(rows: readonly Realisation[]): number {
  return rows.filter((row) => isAboveTarget(row.realised, row.target)).length;
}

/**
 * The rows by attainment, best first; equals by what they realised, and in the order given; those without a target
 * last.
 */
export function ranking<T extends Realisation>(rows: readonly T[]): (T & Ranked)[] {
  const rated = rows.map((row) => ({ ...row, attainment: attainment(row.realised, row.target) }));
  const ordered = rated.sort(
    (one, other) => (other.attainment ?? -1) - (one.attainment ?? -1) || other.realised - one.realised,
  );
  return ordered.map((row) => ({
    ...row,
    rank: row.attainment === null ? null : 1 + ordered.findIndex((other) => other.attainment === row.attainment),
    above: isAboveTarget(row.realised, row.target),
  }));
}
