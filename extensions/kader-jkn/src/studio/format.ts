/**
 * How money, ratios, months and moments are written on screen and paper. Pure; the only place that formats.
 *
 * `en-US` keeps the rupiah sign and English separators, so that a figure is never mistaken for another currency.
 */

export type StudioLocale = 'id-ID' | 'en-US';
/** Whole rupiah or a count; `bigInteger` columns arrive as strings. */
export type Amount = number | bigint | string;

const absent = '–';
const million = 1_000_000;
const billion = 1_000_000_000;
const shortUnits = { 'id-ID': { million: 'jt', billion: 'M' }, 'en-US': { million: 'mn', billion: 'bn' } } as const;
const zoneNames: Record<string, string> = { 'Asia/Jakarta': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' };

const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function numbers(locale: StudioLocale, least: number, most: number): Intl.NumberFormat {
  const key = `${locale} ${least} ${most}`;
  const known = numberFormats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: most });
  numberFormats.set(key, made);
  return made;
}

function dates(locale: StudioLocale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = dateFormats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  dateFormats.set(key, made);
  return made;
}

/** The locale we write in for a language of the app: Indonesian for `id` and `id-ID`, English for every other. */
export function studioLocale(language: string | null | undefined): StudioLocale {
  return language?.toLowerCase().startsWith('id') ? 'id-ID' : 'en-US';
}

/** A whole amount as a bigint, exact beyond 2^53; null for anything that is not a whole number. */
export function wholeAmount(value: Amount | null | undefined): bigint | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : null;
  return /^-?\d+$/.test(value) ? BigInt(value) : null;
}

/** Whole number with separators: `1.250`; an en dash where there is none. */
export function formatCount(value: Amount | null | undefined, locale: StudioLocale): string {
  const whole = wholeAmount(value);
  return whole === null ? absent : numbers(locale, 0, 0).format(whole);
}

/** Whole rupiah: `Rp 1.250.000`, `-Rp 50.000`; an en dash where there is none. */
export function formatRupiah(value: Amount | null | undefined, locale: StudioLocale): string {
  const whole = wholeAmount(value);
  if (whole === null) return absent;
  return whole < 0n ? `-Rp ${formatCount(-whole, locale)}` : `Rp ${formatCount(whole, locale)}`;
}

/** Rupiah short enough for a headline: `Rp 31,6 jt`, `Rp 16,5 M`; below a million in full. */
export function formatRupiahShort(value: Amount | null | undefined, locale: StudioLocale): string {
  const whole = wholeAmount(value);
  if (whole === null) return absent;
  const size = Number(whole < 0n ? -whole : whole);
  if (size < million) return formatRupiah(whole, locale);
  const sign = whole < 0n ? '-' : '';
  const tenths = Math.round(size / (million / 10)) / 10;
  const [figure, unit] =
    tenths < 1000 ? [tenths, shortUnits[locale].million] : [size / billion, shortUnits[locale].billion];
  return `${sign}Rp ${numbers(locale, 0, 1).format(figure)} ${unit}`;
}

/** A ratio (1 = 100%): one decimal, two below 1%: `78,0%`, `0,19%`. */
export function formatPercent(ratio: number | null | undefined, locale: StudioLocale): string {
  if (ratio === null || ratio === undefined || !Number.isFinite(ratio)) return absent;
  const percent = ratio * 100;
  const small = percent !== 0 && Math.round(Math.abs(percent) * 100) < 100;
  const digits = small ? 2 : 1;
  return `${numbers(locale, digits, digits).format(percent)}%`;
}

/** A figure with its sign, for a movement: `+Rp 12 jt`; nothing moved has none. */
export function signed(value: number, figure: string): string {
  return value > 0 ? `+${figure}` : figure;
}

/** A change as a ratio (0.123 is 12.3% more): `+12,3%`, `-4,0%`. */
export function formatChange(ratio: number | null | undefined, locale: StudioLocale): string {
  return signed(ratio ?? 0, formatPercent(ratio, locale));
}

/** A rate in basis points as it is spoken: 2500 is `25%`, 1255 is `12,55%`. */
export function formatRate(basisPoints: number | null | undefined, locale: StudioLocale): string {
  return basisPoints === null || basisPoints === undefined
    ? absent
    : `${numbers(locale, 0, 2).format(basisPoints / 100)}%`;
}

function monthDate(month: string | null | undefined): Date | null {
  const parts = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month ?? '');
  return parts ? new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, 1)) : null;
}

/** `YYYY-MM` as `Januari 2022`. */
export function formatMonth(month: string | null | undefined, locale: StudioLocale): string {
  const date = monthDate(month);
  return date ? dates(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(date) : absent;
}

/** `YYYY-MM` as the short name of the month alone: `Jan`. */
export function formatMonthName(month: string | null | undefined, locale: StudioLocale): string {
  const date = monthDate(month);
  return date ? dates(locale, { month: 'short', timeZone: 'UTC' }).format(date) : absent;
}

/** Two months as a span: `Januari 2022`, `Mei–November 2017`, `November 2021–Januari 2022`. */
export function formatMonthSpan(from: string, to: string, locale: StudioLocale): string {
  const first = monthDate(from);
  if (from === to || !first) return formatMonth(from, locale);
  const last = formatMonth(to, locale);
  if (from.slice(0, 4) !== to.slice(0, 4)) return `${formatMonth(from, locale)}–${last}`;
  return `${dates(locale, { month: 'long', timeZone: 'UTC' }).format(first)}–${last}`;
}

/** `YYYY-MM-DD` as `31 Januari 2022`. */
export function formatDate(date: string | null | undefined, locale: StudioLocale): string {
  if (!date || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return absent;
  return dates(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}

/** A moment in the branch's own time: `31 Januari 2022, 23.30 WIB`. */
export function formatMoment(moment: string | null | undefined, timeZone: string, locale: StudioLocale): string {
  const at = moment ? new Date(moment) : null;
  if (!at || Number.isNaN(at.getTime())) return absent;
  const day = dates(locale, { dateStyle: 'long', timeZone }).format(at);
  const hour = dates(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(at);
  return `${day}, ${hour} ${zoneNames[timeZone] ?? timeZone}`;
}

/** Months owed as read aloud: `8 bln`, `8 mo`. */
export function formatMonthsOwed(months: number | null | undefined, locale: StudioLocale): string {
  return months === null || months === undefined
    ? absent
    : `${formatCount(months, locale)} ${locale === 'id-ID' ? 'bln' : 'mo'}`;
}

/** A sentence in which no line ends between `Rp` and its figure. */
export function keepRupiahTogether(sentence: string): string {
  return sentence.replace(/\bRp (?=\d)/g, 'Rp\u00a0');
}
