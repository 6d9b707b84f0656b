import { z } from 'zod';
import type { DisputeAnswer, DisputeCorrection, DisputeQuestion } from '../../contract/disputes.ts';
import { parsed } from '../desk/parse-request.ts';
import { refusal } from '../errors.ts';

const id = z.coerce.number().int().positive().max(2_147_483_647);
const money = z.coerce.number();
const correction = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('adjustment'), amount: money }),
  z.object({ kind: z.literal('collection'), collection: id, amount: money.int().positive().optional() }),
]);
const question = z.object({
  statement: id,
  line_kind: z.string(),
  line_label: z.string().optional(),
  question: z.string().default(''),
});
const answer = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('decline'), answer: z.string().default('') }),
  z.object({
    decision: z.literal('accept'),
    answer: z.string().default(''),
    correction,
    pay_month: z.string().nullish(),
  }),
]);

export function readQuestion(body: unknown): DisputeQuestion {
  return parsed(question, body);
}

export function readCorrection(query: unknown): DisputeCorrection {
  return parsed(correction, query);
}

/** Refuses to accept without a correction as KADER_DISPUTE_CORRECTION. */
export function readAnswer(body: unknown): DisputeAnswer {
  const { decision, correction: made } = (body ?? {}) as { decision?: unknown; correction?: unknown };
  if (decision === 'accept' && (made === undefined || made === null)) throw refusal('KADER_DISPUTE_CORRECTION');
  return parsed(answer, body);
}
