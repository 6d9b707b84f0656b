import type { EarlyWarningAnswer, EarlyWarningRow } from '../../contract/monev-people.ts';
import type { EarlySign } from '../../core/early-warning.ts';
import { type DateText, daysAfter, firstDay, monthOf, type Period, periodsBetween } from '../../core/period.ts';
import {
  formatCount,
  formatDate,
  formatMonth,
  formatPercent,
  formatRupiah,
  keepRupiahTogether,
  type StudioLocale,
} from '../../studio/format.ts';
import { formatSubject } from '../../studio/monev-figures.ts';
import { asked, type MonevChoice, type MonevPanelOptions, monevPath } from '../../studio/monev-request.ts';
import type { MonevTable } from '../../studio/monev-table.ts';
import type { BarRow, MonevEmpty, MonevHeadline } from '../../studio/monev-view.ts';
import { recordLink } from '../../studio/record-link.ts';
import { fillText, type Text, type TextFill } from '../../studio/text.ts';
import type { RecordList } from '../../studio/use-record-list.ts';
import { signNames, texts } from './texts.ts';

/** A kader and what to ask about, each reason with its records. */
export interface KaderToTalkTo {
  key: string;
  name: string;
  to: string;
  area: string;
  reasons: { key: string; name: string; text: string }[];
}

export interface EarlyWarningView {
  subject: string;
  on: string;
  headlines: MonevHeadline[];
  /** how many kader have each sign, without names */
  signs: BarRow[];
  kader: KaderToTalkTo[];
  /** with names */
  table: MonevTable | null;
  /** how many, by sign */
  counts: MonevTable | null;
  empty: MonevEmpty | null;
  summary: string;
  fileName: string;
}

const order: readonly EarlySign['kind'][] = ['drop', 'idle', 'promises', 'last-day', 'undone'];

export function earlyWarningPath(options: MonevPanelOptions, choice: MonevChoice): string {
  const { branch, area } = asked(options, choice);
  return monevPath('early-warning', { branch, area });
}

/** What the panel draws and says of an answer. */
export function earlyWarningView(answer: EarlyWarningAnswer, locale: StudioLocale): EarlyWarningView {
  const { on, month, rows, looked_at } = answer;
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  const subject = formatSubject(answer.subject, locale);
  const date = formatDate(on, locale);
  const [found, looked] = [formatCount(rows.length, locale), formatCount(looked_at, locale)];
  const drawn = rows.length > 0;
  const signs = signRows(rows, locale);
  return {
    subject,
    on: [
      say(texts.today, { date }),
      ...(month === null ? [] : [say(texts.compared, { month: formatMonth(month, locale) })]),
    ].join(', '),
    headlines: drawn
      ? [
          {
            figure: found,
            of: say(texts.of, { count: looked }),
            note: say(texts.found),
            title: say(texts.foundTitle, { found, looked }),
          },
        ]
      : [],
    signs,
    kader: rows.map((row) => kaderView(row, answer, locale)),
    table: drawn ? tableOf(answer, locale) : null,
    counts: drawn ? countsOf(signs, locale) : null,
    empty: emptyOf(answer, locale),
    summary: say(texts.summary, {
      subject,
      date,
      found,
      looked,
      signs: signs.map(({ label, figure }) => `${figure} ${label}`).join(', ') || say(texts.noSigns),
    }),
    fileName: `tanda-awal_${on}`,
  };
}

/** The records behind a reason: `12 idle` are the contacts of kader 12. */
export function recordsOf(
  { rows, month, on }: EarlyWarningAnswer,
  key: string,
  locale: StudioLocale,
): RecordList | null {
  const [id, kind] = key.split(' ');
  const row = rows.find(({ kader }) => String(kader.id) === id);
  const sign = row?.signs.find((one) => one.kind === kind);
  if (row === undefined || sign === undefined) return null;
  const own = { kader: { _eq: row.kader.id } };
  const title = `${row.kader.name} · ${fillText(signNames[sign.kind], locale)}`;
  const since = month === null ? [] : [firstDay(month as Period)];
  switch (sign.kind) {
    case 'drop':
      return { collectionName: 'commission', title, filter: own };
    case 'idle':
      return { collectionName: 'activity', title, filter: own };
    case 'promises': {
      const due = since.map((day) => ({ promise_on: { _gte: day } }));
      return {
        collectionName: 'activity',
        title,
        filter: { _and: [own, { promise_state: { _eq: 'broken' } }, ...due] },
      };
    }
    case 'last-day': {
      const counted = [{ status: { _in: ['recorded', 'verified'] } }, { channel: { _eq: 'kader_cash' } }];
      // the day begins at 15.00 to 17.00 UTC of the day before, by the branch's zone; the month ends it
      const paid = { paid_at: { _gte: `${daysAfter(sign.on, -1)}T15:00:00Z` } };
      const filter = { _and: [own, { month: { _eq: monthOf(sign.on) } }, ...counted, paid] };
      return { collectionName: 'collection', title, filter };
    }
    case 'undone': {
      const months =
        month === null ? [] : [{ month: { _in: periodsBetween(month as Period, monthOf(on as DateText)) } }];
      const undone = { _or: [{ status: { _eq: 'void' } }, { reverses: { _nnull: true } }] };
      return { collectionName: 'collection', title, filter: { _and: [own, undone, ...months] } };
    }
  }
}

