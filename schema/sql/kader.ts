import type { SqlDefinition } from '../types.ts';

/** A kader belongs to one branch while families are entrusted, and to one kecamatan; an ended partnership has its day. */
export const kaderSql: SqlDefinition[] = [
  {
    name: 'kader_kader_guard',
    kind: 'function',
    sql: `
create or replace function kader_kader_guard() returns trigger language plpgsql as $$
declare
  level text;
begin
  if new.district is not null and (tg_op = 'INSERT' or new.district is distinct from old.district) then
    select a.level into level from area a where a.id = new.district;
    if level <> 'district' then
      raise exception using errcode = 'P0001', message = 'KADER_AREA_LEVEL',
        detail = '{"level":"district","field":"district"}';
    end if;
  end if;
  if tg_op = 'UPDATE' and new.district is distinct from old.district and exists (
    select from kader_area x join area a on a.id = x.area
    where x.kader = new.id and (x.to_date is null or x.to_date >= current_date) and a.parent <> new.district
  ) and not exists (
    select from kader_policy_in_force(new.branch, current_date) p where p.several_districts_allowed
  ) then
    raise exception using errcode = 'P0001', message = 'KADER_DISTRICT_MISMATCH', detail = (
      select json_build_object('field', 'district', 'district', a.name)::text from area a where a.id = new.district);
  end if;
  if tg_op = 'UPDATE' and new.branch <> old.branch and (
    exists (select 1 from assignment a where a.kader = new.id) or exists (select 1 from collection c where c.kader = new.id)
  ) then
    raise exception using errcode = 'P0001', message = 'KADER_BRANCH_MISMATCH', detail = '{}';
  end if;
  if new.status = 'ended' and new.ended_on is null then
    select (now() at time zone h.timezone)::date into new.ended_on from branch h where h.id = new.branch;
  end if;
  return new;
end $$;`,
  },
  {
    name: 'kader_kader_insert_guard',
    kind: 'trigger',
    sql: `
create or replace trigger kader_kader_insert_guard before insert on kader
  for each row execute function kader_kader_guard();`,
  },
  {
    name: 'kader_kader_update_guard',
    kind: 'trigger',
    sql: `
create or replace trigger kader_kader_update_guard before update on kader
  for each row execute function kader_kader_guard();`,
  },
];
