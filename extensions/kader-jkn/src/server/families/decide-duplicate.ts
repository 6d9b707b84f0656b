import type { Knex } from 'knex';
import type { FamilyDuplicate } from '../../contract/duplicate-records.ts';
import type { DuplicateDecided } from '../../contract/duplicates.ts';
import type { Id } from '../../contract/records.ts';
import type { Words } from '../../core/calendar-words.ts';
import { whyNotMerge } from '../../core/merge-check.ts';
import { type Desk, itemsFor } from '../desk/desk.ts';
import { refusal } from '../errors.ts';
import { heldPair, readSides } from './duplicate-pair.ts';

/**
 * Makes two families one: the kept one's balance counts the payments of both, the other's kader lets go as of today, and
 * nothing new is recorded for it. No payment is moved. One transaction. Refused as KADER_DUPLICATE_UNKNOWN,
 * KADER_DUPLICATE_DECIDED, KADER_NOT_ALLOWED and KADER_MERGE_REFUSED with why.
 */
export async function mergePair(desk: Desk, id: Id, keep: Id): Promise<DuplicateDecided> {
  return await desk.knex.transaction(async (transaction) => {
    const pair = await heldPair(desk, transaction, id);
    if (pair.status === 'merged') throw refusal('KADER_DUPLICATE_DECIDED');
    if (keep !== pair.one && keep !== pair.other) throw refusal('KADER_VALUE_INVALID', { field: 'keep' });
    const merged = keep === pair.one ? pair.other : pair.one;
    await hold(transaction, merged, keep);
    const sides = await readSides(transaction, [merged, keep]);
    const [gone, kept] = [sides.get(merged), sides.get(keep)];
    if (gone === undefined || kept === undefined) throw refusal('KADER_DUPLICATE_UNKNOWN');
    refuseMerge(whyNotMerge(gone, kept));
    await refuseStrange(desk, [merged, keep]);

    const former = await transaction('binaan').where({ id: merged }).first('status', 'kader');
    await transaction.raw('select kader_merge_families(?, ?, ?::uuid)', [merged, keep, desk.accountability.user]);
    await decide(transaction, desk, id, {
      status: 'merged',
      kept: keep,
      former_status: former.status,
      former_kader: former.kader,
      kept_listed_as_of: kept.listed_as_of,
    });
    return { id, status: 'merged', kept: keep };
  });
}

/** Says that the two are two families: the pair is not offered again. Refused as merging is. */
export async function separatePair(desk: Desk, id: Id, note: string | null): Promise<DuplicateDecided> {
  return await desk.knex.transaction(async (transaction) => {
    const pair = await heldPair(desk, transaction, id);
    if (pair.status !== 'open') throw refusal('KADER_DUPLICATE_DECIDED');
    await decide(transaction, desk, id, { status: 'different', decision_note: note });
    return { id, status: 'different', kept: null };
  });
}

/**
 * Takes a decision back: the pair waits again, and a family that was merged is one of its own again, held from today by the
 * kader who held it. Refused as KADER_MERGE_RESTS where the kept one was paid for since, or stands on a newer list.
 */
export async function reopenPair(desk: Desk, id: Id): Promise<DuplicateDecided> {
  return await desk.knex.transaction(async (transaction) => {
    const pair = await heldPair(desk, transaction, id);
    if (pair.status === 'open') throw refusal('KADER_DUPLICATE_DECIDED');
    if (pair.status === 'merged' && pair.kept !== null) await unmerge(transaction, desk, pair, pair.kept);
    await transaction('family_duplicate')
      .where({ id })
      .update({
        ...{ status: 'open', kept: null, decided_at: null, decided_by: null, decision_note: null },
        ...{ former_status: null, former_kader: null, kept_listed_as_of: null },
        ...changedBy(desk),
      });
    return { id, status: 'open', kept: null };
  });
}

async function unmerge(transaction: Knex, desk: Desk, pair: FamilyDuplicate, kept: Id): Promise<void> {
  const merged = kept === pair.one ? pair.other : pair.one;
  await hold(transaction, merged, kept);
  await refuseStrange(desk, [merged, kept]);
  const rests = await transaction('collection')
    .where({ binaan: kept })
    .where('date_created', '>', pair.decided_at)
    .whereNot('status', 'void')
    .first('id');
  if (rests) {
    throw refusal('KADER_MERGE_RESTS', {
      why: 'keluarga yang dipertahankan sudah membayar sejak itu',
      why_en: 'the family that was kept has paid since',
    });
  }
  const { listed } = await transaction('binaan')
    .where({ id: kept })
    .first(transaction.raw('listed_as_of::text as listed'));
  if (listed !== pair.kept_listed_as_of) {
    throw refusal('KADER_MERGE_RESTS', {
      why: 'keluarga yang dipertahankan sudah berdiri pada daftar yang lebih baru',
      why_en: 'the family that was kept stands on a newer list',
    });
  }
  // a partnership that ended meanwhile holds no family again
  const holder = await transaction('kader').where({ id: pair.former_kader }).whereNull('ended_on').first('id');
  await transaction.raw('select kader_unmerge_family(?, ?, ?::integer, ?::uuid)', [
    ...[merged, pair.former_status, holder?.id ?? null, desk.accountability.user],
  ] as Knex.RawBinding[]);
}

/** The one that goes first, as where its payment is reversed: whoever waits for both waits in this order. */
async function hold(transaction: Knex, merged: Id, kept: Id): Promise<void> {
  for (const id of [merged, kept]) await transaction('binaan').where({ id }).forNoKeyUpdate().first('id');
}

/** Both families are the caller's to see: nobody merges what they cannot compare. */
async function refuseStrange(desk: Desk, ids: readonly Id[]): Promise<void> {
  const seen = await itemsFor(desk, 'binaan').readByQuery({ filter: { id: { _in: [...ids] } }, fields: ['id'] });
  if (seen.length < ids.length) {
    refuseMerge({
      id: 'salah satunya bukan keluarga cabang Anda; minta cabang itu atau administrator',
      en: 'one of them is not a family of your branch; ask that branch or the administrator',
    });
  }
}

function refuseMerge(why: Words | null): void {
  if (why !== null) throw refusal('KADER_MERGE_REFUSED', { why: why.id, why_en: why.en });
}

async function decide(transaction: Knex, desk: Desk, id: Id, decision: Partial<FamilyDuplicate>): Promise<void> {
  const { user } = desk.accountability;
  await transaction('family_duplicate')
    .where({ id })
    .update({ ...decision, decided_at: desk.now(), decided_by: user, ...changedBy(desk) });
}

function changedBy({ now, accountability }: Desk) {
  return { date_updated: now(), user_updated: accountability.user };
}
