import type { Knex } from 'knex';
import type { Id } from '../../contract/records.ts';
import { inChunks } from './chunks.ts';
import { type Difference, differences } from './difference.ts';

// A month whose figures are kept has its arrears once for the whole branch.
const wholesQuestion = `
  select p.id, count(s.id)::integer as month_ends
  from period p
  left join arrears_snapshot s on s.branch = p.branch and s.kind = 'month_end' and s.area is null
    and s.band_from is null and s.band_to is null
    and s.as_of = (cast(p.month || '-01' as date) + interval '1 month - 1 day')::date
  where p.id > :after and p.status <> 'open' and p.rolled_up_at is not null
  group by p.id
  order by p.id
  limit :limit`;

const totalsQuestion = `
  select s.id, s.families, s.amount, coalesce(bands.families, 0)::integer as families_of_bands,
    coalesce(bands.amount, 0) as amount_of_bands
  from arrears_snapshot s
  cross join lateral (
    select sum(b.families) as families, sum(b.amount) as amount
    from arrears_snapshot b
    where b.branch = s.branch and b.as_of = s.as_of and b.kind = 'month_end' and b.area is not distinct from s.area
      and b.band_from is not null) bands
  where s.id > :after and s.kind = 'month_end' and s.band_from is null
  order by s.id
  limit :limit`;

interface Whole {
  id: Id;
  month_ends: number;
}

interface Total {
  id: Id;
  families: number;
  amount: string;
  families_of_bands: number;
  amount_of_bands: string;
}

/** Arrears at the end of every month that is kept: there once, and each place the sum of its bands. */
export async function* auditArrears(knex: Knex): AsyncGenerator<Difference> {
  for await (const rows of inChunks<Whole>(knex, wholesQuestion)) {
    for (const { id, month_ends } of rows) yield* differences('period', id, { month_ends }, { month_ends: 1 });
  }
  for await (const rows of inChunks<Total>(knex, totalsQuestion)) for (const row of rows) yield* auditTotal(row);
}

function auditTotal({ id, families, amount, families_of_bands, amount_of_bands }: Total): Difference[] {
  const stored = { families, amount: Number(amount) };
  return differences('arrears_snapshot', id, stored, { families: families_of_bands, amount: Number(amount_of_bands) });
}
