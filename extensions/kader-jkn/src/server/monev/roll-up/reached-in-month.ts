/**
 * Families that a branch reached in a month, by stage and by whom, and by an earlier month in which the same people had
 * reached them: the newest, or whichever is found first. What came in after an earlier month was kept does not count for it
 * here either. Bindings: branch, month, first (its first day), stages, parts, since (earlier months that are looked at; the
 * month itself: none).
 */
const reachedInMonth = (earlier: 'newest' | 'any') => `
  with month as (
    select b.id as branch, b.timezone, cast(:first as timestamp) at time zone b.timezone as starts,
      (cast(:first as timestamp) + interval '1 month') at time zone b.timezone as ends
    from branch b where b.id = :branch
  ), contact as (
    select a.binaan, a.kader, bool_or(a.channel = 'visit') as visited, bool_or(a.outcome = 'promised') as promised
    from activity a, month m
    where a.branch = m.branch and a.at >= m.starts and a.at < m.ends and a.binaan is not null
    group by a.binaan, a.kader
  ), reached as (
    select 'contacted' as stage, binaan, kader from contact
    union all select 'visited', binaan, kader from contact where visited
    union all select 'promised', binaan, kader from contact where promised
    union all
    select distinct 'paid', c.binaan, c.kader from collection c
    where c.branch = :branch and c.month = :month and c.status in ('recorded', 'verified') and c.amount > 0
      and c.binaan is not null and 'paid' = any (cast(:stages as text[]))
  ), placed as (
    select distinct r.stage, r.binaan, p.part, p.kader, p.area
    from reached r
    left join kader k on k.id = r.kader
    left join area d on d.id = k.district
    cross join lateral (values
      ('whole', null::integer, null::integer, true),
      ('nobody', null, null, r.kader is null),
      ('kader', r.kader, null, r.kader is not null),
      ('area', null, k.district, k.district is not null),
      ('area', null, d.parent, d.parent is not null)) p (part, kader, area, holds)
    where p.holds and r.stage = any (cast(:stages as text[])) and p.part = any (cast(:parts as text[]))
  )
  select f.stage, f.part, f.kader, f.area, before.month as previous, count(*)::integer as families
  from placed f
  cross join month m
  left join lateral (
    select ${earlier === 'newest' ? 'max(e.month) as month' : 'e.month'}
    from (
      select to_char(a.at at time zone m.timezone, 'YYYY-MM') as month, a.kader, a.date_created
      from activity a
      where f.stage <> 'paid' and cast(:since as text) < :month and a.branch = m.branch and a.binaan = f.binaan and a.at < m.starts
        and (f.stage = 'contacted' or (f.stage = 'visited' and a.channel = 'visit')
          or (f.stage = 'promised' and a.outcome = 'promised'))
      union all
      select c.month, c.kader, null
      from collection c
      where f.stage = 'paid' and cast(:since as text) < :month and c.branch = m.branch and c.binaan = f.binaan and c.month < :month
        and c.status in ('recorded', 'verified') and c.amount > 0
    ) e
    where e.month >= :since and case f.part
        when 'whole' then true
        when 'nobody' then e.kader is null
        when 'kader' then e.kader = f.kader
        else exists (
          select from kader k left join area d on d.id = k.district
          where k.id = e.kader and f.area in (k.district, d.parent))
      end
      and not exists (
        select from period p
        where p.branch = m.branch and p.month = e.month and e.date_created > p.rolled_up_at)
    ${earlier === 'newest' ? '' : 'limit 1'}
  ) before on true
  group by f.stage, f.part, f.kader, f.area, before.month`;

/** To be kept: `previous` is the newest earlier month. */
export const reachedQuestion = reachedInMonth('newest');

/** To be asked of a month that is not kept: `previous` only says that there was one, and a family of many years costs no more. */
export const reachedLiveQuestion = reachedInMonth('any');
