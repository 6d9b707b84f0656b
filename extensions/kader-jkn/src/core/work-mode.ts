/** Visits or work from home, by area and date: a branch's rule, and a kader's own in a desa, which goes before it. */
import type { DateText } from './period.ts';

/** `visit`: from door to door; `home`: by phone and messages. */
export type WorkMode = 'visit' | 'home';

/** A record of `work_mode`; `area` null is the whole branch, `to_date` null is until further notice. */
export interface WorkModeRule {
  id: number;
  area: number | null;
  mode: WorkMode;
  from_date: DateText;
  to_date: DateText | null;
  reason: string | null;
}

/** How a kader works in one desa (`kader_area`); without dates of its own, `visit` says nothing. */
export interface OwnMode {
  area: number;
  mode: WorkMode;
  mode_from: DateText | null;
  mode_to: DateText | null;
}

export interface WorkModeAnswer {
  mode: WorkMode;
  /** who said so; `usual`: nobody, so visits */
  said: 'kader' | 'branch' | 'usual';
  reason: string | null;
}

const usual: WorkModeAnswer = { mode: 'visit', said: 'usual', reason: null };

/**
 * How work is done on the day in an area. `lineage` is the area with those above it, smallest first; empty: not known. The
 * kader's own goes before the branch's; of the branch's rules the one for the smallest area, then the newest.
 */
export function workModeOn(
  date: DateText,
  lineage: readonly number[],
  own: readonly OwnMode[],
  rules: readonly WorkModeRule[],
): WorkModeAnswer {
  const mine = own.find(
    (one) => one.area === lineage[0] && saysSomething(one) && covers(date, one.mode_from, one.mode_to),
  );
  if (mine !== undefined) return { mode: mine.mode, said: 'kader', reason: null };

  let best: { rule: WorkModeRule; distance: number } | null = null;
  for (const rule of rules) {
    const distance = rule.area === null ? lineage.length : lineage.indexOf(rule.area);
    if (distance < 0 || !covers(date, rule.from_date, rule.to_date)) continue;
    if (best === null || goesBefore({ rule, distance }, best)) best = { rule, distance };
  }
  return best === null ? usual : { mode: best.rule.mode, said: 'branch', reason: best.rule.reason };
}

function saysSomething({ mode, mode_from, mode_to }: OwnMode): boolean {
  return mode === 'home' || mode_from !== null || mode_to !== null;
}

function covers(date: DateText, from: DateText | null, to: DateText | null): boolean {
  return (from === null || from <= date) && (to === null || to >= date);
}

type Placed = { rule: WorkModeRule; distance: number };

function goesBefore(one: Placed, other: Placed): boolean {
  if (one.distance !== other.distance) return one.distance < other.distance;
  if (one.rule.from_date !== other.rule.from_date) return one.rule.from_date > other.rule.from_date;
  return one.rule.id > other.rule.id;
}
