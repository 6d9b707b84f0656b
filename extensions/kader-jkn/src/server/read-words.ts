import type { RefusalCode } from '../contract/error-codes.ts';
import { refusal } from './errors.ts';

/** Characters that are no words; lines may break, and PostgreSQL cannot even keep the first of these. */
const controlCharacters = /[^\P{Cc}\n\t]/gu;

/**
 * The words a person wrote, trimmed. Refused by `missing` where there are none, as KADER_TEXT_TOO_LONG above `longest`
 * characters; both name `field`.
 */
export function readWords(told: unknown, field: string, longest: number, missing: RefusalCode): string {
  const words = typeof told === 'string' ? told.replaceAll('\r\n', '\n').replaceAll(controlCharacters, '').trim() : '';
  if (words === '') throw refusal(missing, { field });
  if ([...words].length > longest) throw refusal('KADER_TEXT_TOO_LONG', { field, most: longest });
  return words;
}
