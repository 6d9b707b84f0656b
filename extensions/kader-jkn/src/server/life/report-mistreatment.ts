import type { Id } from '../../contract/records.ts';
import { type Desk, itemsFor } from '../desk/desk.ts';
import { requireSeen } from './lived-kader.ts';
import { readFile, readTold, requireLine, requirePastDay } from './parse-step.ts';

/**
 * Records that a kader was treated badly in the field, with the caller's rights: the kader, staff or the head. The database
 * tells the heads of the branch in the same transaction. Refused as KADER_LIFE_UNKNOWN, KADER_DAY_INVALID,
 * KADER_REASON_REQUIRED or KADER_TEXT_TOO_LONG.
 */
export async function reportMistreatment(desk: Desk, id: Id, body: unknown): Promise<{ id: Id }> {
  const { today } = await requireSeen(desk, id);
  const told = readTold(body);
  const file = readFile(told['file']);
  const event = await itemsFor(desk, 'kader_event').createOne({
    kader: id,
    kind: 'mistreated',
    on_date: requirePastDay(told['on_date'], 'on_date', today),
    reason: requireLine(told['reason'], 'reason'),
    ...(file !== undefined && { file }),
  });
  return { id: Number(event) };
}
