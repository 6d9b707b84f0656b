/**
 * Contacts and promises of a branch's month, by kader (null: officers). Bindings: branch, first (first day of the month).
 * One row a kader who did something; the same for a month that is kept and for one that is still open.
 */
export const monthFiguresQuestion = `
  with month as (
    select b.id as branch, b.timezone, cast(:first as date) as first_day,
      (cast(:first as date) + interval '1 month')::date as next_day
    from branch b where b.id = :branch
  ), contact as (
    select a.kader, a.binaan, a.channel, a.outcome, (a.at at time zone m.timezone)::date as day
    from activity a, month m
    where a.branch = m.branch
      and a.at >= m.first_day::timestamp at time zone m.timezone and a.at < m.next_day::timestamp at time zone m.timezone
  ), contacted as (
    select kader, count(*)::integer as contacts, count(distinct day)::integer as contact_days,
      count(distinct (day, binaan)) filter (where binaan is not null)::integer as family_days,
      count(distinct (day, binaan)) filter (where binaan is not null and channel = 'visit')::integer as visit_families,
      count(distinct (day, binaan)) filter (where binaan is not null and channel = 'whatsapp')::integer as whatsapp_families,
      count(distinct (day, binaan)) filter (where binaan is not null and channel = 'phone')::integer as phone_families,
      count(*) filter (where channel = 'group_education')::integer as education_contacts
    from contact group by kader
  ), outcomes as (
    select kader, jsonb_object_agg(outcome, contacts) as outcomes
    from (select kader, outcome, count(*)::integer as contacts from contact where outcome is not null group by kader, outcome) o
    group by kader
  ), promised as (
    select a.kader, count(*)::integer as promises_due,
      count(*) filter (where a.promise_state = 'kept')::integer as promises_kept,
      count(*) filter (where a.promise_state = 'broken')::integer as promises_broken,
      count(*) filter (where a.promise_state = 'open')::integer as promises_open
    from activity a, month m
    where a.branch = m.branch and a.promise_state is not null and a.promise_on >= m.first_day and a.promise_on < m.next_day
    group by a.kader
  ), whose as (
    select kader from contacted union select kader from promised
  )
  select w.kader, coalesce(c.contacts, 0) as contacts, coalesce(c.contact_days, 0) as contact_days,
    coalesce(c.family_days, 0) as family_days, coalesce(c.visit_families, 0) as visit_families,
    coalesce(c.whatsapp_families, 0) as whatsapp_families, coalesce(c.phone_families, 0) as phone_families,
    coalesce(c.education_contacts, 0) as education_contacts, coalesce(o.outcomes, '{}'::jsonb) as outcomes,
    coalesce(p.promises_due, 0) as promises_due, coalesce(p.promises_kept, 0) as promises_kept,
    coalesce(p.promises_broken, 0) as promises_broken, coalesce(p.promises_open, 0) as promises_open
  from whose w
  left join contacted c on coalesce(c.kader, 0) = coalesce(w.kader, 0)
  left join outcomes o on coalesce(o.kader, 0) = coalesce(w.kader, 0)
  left join promised p on coalesce(p.kader, 0) = coalesce(w.kader, 0)`;
