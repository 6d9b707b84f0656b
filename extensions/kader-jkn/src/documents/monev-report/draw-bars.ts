import { formatCount } from '../../studio/format.ts';
import { inks, picture, rect, shortened, width, words } from './svg.ts';

export interface Bar {
  name: string;
  count: number;
  /** said at the right end */
  remark?: string;
}

const row = 18;
const [nameWide, remarkWide] = [118, 150];
const plot = width - nameWide - remarkWide - 44;

/** Counts as bars from zero, each with its figure at its end. */
export function drawBars(bars: readonly Bar[]): string {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const parts = bars.flatMap(({ name, count, remark }, index) => {
    const y = index * row;
    const wide = (Math.max(0, count) / most) * plot;
    return [
      words({ x: 0, y: y + 11.5, text: shortened(name, 26) }),
      rect(nameWide, y + 3, wide, 11, inks.done),
      words({ x: nameWide + wide + 5, y: y + 11.5, text: formatCount(count, 'id-ID') }),
      ...(remark ? [words({ x: width, y: y + 11.5, text: remark, anchor: 'end', fill: inks.subdued })] : []),
    ];
  });
  return picture(bars.length * row + 8, parts);
}
