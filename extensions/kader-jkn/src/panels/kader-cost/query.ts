import { scaleLinear } from 'd3-scale';
import type { Cost, CostAnswer, CostGrouping, CostRow } from '../../contract/monev-money.ts';
import {
  formatMonth,
  formatPercent,
  formatRate,
  formatRupiah,
  formatRupiahShort,
  type StudioLocale,
} from '../../studio/format.ts';
import { fileName, formatSpan, formatSubject } from '../../studio/monev-figures.ts';
import { statementsOf } from '../../studio/monev-records.ts';
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
import type {
  AxisMonth,
  BarPart,
  BarRow,
  ColumnMark,
  MonevEmpty,
  MonevHeadline,
  ToneName,
} from '../../studio/monev-view.ts';
import { monthAxis } from '../../studio/month-axis.ts';
import { recordLink } from '../../studio/record-link.ts';
import { fillText, type Text, type TextFill } from '../../studio/text.ts';
import type { RecordList } from '../../studio/use-record-list.ts';
import { texts } from './texts.ts';

export interface CostOptions extends MonevPanelOptions {
  kader?: Picked;
  by?: CostGrouping | null | undefined;
}

export interface CostView {
  subject: string;
  span: string | null;
  headlines: MonevHeadline[];
  /** over time: columns with their months; else bars */
  months: AxisMonth[];
  columns: ColumnMark[];
  bars: BarRow[];
  /** what the parts of bars are, where there are both */
  tones: ToneName[];
  remark: string | null;
  table: MonevTable | null;
  empty: MonevEmpty | null;
  /** the text alternative */
  summary: string;
  fileName: string;
}

/** The path to ask for: a year where nobody chose how many months. */
export function costPath(options: CostOptions, choice: MonevChoice): string {
  const { branch, area, to, reach } = asked(options, choice);
  const kader = pickedId(options.kader);
  const span = spanParams({ to, reach: reach === 'auto' ? 12 : reach });
  return monevPath('cost', { branch, area, kader, by: options.by, ...span });
}

/** What the panel draws and says of an answer. */
export function costView(answer: CostAnswer, locale: StudioLocale): CostView {
  const { subject, span, total, rows, grouping } = answer;
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  const drawn = answer.gap === null;
  const place = scaleLinear([0, Math.max(1, ...rows.map(({ commission }) => commission ?? 0))], [0, 100]).clamp(true);
  const byMonth = grouping === 'month';
  return {
    subject: formatSubject(subject, locale),
    span: span && formatSpan(span, locale),
    headlines: drawn ? headlinesOf(total, locale) : [],
    months:
      drawn && byMonth
        ? monthAxis(
            rows.map(({ month }) => month ?? ''),
            locale,
          )
        : [],
    columns: drawn && byMonth ? rows.map((row) => columnOf(row, place, locale)) : [],
    bars: drawn && !byMonth ? rows.map((row) => barOf(row, place, locale)) : [],
    tones: drawn ? tonesOf(rows, locale) : [],
    remark: drawn ? remarkOf(answer, locale) : null,
    table: drawn && rows.length > 0 ? tableOf(answer, locale) : null,
    empty: emptyOf(answer, locale),
    summary:
      say(texts.summary, {
        subject: formatSubject(subject, locale),
        months: span ? formatSpan(span, locale) : '–',
        commission: formatRupiah(total.commission, locale),
        collected: formatRupiah(total.collected, locale),
      }) + (total.rate === null ? '' : say(texts.titleRate, { rate: formatPercent(total.rate, locale) })),
    fileName: fileName('imbal-jasa', answer),
  };
}

/** The statements behind a row that is no single record: of a month, or of a kader's months. */
export function recordsOf(answer: CostAnswer, key: string | null, locale: StudioLocale): RecordList | null {
  const { subject, span, rows } = answer;
  if (span === null) return null;
  const row = rows.find((one) => keyOf(one) === key);
  const months = row?.month ? { from: row.month, to: row.month } : span;
  return statementsOf(subject, months, row?.kind === 'kader' ? row.id : null, locale);
}

function keyOf({ kind, id, month }: CostRow): string {
  return `${kind} ${month ?? id ?? 'rest'}`;
}

function headlinesOf({ collected, commission, paid, rate }: Cost, locale: StudioLocale): MonevHeadline[] {
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  const exact = say(texts.of, { collected: formatRupiah(collected, locale) });
  const headlines: MonevHeadline[] = [
    {
      figure: formatRupiahShort(commission, locale),
      of: say(texts.of, { collected: formatRupiahShort(collected, locale) }),
      note: rate === null ? say(texts.noRate) : say(texts.rate, { rate: formatPercent(rate, locale) }),
      title: `${formatRupiah(commission, locale)} ${exact}${rateSaid(rate, locale)}`,
    },
  ];
  const money = (value: number, text: Text) => ({
    figure: formatRupiahShort(value, locale),
    of: null,
    note: say(text),
    title: formatRupiah(value, locale),
  });
  if (paid > 0) headlines.push(money(paid, texts.paid));
  if (commission !== null && commission > paid) headlines.push(money(commission - paid, texts.waiting));
  return headlines;
}

