import type { PreviewedPrice } from '../../contract/desk.ts';
import { formatMonth, type StudioLocale } from '../../studio/format.ts';
import { fillText } from '../../studio/text.ts';
import { texts } from './texts.ts';

/** What is known of a price both before and after it is stored. */
export type ShownPrice = Pick<
  PreviewedPrice,
  'base' | 'commission' | 'explanation' | 'explanation_en' | 'months_covered' | 'month' | 'late' | 'pay_month'
>;

/** The months covered, and when it is booked and paid out, as short phrases in reading order. */
export function priceFacts(price: ShownPrice, locale: StudioLocale): string[] {
  const month = formatMonth(price.month, locale);
  const covers =
    price.months_covered === 0
      ? fillText(texts.coversNone, locale)
      : fillText(texts.covers, locale, { count: price.months_covered });
  const paid =
    price.pay_month === null
      ? fillText(texts.paidAfterVerifying, locale)
      : fillText(texts.paidWith, locale, { month: formatMonth(price.pay_month, locale) });
  return [
    covers,
    fillText(price.late ? texts.bookedLate : texts.booked, locale, { month }),
    ...(price.commission === 0 ? [] : [paid]),
  ];
}
