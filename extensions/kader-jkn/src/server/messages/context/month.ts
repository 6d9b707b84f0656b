import type { Id } from '../../../contract/records.ts';
import type { ContextReader } from './context-reader.ts';

interface Row {
  branch: Id;
  month: Record<string, unknown>;
}

// a closed month is what its close fixed; of an open one what it comes to so far, and nothing that only a close can say
const question = `
  with so_far as (
    select coalesce(sum(c.amount), 0)::bigint as collected, coalesce(sum(c.commission), 0)::bigint as commission,
      count(*)::integer as payments, count(distinct c.binaan)::integer as families
    from period p join collection c on c.branch = p.branch and c.month = p.month
    where p.id = :item and p.status = 'open' and c.status in ('recorded', 'verified')
  )
  select p.branch,
    jsonb_build_object('month', p.month,
      'ended_on', ((p.month || '-01')::date + interval '1 month' - interval '1 day')::date,
      'open', p.status = 'open', 'closed_on', (p.closed_at at time zone b.timezone)::date,
      'collected', case when p.status = 'open' then s.collected else p.collected end,
      'payments', case when p.status = 'open' then s.payments else p.collections_count end,
      'families', case when p.status = 'open' then s.families else p.families_count end,
      'commission', case when p.status = 'open' then s.commission else p.commission_total end,
      'unverified', (select count(*)::integer from collection c
        where c.branch = p.branch and c.month = p.month and c.status = 'recorded'),
      'kader', case when p.status = 'open'
        then (select count(*)::integer from kader k where k.branch = p.branch and k.status in ('active', 'on_leave'))
        else p.kader_count end,
      'zero', case when p.status <> 'open' then p.zero_count end,
      'reviews', case when p.status <> 'open' then p.reviews_opened end,
      'warnings', case when p.status <> 'open' then p.warnings_given end) as month
  from period p
  join branch b on b.id = p.branch
  cross join so_far s
  where p.id = :item`;

/** A month of the books of a branch, open or closed. */
export const readMonth: ContextReader = async ({ knex, item }) => {
  const { rows } = await knex.raw<{ rows: Row[] }>(question, { item });
  const [row] = rows;
  return row === undefined ? null : { branch: row.branch, groups: { month: row.month } };
};
