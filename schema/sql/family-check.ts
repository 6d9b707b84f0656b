import type { SqlDefinition } from '../types.ts';

/** A check says what it found; whether that corrects the family is reckoned here, and staff decide on it once. */
export const familyCheckSql: SqlDefinition[] = [
  {
    name: 'kader_check_insert_guard',
    kind: 'trigger',
    // What is as the record has it is no correction. The kader is who is signed in, or nobody.
    sql: `
create or replace function kader_check_insert_guard() returns trigger language plpgsql as $$
declare
  family record;
begin
  select f.branch, f.status, f.members, f.phone, f.address, (now() at time zone h.timezone)::date as today into family
    from binaan f join branch h on h.id = f.branch where f.id = new.binaan for no key update of f;
  if not found then
    return new; -- the foreign key says why
  end if;
  new.branch := family.branch;
  new.kader := coalesce((select u.kader from directus_users u where u.id = new.user_created), new.kader);
  new.checked_on := least(coalesce(new.checked_on, family.today), family.today);
  new.phone := nullif(btrim(new.phone), '');
  new.address := nullif(btrim(new.address), '');
  if new.members = family.members then
    new.members := null;
  end if;
  if new.phone = family.phone then
    new.phone := null;
  end if;
  if new.address = family.address then
    new.address := null;
  end if;
  new.status_before := family.status;
  new.members_before := family.members;
  new.phone_before := family.phone;
  new.address_before := family.address;
  new.status := case when new.lives_here = 'yes' and num_nonnulls(new.members, new.phone, new.address) = 0
    then 'confirmed' else 'waiting' end;
  new.accepted_fields := null;
  new.decided_at := null;
  new.decided_by := null;
  new.decision_note := null;
  return new;
end $$;
create or replace trigger kader_check_insert_guard before insert on family_check
  for each row execute function kader_check_insert_guard();`,
  },
  {
    name: 'kader_check_made',
    kind: 'trigger',
    // The family counts as checked, whatever becomes of the corrections; the newest check of a family is the one that waits.
    sql: `
create or replace function kader_check_made() returns trigger language plpgsql as $$
begin
  perform set_config('kader.checking', 'replaced', true);
  update family_check c set status = 'declined', decided_at = now(), decision_note = 'Diganti pemeriksaan yang lebih baru'
    where c.status = 'waiting' and exists (select from inserted i where i.binaan = c.binaan and i.id > c.id);
  perform set_config('kader.checking', '', true);
  update binaan f set checked_on = n.checked_on, checked_how = n.how
    from (select distinct on (i.binaan) i.binaan, i.checked_on, i.how from inserted i
      order by i.binaan, i.checked_on desc, i.id desc) n
    where f.id = n.binaan and (f.checked_on is null or f.checked_on <= n.checked_on)
      and (f.checked_on, f.checked_how) is distinct from (n.checked_on, n.how);
  return null;
end $$;
create or replace trigger kader_check_made after insert on family_check
  referencing new table as inserted
  for each statement execute function kader_check_made();`,
  },
  {
    name: 'kader_check_update_guard',
    kind: 'trigger',
    // Only decide-check.ts decides: it names the row in kader.checking, and changes the family in the same transaction.
    sql: `
create or replace function kader_check_update_guard() returns trigger language plpgsql as $$
declare
  free constant text[] := array['note', 'user_created', 'date_updated', 'user_updated'];
  decision constant text[] := array['status', 'accepted_fields', 'decided_at', 'decided_by', 'decision_note'];
  passes constant text := coalesce(current_setting('kader.checking', true), '');
  changed text;
begin
  select o.key into changed
    from jsonb_each(to_jsonb(old) - free) o join jsonb_each(to_jsonb(new) - free) n using (key)
    where o.value is distinct from n.value and not (o.key = any (decision) and new.status <> old.status)
      -- an account that is deleted is let go of
      and not (o.key = 'decided_by' and n.value = 'null'::jsonb
        and not exists (select from directus_users u where u.id::text = o.value #>> '{}'))
    limit 1;
  if changed is not null then
    raise exception using errcode = 'P0001', message = 'KADER_RECORD_FIXED',
      detail = json_build_object('field', changed)::text;
  end if;
  if new.status = old.status then
    return new;
  end if;
  if passes not in (old.id::text, 'replaced') then
    raise exception using errcode = 'P0001', message = 'KADER_CHECK_DECISION', detail = '{}';
  end if;
  if old.status <> 'waiting' or new.status not in ('accepted', 'declined') then
    raise exception using errcode = 'P0001', message = 'KADER_CHECK_DECIDED', detail = '{}';
  end if;
  new.decided_at := now();
  new.decided_by := case when passes = 'replaced' then null else new.user_updated end;
  return new;
end $$;
create or replace trigger kader_check_update_guard before update on family_check
  for each row execute function kader_check_update_guard();`,
  },
];
