import { scaleLinear } from 'd3-scale';
import type {
  AgeingAnswer,
  AgeingBandRow,
  AgeingPlaceRow,
  ArrearsCell,
  ArrearsMovement,
} from '../../contract/monev-money.ts';
import { livesIn } from '../../studio/family-records.ts';
import {
  formatCount,
  formatDate,
  formatRupiah,
  formatRupiahShort,
  type StudioLocale,
  signed,
} from '../../studio/format.ts';
import { fileName, formatSubject } from '../../studio/monev-figures.ts';
import {
  asked,
  type MonevChoice,
  type MonevPanelOptions,
  monevPath,
  type Picked,
  pickedId,
} from '../../studio/monev-request.ts';
import type { MonevTable, MonevTableCell } from '../../studio/monev-table.ts';
import type { BarPart, BarRow, BarTone, MonevEmpty, MonevHeadline } from '../../studio/monev-view.ts';
import { fillText, type Text, type TextFill } from '../../studio/text.ts';
import type { RecordList } from '../../studio/use-record-list.ts';
import { texts } from './texts.ts';

export interface AgeingOptions extends MonevPanelOptions {
  kader?: Picked;
  /** bars of families; else of rupiah */
  measure?: 'amount' | 'families' | null | undefined;
}

export interface AgeingView {
  subject: string;
  on: string;
  headlines: MonevHeadline[];
  bands: { name: string; rows: BarRow[] };
  /** null: one place only */
  places: { name: string; rows: BarRow[] } | null;
  remarks: string[];
  table: MonevTable | null;
  empty: MonevEmpty | null;
  /** the text alternative */
  summary: string;
  fileName: string;
}

const shades: readonly BarTone[] = ['shade-1', 'shade-2', 'shade-3', 'shade-4'];

/** The path to ask for: a month's end where the viewer chose a month, else now. */
export function ageingPath(options: AgeingOptions, choice: MonevChoice): string {
  const { branch, area, to } = asked(options, choice);
  return monevPath('ageing', { branch, area, kader: pickedId(options.kader), to });
}

/** What the panel draws and says of an answer. */
export function ageingView(answer: AgeingAnswer, locale: StudioLocale, measure: keyof ArrearsCell): AgeingView {
  const { subject, total, published } = answer;
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  const drawn = answer.gap === null;
  const moved = total.before && total[measure] - total.before[measure];
  return {
    subject: formatSubject(subject, locale),
    on: say(answer.now ? texts.now : texts.asOf, { date: formatDate(published?.as_of ?? answer.as_of, locale) }),
    headlines: drawn ? headlinesOf(answer, locale) : publishedHeadline(answer, locale),
    bands: { name: say(texts.byBand), rows: drawn ? bandRows(answer, locale, measure) : [] },
    places: drawn ? placesOf(answer, locale, measure) : publishedPlaces(answer, locale),
    remarks: remarksOf(answer, locale),
    table: drawn ? tableOf(answer, locale) : null,
    empty: drawn || published ? null : emptyOf(locale),
    summary:
      say(texts.summary, {
        subject: formatSubject(subject, locale),
        on: formatDate(answer.as_of, locale),
        amount: formatRupiah(published?.amount ?? total.amount, locale),
        count: formatCount(total.families, locale),
      }) +
      (moved === null || answer.before_on === null
        ? ''
        : say(texts.summaryMoved, {
            moved: movedSaid(moved, measure, locale),
            date: formatDate(answer.before_on, locale),
          })),
    fileName: fileName('tunggakan', {
      subject,
      span: { from: answer.month, to: answer.month, chosen: 'asked', running: false },
    }),
  };
}

function bandRows(answer: AgeingAnswer, locale: StudioLocale, measure: keyof ArrearsCell): BarRow[] {
  const { bands } = answer;
  const place = scaleTo(bands.flatMap((band) => [band[measure], band.before?.[measure] ?? 0]));
  return bands.map((band, index) =>
    barOf(answer, band, {
      key: `band ${index}`,
      label: bandName(band, locale),
      parts: [{ key: 'all', from: 0, to: place(band[measure]), tone: shades[index] ?? 'done' }],
      lineAt: lineOf(band, measure, place),
      measure,
      locale,
    }),
  );
}

