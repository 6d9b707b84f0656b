import type { PreviewedPrice } from '../../contract/desk.ts';
import { formatMonth, type StudioLocale } from '../../studio/format.ts';
import { fillText } from '../../studio/text.ts';
import { texts } from './texts.ts';

/** What is known of a price both before and after it is stored. */
export type ShownPrice = Pick<
  PreviewedPrice,
  'base' | 'commission' | 'explanation' | 'explanation_en' | 'months_covered' | 'split' | 'month' | 'late' | 'pay_month'
>;

/** The months covered, and when it is booked and paid out, as short phrases in reading order; of a reversal, what goes back. */
export function priceFacts(price: ShownPrice, locale: StudioLocale): string[] {
  const month = formatMonth(price.month, locale);
  return [
    ...coverFact(price, locale),
    fillText(price.late ? texts.bookedLate : texts.booked, locale, { month }),
    ...payFact(price, locale),
  ];
}

function coverFact({ months_covered, base }: ShownPrice, locale: StudioLocale): string[] {
  if (months_covered > 0) return [fillText(texts.covers, locale, { count: months_covered })];
  if (months_covered < 0) return [fillText(texts.owedAgain, locale, { count: -months_covered })];
  return base < 0 ? [] : [fillText(texts.coversNone, locale)];
}

function payFact({ commission, pay_month }: ShownPrice, locale: StudioLocale): string[] {
  if (commission === 0) return [];
  if (pay_month === null) {
    return [fillText(commission < 0 ? texts.deductedAfterVerifying : texts.paidAfterVerifying, locale)];
  }
  const month = formatMonth(pay_month, locale);
  return [fillText(commission < 0 ? texts.deductedWith : texts.paidWith, locale, { month })];
}
