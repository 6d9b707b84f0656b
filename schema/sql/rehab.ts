import type { SqlDefinition } from '../types.ts';

/** Payment plans: made whole by our code, matched to collections by one function, ended by a person. */
export const rehabSql: SqlDefinition[] = [
  {
    name: 'kader_plan_matching',
    kind: 'function',
    // What a family paid within its plan fills the oldest instalment first; what was taken back fills none. An instalment is
    // paid since the payment after which the total was never less again (core/rehab.ts says the same, and the audit compares).
    sql: `
create or replace function kader_plan_matching(plans integer[], as_of timestamptz) returns table (
  plan integer, instalment integer, number integer, amount integer, paid_amount integer, paid_on date, status text,
  today date, matched_through integer
) language sql stable as $$
  with asked as (
    select p.id, p.binaan, h.timezone, (as_of at time zone h.timezone)::date as today,
      p.starts_on::timestamp at time zone h.timezone as from_moment,
      (least(p.ended_on, (
        select min(n.starts_on) - 1 from payment_plan n where n.binaan = p.binaan and n.starts_on > p.starts_on
      )) + 1)::timestamp at time zone h.timezone as until_moment
    from payment_plan p join branch h on h.id = p.branch
    where p.id = any (plans)
  ), paid as (
    select a.id as plan, c.id, c.paid_at, (c.paid_at at time zone a.timezone)::date as day,
      sum(c.amount) over (partition by a.id order by c.paid_at, c.id) as total
    from asked a
    join collection c on c.binaan = any (kader_payers_of(a.binaan)) and c.status in ('recorded', 'verified')
      and c.paid_at >= a.from_moment
      and (a.until_moment is null or c.paid_at < a.until_moment)
  ), lasting as (
    select p.plan, p.day, min(p.total) over (
      partition by p.plan order by p.paid_at, p.id rows between current row and unbounded following) as total
    from paid p
  ), due as (
    select i.id, i.plan, i.number, i.amount, i.due_on, sum(i.amount) over (partition by i.plan order by i.number) as upto
    from payment_plan_instalment i
    where i.plan = any (plans)
  ), filled as (
    select d.*, a.binaan, a.today, least(d.amount, greatest(0, coalesce(
        (select p.total from paid p where p.plan = d.plan order by p.paid_at desc, p.id desc limit 1), 0
      ) - (d.upto - d.amount)))::integer as filled_with,
      (select min(l.day) from lasting l where l.plan = d.plan and l.total >= d.upto) as since
    from due d join asked a on a.id = d.plan
  )
  select f.plan, f.id, f.number, f.amount, f.filled_with, f.since,
    case when f.filled_with = f.amount then 'paid' when f.due_on < f.today then 'missed' else 'waiting' end,
    f.today, (select max(c.id) from collection c where c.binaan = any (kader_payers_of(f.binaan)))
  from filled f
$$;`,
  },
  {
    name: 'kader_match_plans',
    kind: 'function',
    // Holds the families as recorders do, so that the newest collection seen is the newest there is. Says which instalments
    // were found missed just now.
    sql: `
create or replace function kader_match_plans(plans integer[], as_of timestamptz) returns setof integer
language plpgsql as $$
begin
  perform 1 from binaan b
    where b.id in (select p.binaan from payment_plan p where p.id = any (plans)) order by b.id for no key update;
  perform set_config('kader.matching', 'on', true);

  return query
    with matched as materialized (select * from kader_plan_matching(plans, as_of)), before as (
      select i.id, i.missed_on from payment_plan_instalment i where i.plan = any (plans)
    ), changed as (
      update payment_plan_instalment i
        set paid_amount = m.paid_amount, paid_on = m.paid_on, status = m.status,
          missed_on = case when m.status = 'missed' then coalesce(i.missed_on, m.today) else i.missed_on end
        from matched m
        where i.id = m.instalment and (i.paid_amount, i.paid_on, i.status)
          is distinct from (m.paid_amount, m.paid_on, m.status)
        returning i.id, i.missed_on
    )
    select c.id from changed c join before b using (id) where b.missed_on is null and c.missed_on is not null;

  update payment_plan p
    set paid_amount = s.paid, missed_count = s.missed, missed_since = s.missed_since, matched_on = s.today,
      matched_through = s.matched_through,
      cover_restored_on = case p.cover_restored_after when 'first' then s.first_paid_on else s.last_paid_on end,
      status = case
        when p.status = 'ended' then p.status
        when s.paid = p.amount then 'completed'
        when p.status = 'completed' and exists (
          select from payment_plan o where o.binaan = p.binaan and o.status = 'active') then p.status
        else 'active' end,
      completed_on = case
        when p.status = 'ended' then null
        when s.paid = p.amount then s.last_paid_on
        when p.status = 'completed' and exists (
          select from payment_plan o where o.binaan = p.binaan and o.status = 'active') then p.completed_on end
    from (
      select m.plan, sum(m.paid_amount) as paid, count(*) filter (where m.status = 'missed') as missed,
        min(i.due_on) filter (where m.status = 'missed') as missed_since, max(m.today) as today,
        max(m.matched_through) as matched_through, min(m.paid_on) filter (where m.number = 1) as first_paid_on,
        min(m.paid_on) filter (where m.number = p.instalment_count) as last_paid_on
      from kader_plan_matching(plans, as_of) m
      join payment_plan p on p.id = m.plan
      join payment_plan_instalment i on i.id = m.instalment
      group by m.plan
    ) s
    where p.id = s.plan;
  perform set_config('kader.matching', '', true);
end $$;`,
  },
  {
    name: 'kader_match_plans_of',
    kind: 'function',
    // Families whose payments are counted otherwise than before: merged, or two again.
    sql: `
create or replace function kader_match_plans_of(families integer[]) returns void language plpgsql as $$
declare
  plans integer[];
begin
  select array_agg(p.id) into plans from payment_plan p where p.binaan = any (families);
  if plans is not null then
    perform kader_match_plans(plans, now());
  end if;
end $$;`,
  },
  {
    name: 'kader_plan_insert_guard',
    kind: 'trigger',
    // One open plan a family, and no two that count the same money.
    sql: `
create or replace function kader_plan_insert_guard() returns trigger language plpgsql as $$
declare
  earlier record;
  home integer;
begin
  if coalesce(current_setting('kader.planning', true), '') <> new.binaan::text or new.status <> 'active' then
    raise exception using errcode = 'P0001', message = 'KADER_PLAN_MADE', detail = '{}';
  end if;
  select b.branch into home from binaan b where b.id = new.binaan for no key update;
  if home is distinct from new.branch then
    raise exception using errcode = 'P0001', message = 'KADER_BRANCH_MISMATCH', detail = '{}';
  end if;
  select p.id into earlier from payment_plan p
    where p.binaan = new.binaan
      and (p.status = 'active' or p.starts_on >= new.starts_on or coalesce(p.ended_on, p.completed_on) >= new.starts_on)
    order by p.id desc limit 1;
  if earlier.id is not null then
    raise exception using errcode = 'P0001', message = 'KADER_PLAN_OPEN',
      detail = json_build_object('id', earlier.id)::text;
  end if;
  return new;
end $$;
create or replace trigger kader_plan_insert_guard before insert on payment_plan
  for each row execute function kader_plan_insert_guard();`,
  },
  {
    name: 'kader_plan_update_guard',
    kind: 'trigger',
    // A person ends a plan and writes its note; everything else is fixed, or matched.
    sql: `
create or replace function kader_plan_update_guard() returns trigger language plpgsql as $$
declare
  free constant text[] := array['note', 'user_created', 'date_updated', 'user_updated'];
  ending constant text[] := array['status', 'ended_on', 'ended_by', 'end_reason'];
  matching constant text[] := array['status', 'paid_amount', 'missed_count', 'missed_since', 'cover_restored_on',
    'completed_on', 'matched_on', 'matched_through'];
  allowed text[] := free;
  changed text;
begin
  if coalesce(current_setting('kader.matching', true), '') = 'on' then
    allowed := allowed || matching;
  elsif old.status = 'active' and new.status = 'ended' then
    allowed := allowed || ending;
  elsif new.status is distinct from old.status then
    raise exception using errcode = 'P0001', message = 'KADER_PLAN_ENDED',
      detail = json_build_object('id', old.id)::text;
  end if;
  select o.key into changed
    from jsonb_each(to_jsonb(old) - allowed) o join jsonb_each(to_jsonb(new) - allowed) n using (key)
    where o.value is distinct from n.value
      and not (o.key = 'ended_by' and n.value = 'null'::jsonb)
    limit 1;
  if changed is not null then
    raise exception using errcode = 'P0001', message = 'KADER_PLAN_MADE', detail = '{}';
  end if;
  return new;
end $$;
create or replace trigger kader_plan_update_guard before update on payment_plan
  for each row execute function kader_plan_update_guard();`,
  },
  {
    name: 'kader_instalment_insert_guard',
    kind: 'trigger',
    // The instalments of a plan come all at once, and are the plan to the rupiah.
    sql: `
create or replace function kader_instalment_insert_guard() returns trigger language plpgsql as $$
declare
  wrong integer;
begin
  select p.id into wrong
    from payment_plan p join payment_plan_instalment i on i.plan = p.id
    where p.id in (select n.plan from inserted n)
    group by p.id
    having coalesce(current_setting('kader.planning', true), '') <> p.binaan::text
      or count(*) <> p.instalment_count or max(i.number) <> p.instalment_count
      or sum(i.arrears_amount) <> p.arrears_amount or sum(i.current_amount) <> p.current_amount
    limit 1;
  if wrong is not null then
    raise exception using errcode = 'P0001', message = 'KADER_PLAN_MADE', detail = '{}';
  end if;
  return null;
end $$;
create or replace trigger kader_instalment_insert_guard after insert on payment_plan_instalment
  referencing new table as inserted
  for each statement execute function kader_instalment_insert_guard();`,
  },
  {
    name: 'kader_instalment_update_guard',
    kind: 'trigger',
    sql: `
create or replace function kader_instalment_update_guard() returns trigger language plpgsql as $$
declare
  allowed text[] := array['user_created', 'date_updated', 'user_updated'];
begin
  if coalesce(current_setting('kader.matching', true), '') = 'on' then
    allowed := allowed || array['paid_amount', 'paid_on', 'status', 'missed_on'];
  end if;
  if to_jsonb(old) - allowed is distinct from to_jsonb(new) - allowed then
    raise exception using errcode = 'P0001', message = 'KADER_PLAN_MADE', detail = '{}';
  end if;
  return new;
end $$;
create or replace trigger kader_instalment_update_guard before update on payment_plan_instalment
  for each row execute function kader_instalment_update_guard();`,
  },
  {
    name: 'kader_plan_delete_guard',
    kind: 'trigger',
    sql: `
create or replace function kader_plan_delete_guard() returns trigger language plpgsql as $$
begin
  raise exception using errcode = 'P0001', message = 'KADER_RECORD_KEPT', detail = '{}';
end $$;
create or replace trigger kader_plan_delete_guard before delete on payment_plan
  for each row execute function kader_plan_delete_guard();`,
  },
  {
    name: 'kader_instalment_delete_guard',
    kind: 'trigger',
    sql: `
create or replace trigger kader_instalment_delete_guard before delete on payment_plan_instalment
  for each row execute function kader_plan_delete_guard();`,
  },
  {
    name: 'kader_plan_after_void',
    kind: 'trigger',
    // A payment that was made void no longer pays an instalment. Recording has no such trigger: what is new is matched daily.
    sql: `
create or replace function kader_plan_after_void() returns trigger language plpgsql as $$
declare
  plans integer[];
begin
  select array_agg(distinct p.id) into plans
    from after_rows n join before_rows o using (id) join binaan b on b.id = n.binaan
      join payment_plan p on p.binaan in (b.id, b.merged_into)
    where n.status = 'void' and o.status in ('recorded', 'verified') and p.matched_through >= n.id;
  if plans is not null then
    perform kader_match_plans(plans, now());
  end if;
  return null;
end $$;
create or replace trigger kader_plan_after_void after update on collection
  referencing old table as before_rows new table as after_rows
  for each statement execute function kader_plan_after_void();`,
  },
];
