import type { SqlDefinition } from '../types.ts';

/** A mute is asked for, decided by somebody else, and over by itself; the family's status follows it. */
export const muteSql: SqlDefinition[] = [
  {
    name: 'kader_mute_insert_guard',
    kind: 'trigger',
    // The family is held, so that of two who ask at once the second sees the first.
    sql: `
create or replace function kader_mute_insert_guard() returns trigger language plpgsql as $$
declare
  home record;
  standing integer;
begin
  if new.status is distinct from 'requested' or num_nonnulls(new.decided_at, new.decided_by, new.decision_note,
      new.ended_at, new.ended_by) > 0 then
    raise exception using errcode = 'P0001', message = 'KADER_TRANSITION',
      detail = json_build_object('from', null, 'to', new.status)::text;
  end if;
  select f.branch, (now() at time zone h.timezone)::date as today into home
    from binaan f join branch h on h.id = f.branch where f.id = new.binaan for no key update of f;
  select m.id into standing from mute m where m.binaan = new.binaan and m.status = 'requested';
  if standing is not null then
    raise exception using errcode = 'P0001', message = 'KADER_MUTE_ASKED',
      detail = json_build_object('id', standing)::text;
  end if;
  new.branch := home.branch;
  new.from_date := coalesce(new.from_date, home.today);
  new.asked_by := new.user_created;
  return new;
end $$;
create or replace trigger kader_mute_insert_guard before insert on mute
  for each row execute function kader_mute_insert_guard();`,
  },
  {
    name: 'kader_mute_update_guard',
    kind: 'trigger',
    // A mute holds from its approval at the earliest: nobody breaks a rule that was not there yet.
    sql: `
create or replace function kader_mute_update_guard() returns trigger language plpgsql as $$
declare
  free constant text[] := array['user_created', 'date_updated', 'user_updated'];
  own constant text[] := array['decided_at', 'decided_by', 'ended_at', 'ended_by'];
  accounts constant text[] := array['asked_by', 'decided_by', 'ended_by'];
  by_process constant boolean := coalesce(current_setting('kader.muting', true), '') <> '';
  open_fields text[];
  changed text;
begin
  open_fields := case
    when old.status = 'requested' then array['status', 'decision_note', 'from_date', 'until_date', 'note'] || own
    when old.status = 'approved' then array['status'] || own
    else array[]::text[] end;
  select o.key into changed
    from jsonb_each(to_jsonb(old) - free) o join jsonb_each(to_jsonb(new) - free) n using (key)
    where o.value is distinct from n.value and o.key <> all (open_fields)
      -- an account that is deleted is let go of
      and not (o.key = any (accounts) and n.value = 'null'::jsonb
        and not exists (select from directus_users u where u.id::text = o.value #>> '{}'))
    limit 1;
  if changed = 'status' then
    raise exception using errcode = 'P0001', message = 'KADER_MUTE_DECIDED', detail = '{}';
  elsif changed is not null then
    raise exception using errcode = 'P0001', message = 'KADER_RECORD_FIXED',
      detail = json_build_object('field', changed)::text;
  end if;
  if new.status = old.status then
    if old.status = 'requested' then
      new.decided_at := null;
      new.decided_by := null;
      new.decision_note := null;
    end if;
    return new;
  end if;

  if old.status = 'requested' and new.status in ('approved', 'declined') then
    perform 1 from binaan f where f.id = new.binaan for no key update;
    new.decided_at := now();
    new.decided_by := new.user_updated;
    if new.decided_by = new.asked_by then
      raise exception using errcode = 'P0001', message = 'KADER_MUTE_OWN', detail = '{}';
    end if;
    if new.status = 'approved' then
      select greatest(new.from_date, (now() at time zone h.timezone)::date) into new.from_date
        from branch h where h.id = new.branch;
    end if;
  elsif old.status = 'approved' and new.status = 'ended' then
    perform 1 from binaan f where f.id = new.binaan for no key update;
    new.ended_at := now();
    new.ended_by := case when not by_process then new.user_updated end;
  else
    raise exception using errcode = 'P0001', message = 'KADER_TRANSITION',
      detail = json_build_object('from', old.status, 'to', new.status)::text;
  end if;
  return new;
end $$;
create or replace trigger kader_mute_update_guard before update on mute
  for each row execute function kader_mute_update_guard();`,
  },
  {
    name: 'kader_refresh_mutes',
    kind: 'function',
    // Ends what is over, begins what is due, and brings families in line; null looks at every family that was ever muted.
    sql: `
create or replace function kader_refresh_mutes(families integer[]) returns integer language plpgsql as $$
declare
  changed integer;
begin
  perform set_config('kader.muting', 'on', true);
  update mute m set status = 'ended' from branch h
    where h.id = m.branch and m.status = 'approved' and m.until_date < (now() at time zone h.timezone)::date
      and (families is null or m.binaan = any (families));

  with answer as (
    select f.id, kader_mute_until(f.id, (now() at time zone h.timezone)::date, h.timezone) as until
    from binaan f join branch h on h.id = f.branch
    where (families is null or f.id = any (families)) and exists (select from mute m where m.binaan = f.id)
  )
  update binaan f
    set muted_until = case when a.until < 'infinity' then a.until end,
      status = case
        when a.until is not null and f.status = 'active' then 'muted'
        -- it dropped off the list meanwhile
        when a.until is null and f.status = 'muted' and f.left_list_on is not null then 'off_list'
        when a.until is null and f.status = 'muted' then 'active'
        else f.status end
    from answer a
    where a.id = f.id and (f.muted_until is distinct from case when a.until < 'infinity' then a.until end
      or (a.until is not null and f.status = 'active') or (a.until is null and f.status = 'muted'));
  get diagnostics changed = row_count;
  perform set_config('kader.muting', '', true);
  return changed;
end $$;`,
  },
  {
    name: 'kader_mute_decided',
    kind: 'trigger',
    sql: `
create or replace function kader_mute_decided() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('kader.muting', true), '') = '' and exists (
    select from after_rows n join before_rows o using (id) where n.status <> o.status and n.status <> 'declined'
  ) then
    perform kader_refresh_mutes(array(
      select n.binaan from after_rows n join before_rows o using (id) where n.status <> o.status order by n.binaan));
  end if;
  return null;
end $$;
create or replace trigger kader_mute_decided after update on mute
  referencing old table as before_rows new table as after_rows
  for each statement execute function kader_mute_decided();`,
  },
];
