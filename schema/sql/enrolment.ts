import type { SqlDefinition } from '../types.ts';

/** A registration counts in one month of the books, fixed under the lock that a close waits for (as a collection's is). */
export const enrolmentSql: SqlDefinition[] = [
  {
    name: 'kader_enrolment_guard',
    kind: 'function',
    sql: `
create or replace function kader_enrolment_guard() returns trigger language plpgsql as $$
declare
  home branch%rowtype;
  partner kader%rowtype;
  today date;
  counted boolean := false;
begin
  select b.* into home from branch b where b.id = new.branch;
  if home.id is null then
    return new; -- the foreign key says why
  end if;
  today := (now() at time zone home.timezone)::date;
  if tg_op = 'UPDATE' then
    if new.branch <> old.branch then
      raise exception using errcode = 'P0001', message = 'KADER_RECORD_FIXED', detail = '{"field":"branch"}';
    end if;
    counted := old.status = 'registered';
  end if;

  if counted and new.status = 'registered' then
    if (new.kader, new.members, new.registered_on) is distinct from (old.kader, old.members, old.registered_on) then
      raise exception using errcode = 'P0001', message = 'KADER_ENROLMENT_COUNTED',
        detail = json_build_object('month', old.month)::text;
    end if;
    new.month := old.month;
    new.registered_by := case when new.registered_by is null then null else old.registered_by end;
    return new;
  end if;
  if counted and kader_lock_open_month(old.branch, old.month) <> old.month then
    raise exception using errcode = 'P0001', message = 'KADER_ENROLMENT_COUNTED',
      detail = json_build_object('month', old.month)::text;
  end if;

  select k.* into partner from kader k where k.id = new.kader;
  if partner.branch <> new.branch then
    raise exception using errcode = 'P0001', message = 'KADER_BRANCH_MISMATCH', detail = '{}';
  end if;
  if tg_op = 'INSERT' or new.kader is distinct from old.kader then
    new.assigned_on := case when new.kader is not null then today end;
  end if;

  if new.status <> 'registered' then
    new.month := null;
    new.registered_on := null;
    new.registered_by := null;
    return new;
  end if;
  if new.nik is null or (new.kk_number is null and new.va_number is null) then
    raise exception using errcode = 'P0001', message = 'KADER_ENROLMENT_NUMBERS', detail = '{}';
  end if;
  new.registered_on := coalesce(new.registered_on, today);
  if new.registered_on > today then
    raise exception using errcode = 'P0001', message = 'KADER_ENROLMENT_DATE', detail = '{}';
  end if;
  if partner.ended_on < new.registered_on then
    raise exception using errcode = 'P0001', message = 'KADER_ENDED',
      detail = json_build_object('date', partner.ended_on)::text;
  end if;
  new.registered_by := case tg_op when 'INSERT' then new.user_created else new.user_updated end;
  if exists (select from directus_users u where u.id = new.registered_by and u.kader = new.kader) then
    raise exception using errcode = 'P0001', message = 'KADER_ENROLMENT_OWN', detail = '{}';
  end if;
  if exists (select from enrolment e where e.nik = new.nik and e.status = 'registered' and e.id <> new.id) then
    raise exception using errcode = 'P0001', message = 'KADER_ENROLMENT_TWICE', detail = '{}';
  end if;
  new.month := kader_lock_open_month(home.id, to_char(new.registered_on, 'YYYY-MM'));
  return new;
end $$;`,
  },
  {
    name: 'kader_enrolment_insert_guard',
    kind: 'trigger',
    sql: `
create or replace trigger kader_enrolment_insert_guard before insert on enrolment
  for each row execute function kader_enrolment_guard();`,
  },
  {
    name: 'kader_enrolment_update_guard',
    kind: 'trigger',
    sql: `
create or replace trigger kader_enrolment_update_guard before update on enrolment
  for each row execute function kader_enrolment_guard();`,
  },
  {
    name: 'kader_enrolment_delete_guard',
    kind: 'trigger',
    sql: `
create or replace function kader_enrolment_delete_guard() returns trigger language plpgsql as $$
begin
  if old.status = 'registered' then
    raise exception using errcode = 'P0001', message = 'KADER_ENROLMENT_COUNTED',
      detail = json_build_object('month', old.month)::text;
  end if;
  return old;
end $$;
create or replace trigger kader_enrolment_delete_guard before delete on enrolment
  for each row execute function kader_enrolment_delete_guard();`,
  },
];
