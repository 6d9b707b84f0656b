/** What a line of a statement rests on, in words for the screen. */
import type { StatementLine } from '../contract/records.ts';
import { formatCount, formatMonth, formatMonthSpan, formatRate, formatRupiah, type StudioLocale } from './format.ts';
import { fillText, type Text } from './text.ts';

const texts = {
  payments: ['{count} pembayaran dari {families} keluarga', '{count} payments of {families} families'],
  registered: ['{count} peserta baru', '{count} new participants'],
  late: ['{count} terlambat', '{count} late'],
  rateOfBase: ['{rate} dari {base}', '{rate} of {base}'],
} as const satisfies Record<string, Text>;

/** Months as a span where none is left out, else one by one: `Mei–Juni 2022`, `Januari 2022, Maret 2022`. */
export function monthsText(months: readonly string[], locale: StudioLocale): string {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return '';
  const isSpan = monthIndex(last) - monthIndex(first) === months.length - 1;
  return isSpan ? formatMonthSpan(first, last, locale) : months.map((month) => formatMonth(month, locale)).join(', ');
}

function monthIndex(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
}

/** `3 pembayaran dari 2 keluarga · Mei–Juni 2022`; empty for a line that rests on no payments, or was kept before they were told. */
export function restsOnText(line: Partial<StatementLine>, locale: StudioLocale): string {
  const { families, months = [], count } = line;
  if (line.kind === 'flat_enrolment') {
    const registered = fillText(texts.registered, locale, { count: formatCount(count, locale) });
    return [registered, monthsText(months, locale)].filter(Boolean).join(' · ');
  }
  if (families === null || families === undefined) return '';
  const counted = { count: formatCount(count, locale), families: formatCount(families, locale) };
  return [fillText(texts.payments, locale, counted), monthsText(months, locale)].filter(Boolean).join(' · ');
}

/** `1 terlambat`; empty where none is. */
export function lateText({ late = 0 }: Partial<StatementLine>, locale: StudioLocale): string {
  return late > 0 ? fillText(texts.late, locale, { count: formatCount(late, locale) }) : '';
}

/** `15% dari Rp 4.000.000`, for where the columns of rate and base have no room. */
export function rateOfBaseText(
  { rate_bp, base }: Pick<StatementLine, 'rate_bp' | 'base'>,
  locale: StudioLocale,
): string {
  if (rate_bp === null) return '';
  return fillText(texts.rateOfBase, locale, { rate: formatRate(rate_bp, locale), base: formatRupiah(base, locale) });
}
