import type { Knex } from 'knex';
import type { Difference } from './difference.ts';

/** Families that point at another without a decision that says so, or at another one than was decided, and the reverse. */
const question = `
  with decided as (
    select d.kept, case when d.kept = d.one then d.other else d.one end as merged
    from family_duplicate d where d.status = 'merged'
  )
  select coalesce(f.id, d.merged) as id, f.merged_into as stored, d.kept as expected
  from (select id, merged_into from binaan where merged_into is not null) f
  full join decided d on d.merged = f.id
  where f.merged_into is distinct from d.kept
  order by 1`;

/** A family was merged where a person decided so, and nowhere else. */
export async function* auditMerges(knex: Knex): AsyncGenerator<Difference> {
  const { rows } = await knex.raw<{ rows: { id: number; stored: number | null; expected: number | null }[] }>(question);
  for (const { id, stored, expected } of rows) {
    yield { collection: 'binaan', id, field: 'merged_into', stored, expected };
  }
}
