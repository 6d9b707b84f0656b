import type { SqlDefinition } from '../types.ts';

/** A kader's desa binaan lie in the kader's kecamatan, unless the policy allows several (design 5.11). */
export const kaderAreaSql: SqlDefinition[] = [
  {
    name: 'kader_kader_area_guard',
    kind: 'function',
    sql: `
create or replace function kader_kader_area_guard() returns trigger language plpgsql as $$
declare
  place record;
  partner record;
begin
  select a.level, a.parent into place from area a where a.id = new.area;
  if place.level <> 'village' then
    raise exception using errcode = 'P0001', message = 'KADER_AREA_LEVEL', detail = '{"level":"village"}';
  end if;
  -- where the form names no kecamatan, the first desa does
  select k.branch, d.id as district, k.ended_on, d.name as district_name into partner
    from kader k left join area d on d.id = coalesce(k.district, (
      select a.parent from kader_area x join area a on a.id = x.area
      where x.kader = new.kader and x.id <> new.id and (x.to_date is null or x.to_date >= new.from_date)
      order by x.id limit 1))
    where k.id = new.kader;
  if partner.ended_on < new.from_date then
    raise exception using errcode = 'P0001', message = 'KADER_ENDED',
      detail = json_build_object('date', partner.ended_on)::text;
  end if;
  if place.parent <> partner.district and not exists (
    select 1 from kader_policy_in_force(partner.branch, new.from_date) p where p.several_districts_allowed
  ) then
    raise exception using errcode = 'P0001', message = 'KADER_DISTRICT_MISMATCH',
      detail = json_build_object('district', partner.district_name)::text;
  end if;
  return new;
end $$;`,
  },
  {
    name: 'kader_kader_area_insert_guard',
    kind: 'trigger',
    sql: `
create or replace trigger kader_kader_area_insert_guard before insert on kader_area
  for each row execute function kader_kader_area_guard();`,
  },
  {
    name: 'kader_kader_area_update_guard',
    kind: 'trigger',
    sql: `
create or replace trigger kader_kader_area_update_guard before update on kader_area
  for each row execute function kader_kader_area_guard();`,
  },
];
