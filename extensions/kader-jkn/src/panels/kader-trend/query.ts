import { scaleLinear } from 'd3-scale';
import type { TrendAnswer, TrendMonth } from '../../contract/monev-money.ts';
import {
  formatChange,
  formatCount,
  formatMonth,
  formatPercent,
  formatRupiah,
  formatRupiahShort,
  type StudioLocale,
} from '../../studio/format.ts';
import { fileName, formatSpan, formatSubject } from '../../studio/monev-figures.ts';
import { paymentsOf } from '../../studio/monev-records.ts';
import {
  asked,
  type MonevChoice,
  type MonevPanelOptions,
  monevPath,
  type Picked,
  pickedId,
  spanParams,
} from '../../studio/monev-request.ts';
import type { MonevTable } from '../../studio/monev-table.ts';
import { monevTexts } from '../../studio/monev-texts.ts';
import type { AxisMonth, LineMark, LineSeries, MonevEmpty, MonevHeadline } from '../../studio/monev-view.ts';
import { monthAxis } from '../../studio/month-axis.ts';
import { fillText, type Text, type TextFill } from '../../studio/text.ts';
import type { RecordList } from '../../studio/use-record-list.ts';
import { texts } from './texts.ts';

export interface TrendOptions extends MonevPanelOptions {
  kader?: Picked;
  /** months added up from the first of the span */
  cumulative?: boolean | null | undefined;
}

export interface TrendView {
  subject: string;
  /** the months, and how they are drawn */
  span: string | null;
  headlines: MonevHeadline[];
  months: AxisMonth[];
  series: LineSeries[];
  marks: LineMark[];
  table: MonevTable | null;
  empty: MonevEmpty | null;
  /** the text alternative */
  summary: string;
  fileName: string;
}

/** The path to ask for: a year where nobody chose how many months. */
export function trendPath(options: TrendOptions, choice: MonevChoice): string {
  const { branch, area, to, reach } = asked(options, choice);
  const kader = pickedId(options.kader);
  return monevPath('trend', { branch, area, kader, ...spanParams({ to, reach: reach === 'auto' ? 12 : reach }) });
}

/** What the panel draws and says of an answer. */
export function trendView(answer: TrendAnswer, locale: StudioLocale, cumulative: boolean): TrendView {
  const { subject, span, total, year } = answer;
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  const drawn = span !== null && (answer.gap === null || total.target !== null);
  const months = drawn ? (cumulative ? addedUp(answer.months) : answer.months) : [];
  return {
    subject: formatSubject(subject, locale),
    span: span && [formatSpan(span, locale), cumulative ? say(texts.cumulative) : null].filter(Boolean).join(', '),
    headlines: drawn ? headlinesOf(answer, locale) : [],
    months: monthAxis(
      months.map(({ month }) => month),
      locale,
    ),
    series: seriesOf(months, locale),
    marks: months.map((one) => ({
      key: one.month,
      title: titleOf(one, locale),
      to: null,
      opens: one.realised !== null,
    })),
    table: drawn ? tableOf(answer, locale) : null,
    empty: emptyOf(answer, locale),
    summary:
      say(texts.summary, {
        subject: formatSubject(subject, locale),
        months: span ? formatSpan(span, locale) : '–',
        realised: formatRupiah(total.realised, locale),
      }) +
      (total.target === null
        ? ''
        : say(texts.summaryTarget, {
            target: formatRupiah(total.target, locale),
            attainment: formatPercent(total.attainment, locale),
          })) +
      (year === null || year.before <= 0 ? '' : say(texts.summaryYear, { change: changeOf(year, locale) })),
    fileName: fileName('tren', answer),
  };
}

/** The payments of one month (cumulative: up to it), or of the whole span. */
export function recordsOf(
  { subject, span }: TrendAnswer,
  month: string | null,
  cumulative: boolean,
  locale: StudioLocale,
): RecordList | null {
  if (span === null) return null;
  const from = month === null || cumulative ? span.from : month;
  return paymentsOf(subject, { from, to: month ?? span.to }, locale);
}

/** Each month with all before it; a figure that is not known ends its line, or leaves it out from the start. */
function addedUp(months: readonly TrendMonth[]): TrendMonth[] {
  const sums = { realised: 0 as number | null, target: 0 as number | null, before: 0 as number | null };
  return months.map((one) => {
    for (const key of ['realised', 'target', 'before'] as const) {
      const [sum, part] = [sums[key], one[key]];
      sums[key] = sum === null || part === null ? null : sum + part;
    }
    const { realised, target } = sums;
    return { ...one, ...sums, attainment: realised === null || !target ? null : realised / target };
  });
}

