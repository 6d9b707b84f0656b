import type { SqlDefinition } from '../types.ts';

/**
 * The outbox. Only our code queues messages and moves them (it says so in the transaction, `kader.messaging`); which state
 * follows which, and that words never change once they are ready, holds for our code too.
 */
export const messageSql: SqlDefinition[] = [
  {
    name: 'kader_queue_messages',
    kind: 'function',
    // One statement for any number, in whatever transaction causes them. Returns the ids of those that were new.
    sql: `
create or replace function kader_queue_messages(requests jsonb, of_batch integer, host text) returns setof integer
language plpgsql as $$
declare
  before constant text := coalesce(current_setting('kader.messaging', true), '');
begin
  perform set_config('kader.messaging', 'on', true);
  return query
    with request as (
      select * from jsonb_to_recordset(requests) as r(place integer, template_key text, channel text, about text,
        item integer, branch integer, recipient_kind text, kader integer, binaan integer, recipient_user uuid,
        to_name text, to_address text, language text, data jsonb, attachments jsonb, cause text, dedupe_key text,
        not_before timestamptz, not_after timestamptz)
    )
    insert into message (branch, channel, status, template_key, language, about, item, data, recipient_kind, kader,
      binaan, recipient_user, to_name, to_address, attachments, cause, dedupe_key, batch, not_before, not_after,
      message_id, date_created)
    select coalesce(r.branch, b.branch, k.branch, u.branch),
      case when r.channel <> 'best' then r.channel
        when r.recipient_kind = 'family' then 'whatsapp'
        when r.recipient_kind = 'kader' and btrim(coalesce(k.email, '')) = '' then 'whatsapp'
        else 'email' end,
      'new', r.template_key, r.language, r.about, r.item, r.data, r.recipient_kind, coalesce(r.kader, b.kader),
      r.binaan, r.recipient_user, left(regexp_replace(r.to_name, '[[:cntrl:]]', ' ', 'g'), 255),
      -- an address with more than itself in it is of no use, and is found so when it is prepared
      left(regexp_replace(r.to_address, '[[:cntrl:]]', ' ', 'g'), 255), r.attachments, r.cause, r.dedupe_key, of_batch,
      r.not_before, r.not_after, '<' || gen_random_uuid() || '@' || host || '>', now()
    from request r
    left join binaan b on b.id = r.binaan
    left join kader k on k.id = r.kader
    left join directus_users u on u.id = r.recipient_user
    order by r.place
    on conflict (dedupe_key) do nothing
    returning id;
  perform set_config('kader.messaging', before, true);
end $$;`,
  },
  {
    name: 'kader_message_insert_guard',
    kind: 'trigger',
    sql: `
create or replace function kader_message_insert_guard() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('kader.messaging', true), '') = '' then
    raise exception using errcode = 'P0001', message = 'KADER_MESSAGE_BY_HAND', detail = '{}';
  end if;
  if new.status is distinct from 'new' then
    raise exception using errcode = 'P0001', message = 'KADER_TRANSITION',
      detail = json_build_object('from', null, 'to', new.status)::text;
  end if;
  return new;
end $$;
create or replace trigger kader_message_insert_guard before insert on message
  for each row execute function kader_message_insert_guard();`,
  },
  {
    name: 'kader_message_update_guard',
    kind: 'trigger',
    // What was queued stays what it is; words and address are written while a message is prepared, and an address that was
    // wrong is looked up again. A link that PostgreSQL empties, because an account or a file is deleted, always passes.
    sql: `
create or replace function kader_message_update_guard() returns trigger language plpgsql as $$
declare
  free constant text[] := array['user_created', 'user_updated', 'date_updated'];
  links constant text[] := array['template', 'file', 'recipient_user', 'sent_by', 'stepped_by'];
  fixed constant text[] := array['id', 'date_created', 'channel', 'template_key', 'language', 'about', 'item', 'data',
    'recipient_kind', 'binaan', 'recipient_user', 'cause', 'dedupe_key', 'batch', 'message_id', 'not_after'];
  ready constant text[] := array['branch', 'kader', 'to_name', 'to_address', 'subject', 'html', 'text', 'attachments',
    'file', 'template'];
  changed text;
begin
  for changed in
    select o.key from jsonb_each(to_jsonb(old) - free) o join jsonb_each(to_jsonb(new) - free) n using (key)
    where o.value is distinct from n.value and not (n.value = 'null'::jsonb and o.key = any (links))
  loop
    if coalesce(current_setting('kader.messaging', true), '') = '' then
      raise exception using errcode = 'P0001', message = 'KADER_MESSAGE_BY_HAND', detail = '{}';
    end if;
    if changed = any (fixed) or (changed = any (ready) and old.status <> 'new'
        and not (changed = 'to_address' and old.status in ('failed', 'bounced') and new.status = 'queued')) then
      raise exception using errcode = 'P0001', message = 'KADER_RECORD_FIXED',
        detail = json_build_object('field', changed)::text;
    end if;
  end loop;

  if new.status <> old.status and not coalesce(case old.status
      when 'new' then new.status in ('waiting', 'queued', 'by_hand', 'held', 'cancelled')
      when 'waiting' then new.status in ('queued', 'by_hand', 'held', 'cancelled')
      when 'queued' then new.status in ('claimed', 'held', 'cancelled')
      when 'by_hand' then new.status in ('claimed', 'sent', 'held', 'cancelled')
      when 'claimed' then new.status in ('queued', 'by_hand', 'sending', 'failed')
      when 'sending' then new.status in ('sent', 'failed', 'unsure', 'queued', 'by_hand')
      when 'unsure' then new.status in ('sent', 'bounced', 'queued', 'by_hand', 'cancelled')
      when 'sent' then new.status = 'bounced'
      when 'failed' then new.status in ('queued', 'by_hand', 'cancelled')
      when 'bounced' then new.status = 'queued'
      when 'held' then new.status in ('new', 'cancelled')
      end, false) then
    raise exception using errcode = 'P0001', message = 'KADER_TRANSITION',
      detail = json_build_object('from', old.status, 'to', new.status)::text;
  end if;
  return new;
end $$;
create or replace trigger kader_message_update_guard before update on message
  for each row execute function kader_message_update_guard();`,
  },
  {
    name: 'kader_message_delete_guard',
    kind: 'trigger',
    // Whoever forgets a message forgets that it was sent: only what is over for so long that nothing asks for it again.
    sql: `
create or replace function kader_message_delete_guard() returns trigger language plpgsql as $$
begin
  if old.status not in ('sent', 'failed', 'held', 'bounced', 'cancelled') or old.date_created > now() - interval '60 days' then
    raise exception using errcode = 'P0001', message = 'KADER_MESSAGE_KEPT', detail = '{}';
  end if;
  return old;
end $$;
create or replace trigger kader_message_delete_guard before delete on message
  for each row execute function kader_message_delete_guard();`,
  },
  {
    name: 'kader_message_batch_guard',
    kind: 'trigger',
    sql: `
create or replace function kader_message_batch_guard() returns trigger language plpgsql as $$
declare
  free constant text[] := array['user_created', 'user_updated', 'date_updated', 'asked_by', 'decided_by'];
begin
  if coalesce(current_setting('kader.messaging', true), '') = ''
      and (tg_op = 'INSERT' or to_jsonb(new) - free <> to_jsonb(old) - free
        or new.asked_by is not null and new.asked_by is distinct from old.asked_by
        or new.decided_by is not null and new.decided_by is distinct from old.decided_by) then
    raise exception using errcode = 'P0001', message = 'KADER_MESSAGE_BY_HAND', detail = '{}';
  end if;
  if tg_op = 'INSERT' then
    if new.status not in ('waiting', 'approved') then
      raise exception using errcode = 'P0001', message = 'KADER_TRANSITION',
        detail = json_build_object('from', null, 'to', new.status)::text;
    end if;
  elsif new.status <> old.status then
    if old.status <> 'waiting' then
      raise exception using errcode = 'P0001', message = 'KADER_MESSAGE_BATCH_DECIDED', detail = '{}';
    elsif new.status in ('approved', 'declined') and new.decided_by is not distinct from new.asked_by then
      raise exception using errcode = 'P0001', message = 'KADER_MESSAGE_BATCH_OWN', detail = '{}';
    end if;
  end if;
  return new;
end $$;
create or replace trigger kader_message_batch_guard before insert or update on message_batch
  for each row execute function kader_message_batch_guard();`,
  },
  {
    name: 'kader_message_batch_delete_guard',
    kind: 'trigger',
    sql: `
create or replace function kader_message_batch_delete_guard() returns trigger language plpgsql as $$
begin
  if old.status = 'waiting' or old.date_created > now() - interval '60 days' then
    raise exception using errcode = 'P0001', message = 'KADER_MESSAGE_KEPT', detail = '{}';
  end if;
  return old;
end $$;
create or replace trigger kader_message_batch_delete_guard before delete on message_batch
  for each row execute function kader_message_batch_delete_guard();`,
  },
  {
    name: 'kader_message_stop_guard',
    kind: 'trigger',
    // Numbers as core/message-rules.ts writes them, addresses in small letters; the branch is that of whom it is about.
    sql: `
create or replace function kader_message_stop_guard() returns trigger language plpgsql as $$
declare
  digits text;
begin
  new.address := nullif(lower(btrim(coalesce(new.address, ''))), '');
  if new.address is not null and position('@' in new.address) = 0 then
    digits := regexp_replace(new.address, '[^0-9]', '', 'g');
    new.address := case
      when new.address ~ '^(\\+|00)' then regexp_replace(digits, '^00', '')
      when digits like '0%' then '62' || substr(digits, 2)
      when digits like '8%' then '62' || digits
      else digits end;
  end if;
  if num_nonnulls(new.binaan, new.kader, new.address) <> 1 then
    raise exception using errcode = 'P0001', message = 'KADER_MESSAGE_STOP_WHO', detail = '{}';
  end if;
  if new.binaan is not null then
    select b.branch into new.branch from binaan b where b.id = new.binaan;
  elsif new.kader is not null then
    select k.branch into new.branch from kader k where k.id = new.kader;
  end if;
  return new;
end $$;
create or replace trigger kader_message_stop_guard before insert or update on message_stop
  for each row execute function kader_message_stop_guard();`,
  },
];
