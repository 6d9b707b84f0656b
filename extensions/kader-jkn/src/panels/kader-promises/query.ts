import { scaleLinear } from 'd3-scale';
import type { PromiseFigures, PromisesAnswer, PromisesRow } from '../../contract/monev-field.ts';
import { promisesOf } from '../../studio/contact-records.ts';
import { formatCount, formatPercent, type StudioLocale } from '../../studio/format.ts';
import {
  type ByOptions,
  type ByView,
  byKey,
  byLabel,
  byPath,
  drawBy,
  readByKey,
  usualCount,
} from '../../studio/monev-by.ts';
import { fileName, formatSpan, formatSubject } from '../../studio/monev-figures.ts';
import type { MonevChoice } from '../../studio/monev-request.ts';
import type { MonevTable } from '../../studio/monev-table.ts';
import { monevTexts } from '../../studio/monev-texts.ts';
import type { BarPart, BarRow, ColumnMark, MonevEmpty, MonevHeadline, ToneName } from '../../studio/monev-view.ts';
import { fillText, type Text, type TextFill } from '../../studio/text.ts';
import type { RecordList } from '../../studio/use-record-list.ts';
import { texts } from './texts.ts';

export interface PromisesView extends ByView {
  /** what the parts of a column are */
  tones: ToneName[];
}

/** The path to ask for. */
export function promisesPath(options: ByOptions, choice: MonevChoice): string {
  return byPath('promises', options, choice);
}

/** What the panel draws and says of an answer. */
export function promisesView(answer: PromisesAnswer, locale: StudioLocale, count = usualCount): PromisesView {
  const { subject, span, total, rows, grouping } = answer;
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  const drawn = answer.gap === null;
  const place = scaleLinear([0, Math.max(1, ...rows.map(allOf))], [0, 100]);
  const { more, ...picture } = drawBy(drawn ? answer : { ...answer, rows: [] }, locale, {
    toColumn: (row) => columnOf(row, place, locale),
    toBar: (row) => barOf(row, locale),
    count,
  });
  return {
    subject: formatSubject(subject, locale),
    span: span && formatSpan(span, locale),
    headlines: drawn ? headlinesOf(total, locale) : [],
    ...picture,
    tones: drawn ? tonesOf(total, grouping === 'month', locale) : [],
    remarks: drawn ? remarksOf(more, locale) : [],
    table: drawn ? tableOf(answer, locale) : null,
    empty: emptyOf(answer, locale),
    summary: say(texts.summary, {
      subject: formatSubject(subject, locale),
      months: span ? formatSpan(span, locale) : '–',
      ...said(total, locale),
    }),
    fileName: fileName('janji-bayar', answer),
  };
}

/** The promises behind a row (`month 2022-01`, `kader 7`), or all of the span. */
export function recordsOf(answer: PromisesAnswer, key: string | null, locale: StudioLocale): RecordList | null {
  const { subject, span } = answer;
  if (span === null) return null;
  const { kind, id } = readByKey(key);
  if (kind === 'month' && id) return promisesOf(subject, { from: id, to: id }, locale);
  const list = promisesOf(subject, span, locale);
  if (kind !== 'kader') return list;
  const whose = { kader: id === 'rest' ? { _null: true } : { _eq: Number(id) } };
  return { ...list, filter: { _and: [list.filter, whose] } };
}

function allOf({ kept, broken, open }: PromiseFigures): number {
  return kept + broken + open;
}

function said({ kept, broken, open }: PromiseFigures, locale: StudioLocale): Record<string, string> {
  const count = (value: number) => formatCount(value, locale);
  return { kept: count(kept), broken: count(broken), open: count(open), judged: count(kept + broken) };
}

function headlinesOf(total: PromiseFigures, locale: StudioLocale): MonevHeadline[] {
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  const figures = said(total, locale);
  const judged: MonevHeadline = {
    figure: formatPercent(total.rate, locale),
    of: null,
    note: say(total.rate === null ? texts.noneJudged : texts.kept, figures),
    title: say(texts.kept, figures),
  };
  const open = figures['open'] ?? '';
  return [judged, ...(total.open > 0 ? [{ figure: open, of: null, note: say(texts.waiting), title: open }] : [])];
}

