import type { SqlDefinition } from '../types.ts';

/**
 * Cap, hours and mutes as core/contact-rules.ts tells them, kept by the database: whoever records, however, and at the same
 * instant. A test holds both to the same answers.
 */
export const contactRulesSql: SqlDefinition[] = [
  {
    name: 'kader_mute_until',
    kind: 'function',
    // The last day of the longest mute in force on a day: infinity where it has no end, null where there is none. A mute
    // that was ended held until the day before.
    sql: `
create or replace function kader_mute_until(family integer, on_day date, zone text) returns date
language sql stable as $$
  select max(coalesce(m.until_date, 'infinity')) from mute m
  where m.binaan = family and m.status in ('approved', 'ended') and m.from_date <= on_day
    and (m.until_date is null or m.until_date >= on_day)
    and (m.ended_at is null or (m.ended_at at time zone zone)::date > on_day)
$$;`,
  },
  {
    name: 'kader_contact_refused',
    kind: 'function',
    // What stands against one more contact, besides those of some ids; null: nothing does.
    sql: `
create or replace function kader_contact_refused(
  family integer, made_at timestamptz, zone text, cap integer, hour_from integer, hour_to integer, besides integer[]
) returns text language plpgsql stable as $$
declare
  day constant date := (made_at at time zone zone)::date;
  into_day constant interval := (made_at at time zone zone) - day;
  days date[];
begin
  if kader_mute_until(family, day, zone) is not null then
    return 'muted';
  end if;
  if cap is not null then
    select array_agg((a.at at time zone zone)::date) || day into days from activity a
      where a.binaan = any (kader_payers_of(family)) and a.channel <> 'group_education' and a.id <> all (besides)
        and a.at >= (day - 6)::timestamp at time zone zone and a.at < (day + 7)::timestamp at time zone zone;
    if exists (
      select from unnest(days) first
      where first between day - 6 and day
        and (select count(*) from unnest(days) one where one between first and first + 6) > cap
    ) then
      return 'cap';
    end if;
  end if;
  if into_day < make_interval(hours => coalesce(hour_from, 0)) or into_day >= make_interval(hours => coalesce(hour_to, 24)) then
    return 'hours';
  end if;
  return null;
end $$;`,
  },
  {
    name: 'kader_next_contact',
    kind: 'function',
    // The first moment from one on at which nothing stands against a contact; null: never, as far as is known.
    sql: `
create or replace function kader_next_contact(
  family integer, made_at timestamptz, zone text, cap integer, hour_from integer, hour_to integer, besides integer[]
) returns timestamptz language plpgsql stable as $$
declare
  opens constant interval := make_interval(hours => coalesce(hour_from, 0));
  moment timestamptz := made_at;
  day date;
  last_day date;
  refused text;
begin
  for step in 1..1000 loop
    day := (moment at time zone zone)::date;
    refused := kader_contact_refused(family, moment, zone, cap, hour_from, hour_to, besides);
    if refused is null then
      return moment;
    end if;
    if refused = 'muted' then
      last_day := kader_mute_until(family, day, zone);
      if last_day = 'infinity' then
        return null;
      end if;
      moment := (last_day + 1 + opens) at time zone zone;
    elsif refused = 'hours' and moment < (day + opens) at time zone zone then
      moment := (day + opens) at time zone zone;
    else
      moment := (day + 1 + opens) at time zone zone;
    end if;
  end loop;
  return null;
end $$;`,
  },
  {
    name: 'kader_check_contacts',
    kind: 'function',
    // Families are held first, so that of two who record at once the second counts the first. A reason passes every rule.
    sql: `
create or replace function kader_check_contacts(activities integer[]) returns void language plpgsql as $$
declare
  made record;
  next_at timestamptz;
begin
  perform 1 from binaan b
    where b.id in (select a.binaan from activity a where a.id = any (activities) and a.channel <> 'group_education')
    order by b.id for no key update;

  select a.binaan, a.at, h.timezone as zone, p.contact_cap_week as cap, p.contact_hour_from as hour_from,
      p.contact_hour_to as hour_to, r.refused into made
    from activity a
    join branch h on h.id = a.branch
    left join lateral kader_policy_in_force(h.id, (a.at at time zone h.timezone)::date) p on true
    cross join lateral (select kader_contact_refused(
      a.binaan, a.at, h.timezone, p.contact_cap_week, p.contact_hour_from, p.contact_hour_to, array[a.id]) as refused) r
    where a.id = any (activities) and a.binaan is not null and a.channel <> 'group_education'
      and a.cap_reason is null and r.refused is not null
    order by a.id limit 1;
  if not found then
    return;
  end if;

  next_at := kader_next_contact(
    made.binaan, made.at, made.zone, made.cap, made.hour_from, made.hour_to, activities) at time zone made.zone;
  raise exception using errcode = 'P0001',
    message = case
      when made.refused = 'cap' then 'KADER_CONTACT_CAP'
      when made.refused = 'hours' then 'KADER_CONTACT_HOURS'
      when next_at is null then 'KADER_CONTACT_MUTED_ALWAYS'
      else 'KADER_CONTACT_MUTED'
    end,
    detail = json_build_object('binaan', made.binaan, 'date', to_char(next_at, 'YYYY-MM-DD'),
      'hour', extract(hour from next_at), 'cap', made.cap, 'from', coalesce(made.hour_from, 0),
      'to', coalesce(made.hour_to, 24))::text;
end $$;`,
  },
];
