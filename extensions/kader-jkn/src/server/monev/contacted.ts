import type { Knex } from 'knex';
import type { DateText, Id } from '../../contract/records.ts';

/** How many different families one kader contacted on one day of the branch's calendar. */
export interface ContactDay {
  kader: Id;
  day: DateText;
  families: number;
}

const question = `
  select a.kader, to_char(a.at at time zone b.timezone, 'YYYY-MM-DD') as day, count(distinct a.binaan)::integer as families
  from activity a
  join branch b on b.id = a.branch
  where a.branch = any (cast(:branches as integer[])) and a.kader is not null and a.binaan is not null
    and a.at >= cast(:from as timestamp) at time zone b.timezone
    and a.at < (cast(:to as timestamp) + interval '1 day') at time zone b.timezone
  group by a.kader, day`;

/** Distinct families contacted, by kader and day, from the first to the last day (design 5.10). */
export async function contactDays(
  knex: Knex,
  asked: { branches: readonly Id[]; from: DateText; to: DateText },
): Promise<ContactDay[]> {
  const { rows } = await knex.raw<{ rows: ContactDay[] }>(question, {
    branches: [...asked.branches],
    from: asked.from,
    to: asked.to,
  });
  return rows;
}
