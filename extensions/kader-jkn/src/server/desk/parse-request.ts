import { z } from 'zod';
import type { CorrectionRequest } from '../../contract/desk.ts';
import { collectionKinds } from '../../contract/desk.ts';
import type { CollectionKind, Id } from '../../contract/records.ts';
import { refusal } from '../errors.ts';

/** What GET /kader-jkn/preview is asked. A missing amount asks for the family alone; a missing time means now. */
export interface PreviewRequest {
  binaan: Id;
  amount: number | null;
  /** ISO 8601; without a zone, the branch's own time */
  paid_at: string | null;
  kind: CollectionKind;
}

const idOfRecord = z.coerce.number().int().positive().max(2_147_483_647);
const previewQuery = z.object({
  binaan: idOfRecord,
  amount: z.coerce.number().optional(),
  paid_at: z.string().min(1).optional(),
  kind: z.enum(collectionKinds).default('arrears'),
});
const partQuery = z.object({ amount: z.coerce.number().int().positive().optional() });
const correctionBody = z.object({
  action: z.enum(['void', 'reversal']).optional(),
  amount: z.number().int().positive().optional(),
});

/** Parses what a caller sent, or refuses it as KADER_QUERY_INVALID naming the first field that cannot be read. */
export function parsed<T>(shape: z.ZodType<T>, sent: unknown): T {
  const outcome = shape.safeParse(sent);
  if (outcome.success) return outcome.data;
  const issue = outcome.error.issues[0];
  throw refusal('KADER_QUERY_INVALID', { field: issue?.path.join('.') || '-', why: issue?.message ?? '-' });
}

export function readId(sent: unknown): Id {
  return parsed(z.object({ id: idOfRecord }), { id: sent }).id;
}

export function readPreview(query: unknown): PreviewRequest {
  const { binaan, amount, paid_at, kind } = parsed(previewQuery, query);
  return { binaan, kind, amount: amount ?? null, paid_at: paid_at ?? null };
}

/** Rupiah of a partial reversal; null: all that is left. */
export function readPart(query: unknown): number | null {
  return parsed(partQuery, query).amount ?? null;
}

/** Refuses a correction without a reason as KADER_REASON_REQUIRED. */
export function readCorrection(body: unknown): CorrectionRequest {
  const reason = (body as { reason?: unknown } | null)?.reason;
  if (typeof reason !== 'string' || reason.trim() === '') throw refusal('KADER_REASON_REQUIRED');
  const { action, amount } = parsed(correctionBody, body);
  return { reason: reason.trim(), ...(action && { action }), ...(amount && { amount }) };
}
