import type { AttainmentAnswer, MonevSpan, MonevSubject } from '../contract/monev.ts';
import type { TargetMeasure } from '../contract/records.ts';
import { formatCount, formatMonthSpan, formatRupiah, formatRupiahShort, type StudioLocale } from './format.ts';
import { monevTexts } from './monev-texts.ts';
import { fillText } from './text.ts';

/** A measured value in full: rupiah, a count, or families a day with one decimal, two below one. */
export function formatMeasured(value: number | null, measure: TargetMeasure, locale: StudioLocale): string {
  if (measure === 'contacts_per_day' && value !== null) {
    const digits = value > 0 && value < 0.995 ? 2 : 1;
    return new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
      value,
    );
  }
  return isMoney(measure) ? formatRupiah(value, locale) : formatCount(value, locale);
}

/** A measured value short enough for a headline or the end of a mark. */
export function formatMeasuredShort(value: number | null, measure: TargetMeasure, locale: StudioLocale): string {
  return isMoney(measure) ? formatRupiahShort(value, locale) : formatMeasured(value, measure, locale);
}

/** The months of an answer, and that they are not over where they are not. */
export function formatSpan(span: MonevSpan, locale: StudioLocale): string {
  const months = formatMonthSpan(span.from, span.to, locale);
  return span.running ? `${months} (${fillText(monevTexts.running, locale)})` : months;
}

/** Whose figures these are, narrowest first. */
export function formatSubject({ branch, area, kader }: MonevSubject, locale: StudioLocale): string {
  const names = [kader?.name, area?.name, branch?.name].filter((name) => name !== undefined);
  return names.length === 0 ? fillText(monevTexts.allBranches, locale) : names.join(' · ');
}

/** The name of a saved file: what, whose, which months. */
export function fileName(what: string, { subject, span }: Pick<AttainmentAnswer, 'subject' | 'span'>): string {
  const whose = formatSubject(subject, 'id-ID')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return [what, whose, span?.from, span && span.to !== span.from ? span.to : null].filter(Boolean).join('_');
}

function isMoney(measure: TargetMeasure): boolean {
  return measure === 'collection' || measure === 'arrears_share';
}
