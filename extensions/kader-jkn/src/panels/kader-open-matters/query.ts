import { scaleLinear } from 'd3-scale';
import type { OpenMatter, OpenMatterKind, OpenMattersAnswer } from '../../contract/monev-people.ts';
import type { CollectionName } from '../../contract/records.ts';
import { formatCount, formatDate, type StudioLocale } from '../../studio/format.ts';
import { formatSubject } from '../../studio/monev-figures.ts';
import { asked, type MonevChoice, type MonevPanelOptions, monevPath } from '../../studio/monev-request.ts';
import type { MonevTable } from '../../studio/monev-table.ts';
import type { BarRow, MonevEmpty, MonevHeadline, ToneName } from '../../studio/monev-view.ts';
import { inBranch, inPlace } from '../../studio/people-records.ts';
import { fillText, type Text, type TextFill } from '../../studio/text.ts';
import type { RecordList } from '../../studio/use-record-list.ts';
import { kindNames, texts } from './texts.ts';

export interface OpenMattersView {
  subject: string;
  on: string;
  headlines: MonevHeadline[];
  rows: BarRow[];
  tones: ToneName[];
  table: MonevTable | null;
  empty: MonevEmpty | null;
  summary: string;
  fileName: string;
}

type Rule = Record<string, unknown>;

const recordsOfKind: Readonly<Record<OpenMatterKind, { collectionName: CollectionName; open: Rule }>> = {
  review: { collectionName: 'partnership_review', open: { status: { _in: ['open', 'answered'] } } },
  warning: { collectionName: 'kader_event', open: {} },
  dispute: { collectionName: 'dispute', open: { status: { _eq: 'open' } } },
  complaint: { collectionName: 'complaint', open: { status: { _in: ['open', 'in_progress'] } } },
  mistreatment: {
    collectionName: 'kader_event',
    open: { _and: [{ kind: { _eq: 'mistreated' } }, { handled_at: { _null: true } }] },
  },
};

export function openMattersPath(options: MonevPanelOptions, choice: MonevChoice): string {
  const { branch, area } = asked(options, choice);
  return monevPath('open-matters', { branch, area });
}

/** What the panel draws and says of an answer. */
export function openMattersView(answer: OpenMattersAnswer, locale: StudioLocale): OpenMattersView {
  const { matters, on } = answer;
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  const waiting = matters.reduce((sum, { count }) => sum + count, 0);
  const subject = formatSubject(answer.subject, locale);
  const date = formatDate(on, locale);
  const late = matters.some(({ overdue }) => (overdue ?? 0) > 0);
  return {
    subject,
    on: say(texts.today, { date }),
    headlines: waiting === 0 ? [] : headlinesOf(matters, waiting, locale),
    rows: waiting === 0 ? [] : matters.map((matter) => rowOf(matter, matters, locale)),
    tones: late
      ? [
          { tone: 'warn', text: say(texts.toneLate) },
          { tone: 'done', text: say(texts.toneWaiting) },
        ]
      : [],
    table: waiting === 0 ? null : tableOf(matters, locale),
    empty: waiting === 0 ? emptyOf(matters, locale) : null,
    summary: say(texts.summary, { subject, date, matters: summaryOf(matters, locale) }),
    fileName: `yang-menunggu_${on}`,
  };
}

/** The records behind a kind, for whoever may read them. */
export function recordsOf(
  { subject, matters }: OpenMattersAnswer,
  key: string,
  locale: StudioLocale,
): RecordList | null {
  const matter = matters.find(({ kind }) => kind === key);
  if (matter === undefined) return null;
  const { collectionName, open } = recordsOfKind[matter.kind];
  return {
    collectionName,
    title: `${fillText(kindNames[matter.kind], locale)} · ${formatSubject(subject, locale)}`,
    filter: matter.ids === null ? { _and: [open, ...ofSubject(matter.kind, subject)] } : { id: { _in: matter.ids } },
  };
}

/** The same records as the figure: a complaint belongs to the area of the kader who told it or whom it is about. */
function ofSubject(kind: OpenMatterKind, subject: OpenMattersAnswer['subject']): Rule[] {
  if (kind === 'mistreatment') return [...inBranch(subject, 'kader.branch'), ...inPlace(subject, 'kader.district')];
  const [ofKader] = inPlace(subject, 'kader.district');
  if (kind !== 'complaint' || ofKader === undefined) return [...inBranch(subject), ...(ofKader ? [ofKader] : [])];
  return [...inBranch(subject), { _or: [ofKader, { about_kader: ofKader['kader'] }] }];
}

