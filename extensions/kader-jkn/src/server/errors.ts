import { createError, type DirectusError } from '@directus/errors';
import { type RefusalCode, refusals, rupiahParams } from '../contract/error-codes.ts';
import { formatRupiah } from '../core/money.ts';
import type { Params, Reason } from '../core/result.ts';

/** The two languages of every refusal. */
export type Language = 'id' | 'en';

const codes = Object.keys(refusals) as RefusalCode[];
const localeOf: Record<Language, string> = { id: 'id-ID', en: 'en-GB' };

const classes = new Map(
  codes.map((code) => [
    code,
    createError<Params>(code, (params) => refusalText(code, params, 'id'), refusals[code].status),
  ]),
);

/** Whether a code is one of our refusals. */
export function isRefusalCode(code: unknown): code is RefusalCode {
  return typeof code === 'string' && Object.hasOwn(refusals, code);
}

/**
 * The error of a refusal, with its HTTP status, code, `field` and the params its text is filled with; in Indonesian until
 * the edge knows who asks.
 */
export function refusal(code: RefusalCode, params: Params = {}): DirectusError<Params> {
  const RefusalError = classes.get(code);
  if (RefusalError === undefined) throw new RangeError(`Unknown refusal: ${code}`);
  return new RefusalError({ field: refusals[code].field, ...params });
}

/** The code of a reason that core gives: `period-closed` is KADER_PERIOD_CLOSED. */
export function codeOf(reason: Reason): RefusalCode {
  const code = `KADER_${reason.toUpperCase().replaceAll('-', '_')}`;
  if (!isRefusalCode(code)) throw new RangeError(`No refusal for the reason ${reason}`);
  return code;
}

/** The error of what core refused. */
export function refusalOf({ reason, params }: { reason: Reason; params: Params }): DirectusError<Params> {
  return refusal(codeOf(reason), params);
}

/** The sentence of a refusal in a language: rupiah, days and months written as people write them. */
export function refusalText(code: RefusalCode, params: Params, language: Language): string {
  return refusals[code][language].replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const translated = language === 'en' ? params[`${name}_en`] : undefined;
    return inWords(name, translated ?? params[name], language);
  });
}

function inWords(name: string, value: Params[string] | undefined, language: Language): string {
  if (value === null || value === undefined) return '–';
  if (rupiahParams.has(name) && typeof value === 'number') return formatRupiah(value);
  if (name === 'date') return writeDay(`${value}`, { day: 'numeric', month: 'long', year: 'numeric' }, language);
  if (name === 'month') return writeDay(`${value}-01`, { month: 'long', year: 'numeric' }, language);
  return String(value);
}

function writeDay(day: string, parts: Intl.DateTimeFormatOptions, language: Language): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  return new Intl.DateTimeFormat(localeOf[language], { ...parts, timeZone: 'UTC' }).format(date);
}
