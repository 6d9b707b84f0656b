import type { Knex } from 'knex';
import type { Id, MonthText, TargetMeasure } from '../../contract/records.ts';

/** What a measure is counted from, and so what "has data" means for it. */
export type MonevSource = 'collection' | 'activity' | 'snapshot' | 'kader' | 'enrolment';

export const sourceOf: Readonly<Record<TargetMeasure, MonevSource>> = {
  collection: 'collection',
  families_visited: 'activity',
  contacts_per_day: 'activity',
  kader: 'kader',
  arrears_share: 'snapshot',
  enrolments: 'enrolment',
};

const questions: Readonly<Record<MonevSource, string>> = {
  collection: `
    select max(newest.month) as month
    from unnest(cast(:branches as integer[])) as asked (branch)
    cross join lateral (
      select c.month from collection c
      where c.branch = asked.branch and c.status in ('recorded', 'verified') and (cast(:kader as integer[]) is null or c.kader = any (cast(:kader as integer[])))
      order by c.month desc limit 1
    ) newest`,
  activity: `
    select max(to_char(newest.at at time zone b.timezone, 'YYYY-MM')) as month
    from branch b
    cross join lateral (
      select a.at from activity a
      where a.branch = b.id and (cast(:kader as integer[]) is null or a.kader = any (cast(:kader as integer[])))
      order by a.at desc limit 1
    ) newest
    where b.id = any (cast(:branches as integer[]))`,
  snapshot: `
    select to_char(coalesce(max(s.as_of) filter (where s.kind = 'published'), max(s.as_of)), 'YYYY-MM') as month
    from arrears_snapshot s
    where s.branch = any (cast(:branches as integer[])) and cast(:kader as integer[]) is null`,
  kader: `
    select coalesce(max(p.month) filter (where p.status <> 'open'), max(p.month)) as month
    from period p
    where p.branch = any (cast(:branches as integer[])) and cast(:kader as integer[]) is null`,
  enrolment: `
    select max(e.month) as month
    from enrolment e
    where e.branch = any (cast(:branches as integer[])) and e.status = 'registered'
      and (cast(:kader as integer[]) is null or e.kader = any (cast(:kader as integer[])))`,
};

/** The newest month with data of a source in these branches (of these kader only, unless null); null: none yet. */
export async function newestMonth(
  knex: Knex,
  source: MonevSource,
  asked: { branches: readonly Id[]; kader: readonly Id[] | null },
): Promise<MonthText | null> {
  const { rows } = await knex.raw<{ rows: { month: MonthText | null }[] }>(questions[source], {
    branches: [...asked.branches],
    kader: asked.kader && [...asked.kader],
  });
  return rows[0]?.month ?? null;
}
