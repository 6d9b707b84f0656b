import type { Knex } from 'knex';
import type { Period } from '../../contract/records.ts';
import { inChunks } from './chunks.ts';
import { type Difference, differences } from './difference.ts';

type Row = Pick<Period, 'id' | 'month' | 'status' | 'payment_reference' | 'paid_on'> &
  Pick<Period, 'reviews_opened' | 'warnings_given'> & {
    /** the month that stands here when none is missing; null: the first month of the books moved */
    expected_month: string;
    /** a later month of the branch is closed */
    passed: boolean;
    /** what its last close gave and opened; null: it is open, or its close is not told */
    warnings: number | null;
    reviews: number | null;
  };

// Whatever a close wrote bears the moment of its transaction. A review whose close was undone keeps its own; the next close
// that finds the streak opens it anew on its own day.
const question = `
  with close as (
    select p.id, p.branch, p.month, (p.closed_at at time zone b.timezone)::date as on_date, max(s.date_created) as at
    from period p
    join branch b on b.id = p.branch
    join state_change s on s.period = p.id and s.to_status = 'closed'
    where p.status <> 'open' and p.id > :after
    group by p.id, b.timezone
  ), warning as (
    select e.date_created as at, count(*)::integer as count
    from kader_event e where e.kind = 'warned' and e.origin = 'close'
    group by e.date_created
  ), review as (
    select c.id, count(*)::integer as count
    from close c
    join partnership_review r on r.branch = c.branch and r.reason = 'zero_streak' and not r.undone and (
      r.date_created = c.at or (r.date_created < c.at and r.streak_to = c.month and r.opened_on = c.on_date))
    group by c.id
  )
  select p.id, p.month, p.status, p.payment_reference, p.paid_on::text as paid_on, p.reviews_opened, p.warnings_given,
    coalesce(
      (select kader_next_month(max(o.month)) from period o where o.branch = p.branch and o.month < p.month),
      b.first_month) as expected_month,
    exists (
      select from period o where o.branch = p.branch and o.month > p.month and o.status <> 'open') as passed,
    case when c.id is not null then coalesce(w.count, 0) end as warnings,
    case when c.id is not null then coalesce(r.count, 0) end as reviews
  from period p
  join branch b on b.id = p.branch
  left join close c on c.id = p.id
  left join warning w on w.at = c.at
  left join review r on r.id = c.id
  where p.id > :after
  order by p.id
  limit :limit`;

/** The months of every branch follow each other, closed from the first on, with what each step needs and each close gave. */
export async function* auditMonths(knex: Knex): AsyncGenerator<Difference> {
  for await (const rows of inChunks<Row>(knex, question)) for (const row of rows) yield* auditMonth(row);
}

function auditMonth(row: Row): Difference[] {
  const { id, status, passed, warnings, reviews } = row;
  const found = differences('period', id, row, { month: row.expected_month });
  if (status === 'open' && passed) {
    found.push({ collection: 'period', id, field: 'status', stored: status, expected: 'closed' });
  }
  if (warnings !== null) found.push(...differences('period', id, row, { warnings_given: warnings }));
  if (reviews !== null) found.push(...differences('period', id, row, { reviews_opened: reviews }));
  for (const field of ['payment_reference', 'paid_on'] as const) {
    const isTold = row[field] !== null;
    if (isTold !== (status === 'paid')) {
      found.push({ collection: 'period', id, field, stored: row[field], expected: null });
    }
  }
  return found;
}
