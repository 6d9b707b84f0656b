import type { CorrectionDone, CorrectionRequest, CorrectionShown } from '../../contract/desk.ts';
import type { Id } from '../../contract/records.ts';
import { type CorrectionContext, correctCollection, previewCorrection } from '../correct-collection.ts';
import { refusal } from '../errors.ts';
import { type Desk, visibleRecord } from './desk.ts';

function contextOf({ knex, schema, accountability, services }: Desk): CorrectionContext {
  return { database: knex, schema, accountability, services };
}

/** What correcting a collection would do; `part` is rupiah of a partial reversal, null for all that is left. */
export async function showCorrection(desk: Desk, id: Id, part: number | null): Promise<CorrectionShown> {
  const original = await visibleRecord(desk, 'collection', id, ['month']);
  if (!original) throw refusal('KADER_COLLECTION_UNKNOWN');
  const { action, amount, left, commission, month } = await previewCorrection(contextOf(desk), { id, amount: part });
  return { action, amount, left, commission, month, original_month: original['month'] };
}

/** Corrects a collection with the caller's own rights. */
export async function correctPayment(desk: Desk, id: Id, request: CorrectionRequest): Promise<CorrectionDone> {
  if (!(await visibleRecord(desk, 'collection', id, ['id']))) throw refusal('KADER_COLLECTION_UNKNOWN');
  return correctCollection(contextOf(desk), { id, ...request });
}
