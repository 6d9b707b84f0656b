import type { Knex } from 'knex';
import type { Id, MonthText } from '../../contract/records.ts';

const question = `
  select month
  from period
  where branch = any (cast(:branches as integer[])) and status <> 'open' and (cast(:through as text) is null or month <= :through)
  group by month
  order by month desc
  limit :count`;

/** The last so many months that any of these branches has closed, up to a month where one is asked; oldest first. */
export async function closedMonths(
  knex: Knex,
  asked: { branches: readonly Id[]; through: MonthText | null; count: number },
): Promise<MonthText[]> {
  const { rows } = await knex.raw<{ rows: { month: MonthText }[] }>(question, {
    branches: [...asked.branches],
    through: asked.through,
    count: asked.count,
  });
  return rows.map(({ month }) => month).reverse();
}
