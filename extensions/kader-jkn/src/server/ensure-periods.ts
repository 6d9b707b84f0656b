import type { Knex } from 'knex';

const question = `
  with newest as (
    select b.id as branch, max(p.month) as month,
      least(to_char(cast(:now as timestamptz) at time zone b.timezone, 'YYYY-MM'), b.last_month) as present
    from branch b
    join period p on p.branch = b.id
    where b.status = 'active'
    group by b.id
  )
  insert into period (branch, month, status, date_created)
  select n.branch, to_char(m.first_day, 'YYYY-MM'), 'open', now()
  from newest n
  cross join lateral generate_series(
    to_date(kader_next_month(n.month), 'YYYY-MM'), to_date(n.present, 'YYYY-MM'), interval '1 month'
  ) as m (first_day)
  order by n.branch, m.first_day
  on conflict (branch, month) do nothing`;

/** Gives every active branch a row of `period` for each month up to the present one of its time zone, or its last; returns how many were made. */
export async function ensurePeriods(database: Knex, now: Date): Promise<number> {
  const { rowCount } = await database.raw<{ rowCount: number }>(question, { now });
  return rowCount;
}
