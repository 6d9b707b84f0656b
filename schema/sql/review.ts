import type { SqlDefinition } from '../types.ts';

/** Partnership reviews: the evidence is fixed, the kader is heard first, a person decides (design 5.8, fairness). */
export const reviewSql: SqlDefinition[] = [
  {
    name: 'kader_review_insert_guard',
    kind: 'trigger',
    sql: `
create or replace function kader_review_insert_guard() returns trigger language plpgsql as $$
begin
  if new.status is distinct from 'open' then
    raise exception using errcode = 'P0001', message = 'KADER_TRANSITION',
      detail = json_build_object('from', null, 'to', new.status)::text;
  end if;
  if new.reason = 'zero_streak' and coalesce(current_setting('kader.closing', true), '') = '' then
    raise exception using errcode = 'P0001', message = 'KADER_CLOSE_BY_BUTTON',
      detail = json_build_object('month', new.streak_to)::text;
  end if;
  return new;
end $$;
create or replace trigger kader_review_insert_guard before insert on partnership_review
  for each row execute function kader_review_insert_guard();`,
  },
  {
    name: 'kader_review_update_guard',
    kind: 'trigger',
    // A review that was withdrawn because its close was undone is opened again by the next close that finds the streak.
    sql: `
create or replace function kader_review_update_guard() returns trigger language plpgsql as $$
declare
  closing boolean := coalesce(current_setting('kader.closing', true), '') <> '';
  reopening boolean := coalesce(current_setting('kader.reopening', true), '') <> '';
  deciding boolean := coalesce(current_setting('kader.deciding', true), '') = old.id::text;
  kept text;
  today date;
begin
  if closing and old.undone and old.status = 'withdrawn' and new.status in ('open', 'answered') then
    return new;
  end if;
  kept := case
    when new.undone is distinct from old.undone and not reopening then 'undone'
    when new.kader is distinct from old.kader then 'kader'
    when new.branch is distinct from old.branch then 'branch'
    when new.reason is distinct from old.reason then 'reason'
    when new.streak_from is distinct from old.streak_from then 'streak_from'
    when new.streak_to is distinct from old.streak_to then 'streak_to'
    when new.streak_months is distinct from old.streak_months then 'streak_months'
    when new.evidence is distinct from old.evidence then 'evidence'
    when new.opened_on is distinct from old.opened_on then 'opened_on'
    when old.due_on is not null and (new.due_on is null or new.due_on < old.due_on) then 'due_on'
    when old.status not in ('open', 'answered') and new.answer is distinct from old.answer then 'answer'
    when new.letter is distinct from old.letter and new.letter is not null and not deciding then 'letter'
    when new.decided_in is distinct from old.decided_in and not deciding then 'decided_in'
    when coalesce(btrim(old.answer), '') <> '' and coalesce(btrim(new.answer), '') = '' then 'answer'
    when old.status not in ('open', 'answered') and new.decision is distinct from old.decision then 'decision'
    when old.status not in ('open', 'answered') and new.decision_note is distinct from old.decision_note then 'decision_note'
    when old.status not in ('open', 'answered') and new.due_on is distinct from old.due_on then 'due_on'
  end;
  if kept is not null then
    raise exception using errcode = 'P0001', message = 'KADER_RECORD_FIXED',
      detail = json_build_object('field', kept)::text;
  end if;

  if new.status is distinct from old.status and (old.status, new.status) not in (
    ('open', 'answered'), ('open', 'decided'), ('answered', 'decided'), ('open', 'withdrawn'), ('answered', 'withdrawn')
  ) then
    raise exception using errcode = 'P0001', message = 'KADER_TRANSITION',
      detail = json_build_object('from', old.status, 'to', new.status)::text;
  end if;
  if (new.decision is null) <> (new.status <> 'decided')
    or (new.status = 'answered' and coalesce(btrim(new.answer), '') = '') then
    raise exception using errcode = 'P0001', message = 'KADER_TRANSITION',
      detail = json_build_object('from', old.status, 'to', new.status)::text;
  end if;

  if new.decision is not null and old.decision is null and coalesce(btrim(new.answer), '') = '' then
    select (now() at time zone b.timezone)::date into today from branch b where b.id = new.branch;
    if new.due_on is null or today <= new.due_on then
      raise exception using errcode = 'P0001', message = 'KADER_ANSWER_REQUIRED',
        detail = json_build_object('date', new.due_on)::text;
    end if;
  end if;
  -- a decision is carried out and written in a letter by the same transaction
  if new.decision is not null and old.decision is null and not deciding then
    raise exception using errcode = 'P0001', message = 'KADER_REVIEW_BY_BUTTON', detail = '{}';
  end if;
  return new;
end $$;
create or replace trigger kader_review_update_guard before update on partnership_review
  for each row execute function kader_review_update_guard();`,
  },
  {
    name: 'kader_review_delete_guard',
    kind: 'trigger',
    sql: `
create or replace function kader_review_delete_guard() returns trigger language plpgsql as $$
begin
  raise exception using errcode = 'P0001', message = 'KADER_RECORD_KEPT',
    detail = json_build_object('month', old.streak_to)::text;
end $$;
create or replace trigger kader_review_delete_guard before delete on partnership_review
  for each row execute function kader_review_delete_guard();`,
  },
  {
    name: 'kader_refresh_zero_streak',
    kind: 'function',
    // Late money shortens a streak at once, from the states that the closes decided; a void brings it back.
    sql: `
create or replace function kader_refresh_zero_streak(kaders integer[]) returns void language sql as $$
  with paid_late as (
    select k.id as kader, k.streak_month, max(c.paid_month) as month
    from kader k
    left join collection c on c.kader = k.id and c.late and c.amount > 0 and c.status in ('recorded', 'verified')
      and c.paid_month <= k.streak_month and c.month > k.streak_month
    where k.id = any (kaders) and k.streak_month is not null
    group by k.id
  ), standing as (
    select l.kader, s.zero_streak as closed, (
      select count(*)::integer from commission z
      where z.kader = l.kader and z.streak_state = 'zero' and z.month > l.month and z.month <= l.streak_month
    ) as since, l.month as late_month
    from paid_late l join commission s on s.kader = l.kader and s.month = l.streak_month
  )
  update kader k
    set zero_streak = case when s.late_month is null then s.closed else least(s.closed, s.since) end
    from standing s
    where k.id = s.kader
      and k.zero_streak <> case when s.late_month is null then s.closed else least(s.closed, s.since) end
$$;`,
  },
  {
    name: 'kader_late_money_recorded',
    kind: 'trigger',
    // Late money for a month of a streak withdraws its review (design 5.8).
    sql: `
create or replace function kader_late_money_recorded() returns trigger language plpgsql as $$
declare
  late_kaders integer[];
begin
  select array_agg(distinct c.kader) into late_kaders
    from inserted c where c.late and c.kader is not null and c.amount > 0 and c.status in ('recorded', 'verified');
  if late_kaders is null then
    return null;
  end if;
  update partnership_review r
    set status = 'withdrawn', date_updated = now(),
      withdrawn_reason = 'Penerimaan nomor ' || m.id || ' untuk bulan ' || m.paid_month || ' tercatat kemudian.'
    from (
      select distinct on (c.kader, c.paid_month) c.id, c.kader, c.paid_month
      from inserted c where c.late and c.amount > 0 and c.status in ('recorded', 'verified')
      order by c.kader, c.paid_month, c.id
    ) m
    where r.kader = m.kader and r.reason = 'zero_streak' and r.status in ('open', 'answered')
      and m.paid_month between r.streak_from and r.streak_to;
  perform kader_refresh_zero_streak(late_kaders);
  return null;
end $$;
create or replace trigger kader_late_money_recorded after insert on collection
  referencing new table as inserted
  for each statement execute function kader_late_money_recorded();`,
  },
  {
    name: 'kader_late_money_voided',
    kind: 'trigger',
    sql: `
create or replace function kader_late_money_voided() returns trigger language plpgsql as $$
declare
  late_kaders integer[];
begin
  select array_agg(distinct n.kader) into late_kaders
    from after_rows n join before_rows o using (id)
    where n.late and n.kader is not null and n.status = 'void' and o.status <> 'void';
  if late_kaders is not null then
    perform kader_refresh_zero_streak(late_kaders);
  end if;
  return null;
end $$;
create or replace trigger kader_late_money_voided after update on collection
  referencing old table as before_rows new table as after_rows
  for each statement execute function kader_late_money_voided();`,
  },
];
