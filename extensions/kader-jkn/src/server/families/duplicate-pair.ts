import type { Accountability } from '@directus/types';
import type { Knex } from 'knex';
import { roleIds } from '../../contract/access.ts';
import type { FamilyDuplicate } from '../../contract/duplicate-records.ts';
import type { Id } from '../../contract/records.ts';
import type { MergeSide } from '../../core/merge-check.ts';
import { type Desk, visibleRecord } from '../desk/desk.ts';
import { refusal } from '../errors.ts';

/** Staff, heads and administrators decide whether two families are one. */
export function decidesDuplicates({ admin, roles }: Accountability): boolean {
  return admin || [roleIds.head, roleIds.staff].some((role) => roles.includes(role));
}

/**
 * A pair that the caller may decide, held until commit: no two decide it at once, and merges of all pairs follow each other.
 * Refused as KADER_DUPLICATE_UNKNOWN and KADER_NOT_ALLOWED.
 */
export async function heldPair(desk: Desk, transaction: Knex, id: Id): Promise<FamilyDuplicate> {
  if (!(await visibleRecord(desk, 'family_duplicate', id, ['id']))) throw refusal('KADER_DUPLICATE_UNKNOWN');
  if (!decidesDuplicates(desk.accountability)) throw refusal('KADER_NOT_ALLOWED');
  await transaction.raw("select pg_advisory_xact_lock(hashtextextended('kader merging families', 0))");
  return await transaction('family_duplicate').where({ id }).first('*', transaction.raw('kept_listed_as_of::text'));
}

const sides = `
  select f.id, f.branch, f.status, f.listed_as_of::text as listed_as_of, f.merged_into,
    f.kader is not null as held,
    (select count(*)::integer from binaan m where m.merged_into = f.id) as merges,
    exists (select from payment_plan p where p.binaan = f.id and p.status = 'active') as has_plan
  from binaan f
  where f.id = any (cast(:ids as integer[]))`;

/** Families as merging looks at them, by id. */
export async function readSides(knex: Knex, ids: readonly Id[]): Promise<Map<Id, MergeSide>> {
  const { rows } = await knex.raw<{ rows: MergeSide[] }>(sides, { ids: [...new Set(ids)] });
  return new Map(rows.map((side) => [side.id, side]));
}
