import { scaleLinear } from 'd3-scale';
import { outcomeCodes } from '../../contract/field-codes.ts';
import type { FunnelAnswer, FunnelStage, OutcomeCount, Recovery } from '../../contract/monev-field.ts';
import type { Outcome } from '../../contract/records.ts';
import { contactsOf, endedIn, withFamily } from '../../studio/contact-records.ts';
import { familiesOwing } from '../../studio/family-records.ts';
import {
  formatCount,
  formatDate,
  formatPercent,
  formatRate,
  formatRupiah,
  formatRupiahShort,
  type StudioLocale,
} from '../../studio/format.ts';
import { fileName, formatSpan, formatSubject } from '../../studio/monev-figures.ts';
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
import { monevTexts } from '../../studio/monev-texts.ts';
import type { BarRow, BarTone, MonevEmpty, MonevHeadline, StepRow } from '../../studio/monev-view.ts';
import { fillText, type Text, type TextFill } from '../../studio/text.ts';
import type { RecordList } from '../../studio/use-record-list.ts';
import { stageNames, texts } from './texts.ts';

export interface FunnelOptions extends MonevPanelOptions {
  kader?: Picked;
}

export interface FunnelView {
  subject: string;
  span: string | null;
  headlines: MonevHeadline[];
  steps: StepRow[];
  /** null: there were no contacts */
  outcomes: { name: string; rows: BarRow[] } | null;
  /** what a step counts */
  remark: string | null;
  table: MonevTable | null;
  empty: MonevEmpty | null;
  /** the text alternative */
  summary: string;
  fileName: string;
}

const onTheWay: ReadonlySet<Outcome> = new Set(['met', 'promised', 'paid']);

export function funnelPath(options: FunnelOptions, choice: MonevChoice): string {
  const { branch, area, to, reach } = asked(options, choice);
  return monevPath('funnel', { branch, area, kader: pickedId(options.kader), ...spanParams({ to, reach }) });
}

/** What the panel draws and says of an answer. */
export function funnelView(answer: FunnelAnswer, locale: StudioLocale): FunnelView {
  const { subject, span, recovery, listed_on } = answer;
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  const drawn = answer.gap === null;
  const count = (stage: FunnelStage) => formatCount(familiesAt(answer, stage), locale);
  return {
    subject: formatSubject(subject, locale),
    span: span && formatSpan(span, locale),
    headlines: headlinesOf(answer, locale),
    steps: drawn ? stepsOf(answer, locale) : [],
    outcomes: drawn && answer.contacts > 0 ? outcomesOf(answer, locale) : null,
    remark: drawn ? say(texts.remark, { date: formatDate(listed_on, locale) }) : null,
    table: span !== null && (drawn || recovery !== null) ? tableOf(answer, locale) : null,
    empty: emptyOf(answer, locale),
    summary:
      say(texts.summary, {
        subject: formatSubject(subject, locale),
        months: span ? formatSpan(span, locale) : '–',
        listed: count('listed'),
        contacted: count('contacted'),
        promised: count('promised'),
        paid: count('paid'),
      }) + (recovery === null ? '' : say(texts.summaryRate, { rate: formatPercent(recovery.rate, locale) })),
    fileName: fileName('corong', answer),
  };
}

/** The records behind a step, an outcome (`outcome met`; null: nobody said), or all that was collected. */
export function recordsOf(answer: FunnelAnswer, key: string, locale: StudioLocale): RecordList | null {
  const { subject, span: months, timezone } = answer;
  if (months === null) return null;
  const contacts = (...only: Record<string, unknown>[]) => contactsOf({ subject, months, timezone, only }, locale);
  switch (key) {
    case 'listed':
      return familiesOwing(subject, locale);
    case 'contacted':
      return contacts(withFamily);
    case 'promised':
      return contacts(withFamily, endedIn('promised'));
    case 'paid':
      return paymentsOf(subject, months, locale);
    default:
      return contacts(endedIn(key === 'outcome none' ? null : (key.slice('outcome '.length) as Outcome)));
  }
}

function familiesAt({ steps }: FunnelAnswer, stage: FunnelStage): number {
  return steps.find((step) => step.stage === stage)?.families ?? 0;
}

function headlinesOf(answer: FunnelAnswer, locale: StudioLocale): MonevHeadline[] {
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  const [listed, paid] = [familiesAt(answer, 'listed'), familiesAt(answer, 'paid')];
  const payers: MonevHeadline = {
    figure: formatCount(paid, locale),
    of: say(texts.paidOf, { listed: formatCount(listed, locale) }),
    note: say(texts.paid),
    title: formatPercent(listed === 0 ? null : paid / listed, locale),
  };
  return [
    ...(answer.recovery === null ? [] : [recoveryHeadline(answer.recovery, locale)]),
    ...(answer.gap === null ? [payers] : []),
  ];
}

