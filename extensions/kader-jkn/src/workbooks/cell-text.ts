/** Above this a double cannot hold every whole number, and Excel keeps 15 figures only. */
const mostFigures = 15;

/**
 * The text of a cell that holds a number. Whole numbers are written out; one that may have lost figures (a KK number that
 * Excel took for a number) stays in the form 3.37E+15, so that nobody takes it for what was meant.
 */
export function numberText(value: string): string {
  if (/^-?\d{1,15}$/.test(value)) return value;
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value;
  if (Number.isInteger(number)) return wholeText(value, number);
  const [whole = '', part = ''] = String(Number(number.toPrecision(mostFigures))).split('.');
  // three figures behind a point would read as thousands
  return part.length === 3 ? `${whole}.${part}0` : part === '' ? whole : `${whole}.${part}`;
}

function wholeText(value: string, number: number): string {
  if (Math.abs(number) < 10 ** mostFigures) return String(number);
  // Excel writes zeros where it lost figures: any other last figure was kept by another program
  const kept = /^\d{16}$/.test(value) && !value.endsWith('0') && Number.isSafeInteger(number);
  return kept ? value : number.toExponential().toUpperCase();
}

/** A text as people wrote it: Excel writes control characters as _x000D_. */
export function plainText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** The column of a cell, the first being 0, by its name: `AB12` is 27. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}
