import type { Knex } from 'knex';
import type { Id, MonthText, Target, TargetMeasure } from '../../contract/records.ts';

/** The columns of `target` that say what is due; value as a number. */
export type TargetRow = Pick<
  Target,
  'id' | 'branch' | 'area' | 'kader' | 'measure' | 'scope' | 'month_from' | 'month_to' | 'per' | 'adds_up' | 'value'
>;

const question = `
  select t.id, t.branch, t.area, t.kader, t.measure, t.scope, t.month_from, t.month_to, t.per, t.adds_up, t.value
  from target t
  where t.branch = any (cast(:branches as integer[]))
    and (cast(:measure as text) is null or t.measure = :measure)
    and (cast(:from as text) is null or t.month_to >= :from)
    and (cast(:to as text) is null or t.month_from <= :to)
  order by t.month_to desc, t.month_from desc, t.id`;

/** The targets of these branches, newest first: of one measure, and touching these months, where asked. */
export async function targetsOf(
  knex: Knex,
  asked: { branches: readonly Id[]; measure: TargetMeasure | null; from: MonthText | null; to: MonthText | null },
): Promise<TargetRow[]> {
  const { rows } = await knex.raw<{ rows: (Omit<TargetRow, 'value'> & { value: string | number })[] }>(question, {
    branches: [...asked.branches],
    measure: asked.measure,
    from: asked.from,
    to: asked.to,
  });
  return rows.map((row) => ({ ...row, value: Number(row.value) }));
}
