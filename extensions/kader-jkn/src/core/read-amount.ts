/** Rupiah as lists write them. What can be read in two ways is never guessed. */
import { cleanText } from './clean-text.ts';
import { formatRupiah } from './money.ts';

export type AmountReading =
  | { ok: true; value: number }
  | { ok: false; reason: 'amount-unreadable' | 'amount-fraction' | 'amount-negative' | 'digits-lost' }
  | { ok: false; reason: 'amount-ambiguous'; readings: readonly [string, string] };

export type DecimalMark = ',' | '.';

/** More digits than any sum of a family: whole and safe. */
const digitsAtMost = 15;

/**
 * `Rp 1.234.567,00`, `1,234,567`, `1234567`, `Rp1.234.567,-`. Marks that group all digits by three part thousands, unless
 * the source's decimal mark says otherwise: nobody writes rupiah to three decimals. `1.234,567` and `1234.567` are
 * refused with both readings. `decimal` null: not known.
 */
export function readAmount(text: string, decimal: DecimalMark | null = null): AmountReading {
  const plain = plainDigits(text);
  if (plain >= 0) return { ok: true, value: plain };
  const bare = cleanText(text)
    .replace(/^(rp|idr)\.?\s*/i, '')
    .replace(/\s*(rupiah|idr)$/i, '')
    .replace(/[,.]\s?[-–—=]+$/, '')
    .replace(/ /g, '');
  if (/^\d+([.,]\d+)?e\+?\d+$/i.test(bare)) return { ok: false, reason: 'digits-lost' };
  if (/^(-|\(|[-–]rp)/i.test(bare)) return { ok: false, reason: 'amount-negative' };
  if (!/^\d[\d.,]*$/.test(bare) || bare.replace(/\D/g, '').length > digitsAtMost) {
    return { ok: false, reason: 'amount-unreadable' };
  }
  return readMarks(bare, decimal);
}

/** The number that a text of up to 15 digits and nothing else is; -1: it is another text. */
function plainDigits(text: string): number {
  if (text.length === 0 || text.length > digitsAtMost) return -1;
  let value = 0;
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function readMarks(bare: string, decimal: DecimalMark | null): AmountReading {
  if (decimal !== null) return readWith(bare, decimal);
  const last = bare.includes(',') && bare.lastIndexOf(',') > bare.lastIndexOf('.') ? ',' : '.';
  if (isGrouped(bare, last)) return { ok: true, value: digitsOf(bare) };
  if (bare.length - bare.lastIndexOf(last) !== 4) return readWith(bare, last);
  const asDecimals = readWith(bare, last);
  if (!asDecimals.ok && asDecimals.reason === 'amount-unreadable') return asDecimals;
  const whole = digitsOf(bare.slice(0, bare.lastIndexOf(last)));
  const decimals = bare.slice(-3).replace(/0+$/, '');
  return {
    ok: false,
    reason: 'amount-ambiguous',
    readings: [
      decimals === '' ? formatRupiah(whole) : `${formatRupiah(whole)},${decimals}`,
      formatRupiah(digitsOf(bare)),
    ],
  };
}

/** The text read with a decimal mark, the other one parting thousands. */
function readWith(bare: string, decimal: DecimalMark): AmountReading {
  const [whole = '', decimals = '', ...more] = bare.split(decimal);
  const thousands = decimal === ',' ? '.' : ',';
  const isWhole = /^\d+$/.test(whole) || isGrouped(whole, thousands);
  if (!isWhole || more.length > 0 || bare.endsWith(decimal) || !/^\d*$/.test(decimals)) {
    return { ok: false, reason: 'amount-unreadable' };
  }
  return /^0*$/.test(decimals) ? { ok: true, value: digitsOf(whole) } : { ok: false, reason: 'amount-fraction' };
}

/** `1.234.567`: a first group of one to three digits that does not begin with nought, then groups of three. */
function isGrouped(text: string, mark: DecimalMark): boolean {
  const [first = '', ...groups] = text.split(mark);
  return /^[1-9]\d{0,2}$/.test(first) && groups.length > 0 && groups.every((group) => /^\d{3}$/.test(group));
}

function digitsOf(text: string): number {
  return Number(text.replace(/[.,]/g, ''));
}
