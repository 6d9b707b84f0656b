import { scaleLinear } from 'd3-scale';
import type { AttainmentRow } from '../../contract/monev.ts';
import type { EndReason, WorkforceAnswer, WorkforceMonth } from '../../contract/monev-people.ts';
import { daysAfter, firstDay, lastDay, type Period } from '../../core/period.ts';
import { endTexts } from '../../studio/end-texts.ts';
import { formatCount, formatMonth, formatMonthSpan, formatPercent, type StudioLocale } from '../../studio/format.ts';
import { fileName, formatSubject } from '../../studio/monev-figures.ts';
import { asked, type MonevChoice, type MonevPanelOptions, monevPath, spanParams } from '../../studio/monev-request.ts';
import type { MonevTable } from '../../studio/monev-table.ts';
import { monevTexts } from '../../studio/monev-texts.ts';
import type {
  AxisMonth,
  BarRow,
  BulletRow,
  ColumnMark,
  LineMark,
  LineSeries,
  MonevEmpty,
  MonevHeadline,
} from '../../studio/monev-view.ts';
import { monthAxis } from '../../studio/month-axis.ts';
import { kaderOf } from '../../studio/people-records.ts';
import { fillText, type Text, type TextFill } from '../../studio/text.ts';
import type { RecordList } from '../../studio/use-record-list.ts';
import { texts } from './texts.ts';

export interface WorkforceView {
  subject: string;
  span: string | null;
  headlines: MonevHeadline[];
  /** kader against target by place, where there are several */
  places: BulletRow[];
  more: string | null;
  months: AxisMonth[];
  /** kader and target at the end of each month, where there are several */
  lines: LineSeries[];
  marks: LineMark[];
  /** who came and went */
  columns: ColumnMark[];
  /** percent of the height */
  zeroAt: number;
  reasons: BarRow[];
  remarks: string[];
  table: MonevTable | null;
  empty: MonevEmpty | null;
  summary: string;
  fileName: string;
}

const mostPlaces = 8;

/** The path to ask for; where nobody chose months, the server shows the target's own, or a year. */
export function workforcePath(options: MonevPanelOptions, choice: MonevChoice): string {
  const { branch, area, to, reach } = asked(options, choice);
  return monevPath('workforce', {
    branch,
    area,
    ...spanParams({ to, reach: reach === 'auto' && to !== null ? 12 : reach }),
  });
}

/** What the panel draws and says of an answer. */
export function workforceView(answer: WorkforceAnswer, locale: StudioLocale): WorkforceView {
  const { span, months, total, joined, left } = answer;
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  const drawn = span !== null && answer.gap === null;
  const flowing = drawn && joined + left > 0;
  const subject = formatSubject(answer.subject, locale);
  return {
    subject,
    span: span && formatMonthSpan(span.from, span.to, locale),
    headlines: drawn ? headlinesOf(answer, locale) : [],
    ...(drawn && drawsPlaces(answer) ? placesOf(answer, locale) : { places: [], more: null }),
    months: monthAxis(
      months.map(({ month }) => month),
      locale,
    ),
    lines: drawn && months.length > 1 ? linesOf(answer, locale) : [],
    marks: months.map((month) => markOf(month, locale)),
    ...(flowing ? columnsOf(months, locale) : { columns: [], zeroAt: 0 }),
    reasons: drawn ? reasonRows(answer, locale) : [],
    remarks: remarksOf(answer, flowing, drawn, locale),
    table: drawn ? tableOf(answer, locale) : null,
    empty: emptyOf(answer, locale),
    summary:
      say(texts.summary, {
        subject,
        months: span ? formatMonthSpan(span.from, span.to, locale) : '–',
        level: formatCount(answer.level, locale),
      }) +
      (total.target === null
        ? ''
        : say(texts.summaryTarget, {
            target: formatCount(total.target, locale),
            attainment: formatPercent(total.attainment, locale),
          })) +
      say(texts.summaryFlow, { joined: formatCount(joined, locale), left: formatCount(left, locale) }),
    fileName: fileName('kekuatan-kader', answer),
  };
}

