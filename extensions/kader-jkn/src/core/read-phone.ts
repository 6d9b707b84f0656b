/** Telephone numbers as lists write them. */
import { cleanText } from './clean-text.ts';

/** As the phone field of a family takes it. */
const phone = /^[+0-9][0-9 ()-]{5,24}$/;

/**
 * A number that can be dialled, or null. A mobile number whose leading nought a sheet took away gets it back: no other
 * number of Indonesia begins with 8.
 */
export function readPhone(text: string): string | null {
  const clean = cleanText(text).replace(/[./]/g, '-');
  if (!phone.test(clean)) return null;
  return /^8\d{8,11}$/.test(clean) ? `0${clean}` : clean;
}
