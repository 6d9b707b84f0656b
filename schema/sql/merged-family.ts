import type { SqlDefinition } from '../types.ts';

/** Records of one family: the kept one's balance counts the payments of all, each by its own date (design 5.12). */
export const mergedFamilySql: SqlDefinition[] = [
  {
    name: 'kader_payers_of',
    kind: 'function',
    // A family and those that were merged into it: whose payments are its own.
    sql: `
create or replace function kader_payers_of(family integer) returns integer[] language sql stable as $$
  select family || array(select m.id from binaan m where m.merged_into = family)
$$;`,
  },
  {
    name: 'kader_with_kept',
    kind: 'function',
    // Families, and those that they were merged into: held, because what they paid is summed again.
    sql: `
create or replace function kader_with_kept(families integer[]) returns integer[] language plpgsql as $$
declare
  kept integer[];
begin
  select array_agg(b.merged_into) into kept from binaan b where b.id = any (families) and b.merged_into is not null;
  if kept is not null then
    perform 1 from binaan b where b.id = any (kept) order by b.id for no key update;
  end if;
  return families || kept;
end $$;`,
  },
  {
    name: 'kader_refuse_merged',
    kind: 'function',
    // Nothing new is recorded for a family that was merged.
    sql: `
create or replace function kader_refuse_merged(families integer[]) returns void language plpgsql as $$
declare
  into_family integer;
begin
  select b.merged_into into into_family from binaan b where b.id = any (families) and b.merged_into is not null limit 1;
  if into_family is not null then
    raise exception using errcode = 'P0001', message = 'KADER_FAMILY_MERGED',
      detail = json_build_object('kept', into_family)::text;
  end if;
end $$;`,
  },
];
