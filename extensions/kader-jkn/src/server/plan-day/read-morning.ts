import type { Knex } from 'knex';
import type { BinaanStatus, Id, TimeZone } from '../../contract/records.ts';
import type { DateText } from '../../core/period.ts';
import type { WorkMode, WorkModeRule } from '../../core/work-mode.ts';

/** A family of a kader as it stood on the morning of a day. */
export interface MorningFamily {
  id: Id;
  name: string;
  status: BinaanStatus;
  source: 'list' | 'outside_list';
  phone: string | null;
  /** months and rupiah owed, with what was paid on the day or after put back */
  owed_months: number;
  owed_amount: number;
  desa: { id: Id; code: string; name: string } | null;
  /** the desa and the areas above it */
  lineage: Id[];
  last_contact_on: DateText | null;
  /** moments of contacts in the seven days before */
  lately: string[];
  promise: { on: DateText; amount: number | null } | null;
  /** instalments due before the day that its payments before the day do not pay in full; rupiah */
  missed: { count: number; since: DateText; last: DateText; lacking: number } | null;
  follow_up_on: DateText | null;
  mutes: { from_date: DateText; until_date: DateText | null }[];
  /** contacted on the day itself */
  contacted: boolean;
}

/** What the branch and the kader have set for the day. */
export interface MorningRules {
  timezone: TimeZone;
  policy: {
    kader_window_min: number | null;
    kader_window_max: number | null;
    tele_window_min: number | null;
    tele_window_max: number | null;
    priority_min: number | null;
    outside_list_allowed: boolean;
    contacts_per_day: number | null;
    contact_cap_week: number | null;
    contact_hour_from: number | null;
    contact_hour_to: number | null;
  } | null;
  own: { area: Id; mode: WorkMode; mode_from: DateText | null; mode_to: DateText | null }[];
  rules: WorkModeRule[];
}

interface Asked {
  kader: Id;
  branch: Id;
  date: DateText;
}

const rulesQuestion = `
  select b.timezone,
    (select to_jsonb(p) from kader_policy_in_force(b.id, :date) p) as policy,
    (select coalesce(jsonb_agg(to_jsonb(o) order by o.id), '[]') from kader_area o
      where o.kader = :kader and o.from_date <= :date and (o.to_date is null or o.to_date >= :date)) as own,
    (select coalesce(jsonb_agg(to_jsonb(m) order by m.id), '[]') from work_mode m
      where m.branch = b.id and m.from_date <= :date and (m.to_date is null or m.to_date >= :date)) as rules
  from branch b
  where b.id = :branch`;

/** Everything that is set for the day. */
export async function readMorningRules(knex: Knex, asked: Asked): Promise<MorningRules> {
  const { rows } = await knex.raw<{ rows: MorningRules[] }>(rulesQuestion, { ...asked });
  const [found] = rows;
  if (found === undefined) throw new RangeError(`No branch ${asked.branch}`);
  return found;
}

/**
 * One walk over the newest year of each family's log, by the index (binaan, at): what is asked of it does not grow with the
 * log of others. A promise that was judged on the day or after was open in the morning; the day after a promise, on which it is
 * followed up by itself, says no more than the promise does. Payments fill the oldest instalment first (core/rehab.ts).
 */
const familiesQuestion = `
  with home as (
    select b.timezone, cast(:date as date) as today,
      cast(:date as date)::timestamp at time zone b.timezone as begins,
      (cast(:date as date) + 1)::timestamp at time zone b.timezone as ends
    from branch b where b.id = :branch
  ),
  held as (
    select distinct a.binaan as id from assignment a
    where a.branch = :branch and a.kader = :kader
      and a.from_date <= :date and (a.to_date is null or a.to_date >= :date)
  )
  select f.id, f.head_name as name, f.status, f.source, f.phone,
    f.owed_months + paid.months as owed_months, f.owed_amount + paid.amount as owed_amount,
    case when v.id is not null then jsonb_build_object('id', v.id, 'code', v.code, 'name', v.name) end as desa,
    array_remove(array[v.id, d.id, r.id, r.parent], null) as lineage,
    to_char(log.last_at at time zone h.timezone, 'YYYY-MM-DD') as last_contact_on,
    coalesce(log.lately, '{}') as lately, log.promise, missed.missed, to_char(log.follow_up_on, 'YYYY-MM-DD') as follow_up_on,
    coalesce(log.contacted, false) as contacted,
    coalesce((
      select jsonb_agg(jsonb_build_object('from_date', m.from_date, 'until_date', m.until_date)) from mute m
      where m.binaan = f.id and m.status = 'approved'), '[]') as mutes
  from held
  cross join home h
  join binaan f on f.id = held.id
  left join area v on v.id = f.area
  left join area d on d.id = v.parent
  left join area r on r.id = d.parent
  left join lateral (
    select max(x.at) filter (where x.at < h.begins) as last_at,
      bool_or(x.at >= h.begins) as contacted,
      array_agg(x.at) filter (where x.at < h.begins and x.at >= h.begins - interval '7 days') as lately,
      (array_agg(x.follow_up_on order by x.at desc, x.id desc)
        filter (where x.at < h.begins and x.follow_up_on <> coalesce(x.promise_on + 1, 'infinity')))[1] as follow_up_on,
      (array_agg(case when x.promise_state is distinct from 'kept' or x.promise_judged_on >= h.today
          then jsonb_build_object('on', x.promise_on, 'amount', x.promise_amount) end order by x.at desc, x.id desc)
        filter (where x.at < h.begins and x.outcome = 'promised' and x.promise_on is not null))[1] as promise
    from activity x
    where x.binaan = f.id and x.channel <> 'group_education' and x.at < h.ends
      and x.at >= h.begins - interval '365 days'
  ) log on true
  cross join lateral (
    select coalesce(sum(c.months_covered), 0)::integer as months, coalesce(sum(c.amount), 0)::integer as amount
    from collection c
    where c.binaan = f.id and c.status in ('recorded', 'verified') and c.paid_at >= h.begins
  ) paid
  left join lateral (
    select p.id, (
        select greatest(0, coalesce(sum(c.amount), 0)) from collection c
        where c.binaan = any (kader_payers_of(f.id)) and c.status in ('recorded', 'verified')
          and c.paid_at >= p.starts_on::timestamp at time zone h.timezone and c.paid_at < h.begins
      ) as paid
    from payment_plan p
    where p.binaan = f.id and p.starts_on < h.today and (p.ended_on is null or p.ended_on >= h.today)
    order by p.starts_on desc
    limit 1
  ) plan on true
  left join lateral (
    select case when count(*) > 0 then jsonb_build_object('count', count(*), 'since', min(due.due_on),
        'last', max(due.due_on), 'lacking', max(due.upto) - plan.paid) end as missed
    from (
      select i.due_on, sum(i.amount) over (order by i.number) as upto from payment_plan_instalment i
      where i.plan = plan.id and i.due_on < h.today
    ) due
    where due.upto > plan.paid
  ) missed on true
  order by f.id`;

/** The families that a kader held on the day. Elevated: nothing of them leaves the server but by the caller's own rights. */
export async function readMorning(knex: Knex, asked: Asked): Promise<MorningFamily[]> {
  const { rows } = await knex.raw<{ rows: MorningFamily[] }>(familiesQuestion, { ...asked });
  return rows;
}
