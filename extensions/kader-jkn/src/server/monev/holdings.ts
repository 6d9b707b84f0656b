import type { Knex } from 'knex';
import type { DateText, Id } from '../../contract/records.ts';

/** The families a kader holds on a day. */
export interface Holding {
  kader: Id;
  families: number;
  /** months those families owe on average by their newest figures */
  months_owed: number | null;
}

const question = `
  select a.kader, count(*)::integer as families, avg(b.owed_months)::float8 as months_owed
  from assignment a
  join binaan b on b.id = a.binaan
  where a.kader = any (cast(:kader as integer[]))
    and a.from_date <= cast(:on as date) and (a.to_date is null or a.to_date >= cast(:on as date))
  group by a.kader`;

/** How many families each of these kader held on a day, and what those families owe. */
export async function holdingsOn(knex: Knex, asked: { kader: readonly Id[]; on: DateText }): Promise<Map<Id, Holding>> {
  const { rows } = await knex.raw<{ rows: Holding[] }>(question, { kader: [...asked.kader], on: asked.on });
  return new Map(rows.map((row) => [row.kader, row]));
}