function headlinesOf(matters: readonly OpenMatter[], waiting: number, locale: StudioLocale): MonevHeadline[] {
  const say = (text: Text) => fillText(text, locale);
  const oldest = matters.reduce((one, other) => ((other.oldest_days ?? -1) > (one.oldest_days ?? -1) ? other : one));
  const overdue = matters.reduce((sum, matter) => sum + (matter.overdue ?? 0), 0);
  const count = formatCount(waiting, locale);
  const late = formatCount(overdue, locale);
  return [
    { figure: count, of: null, note: say(texts.waiting), title: count },
    ...(overdue === 0 ? [] : [{ figure: late, of: null, note: say(texts.overdue), title: late }]),
    {
      figure: waited(oldest.oldest_days ?? 0, locale),
      of: null,
      note: say(texts.longest),
      title: `${say(kindNames[oldest.kind])}, ${formatDate(oldest.oldest_on, locale)}`,
    },
  ];
}

function rowOf(matter: OpenMatter, matters: readonly OpenMatter[], locale: StudioLocale): BarRow {
  const { kind, count, oldest_on, oldest_days, overdue } = matter;
  const place = scaleLinear([0, Math.max(1, ...matters.map((one) => one.count))], [0, 100]);
  const late = overdue ?? 0;
  const days = oldest_days === null ? '' : waited(oldest_days, locale).toLowerCase();
  const name = fillText(kindNames[kind], locale);
  const fill = { kind: name, count: formatCount(count, locale), date: formatDate(oldest_on, locale) };
  const lateCount = formatCount(late, locale);
  return {
    key: kind,
    label: name,
    parts: [
      { key: 'late', from: 0, to: place(late), tone: 'warn' as const },
      { key: 'waiting', from: place(late), to: place(count), tone: 'done' as const },
    ].filter(({ from, to }) => to > from),
    lineAt: null,
    figure: fill.count,
    aside:
      count === 0
        ? ''
        : late > 0
          ? fillText(texts.late, locale, { count: lateCount, days })
          : fillText(texts.oldest, locale, { days }),
    title:
      count === 0
        ? fillText(texts.titleNone, locale, fill)
        : fillText(texts.title, locale, fill) +
          (late > 0 ? fillText(texts.titleLate, locale, { count: lateCount }) : ''),
    to: null,
    opens: count > 0,
  };
}

function waited(days: number, locale: StudioLocale): string {
  if (days < 1) return fillText(texts.sinceToday, locale);
  return days === 1 ? fillText(texts.day, locale) : fillText(texts.days, locale, { count: formatCount(days, locale) });
}

function summaryOf(matters: readonly OpenMatter[], locale: StudioLocale): string {
  return matters
    .map(({ kind, count, oldest_days }) => {
      const fill = { count: formatCount(count, locale), kind: fillText(kindNames[kind], locale).toLowerCase() };
      const days = oldest_days === null ? null : waited(oldest_days, locale).toLowerCase();
      return (
        fillText(texts.summaryOne, locale, fill) +
        (days === null ? '' : fillText(texts.summaryOldest, locale, { days }))
      );
    })
    .join(', ');
}

/** Counts by kind and branch: a list of single matters would point at people. */
function tableOf(matters: readonly OpenMatter[], locale: StudioLocale): MonevTable {
  const say = (text: Text) => fillText(text, locale);
  const column = (text: Text, numeric: boolean) => ({ label: say(text), numeric });
  const count = (value: number | null) => ({ text: value === null ? '' : formatCount(value, locale), value });
  const day = (on: string | null) => ({ text: on === null ? '' : formatDate(on, locale), value: on });
  return {
    columns: [
      column(texts.kind, false),
      column(texts.branch, false),
      column(texts.count, true),
      column(texts.overdueColumn, true),
      column(texts.since, false),
    ],
    rows: matters.flatMap((matter) => {
      const kind = { text: say(kindNames[matter.kind]) };
      const [only] = matter.by_branch;
      const all = [
        kind,
        { text: matter.by_branch.length === 1 && only ? only.branch.name : say(texts.everywhere) },
        count(matter.count),
        count(matter.overdue),
        day(matter.oldest_on),
      ];
      const each =
        matter.by_branch.length > 1
          ? matter.by_branch.map((one) => [
              kind,
              { text: one.branch.name },
              count(one.count),
              count(null),
              day(one.oldest_on),
            ])
          : [];
      return matter.count === 0 ? [[kind, { text: '' }, count(0), count(matter.overdue), day(null)]] : [all, ...each];
    }),
  };
}

function emptyOf(matters: readonly OpenMatter[], locale: StudioLocale): MonevEmpty {
  const kinds = matters.map(({ kind }) => fillText(kindNames[kind], locale)).join(', ');
  return {
    title: fillText(texts.none, locale),
    hint: fillText(texts.noneHint, locale, { kinds }),
    action: null,
  };
}
