import type { WatchCell, WatchClass, WatchRow, ZeroWatchAnswer } from '../../contract/monev.ts';
import {
  formatCount,
  formatMonth,
  formatMonthName,
  formatRupiah,
  formatRupiahShort,
  type StudioLocale,
} from '../../studio/format.ts';
import { formatSubject } from '../../studio/monev-figures.ts';
import { asked, type MonevChoice, type MonevPanelOptions, monevPath } from '../../studio/monev-request.ts';
import type { MonevTable } from '../../studio/monev-table.ts';
import { monevTexts } from '../../studio/monev-texts.ts';
import type { CellLegend, CellLook, CellMonth, CellRow, MonevEmpty } from '../../studio/monev-view.ts';
import { recordLink } from '../../studio/record-link.ts';
import { fillText, type Text, type TextFill } from '../../studio/text.ts';
import { classNames, texts } from './texts.ts';

export interface ZeroWatchOptions extends MonevPanelOptions {
  months?: number | null | undefined;
  count?: number | null | undefined;
}

export interface ZeroWatchView {
  subject: string;
  note: string;
  months: CellMonth[];
  rows: CellRow[];
  legend: CellLegend[];
  remark: string | null;
  table: MonevTable | null;
  empty: MonevEmpty | null;
  summary: string;
  fileName: string;
}

const usual = { months: 7, count: 20 };
const looks: Readonly<Record<WatchClass, CellLook>> = {
  reached: 'full',
  collected: 'full',
  below: 'half',
  zero: 'zero',
  leave: 'hatched',
  grace: 'hatched',
  no_binaan: 'hatched',
  not_joined: 'blank',
  ended: 'blank',
  unknown: 'blank',
};
const legendOf: readonly WatchClass[] = ['reached', 'below', 'zero', 'leave'];

/** The path to ask for: the panel's options first, then what the viewer chose. */
export function zeroWatchPath(options: ZeroWatchOptions, choice: MonevChoice): string {
  const { branch, area, to } = asked(options, choice);
  const { months, count } = options;
  return monevPath('zero-watch', { branch, area, to, months: months ?? usual.months, count: count ?? usual.count });
}

/** What the panel draws and says of an answer. */
export function zeroWatchView(answer: ZeroWatchAnswer, locale: StudioLocale): ZeroWatchView {
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  const { months, rows, others, counts } = answer;
  const subject = formatSubject(answer.subject, locale);
  return {
    subject,
    note: [say(texts.closed), ...ruleOf(answer, locale)].join(' · '),
    months: months.map((month) => ({
      key: month,
      short: formatMonthName(month, locale),
      long: formatMonth(month, locale),
    })),
    rows: rows.map((row) => rowView(row, locale)),
    legend: legendOf.map((one) => ({ look: looks[one], text: say(classNames[one]) })),
    remark: others > 0 ? say(texts.others, { count: formatCount(others, locale) }) : null,
    table: rows.length > 0 ? tableOf(answer, locale) : null,
    empty: emptyOf(answer, locale),
    summary: say(texts.summary, { subject, ...counts }),
    fileName: ['tanpa-penerimaan', months[0], months.at(-1)].filter(Boolean).join('_'),
  };
}

/** The zero-month rule where there is one branch, and so one rule or none. */
function ruleOf({ subject, limit }: ZeroWatchAnswer, locale: StudioLocale): string[] {
  if (limit !== null) return [fillText(texts.rule, locale, { limit })];
  return subject.branch === null ? [] : [fillText(texts.noRule, locale)];
}

function rowView(row: WatchRow, locale: StudioLocale): CellRow {
  return {
    key: String(row.kader.id),
    name: row.kader.name,
    to: recordLink('kader', row.kader.id),
    area: row.district?.name ?? '',
    cells: row.cells.map((cell) => ({
      key: cell.month,
      look: looks[cell.class],
      title: cellTitle(cell, locale),
      to: cell.statement === null ? null : recordLink('commission', cell.statement),
    })),
    tag: tagOf(row, locale),
  };
}

function tagOf({ status, streak, review, warning, cells }: WatchRow, locale: StudioLocale): CellRow['tag'] {
  const say = (text: Text) => fillText(text, locale, { count: formatCount(streak, locale) });
  switch (status) {
    case 'review':
      return {
        text: say(review?.status === 'answered' ? texts.answered : texts.review),
        tone: 'red',
        to: review && recordLink('partnership_review', review.id),
      };
    case 'warning':
      return {
        text: say(texts.warning),
        tone: 'amber',
        to: warning === null ? null : recordLink('kader_event', warning),
      };
    case 'streak':
      return { text: say(texts.streak), tone: 'grey', to: null };
    case 'leave':
      return { text: say(cells.at(-1)?.class === 'leave' ? texts.leave : texts.leaveOver), tone: 'grey', to: null };
    case 'clear':
      return { text: say(texts.clear), tone: 'none', to: null };
  }
}

function cellTitle(cell: WatchCell, locale: StudioLocale): string {
  const month = formatMonth(cell.month, locale);
  const state = fillText(cell.late ? texts.late : classNames[cell.class], locale);
  if (cell.collected === null || cell.class === 'not_joined') return fillText(texts.cell, locale, { month, state });
  const amount = formatRupiah(cell.collected, locale);
  if (cell.target === null) return fillText(texts.cellAmount, locale, { month, state, amount });
  return fillText(texts.cellTarget, locale, { month, state, amount, target: formatRupiah(cell.target, locale) });
}

function tableOf({ months, rows }: ZeroWatchAnswer, locale: StudioLocale): MonevTable {
  const column = (label: string, numeric = true) => ({ label, numeric });
  return {
    columns: [
      column(fillText(monevTexts.kader, locale), false),
      column(fillText(monevTexts.area, locale), false),
      ...months.map((month) => column(`${formatMonthName(month, locale)} ${month.slice(0, 4)}`)),
      column(fillText(texts.streakColumn, locale)),
      column(fillText(monevTexts.status, locale), false),
    ],
    rows: rows.map((row) => {
      const tag = tagOf(row, locale);
      return [
        { text: row.kader.name, to: recordLink('kader', row.kader.id) },
        { text: row.district?.name ?? '' },
        ...row.cells.map((cell) => tableCell(cell, locale)),
        { text: formatCount(row.streak, locale), value: row.streak },
        { text: tag.text, to: tag.to },
      ];
    }),
  };
}

/** The amount where the month counts, else why it does not. */
function tableCell(cell: WatchCell, locale: StudioLocale) {
  const to = cell.statement === null ? null : recordLink('commission', cell.statement);
  const counts = looks[cell.class] === 'full' || looks[cell.class] === 'half' || cell.class === 'zero';
  if (counts && !cell.late) return { text: formatRupiahShort(cell.collected, locale), value: cell.collected, to };
  const [reason = ''] = fillText(cell.late ? texts.late : classNames[cell.class], locale).split(',');
  return { text: reason, to };
}

function emptyOf({ gap, rows }: ZeroWatchAnswer, locale: StudioLocale): MonevEmpty | null {
  const say = (text: Text) => fillText(text, locale);
  if (gap !== null) {
    return {
      title: say(texts.noMonths),
      hint: say(texts.noMonthsHint),
      action: { label: say(monevTexts.openMonths), to: '/content/period' },
    };
  }
  return rows.length > 0
    ? null
    : { title: say(texts.nobody), hint: null, action: { label: 'Kader', to: '/content/kader' } };
}