/**
 * The kader behind a mark: `partners` at the end of the span or of `partners 2017-07`, `month 2017-07` who came or went in it,
 * `reason moved` who left because of it.
 */
export function recordsOf({ subject, span }: WorkforceAnswer, key: string, locale: StudioLocale): RecordList | null {
  if (span === null) return null;
  const [kind, of = ''] = key.split(' ');
  const say = (text: Text) => fillText(text, locale);
  switch (kind) {
    case 'partners': {
      const month = of || span.to;
      const title = `${say(texts.listPartners)} ${formatMonth(month, locale)}`;
      return kaderOf(subject, title, partnersOn(lastDay(month as Period)), locale);
    }
    case 'month': {
      const month = { from: of, to: of };
      const title = `${say(texts.listFlow)} ${formatMonth(of, locale)}`;
      return kaderOf(subject, title, [{ _or: [joinedIn(month), leftIn(month)] }], locale);
    }
    case 'reason': {
      const reason = of === '' ? { end_reason: { _null: true } } : { end_reason: { _eq: of } };
      return kaderOf(subject, reasonName((of || null) as EndReason | null, locale), [leftIn(span), reason], locale);
    }
    default:
      return null;
  }
}

interface Months {
  from: string;
  to: string;
}

function partnersOn(day: string): Record<string, unknown>[] {
  return [{ joined_on: { _lte: day } }, { _or: [{ ended_on: { _null: true } }, { ended_on: { _gte: day } }] }];
}

function joinedIn({ from, to }: Months): Record<string, unknown> {
  return { joined_on: { _between: [firstDay(from as Period), lastDay(to as Period)] } };
}

/** Whose first day without the partnership lies in these months. */
function leftIn({ from, to }: Months): Record<string, unknown> {
  const [before, last] = [daysAfter(firstDay(from as Period), -1), daysAfter(lastDay(to as Period), -1)];
  return { _and: [{ joined_on: { _nnull: true } }, { ended_on: { _between: [before, last] } }] };
}

function reasonName(reason: EndReason | null, locale: StudioLocale): string {
  return fillText(reason === null ? texts.unwritten : endTexts[reason], locale);
}

function headlinesOf(answer: WorkforceAnswer, locale: StudioLocale): MonevHeadline[] {
  return [
    ...levelHeadlines(answer, locale),
    flowHeadline('+', answer.joined, texts.joined, locale),
    flowHeadline('−', answer.left, texts.left, locale),
  ];
}

/** All kader, of the target where it is a target for all of them; else those of branches with a target apart. */
function levelHeadlines({ level, total, span }: WorkforceAnswer, locale: StudioLocale): MonevHeadline[] {
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  const fill = {
    count: formatCount(level, locale),
    month: formatMonth(span?.to, locale),
    target: formatCount(total.target, locale),
    attainment: formatPercent(total.attainment, locale),
  };
  const ofAll = total.target !== null && total.realised === level;
  const all: MonevHeadline = {
    figure: fill.count,
    of: ofAll ? say(texts.of, fill) : null,
    note: say(ofAll ? texts.attained : texts.level, fill),
    title: say(texts.kaderTitle, fill) + (ofAll ? ` ${say(texts.of, fill)}` : ''),
  };
  if (ofAll || total.target === null) return [all];
  const count = formatCount(total.realised, locale);
  const title = `${say(texts.kaderTitle, { count })} ${say(texts.of, fill)}`;
  return [all, { figure: count, of: say(texts.of, fill), note: say(texts.attainedThere, fill), title }];
}

function flowHeadline(sign: string, kader: number, text: Text, locale: StudioLocale): MonevHeadline {
  const count = formatCount(kader, locale);
  return {
    figure: kader === 0 ? count : `${sign}${count}`,
    of: null,
    note: fillText(text, locale),
    title: `${fillText(texts.kaderTitle, locale, { count })} ${fillText(text, locale)}`,
  };
}