function recoveryHeadline(
  { collected, rate, arrears, target, attainment }: Recovery,
  locale: StudioLocale,
): MonevHeadline {
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  return {
    figure: formatPercent(rate, locale),
    of: arrears.share_bp === null ? null : say(texts.rateOf, { share: formatRate(arrears.share_bp, locale) }),
    note: say(texts.rate, { amount: formatRupiahShort(arrears.amount, locale) }),
    title:
      say(texts.rateTitle, {
        collected: formatRupiah(collected, locale),
        amount: formatRupiah(arrears.amount, locale),
        date: formatDate(arrears.as_of, locale),
        source: arrears.source,
      }) +
      (target === null
        ? ''
        : say(texts.rateTarget, {
            attainment: formatPercent(attainment, locale),
            target: formatRupiah(target, locale),
          })),
  };
}

function stepsOf({ steps, listed_on }: FunnelAnswer, locale: StudioLocale): StepRow[] {
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  const place = scaleLinear([0, Math.max(1, ...steps.map(({ families }) => families))], [0, 100]);
  return steps.map(({ stage, families, share }) => {
    const said = {
      name: say(stageNames[stage]),
      count: formatCount(families, locale),
      share: formatPercent(share, locale),
      date: formatDate(listed_on, locale),
    };
    const title = stage === 'listed' ? texts.listedTitle : share === null ? texts.stepTitleBare : texts.stepTitle;
    return {
      key: stage,
      label: said.name,
      at: place(families),
      figure: said.count,
      share: share === null ? '' : said.share,
      title: say(title, said),
      to: null,
      opens: families > 0,
    };
  });
}

/** Outcomes of contacts; at the end those of which nobody said how they ended. */
function allOutcomes({
  contacts,
  outcomes,
}: FunnelAnswer): (Omit<OutcomeCount, 'outcome'> & { outcome: Outcome | null })[] {
  const known = outcomes.reduce((sum, one) => sum + one.contacts, 0);
  return contacts > known ? [...outcomes, { outcome: null, contacts: contacts - known }] : outcomes;
}

function outcomeName(outcome: Outcome | null, locale: StudioLocale): string {
  const code = outcomeCodes.find(({ value }) => value === outcome);
  return fillText(code?.label ?? texts.noOutcome, locale);
}

function toneOf(outcome: Outcome | null): BarTone {
  if (outcome === 'threatened') return 'warn';
  if (outcome === null) return 'still';
  return onTheWay.has(outcome) ? 'done' : 'due';
}

function outcomesOf(answer: FunnelAnswer, locale: StudioLocale): FunnelView['outcomes'] {
  const rows = allOutcomes(answer);
  const place = scaleLinear([0, Math.max(1, ...rows.map(({ contacts }) => contacts))], [0, 100]);
  return {
    name: fillText(texts.outcomes, locale, { count: formatCount(answer.contacts, locale) }),
    rows: rows.map(({ outcome, contacts }) => {
      const name = outcomeName(outcome, locale);
      const [count, share] = [formatCount(contacts, locale), formatPercent(contacts / answer.contacts, locale)];
      return {
        key: `outcome ${outcome ?? 'none'}`,
        label: name,
        parts: [{ key: 'all', from: 0, to: place(contacts), tone: toneOf(outcome) }],
        lineAt: null,
        figure: count,
        aside: share,
        title: fillText(texts.outcomeTitle, locale, { name, count, share }),
        to: null,
        opens: true,
      };
    }),
  };
}

function tableOf(answer: FunnelAnswer, locale: StudioLocale): MonevTable {
  const column = (text: Text, numeric = true) => ({ label: fillText(text, locale), numeric });
  const line = (name: string, text: string, value: number, share: number | null) => [
    { text: name },
    { text, value },
    { text: formatPercent(share, locale), value: share },
  ];
  const { recovery } = answer;
  return {
    columns: [column(texts.step, false), column(texts.families), column(texts.shareColumn)],
    rows: [
      ...answer.steps.map(({ stage, families, share }) =>
        line(fillText(stageNames[stage], locale), formatCount(families, locale), families, share),
      ),
      ...allOutcomes(answer).map(({ outcome, contacts }) => {
        const name = fillText(texts.outcomeName, locale, { name: outcomeName(outcome, locale) });
        return line(name, formatCount(contacts, locale), contacts, contacts / answer.contacts);
      }),
      ...(recovery === null
        ? []
        : [
            line(
              fillText(texts.recoveredName, locale),
              formatRupiah(recovery.collected, locale),
              recovery.collected,
              recovery.rate,
            ),
          ]),
    ],
  };
}

function emptyOf({ gap, span }: FunnelAnswer, locale: StudioLocale): MonevEmpty | null {
  if (gap === null) return null;
  const say = (text: Text, fill?: TextFill) => fillText(text, locale, fill);
  const action = { label: say(texts.import), to: '/content/import_batch/+' };
  if (span === null) return { title: say(monevTexts.noMonths), hint: say(monevTexts.noMonthsHint), action };
  const months = formatSpan({ ...span, running: false }, locale);
  return { title: say(texts.nobodyListed), hint: say(texts.nobodyListedHint, { months }), action };
}
