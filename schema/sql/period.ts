import type { SqlDefinition } from '../types.ts';

/** The month books: the lock that recorders and closes share, and the rows of `period`. What may change in them: period-steps.ts. */
export const periodSql: SqlDefinition[] = [
  {
    name: 'kader_month_lock_key',
    kind: 'function',
    // Recorders take it shared, a close takes it alone (design 6).
    sql: `
create or replace function kader_month_lock_key(branch integer, month text) returns bigint
language sql immutable strict parallel safe as $$
  select hashtextextended('kader month ' || branch || ' ' || month, 0)
$$;`,
  },
  {
    name: 'kader_next_month',
    kind: 'function',
    sql: `
create or replace function kader_next_month(month text) returns text
language sql immutable strict parallel safe as $$
  select case when right(month, 2) = '12'
    then lpad((left(month, 4)::integer + 1)::text, 4, '0') || '-01'
    else left(month, 5) || lpad((right(month, 2)::integer + 1)::text, 2, '0')
  end
$$;`,
  },
  {
    name: 'kader_period_insert_guard',
    kind: 'trigger',
    // A month enters the books open and right after the newest one, so that months can only close in order.
    sql: `
create or replace function kader_period_insert_guard() returns trigger language plpgsql as $$
declare
  expected text;
begin
  if new.status is distinct from 'open' then
    raise exception using errcode = 'P0001', message = 'KADER_TRANSITION',
      detail = json_build_object('from', null, 'to', new.status)::text;
  end if;
  select coalesce(kader_next_month(max(p.month)), (select b.first_month from branch b where b.id = new.branch))
    into expected from period p where p.branch = new.branch;
  if new.month <> expected
    and not exists (select 1 from period p where p.branch = new.branch and p.month = new.month) then
    raise exception using errcode = 'P0001', message = 'KADER_MONTH_SEQUENCE',
      detail = json_build_object('month', expected)::text;
  end if;
  return new;
end $$;
create or replace trigger kader_period_insert_guard before insert on period
  for each row execute function kader_period_insert_guard();`,
  },
  {
    name: 'kader_period_delete_guard',
    kind: 'trigger',
    sql: `
create or replace function kader_period_delete_guard() returns trigger language plpgsql as $$
begin
  if old.status = 'open' and coalesce(current_setting('kader.first_month', true), '') = old.branch::text then
    return old;
  end if;
  raise exception using errcode = 'P0001', message = 'KADER_RECORD_KEPT',
    detail = json_build_object('month', old.month)::text;
end $$;
create or replace trigger kader_period_delete_guard before delete on period
  for each row execute function kader_period_delete_guard();`,
  },
  {
    name: 'kader_branch_first_period',
    kind: 'trigger',
    sql: `
create or replace function kader_branch_first_period() returns trigger language plpgsql as $$
begin
  insert into period (branch, month, status, date_created, user_created)
    values (new.id, new.first_month, 'open', now(), new.user_created);
  return null;
end $$;
create or replace trigger kader_branch_first_period after insert on branch
  for each row execute function kader_branch_first_period();`,
  },
  {
    name: 'kader_branch_first_month_guard',
    kind: 'trigger',
    // The first month of the books may move only while nothing stands in them.
    sql: `
create or replace function kader_branch_first_month_guard() returns trigger language plpgsql as $$
begin
  if new.first_month is not distinct from old.first_month then
    return null;
  end if;
  if exists (select 1 from period p where p.branch = new.id and p.status <> 'open')
    or exists (select 1 from collection c where c.branch = new.id) then
    raise exception using errcode = 'P0001', message = 'KADER_RECORD_FIXED',
      detail = json_build_object('field', 'first_month')::text;
  end if;
  perform set_config('kader.first_month', new.id::text, true);
  delete from period p where p.branch = new.id;
  perform set_config('kader.first_month', '', true);
  insert into period (branch, month, status, date_created, user_created)
    values (new.id, new.first_month, 'open', now(), new.user_updated);
  return null;
end $$;
create or replace trigger kader_branch_first_month_guard after update on branch
  for each row execute function kader_branch_first_month_guard();`,
  },
];
