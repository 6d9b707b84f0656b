import type { SqlDefinition } from '../types.ts';

/** Statements of imbal jasa: made by a close, fixed from then on but for their status and note. */
export const commissionSql: SqlDefinition[] = [
  {
    name: 'kader_commission_insert_guard',
    kind: 'trigger',
    sql: `
create or replace function kader_commission_insert_guard() returns trigger language plpgsql as $$
declare
  closing text := coalesce(current_setting('kader.closing', true), '');
  refused text;
begin
  select s.month into refused from inserted s where s.period::text <> closing limit 1;
  if refused is not null then
    raise exception using errcode = 'P0001', message = 'KADER_CLOSE_BY_BUTTON',
      detail = json_build_object('month', refused)::text;
  end if;
  return null;
end $$;
create or replace trigger kader_commission_insert_guard after insert on commission
  referencing new table as inserted
  for each statement execute function kader_commission_insert_guard();`,
  },
  {
    name: 'kader_commission_update_guard',
    kind: 'trigger',
    // A statement follows its month. While a month is opened again its statements become drafts, and the next close alone
    // makes them anew; a draft is stale, so nothing else is to be read in it.
    sql: `
create or replace function kader_commission_update_guard() returns trigger language plpgsql as $$
declare
  closing boolean := coalesce(current_setting('kader.closing', true), '') = old.period::text;
  reopening boolean := coalesce(current_setting('kader.reopening', true), '') = old.period::text;
  remade boolean := closing and old.status = 'draft' and new.status = 'closed';
  free constant text[] := array['status', 'note', 'user_created', 'date_updated', 'user_updated'];
  kept constant text[] := array['id', 'kader', 'branch', 'period', 'month', 'note'];
  changed text;
begin
  select o.key into changed
    from jsonb_each(to_jsonb(old)) o join jsonb_each(to_jsonb(new)) n using (key)
    where o.value is distinct from n.value
      and case when remade then o.key = any (kept) else o.key <> all (free) end
    limit 1;
  if changed is not null then
    raise exception using errcode = 'P0001', message = 'KADER_RECORD_FIXED',
      detail = json_build_object('field', changed)::text;
  end if;
  if new.status is distinct from old.status and not remade
    and not (reopening and old.status = 'closed' and new.status = 'draft')
    and not ((old.status, new.status) in (('closed', 'approved'), ('approved', 'paid'))
      and exists (select from period p where p.id = old.period and p.status = new.status)) then
    raise exception using errcode = 'P0001', message = 'KADER_TRANSITION',
      detail = json_build_object('from', old.status, 'to', new.status)::text;
  end if;
  return new;
end $$;
create or replace trigger kader_commission_update_guard before update on commission
  for each row execute function kader_commission_update_guard();`,
  },
  {
    name: 'kader_commission_delete_guard',
    kind: 'trigger',
    sql: `
create or replace function kader_commission_delete_guard() returns trigger language plpgsql as $$
begin
  raise exception using errcode = 'P0001', message = 'KADER_RECORD_KEPT',
    detail = json_build_object('month', old.month)::text;
end $$;
create or replace trigger kader_commission_delete_guard before delete on commission
  for each row execute function kader_commission_delete_guard();`,
  },
];
