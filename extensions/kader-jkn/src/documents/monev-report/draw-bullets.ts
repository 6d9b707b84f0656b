import { formatPercent, formatRupiahShort } from '../../studio/format.ts';
import { inks, line, picture, rect, shortened, width, words } from './svg.ts';

export interface Bullet {
  name: string;
  realised: number;
  target: number | null;
  attainment: number | null;
}

const locale = 'id-ID';
const row = 19;
const [nameWide, figuresWide] = [118, 168];
const plot = width - nameWide - figuresWide;

/** What was collected in each place, inside what was due there; the line is the target. */
export function drawBullets(bullets: readonly Bullet[]): string {
  const most = Math.max(1, ...bullets.flatMap(({ realised, target }) => [realised, target ?? 0]));
  const wide = (value: number) => (Math.max(0, value) / most) * plot;
  const isTargeted = bullets.some(({ target }) => target !== null);
  const parts = bullets.flatMap(({ name, realised, target, attainment }, index) => {
    const y = index * row;
    const end = nameWide + wide(target ?? 0);
    const share = attainment === null ? (isTargeted ? 'tanpa target' : '') : formatPercent(attainment, locale);
    const money = [realised, target]
      .filter((one) => one !== null)
      .map((one) => formatRupiahShort(one, locale))
      .join(' / ');
    return [
      words({ x: 0, y: y + 12, text: shortened(name, 24) }),
      rect(nameWide, y + 4, wide(target ?? 0), 10, inks.due),
      rect(nameWide, y + 6.5, wide(realised), 5, inks.done),
      ...(target === null ? [] : [line([end, y + 2], [end, y + 16], inks.ink, 1.4)]),
      words({ x: nameWide + plot + 52, y: y + 12, text: share, anchor: 'end', bold: true }),
      words({ x: width, y: y + 12, text: money, anchor: 'end', fill: inks.subdued }),
    ];
  });
  return picture(bullets.length * row + 8, parts);
}
