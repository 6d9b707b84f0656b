import type { ReportTrendMonth } from '../../contract/monev-report.ts';
import { formatMonthName, formatRupiahShort } from '../../studio/format.ts';
import { inks, line, picture, rect, width, words } from './svg.ts';

const locale = 'id-ID';
const [top, plot] = [18, 108];
const foot = top + plot;
/** What a figure needs above its column before the line of the target. */
const roomForLabel = 14;

/** A month with the heights of what is drawn of it, in points; null: nothing. */
interface Column {
  month: string;
  middle: number;
  bar: number;
  collected: number;
  target: number | null;
  yearBefore: number | null;
  figure: string | null;
  isLast: boolean;
  startsYear: boolean;
}

/**
 * What was collected month by month, as columns from zero, each with the line of its target and a grey mark for the same
 * month a year earlier.
 */
export function drawTrend(months: readonly ReportTrendMonth[]): string {
  const all = months.flatMap(({ collected, target, year_before }) => [collected, target, year_before]);
  const most = Math.max(1, ...all.map((value) => value ?? 0));
  const step = width / Math.max(1, months.length);
  const heightOf = (value: number | null) => (value === null ? null : (Math.max(0, value) / most) * plot);
  const columns = months.map(({ month, collected, target, year_before }, index): Column => {
    return {
      month,
      middle: (index + 0.5) * step,
      bar: Math.min(26, step * 0.62),
      collected: heightOf(collected) ?? 0,
      target: heightOf(target),
      yearBefore: heightOf(year_before),
      figure: collected === null ? null : formatRupiahShort(collected, locale).replace('Rp ', ''),
      isLast: index === months.length - 1,
      startsYear: index === 0 || month.endsWith('-01'),
    };
  });
  return picture(foot + 24, [line([0, foot], [width, foot], inks.rule, 0.8), ...columns.flatMap(drawColumn)]);
}

function drawColumn(column: Column): string[] {
  const { middle, bar, collected, target, yearBefore, isLast } = column;
  const [left, right] = [middle - bar / 2, middle + bar / 2];
  return [
    rect(left, foot - collected, bar, collected, isLast ? inks.done : inks.doneBefore),
    ...(target === null ? [] : [line([left - 4, foot - target], [right + 4, foot - target], inks.ink, 1.3)]),
    ...(yearBefore === null ? [] : [rect(right + 1, foot - yearBefore, 3, yearBefore, inks.rule)]),
    ...labelsOf(column),
  ];
}

function labelsOf({ month, middle, collected, target, figure, isLast, startsYear }: Column): string[] {
  const axis = { x: middle, size: 7.5, fill: inks.subdued, anchor: 'middle' } as const;
  const hitsTarget = target !== null && target >= collected && target < collected + roomForLabel;
  const above = foot - (hitsTarget ? target : collected) - 4;
  return [
    ...(figure === null
      ? []
      : [words({ ...axis, y: above, size: 7, text: figure, bold: isLast, fill: isLast ? inks.ink : inks.subdued })]),
    words({ ...axis, y: foot + 11, text: formatMonthName(month, locale) }),
    ...(startsYear ? [words({ ...axis, y: foot + 20, size: 7, text: month.slice(0, 4) })] : []),
  ];
}
