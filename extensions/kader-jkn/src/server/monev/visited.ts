import type { Knex } from 'knex';
import type { DateText, Id } from '../../contract/records.ts';

/** Distinct families visited, in all and by the key each kader was given (null: by no kader of the list). */
export interface Visited {
  total: number;
  byKey: ReadonlyMap<string | null, number>;
}

const question = `
  with listed as (
    select * from unnest(cast(:kader as integer[]), cast(:keys as text[])) as listed (kader, key)
  ), visit as (
    select a.binaan,
      case when cast(:by_month as boolean) then to_char(a.at at time zone b.timezone, 'YYYY-MM') else l.key end as key
    from activity a
    join branch b on b.id = a.branch
    left join listed l on l.kader = a.kader
    where a.branch = any (cast(:branches as integer[])) and a.channel = 'visit' and a.binaan is not null
      and a.at >= cast(:from as timestamp) at time zone b.timezone
      and a.at < (cast(:to as timestamp) + interval '1 day') at time zone b.timezone
      and (cast(:everyone as boolean) or l.kader is not null)
  )
  select grouping(key) = 1 as whole, key, count(distinct binaan)::integer as families
  from visit
  group by grouping sets ((), (key))`;

/**
 * Distinct families visited from the first to the last day (inclusive, in each branch's calendar). A family that two
 * kader visited counts once in the total and once for each. `everyone` includes visits by people who are not listed.
 */
export async function familiesVisited(
  knex: Knex,
  asked: {
    branches: readonly Id[];
    from: DateText;
    to: DateText;
    kader: readonly { id: Id; key: string }[];
    byMonth: boolean;
    everyone: boolean;
  },
): Promise<Visited> {
  const { rows } = await knex.raw<{ rows: { whole: boolean; key: string | null; families: number }[] }>(question, {
    branches: [...asked.branches],
    from: asked.from,
    to: asked.to,
    kader: asked.kader.map(({ id }) => id),
    keys: asked.kader.map(({ key }) => key),
    by_month: asked.byMonth,
    everyone: asked.everyone,
  });
  return {
    total: rows.find((row) => row.whole)?.families ?? 0,
    byKey: new Map(rows.filter((row) => !row.whole).map((row) => [row.key, row.families])),
  };
}
