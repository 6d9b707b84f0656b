import { scaleLinear } from 'd3-scale';
import type { CoverageAnswer, CoveragePlace } from '../../contract/monev-people.ts';
import { formatCount, formatDate, type StudioLocale } from '../../studio/format.ts';
import { formatSubject } from '../../studio/monev-figures.ts';
import { asked, type MonevChoice, type MonevPanelOptions, monevPath } from '../../studio/monev-request.ts';
import type { MonevTable } from '../../studio/monev-table.ts';
import type { BarRow, MonevEmpty, MonevHeadline, ToneName } from '../../studio/monev-view.ts';
import { familiesOf } from '../../studio/people-records.ts';
import { recordLink } from '../../studio/record-link.ts';
import { fillText, type Text, type TextFill } from '../../studio/text.ts';
import type { RecordList } from '../../studio/use-record-list.ts';
import { texts } from './texts.ts';

/** Bars under a name of their own, and how many of them only the table shows. */
export interface CoveragePart {
  key: string;
  name: string;
  rows: BarRow[];
  more: string | null;
  tones: readonly ToneName[];
}

export interface CoverageView {
  subject: string;
  on: string;
  headlines: MonevHeadline[];
  parts: CoveragePart[];
  table: MonevTable | null;
  empty: MonevEmpty | null;
  summary: string;
  fileName: string;
}

const mostDrawn = 6;
const cared = { status: { _in: ['active', 'muted', 'settled'] } };

export function coveragePath(options: MonevPanelOptions, choice: MonevChoice): string {
  const { branch, area } = asked(options, choice);
  return monevPath('coverage', { branch, area });
}

/** What the panel draws and says of an answer. */
export function coverageView(answer: CoverageAnswer, locale: StudioLocale): CoverageView {
  const { on, held, desa, above, gap } = answer;
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  const count = (value: number) => formatCount(value, locale);
  const subject = formatSubject(answer.subject, locale);
  const date = formatDate(on, locale);
  const drawn = gap === null;
  return {
    subject,
    on: say(texts.today, { date }),
    headlines: drawn ? headlinesOf(answer, locale) : [],
    parts: drawn
      ? [placesPart(answer, locale), gapsPart(answer, locale), abovePart(answer, locale)].filter(
          ({ rows }) => rows.length > 0,
        )
      : [],
    table: drawn ? tableOf(answer, locale) : null,
    empty: drawn
      ? null
      : {
          title: say(texts.none),
          hint: say(texts.noneHint),
          action: { label: say(texts.openFamilies), to: '/content/binaan' },
        },
    summary: say(texts.summary, {
      subject,
      date,
      held: count(held),
      unheld: count(unheldOf(answer)),
      without: count(desa.without_kader),
      desa: count(desa.with_families),
      above: count(above.length),
    }),
    fileName: `cakupan_${on}`,
  };
}

/** The families behind a mark: `held`, or those of `district 8` and `desa 12`. */
export function recordsOf(
  { subject, rows, gaps }: CoverageAnswer,
  key: string,
  locale: StudioLocale,
): RecordList | null {
  const [kind, number] = key.split(' ');
  const id = Number(number);
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  if (kind === 'held') return familiesOf(subject, say(texts.listHeld), [cared, { kader: { _nnull: true } }], locale);
  if (kind === 'desa') {
    const place = gaps.find((desa) => desa.id === id)?.name ?? '';
    return familiesOf(subject, say(texts.listPlace, { place }), [cared, { area: { _eq: id } }], locale);
  }
  const place = rows.find((row) => row.kind === kind && row.id === id);
  if (place?.kind !== 'district') return null;
  const left = place.unheld > 0 ? [{ kader: { _null: true } }] : [];
  const title =
    place.unheld > 0 ? `${say(texts.listUnheld)}, ${place.name}` : say(texts.listPlace, { place: place.name });
  return familiesOf(subject, title, [cared, { area: { parent: { _eq: id } } }, ...left], locale);
}

/** Families that nobody holds, whether they may be given to a kader or not. */
function unheldOf({ unheld: { eligible, left } }: CoverageAnswer): number {
  return Object.values(left).reduce((sum, families) => sum + families, eligible);
}

function headlinesOf(answer: CoverageAnswer, locale: StudioLocale): MonevHeadline[] {
  const { held, unheld, desa, kader } = answer;
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  const count = (value: number) => formatCount(value, locale);
  const without = count(desa.without_kader);
  const none = count(unheldOf(answer));
  const headlines: MonevHeadline[] = [
    {
      figure: count(held),
      of: null,
      note: say(texts.held, { kader: count(kader.holding) }),
      title: say(texts.heldTitle, { count: count(held) }),
    },
    {
      figure: none,
      of: null,
      note: say(texts.unheld, { eligible: count(unheld.eligible) }),
      title: say(texts.unheldTitle, { count: none, eligible: count(unheld.eligible) }),
    },
    {
      figure: without,
      of: say(texts.ofDesa, { count: count(desa.with_families) }),
      note: say(texts.desa),
      title: say(texts.desaTitle, { count: without }),
    },
  ];
  if (kader.room === null) return headlines;
  const room = count(kader.room);
  const title = say(texts.roomTitle, { kader: count(kader.available) });
  return [...headlines, { figure: room, of: null, note: say(texts.room), title }];
}

