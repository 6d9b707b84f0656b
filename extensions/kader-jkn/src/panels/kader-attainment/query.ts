import { scaleLinear } from 'd3-scale';
import type { AttainmentAnswer, AttainmentRow } from '../../contract/monev.ts';
import type { TargetMeasure } from '../../contract/records.ts';
import {
  formatCount,
  formatDate,
  formatMonth,
  formatPercent,
  formatRate,
  formatRupiah,
  formatRupiahShort,
  type StudioLocale,
} from '../../studio/format.ts';
import {
  fileName,
  formatMeasured,
  formatMeasuredShort,
  formatSpan,
  formatSubject,
} from '../../studio/monev-figures.ts';
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
import { measureNames, monevTexts } from '../../studio/monev-texts.ts';
import type { BulletRow, MonevEmpty, MonevHeadline } from '../../studio/monev-view.ts';
import { recordLink } from '../../studio/record-link.ts';
import { fillText, type Text, type TextFill } from '../../studio/text.ts';
import type { RecordList } from '../../studio/use-record-list.ts';
import { texts } from './texts.ts';

export interface AttainmentOptions extends MonevPanelOptions {
  measure?: TargetMeasure | null | undefined;
  by?: string | null | undefined;
  kader?: Picked;
}

export interface AttainmentView {
  /** whose figures, where the caption does not let the viewer choose it */
  subject: string;
  span: string | null;
  measure: string;
  headline: MonevHeadline | null;
  average: MonevHeadline | null;
  above: MonevHeadline | null;
  bullets: BulletRow[];
  /** what the total leaves out */
  remark: string | null;
  table: MonevTable | null;
  empty: MonevEmpty | null;
  /** the text alternative */
  summary: string;
  fileName: string;
}

/** The path to ask for: the panel's options first, then what the viewer chose. */
export function attainmentPath(options: AttainmentOptions, choice: MonevChoice): string {
  const { branch, area, to, reach } = asked(options, choice);
  const kader = pickedId(options.kader);
  const measure = options.measure ?? 'collection';
  return monevPath('attainment', { branch, area, kader, measure, by: options.by, ...spanParams({ to, reach }) });
}

/** What the panel draws and says of an answer. */
export function attainmentView(answer: AttainmentAnswer, locale: StudioLocale): AttainmentView {
  const { measure, span, total } = answer;
  // of one kader there is no average, and nobody to count
  const { average, above } = answer.subject.kader ? { average: null, above: null } : answer;
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  const drawn = answer.gap === null || total.target !== null || answer.arrears !== null;
  return {
    subject: formatSubject(answer.subject, locale),
    span: span && formatSpan(span, locale),
    measure: say(measureNames[measure]),
    headline: drawn && answer.gap !== 'no-months' ? headlineOf({ ...answer, average }, locale) : null,
    average: average && {
      figure: formatPercent(average.attainment, locale),
      of: null,
      note: say(texts.average, { count: formatCount(average.kader, locale) }),
      title: formatPercent(average.attainment, locale),
    },
    above:
      above === null
        ? null
        : { figure: formatCount(above, locale), of: null, note: say(texts.above), title: formatCount(above, locale) },
    bullets: drawn ? bulletsOf(answer, locale) : [],
    remark: answer.without_target > 0 ? say(texts.withoutTarget, { count: answer.without_target }) : null,
    table: drawn && answer.rows.length > 0 ? tableOf(answer, locale) : null,
    empty: emptyOf(answer, locale),
    summary: summaryOf(answer, locale),
    fileName: fileName('realisasi', answer),
  };
}

/** The payments behind the figures; null for measures that are not made of payments. */
export function recordsBehind({ measure, subject, span }: AttainmentAnswer, locale: StudioLocale): RecordList | null {
  const isMoney = measure === 'collection' || measure === 'arrears_share';
  return span === null || !isMoney ? null : paymentsOf(subject, span, locale);
}

