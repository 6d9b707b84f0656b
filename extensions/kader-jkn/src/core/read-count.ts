/** Counts of people and months as lists write them. */
import { cleanText } from './clean-text.ts';

const counted = /^(\d{1,6})(?:[.,]0+)?\s*(?:orang|org|jiwa|peserta|bulan|bln|months?|members?)?\.?$/i;

/** `4`, `4 orang`, `24 bulan`, `4.0` of a sheet; null: not a whole number. */
export function readCount(text: string): number | null {
  if (text.length === 1 || text.length === 2) {
    const tens = text.length === 2 ? text.charCodeAt(0) - 48 : 0;
    const ones = text.charCodeAt(text.length - 1) - 48;
    if (tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9) return tens * 10 + ones;
  }
  const digits = counted.exec(cleanText(text))?.[1];
  return digits === undefined ? null : Number(digits);
}
