import type { SqlDefinition } from '../types.ts';

/** Lists taken in: the server alone writes how they went, and what passes the row triggers is checked as a whole. */
export const importSql: SqlDefinition[] = [
  {
    name: 'kader_import_lock_key',
    kind: 'function',
    // One list a branch at a time; whoever holds it lives.
    sql: `
create or replace function kader_import_lock_key(branch integer) returns bigint
language sql immutable strict parallel safe as $$
  select hashtextextended('kader import ' || branch, 0)
$$;`,
  },
  {
    name: 'kader_import_guard',
    kind: 'trigger',
    // What is told of a list is fixed once it is taken in; how it went is not told at all.
    sql: `
create or replace function kader_import_guard() returns trigger language plpgsql as $$
declare
  by_server constant boolean := coalesce(current_setting('kader.importing', true), '') = 'yes';
  fixed text;
begin
  if new.as_of > (now() at time zone 'Asia/Jayapura')::date then
    raise exception using errcode = 'P0001', message = 'KADER_IMPORT_FUTURE', detail = '{}';
  end if;
  if tg_op = 'UPDATE' and not by_server then
    select n.key into fixed from jsonb_each(to_jsonb(new)) n join jsonb_each(to_jsonb(old)) o using (key)
      where n.value is distinct from o.value and (
        n.key = 'branch'
        or (old.status in ('running', 'done', 'undone')
          and n.key in ('source', 'file', 'as_of', 'mode', 'full_list', 'list_scope', 'assign')
          -- a file or a source that is gone
          and not (n.key in ('file', 'source') and n.value = 'null'))
        or n.key in ('status', 'rows_total', 'rows_read', 'rows_bad', 'rows_warned', 'rows_new', 'rows_updated',
          'rows_unchanged', 'rows_older', 'rows_off_list', 'rows_assigned', 'started_at', 'finished_at', 'undone_at',
          'file_hash', 'message', 'message_en')
        -- an account that is gone is let go of
        or (n.key in ('started_by', 'undone_by') and n.value <> 'null'))
      limit 1;
    if fixed is not null then
      raise exception using errcode = 'P0001', message = 'KADER_RECORD_FIXED',
        detail = json_build_object('field', fixed)::text;
    end if;
  end if;
  if tg_op = 'INSERT' and not by_server then
    new.status := 'new';
    new.rows_total := null;
    new.rows_read := 0;
    new.rows_bad := 0;
    new.rows_warned := 0;
    new.rows_new := 0;
    new.rows_updated := 0;
    new.rows_unchanged := 0;
    new.rows_older := 0;
    new.rows_off_list := 0;
    new.rows_assigned := 0;
    new.started_at := null;
    new.finished_at := null;
    new.started_by := null;
    new.undone_at := null;
    new.undone_by := null;
    new.file_hash := null;
    new.message := null;
    new.message_en := null;
  end if;
  if new.status in ('new', 'mapped') then
    new.status := case when new.file is null or new.source is null then 'new' else 'mapped' end;
  end if;
  return new;
end $$;
create or replace trigger kader_import_insert_guard before insert on import_batch
  for each row execute function kader_import_guard();
create or replace trigger kader_import_update_guard before update on import_batch
  for each row execute function kader_import_guard();`,
  },
  {
    name: 'kader_import_delete_guard',
    kind: 'trigger',
    sql: `
create or replace function kader_import_delete_guard() returns trigger language plpgsql as $$
begin
  if old.status in ('running', 'done', 'undone') then
    raise exception using errcode = 'P0001', message = 'KADER_RECORD_KEPT', detail = '{}';
  end if;
  return old;
end $$;
create or replace trigger kader_import_delete_guard before delete on import_batch
  for each row execute function kader_import_delete_guard();`,
  },
  {
    name: 'kader_note_import',
    kind: 'function',
    // The one way to write how a list goes.
    sql: `
create or replace function kader_note_import(batch_id integer, noted jsonb) returns void language plpgsql as $$
begin
  perform set_config('kader.importing', 'yes', true);
  update import_batch b
    set (status, rows_total, rows_read, rows_bad, rows_warned, rows_new, rows_updated, rows_unchanged, rows_older,
        rows_off_list, rows_assigned, started_at, finished_at, started_by, undone_at, undone_by, file_hash, message,
        message_en)
      = (n.status, n.rows_total, n.rows_read, n.rows_bad, n.rows_warned, n.rows_new, n.rows_updated, n.rows_unchanged,
        n.rows_older, n.rows_off_list, n.rows_assigned, n.started_at, n.finished_at, n.started_by, n.undone_at,
        n.undone_by, n.file_hash, n.message, n.message_en)
    from jsonb_populate_record((select s from import_batch s where s.id = batch_id), noted) n
    where b.id = batch_id;
  perform set_config('kader.importing', '', true);
end $$;`,
  },
  {
    name: 'kader_check_new_families',
    kind: 'function',
    // What row triggers and foreign keys would have asked of each new family and its first holding, asked of all at once;
    // whatever they point at is held until they are committed. One that the list gives to a kader is held from the list's
    // date, one that is shared from the day on which it comes in.
    sql: `
create or replace function kader_check_new_families(batch_id integer, after_id integer, after_holding integer)
returns void language plpgsql as $$
declare
  list import_batch%rowtype;
  policy program_policy%rowtype;
  areas integer[];
  partners integer[];
  made_on date;
  told record;
  held record;
  refused text;
begin
  select b.* into list from import_batch b where b.id = batch_id for key share;
  perform 1 from branch h where h.id = list.branch for key share;
  perform 1 from directus_users u where u.id = list.started_by for key share;
  select p.* into policy from branch h, kader_policy_in_force(h.id, (now() at time zone h.timezone)::date) p
    where h.id = list.branch;

  areas := array(select distinct f.area from binaan f where f.id > after_id and f.list_batch = batch_id and f.area is not null);
  partners := array(
    select distinct f.kader from binaan f where f.id > after_id and f.list_batch = batch_id and f.kader is not null);
  perform 1 from area a where a.id = any (areas) for key share;
  perform 1 from kader k where k.id = any (partners) for key share;
  select bool_or(f.branch <> list.branch) as branch,
      bool_or(f.listed_as_of <> list.as_of or f.listed_as_of > (now() at time zone 'Asia/Jayapura')::date) as listed_as_of,
      bool_or(f.status <> 'active') as status,
      bool_or(f.source <> 'list') as source,
      bool_or(f.paid_months <> 0 or f.paid_amount <> 0) as paid_amount,
      bool_or(f.owed_months <> greatest(0, f.listed_months + f.accrued_months)
        or f.owed_amount <> greatest(0, f.listed_amount + f.accrued_amount)) as owed_amount,
      bool_or(f.tele_eligible <> coalesce(f.owed_months > 0 and policy.id is not null
        and f.owed_months >= coalesce(policy.tele_window_min, 0)
        and f.owed_months <= coalesce(policy.tele_window_max, f.owed_months), false)) as tele_eligible,
      bool_or(f.user_created is distinct from list.started_by or f.user_updated is not null or f.muted_until is not null
        or f.merged_into is not null or f.left_list_on is not null) as other,
      max(f.date_created) as made, count(f.kader) as held,
      sum(hash_record_extended(row(f.id, f.kader), 0)) filter (where f.kader is not null) as hash
    into told from binaan f where f.id > after_id and f.list_batch = batch_id;
  made_on := (select (told.made at time zone h.timezone)::date from branch h where h.id = list.branch);
  -- compared as two sums: of rows so new the planner knows nothing, and may join them in a loop over loops
  select count(*) as families, sum(hash_record_extended(row(a.binaan, a.kader), 0)) as hash,
      bool_or(a.from_date <> case a.reason when 'import' then list.as_of else made_on end) as from_date,
      array_agg(distinct a.kader) filter (where a.reason = 'list') as sharers
    into held
    from assignment a
    where a.id > after_holding and a.branch = list.branch and a.reason in ('import', 'list') and a.binaan > after_id
      and a.date_created = told.made and a.to_date is null;

  refused := case
    when told.branch then 'branch'
    when told.listed_as_of then 'listed_as_of'
    when told.status then 'status'
    when told.source then 'source'
    when told.paid_amount then 'paid_amount'
    when told.owed_amount then 'owed_amount'
    when told.tele_eligible then 'tele_eligible'
    when told.other then 'id'
    when exists (select from unnest(areas) w(id) left join area a using (id) where a.level is distinct from 'village')
      then 'area'
    when exists (
      select from unnest(partners) w(id) left join kader k using (id)
      where k.branch is distinct from list.branch or k.ended_on < list.as_of
        or (k.id = any (held.sharers) and k.ended_on < made_on)) then 'kader'
    when held.from_date or (held.families, held.hash) is distinct from (told.held, told.hash) then 'kader'
  end;
  if refused is not null then
    raise exception using errcode = 'P0001', message = 'KADER_VALUE_INVALID',
      detail = json_build_object('field', refused)::text;
  end if;
end $$;`,
  },
];