/** A single place says what the headline says; a row a kader would say nothing. */
function inPlaces({ rows, grouping }: WorkforceAnswer): boolean {
  return rows.length > 1 && grouping !== 'kader' && grouping !== 'month';
}

/** Kecamatan without targets of their own are for the table. */
function drawsPlaces(answer: WorkforceAnswer): boolean {
  return inPlaces(answer) && (answer.grouping !== 'district' || answer.rows.some(({ target }) => target !== null));
}

function placesOf(answer: WorkforceAnswer, locale: StudioLocale): Pick<WorkforceView, 'places' | 'more'> {
  const more = answer.rows.length - mostPlaces;
  return {
    places: answer.rows.slice(0, mostPlaces).map((row) => placeRow(row, answer, locale)),
    more: more > 0 ? fillText(texts.more, locale, { count: formatCount(more, locale) }) : null,
  };
}

function placeRow(row: AttainmentRow, { rows }: WorkforceAnswer, locale: StudioLocale): BulletRow {
  const most = Math.max(1, ...rows.flatMap(({ realised, target }) => [realised ?? 0, target ?? 0]));
  const place = scaleLinear([0, most], [0, 100]).clamp(true);
  const name = row.name ?? fillText(monevTexts.elsewhere, locale);
  const count = formatCount(row.realised, locale);
  const target = row.target === null ? null : formatCount(row.target, locale);
  const attainment = row.target === null ? '' : formatPercent(row.attainment, locale);
  return {
    key: `${row.kind} ${row.id ?? ''}`,
    label: name,
    doneTo: place(row.realised ?? 0),
    dueTo: row.target === null ? null : place(row.target),
    lineAt: row.target === null ? null : place(row.target),
    attainment,
    amounts: target === null ? count : `${count} / ${target}`,
    title:
      fillText(texts.placeTitle, locale, { place: name, count }) +
      (target === null ? '' : fillText(texts.placeTarget, locale, { target, attainment })),
    to: null,
    opens: row.id !== null,
  };
}

function linesOf({ months }: WorkforceAnswer, locale: StudioLocale): LineSeries[] {
  const most = Math.max(1, ...months.flatMap(({ realised, target }) => [realised ?? 0, target ?? 0]));
  const place = scaleLinear([0, most], [0, 100]).clamp(true);
  const line = (key: 'target' | 'realised', tone: LineSeries['tone'], label: Text): LineSeries => {
    const figures = months.map((month) => month[key]);
    return {
      key,
      tone,
      label: fillText(label, locale),
      figure: formatCount(figures.findLast((figure) => figure !== null) ?? null, locale),
      places: figures.map((figure) => (figure === null ? null : place(figure))),
      openFrom: null,
    };
  };
  return [line('target', 'target', texts.target), line('realised', 'done', texts.partners)];
}

function markOf(month: WorkforceMonth, locale: StudioLocale): LineMark {
  return { key: `partners ${month.month}`, title: monthTitle(month, locale), to: null, opens: true };
}

/** Who joined stands above zero, who left hangs below it. */
function columnsOf(months: readonly WorkforceMonth[], locale: StudioLocale): Pick<WorkforceView, 'columns' | 'zeroAt'> {
  const up = Math.max(...months.map(({ joined }) => joined));
  const down = Math.max(...months.map(({ left }) => left));
  const place = scaleLinear([-down, up], [0, 100]);
  const zeroAt = place(0);
  return {
    zeroAt,
    columns: months.map((month) => ({
      key: `month ${month.month}`,
      parts: [
        { key: 'joined', from: zeroAt, to: place(month.joined), tone: 'done' as const },
        { key: 'left', from: place(-month.left), to: zeroAt, tone: 'still' as const },
      ].filter(({ from, to }) => to > from),
      lineAt: null,
      figure: figureOf(month, locale),
      title: monthTitle(month, locale),
      to: null,
      opens: month.joined + month.left > 0,
    })),
  };
}

