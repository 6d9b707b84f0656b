import { scaleLinear } from 'd3-scale';
import type { RankingAnswer, RankingRow } from '../../contract/monev.ts';
import type { TargetMeasure } from '../../contract/records.ts';
import { formatCount, formatPercent, type StudioLocale } from '../../studio/format.ts';
import { fileName, formatMeasured, formatSpan, formatSubject } from '../../studio/monev-figures.ts';
import { asked, type MonevChoice, type MonevPanelOptions, monevPath, spanParams } from '../../studio/monev-request.ts';
import type { MonevTable } from '../../studio/monev-table.ts';
import { measureNames, monevTexts } from '../../studio/monev-texts.ts';
import type { DotRow, MonevEmpty } from '../../studio/monev-view.ts';
import { recordLink } from '../../studio/record-link.ts';
import { fillText, type Text, type TextFill } from '../../studio/text.ts';
import { texts } from './texts.ts';

export interface RankingOptions extends MonevPanelOptions {
  measure?: TargetMeasure | null | undefined;
  shared?: boolean | null | undefined;
  count?: number | null | undefined;
}

export interface RankingView {
  subject: string;
  span: string | null;
  /** what is ranked, and how many are above 100% */
  note: string;
  dots: DotRow[];
  /** place of the 100% line in percent of the width */
  lineAt: number;
  /** who is left out, and why */
  remarks: string[];
  table: MonevTable | null;
  empty: MonevEmpty | null;
  summary: string;
  fileName: string;
}

const usualCount = 15;

/** The path to ask for: the panel's options first, then what the viewer chose. */
export function rankingPath(options: RankingOptions, choice: MonevChoice): string {
  const { branch, area, to, reach } = asked(options, choice);
  const { shared, count } = options;
  const measure = options.measure ?? 'collection';
  return monevPath('ranking', {
    branch,
    area,
    measure,
    shared: shared || null,
    count: count ?? usualCount,
    ...spanParams({ to, reach }),
  });
}

/** What the panel draws and says of an answer. */
export function rankingView(answer: RankingAnswer, locale: StudioLocale): RankingView {
  const { rows, span, above, ranked, others, without_target } = answer;
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  const count = (value: number) => formatCount(value, locale);
  const best = Math.max(1, ...rows.map(({ attainment }) => attainment));
  const place = scaleLinear([0, best * 1.04], [0, 100]).clamp(true);
  const counted = { above: count(above), ranked: count(ranked) };
  const subject = formatSubject(answer.subject, locale);
  return {
    subject,
    span: span && formatSpan(span, locale),
    note: [
      say(texts.attainmentOf, { measure: say(measureNames[answer.measure]) }),
      ...(ranked > 0 ? [say(texts.aboveOf, counted)] : []),
    ].join(' · '),
    dots: rows.map((row) => ({
      key: String(row.kader.id),
      place: count(row.place),
      label: row.own ? say(texts.you) : row.kader.name,
      at: place(row.attainment),
      above: row.attainment > 1,
      own: row.own,
      attainment: formatPercent(row.attainment, locale),
      aside: asideOf(row, locale),
      title: titleOf(row, answer.measure, locale),
      to: linkOf(row, answer.shared),
    })),
    lineAt: place(1),
    remarks: [
      ...(others > 0 ? [say(texts.others, { count: count(others) })] : []),
      ...(without_target > 0 ? [say(texts.withoutTarget, { count: count(without_target) })] : []),
    ],
    table: rows.length > 0 ? tableOf(answer, locale) : null,
    empty: emptyOf(answer, locale),
    summary: say(texts.summary, { ...counted, subject, months: span ? formatSpan(span, locale) : '–' }),
    fileName: fileName('peringkat', answer),
  };
}

function monthsOwed({ months_owed }: RankingRow, locale: StudioLocale): string {
  return months_owed === null ? '–' : formatCount(Math.round(months_owed), locale);
}

function asideOf(row: RankingRow, locale: StudioLocale): string {
  const families = formatCount(row.families_held, locale);
  if (row.months_owed === null) return fillText(texts.asideWithout, locale, { families });
  return fillText(texts.aside, locale, { families, months: monthsOwed(row, locale) });
}

function titleOf(row: RankingRow, measure: TargetMeasure, locale: StudioLocale): string {
  const said = fillText(texts.title, locale, {
    place: row.place,
    name: row.kader.name,
    attainment: formatPercent(row.attainment, locale),
    families: formatCount(row.families_held, locale),
    months: monthsOwed(row, locale),
  });
  if (row.realised === null || row.target === null) return said;
  const amounts = {
    realised: formatMeasured(row.realised, measure, locale),
    target: formatMeasured(row.target, measure, locale),
  };
  return said + fillText(texts.titleAmounts, locale, amounts);
}

/** To the statement of a closed month, else to the kader; on a shared screen only to the viewer's own. */
function linkOf({ kader, statement, own }: RankingRow, shared: boolean): string | null {
  if (shared && !own) return null;
  return statement === null ? recordLink('kader', kader.id) : recordLink('commission', statement);
}

function tableOf({ rows, measure, shared }: RankingAnswer, locale: StudioLocale): MonevTable {
  const column = (text: Text, numeric = true) => ({ label: fillText(text, locale), numeric });
  const amount = (value: number | null) => ({ text: formatMeasured(value, measure, locale), value });
  return {
    columns: [
      column(texts.place),
      column(texts.name, false),
      column(texts.attainment),
      ...(shared ? [] : [column(texts.realised), column(texts.target)]),
      column(texts.families),
      column(texts.owed),
    ],
    rows: rows.map((row) => [
      { text: formatCount(row.place, locale), value: row.place },
      { text: row.kader.name, to: linkOf(row, shared) },
      { text: formatPercent(row.attainment, locale), value: row.attainment },
      ...(shared ? [] : [amount(row.realised), amount(row.target)]),
      { text: formatCount(row.families_held, locale), value: row.families_held },
      { text: monthsOwed(row, locale), value: row.months_owed },
    ]),
  };
}

function emptyOf({ gap, span, ranked, rows }: RankingAnswer, locale: StudioLocale): MonevEmpty | null {
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  if (gap === 'no-months' || span === null) {
    return {
      title: say(monevTexts.noMonths),
      hint: say(monevTexts.noMonthsHint),
      action: { label: say(monevTexts.recordPayment), to: '/content/collection/+' },
    };
  }
  const months = formatSpan({ ...span, running: false }, locale);
  if (ranked === 0) {
    return {
      title: say(texts.noTargets),
      hint: say(texts.noTargetsHint),
      action: { label: say(monevTexts.addTarget), to: '/content/target/+' },
    };
  }
  if (gap === 'no-data') {
    return {
      title: say(texts.noData, { months }),
      hint: null,
      action: { label: say(monevTexts.recordPayment), to: '/content/collection/+' },
    };
  }
  if (rows.length > 0) return null;
  return {
    title: say(texts.nobodyAbove, { months }),
    hint: say(texts.nobodyAboveHint, { ranked: formatCount(ranked, locale) }),
    action: null,
  };
}
