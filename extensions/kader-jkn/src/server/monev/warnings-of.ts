import type { Knex } from 'knex';
import type { Id, MonthText } from '../../contract/records.ts';

/** A warning of the zero-month rule, and the last month of the streak it spoke of. */
export interface Warning {
  id: Id;
  month: MonthText;
}

const question = `
  select distinct on (e.kader) e.id, e.kader, e.month
  from kader_event e
  join kader k on k.id = e.kader
  where k.branch = any (cast(:branches as integer[])) and e.kind = 'warned' and e.month <= :through
  order by e.kader, e.month desc, e.id desc`;

/** The newest warning that the zero-month rule gave each kader, up to a month. */
export async function warningsOf(
  knex: Knex,
  asked: { branches: readonly Id[]; through: MonthText },
): Promise<Map<Id, Warning>> {
  const { rows } = await knex.raw<{ rows: (Warning & { kader: Id })[] }>(question, {
    branches: [...asked.branches],
    through: asked.through,
  });
  return new Map(rows.map(({ id, kader, month }) => [kader, { id, month }]));
}