function headlineOf({ measure, total, average, arrears }: AttainmentAnswer, locale: StudioLocale): MonevHeadline {
  const short = (value: number | null) => formatMeasuredShort(value, measure, locale);
  const exact = (value: number | null) => formatMeasured(value, measure, locale);
  const attainment = formatPercent(total.attainment, locale);
  if (arrears && total.target === null) {
    const recovered = formatPercent(arrears.amount === 0 ? null : (total.realised ?? 0) / arrears.amount, locale);
    return {
      figure: short(total.realised),
      of: fillText(texts.of, locale, { target: short(arrears.amount) }),
      note: fillText(texts.ofArrears, locale, { attainment: recovered }),
      title: `${exact(total.realised)} ${fillText(texts.of, locale, { target: exact(arrears.amount) })}`,
    };
  }
  const note = arrears?.share_bp
    ? fillText(texts.share, locale, {
        attainment,
        share: formatRate(arrears.share_bp, locale),
        amount: formatRupiahShort(arrears.amount, locale),
      })
    : fillText(average === null ? texts.level : texts.ratio, locale, { attainment });
  return {
    figure: short(total.realised),
    of: total.target === null ? null : fillText(texts.of, locale, { target: short(total.target) }),
    note: total.target === null ? fillText(texts.noTarget, locale) : note,
    title: [
      exact(total.realised),
      total.target === null ? '' : fillText(texts.of, locale, { target: exact(total.target) }),
    ]
      .join(' ')
      .trim(),
  };
}

function bulletsOf(answer: AttainmentAnswer, locale: StudioLocale): BulletRow[] {
  const { rows, measure, arrears } = answer;
  const most = Math.max(
    1,
    ...rows.flatMap(({ realised, target, arrears: owed }) => [realised ?? 0, target ?? 0, owed ?? 0]),
  );
  const place = scaleLinear([0, most], [0, 100]).clamp(true);
  const short = (value: number | null) => formatMeasuredShort(value, measure, locale);
  const bullets = rows.map((row): BulletRow => {
    const due = row.arrears ?? row.target;
    return {
      key: keyOf(row),
      label: labelOf(row, locale),
      doneTo: place(row.realised ?? 0),
      dueTo: due === null ? null : place(due),
      lineAt: row.target === null ? null : place(row.target),
      attainment: row.target === null ? '' : formatPercent(row.attainment, locale),
      amounts: due === null ? short(row.realised) : `${short(row.realised)} / ${short(due)}`,
      title: titleOf(row, measure, locale),
      to: linkOf(row),
      opens: row.id !== null && ['branch', 'regency', 'district'].includes(row.kind),
    };
  });
  if (arrears?.unexplained) {
    const label = fillText(texts.unexplained, locale);
    const amount = formatRupiahShort(arrears.unexplained, locale);
    const title = `${label}: ${formatRupiah(arrears.unexplained, locale)}`;
    bullets.push({
      key: 'unexplained',
      label,
      doneTo: 0,
      dueTo: place(arrears.unexplained),
      lineAt: null,
      attainment: '',
      amounts: amount,
      title,
      to: null,
      opens: false,
    });
  }
  return bullets;
}

function keyOf({ kind, id, month }: AttainmentRow): string {
  return `${kind} ${month ?? id ?? 'rest'}`;
}

function labelOf({ kind, month, name }: AttainmentRow, locale: StudioLocale): string {
  if (kind === 'month') return formatMonth(month, locale);
  return name ?? fillText(kind === 'kader' ? monevTexts.noKader : monevTexts.elsewhere, locale);
}

function titleOf(row: AttainmentRow, measure: TargetMeasure, locale: StudioLocale): string {
  const exact = (value: number | null) => formatMeasured(value, measure, locale);
  const said = fillText(texts.rowTitle, locale, { name: labelOf(row, locale), realised: exact(row.realised) });
  if (row.target === null) return said;
  const attainment = formatPercent(row.attainment, locale);
  return said + fillText(texts.rowTarget, locale, { target: exact(row.target), attainment });
}

