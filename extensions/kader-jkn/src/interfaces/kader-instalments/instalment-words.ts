import type { ShownInstalment } from '../../contract/rehab.ts';
import { formatDate, formatRupiah, type StudioLocale } from '../../studio/format.ts';
import { fillText } from '../../studio/text.ts';
import { texts } from './texts.ts';

/** How an instalment of a plan stands, in a few words. */
export function instalmentState({ status, paid, paid_on }: ShownInstalment, locale: StudioLocale): string {
  if (status === 'paid') return fillText(texts.paid, locale, { date: formatDate(paid_on, locale) });
  const [whole, partly] = status === 'missed' ? [texts.missedState, texts.missedPartly] : [texts.waiting, texts.partly];
  return paid === 0 ? fillText(whole, locale) : fillText(partly, locale, { paid: formatRupiah(paid, locale) });
}
