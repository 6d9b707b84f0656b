import type { SqlDefinition } from '../types.ts';

/** What follows from an event of a kader at once: leave moves the status, mistreatment reaches the heads of the branch. */
export const kaderEventLifeSql: SqlDefinition[] = [
  {
    name: 'kader_event_life_guard',
    kind: 'function',
    sql: `
create or replace function kader_event_life_guard() returns trigger language plpgsql as $$
declare
  standing date;
  was_handled boolean := tg_op = 'UPDATE' and coalesce(btrim(old.handling), '') <> '';
begin
  if new.kind = 'leave' then
    -- of two who tell a leave at once, the second sees the first
    perform 1 from kader k where k.id = new.kader for no key update;
    select greatest(e.on_date, new.on_date) into standing from kader_event e
      where e.kader = new.kader and e.kind = 'leave' and e.id <> new.id
        and e.on_date <= coalesce(new.to_date, 'infinity') and new.on_date <= coalesce(e.to_date, 'infinity')
      order by e.on_date limit 1;
    if found then
      raise exception using errcode = 'P0001', message = 'KADER_LEAVE_OVERLAP',
        detail = json_build_object('date', standing, 'field', 'on_date')::text;
    end if;
  end if;

  -- who followed up, and when, is what the database saw; an account that is gone is let go of
  if coalesce(btrim(new.handling), '') = '' then
    new.handled_at := null;
    new.handled_by := null;
  elsif was_handled then
    new.handled_at := old.handled_at;
    new.handled_by := (select u.id from directus_users u where u.id = old.handled_by);
  else
    new.handled_at := now();
    new.handled_by := case when tg_op = 'INSERT' then new.user_created else new.user_updated end;
  end if;
  return new;
end $$;`,
  },
  ...(['insert', 'update'] as const).map(
    (event): SqlDefinition => ({
      name: `kader_event_life_${event}_guard`,
      kind: 'trigger',
      sql: `
create or replace trigger kader_event_life_${event}_guard before ${event} on kader_event
  for each row execute function kader_event_life_guard();`,
    }),
  ),
  {
    name: 'kader_event_told',
    kind: 'trigger',
    sql: `
create or replace function kader_event_told() returns trigger language plpgsql as $$
begin
  -- a statement of no rows would come back here by way of the kader, without end
  if not exists (select from inserted) then
    return null;
  end if;
  perform kader_tell_heads(k.branch, null, e.user_created, 'kader_event', e.id,
      k.name || ' diperlakukan buruk di lapangan', k.name || ' was mistreated in the field',
      'Tanggal ' || to_char(e.on_date, 'DD-MM-YYYY') || coalesce(': ' || e.reason, '')
        || '. Hubungi kader ini, lalu tulis tindak lanjutnya.',
      'On ' || to_char(e.on_date, 'DD-MM-YYYY') || coalesce(': ' || e.reason, '')
        || '. Reach the kader, then write what was done.')
    from inserted e join kader k on k.id = e.kader
    where e.kind = 'mistreated';
  if exists (select from inserted i where i.kind = 'leave') then
    perform kader_refresh_leaves(array(select distinct i.kader from inserted i where i.kind = 'leave'), true);
  end if;
  return null;
end $$;
create or replace trigger kader_event_told after insert on kader_event
  referencing new table as inserted
  for each statement execute function kader_event_told();`,
  },
  {
    name: 'kader_event_retold',
    kind: 'trigger',
    sql: `
create or replace function kader_event_retold() returns trigger language plpgsql as $$
begin
  if exists (select from gone r where r.kind = 'leave') then
    perform kader_refresh_leaves(array(select distinct r.kader from gone r where r.kind = 'leave'), true);
  end if;
  return null;
end $$;
create or replace trigger kader_event_retold_update after update on kader_event
  referencing old table as gone
  for each statement execute function kader_event_retold();
create or replace trigger kader_event_retold_delete after delete on kader_event
  referencing old table as gone
  for each statement execute function kader_event_retold();`,
  },
];
