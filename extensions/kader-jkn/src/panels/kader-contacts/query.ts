import { scaleLinear } from 'd3-scale';
import type { ContactsAnswer, ContactsRow, DailyContacts } from '../../contract/monev-field.ts';
import { contactsOf, withFamily } from '../../studio/contact-records.ts';
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
import { fileName, formatMeasured, formatSpan, formatSubject } from '../../studio/monev-figures.ts';
import type { MonevChoice } from '../../studio/monev-request.ts';
import type { MonevTable } from '../../studio/monev-table.ts';
import { monevTexts } from '../../studio/monev-texts.ts';
import type { BarPart, BarRow, ColumnMark, MonevEmpty, MonevHeadline } from '../../studio/monev-view.ts';
import { fillText, type Text, type TextFill } from '../../studio/text.ts';
import type { RecordList } from '../../studio/use-record-list.ts';
import { channelNames, texts } from './texts.ts';

export interface ContactsView extends ByView {
  channels: { name: string; rows: BarRow[] } | null;
}

/** The path to ask for. */
export function contactsPath(options: ByOptions, choice: MonevChoice): string {
  return byPath('contacts', options, choice);
}

/** What the panel draws and says of an answer. */
export function contactsView(answer: ContactsAnswer, locale: StudioLocale, count = usualCount): ContactsView {
  const { subject, span, total, rows } = answer;
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  const drawn = answer.gap === null;
  const most = Math.max(0.1, ...rows.flatMap(({ daily, due }) => [daily ?? 0, due ?? 0]));
  const place = scaleLinear([0, most], [0, 100]).clamp(true);
  const { more, ...picture } = drawBy(drawn ? answer : { ...answer, rows: [] }, locale, {
    toColumn: (row) => columnOf(row, place, locale),
    toBar: (row) => barOf(row, place, locale),
    count,
  });
  return {
    subject: formatSubject(subject, locale),
    span: span && formatSpan(span, locale),
    headlines: drawn ? headlinesOf(answer, locale) : [],
    ...picture,
    channels: drawn ? channelsOf(answer, locale) : null,
    remarks: drawn ? remarksOf(answer, more, locale) : [],
    table: drawn && rows.length > 0 ? tableOf(answer, locale) : null,
    empty: emptyOf(answer, locale),
    summary:
      say(texts.summary, {
        subject: formatSubject(subject, locale),
        months: span ? formatSpan(span, locale) : '–',
        daily: daily(total.daily, locale),
        what: say(perDay(subject)),
      }) + (total.due === null ? '' : say(texts.summaryDue, { due: dueSaid(total.due, locale) })),
    fileName: fileName('kontak', answer),
  };
}

/** The contacts behind a row (`month 2022-01`, `kader 7`), a channel (`channel visit`), or all of the span. */
export function recordsOf(answer: ContactsAnswer, key: string | null, locale: StudioLocale): RecordList | null {
  const { subject, span, timezone } = answer;
  if (span === null) return null;
  const { kind, id } = readByKey(key);
  const months = kind === 'month' && id ? { from: id, to: id } : span;
  const byKader = kind === 'kader' ? { kader: { _eq: Number(id) } } : { kader: { _nnull: true } };
  const only = [withFamily, byKader, ...(kind === 'channel' ? [{ channel: { _eq: id } }] : [])];
  return contactsOf({ subject, months, timezone, only }, locale);
}

function daily(value: number | null, locale: StudioLocale): string {
  return value === null ? '–' : formatMeasured(value, 'contacts_per_day', locale);
}

/** What is due is mostly a whole number: `5`, else `4,8`. */
function dueSaid(value: number, locale: StudioLocale): string {
  return Number.isInteger(Math.round(value * 1e6) / 1e6)
    ? formatCount(Math.round(value), locale)
    : daily(value, locale);
}

/** Of one kader nobody says "a kader". */
function perDay({ kader }: ContactsAnswer['subject']): Text {
  return kader === null ? texts.daily : texts.dailyOwn;
}

function attainmentOf({ daily: done, due }: DailyContacts): number | null {
  return done === null || !due ? null : done / due;
}

function headlinesOf({ subject, total, officers }: ContactsAnswer, locale: StudioLocale): MonevHeadline[] {
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  const families = formatCount(total.families, locale);
  const headlines: MonevHeadline[] = [
    {
      figure: daily(total.daily, locale),
      of: total.due === null ? null : say(texts.of, { due: dueSaid(total.due, locale) }),
      note: say(perDay(subject)),
      title: say(texts.dailyTitle, {
        families,
        days: formatCount(total.kader_days, locale),
        attainment: formatPercent(attainmentOf(total), locale),
      }),
    },
    { figure: families, of: null, note: say(texts.families), title: say(texts.familiesTitle, { count: families }) },
  ];
  if (officers) {
    const count = formatCount(officers, locale);
    headlines.push({ figure: count, of: null, note: say(texts.officers), title: say(texts.officersTitle, { count }) });
  }
  return headlines;
}

function labelOf(row: ContactsRow, locale: StudioLocale): string {
  return byLabel(row, locale) ?? '';
}

