import type { Signature } from '../../contract/period-steps.ts';
import type { Moment, MonthText, StatementLine } from '../../contract/records.ts';
import { dateOf } from '../../core/period.ts';
import {
  formatCount,
  formatDate,
  formatMoment,
  formatMonth,
  formatMonthSpan,
  formatRate,
  formatRupiah,
  keepRupiahTogether,
  type StudioLocale,
} from '../../studio/format.ts';
import { renderLetter } from '../render-letter.ts';
import { renderTemplate } from '../render-template.ts';
import type { StatementLetter } from './statement-letter.ts';
import { statementNumber } from './statement-number.ts';
import { statementTemplate } from './template.ts';
import { letterTexts } from './texts.ts';

type Words = (typeof letterTexts)[StudioLocale];

const deductions: ReadonlySet<StatementLine['kind']> = new Set(['withholding', 'carry']);

/** What of a letter is told the same way in every line of it. */
interface Telling {
  letter: StatementLetter;
  locale: StudioLocale;
  say: Words;
}

/** Months in order as spans: `Desember 2021–Januari 2022, Maret 2022`. */
function monthsInWords(months: readonly MonthText[], locale: StudioLocale): string {
  const spans: { from: MonthText; to: MonthText }[] = [];
  for (const month of months) {
    const last = spans.at(-1);
    if (last && isNext(last.to, month)) last.to = month;
    else spans.push({ from: month, to: month });
  }
  return spans.map(({ from, to }) => formatMonthSpan(from, to, locale)).join(', ');
}

function isNext(month: MonthText, other: MonthText): boolean {
  const count = (text: MonthText) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5));
  return count(other) - count(month) === 1;
}

/** The payments a line rests on: `18 pembayaran dari 16 keluarga, Desember 2021–Januari 2022; 2 terlambat`. */
function paymentsOf(line: StatementLine, { locale, say }: Telling): string | null {
  if (line.families === null) return null;
  const counts = `${formatCount(line.count, locale)} ${say.payments} ${say.of} ${formatCount(line.families, locale)} ${say.families}`;
  const payments = [counts, monthsInWords(line.months, locale)].filter(Boolean).join(', ');
  return line.late > 0 ? `${payments}; ${formatCount(line.late, locale)} ${say.late}` : payments;
}

function lineOf(line: StatementLine, telling: Telling) {
  const english = telling.locale === 'en-US';
  return {
    label: keepRupiahTogether(english ? line.label_en : line.label),
    explanation: keepRupiahTogether(english ? line.explanation_en : line.explanation),
    restsOn: paymentsOf(line, telling),
    base: line.base === 0 ? null : line.base,
    rate_bp: line.rate_bp,
    amount: line.amount,
  };
}

/** `Penerimaan bulan ini: Rp 10.350.000, 42 pembayaran dari 37 keluarga; target Rp 10.000.000, capaian 103,5%.` */
function workOf({ letter, locale, say }: Telling): string {
  const { collected, collections_count, families_count, target, attainment_bp } = letter;
  const counts = `${formatCount(collections_count, locale)} ${say.payments} ${say.of} ${formatCount(families_count, locale)} ${say.families}`;
  const reached = `${say.target} ${formatRupiah(target, locale)}, ${say.attained} ${formatRate(attainment_bp, locale)}`;
  const sentence = `${say.work}: ${formatRupiah(collected, locale)}, ${counts}${target === null ? '' : `; ${reached}`}.`;
  return keepRupiahTogether(sentence);
}

function stepOf(step: Signature, { letter, locale, say }: Telling): string {
  const at = formatMoment(step.at, letter.branch.timezone, locale);
  return step.name === null ? at : `${at} ${say.by} ${step.name}`;
}

