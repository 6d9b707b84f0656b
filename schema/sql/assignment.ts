import type { SqlDefinition } from '../types.ts';

/** Who holds a family on a day: one kader at most, of the family's branch, whose partnership lasts (design 5.4). */
export const assignmentSql: SqlDefinition[] = [
  {
    name: 'kader_refresh_holders',
    kind: 'function',
    // The kader of a family is whoever holds it today; null looks at every family, as the daily refresh does.
    sql: `
create or replace function kader_refresh_holders(families integer[]) returns void language plpgsql as $$
begin
  -- what follows from assignments makes none anew
  perform set_config('kader.holders', 'derived', true);
  update binaan b set kader = h.kader
    from (
      select f.id, a.kader
      from binaan f
      join branch o on o.id = f.branch
      left join assignment a on a.binaan = f.id and a.from_date <= (now() at time zone o.timezone)::date
        and (a.to_date is null or a.to_date >= (now() at time zone o.timezone)::date)
      where families is null or f.id = any (families)
    ) h
    where b.id = h.id and b.kader is distinct from h.kader;
  perform set_config('kader.holders', '', true);
end $$;`,
  },
  {
    name: 'kader_check_holders',
    kind: 'function',
    sql: `
create or replace function kader_check_holders(assignments integer[]) returns void language plpgsql as $$
declare
  refused record;
begin
  if exists (
    select 1 from assignment a join binaan b on b.id = a.binaan join kader k on k.id = a.kader
    where a.id = any (assignments) and (a.branch <> b.branch or k.branch <> b.branch)
  ) then
    raise exception using errcode = 'P0001', message = 'KADER_BRANCH_MISMATCH', detail = '{}';
  end if;

  perform kader_refuse_merged(array(
    select b.id from binaan b join branch h on h.id = b.branch join assignment a on a.binaan = b.id
    where b.merged_into is not null and a.id = any (assignments)
      and coalesce(a.to_date, 'infinity') > (now() at time zone h.timezone)::date));

  select k.ended_on into refused from assignment a join kader k on k.id = a.kader
    where a.id = any (assignments) and k.ended_on < a.from_date limit 1;
  if found then
    raise exception using errcode = 'P0001', message = 'KADER_ENDED',
      detail = json_build_object('date', refused.ended_on)::text;
  end if;
end $$;`,
  },
  {
    name: 'kader_check_outside_list',
    kind: 'function',
    // Families outside the list go only where the policy of the day allows it, to a kader of their desa (design 5.11).
    sql: `
create or replace function kader_check_outside_list(assignments integer[]) returns void language plpgsql as $$
declare
  refused record;
begin
  select b.head_name as family, k.name as kader, p.outside_list_allowed as allowed into refused
    from assignment a join binaan b on b.id = a.binaan join kader k on k.id = a.kader
      left join lateral kader_policy_in_force(a.branch, a.from_date) p on true
    where a.id = any (assignments) and b.source = 'outside_list' and (
      p.outside_list_allowed is not true or not exists (
        select from kader_area x where x.kader = a.kader and x.area = b.area
          and x.from_date <= a.from_date and (x.to_date is null or x.to_date >= a.from_date)))
    order by a.id limit 1;
  if found then
    raise exception using errcode = 'P0001',
      message = case when refused.allowed then 'KADER_OUTSIDE_OWN_DESA' else 'KADER_OUTSIDE_LIST_NOT_ALLOWED' end,
      detail = json_build_object('family', refused.family, 'kader', refused.kader)::text;
  end if;
end $$;`,
  },
  {
    name: 'kader_check_assignments',
    kind: 'function',
    // Families are held first, so that of two who assign at once the second sees the first.
    sql: `
create or replace function kader_check_assignments(assignments integer[]) returns void language plpgsql as $$
declare
  refused record;
begin
  perform 1 from binaan b
    where b.id in (select a.binaan from assignment a where a.id = any (assignments)) order by b.id for no key update;

  perform kader_check_holders(assignments);

  select o.kader, greatest(o.from_date, a.from_date) as date into refused
    from assignment a join assignment o on o.binaan = a.binaan and o.id <> a.id
    where a.id = any (assignments)
      and o.from_date <= coalesce(a.to_date, 'infinity') and a.from_date <= coalesce(o.to_date, 'infinity')
    limit 1;
  if found then
    raise exception using errcode = 'P0001', message = 'KADER_ASSIGNMENT_OVERLAP',
      detail = json_build_object('date', refused.date, 'kader', refused.kader)::text;
  end if;
end $$;`,
  },
  {
    name: 'kader_assignment_branch',
    kind: 'trigger',
    sql: `
create or replace function kader_assignment_branch() returns trigger language plpgsql as $$
begin
  if new.branch is null then
    select b.branch into new.branch from binaan b where b.id = new.binaan;
  end if;
  return new;
end $$;
create or replace trigger kader_assignment_branch before insert on assignment
  for each row execute function kader_assignment_branch();`,
  },
  {
    name: 'kader_assignment_made',
    kind: 'trigger',
    sql: `
create or replace function kader_assignment_made() returns trigger language plpgsql as $$
begin
  perform kader_check_outside_list(array(select i.id from inserted i));
  if pg_trigger_depth() > 1 then
    -- made by a change of the family itself, which is held already and has no other on those days
    perform kader_check_holders(array(select i.id from inserted i));
    return null;
  end if;
  perform kader_check_assignments(array(select i.id from inserted i));
  perform kader_refresh_holders(array(select i.binaan from inserted i));
  return null;
end $$;
create or replace trigger kader_assignment_made after insert on assignment
  referencing new table as inserted
  for each statement execute function kader_assignment_made();`,
  },
  {
    name: 'kader_assignment_update_guard',
    kind: 'trigger',
    sql: `
create or replace function kader_assignment_update_guard() returns trigger language plpgsql as $$
declare
  fixed text;
begin
  fixed := case
    when new.binaan <> old.binaan then 'binaan'
    when new.kader <> old.kader then 'kader'
    when new.branch <> old.branch then 'branch'
  end;
  if fixed is not null then
    raise exception using errcode = 'P0001', message = 'KADER_RECORD_FIXED',
      detail = json_build_object('field', fixed)::text;
  end if;
  return new;
end $$;
create or replace trigger kader_assignment_update_guard before update on assignment
  for each row execute function kader_assignment_update_guard();`,
  },
  {
    name: 'kader_assignment_changed',
    kind: 'trigger',
    // The days for which a kader was credited stay within the holding that they came from.
    sql: `
create or replace function kader_assignment_changed() returns trigger language plpgsql as $$
declare
  changed integer[];
  uncovered text;
begin
  select array_agg(n.id) into changed from after_rows n join before_rows o using (id)
    where (n.from_date, n.to_date) is distinct from (o.from_date, o.to_date);
  if changed is null then
    return null;
  end if;
  perform kader_check_assignments(changed);
  select case when n.from_date > o.from_date then 'from_date' else 'to_date' end into uncovered
    from after_rows n join before_rows o using (id) join branch h on h.id = o.branch
      join collection c on c.binaan = o.binaan and c.kader = o.kader and c.status <> 'void'
      cross join lateral (select (c.paid_at at time zone h.timezone)::date as day) p
    where p.day between o.from_date and coalesce(o.to_date, 'infinity')
      and p.day not between n.from_date and coalesce(n.to_date, 'infinity')
    limit 1;
  if found then
    raise exception using errcode = 'P0001', message = 'KADER_RECORD_FIXED',
      detail = json_build_object('field', uncovered)::text;
  end if;
  if pg_trigger_depth() = 1 then
    perform kader_refresh_holders(array(select n.binaan from after_rows n));
  end if;
  return null;
end $$;
create or replace trigger kader_assignment_changed after update on assignment
  referencing old table as before_rows new table as after_rows
  for each statement execute function kader_assignment_changed();`,
  },
  {
    name: 'kader_assignment_removed',
    kind: 'trigger',
    // What a kader was credited for is shown by the holding it came from.
    sql: `
create or replace function kader_assignment_removed() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() > 1 then
    return null;
  end if;
  -- who is recording for the family commits first
  perform 1 from binaan b where b.id in (select d.binaan from deleted d) order by b.id for no key update;
  if exists (
    select 1 from deleted d join branch h on h.id = d.branch
      join collection c on c.binaan = d.binaan and c.kader = d.kader
    where (c.paid_at at time zone h.timezone)::date between d.from_date and coalesce(d.to_date, 'infinity')
  ) then
    raise exception using errcode = 'P0001', message = 'KADER_RECORD_USED', detail = '{"collection":"collection"}';
  end if;
  perform kader_refresh_holders(array(select d.binaan from deleted d));
  return null;
end $$;
create or replace trigger kader_assignment_removed after delete on assignment
  referencing old table as deleted
  for each statement execute function kader_assignment_removed();`,
  },
];
