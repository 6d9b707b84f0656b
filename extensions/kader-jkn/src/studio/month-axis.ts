import { formatMonthName, type StudioLocale } from './format.ts';
import type { AxisMonth, AxisYear } from './monev-view.ts';

/**
 * Months below a chart, newest last: a name wherever it fits. The newest month always has its name, so the others are
 * counted back from it.
 */
export function monthAxis(months: readonly string[], locale: StudioLocale): AxisMonth[] {
  const last = months.length - 1;
  const every = Math.max(1, Math.ceil(months.length / 13));
  return months.map((month, place) => ({
    key: month,
    short: formatMonthName(month, locale),
    fits: fitsFrom(last - place, every, months.length),
  }));
}

function fitsFrom(back: number, every: number, months: number): AxisMonth['fits'] {
  if (back % every !== 0) return 'never';
  if (months <= 6) return 'always';
  const named = back / every;
  if (named % 3 === 0) return 'always';
  return named % 3 === 1 && months <= 7 ? 'medium' : 'wide';
}

/** The years of an axis, each over its months; one that is too short for its name has none. */
export function yearsOf(months: readonly Pick<AxisMonth, 'key'>[]): AxisYear[] {
  const years = Map.groupBy(months, ({ key }) => key.slice(0, 4));
  return [...years].map(([year, of]) => ({
    year,
    months: of.length,
    name: years.size === 1 || of.length * 6 >= months.length ? year : '',
  }));
}
