import type { Knex } from 'knex';
import type { DateText, Id } from '../../contract/records.ts';

const question = `
  select distinct e.kader
  from kader_event e
  join kader k on k.id = e.kader
  where k.branch = any (cast(:branches as integer[])) and e.kind = 'leave' and e.on_date <= cast(:to as date)
    and (e.to_date is null or e.to_date >= cast(:from as date))`;

/** Kader of these branches who were on leave on some of these days (both included). */
export async function leavesIn(
  knex: Knex,
  asked: { branches: readonly Id[]; from: DateText; to: DateText },
): Promise<Set<Id>> {
  const { rows } = await knex.raw<{ rows: { kader: Id }[] }>(question, {
    branches: [...asked.branches],
    from: asked.from,
    to: asked.to,
  });
  return new Set(rows.map(({ kader }) => kader));
}