/** `5 Februari 2022, nomor bukti TRF-0912 (dicatat 6 Februari 2022, 08.00 WIB oleh Ratih)`. */
function paymentOf(paid: NonNullable<StatementLetter['paid']>, telling: Telling): string {
  const { locale, say } = telling;
  const reference = paid.reference && `${say.reference} ${paid.reference}`;
  const bank = [paid.on && formatDate(paid.on, locale), reference].filter(Boolean).join(', ');
  const recorded = stepOf(paid, telling);
  return bank ? `${bank} (${say.recorded} ${recorded})` : recorded;
}

function stepsOf(telling: Telling): { step: string; done: string }[] {
  const { letter, say } = telling;
  const { closed, approved, paid } = letter;
  return [
    { step: say.closed, done: closed ? stepOf(closed, telling) : say.notYet },
    { step: say.approved, done: approved ? stepOf(approved, telling) : say.notYet },
    { step: say.paid, done: paid ? paymentOf(paid, telling) : say.notYet },
  ];
}

/** What a draft leaves out; null: nothing. */
function waitingOf({ letter: { waiting }, locale, say }: Telling): string | null {
  if (!waiting?.count) return null;
  const sentence = `${formatCount(waiting.count, locale)} ${say.waiting} ${formatRupiah(waiting.commission, locale)}.`;
  return keepRupiahTogether(sentence);
}

/** When the figures were made: at the close; a draft's are made as it is printed. */
function madeAtOf({ closed, printed_at }: StatementLetter): Moment {
  return closed?.at ?? printed_at;
}

function contextOf(telling: Telling): Record<string, unknown> {
  const { letter, locale, say } = telling;
  const { branch, kader, month, net, gross, lines, approved, closed } = letter;
  const signed = approved?.at ?? closed?.at ?? null;
  const lead = lines.filter(({ kind }) => !deductions.has(kind));
  return {
    say,
    branch,
    kader,
    month,
    net,
    gross,
    contact: [branch.city, branch.phone && `${say.phone} ${branch.phone}`].filter(Boolean).join(' · '),
    statementNumber: statementNumber(letter) ?? say.noNumber,
    madeAt: madeAtOf(letter),
    account: [kader.bank_name, kader.account_masked].filter(Boolean).join(' '),
    receives: letter.status === 'draft' ? say.wouldReceive : say.received,
    earned: lead.map((line) => lineOf(line, telling)),
    deducted: lines.filter(({ kind }) => deductions.has(kind)).map((line) => lineOf(line, telling)),
    work: workOf(telling),
    latePayments: letter.late_payments,
    isDraft: letter.status === 'draft',
    waiting: waitingOf(telling),
    steps: stepsOf(telling),
    question: `${say.question} ${branch.phone ? `${say.branchOffice}: ${branch.phone}` : say.branchOffice}.`,
    signedAt: [branch.city, signed && formatDate(dateOf(signed, branch.timezone), locale)].filter(Boolean).join(', '),
    signerTitle: branch.head_title ?? say.headTitle,
    signer: branch.head_name ?? '…………………………………',
  };
}

/**
 * The letter of a statement as PDF on A4. The same closed statement gives the same bytes, apart from the moment printed;
 * a draft bears a watermark and no signature.
 */
export async function renderStatementLetter(letter: StatementLetter, locale: StudioLocale): Promise<Buffer> {
  const say = letterTexts[locale];
  const { branch, kader, month, status, printed_at, version } = letter;
  const timeZone = branch.timezone;
  const markup = renderTemplate(statementTemplate, contextOf({ letter, locale, say }), { locale, timeZone });
  const printed = `${say.printed} ${formatMoment(printed_at, timeZone, locale)}`;
  const number = statementNumber(letter) ?? `${kader.code} ${month}`;
  return renderLetter(markup, {
    locale,
    title: `${say.title} ${kader.name} ${formatMonth(month, locale)}`,
    author: branch.name,
    madeAt: new Date(madeAtOf(letter)),
    footer: [number, printed, `Kader JKN ${version}`].join(' · '),
    watermark: status === 'draft' ? say.draft : null,
  });
}
