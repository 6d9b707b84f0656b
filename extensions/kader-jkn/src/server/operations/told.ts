import type { DateText, FileId, Id, MonthText } from '../../contract/records.ts';
import { parseDate, parsePeriod } from '../../core/period.ts';
import { refusal } from '../errors.ts';

/** Ids are kept in a four-byte column. */
const largestId = 2_147_483_647;
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * Ids as flows tell them, each once: a number, text, a list (also written as JSON or with commas), a record chosen in the form
 * ({key}) or read by an earlier step ({id}). Nothing told: an empty list. Whatever else stands there is refused as
 * KADER_FLOW_VALUE: a step that found nothing must not come to mean everything.
 */
export function idsTold(told: unknown, field: string): Id[] {
  return [...new Set(partsOf(told).map((part) => idOf(part, field)))];
}

/** One id, or null where nothing is told. Refused as KADER_FLOW_VALUE, also where several are. */
export function idTold(told: unknown, field: string): Id | null {
  const [id, ...more] = idsTold(told, field);
  if (more.length > 0) throw refusal('KADER_FLOW_VALUE', { field });
  return id ?? null;
}

/** The id of one file of Directus. Refused as KADER_FLOW_VALUE, also where none is told. */
export function fileTold(told: unknown, field: string): FileId {
  const [file, ...more] = partsOf(told);
  if (typeof file !== 'string' || !uuid.test(file) || more.length > 0) throw refusal('KADER_FLOW_VALUE', { field });
  return file;
}

/** A month, or null where none is told. Refused as KADER_FLOW_VALUE. */
export function monthTold(told: unknown, field: string): MonthText | null {
  const text = textTold(told, field);
  if (text !== null && parsePeriod(text) === null) throw refusal('KADER_FLOW_VALUE', { field });
  return text;
}

/** A day, or null where none is told: a date, or a moment whose first ten characters are one. Refused as KADER_FLOW_VALUE. */
export function dateTold(told: unknown, field: string): DateText | null {
  const day = textTold(told, field)?.slice(0, 10) ?? null;
  if (day !== null && parseDate(day) === null) throw refusal('KADER_FLOW_VALUE', { field });
  return day;
}

/** One of a few words; the first where none is told. Refused as KADER_FLOW_VALUE. */
export function choiceTold<Choice extends string>(
  told: unknown,
  choices: readonly [Choice, ...Choice[]],
  field: string,
): Choice {
  const text = textTold(told, field) ?? choices[0];
  const found = choices.find((choice) => choice === text);
  if (found === undefined) throw refusal('KADER_FLOW_VALUE', { field });
  return found;
}

/** Yes or no; `usual` where neither is told. Refused as KADER_FLOW_VALUE. */
export function flagTold(told: unknown, usual: boolean, field: string): boolean {
  if (typeof told === 'boolean') return told;
  const text = textTold(told, field);
  if (text === null) return usual;
  if (text !== 'true' && text !== 'false') throw refusal('KADER_FLOW_VALUE', { field });
  return text === 'true';
}

/** Text without the space around it, or null where none is told. Refused as KADER_FLOW_VALUE. */
export function textTold(told: unknown, field: string): string | null {
  if (told === null || told === undefined) return null;
  if (typeof told !== 'string' && typeof told !== 'number') throw refusal('KADER_FLOW_VALUE', { field });
  const text = String(told).trim();
  // what Directus writes for a value that a trigger or a step does not have
  if (text === 'undefined' || text === 'null') throw refusal('KADER_FLOW_VALUE', { field });
  return text === '' ? null : text;
}

/** Lines of text: a list, or text whose lines are one each. Refused as KADER_FLOW_VALUE. */
export function linesTold(told: unknown, field: string): string[] {
  const all: unknown[] = Array.isArray(told) ? told : (textTold(told, field)?.split('\n') ?? []);
  return all.map((line) => String(line ?? '').trim()).filter((line) => line !== '');
}

function partsOf(told: unknown): unknown[] {
  if (told === null || told === undefined) return [];
  if (Array.isArray(told)) return told.flatMap(partsOf);
  if (typeof told === 'object') return partsOf(keyOf(told) ?? Number.NaN);
  if (typeof told !== 'string') return [told];
  const text = told.trim();
  if (text === '') return [];
  if (text.startsWith('[') || text.startsWith('{')) return partsOf(fromJson(text) ?? Number.NaN);
  return text.includes(',') ? text.split(',').map((part) => part.trim()) : [text];
}

function keyOf(told: object): unknown {
  const { key, id } = told as { key?: unknown; id?: unknown };
  return key ?? id;
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function idOf(part: unknown, field: string): Id {
  const id = typeof part === 'number' || (typeof part === 'string' && /^\d+$/.test(part)) ? Number(part) : 0;
  if (!Number.isInteger(id) || id < 1 || id > largestId) throw refusal('KADER_FLOW_VALUE', { field });
  return id;
}
