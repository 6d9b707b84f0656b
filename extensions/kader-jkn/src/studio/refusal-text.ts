import { type RefusalCode, refusals, rupiahParams } from '../contract/error-codes.ts';
import type { Issue } from '../core/result.ts';
import { formatDate, formatMonth, formatRupiah, type StudioLocale } from './format.ts';
import { fillText, type Text } from './text.ts';

const unknownError: Text = [
  'Tidak dapat dimuat. Periksa sambungan, lalu coba lagi.',
  'Could not be loaded. Check the connection and try again.',
];
const forbiddenError: Text = [
  'Anda tidak berhak melihat ini. Hubungi kepala penagihan.',
  'You may not see this. Ask the head of collection.',
];

function isRefusalCode(code: unknown): code is RefusalCode {
  return typeof code === 'string' && Object.hasOwn(refusals, code);
}

function readable(name: string, value: unknown, locale: StudioLocale): string {
  if (rupiahParams.has(name) && typeof value === 'number') return formatRupiah(value, locale);
  if (typeof value === 'string' && /^\d{4}-\d{2}$/.test(value)) return formatMonth(value, locale);
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value, locale);
  return String(value ?? '');
}

/**
 * The text of a refusal in the user's language, its figures written as people read them. A param in two languages comes as
 * `why` (Indonesian) and `why_en`.
 */
export function refusalText(code: RefusalCode, params: Record<string, unknown>, locale: StudioLocale): string {
  const inLocale = (name: string) => (locale === 'en-US' ? (params[`${name}_en`] ?? params[name]) : params[name]);
  const written = Object.keys(params).map((name) => [name, readable(name, inLocale(name), locale)]);
  const { id, en } = refusals[code];
  return fillText([id, en], locale, Object.fromEntries(written));
}

/** What core refuses, by the text of the refusal that it becomes at the edge. */
export function reasonText({ reason, params }: Issue, locale: StudioLocale): string {
  const code = `KADER_${reason.toUpperCase().replaceAll('-', '_')}`;
  return isRefusalCode(code) ? refusalText(code, params, locale) : reason;
}

interface ApiError {
  response?: { status?: number; data?: { errors?: { message?: string; extensions?: Record<string, unknown> }[] } };
}

/** What went wrong with a request, as a sentence for the user: our refusal, the server's own words, or what to try. */
export function errorText(error: unknown, locale: StudioLocale): string {
  const response = (error as ApiError).response;
  const first = response?.data?.errors?.[0];
  const { code, ...params } = first?.extensions ?? {};
  if (isRefusalCode(code)) return refusalText(code, params, locale);
  if (response?.status === 403 || response?.status === 401) return fillText(forbiddenError, locale);
  return first?.message ?? fillText(unknownError, locale);
}