function kaderView(
  { kader, branch, district, signs }: EarlyWarningRow,
  { subject, month }: EarlyWarningAnswer,
  locale: StudioLocale,
): KaderToTalkTo {
  return {
    key: String(kader.id),
    name: kader.name,
    to: recordLink('kader', kader.id),
    area: [district?.name, subject.branch === null ? branch.name : null].filter(Boolean).join(' · '),
    reasons: signs.map((sign) => ({
      key: `${kader.id} ${sign.kind}`,
      name: fillText(signNames[sign.kind], locale),
      text: keepRupiahTogether(reasonOf(sign, month, locale)),
    })),
  };
}

/** A sign in a sentence, with the figures that it rests on. */
export function reasonOf(sign: EarlySign, month: string | null, locale: StudioLocale): string {
  const say = (text: Text, fill: TextFill) => fillText(text, locale, fill);
  const count = (value: number) => formatCount(value, locale);
  const since = formatMonth(month, locale);
  switch (sign.kind) {
    case 'drop':
      return say(texts.drop, {
        month: formatMonth(sign.month, locale),
        collected: formatRupiah(sign.collected, locale),
        percent: formatPercent(1 - sign.collected / sign.usual, locale),
        usual: formatRupiah(sign.usual, locale),
        months: count(sign.months),
      });
    case 'idle':
      return sign.since === null
        ? say(texts.idleAlways, { days: count(sign.days) })
        : say(texts.idle, { days: count(sign.days), since: formatDate(sign.since, locale) });
    case 'promises':
      return say(texts.promises, { broken: count(sign.broken), judged: count(sign.judged), month: since });
    case 'last-day':
      return say(texts.lastDay, {
        amount: formatRupiah(sign.amount, locale),
        collected: formatRupiah(sign.collected, locale),
        percent: formatPercent(sign.amount / sign.collected, locale),
        payments: count(sign.payments),
        on: formatDate(sign.on, locale),
      });
    case 'undone':
      return say(texts.undone, { payments: count(sign.payments), month: since });
  }
}

function signRows(rows: readonly EarlyWarningRow[], locale: StudioLocale): BarRow[] {
  const counted = order
    .map((kind) => ({ kind, kader: rows.filter(({ signs }) => signs.some((sign) => sign.kind === kind)).length }))
    .filter(({ kader }) => kader > 0);
  const most = Math.max(1, ...counted.map(({ kader }) => kader));
  return counted.map(({ kind, kader }) => {
    const label = fillText(signNames[kind], locale);
    const figure = formatCount(kader, locale);
    return {
      key: kind,
      label,
      parts: [{ key: 'kader', from: 0, to: (kader / most) * 100, tone: 'done' as const }],
      lineAt: null,
      figure,
      aside: '',
      title: `${label}: ${figure}`,
      to: null,
      opens: false,
    };
  });
}

function tableOf({ rows, month, subject }: EarlyWarningAnswer, locale: StudioLocale): MonevTable {
  const column = (text: Text) => ({ label: fillText(text, locale), numeric: false });
  return {
    columns: [column(texts.kader), column(texts.area), column(texts.sign), column(texts.reason)],
    rows: rows.flatMap((row) =>
      row.signs.map((sign) => [
        { text: row.kader.name, to: recordLink('kader', row.kader.id) },
        { text: [row.district?.name, subject.branch === null ? row.branch.name : null].filter(Boolean).join(' · ') },
        { text: fillText(signNames[sign.kind], locale) },
        { text: reasonOf(sign, month, locale) },
      ]),
    ),
  };
}

function countsOf(signs: readonly BarRow[], locale: StudioLocale): MonevTable {
  return {
    columns: [
      { label: fillText(texts.sign, locale), numeric: false },
      { label: fillText(texts.kader, locale), numeric: true },
    ],
    rows: signs.map(({ label, figure }) => [{ text: label }, { text: figure }]),
  };
}

function emptyOf({ off, rows, looked_at }: EarlyWarningAnswer, locale: StudioLocale): MonevEmpty | null {
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  if (off) {
    const action = { label: say(texts.openPolicies), to: '/content/program_policy' };
    return { title: say(texts.off), hint: say(texts.offHint), action };
  }
  if (rows.length > 0) return null;
  return { title: say(texts.none), hint: say(texts.noneHint, { count: formatCount(looked_at, locale) }), action: null };
}
