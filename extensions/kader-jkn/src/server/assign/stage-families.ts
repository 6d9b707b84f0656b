import type { Knex } from 'knex';
import type { LeftCounts, LeftReason } from '../../contract/assignments.ts';
import type { DateText, Id } from '../../contract/records.ts';
import type { AssignmentPolicy } from './read-policy.ts';

/** Which families of a branch are to be shared: a query with the columns `id, status, source, area, owed_months, address, head_name`. */
export type FamilyQuery = Knex.QueryBuilder | Knex.Raw;

/** RT and RW as people write them: `RT 3/RW 4`, `RT.003 RW.004`, `rt 03/04`. */
export const neighbourhoodPattern = String.raw`\mRT[ .:]*0*([0-9]{1,3})(?:[ ./,-]*(?:RW[ .:]*)?0*([0-9]{1,3}))?`;

/** The place of an address in the order of its desa, of a match `m`: `004/003` is RT 3 of RW 4; empty where none is named. */
export const placeOfMatch = `coalesce(lpad(coalesce(m[2], ''), 3, '0') || '/' || lpad(m[1], 3, '0'), '')`;

// The same order of reasons as kaderEligibility of core, which a test holds against it.
const judged = `
  with found as (
    select f.*, case
      when f.status <> 'active' then 'not-active'
      when f.owed_months = 0 then 'nothing-owed'
      when f.owed_months < cast(:min as integer) then 'below-window'
      when f.owed_months > cast(:max as integer) then 'above-window'
      when f.source = 'outside_list' and not :outside then 'outside-list-not-allowed'
      when f.area is null then 'no-desa'
    end as why
    from (:families) f
  ), placed as (
    select f.id, f.area, f.owed_months, f.why, f.address, f.head_name, ${placeOfMatch} as place,
      coalesce(f.owed_months >= cast(:priority as integer), false) as priority
    -- offset keeps the pattern from being matched once for every part of it
    from (select found.*, regexp_match(found.address, :pattern, 'i') as m from found offset 0) f
  )
  select id, area, place, owed_months, priority, why,
    row_number() over (
      partition by why, area, place
      order by priority desc, address collate "C", head_name collate "C", id)::integer as position
  from placed`;
const staged = `create temporary table kader_to_share on commit drop as ${judged}`;

/**
 * Puts families into the temporary table kader_to_share in the order of their addresses, each that may not be a kader's with
 * its reason `why`. Returns how many may not, by reason.
 */
export async function stageFamilies(trx: Knex, families: FamilyQuery, policy: AssignmentPolicy): Promise<LeftCounts> {
  await trx.raw('drop table if exists pg_temp.kader_to_share');
  await trx.raw(staged, bindingsOf(families, policy));
  const { rows } = await trx.raw<{ rows: { why: LeftReason; families: number }[] }>(
    'select why, count(*)::integer as families from kader_to_share where why is not null group by why',
  );
  return Object.fromEntries(rows.map((row) => [row.why, row.families]));
}

/** How many of these families may be given to a kader, and how many may not, by reason. */
export async function countFamilies(
  knex: Knex,
  families: FamilyQuery,
  policy: AssignmentPolicy,
): Promise<{ eligible: number; left: LeftCounts }> {
  const { rows } = await knex.raw<{ rows: { why: LeftReason | null; families: number }[] }>(
    `select why, count(*)::integer as families from (${judged}) f group by why`,
    bindingsOf(families, policy),
  );
  const left = rows.filter((row) => row.why !== null).map((row) => [row.why, row.families]);
  return { eligible: rows.find(({ why }) => why === null)?.families ?? 0, left: Object.fromEntries(left) };
}

function bindingsOf(families: FamilyQuery, policy: AssignmentPolicy) {
  return {
    families,
    min: policy.kader_window_min,
    max: policy.kader_window_max,
    outside: policy.outside_list_allowed,
    priority: policy.priority_min,
    pattern: neighbourhoodPattern,
  };
}

const familyColumns = ['b.id', 'b.status', 'b.source', 'b.area', 'b.owed_months', 'b.address', 'b.head_name'];

/** Families of a branch that nobody holds from a day on: all of them, or those of a list of ids; in some desa only. */
export function unheldFamilies(
  trx: Knex,
  {
    branch,
    families,
    from_date,
    desa = null,
  }: { branch: Id; families: readonly Id[] | 'unassigned'; from_date: DateText; desa?: readonly Id[] | null },
): FamilyQuery {
  const query = trx('binaan as b')
    .select(familyColumns)
    .where('b.branch', branch)
    .whereNotExists(
      trx('assignment as a')
        .whereRaw('a.binaan = b.id')
        .whereRaw('(a.to_date is null or a.to_date >= ?::date)', [from_date]),
    );
  if (desa !== null) query.whereRaw('b.area = any (?::integer[])', [[...desa]]);
  return families === 'unassigned' ? query : query.whereRaw('b.id = any (?::integer[])', [[...families]]);
}