/** A kader's closed month leads to its statement, other months of a kader to the kader; areas open what lies below. */
function linkOf({ kind, id, statement }: AttainmentRow): string | null {
  if (kind !== 'kader' || id === null) return null;
  return statement === null ? recordLink('kader', id) : recordLink('commission', statement);
}

function tableOf(answer: AttainmentAnswer, locale: StudioLocale): MonevTable {
  const { measure, rows, total, arrears, grouping } = answer;
  const cell = (value: number | null) => ({ text: formatMeasured(value, measure, locale), value });
  const percent = (value: number | null) => ({ text: formatPercent(value, locale), value });
  const column = (text: Text, numeric = true) => ({ label: fillText(text, locale), numeric });
  const owed = (value: number | null) => (arrears ? [{ text: formatRupiah(value, locale), value }] : []);
  return {
    columns: [
      column(grouping === 'month' ? texts.monthName : texts.name, false),
      column(texts.realised),
      column(texts.target),
      column(texts.attainment),
      ...(arrears ? [column(texts.arrears)] : []),
    ],
    rows: [
      ...rows.map((row) => [
        { text: labelOf(row, locale), to: linkOf(row) },
        cell(row.realised),
        cell(row.target),
        percent(row.attainment),
        ...owed(row.arrears),
      ]),
      ...(arrears?.unexplained
        ? [
            [
              { text: fillText(texts.unexplained, locale) },
              cell(null),
              cell(null),
              percent(null),
              ...owed(arrears.unexplained),
            ],
          ]
        : []),
      [
        { text: fillText(texts.total, locale) },
        cell(total.realised),
        cell(total.target),
        percent(total.attainment),
        ...owed(arrears?.amount ?? null),
      ],
    ],
  };
}

function emptyOf({ gap, measure, span, total, arrears }: AttainmentAnswer, locale: StudioLocale): MonevEmpty | null {
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  if (gap === null) {
    if (total.target !== null) return null;
    return total.realised === null ? { title: say(texts.noTarget), hint: say(texts.noTargetHint), action: null } : null;
  }
  const action =
    measure === 'kader'
      ? { label: 'Kader', to: '/content/kader' }
      : measure === 'collection' || measure === 'arrears_share'
        ? { label: say(monevTexts.recordPayment), to: '/content/collection/+' }
        : measure === 'enrolments'
          ? { label: say(texts.recordEnrolment), to: '/content/enrolment/+' }
          : { label: say(monevTexts.recordActivity), to: '/content/activity/+' };
  if (gap === 'no-months' || span === null)
    return { title: say(monevTexts.noMonths), hint: say(monevTexts.noMonthsHint), action };
  const title = {
    collection: texts.noDataCollection,
    arrears_share: texts.noDataCollection,
    kader: texts.noDataKader,
    enrolments: texts.noDataEnrolments,
  };
  const months = formatSpan({ ...span, running: false }, locale);
  const due =
    total.target === null ? null : say(texts.dueHint, { target: formatMeasured(total.target, measure, locale) });
  const basis = arrears && say(texts.arrearsOf, { date: formatDate(arrears.as_of, locale), source: arrears.source });
  return {
    title: say(title[measure as keyof typeof title] ?? texts.noDataActivity, { months }),
    hint: basis ?? due,
    action,
  };
}

function summaryOf({ subject, span, measure, total }: AttainmentAnswer, locale: StudioLocale): string {
  const said = fillText(texts.summary, locale, {
    subject: formatSubject(subject, locale),
    months: span ? formatSpan(span, locale) : '–',
    realised: formatMeasured(total.realised, measure, locale),
    measure: fillText(measureNames[measure], locale),
  });
  if (total.target === null) return said;
  const target = formatMeasured(total.target, measure, locale);
  return said + fillText(texts.summaryTarget, locale, { target, attainment: formatPercent(total.attainment, locale) });
}