/** The exact rate, as one compares it with a scheme: ` (12,55%)`. */
function rateSaid(rate: number | null, locale: StudioLocale): string {
  return rate === null
    ? ''
    : fillText(texts.titleRate, locale, { rate: formatRate(Math.round(rate * 10_000), locale) });
}

function labelOf({ kind, month, name }: CostRow, locale: StudioLocale): string {
  if (kind === 'month') return formatMonth(month, locale);
  return name ?? fillText(monevTexts.noKader, locale);
}

function titleOf(row: CostRow, locale: StudioLocale): string {
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  const said = {
    name: labelOf(row, locale),
    commission: formatRupiah(row.commission, locale),
    collected: formatRupiah(row.collected, locale),
  };
  if (row.commission === null) return say(texts.notReckonedTitle, said);
  return [
    say(texts.title, said),
    rateSaid(row.rate, locale),
    row.paid > 0 ? say(texts.titlePaid, { paid: formatRupiah(row.paid, locale) }) : '',
    row.running ? say(texts.titleRunning) : '',
  ].join('');
}

function partsOf({ commission, paid }: CostRow, place: (value: number) => number): BarPart[] {
  const [done, all] = [place(Math.min(paid, commission ?? 0)), place(commission ?? 0)];
  const parts: BarPart[] = [
    { key: 'paid', from: 0, to: done, tone: 'done' },
    { key: 'waiting', from: done, to: all, tone: 'due' },
  ];
  return parts.filter(({ from, to }) => to > from);
}

function columnOf(row: CostRow, place: (value: number) => number, locale: StudioLocale): ColumnMark {
  return {
    key: keyOf(row),
    parts: partsOf(row, place),
    lineAt: null,
    figure: row.rate === null ? null : formatPercent(row.rate, locale),
    title: titleOf(row, locale),
    to: row.period === null ? null : recordLink('period', row.period),
    opens: row.period === null && row.commission !== null,
  };
}

function barOf(row: CostRow, place: (value: number) => number, locale: StudioLocale): BarRow {
  return {
    key: keyOf(row),
    label: labelOf(row, locale),
    parts: partsOf(row, place),
    lineAt: null,
    figure: formatRupiahShort(row.commission, locale),
    aside:
      row.rate === null
        ? fillText(texts.asideNothing, locale)
        : fillText(texts.aside, locale, {
            rate: formatPercent(row.rate, locale),
            collected: formatRupiahShort(row.collected, locale),
          }),
    title: titleOf(row, locale),
    to: row.statement === null ? null : recordLink('commission', row.statement),
    opens: row.statement === null && row.id !== null,
  };
}

function tonesOf(rows: readonly CostRow[], locale: StudioLocale): ToneName[] {
  const both = rows.some(({ paid }) => paid > 0) && rows.some(({ paid, commission }) => paid < (commission ?? 0));
  if (!both) return [];
  return [
    { tone: 'done', text: fillText(texts.paid, locale) },
    { tone: 'due', text: fillText(texts.waiting, locale) },
  ];
}

function remarkOf(answer: CostAnswer, locale: StudioLocale): string | null {
  const columns = answer.grouping === 'month' ? fillText(texts.columns, locale) : '';
  const said = [columns, notReckoned(answer, locale)].filter(Boolean);
  return said.length === 0 ? null : said.join(' ');
}

function notReckoned({ not_reckoned, rows }: CostAnswer, locale: StudioLocale): string {
  if (not_reckoned.length === 0 || rows.every(({ commission }) => commission === null)) return '';
  const months = not_reckoned.map((month) => formatMonth(month, locale)).join(', ');
  return fillText(texts.notReckoned, locale, { months });
}

function tableOf({ rows, total, grouping }: CostAnswer, locale: StudioLocale): MonevTable {
  const column = (text: Text, numeric = true) => ({ label: fillText(text, locale), numeric });
  const cell = (value: number | null) => ({ text: formatRupiah(value, locale), value });
  const figures = ({ collected, commission, rate, paid }: Cost) => [
    cell(collected),
    cell(commission),
    { text: formatPercent(rate, locale), value: rate },
    cell(paid),
  ];
  return {
    columns: [
      column(texts[grouping], false),
      column(texts.collectedColumn),
      column(texts.commissionColumn),
      column(texts.rateColumn),
      column(texts.paidColumn),
    ],
    rows: [
      ...rows.map((row) => [
        { text: labelOf(row, locale), ...(row.month !== null && { value: row.month }) },
        ...figures(row),
      ]),
      [{ text: fillText(texts.total, locale) }, ...figures(total)],
    ],
  };
}

function emptyOf({ gap, span }: CostAnswer, locale: StudioLocale): MonevEmpty | null {
  if (gap === null) return null;
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  const action = { label: say(monevTexts.recordPayment), to: '/content/collection/+' };
  if (span === null) return { title: say(monevTexts.noMonths), hint: say(monevTexts.noMonthsHint), action };
  return { title: say(texts.noData, { months: formatSpan({ ...span, running: false }, locale) }), hint: null, action };
}
