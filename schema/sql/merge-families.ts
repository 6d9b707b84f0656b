import type { SqlDefinition } from '../types.ts';

/** Two records of one family made one, and two again; server/families decides who may, and when. */
export const mergeFamiliesSql: SqlDefinition[] = [
  {
    name: 'kader_merge_families',
    kind: 'function',
    // Its kader lets go as of today, as where a family is given to another; what it paid stays recorded as it is. Both are
    // held until commit, and merges follow each other.
    sql: `
create or replace function kader_merge_families(merged integer, kept integer, by_user uuid) returns void
language plpgsql as $$
declare
  open_plan integer;
begin
  select p.id into open_plan from payment_plan p where p.binaan = merged and p.status = 'active';
  if open_plan is not null then
    raise exception using errcode = 'P0001', message = 'KADER_PLAN_OF_MERGED',
      detail = json_build_object('id', open_plan)::text;
  end if;
  perform set_config('kader.merging', 'on', true);
  update binaan b set status = 'merged', merged_into = kept, kader = null, date_updated = now(), user_updated = by_user
    where b.id = merged;
  perform set_config('kader.merging', '', true);
  perform kader_sum_paid(array[kept]);
  perform kader_match_plans_of(array[merged, kept]);
end $$;`,
  },
  {
    name: 'kader_unmerge_family',
    kind: 'function',
    // The kader who held it holds it again from today; null: nobody.
    sql: `
create or replace function kader_unmerge_family(merged integer, to_status text, to_kader integer, by_user uuid) returns void
language plpgsql as $$
declare
  kept integer;
begin
  select b.merged_into into kept from binaan b where b.id = merged;
  perform set_config('kader.merging', 'on', true);
  update binaan b set status = to_status, merged_into = null, kader = to_kader, date_updated = now(), user_updated = by_user
    where b.id = merged;
  perform set_config('kader.merging', '', true);
  perform kader_sum_paid(array[merged, kept]);
  perform kader_match_plans_of(array[merged, kept]);
end $$;`,
  },
];
