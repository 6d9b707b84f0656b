import type { MonthText, StreakState } from '../../contract/records.ts';
import { formatMonthName } from '../../studio/format.ts';
import { box, inks, line, picture, rect, shortened, words } from './svg.ts';

export interface StreakRow {
  name: string;
  states: readonly (StreakState | null)[];
  /** what came of it */
  said: string;
}

const row = 17;
const head = 14;
const [nameWide, cell, side] = [190, 24, 12];

/** Kader by month: blue collected, a 0 in a red frame for nothing, a stroke for a month that does not count. */
export function drawStreaks(months: readonly MonthText[], rows: readonly StreakRow[]): string {
  const middle = (index: number) => nameWide + (index + 0.5) * cell;
  const heads = months.map((month, index) =>
    words({
      x: middle(index),
      y: 8,
      text: formatMonthName(month, 'id-ID'),
      size: 7,
      fill: inks.subdued,
      anchor: 'middle',
    }),
  );
  const parts = rows.flatMap(({ name, states, said }, index) => {
    const y = head + index * row;
    return [
      words({ x: 0, y: y + 9.5, text: shortened(name, 40) }),
      ...states.map((state, month) => drawCell(state, middle(month) - side / 2, y)),
      words({ x: nameWide + months.length * cell + 14, y: y + 9.5, text: shortened(said, 34) }),
    ];
  });
  return picture(head + rows.length * row + 8, [...heads, ...parts]);
}

function drawCell(state: StreakState | null, x: number, y: number): string {
  if (state === 'collected') return rect(x, y, side, side, inks.done);
  if (state === 'zero') {
    return `${box(x, y, side, side, inks.zero)}${words({ x: x + side / 2, y: y + 9, text: '0', size: 8, anchor: 'middle', fill: inks.zero, bold: true })}`;
  }
  return line([x + 2, y + side / 2], [x + side - 2, y + side / 2], inks.rule, 1.4);
}
