import type { Id, Moment, MonthText } from '../../contract/records.ts';
import { formatCount, formatDate, formatMonth, type StudioLocale } from '../../studio/format.ts';
import { asked, type MonevChoice, type MonevPanelOptions } from '../../studio/monev-request.ts';
import type { MonevTable } from '../../studio/monev-table.ts';
import type { MonevEmpty, MonevHeadline } from '../../studio/monev-view.ts';
import { fillText, type Text, type TextFill } from '../../studio/text.ts';
import type { RecordList } from '../../studio/use-record-list.ts';
import { texts } from './texts.ts';

/** An open dispute as the panel reads it: nothing of it says who asked. */
export interface OpenDispute {
  date_created: Moment;
  branch: { id: Id; name: string } | null;
  statement: { month: MonthText } | null;
}

export interface DisputesView {
  subject: string;
  headlines: MonevHeadline[];
  table: MonevTable | null;
  empty: MonevEmpty | null;
  summary: string;
  fileName: string;
}

const millisecondsADay = 86_400_000;
const fields = ['date_created', 'branch.id', 'branch.name', 'statement.month'].join(',');

/** Open disputes that the caller may read, oldest first; of one branch where the viewer chose it. */
export function disputesPath(options: MonevPanelOptions, choice: MonevChoice): string {
  const filter = encodeURIComponent(JSON.stringify(openIn(asked(options, choice).branch)));
  return `/items/dispute?fields=${fields}&sort=date_created&limit=-1&filter=${filter}`;
}

/** The records behind the figures, for whoever may read them. */
export function disputesBehind(branch: Id | null, locale: StudioLocale): RecordList {
  return { collectionName: 'dispute', title: fillText(texts.list, locale), filter: openIn(branch) };
}

/** What the panel draws and says; `now` tells how long questions have waited. */
export function disputesView(disputes: readonly OpenDispute[], locale: StudioLocale, now: Date): DisputesView {
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  const branches = new Set(disputes.map(({ branch }) => branch?.name));
  const [only] = branches.size === 1 ? branches : [undefined];
  const [oldest] = disputes;
  const count = formatCount(disputes.length, locale);
  const longest = oldest === undefined ? '' : waited(oldest, locale, now);
  const waiting = { figure: count, of: null, note: say(texts.waiting), title: count };
  const since = { figure: longest, of: null, note: say(texts.longest), title: day(oldest?.date_created, locale) };
  return {
    subject: `${only ?? say(texts.everywhere)} · ${say(texts.asked)}`,
    headlines: oldest === undefined ? [] : [waiting, since],
    table: oldest === undefined ? null : tableOf(disputes, locale),
    empty: oldest === undefined ? { title: say(texts.none), hint: null, action: null } : null,
    summary: say(texts.summary, { count, longest }),
    fileName: 'sanggahan-terbuka',
  };
}

function openIn(branch: Id | null): Record<string, unknown> {
  const open = { status: { _eq: 'open' } };
  return branch === null ? open : { _and: [open, { branch: { _eq: branch } }] };
}

function waited({ date_created: asked }: OpenDispute, locale: StudioLocale, now: Date): string {
  const days = Math.floor((now.getTime() - new Date(asked).getTime()) / millisecondsADay);
  return days < 1 ? fillText(texts.today, locale) : fillText(texts.days, locale, { count: formatCount(days, locale) });
}

function day(moment: Moment | undefined, locale: StudioLocale): string {
  return moment === undefined ? '' : formatDate(moment.slice(0, 10), locale);
}

/** Counts by branch and month of the statement: a list of single questions would point at people. */
function tableOf(disputes: readonly OpenDispute[], locale: StudioLocale): MonevTable {
  const groups = Map.groupBy(disputes, ({ branch, statement }) => `${branch?.name ?? ''}|${statement?.month ?? ''}`);
  const column = (text: Text, numeric: boolean) => ({ label: fillText(text, locale), numeric });
  return {
    columns: [
      column(texts.branch, false),
      column(texts.month, false),
      column(texts.count, true),
      column(texts.oldest, false),
    ],
    rows: [...groups.values()].map((group) => [
      { text: group[0]?.branch?.name ?? '' },
      { text: formatMonth(group[0]?.statement?.month, locale), value: group[0]?.statement?.month ?? null },
      { text: formatCount(group.length, locale), value: group.length },
      { text: day(group[0]?.date_created, locale), value: group[0]?.date_created.slice(0, 10) ?? null },
    ]),
  };
}
