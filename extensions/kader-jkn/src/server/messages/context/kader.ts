import type { Id } from '../../../contract/records.ts';
import type { ContextReader } from './context-reader.ts';
import { kaderJson } from './groups.ts';

interface Row {
  branch: Id;
  kader: Record<string, unknown>;
  villages: unknown[];
  assigned: Record<string, unknown>;
}

const question = `
  with today as (
    select (cast(:now as timestamptz) at time zone b.timezone)::date as day
    from kader k join branch b on b.id = k.branch where k.id = :item
  ),
  held as (
    select a.binaan, a.from_date from assignment a cross join today t
    where a.kader = :item and a.from_date <= t.day and (a.to_date is null or a.to_date >= t.day)
  ),
  newest as (
    select f.area, count(*)::integer as families from held h join binaan f on f.id = h.binaan
    where h.from_date = (select max(from_date) from held)
    group by f.area
  )
  select k.branch,
    ${kaderJson} || jsonb_build_object('joined_on', k.joined_on,
      'years', extract(year from age(t.day, k.joined_on))::integer,
      'contract_number', k.contract_number, 'contract_from', k.contract_from, 'contract_to', k.contract_to,
      'families', (select count(*)::integer from held)) as kader,
    (select coalesce(jsonb_agg(jsonb_build_object('name', v.name) order by v.name), '[]')
      from (select distinct o.area from kader_area o
        where o.kader = k.id and o.from_date <= t.day and (o.to_date is null or o.to_date >= t.day)) o
      join area v on v.id = o.area) as villages,
    jsonb_build_object('on', (select max(from_date) from held),
      'count', (select coalesce(sum(families), 0)::integer from newest),
      'villages', (select coalesce(jsonb_agg(jsonb_build_object('name', v.name, 'families', n.families) order by v.name), '[]')
        from newest n left join area v on v.id = n.area)) as assigned
  from kader k cross join today t
  where k.id = :item`;

/** A kader: contract, desa binaan, families held, and the newest assignment of those. */
export const readKader: ContextReader = async ({ knex, item, now }) => {
  const { rows } = await knex.raw<{ rows: Row[] }>(question, { item, now });
  const [row] = rows;
  if (row === undefined) return null;
  const { branch, ...groups } = row;
  return { branch, groups };
};
