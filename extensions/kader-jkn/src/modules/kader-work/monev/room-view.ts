import { scaleLinear } from 'd3-scale';
import type { Attained } from '../../../contract/monev.ts';
import type { RoomAgenda } from '../../../contract/monev-session.ts';
import {
  formatCount,
  formatPercent,
  formatRupiah,
  formatRupiahShort,
  type StudioLocale,
} from '../../../studio/format.ts';
import type { DotRow, MonevHeadline } from '../../../studio/monev-view.ts';
import { fillText, type TextFill } from '../../../studio/text.ts';
import { texts } from './texts.ts';

/** What the screen of the room says aloud, and the dots of those above 100%. */
export interface RoomView {
  headlines: MonevHeadline[];
  dots: DotRow[];
  /** place of the 100% line in percent of the width */
  lineAt: number;
}

/** What the room sees of an agenda. A dot leads nowhere: a record opened on a shared screen would show more than praise. */
export function roomView({ figures, praise, attendance }: RoomAgenda, locale: StudioLocale): RoomView {
  const say = (key: keyof typeof texts, fill?: TextFill) => fillText(texts[key], locale, fill);
  const count = (value: number) => formatCount(value, locale);
  const expected = attendance.present + attendance.excused + attendance.absent + attendance.unmarked;
  const best = Math.max(1, ...praise.map(({ attainment }) => attainment));
  const place = scaleLinear([0, best * 1.04], [0, 100]).clamp(true);
  const counted = (attained: Attained, note: string, write: (value: number) => string): MonevHeadline[] =>
    attained.realised === null || (attained.realised === 0 && attained.target === null)
      ? []
      : [
          {
            figure: write(attained.realised),
            of: attained.target === null ? null : say('ofTarget', { target: write(attained.target) }),
            note,
            title: write(attained.realised),
          },
        ];

  return {
    headlines: [
      moneyHeadline(figures.collection, locale),
      ...(figures.before.attainment === null
        ? []
        : [headline(formatPercent(figures.before.attainment, locale), null, say('beforeNote'))]),
      ...(figures.average === null
        ? []
        : [
            headline(
              formatPercent(figures.average, locale),
              null,
              say('averageNote', { count: count(figures.ranked) }),
            ),
            headline(count(figures.above), say('ofCount', { count: count(figures.ranked) }), say('aboveNote')),
          ]),
      ...counted(figures.visited, say('visitedNote'), count),
      ...counted(figures.daily, say('dailyNote'), (value) => decimal(value, locale)),
      ...(attendance.unmarked === expected
        ? []
        : [headline(count(attendance.present), say('ofCount', { count: count(expected) }), say('presentNote'))]),
    ],
    dots: praise.map(({ kader, attainment }, index) => {
      const reached = formatPercent(attainment, locale);
      return {
        key: String(kader.id),
        place: count(index + 1),
        label: kader.name,
        at: place(attainment),
        above: true,
        own: false,
        attainment: reached,
        aside: '',
        title: say('praiseLabel', { kader: kader.name, attainment: reached }),
        to: null,
      };
    }),
    lineAt: place(1),
  };

  function moneyHeadline({ realised, target, attainment }: Attained, of: StudioLocale): MonevHeadline {
    return {
      figure: formatRupiahShort(realised, of),
      of: target === null ? say('noTarget') : say('ofTarget', { target: formatRupiahShort(target, of) }),
      note:
        attainment === null
          ? say('collectedBare')
          : say('collectedNote', { attainment: formatPercent(attainment, of) }),
      title: formatRupiah(realised, of),
    };
  }
}

function headline(figure: string, of: string | null, note: string): MonevHeadline {
  return { figure, of, note, title: figure };
}

/** `4,2` */
function decimal(value: number, locale: StudioLocale): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
}