function figureOf({ joined, left }: WorkforceMonth, locale: StudioLocale): string | null {
  const parts = [joined > 0 ? `+${formatCount(joined, locale)}` : '', left > 0 ? `−${formatCount(left, locale)}` : ''];
  return parts.filter(Boolean).join(' ') || null;
}

function monthTitle({ month, joined, left, realised, target }: WorkforceMonth, locale: StudioLocale): string {
  const count = (value: number | null) => formatCount(value, locale);
  return (
    fillText(texts.monthTitle, locale, {
      month: formatMonth(month, locale),
      joined: count(joined),
      left: count(left),
      level: count(realised),
    }) + (target === null ? '' : fillText(texts.monthTarget, locale, { target: count(target) }))
  );
}

function reasonRows({ reasons, left }: WorkforceAnswer, locale: StudioLocale): BarRow[] {
  const most = Math.max(1, ...reasons.map(({ kader }) => kader));
  return reasons.map(({ reason, kader }) => {
    const label = reasonName(reason, locale);
    const count = formatCount(kader, locale);
    return {
      key: `reason ${reason ?? ''}`.trim(),
      label,
      parts: [{ key: 'left', from: 0, to: (kader / most) * 100, tone: 'still' as const }],
      lineAt: null,
      figure: count,
      aside: fillText(texts.share, locale, { share: formatPercent(kader / left, locale) }),
      title: fillText(texts.reasonTitle, locale, { reason: label, count, left: formatCount(left, locale) }),
      to: null,
      opens: true,
    };
  });
}

function remarksOf(
  { left, candidates, on_leave }: WorkforceAnswer,
  flowing: boolean,
  drawn: boolean,
  locale: StudioLocale,
): string[] {
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  const standing = { candidates: formatCount(candidates, locale), leave: formatCount(on_leave, locale) };
  return [
    drawn && !flowing ? say(texts.noFlow) : '',
    drawn && left > 0 ? say(texts.counted) : '',
    candidates + on_leave > 0 ? say(texts.standing, standing) : '',
  ].filter(Boolean);
}

function tableOf(answer: WorkforceAnswer, locale: StudioLocale): MonevTable {
  const { months, reasons, rows, total, joined, left } = answer;
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  const column = (text: Text, numeric = true) => ({ label: say(text), numeric });
  const cell = (value: number | null) => ({ text: formatCount(value, locale), value });
  const none = { text: '', value: null };
  const figures = (one: Pick<WorkforceMonth, 'realised' | 'target' | 'attainment'>) => [
    cell(one.realised),
    cell(one.target),
    { text: formatPercent(one.attainment, locale), value: one.attainment },
  ];
  return {
    columns: [
      column(texts.month, false),
      column(texts.levelColumn),
      column(texts.targetColumn),
      column(texts.attainmentColumn),
      column(texts.joinedColumn),
      column(texts.leftColumn),
    ],
    rows: [
      ...months.map((one) => [
        { text: formatMonth(one.month, locale), value: one.month },
        ...figures(one),
        cell(one.joined),
        cell(one.left),
      ]),
      [{ text: say(texts.wholeSpan) }, ...figures(total), cell(joined), cell(left)],
      ...(inPlaces(answer)
        ? rows.map((row) => [{ text: row.name ?? say(monevTexts.elsewhere) }, ...figures(row), none, none])
        : []),
      ...reasons.map(({ reason, kader }) => [
        { text: say(texts.reasonRow, { reason: reasonName(reason, locale) }) },
        none,
        none,
        none,
        none,
        cell(kader),
      ]),
    ],
  };
}

function emptyOf({ gap, span }: WorkforceAnswer, locale: StudioLocale): MonevEmpty | null {
  if (gap === null) return null;
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  return {
    title:
      span === null ? say(texts.noKader) : say(texts.nobody, { months: formatMonthSpan(span.from, span.to, locale) }),
    hint: null,
    action: { label: say(texts.addKader), to: '/content/kader/+' },
  };
}