function labelOf(row: PromisesRow, locale: StudioLocale): string {
  return byLabel(row, locale) ?? fillText(texts.officers, locale);
}

function titleOf(row: PromisesRow, locale: StudioLocale): string {
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  return [
    say(texts.title, { name: labelOf(row, locale), ...said(row, locale) }),
    row.rate === null ? '' : say(texts.titleRate, { rate: formatPercent(row.rate, locale) }),
    row.kind === 'month' && row.running ? say(texts.titleRunning) : '',
  ].join('');
}

/** Kept from zero, then what was not, then what waits. */
function partsOf({ kept, broken, open }: PromiseFigures, place: (value: number) => number): BarPart[] {
  const parts: BarPart[] = [
    { key: 'kept', from: 0, to: place(kept), tone: 'done' },
    { key: 'broken', from: place(kept), to: place(kept + broken), tone: 'due' },
    { key: 'open', from: place(kept + broken), to: place(kept + broken + open), tone: 'still' },
  ];
  return parts.filter(({ from, to }) => to > from);
}

function tonesOf({ kept, broken, open }: PromiseFigures, withOpen: boolean, locale: StudioLocale): ToneName[] {
  const names: (ToneName & { count: number })[] = [
    { tone: 'done', text: fillText(texts.keptPart, locale), count: kept },
    { tone: 'due', text: fillText(texts.brokenPart, locale), count: broken },
    { tone: 'still', text: fillText(texts.openPart, locale), count: withOpen ? open : 0 },
  ];
  return names.filter(({ count }) => count > 0).map(({ tone, text }) => ({ tone, text }));
}

function columnOf(row: PromisesRow, place: (value: number) => number, locale: StudioLocale): ColumnMark {
  return {
    key: byKey(row),
    parts: partsOf(row, place),
    lineAt: null,
    figure: row.rate === null ? null : formatPercent(row.rate, locale),
    title: titleOf(row, locale),
    to: null,
    opens: allOf(row) > 0,
  };
}

/** Of those judged, the share that was kept: every bar is as long as all of them. */
function barOf(row: PromisesRow, locale: StudioLocale): BarRow {
  const judged = row.kept + row.broken;
  const place = (value: number) => (judged === 0 ? 0 : (value / judged) * 100);
  return {
    key: byKey(row),
    label: labelOf(row, locale),
    parts: partsOf({ ...row, open: 0 }, place),
    lineAt: null,
    figure: formatPercent(row.rate, locale),
    aside: fillText(judged === 0 ? texts.asideWaiting : texts.aside, locale, said(row, locale)),
    title: titleOf(row, locale),
    to: null,
    opens: true,
  };
}

function remarksOf(more: number, locale: StudioLocale): string[] {
  const closed = fillText(texts.closed, locale);
  return more > 0 ? [fillText(texts.more, locale, { count: formatCount(more, locale) }), closed] : [closed];
}

function tableOf({ rows, total, grouping }: PromisesAnswer, locale: StudioLocale): MonevTable {
  const column = (text: Text, numeric = true) => ({ label: fillText(text, locale), numeric });
  const count = (value: number) => ({ text: formatCount(value, locale), value });
  const figures = ({ kept, broken, open, rate }: PromiseFigures) => [
    count(kept),
    count(broken),
    count(open),
    { text: formatPercent(rate, locale), value: rate },
  ];
  return {
    columns: [
      column(texts[grouping], false),
      column(texts.keptColumn),
      column(texts.brokenColumn),
      column(texts.openColumn),
      column(texts.rateColumn),
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

function emptyOf({ gap, span }: PromisesAnswer, locale: StudioLocale): MonevEmpty | null {
  if (gap === null) return null;
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  const action = { label: say(monevTexts.recordContact), to: '/content/activity/+' };
  if (span === null) return { title: say(monevTexts.noMonths), hint: say(monevTexts.noMonthsHint), action };
  const months = formatSpan({ ...span, running: false }, locale);
  return { title: say(texts.noData, { months }), hint: null, action };
}
