import type { Accountability, ExtensionsServices, SchemaOverview } from '@directus/types';
import type { Knex } from 'knex';
import type { DuesCollection } from '../contract/records.ts';
import { priceReversal } from '../core/commission.ts';
import { correctionOf, type OriginalCollection } from '../core/reversal.ts';
import { refusal, refusalOf } from './errors.ts';
import type { PricingBranch } from './price-collection.ts';
import { readAmount } from './read-payment.ts';

/** The caller of a correction, with the services that hold their permissions. */
export interface CorrectionContext {
  services: Pick<ExtensionsServices, 'ItemsService'>;
  database: Knex;
  schema: SchemaOverview;
  accountability: Accountability | null;
}

/** What a correction would do. */
export interface CorrectionPreview {
  action: 'void' | 'reversal';
  /** the collection as it stands */
  id: number;
  /** rupiah that go back now */
  amount: number;
  /** rupiah of it that could still go back */
  left: number;
  /** rupiah of imbal jasa taken back */
  commission: number;
  /** the month of the books in which it is booked */
  month: string;
  explanation: string;
  explanation_en: string;
}

export interface CorrectionRequest {
  id: number;
  /** rupiah that go back; empty: all that is left. A void always takes back all. */
  amount?: unknown;
}

type Original = OriginalCollection & Pick<DuesCollection, 'id' | 'branch' | 'explanation' | 'explanation_en'>;

/** Only where its month was opened again after a reversal. */
const reversedBefore = {
  why: 'sebagian atau seluruhnya sudah dibalik; batalkan pembalikannya lebih dulu',
  why_en: 'some or all of it was reversed; void the reversal first',
};

/** Shows what correcting a collection does, by the caller's own permissions: a void in an open month, a reversal after its close. */
export async function previewCorrection(
  context: CorrectionContext,
  asked: CorrectionRequest,
): Promise<CorrectionPreview> {
  const original = await readOriginal(context, asked.id);
  const { reversed, ...branch } = await readBranch(context.database, original);
  const books = { firstMonth: branch.first_month, closedThrough: branch.closed_through };
  const correction = correctionOf(original, books);
  if (!correction.ok) throw refusalOf(correction);

  const left = original.amount - reversed;
  if (correction.value === 'void') {
    if (reversed > 0) throw refusal('KADER_REVERSAL_INVALID', reversedBefore);
    const { id, amount, commission, month, explanation, explanation_en } = original;
    return { action: 'void', id, amount, left, commission, month, explanation, explanation_en };
  }
  const amount = isGiven(asked.amount) ? readAmount(asked.amount) : left;
  const priced = priceReversal(original, amount, reversed, books);
  if (!priced.ok) throw refusalOf(priced);
  const { commission, month, explanation, explanation_en } = priced.value;
  return {
    action: 'reversal',
    id: original.id,
    amount,
    left,
    commission: -commission,
    month,
    explanation,
    explanation_en,
  };
}

/**
 * Corrects a collection: voids it while its month is open, else records a reversal. Returns what was done and the id of the
 * collection that was voided or made. Refused where the month closed since the preview, so that nobody does what they did not see.
 */
export async function correctCollection(
  context: CorrectionContext,
  asked: CorrectionRequest & { reason: unknown; action?: CorrectionPreview['action'] },
): Promise<{ action: CorrectionPreview['action']; id: number }> {
  if (typeof asked.reason !== 'string' || asked.reason.trim() === '') throw refusal('KADER_REASON_REQUIRED');
  const { action, id, amount, month } = await previewCorrection(context, asked);
  if (asked.action !== undefined && asked.action !== action) throw refusal('KADER_PERIOD_CLOSED', { month });

  const items = new context.services.ItemsService('collection', { ...context, knex: context.database });
  if (action === 'void') {
    await items.updateOne(id, { status: 'void', void_reason: asked.reason.trim() });
    return { action, id };
  }
  const made = await items.createOne({ reverses: id, amount: -amount, void_reason: asked.reason.trim() });
  return { action, id: Number(made) };
}

async function readOriginal({ services, ...caller }: CorrectionContext, id: number): Promise<Original> {
  const items = new services.ItemsService('collection', { ...caller, knex: caller.database });
  const [original] = await items.readByQuery({ filter: { id: { _eq: id } }, fields: ['*'], limit: 1 });
  if (original === undefined) throw refusal('KADER_BINAAN_UNKNOWN', { field: 'reverses' });
  return original as Original;
}

/** The state of the books, and what was taken back, whoever asks: both decide what a correction is. */
async function readBranch(database: Knex, { id, branch }: Original): Promise<PricingBranch & { reversed: number }> {
  const { rows } = await database.raw<{ rows: [PricingBranch & { reversed: number }] }>(
    `select b.id, b.timezone, b.first_month, kader_closed_through(b.id) as closed_through,
       (select coalesce(-sum(c.amount), 0)::integer from collection c
         where c.reverses = :id and c.status <> 'void') as reversed
     from branch b where b.id = :branch`,
    { id, branch },
  );
  return rows[0];
}

function isGiven(amount: unknown): boolean {
  return amount !== undefined && amount !== null && amount !== '';
}
