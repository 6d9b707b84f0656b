import type { SqlDefinition } from '../types.ts';

/** Complaints: of one branch, due by their category, answered by a person, and never by the kader they are about. */
export const complaintSql: SqlDefinition[] = [
  {
    name: 'kader_complaint_guard',
    kind: 'function',
    sql: `
create or replace function kader_complaint_guard() returns trigger language plpgsql as $$
declare
  pending constant text[] := array['open', 'in_progress'];
  today date;
  days integer;
  who uuid;
  was_pending boolean := tg_op = 'INSERT' or old.status = any (pending);
begin
  new.branch := coalesce(new.branch, (select b.branch from binaan b where b.id = new.binaan),
    (select k.branch from kader k where k.id = coalesce(new.kader, new.about_kader)));
  if exists (select from binaan b where b.id = new.binaan and b.branch <> new.branch)
    or exists (select from kader k where k.id in (new.kader, new.about_kader) and k.branch <> new.branch) then
    raise exception using errcode = 'P0001', message = 'KADER_BRANCH_MISMATCH', detail = '{}';
  end if;

  select (now() at time zone b.timezone)::date into today from branch b where b.id = new.branch;
  select c.answer_days into days from complaint_category c where c.id = new.category;
  new.told_on := coalesce(new.told_on, today);
  if new.told_on > today then
    raise exception using errcode = 'P0001', message = 'KADER_DAY_INVALID',
      detail = '{"field":"told_on","why":"belum terjadi","why_en":"it lies in the future"}';
  end if;
  if tg_op = 'UPDATE' and new.due_on = old.due_on and (new.category, new.told_on) is distinct from (old.category, old.told_on) then
    new.due_on := null;
  end if;
  new.due_on := coalesce(new.due_on, new.told_on + days);
  if new.due_on < new.told_on then
    raise exception using errcode = 'P0001', message = 'KADER_DAY_INVALID',
      detail = '{"field":"due_on","why":"sebelum disampaikan","why_en":"it lies before it was told"}';
  end if;
  if tg_op = 'UPDATE' and new.due_on > old.due_on and new.due_on >= today then
    new.overdue_noticed_on := null;
  end if;

  who := case when tg_op = 'INSERT' then new.user_created
    when (new.date_updated, new.user_updated) is distinct from (old.date_updated, old.user_updated) then new.user_updated end;
  if exists (select from directus_users u where u.id = who and (u.kader = new.about_kader
    or (tg_op = 'UPDATE' and u.kader = old.about_kader))) then
    raise exception using errcode = 'P0001', message = 'KADER_COMPLAINT_OWN', detail = '{}';
  end if;

  -- words that answer it say that it is answered
  if was_pending and new.status = any (pending) and coalesce(btrim(new.answer), '') <> ''
    and (tg_op = 'INSERT' or new.status = old.status) and (tg_op = 'INSERT' or new.answer is distinct from old.answer) then
    new.status := 'answered';
  end if;
  if new.status = any (pending) then
    new.answered_at := null;
    new.answered_by := null;
    return new;
  end if;
  if coalesce(btrim(new.answer), '') = '' then
    raise exception using errcode = 'P0001', message = 'KADER_COMPLAINT_ANSWER', detail = '{}';
  end if;
  if was_pending then
    new.answered_at := now();
    new.answered_by := who;
  else
    new.answered_at := old.answered_at;
    new.answered_by := (select u.id from directus_users u where u.id = old.answered_by);
  end if;
  return new;
end $$;`,
  },
  ...(['insert', 'update'] as const).map(
    (event): SqlDefinition => ({
      name: `kader_complaint_${event}_guard`,
      kind: 'trigger',
      sql: `
create or replace trigger kader_complaint_${event}_guard before ${event} on complaint
  for each row execute function kader_complaint_guard();`,
    }),
  ),
  {
    name: 'kader_complaint_told',
    kind: 'trigger',
    // One about a kader is a matter for the head from the first, and goes past that kader.
    sql: `
create or replace function kader_complaint_told() returns trigger language plpgsql as $$
begin
  if new.about_kader is null or (tg_op = 'UPDATE' and new.about_kader is not distinct from old.about_kader) then
    return null;
  end if;
  perform kader_tell_heads(new.branch, new.about_kader,
    case when tg_op = 'INSERT' then new.user_created else new.user_updated end, 'complaint', new.id,
    'Pengaduan tentang kader ' || k.name, 'A complaint about kader ' || k.name,
    'Dijawab paling lambat ' || to_char(new.due_on, 'DD-MM-YYYY') || '. Kader itu tidak melihatnya.',
    'Answer due on ' || to_char(new.due_on, 'DD-MM-YYYY') || '. That kader does not see it.')
    from kader k where k.id = new.about_kader;
  return null;
end $$;
create or replace trigger kader_complaint_told_insert after insert on complaint
  for each row execute function kader_complaint_told();
create or replace trigger kader_complaint_told_update after update on complaint
  for each row execute function kader_complaint_told();`,
  },
];
