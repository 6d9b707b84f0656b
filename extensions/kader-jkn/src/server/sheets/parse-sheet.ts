import { z } from 'zod';
import { collectionKinds } from '../../contract/desk.ts';
import { channelCodes, outcomeCodes } from '../../contract/field-codes.ts';
import { mostSheetRows, type Sheet } from '../../contract/sheet.ts';
import { parseDate } from '../../core/period.ts';
import { parsed } from '../desk/parse-request.ts';
import { refusal } from '../errors.ts';

const id = z.number().int().positive().max(2_147_483_647);
const amount = z.number().int().max(2_147_483_647);
const day = z.string().refine((text) => parseDate(text) !== null, 'YYYY-MM-DD');
const words = (longest: number) => z.string().trim().max(longest);
const unset = <Shape extends z.ZodType>(shape: Shape) =>
  shape
    .nullish()
    .transform((value): z.output<Shape> | null =>
      value === undefined || value === '' ? null : (value as z.output<Shape>),
    );

const contact = z.object({
  channel: z.enum(channelCodes.map(({ value }) => value)),
  outcome: unset(z.enum(outcomeCodes.map(({ value }) => value))),
  promise_on: unset(day),
  promise_amount: unset(amount),
  follow_up_on: unset(day),
  cap_reason: unset(words(255)),
});

const payment = z.object({
  amount,
  kind: z.enum(collectionKinds).default('arrears'),
  external_ref: unset(words(128)),
  confirm_duplicate: z.boolean().default(false),
});

const sheet = z.object({
  kader: id,
  date: day,
  rows: z
    .array(
      z.object({
        client_id: z.string().regex(/^[\w-]{8,64}$/),
        binaan: id,
        time: unset(words(5)),
        contact: unset(contact),
        payment: unset(payment),
      }),
    )
    .max(mostSheetRows),
});

/** Refused as KADER_SHEET_EMPTY, or as KADER_QUERY_INVALID naming what cannot be read. */
export function readSheet(body: unknown): Sheet {
  const read = parsed(sheet, body);
  if (read.rows.length === 0) throw refusal('KADER_SHEET_EMPTY');
  return read;
}
