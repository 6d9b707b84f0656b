import { z } from 'zod';
import type { PayoutFormat } from '../../contract/period-steps.ts';
import type { Id } from '../../contract/records.ts';
import { refusal } from '../errors.ts';

const idOfRecord = z.coerce.number().int().positive().max(2_147_483_647);
const format = z.enum(['csv', 'xlsx']).default('csv');

/** The month in the path. Refused as KADER_PERIOD_UNKNOWN: what is no number is no month either. */
export function readPeriodId(sent: unknown): Id {
  const id = idOfRecord.safeParse(sent);
  if (!id.success) throw refusal('KADER_PERIOD_UNKNOWN');
  return id.data;
}

/** What a step is told; its use case judges each value. Anything but an object tells nothing. */
export function readTold(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } : {};
}

/** The kind of file: CSV unless asked otherwise. Refused as KADER_QUERY_INVALID. */
export function readFormat(sent: unknown): PayoutFormat {
  const read = format.safeParse(sent);
  if (!read.success) throw refusal('KADER_QUERY_INVALID', { field: 'format', why: 'csv, xlsx' });
  return read.data;
}
