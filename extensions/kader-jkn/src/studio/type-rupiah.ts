import { formatCount, type StudioLocale } from './format.ts';

/** What an input shows after a keystroke: its text, where the caret stands, and the whole rupiah it means. */
export interface TypedRupiah {
  text: string;
  caret: number;
  /** digits only; null when empty or not whole */
  value: string | null;
  /** the text holds cents: rupiah are whole */
  fraction: boolean;
}

const decimalMark = { 'id-ID': ',', 'en-US': '.' } as const;

function grouped(digits: string, locale: StudioLocale): string {
  return digits === '' ? '' : formatCount(digits, locale);
}

function withoutLeadingZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}

/** Where the caret stands once `count` digits are left of it. */
function caretAfter(text: string, count: number): number {
  if (count === 0) return 0;
  let seen = 0;
  for (let at = 0; at < text.length; at++) {
    if (/\d/.test(text.charAt(at))) seen++;
    if (seen === count) return at + 1;
  }
  return text.length;
}

/**
 * Regroups what was typed, keeping the caret behind the digit it stood behind. A decimal mark is kept while typing, so
 * that `1.250.000,00` never becomes a hundred times as much; only zeros may follow it.
 */
export function typeRupiah(typed: string, caret: number, locale: StudioLocale): TypedRupiah {
  const mark = typed.indexOf(decimalMark[locale]);
  const wholePart = mark < 0 ? typed : typed.slice(0, mark);
  const cents =
    mark < 0
      ? ''
      : typed
          .slice(mark + 1)
          .replace(/\D/g, '')
          .slice(0, 2);
  const digits = withoutLeadingZeros(wholePart.replace(/\D/g, ''));
  const whole = grouped(digits, locale);
  const text = mark < 0 || digits === '' ? whole : `${whole}${decimalMark[locale]}${cents}`;
  const fraction = /[1-9]/.test(cents);
  const dropped = wholePart.replace(/\D/g, '').length - digits.length;
  const left = Math.max(0, typed.slice(0, caret).replace(/\D/g, '').length - dropped);
  const pastMark = mark >= 0 && caret > mark && left <= digits.length;
  return {
    text,
    caret: pastMark && text.length > whole.length ? whole.length + 1 : caretAfter(text, left),
    value: digits === '' || fraction ? null : digits,
    fraction,
  };
}

/**
 * Digits of a pasted amount in either notation: `Rp 1.234.567,00`, `1,234,567.00`, `1234567`. Null when it is no whole
 * rupiah. One separator with three digits behind it groups thousands; with one or two, it is decimal.
 */
export function parseRupiah(pasted: string): string | null {
  const text = pasted.replace(/^\s*(?:rp\.?|idr)?\s*/i, '').replace(/(?:,-|\s)+$/, '');
  const parts = /^(\d{1,3}(?:([.,\s\u00a0])\d{3}(?:\2\d{3})*)?|\d+)(?:[.,](0{1,2}))?$/.exec(text);
  return parts ? withoutLeadingZeros((parts[1] ?? '').replace(/\D/g, '')) : null;
}

/** The text of a stored value, ready to be typed in. */
export function rupiahText(value: string | number | null | undefined, locale: StudioLocale): string {
  return value === null || value === undefined || value === '' ? '' : formatCount(value, locale);
}
