/** Numbers of a family card (KK), of a person (NIK) and of a virtual account (VA), by their structure. */
import { cleanText } from './clean-text.ts';

export type IdentityReason =
  | 'digits-lost'
  | 'kk-digits'
  | 'kk-length'
  | 'kk-structure'
  | 'nik-digits'
  | 'nik-length'
  | 'nik-structure'
  | 'va-digits'
  | 'va-length';

/** The number in digits alone, or what is wrong with it. */
export type IdentityCheck = { ok: true; value: string } | { ok: false; reason: IdentityReason };

/** Provinces by their official code: of 2022, when Papua became six. */
const provinces: ReadonlySet<number> = new Set([
  ...[11, 12, 13, 14, 15, 16, 17, 18, 19, 21],
  ...[31, 32, 33, 34, 35, 36, 51, 52, 53],
  ...[61, 62, 63, 64, 65, 71, 72, 73, 74, 75, 76],
  ...[81, 82, 91, 92, 93, 94, 95, 96],
]);

const identityDigits = 16;
/** A NIK tells a woman by her day of birth with 40 added. */
const addedForWomen = 40;
const longestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** What every virtual account of BPJS Kesehatan begins with, and how many digits it has. */
export const bpjsPrefix = '88888';
export const bpjsDigits = 16;

/** A KK: 6 digits of an area, the day of issue (DDMMYY), a serial of 4 that is not 0000. */
export function checkKk(text: string): IdentityCheck {
  const value = numberText(text);
  if (value.length === identityDigits && isDigits(value)) {
    return isWellFormed(value, 0) ? { ok: true, value } : { ok: false, reason: 'kk-structure' };
  }
  return { ok: false, reason: lostDigits(value) ? 'digits-lost' : isDigits(value) ? 'kk-length' : 'kk-digits' };
}

/** A NIK: as a KK, with the day of birth, to which 40 is added for women. */
export function checkNik(text: string): IdentityCheck {
  const value = numberText(text);
  if (value.length === identityDigits && isDigits(value)) {
    const ok = isWellFormed(value, 0) || isWellFormed(value, addedForWomen);
    return ok ? { ok, value } : { ok, reason: 'nik-structure' };
  }
  return { ok: false, reason: lostDigits(value) ? 'digits-lost' : isDigits(value) ? 'nik-length' : 'nik-digits' };
}

/** A VA: of BPJS Kesehatan (88888 and 11 digits), or another bank's of 8 to 20 digits. */
export function checkVa(text: string): IdentityCheck {
  const value = numberText(text);
  if (lostDigits(value)) return { ok: false, reason: 'digits-lost' };
  if (!isDigits(value)) return { ok: false, reason: 'va-digits' };
  return value.length >= 8 && value.length <= 20 ? { ok: true, value } : { ok: false, reason: 'va-length' };
}

/** Whether a VA begins as BPJS's do but is not as long: accepted, and worth a look. */
export function isOddVa(va: string): boolean {
  return va.length !== bpjsDigits && va.startsWith(bpjsPrefix);
}

/** The six digits of the kecamatan in which a KK or NIK was issued: `337201`. */
export function issuedIn(identityNumber: string): string {
  return identityNumber.slice(0, 6);
}

/** Digits as they are, else without the blanks, dots and dashes that people group them by. */
function numberText(text: string): string {
  if (isDigits(text)) return text;
  const clean = cleanText(text);
  return lostDigits(clean) ? clean : clean.replace(/[ .-]/g, '');
}

function isDigits(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return text.length > 0;
}

/** `3.37E+15`: a sheet kept it as a number, and its last digits are gone. */
function lostDigits(text: string): boolean {
  return /^\d+([.,]\d+)?[eE]\+?\d+$/.test(text);
}

function isWellFormed(digits: string, addedToDay: number): boolean {
  if (!provinces.has(twoAt(digits, 0)) || twoAt(digits, 2) === 0 || twoAt(digits, 4) === 0) return false;
  const day = twoAt(digits, 6) - addedToDay;
  const month = twoAt(digits, 8);
  const longest = longestMonths[month - 1];
  if (longest === undefined || day < 1 || day > longest) return false;
  // of which century is not told: a year of 00 may be the leap year 2000
  if (month === 2 && day === 29 && twoAt(digits, 10) % 4 !== 0) return false;
  return !digits.endsWith('0000');
}

function twoAt(digits: string, at: number): number {
  return (digits.charCodeAt(at) - 48) * 10 + digits.charCodeAt(at + 1) - 48;
}
