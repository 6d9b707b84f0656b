import type { SqlDefinition } from '../types.ts';

/** Disputes: asked of a statement that is fixed, ended by a person once, and accepted only together with one correction. */
export const disputeSql: SqlDefinition[] = [
  {
    name: 'kader_dispute_insert_guard',
    kind: 'trigger',
    // What the question is about is read from the statement itself, whoever writes.
    sql: `
create or replace function kader_dispute_insert_guard() returns trigger language plpgsql as $$
declare
  asked commission%rowtype;
  line jsonb;
  standing integer;
begin
  if new.status is distinct from 'open' or new.answer is not null or new.decided_at is not null
    or new.adjustment is not null or new.collection is not null then
    raise exception using errcode = 'P0001', message = 'KADER_TRANSITION',
      detail = json_build_object('from', null, 'to', new.status)::text;
  end if;
  select c.* into asked from commission c where c.id = new.statement for share;
  if asked.id is null then
    return new; -- the foreign key says why
  end if;
  if asked.status not in ('closed', 'approved', 'paid') then
    raise exception using errcode = 'P0001', message = 'KADER_DISPUTE_EARLY',
      detail = json_build_object('month', asked.month)::text;
  end if;

  if new.line_kind = 'total' then
    line := jsonb_build_object('label', 'Diterima kader', 'label_en', 'Net', 'amount', asked.net);
  else
    select l into line from jsonb_array_elements(asked.lines::jsonb) l
      where l->>'kind' = new.line_kind and l->>'label' = new.line_label limit 1;
  end if;
  if line is null then
    raise exception using errcode = 'P0001', message = 'KADER_DISPUTE_LINE', detail = '{}';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('kader dispute ' || asked.id, 0));
  select d.id into standing from dispute d
    where d.statement = asked.id and d.status = 'open' and d.line_kind = new.line_kind and d.line_label = line->>'label';
  if standing is not null then
    raise exception using errcode = 'P0001', message = 'KADER_DISPUTE_OPEN',
      detail = json_build_object('id', standing)::text;
  end if;

  new.kader := asked.kader;
  new.branch := asked.branch;
  new.line_label := line->>'label';
  new.line_label_en := line->>'label_en';
  new.line_amount := (line->>'amount')::integer;
  return new;
end $$;
create or replace trigger kader_dispute_insert_guard before insert on dispute
  for each row execute function kader_dispute_insert_guard();`,
  },
  {
    name: 'kader_dispute_update_guard',
    kind: 'trigger',
    // Only answer-dispute.ts accepts: it names the row in kader.answering, and made the correction in this transaction.
    sql: `
create or replace function kader_dispute_update_guard() returns trigger language plpgsql as $$
declare
  free constant text[] := array['note', 'user_created', 'date_updated', 'user_updated'];
  ending constant text[] := array['status', 'answer', 'decided_at', 'decided_by', 'adjustment', 'collection'];
  changed text;
begin
  select o.key into changed
    from jsonb_each(to_jsonb(old) - free) o join jsonb_each(to_jsonb(new) - free) n using (key)
    where o.value is distinct from n.value
      and not (o.key = 'decided_by' and n.value = 'null'::jsonb)
      and not (o.key = any (ending) and new.status is distinct from old.status)
    limit 1;
  if changed is not null then
    raise exception using errcode = 'P0001', message = 'KADER_RECORD_FIXED',
      detail = json_build_object('field', changed)::text;
  end if;
  -- nobody answers what they asked themselves: who asked is forgotten only when the account is gone
  if new.user_created is distinct from old.user_created
    and (new.user_created is not null or exists (select from directus_users u where u.id = old.user_created)) then
    raise exception using errcode = 'P0001', message = 'KADER_RECORD_FIXED', detail = '{"field":"user_created"}';
  end if;
  if new.status is not distinct from old.status then
    return new;
  end if;

  if old.status <> 'open' then
    raise exception using errcode = 'P0001', message = 'KADER_DISPUTE_ENDED',
      detail = json_build_object('id', old.id)::text;
  end if;
  if new.status = 'withdrawn' then
    if new.answer is not null or new.adjustment is not null or new.collection is not null then
      raise exception using errcode = 'P0001', message = 'KADER_TRANSITION',
        detail = json_build_object('from', old.status, 'to', new.status)::text;
    end if;
    new.decided_at := null;
    new.decided_by := null;
    return new;
  end if;
  if new.status is null or new.status not in ('accepted', 'declined') then
    raise exception using errcode = 'P0001', message = 'KADER_TRANSITION',
      detail = json_build_object('from', old.status, 'to', new.status)::text;
  end if;

  if coalesce(btrim(new.answer), '') = '' then
    raise exception using errcode = 'P0001', message = 'KADER_DISPUTE_ANSWER', detail = '{}';
  end if;
  new.decided_at := now();
  new.decided_by := new.user_updated;
  if exists (
    select from directus_users u where u.id = new.decided_by and (u.kader = old.kader or u.id = old.user_created)
  ) then
    raise exception using errcode = 'P0001', message = 'KADER_DISPUTE_OWN', detail = '{}';
  end if;
  if new.status = 'declined' then
    if new.adjustment is not null or new.collection is not null then
      raise exception using errcode = 'P0001', message = 'KADER_DISPUTE_CORRECTION', detail = '{}';
    end if;
    return new;
  end if;

  if coalesce(current_setting('kader.answering', true), '') <> old.id::text
    or num_nonnulls(new.adjustment, new.collection) <> 1
    or (new.adjustment is not null and not exists (
      select from commission_adjustment a where a.id = new.adjustment and a.dispute = old.id and a.status = 'recorded'))
    or (new.collection is not null and not exists (
      select from collection c where c.id = new.collection and c.kader = old.kader
        and (c.status = 'void' or c.reverses is not null))) then
    raise exception using errcode = 'P0001', message = 'KADER_DISPUTE_CORRECTION', detail = '{}';
  end if;
  return new;
end $$;
create or replace trigger kader_dispute_update_guard before update on dispute
  for each row execute function kader_dispute_update_guard();`,
  },
  {
    name: 'kader_dispute_delete_guard',
    kind: 'trigger',
    sql: `
create or replace trigger kader_dispute_delete_guard before delete on dispute
  for each row execute function kader_collection_delete_guard();`,
  },
];
