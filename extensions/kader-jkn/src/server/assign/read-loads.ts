import type { Knex } from 'knex';
import type { KaderLoad } from '../../contract/assignments.ts';
import type { DateText, Id } from '../../contract/records.ts';

/** Whoever ended or has not joined yet holds nothing: kader who do not count in a branch's coverage are left out. */
const question = `
  with held as (
    select a.kader, count(*)::integer as families, sum(b.owed_months)::integer as months
    from assignment a
    join binaan b on b.id = a.binaan
    where a.branch = :branch and a.from_date <= cast(:on as date)
      and (a.to_date is null or a.to_date >= cast(:on as date))
      and b.status in ('active', 'muted', 'settled')
    group by a.kader
  )
  select k.id, k.name, k.code, k.status, coalesce(h.families, 0) as families, coalesce(h.months, 0) as months,
    k.status = 'active' and k.ended_on is null and (k.joined_on is null or k.joined_on <= cast(:on as date))
      and not exists (
        select from kader_event e
        where e.kader = k.id and e.kind = 'leave' and e.on_date <= cast(:on as date)
          and (e.to_date is null or e.to_date >= cast(:on as date))) as available,
    array(
      select distinct x.area from kader_area x
      where x.kader = k.id and x.from_date <= cast(:on as date)
        and (x.to_date is null or x.to_date >= cast(:on as date))
      order by x.area) as desa
  from kader k
  left join held h on h.kader = k.id
  where k.branch = :branch and (k.status <> 'ended' or h.families > 0)
  order by k.name, k.id`;

/**
 * What the kader of a branch hold on a day, by name. Families that are off the list, moved or written off do not count: nobody
 * works on them.
 */
export async function readLoads(knex: Knex, branch: Id, on: DateText): Promise<KaderLoad[]> {
  const { rows } = await knex.raw<{ rows: KaderLoad[] }>(question, { branch, on });
  return rows;
}
