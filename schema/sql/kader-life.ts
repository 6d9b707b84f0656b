import type { SqlDefinition } from '../types.ts';

/**
 * The life of a kader: candidates become active once everything for it is there, leave follows its days, and a partnership
 * ends only after somebody decided what becomes of its families.
 */
export const kaderLifeSql: SqlDefinition[] = [
  {
    name: 'kader_missing_topics',
    kind: 'function',
    // Required topics that a kader has not attended; null: none.
    sql: `
create or replace function kader_missing_topics(of_kader integer, today date) returns text language sql stable as $$
  select string_agg(t.name, ', ' order by t.sort, t.id)
  from training_topic t
  where t.required and not exists (
    select from training_attendance a join training s on s.id = a.training
    where a.kader = of_kader and a.present and s.held_on <= today and s.topics::jsonb @> to_jsonb(t.code::text)
  )
$$;`,
  },
  {
    name: 'kader_activation_missing',
    kind: 'function',
    // What stands between a candidate and the field, in two languages, as core/kader-life.ts says it; null: nothing.
    sql: `
create or replace function kader_activation_missing(of_kader integer, of_branch integer, today date,
  number text, starts date, ends date) returns text language plpgsql stable as $$
declare
  lacking text[] := '{}';
  lacking_en text[] := '{}';
  topics text;
begin
  if not exists (select from kader_event e where e.kader = of_kader and e.kind = 'briefed') then
    lacking := lacking || 'penjelasan kepada calon'::text;
    lacking_en := lacking_en || 'the briefing of the candidate'::text;
  end if;
  if coalesce(btrim(number), '') = '' then
    lacking := lacking || 'nomor kontrak'::text;
    lacking_en := lacking_en || 'the contract number'::text;
  end if;
  if starts is null or ends is null then
    lacking := lacking || 'tanggal kontrak'::text;
    lacking_en := lacking_en || 'the contract dates'::text;
  elsif ends < today then
    lacking := lacking || 'kontrak yang masih berlaku'::text;
    lacking_en := lacking_en || 'a contract that still runs'::text;
  end if;
  if exists (select from kader_policy_in_force(of_branch, today) p where p.training_required) then
    topics := kader_missing_topics(of_kader, today);
    if topics is not null then
      lacking := lacking || ('pelatihan (' || topics || ')');
      lacking_en := lacking_en || ('training (' || topics || ')');
    end if;
  end if;
  if cardinality(lacking) = 0 then
    return null;
  end if;
  return json_build_object('field', 'status', 'missing', array_to_string(lacking, ', '),
    'missing_en', array_to_string(lacking_en, ', '))::text;
end $$;`,
  },
  {
    name: 'kader_on_leave',
    kind: 'function',
    sql: `
create or replace function kader_on_leave(of_kader integer, day date) returns boolean language sql stable as $$
  select exists (
    select from kader_event e
    where e.kader = of_kader and e.kind = 'leave' and e.on_date <= day and (e.to_date is null or e.to_date >= day))
$$;`,
  },
  {
    name: 'kader_refresh_leaves',
    kind: 'function',
    // Null looks at every kader, as the hourly upkeep does. One on leave of whom no leave was ever told stays so, unless told.
    sql: `
create or replace function kader_refresh_leaves(of_kader integer[], told boolean) returns integer language plpgsql as $$
declare
  changed integer;
begin
  with standing as (
    select k.id, k.status, d.day, kader_on_leave(k.id, d.day) as away
    from kader k
    join branch b on b.id = k.branch
    cross join lateral (select (now() at time zone b.timezone)::date as day) d
    where k.status in ('active', 'on_leave') and (of_kader is null or k.id = any (of_kader))
  )
  update kader k set status = case when s.away then 'on_leave' else 'active' end
    from standing s
    where s.id = k.id and s.away <> (s.status = 'on_leave') and (s.away or told or exists (
      select from kader_event e where e.kader = s.id and e.kind = 'leave' and e.to_date < s.day));
  get diagnostics changed = row_count;
  return changed;
end $$;`,
  },
  {
    name: 'kader_life_insert_guard',
    kind: 'trigger',
    // A partner from before is taken over as active; where training is required, everybody begins as a candidate.
    sql: `
create or replace function kader_life_insert_guard() returns trigger language plpgsql as $$
declare
  today date;
  topics text;
begin
  if new.status not in ('active', 'on_leave') then
    return new;
  end if;
  select (now() at time zone b.timezone)::date into today from branch b where b.id = new.branch;
  if exists (select from kader_policy_in_force(new.branch, today) p where p.training_required) then
    topics := kader_missing_topics(new.id, today);
    if topics is not null then
      raise exception using errcode = 'P0001', message = 'KADER_ACTIVATION_INCOMPLETE', detail = json_build_object(
        'field', 'status', 'missing', 'pelatihan (' || topics || ')', 'missing_en', 'training (' || topics || ')')::text;
    end if;
  end if;
  return new;
end $$;
create or replace trigger kader_life_insert_guard before insert on kader
  for each row execute function kader_life_insert_guard();`,
  },
  {
    name: 'kader_life_update_guard',
    kind: 'trigger',
    // An end waits for whoever is assigning families to this kader, and makes those who come later see it.
    sql: `
create or replace function kader_life_update_guard() returns trigger language plpgsql as $$
declare
  today date;
  missing text;
  held bigint;
  undone boolean;
begin
  if new.status is not distinct from old.status and new.ended_on is not distinct from old.ended_on then
    return new;
  end if;
  select (now() at time zone b.timezone)::date into today from branch b where b.id = new.branch;

  if new.status = 'ended' then
    perform 1 from kader k where k.id = new.id for update;
    if new.ended_on > today or new.ended_on < new.joined_on then
      raise exception using errcode = 'P0001', message = 'KADER_END_DAY', detail = '{}';
    end if;
    select count(*) into held from assignment a
      where a.kader = new.id and coalesce(a.to_date, 'infinity') > new.ended_on;
    if held > 0 then
      raise exception using errcode = 'P0001', message = 'KADER_FAMILIES_HELD',
        detail = json_build_object('families', held, 'date', new.ended_on, 'field', 'status')::text;
    end if;
    return new;
  end if;
  if new.status is not distinct from old.status then
    return new;
  end if;

  if old.status = 'ended' then
    -- an end by mistake is undone while the books do not rest on it
    undone := new.status = 'active' and not exists (
      select from period p where p.branch = old.branch and p.status <> 'open' and p.month >= to_char(old.ended_on, 'YYYY-MM'));
    if not undone then
      raise exception using errcode = 'P0001', message = 'KADER_RETURNS_ANEW', detail = '{}';
    end if;
    new.ended_on := null;
    new.end_reason := null;
    new.end_note := null;
  end if;
  if new.status = 'candidate' then
    raise exception using errcode = 'P0001', message = 'KADER_CANDIDATE_AGAIN', detail = '{}';
  end if;
  if (new.status = 'on_leave') <> kader_on_leave(new.id, today) then
    raise exception using errcode = 'P0001', message = 'KADER_LEAVE_BY_DAYS', detail = '{}';
  end if;
  if old.status = 'candidate' or (old.status = 'ended' and not exists (
    select from kader_event e where e.kader = new.id and e.kind = 'joined'
    union all select from assignment a where a.kader = new.id
  )) then
    missing := kader_activation_missing(new.id, new.branch, today, new.contract_number, new.contract_from, new.contract_to);
    if missing is not null then
      raise exception using errcode = 'P0001', message = 'KADER_ACTIVATION_INCOMPLETE', detail = missing;
    end if;
    new.joined_on := coalesce(new.joined_on, today);
  end if;
  return new;
end $$;
create or replace trigger kader_life_update_guard before update on kader
  for each row execute function kader_life_update_guard();`,
  },
  {
    name: 'kader_life_told',
    kind: 'trigger',
    // The history tells when a kader joined and left, whoever changed the status.
    sql: `
create or replace function kader_life_told() returns trigger language plpgsql as $$
begin
  if not exists (select from after_rows n join before_rows o using (id) where n.status <> o.status) then
    return null;
  end if;
  insert into kader_event (kader, kind, on_date, reason, origin, date_created, user_created)
    select n.id, t.kind, t.on_date, t.reason, 'person', now(),
      case when (n.date_updated, n.user_updated) is distinct from (o.date_updated, o.user_updated) then n.user_updated end
    from after_rows n
    join before_rows o using (id)
    join branch b on b.id = n.branch
    cross join lateral (select
      case when n.status = 'ended' then 'ended' when o.status = 'candidate' then 'joined' else 'other' end as kind,
      case when n.status = 'ended' then n.ended_on when o.status = 'candidate' then n.joined_on
        else (now() at time zone b.timezone)::date end as on_date,
      case when n.status = 'ended' then left(n.end_note, 255)
        when o.status = 'ended' then 'Pengakhiran kemitraan dibatalkan' end as reason) t
    where n.status <> o.status and (n.status = 'ended' or o.status in ('candidate', 'ended'))
      and not exists (select from kader_event e where e.kader = n.id and e.kind = t.kind and e.on_date = t.on_date
        and t.kind <> 'other');
  return null;
end $$;
create or replace trigger kader_life_told after update on kader
  referencing old table as before_rows new table as after_rows
  for each statement execute function kader_life_told();`,
  },
];