function changeOf({ realised, before }: { realised: number; before: number }, locale: StudioLocale): string {
  return formatChange(realised / before - 1, locale);
}

function headlinesOf({ total, year }: TrendAnswer, locale: StudioLocale): MonevHeadline[] {
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  const of = (format: typeof formatRupiah) =>
    total.target === null ? null : say(texts.of, { target: format(total.target, locale) });
  const money: MonevHeadline = {
    figure: formatRupiahShort(total.realised, locale),
    of: of(formatRupiahShort),
    note:
      total.target === null
        ? say(texts.noTarget)
        : say(texts.attained, { attainment: formatPercent(total.attainment, locale) }),
    title: [formatRupiah(total.realised, locale), of(formatRupiah)].filter(Boolean).join(' '),
  };
  if (year === null || year.before <= 0) return [money];
  const change: MonevHeadline = {
    figure: changeOf(year, locale),
    of: null,
    note: say(texts.sinceLastYear, { count: formatCount(year.months, locale) }),
    title: say(texts.yearTitle, {
      realised: formatRupiah(year.realised, locale),
      before: formatRupiah(year.before, locale),
    }),
  };
  return [money, change];
}

function seriesOf(months: readonly TrendMonth[], locale: StudioLocale): LineSeries[] {
  const most = Math.max(
    1,
    ...months.flatMap(({ realised, target, before }) => [realised ?? 0, target ?? 0, before ?? 0]),
  );
  const place = scaleLinear([0, most], [0, 100]).clamp(true);
  const open = months.findIndex(({ closed }) => !closed);
  const openFrom = open === -1 ? null : open;
  const line = (key: 'target' | 'before' | 'realised', tone: LineSeries['tone'], label: Text): LineSeries => {
    const figures = months.map((month) => month[key]);
    return {
      key,
      tone,
      label: fillText(label, locale),
      figure: formatRupiahShort(figures.findLast((figure) => figure !== null) ?? null, locale),
      places: figures.map((figure) => (figure === null ? null : place(figure))),
      openFrom: key === 'realised' ? openFrom : null,
    };
  };
  return [
    line('before', 'still', texts.lastYear),
    line('target', 'target', texts.target),
    line('realised', 'done', texts.collected),
  ];
}

function titleOf({ month, realised, target, attainment, before, closed }: TrendMonth, locale: StudioLocale): string {
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  const rupiah = (value: number | null) => formatRupiah(value, locale);
  return [
    say(texts.markTitle, { month: formatMonth(month, locale), realised: rupiah(realised) }),
    target === null
      ? ''
      : say(texts.markTarget, { target: rupiah(target), attainment: formatPercent(attainment, locale) }),
    before === null ? '' : say(texts.markBefore, { before: rupiah(before) }),
    closed || realised === null ? '' : say(texts.markRunning),
  ].join('');
}

function tableOf({ months, total }: TrendAnswer, locale: StudioLocale): MonevTable {
  const column = (text: Text, numeric = true) => ({ label: fillText(text, locale), numeric });
  const cell = (value: number | null) => ({ text: formatRupiah(value, locale), value });
  const percent = (value: number | null) => ({ text: formatPercent(value, locale), value });
  // an open month still grows: nothing to compare
  const change = ({ realised, before, closed }: Pick<TrendMonth, 'realised' | 'before' | 'closed'>) => {
    const value = !closed || realised === null || before === null || before <= 0 ? null : realised / before - 1;
    return { text: value === null ? '–' : formatChange(value, locale), value };
  };
  return {
    columns: [
      column(texts.month, false),
      column(texts.realisedColumn),
      column(texts.targetColumn),
      column(texts.attainmentColumn),
      column(texts.beforeColumn),
      column(texts.changeColumn),
    ],
    rows: [
      ...months.map((one) => [
        { text: formatMonth(one.month, locale), value: one.month },
        cell(one.realised),
        cell(one.target),
        percent(one.attainment),
        cell(one.before),
        change(one),
      ]),
      [
        { text: fillText(texts.total, locale) },
        cell(total.realised),
        cell(total.target),
        percent(total.attainment),
        cell(null),
        change({ realised: null, before: null, closed: false }),
      ],
    ],
  };
}

function emptyOf({ gap, span, total }: TrendAnswer, locale: StudioLocale): MonevEmpty | null {
  if (gap === null) return null;
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  const action = { label: say(monevTexts.recordPayment), to: '/content/collection/+' };
  if (span === null) return { title: say(monevTexts.noMonths), hint: say(monevTexts.noMonthsHint), action };
  return {
    title: say(texts.noData, { months: formatSpan({ ...span, running: false }, locale) }),
    hint: total.target === null ? null : say(texts.dueHint, { target: formatRupiah(total.target, locale) }),
    action,
  };
}