function placesPart({ rows, grouping }: CoverageAnswer, locale: StudioLocale): CoveragePart {
  const place = placing(rows.map(({ families }) => families));
  const say = (text: Text) => fillText(text, locale);
  const some = rows.some(({ unheld }) => unheld > 0);
  const bars = rows.map((row): BarRow => {
    return {
      key: `${row.kind} ${row.id}`,
      label: row.name,
      parts: [
        { key: 'held', from: 0, to: place(row.families - row.unheld), tone: 'done' as const },
        { key: 'unheld', from: place(row.families - row.unheld), to: place(row.families), tone: 'due' as const },
      ].filter(({ from, to }) => to > from),
      lineAt: null,
      figure: formatCount(row.families, locale),
      aside: placeAside(row, locale),
      title: placeTitle(row, locale),
      to: null,
      opens: true,
    };
  });
  return {
    key: 'places',
    name: say(texts[grouping]),
    ...drawnOf(bars, locale),
    tones: some
      ? [
          { tone: 'done', text: say(texts.toneHeld) },
          { tone: 'due', text: say(texts.toneUnheld) },
        ]
      : [],
  };
}

/** Desa without a kader have bars of their own below, but for those of several branches. */
function placeAside({ kind, families: all, unheld, desa_without }: CoveragePlace, locale: StudioLocale): string {
  if (all === 0) return fillText(texts.placeEmpty, locale);
  const count = (value: number) => formatCount(value, locale);
  const families =
    unheld === 0 ? fillText(texts.placeFull, locale) : fillText(texts.placeAside, locale, { unheld: count(unheld) });
  const without = kind === 'branch' && desa_without > 0;
  return families + (without ? fillText(texts.placeDesa, locale, { count: count(desa_without) }) : '');
}

function placeTitle(
  { name, families, unheld, kader, desa, desa_without }: CoveragePlace,
  locale: StudioLocale,
): string {
  const count = (value: number) => formatCount(value, locale);
  return fillText(texts.placeTitle, locale, {
    place: name,
    families: count(families),
    unheld: count(unheld),
    kader: count(kader),
    desa: count(desa),
    without: count(desa_without),
  });
}

function gapsPart({ gaps }: CoverageAnswer, locale: StudioLocale): CoveragePart {
  const place = placing(gaps.map(({ families }) => families));
  const rows = gaps.map(({ id, name, district, families, unheld }) => {
    const fill = {
      desa: name,
      district: district ?? '–',
      families: formatCount(families, locale),
      unheld: formatCount(unheld, locale),
    };
    return {
      key: `desa ${id}`,
      label: name,
      parts: [{ key: 'families', from: 0, to: place(families), tone: 'due' as const }],
      lineAt: null,
      figure: fill.families,
      aside: fillText(texts.gapAside, locale, fill),
      title: fillText(texts.gapTitle, locale, fill),
      to: null,
      opens: true,
    };
  });
  return { key: 'gaps', name: fillText(texts.gaps, locale), ...drawnOf(rows, locale), tones: [] };
}

function abovePart({ above, capacity }: CoverageAnswer, locale: StudioLocale): CoveragePart {
  const place = placing(above.map(({ families }) => families));
  const count = (value: number) => formatCount(value, locale);
  const rows = above.map((one) => ({
    key: `kader ${one.kader.id}`,
    label: one.kader.name,
    parts: [{ key: 'families', from: 0, to: place(one.families), tone: 'done' as const }],
    lineAt: place(one.capacity),
    figure: count(one.families),
    aside: fillText(texts.aboveAside, locale, { more: count(one.families - one.capacity) }),
    title: fillText(texts.aboveTitle, locale, {
      kader: one.kader.name,
      families: count(one.families),
      capacity: count(one.capacity),
    }),
    to: recordLink('kader', one.kader.id),
    opens: false,
  }));
  const name =
    capacity === null
      ? fillText(texts.aboveSeveral, locale)
      : fillText(texts.above, locale, { capacity: count(capacity) });
  return { key: 'above', name, ...drawnOf(rows, locale), tones: [] };
}

function drawnOf(rows: BarRow[], locale: StudioLocale): Pick<CoveragePart, 'rows' | 'more'> {
  const more = rows.length - mostDrawn;
  return {
    rows: rows.slice(0, mostDrawn),
    more: more > 0 ? fillText(texts.more, locale, { count: formatCount(more, locale) }) : null,
  };
}

function placing(values: readonly number[]): (value: number) => number {
  return scaleLinear([0, Math.max(1, ...values)], [0, 100]).clamp(true);
}

function tableOf({ rows, gaps, above }: CoverageAnswer, locale: StudioLocale): MonevTable {
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  const column = (text: Text, numeric = true) => ({ label: say(text), numeric });
  const cell = (value: number) => ({ text: formatCount(value, locale), value });
  const none = { text: '', value: null };
  return {
    columns: [
      column(texts.place, false),
      column(texts.familiesColumn),
      column(texts.unheldColumn),
      column(texts.kaderColumn),
      column(texts.desaColumn),
      column(texts.withoutColumn),
    ],
    rows: [
      ...rows.map((row) => [
        { text: row.name },
        cell(row.families),
        cell(row.unheld),
        cell(row.kader),
        cell(row.desa),
        cell(row.desa_without),
      ]),
      ...gaps.map((desa) => [
        { text: say(texts.gapRow, { desa: [desa.name, desa.district].filter(Boolean).join(', ') }) },
        cell(desa.families),
        cell(desa.unheld),
        cell(0),
        none,
        none,
      ]),
      ...above.map(({ kader, families, capacity }) => [
        {
          text: say(texts.aboveRow, { kader: kader.name, capacity: formatCount(capacity, locale) }),
          to: recordLink('kader', kader.id),
        },
        cell(families),
        none,
        none,
        none,
        none,
      ]),
    ],
  };
}
