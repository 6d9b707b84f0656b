import { z } from 'zod';
import type { Attending, EndRequest } from '../../contract/life.ts';
import type { DateText, FileId, Kader } from '../../contract/records.ts';
import { type DateText as Day, parseDate } from '../../core/period.ts';
import { parsed } from '../desk/parse-request.ts';
import { refusal } from '../errors.ts';

const longest = 255;
const id = z.coerce.number().int().positive().max(2_147_483_647);
const words = z.string().trim().max(longest);
const endReasons = [
  ...[
    'zero_collection',
    'other_work',
    'moved',
    'health',
    'own_wish',
    'contract_expired',
    'breach',
    'deceased',
    'other',
  ],
] as [NonNullable<Kader['end_reason']>, ...NonNullable<Kader['end_reason']>[]];

const end = z.object({
  reason: z.enum(endReasons),
  note: z.string().trim().max(2000).nullish(),
  to: id.nullish(),
});
const familiesChoice = z.enum(['share', 'give', 'keep_unassigned']);
const attendance = z.object({
  attending: z
    .array(z.object({ kader: id, present: z.boolean().nullable(), certificate_on: z.string().nullish() }))
    .max(5000),
});

/** A day that was told, or null where it may be missing and is. Refused as KADER_DAY_INVALID, naming the field. */
export function readDay(told: unknown, field: string): Day | null {
  if (told === undefined || told === null || told === '') return null;
  const day = typeof told === 'string' ? parseDate(told) : null;
  if (day === null) {
    throw refusal('KADER_DAY_INVALID', { field, why: 'tidak terbaca', why_en: 'it cannot be read' });
  }
  return day;
}

/** A day that must be told. Refused as KADER_DAY_INVALID, naming the field. */
export function requireDay(told: unknown, field: string): Day {
  const day = readDay(told, field);
  if (day === null) throw refusal('KADER_DAY_INVALID', { field, why: 'belum diisi', why_en: 'it is not given' });
  return day;
}

/** A day of something that has happened. Refused as KADER_DAY_INVALID, naming the field. */
export function requirePastDay(told: unknown, field: string, today: Day): Day {
  const day = requireDay(told, field);
  if (day > today) throw refusal('KADER_DAY_INVALID', { field, why: 'belum terjadi', why_en: 'it lies in the future' });
  return day;
}

/** Words of one line, or null where there are none. Refused as KADER_TEXT_TOO_LONG, naming the field. */
export function readLine(told: unknown, field: string): string | null {
  if (typeof told !== 'string' || told.trim() === '') return null;
  const read = words.safeParse(told);
  if (!read.success) throw refusal('KADER_TEXT_TOO_LONG', { field, most: longest });
  return read.data;
}

/** Words of one line that must be there. Refused as KADER_REASON_REQUIRED or KADER_TEXT_TOO_LONG. */
export function requireLine(told: unknown, field: string): string {
  const line = readLine(told, field);
  if (line === null) throw refusal('KADER_REASON_REQUIRED', { field });
  return line;
}

/** A file that was uploaded before; undefined: nothing was said of it. */
export function readFile(told: unknown): FileId | undefined {
  return parsed(z.object({ file: z.uuid().optional() }), { file: told ?? undefined }).file;
}

/** How a partnership ends. Refused as KADER_FAMILIES_CHOICE, KADER_DAY_INVALID or KADER_QUERY_INVALID. */
export function readEnd(body: unknown): EndRequest & { ended_on: Day } {
  const told = readTold(body);
  const families = familiesChoice.safeParse(told['families']);
  if (!families.success) throw refusal('KADER_FAMILIES_CHOICE');
  const { reason, note = null, to = null } = parsed(end, told);
  if (families.data === 'give' && to === null) throw refusal('KADER_FAMILIES_CHOICE', { field: 'to' });
  return { ended_on: requireDay(told['ended_on'], 'ended_on'), reason, note, families: families.data, to };
}

/** Who came to a training. Refused as KADER_QUERY_INVALID or KADER_DAY_INVALID. */
export function readAttendance(body: unknown): (Attending & { certificate_on: DateText | null })[] {
  return parsed(attendance, body).attending.map(({ certificate_on, ...one }) => ({
    ...one,
    certificate_on: readDay(certificate_on, 'certificate_on'),
  }));
}

/** What a step is told; anything but an object tells nothing. */
export function readTold(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } : {};
}
