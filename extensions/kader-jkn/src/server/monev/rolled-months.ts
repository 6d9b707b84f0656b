import type { Knex } from 'knex';
import type { Id, MonthText } from '../../contract/records.ts';

export interface BranchMonths {
  branches: readonly Id[];
  from: MonthText;
  to: MonthText;
}

/** Months of branches whose figures are kept, and those that have to be counted: open, or closed a moment ago. */
export interface RolledMonths {
  kept: { branch: Id; month: MonthText }[];
  live: { branch: Id; month: MonthText }[];
}

// Contacts may be older than the books; nothing is newer than this month. Only the newest months have no row of the books yet.
const question = `
  with branch_span as (
    select b.id as branch,
      greatest(cast(:from as text), least(b.first_month, to_char(first_contact.at at time zone b.timezone, 'YYYY-MM'))) as starts,
      least(cast(:to as text), to_char(now() at time zone b.timezone, 'YYYY-MM')) as ends
    from branch b
    left join lateral (
      select a.at from activity a where a.branch = b.id order by a.at limit 1
    ) first_contact on true
    where b.id = any (cast(:branches as integer[]))
  )
  select s.branch, m.month, coalesce(p.status <> 'open' and p.rolled_up_at is not null, false) as kept
  from branch_span s
  cross join lateral (
    select to_char(g, 'YYYY-MM') as month
    from generate_series((s.starts || '-01')::date::timestamp, (s.ends || '-01')::date::timestamp, interval '1 month') g
  ) m
  left join period p on p.branch = s.branch and p.month = m.month
  order by s.branch, m.month`;

/** Which months of a span are kept. */
export async function rolledMonths(knex: Knex, { branches, from, to }: BranchMonths): Promise<RolledMonths> {
  const { rows } = await knex.raw<{ rows: { branch: Id; month: MonthText; kept: boolean }[] }>(question, {
    branches: [...branches],
    from,
    to,
  });
  const of = (wanted: boolean) =>
    rows.filter(({ kept }) => kept === wanted).map(({ branch, month }) => ({ branch, month }));
  return { kept: of(true), live: of(false) };
}
