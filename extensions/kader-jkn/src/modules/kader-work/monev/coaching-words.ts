import type { CoachingPoint } from '../../../core/coaching.ts';
import { formatCount, type StudioLocale } from '../../../studio/format.ts';
import { fillText } from '../../../studio/text.ts';
import { hindranceTexts, texts } from './texts.ts';

/** A reason as one would say it to the kader, with what may help. */
export function coachingWords(point: CoachingPoint, locale: StudioLocale): string {
  const count = (value: number) => formatCount(value, locale);
  switch (point.kind) {
    case 'threatened':
      return fillText(texts.threatened, locale, { contacts: count(point.contacts) });
    case 'no-contacts':
      return fillText(texts['no-contacts'], locale);
    case 'few-days':
      return fillText(texts['few-days'], locale, { days: count(point.days), working: count(point.working_days) });
    case 'few-families': {
      const families = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(point.families);
      return fillText(texts['few-families'], locale, { families, due: count(point.due) });
    }
    case 'promises-broken':
      return fillText(texts['promises-broken'], locale, { broken: count(point.broken), due: count(point.due) });
    case 'hindered': {
      const { name, hint } = hindranceTexts[point.outcome];
      return fillText(texts.hindered, locale, {
        outcome: fillText(name, locale),
        contacts: count(point.contacts),
        of: count(point.of),
        hint: fillText(hint, locale),
      });
    }
  }
}
