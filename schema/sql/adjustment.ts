import type { SqlDefinition } from '../types.ts';

/** Corrections of imbal jasa are append-only like collections: what goes in stays, and is voided only before its month closes. */
export const adjustmentSql: SqlDefinition[] = [
  {
    name: 'kader_adjustment_insert_guard',
    kind: 'trigger',
    // Branch and month are the database's own: a close waits for the month, or the correction goes to the next one.
    sql: `
create or replace function kader_adjustment_insert_guard() returns trigger language plpgsql as $$
declare
  home branch%rowtype;
  questioned record;
begin
  if new.status is distinct from 'recorded' or new.voided_at is not null or new.voided_by is not null
    or new.void_reason is not null then
    raise exception using errcode = 'P0001', message = 'KADER_TRANSITION',
      detail = json_build_object('from', null, 'to', new.status)::text;
  end if;
  select b.* into home from kader k join branch b on b.id = k.branch where k.id = new.kader;
  if home.id is null then
    return new; -- the foreign key says why
  end if;
  if new.branch is distinct from home.id and new.branch is not null then
    raise exception using errcode = 'P0001', message = 'KADER_BRANCH_MISMATCH', detail = '{}';
  end if;
  if exists (select from directus_users u where u.id = new.user_created and u.kader = new.kader) then
    raise exception using errcode = 'P0001', message = 'KADER_OWN_PAY', detail = '{}';
  end if;

  if new.dispute is not null then
    if coalesce(current_setting('kader.answering', true), '') <> new.dispute::text then
      raise exception using errcode = 'P0001', message = 'KADER_DISPUTE_CORRECTION', detail = '{}';
    end if;
    select d.id, d.kader, d.status into questioned from dispute d where d.id = new.dispute for update;
    if questioned.status <> 'open' or questioned.kader <> new.kader then
      raise exception using errcode = 'P0001', message = 'KADER_DISPUTE_ENDED',
        detail = json_build_object('id', questioned.id)::text;
    end if;
  end if;

  new.branch := home.id;
  new.pay_month := kader_lock_open_month(home.id, home.first_month);
  return new;
end $$;
create or replace trigger kader_adjustment_insert_guard before insert on commission_adjustment
  for each row execute function kader_adjustment_insert_guard();`,
  },
  {
    name: 'kader_adjustment_update_guard',
    kind: 'trigger',
    sql: `
create or replace function kader_adjustment_update_guard() returns trigger language plpgsql as $$
declare
  free constant text[] := array['note', 'user_created', 'date_updated', 'user_updated'];
  voiding constant text[] := array['status', 'void_reason', 'voided_at', 'voided_by'];
  changed text;
begin
  select o.key into changed
    from jsonb_each(to_jsonb(old) - free) o join jsonb_each(to_jsonb(new) - free) n using (key)
    where o.value is distinct from n.value
      and not (o.key = 'voided_by' and n.value = 'null'::jsonb)
      and not (o.key = any (voiding) and new.status is distinct from old.status)
    limit 1;
  if changed is not null then
    raise exception using errcode = 'P0001', message = 'KADER_RECORD_FIXED',
      detail = json_build_object('field', changed)::text;
  end if;
  if new.status is not distinct from old.status then
    return new;
  end if;

  if (old.status, new.status) is distinct from ('recorded', 'void') then
    raise exception using errcode = 'P0001', message = 'KADER_TRANSITION',
      detail = json_build_object('from', old.status, 'to', new.status)::text;
  end if;
  if coalesce(btrim(new.void_reason), '') = '' then
    raise exception using errcode = 'P0001', message = 'KADER_REASON_REQUIRED', detail = '{}';
  end if;
  if exists (select from directus_users u where u.id = new.user_updated and u.kader = old.kader) then
    raise exception using errcode = 'P0001', message = 'KADER_OWN_PAY', detail = '{}';
  end if;
  if old.dispute is not null then
    raise exception using errcode = 'P0001', message = 'KADER_ADJUSTMENT_ANSWERS',
      detail = json_build_object('id', old.dispute)::text;
  end if;
  if kader_lock_open_month(old.branch, old.pay_month) <> old.pay_month then
    raise exception using errcode = 'P0001', message = 'KADER_ADJUSTMENT_PAID',
      detail = json_build_object('month', old.pay_month)::text;
  end if;
  new.voided_at := now();
  new.voided_by := new.user_updated;
  return new;
end $$;
create or replace trigger kader_adjustment_update_guard before update on commission_adjustment
  for each row execute function kader_adjustment_update_guard();`,
  },
  {
    name: 'kader_adjustment_delete_guard',
    kind: 'trigger',
    sql: `
create or replace trigger kader_adjustment_delete_guard before delete on commission_adjustment
  for each row execute function kader_collection_delete_guard();`,
  },
];
