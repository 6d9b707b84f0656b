import type { EqualPayment, PaymentPreview, PreviewedPrice, RefusalNotice } from '../../contract/desk.ts';
import type { Id } from '../../contract/records.ts';
import type { Params } from '../../core/result.ts';
import { isRefusalCode, refusal } from '../errors.ts';
import { type DecidedColumns, priceCollection } from '../price-collection.ts';
import { type Recorder, recorderOf } from '../recorder.ts';
import { type Desk, itemsFor, visibleRecord } from './desk.ts';
import type { PreviewRequest } from './parse-request.ts';
import { holderCard, readFamily } from './read-family.ts';

type Outcome = { price: DecidedColumns } | { refusal: RefusalNotice };

/**
 * What a payment would become if it were recorded now, by the very code that records it, in a transaction that is rolled
 * back. A refusal is part of the answer. Refused itself as KADER_NOT_ALLOWED for who records no money or may not see what it
 * earns, and as KADER_BINAAN_UNKNOWN where the family is not the caller's.
 */
export async function previewPayment(desk: Desk, asked: PreviewRequest): Promise<PaymentPreview> {
  const recorder = recorderOf(desk.accountability);
  if (recorder === null || recorder.kind === 'integration') throw refusal('KADER_NOT_ALLOWED');
  await requireCommissionReadable(desk);
  const { family, presentKader, timezone } = await readFamily(desk, asked.binaan);
  if (asked.amount === null) {
    const holder = await holderCard(desk, presentKader);
    return { timezone, family, holder, price: null, refusal: null, duplicate: null };
  }

  const { outcome, equal } = await priceWithoutRecording(desk, asked, recorder);
  const duplicate = equal === null ? null : await equalPayment(desk, equal);
  if ('refusal' in outcome) {
    const holder = await holderCard(desk, presentKader);
    return { timezone, family, holder, price: null, refusal: outcome.refusal, duplicate };
  }
  const holder = await holderCard(desk, outcome.price.kader);
  return { timezone, family, holder, price: previewed(outcome.price), refusal: null, duplicate };
}

async function requireCommissionReadable(desk: Desk): Promise<void> {
  try {
    await itemsFor(desk, 'collection').readByQuery({ fields: ['commission'], limit: 1 });
  } catch (error) {
    throw (error as { code?: unknown }).code === 'FORBIDDEN' ? refusal('KADER_NOT_ALLOWED') : error;
  }
}

async function equalPayment(desk: Desk, id: Id): Promise<EqualPayment | null> {
  const found = await visibleRecord(desk, 'collection', id, ['amount', 'paid_at']);
  return found && { id, amount: found['amount'], paid_at: found['paid_at'] };
}

/** Asks twice: first whether an equal payment stands, then for the price as if that had been confirmed. */
async function priceWithoutRecording(
  desk: Desk,
  asked: PreviewRequest,
  recorder: Recorder,
): Promise<{ outcome: Outcome; equal: Id | null }> {
  const transaction = await desk.knex.transaction();
  const now = desk.now();
  const told = { ...asked, paid_at: asked.paid_at ?? now.toISOString() };
  try {
    const price = async (confirm_duplicate: boolean): Promise<Outcome> => {
      try {
        return { price: await priceCollection(transaction, { ...told, confirm_duplicate }, recorder, now) };
      } catch (error) {
        return { refusal: noticeOf(error) };
      }
    };
    const first = await price(false);
    const equal = 'refusal' in first && first.refusal.code === 'KADER_POSSIBLE_DUPLICATE' ? first.refusal : null;
    return equal === null
      ? { outcome: first, equal }
      : { outcome: await price(true), equal: Number(equal.params['id']) };
  } finally {
    await transaction.rollback();
  }
}

/** A refusal of ours as data; any other error goes on its way. */
function noticeOf(error: unknown): RefusalNotice {
  const { code, extensions = {} } = error as { code?: unknown; extensions?: Params };
  if (!isRefusalCode(code)) throw error;
  return { code, params: extensions };
}

function previewed(price: DecidedColumns): PreviewedPrice {
  const {
    months_owed,
    months_covered,
    split,
    rate_bp,
    base,
    commission,
    explanation,
    explanation_en,
    month,
    late,
    pay_month,
  } = price;
  return {
    months_owed,
    months_covered,
    split,
    rate_bp,
    base,
    commission,
    explanation,
    explanation_en,
    month,
    late,
    pay_month,
  };
}
