import type { Knex } from 'knex';
import type { Id, MonthText } from '../../contract/records.ts';
import { firstDay, type Period } from '../../core/period.ts';

/** Distinct families by how far they came. */
export interface FamiliesReached {
  contacted: number;
  promised: number;
  paid: number;
}

const question = `
  with contact as (
    select a.binaan, bool_or(a.outcome = 'promised') as promised
    from activity a
    join branch b on b.id = a.branch
    where a.kader = any (cast(:kader as integer[])) and a.branch = any (cast(:branches as integer[]))
      and a.binaan is not null and a.at >= cast(:first as timestamp) at time zone b.timezone
      and a.at < (cast(:last as timestamp) + interval '1 month') at time zone b.timezone
    group by a.binaan
  ), payer as (
    select distinct c.binaan
    from collection c
    where c.kader = any (cast(:kader as integer[])) and c.branch = any (cast(:branches as integer[]))
      and c.month between :from and :to and c.status in ('recorded', 'verified') and c.amount > 0
      and c.binaan is not null
  )
  select (select count(*)::integer from contact) as contacted,
    (select count(*)::integer from contact where promised) as promised,
    (select count(*)::integer from payer) as paid`;

/**
 * Distinct families that these kader reached over a span. Of a whole branch, an area and one kader this is kept by month
 * (`reached.ts`); here any other choice of kader is counted, over the whole span at once.
 */
export async function familiesReached(
  knex: Knex,
  asked: { branches: readonly Id[]; kader: readonly Id[]; from: MonthText; to: MonthText },
): Promise<FamiliesReached> {
  const { rows } = await knex.raw<{ rows: [FamiliesReached] }>(question, {
    branches: [...asked.branches],
    kader: [...asked.kader],
    from: asked.from,
    to: asked.to,
    first: firstDay(asked.from as Period),
    last: firstDay(asked.to as Period),
  });
  return rows[0];
}
