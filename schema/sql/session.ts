import type { SqlDefinition } from '../types.ts';

/** A session looks at a month of its branch's books, moves in order, and is fixed once it is done. */
export const sessionSql: SqlDefinition[] = [
  {
    name: 'kader_session_guard',
    kind: 'function',
    sql: `
create or replace function kader_session_guard() returns trigger language plpgsql as $$
declare
  today date;
  first text;
begin
  select (now() at time zone b.timezone)::date, b.first_month into today, first from branch b where b.id = new.branch;
  if new.month < first or new.month > to_char(today, 'YYYY-MM') then
    raise exception using errcode = 'P0001', message = 'KADER_SESSION_MONTH',
      detail = json_build_object('month', new.month)::text;
  end if;
  if new.status <> 'planned' and new.held_on > today then
    raise exception using errcode = 'P0001', message = 'KADER_DAY_INVALID',
      detail = '{"field":"held_on","why":"belum terjadi","why_en":"it lies in the future"}';
  end if;
  if tg_op = 'INSERT' then
    return new;
  end if;
  if (new.branch, new.month) is distinct from (old.branch, old.month) and (
    exists (select from monev_attendance a where a.session = new.id)
    or exists (select from monev_decision d where d.session = new.id)) then
    raise exception using errcode = 'P0001', message = 'KADER_SESSION_STARTED', detail = '{}';
  end if;
  if (old.status, new.status) in (('planned', 'done'), ('done', 'planned')) then
    raise exception using errcode = 'P0001', message = 'KADER_SESSION_STEP', detail = '{}';
  end if;
  if old.status = 'done' and new.status = 'done'
    and (new.branch, new.month, new.held_on, new.place, new.notes)
      is distinct from (old.branch, old.month, old.held_on, old.place, old.notes) then
    raise exception using errcode = 'P0001', message = 'KADER_SESSION_DONE', detail = '{}';
  end if;
  return new;
end $$;`,
  },
  ...(['insert', 'update'] as const).map(
    (event): SqlDefinition => ({
      name: `kader_session_${event}_guard`,
      kind: 'trigger',
      sql: `
create or replace trigger kader_session_${event}_guard before ${event} on monev_session
  for each row execute function kader_session_guard();`,
    }),
  ),
  {
    name: 'kader_session_delete_guard',
    kind: 'trigger',
    sql: `
create or replace function kader_session_delete_guard() returns trigger language plpgsql as $$
begin
  if old.status = 'done' then
    raise exception using errcode = 'P0001', message = 'KADER_SESSION_DONE', detail = '{}';
  end if;
  return old;
end $$;
create or replace trigger kader_session_delete_guard before delete on monev_session
  for each row execute function kader_session_delete_guard();`,
  },
  {
    name: 'kader_session_attendance_guard',
    kind: 'function',
    // the session is held while its rows are written, so that none slips in as it is done
    sql: `
create or replace function kader_session_attendance_guard() returns trigger language plpgsql as $$
declare
  told monev_attendance := case when tg_op = 'DELETE' then old else new end;
  session_row monev_session;
begin
  if tg_op = 'UPDATE' and (new.session, new.kader, new.status, new.note)
    is not distinct from (old.session, old.kader, old.status, old.note) then
    return new;
  end if;
  select s.* into session_row from monev_session s where s.id = told.session for share;
  if session_row.status = 'done' then
    raise exception using errcode = 'P0001', message = 'KADER_SESSION_DONE', detail = '{}';
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  if exists (select from kader k where k.id = new.kader and k.branch <> session_row.branch) then
    raise exception using errcode = 'P0001', message = 'KADER_BRANCH_MISMATCH', detail = '{"field":"kader"}';
  end if;
  return new;
end $$;`,
  },
  ...(['insert', 'update', 'delete'] as const).map(
    (event): SqlDefinition => ({
      name: `kader_session_attendance_${event}_guard`,
      kind: 'trigger',
      sql: `
create or replace trigger kader_session_attendance_${event}_guard before ${event} on monev_attendance
  for each row execute function kader_session_attendance_guard();`,
    }),
  ),
  {
    name: 'kader_session_decision_guard',
    kind: 'function',
    // what became of a decision is written long after its session is done; the decision itself is not
    sql: `
create or replace function kader_session_decision_guard() returns trigger language plpgsql as $$
declare
  told monev_decision := case when tg_op = 'DELETE' then old else new end;
  session_row monev_session;
  today date;
begin
  select s.* into session_row from monev_session s where s.id = told.session for share;
  if session_row.status = 'done' and (tg_op <> 'UPDATE'
    or (new.session, new.kader, new.text, new.due_on) is distinct from (old.session, old.kader, old.text, old.due_on)) then
    raise exception using errcode = 'P0001', message = 'KADER_SESSION_DONE', detail = '{}';
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  if exists (select from kader k where k.id = new.kader and k.branch <> session_row.branch) then
    raise exception using errcode = 'P0001', message = 'KADER_BRANCH_MISMATCH', detail = '{"field":"kader"}';
  end if;
  if tg_op = 'INSERT' and new.owner is null then
    raise exception using errcode = 'P0001', message = 'KADER_DECISION_OWNER', detail = '{}';
  end if;
  if new.owner is not null and (tg_op = 'INSERT' or new.owner is distinct from old.owner) and exists (
    select from directus_users u where u.id = new.owner and (u.kader is not null or u.branch <> session_row.branch)) then
    raise exception using errcode = 'P0001', message = 'KADER_DECISION_OWNER', detail = '{}';
  end if;

  if new.status = 'open' then
    new.done_on := null;
    new.done_note := null;
    return new;
  end if;
  if new.status = 'dropped' and coalesce(btrim(new.done_note), '') = '' then
    raise exception using errcode = 'P0001', message = 'KADER_DECISION_WHY', detail = '{}';
  end if;
  select (now() at time zone b.timezone)::date into today from branch b where b.id = session_row.branch;
  new.done_on := coalesce(new.done_on, today);
  if new.done_on > today then
    raise exception using errcode = 'P0001', message = 'KADER_DAY_INVALID',
      detail = '{"field":"done_on","why":"belum terjadi","why_en":"it lies in the future"}';
  end if;
  return new;
end $$;`,
  },
  ...(['insert', 'update', 'delete'] as const).map(
    (event): SqlDefinition => ({
      name: `kader_session_decision_${event}_guard`,
      kind: 'trigger',
      sql: `
create or replace trigger kader_session_decision_${event}_guard before ${event} on monev_decision
  for each row execute function kader_session_decision_guard();`,
    }),
  ),
];
