import { z } from 'zod';
import {
  type AudienceFilter,
  type AudienceFilterField,
  type AudienceKey,
  type MessageAudience,
  messageAudiences,
} from '../../contract/message-audiences.ts';
import { parsePeriod } from '../../core/period.ts';
import { parsed } from '../desk/parse-request.ts';
import { refusal } from '../errors.ts';

const id = z.coerce.number().int().positive().max(2_147_483_647);
const months = z.coerce.number().int().min(0).max(600).nullable();
const ids = z.union([z.array(id), id.transform((one) => [one])]);

export const filterShape = z
  .object({
    months_from: months,
    months_to: months,
    areas: ids,
    kader: ids,
    ids,
    month: z
      .string()
      .refine((text) => parsePeriod(text) !== null, 'YYYY-MM')
      .nullable(),
    session: id.nullable(),
    days: z.coerce.number().int().min(1).max(31).nullable(),
  })
  .partial()
  .strict();

/** What an audience is narrowed by. Refused as KADER_QUERY_INVALID, or KADER_AUDIENCE_NEEDS where a needed entry is empty. */
export function readFilter(audience: AudienceKey, told: unknown): AudienceFilter {
  const { filters, needs }: MessageAudience = messageAudiences[audience];
  const filter = parsed(filterShape, withoutEmpty(told ?? {})) as AudienceFilter;
  for (const field of Object.keys(filter) as AudienceFilterField[]) {
    if (!filters.includes(field)) {
      throw refusal('KADER_QUERY_INVALID', { field: `filter.${field}`, why: filters.join(', ') || '-' });
    }
  }
  const needed = needs.find((field) => filter[field] == null);
  if (needed !== undefined) throw refusal('KADER_AUDIENCE_NEEDS', { needed });
  return filter;
}

/** Forms send what nobody filled in as null, and lists that nobody chose from as empty. */
function withoutEmpty(told: unknown): unknown {
  if (typeof told !== 'object' || told === null || Array.isArray(told)) return told;
  const isEmpty = (value: unknown): boolean =>
    value === null || value === '' || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(told).filter(([, value]) => !isEmpty(value)));
}