/** The families in arrears of a band or a place, as they are now. */
export function recordsOf(answer: AgeingAnswer, key: string | null, locale: StudioLocale): RecordList | null {
  const { subject, bands } = answer;
  const [kind, id] = key?.split(' ') ?? [];
  const band = kind === 'band' ? bands[Number(id)] : undefined;
  const months = band
    ? band.to === null
      ? { _gte: band.from }
      : { _between: [band.from, band.to] }
    : { _gte: bands[0]?.from ?? 1 };
  const place = kind === 'regency' || kind === 'district' ? Number(id) : subject.area?.id;
  return {
    collectionName: 'binaan',
    title: [
      formatSubject(subject, locale),
      band && bandName(band, locale),
      // of the end of a month, families as they are now are all there is
      answer.now ? '' : fillText(texts.now, locale),
    ]
      .filter(Boolean)
      .join(' · '),
    filter: {
      _and: [
        ...(subject.branch ? [{ branch: { _eq: subject.branch.id } }] : []),
        ...(subject.kader ? [{ kader: { _eq: subject.kader.id } }] : []),
        ...(place === undefined ? [] : [livesIn(place)]),
        { status: { _in: ['active', 'muted'] } },
        { owed_months: months },
      ],
    },
  };
}

function scaleTo(figures: readonly number[]): (figure: number) => number {
  return scaleLinear([0, Math.max(1, ...figures)], [0, 100]).clamp(true);
}

/** Where it stood before; nothing where there was nothing and is nothing. */
function lineOf(cell: ArrearsMovement, measure: keyof ArrearsCell, place: (figure: number) => number): number | null {
  return cell.before === null || cell.before[measure] + cell[measure] === 0 ? null : place(cell.before[measure]);
}

function bandName({ from, to }: Pick<AgeingBandRow, 'from' | 'to'>, locale: StudioLocale): string {
  if (to === null) return fillText(texts.bandAbove, locale, { from });
  return fillText(from === to ? texts.bandOne : texts.band, locale, { from, to });
}

function figureOf(cell: ArrearsCell, measure: keyof ArrearsCell, locale: StudioLocale): string {
  return measure === 'amount' ? formatRupiahShort(cell.amount, locale) : formatCount(cell.families, locale);
}

/** `+Rp 12 jt`, `-35`, `0`. */
function movedSaid(moved: number, measure: keyof ArrearsCell, locale: StudioLocale): string {
  return signed(moved, measure === 'amount' ? formatRupiahShort(moved, locale) : formatCount(moved, locale));
}

function headlinesOf({ total, before_on }: AgeingAnswer, locale: StudioLocale): MonevHeadline[] {
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  const { before } = total;
  const note = (text: Text, measure: keyof ArrearsCell) => {
    if (before === null || before_on === null) return say(text);
    const difference = total[measure] - before[measure];
    const date = formatDate(before_on, locale);
    const since = difference === 0 ? texts.unmoved : texts.moved;
    return `${say(text)}, ${say(since, { moved: movedSaid(difference, measure, locale), date })}`;
  };
  const exact = (write: (cell: ArrearsCell) => string) =>
    before === null ? write(total) : say(texts.movedTitle, { now: write(total), before: write(before) });
  return [
    {
      figure: formatRupiahShort(total.amount, locale),
      of: null,
      note: note(texts.arrears, 'amount'),
      title: exact(({ amount }) => formatRupiah(amount, locale)),
    },
    {
      figure: formatCount(total.families, locale),
      of: null,
      note: note(texts.families, 'families'),
      title: exact(({ families }) => formatCount(families, locale)),
    },
  ];
}

interface Drawn {
  key: string;
  label: string;
  parts: BarPart[];
  lineAt: number | null;
  measure: keyof ArrearsCell;
  locale: StudioLocale;
}

function barOf(
  answer: AgeingAnswer,
  cell: ArrearsMovement,
  { key, label, parts, lineAt, measure, locale }: Drawn,
): BarRow {
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  const count = formatCount(cell.families, locale);
  const said = (one: ArrearsCell) => ({
    amount: formatRupiah(one.amount, locale),
    count: formatCount(one.families, locale),
  });
  const { before } = cell;
  return {
    key,
    label,
    parts: parts.filter(({ from, to }) => to > from),
    lineAt,
    figure: figureOf(cell, measure, locale),
    aside:
      before === null
        ? say(texts.aside, { count })
        : say(texts.asideMoved, { count, moved: movedSaid(cell.families - before.families, 'families', locale) }),
    title: [
      say(texts.title, { name: label, ...said(cell) }),
      before && answer.before_on
        ? say(texts.titleBefore, { date: formatDate(answer.before_on, locale), ...said(before) })
        : '',
    ].join(''),
    to: null,
    opens: cell.families > 0,
  };
}

