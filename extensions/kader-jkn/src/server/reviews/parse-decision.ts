import { z } from 'zod';
import type { DecideRequest } from '../../contract/reviews.ts';
import { parsed } from '../desk/parse-request.ts';
import { refusal } from '../errors.ts';
import { readDay, readEnd, readTold } from '../life/parse-step.ts';

const longest = 4000;
const shape = z.object({
  decision: z.enum(['continue', 'extend', 'warn', 'end']),
  session: z.coerce.number().int().positive().max(2_147_483_647).nullish(),
});

/**
 * What a person decided. Refused as KADER_QUERY_INVALID, KADER_REASON_REQUIRED without grounds, KADER_TEXT_TOO_LONG,
 * KADER_DAY_INVALID, or as the end of a partnership is.
 */
export function readDecision(body: unknown): DecideRequest {
  const told = readTold(body);
  const { decision, session = null } = parsed(shape, told);
  const note = told['decision_note'];
  if (typeof note !== 'string' || note.trim() === '') {
    throw refusal('KADER_REASON_REQUIRED', { field: 'decision_note' });
  }
  if (note.length > longest) throw refusal('KADER_TEXT_TOO_LONG', { field: 'decision_note', most: longest });
  const ends = decision === 'end' && told['end'] !== undefined && told['end'] !== null;
  return {
    decision,
    session,
    decision_note: note.trim(),
    follow_up_on: decision === 'extend' ? readDay(told['follow_up_on'], 'follow_up_on') : null,
    end: ends ? readEnd(told['end']) : null,
  };
}
