import { z } from 'zod';
import { type DayListPaper, dayListPapers } from '../../contract/day-list.ts';
import { type DateText, parseDate } from '../../core/period.ts';
import { parsed } from '../desk/parse-request.ts';
import type { DayListRequest } from './make-day-list.ts';

const mostFamilies = 100;

const day = z
  .string()
  .refine((text) => parseDate(text) !== null, 'YYYY-MM-DD')
  .transform((text) => text as DateText);

const listQuery = z.object({
  kader: z.coerce.number().int().positive().max(2_147_483_647).optional(),
  date: day.optional(),
  count: z.coerce.number().int().positive().max(mostFamilies).optional(),
});
const paperQuery = z.object({ paper: z.enum(dayListPapers).default('a4') });

/** Refused as KADER_QUERY_INVALID naming what cannot be read. */
export function readDayListRequest(query: unknown): DayListRequest {
  const { kader, date, count } = parsed(listQuery, query);
  return { kader: kader ?? null, date: date ?? null, count: count ?? null };
}

export function readPaper(query: unknown): DayListPaper {
  return parsed(paperQuery, query).paper;
}