function placesOf(answer: AgeingAnswer, locale: StudioLocale, measure: keyof ArrearsCell): AgeingView['places'] {
  const { rows } = answer;
  if (rows.length < 2) return null;
  const place = scaleTo(rows.flatMap((row) => [row[measure], row.before?.[measure] ?? 0]));
  return {
    name: fillText(texts.byPlace, locale),
    rows: rows.map((row) => {
      let sum = 0;
      const parts = row.bands.map((cell, index): BarPart => {
        const from = place(sum);
        sum += cell[measure];
        return { key: `${index}`, from, to: place(sum), tone: shades[index] ?? 'done' };
      });
      const { kind, id } = row;
      const bar = barOf(answer, row, {
        key: `${kind} ${id ?? 'rest'}`,
        label: nameOf(row, locale),
        parts,
        lineAt: lineOf(row, measure, place),
        measure,
        locale,
      });
      return { ...bar, opens: bar.opens && id !== null };
    }),
  };
}

function nameOf({ name }: AgeingPlaceRow, locale: StudioLocale): string {
  return name ?? fillText(texts.elsewhere, locale);
}

function publishedHeadline({ published }: AgeingAnswer, locale: StudioLocale): MonevHeadline[] {
  if (published === null) return [];
  const note = fillText(texts.asOf, locale, { date: formatDate(published.as_of, locale) });
  return [
    {
      figure: formatRupiahShort(published.amount, locale),
      of: null,
      note,
      title: formatRupiah(published.amount, locale),
    },
  ];
}

function publishedPlaces({ published }: AgeingAnswer, locale: StudioLocale): AgeingView['places'] {
  if (published === null || published.parts.length === 0) return null;
  const known = published.parts.reduce((sum, { amount }) => sum + amount, 0);
  const rest = published.amount - known;
  const place = scaleTo(published.parts.map(({ amount }) => amount));
  const bar = (key: string, label: string, amount: number): BarRow => ({
    key,
    label,
    parts: [{ key: 'all', from: 0, to: place(amount), tone: 'due' }],
    lineAt: null,
    figure: formatRupiahShort(amount, locale),
    aside: '',
    title: `${label}: ${formatRupiah(amount, locale)}`,
    to: null,
    opens: false,
  });
  return {
    name: fillText(texts.byPlace, locale),
    rows: [
      ...published.parts.map(({ id, name, amount }) => bar(`regency ${id}`, name, amount)),
      ...(rest > 0 ? [bar('rest', fillText(texts.unexplained, locale), rest)] : []),
    ],
  };
}

function remarksOf({ gap, before_on, rows, published }: AgeingAnswer, locale: StudioLocale): string[] {
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  if (published) {
    return [say(texts.published, { date: formatDate(published.as_of, locale), source: published.source })];
  }
  if (gap !== null) return [];
  const picture = [
    before_on === null ? '' : say(texts.line, { date: formatDate(before_on, locale) }),
    rows.length > 1 ? say(texts.colours) : '',
    say(texts.estimate),
  ];
  return [picture.filter(Boolean).join(' ')];
}

function tableOf({ total, bands, rows }: AgeingAnswer, locale: StudioLocale): MonevTable {
  const column = (text: Text, numeric = true) => ({ label: fillText(text, locale), numeric });
  const all = fillText(texts.all, locale);
  const figures = ({ families, amount, before }: ArrearsMovement): MonevTableCell[] => [
    { text: formatCount(families, locale), value: families },
    { text: formatRupiah(amount, locale), value: amount },
    { text: formatCount(before?.families, locale), value: before?.families ?? null },
    { text: formatRupiah(before?.amount, locale), value: before?.amount ?? null },
  ];
  const lineOf = (place: string, months: string, cell: ArrearsMovement) => [
    { text: place },
    { text: months },
    ...figures(cell),
  ];
  return {
    columns: [
      column(texts.place, false),
      column(texts.months, false),
      column(texts.familiesColumn),
      column(texts.amountColumn),
      column(texts.familiesBefore),
      column(texts.amountBefore),
    ],
    rows: [
      ...bands.map((band) => lineOf(all, bandName(band, locale), band)),
      lineOf(all, all, total),
      ...(rows.length < 2 ? [] : rows).flatMap((row) => [
        ...row.bands.flatMap((cell, index) => {
          const band = bands[index];
          if (band === undefined || cell.families === 0) return [];
          return [lineOf(nameOf(row, locale), bandName(band, locale), { ...cell, before: null })];
        }),
        lineOf(nameOf(row, locale), all, row),
      ]),
    ],
  };
}

function emptyOf(locale: StudioLocale): MonevEmpty {
  const say = (text: Text) => fillText(text, locale);
  return {
    title: say(texts.noData),
    hint: say(texts.noDataHint),
    action: { label: say(texts.noDataAction), to: '/content/import_batch/+' },
  };
}