function titleOf(row: ContactsRow, locale: StudioLocale): string {
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  return [
    say(texts.rowTitle, {
      name: labelOf(row, locale),
      daily: daily(row.daily, locale),
      families: formatCount(row.families, locale),
      days: formatCount(row.kader_days, locale),
    }),
    row.due === null ? '' : say(texts.rowDue, { due: dueSaid(row.due, locale) }),
    row.on_leave ? `, ${say(texts.away)}` : '',
    row.kind === 'month' && row.running ? say(texts.running) : '',
  ].join('');
}

function partsOf({ daily: done }: ContactsRow, place: (value: number) => number): BarPart[] {
  return done === null || done <= 0 ? [] : [{ key: 'done', from: 0, to: place(done), tone: 'done' }];
}

function columnOf(row: ContactsRow, place: (value: number) => number, locale: StudioLocale): ColumnMark {
  return {
    key: byKey(row),
    parts: partsOf(row, place),
    lineAt: row.due === null ? null : place(row.due),
    figure: row.daily === null ? null : daily(row.daily, locale),
    title: titleOf(row, locale),
    to: null,
    opens: row.families > 0,
  };
}

function barOf(row: ContactsRow, place: (value: number) => number, locale: StudioLocale): BarRow {
  const families = fillText(texts.rowFamilies, locale, { count: formatCount(row.families, locale) });
  return {
    key: byKey(row),
    label: labelOf(row, locale),
    parts: partsOf(row, place),
    lineAt: row.due === null ? null : place(row.due),
    figure: daily(row.daily, locale),
    aside: row.on_leave ? fillText(texts.away, locale) : families,
    title: titleOf(row, locale),
    to: null,
    opens: row.families > 0,
  };
}

function channelsOf({ channels, total }: ContactsAnswer, locale: StudioLocale): ContactsView['channels'] {
  const most = Math.max(...channels.map(({ families }) => families));
  if (most <= 0) return null;
  const place = scaleLinear([0, most], [0, 100]);
  return {
    name: fillText(texts.channels, locale),
    rows: channels.map(({ channel, families }) => {
      const said = {
        name: fillText(channelNames[channel], locale),
        count: formatCount(families, locale),
        daily: daily(total.kader_days === 0 ? null : families / total.kader_days, locale),
      };
      return {
        key: `channel ${channel}`,
        label: said.name,
        parts: [{ key: 'all', from: 0, to: place(families), tone: 'done' }],
        lineAt: null,
        figure: said.count,
        aside: fillText(texts.channelAside, locale, said),
        title: fillText(texts.channelTitle, locale, said),
        to: null,
        opens: families > 0,
      };
    }),
  };
}

function remarksOf(answer: ContactsAnswer, more: number, locale: StudioLocale): string[] {
  const { channels, education, others, total, due_from } = answer;
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  const twice = channels.reduce((sum, { families }) => sum + families, 0) > total.families;
  return [
    more > 0 ? say(texts.more, { count: formatCount(more, locale) }) : null,
    others > 0 ? say(texts.others, { count: formatCount(others, locale) }) : null,
    due_from === 'policy' && total.due !== null ? say(texts.fromPolicy, { due: dueSaid(total.due, locale) }) : null,
    education > 0 ? say(texts.education, { count: formatCount(education, locale) }) : null,
    twice ? say(texts.twice) : null,
  ].filter((remark) => remark !== null);
}

function tableOf({ rows, total, channels, grouping }: ContactsAnswer, locale: StudioLocale): MonevTable {
  const column = (text: Text, numeric = true) => ({ label: fillText(text, locale), numeric });
  const count = (value: number) => ({ text: formatCount(value, locale), value });
  const figures = (one: DailyContacts) => [
    { text: daily(one.daily, locale), value: one.daily },
    { text: one.due === null ? '–' : dueSaid(one.due, locale), value: one.due },
    { text: formatPercent(attainmentOf(one), locale), value: attainmentOf(one) },
    count(one.families),
    count(one.kader_days),
  ];
  return {
    columns: [
      column(texts[grouping], false),
      column(texts.dailyColumn),
      column(texts.dueColumn),
      column(texts.attainmentColumn),
      column(texts.familiesColumn),
      column(texts.daysColumn),
    ],
    rows: [
      ...rows.map((row) => [
        { text: labelOf(row, locale), ...(row.month !== null && { value: row.month }) },
        ...figures(row),
      ]),
      [{ text: fillText(texts.total, locale) }, ...figures(total)],
      ...channels.map(({ channel, families }) => [
        { text: fillText(channelNames[channel], locale) },
        ...figures({
          families,
          kader_days: total.kader_days,
          daily: total.kader_days === 0 ? null : families / total.kader_days,
          due: null,
        }),
      ]),
    ],
  };
}

function emptyOf({ gap, span, total }: ContactsAnswer, locale: StudioLocale): MonevEmpty | null {
  if (gap === null) return null;
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  const action = { label: say(monevTexts.recordContact), to: '/content/activity/+' };
  if (span === null) return { title: say(monevTexts.noMonths), hint: say(monevTexts.noMonthsHint), action };
  return {
    title: say(texts.noData, { months: formatSpan({ ...span, running: false }, locale) }),
    hint: total.due === null ? null : say(texts.dueHint, { due: dueSaid(total.due, locale) }),
    action,
  };
}
