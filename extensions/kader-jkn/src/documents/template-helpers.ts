import type { HelperDelegate, HelperOptions } from 'handlebars';
import { terbilang } from '../core/terbilang.ts';
import {
  type Amount,
  formatCount,
  formatDate,
  formatMoment,
  formatMonth,
  formatPercent,
  formatRate,
  formatRupiah,
  keepRupiahTogether,
  type StudioLocale,
} from '../studio/format.ts';
import { TemplateProblem } from './template-problem.ts';

/** How a template writes figures and times. */
export interface TemplateSettings {
  locale: StudioLocale;
  /** IANA name of the branch's time zone */
  timeZone: string;
  /** a letter's values are escaped as markup, a plain message's are not */
  use: 'letter' | 'message';
}

type Place = HelperOptions & { loc?: { start: { line: number; column: number } } };

/** A helper of one value. What is missing, or cannot be written, is a problem at the helper's place. */
function ofOneValue(name: string, write: (value: never) => string): HelperDelegate {
  return (...given: unknown[]) => {
    const start = (given.at(-1) as Place).loc?.start;
    const place = start ? { line: start.line, column: start.column + 1 } : null;
    const value = given.length > 1 ? given[0] : undefined;
    if (value === null) return '';
    if (value === undefined) {
      throw new TemplateProblem(
        { id: `{{${name}}} tidak mendapat nilai yang dikenal`, en: `{{${name}}} is given no known value` },
        place,
      );
    }
    try {
      return write(value as never);
    } catch {
      throw new TemplateProblem(
        { id: `{{${name}}} tidak dapat menulis "${value}"`, en: `{{${name}}} cannot write "${value}"` },
        place,
      );
    }
  };
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * The helpers of templates: `rupiah`, `number`, `rate` (basis points), `percent` (a ratio), `date` (YYYY-MM-DD), `moment`
 * (date and time of the branch), `month` (YYYY-MM), `terbilang` (rupiah in Indonesian words), `mask` (the last four
 * characters) and `equals`.
 */
export function templateHelpers({ locale, timeZone }: TemplateSettings): Record<string, HelperDelegate> {
  return {
    rupiah: ofOneValue('rupiah', (value: Amount) => keepRupiahTogether(formatRupiah(value, locale))),
    number: ofOneValue('number', (value: Amount) => formatCount(value, locale)),
    rate: ofOneValue('rate', (value: number) => formatRate(value, locale)),
    percent: ofOneValue('percent', (value: number) => formatPercent(value, locale)),
    date: ofOneValue('date', (value: string) => formatDate(value, locale)),
    moment: ofOneValue('moment', (value: string) => formatMoment(value, timeZone, locale)),
    month: ofOneValue('month', (value: string) => formatMonth(value, locale)),
    terbilang: ofOneValue('terbilang', (value: number) => capitalised(terbilang(value))),
    mask: ofOneValue('mask', (value: string) => String(value).replace(/.(?=.{4})/gsu, '•')),
    equals: (one: unknown, other: unknown) => one === other,
  };
}
