import type { Knex } from 'knex';
import type { MonevSpan } from '../../contract/monev.ts';
import type { FieldGrouping } from '../../contract/monev-field.ts';
import type { Id, MonthText } from '../../contract/records.ts';
import { rolledMonths } from './rolled-months.ts';
import type { MonevScope } from './scope.ts';

/** The months of a span since contacts are recorded. */
export interface FieldMonths {
  span: MonevSpan;
  months: MonthText[];
  /** those that are not closed in every branch */
  running: ReadonlySet<MonthText>;
  /** of branches whose programme has ended, the last month */
  ended: ReadonlyMap<Id, MonthText>;
}

const openQuestion = `
  select distinct m.month
  from unnest(cast(:months as text[])) as m (month)
  cross join unnest(cast(:branches as integer[])) as b (branch)
  left join period p on p.branch = b.branch and p.month = m.month
  where coalesce(p.status, 'open') = 'open'`;

const firstQuestion = `
  select min(to_char(first_contact.at at time zone b.timezone, 'YYYY-MM')) as month
  from branch b
  cross join lateral (
    select a.at from activity a where a.branch = b.id order by a.at limit 1
  ) first_contact
  where b.id = any (cast(:branches as integer[]))`;

/**
 * A span without the months to come and those after the end of a programme, nor those before the first contact unless
 * somebody asked for its first month. Several branches begin with the earliest of them, and end with the latest.
 */
export async function fieldMonths(
  knex: Knex,
  scope: MonevScope,
  { asked, ...span }: MonevSpan & { asked: MonthText | null },
): Promise<FieldMonths> {
  const branches = scope.branches.map(({ id }) => id);
  const { kept, live } = await rolledMonths(knex, { branches, from: span.from, to: span.to });
  const { rows: found } = await knex.raw<{ rows: [{ month: MonthText | null }] }>(firstQuestion, { branches });
  const first = asked ?? found[0].month ?? span.from;
  const ended: { id: Id; last_month: MonthText | null }[] = await knex('branch')
    .whereIn('id', branches)
    .select('id', 'last_month');
  const last = ended.every(({ last_month }) => last_month !== null)
    ? ended
        .map(({ last_month }) => last_month ?? '')
        .sort()
        .at(-1)
    : undefined;
  const months = [...new Set([...kept, ...live].map(({ month }) => month))]
    .filter((month) => month >= first && month <= (last ?? month))
    .sort();
  const { rows } = await knex.raw<{ rows: { month: MonthText }[] }>(openQuestion, { branches, months });
  const running = new Set(rows.map(({ month }) => month));
  const to = months.at(-1) ?? span.to;
  return {
    span: { ...span, from: asked ?? months[0] ?? span.from, to, running: running.has(to) },
    months,
    running,
    ended: new Map(ended.flatMap(({ id, last_month }) => (last_month === null ? [] : [[id, last_month]]))),
  };
}

/** By what the rows are told: as asked; else several branches side by side, and one by month. */
export function groupingFor({ branches, subject }: MonevScope, by: FieldGrouping | null): FieldGrouping {
  if (by !== null && !(subject.kader !== null && by === 'kader')) return by;
  return branches.length > 1 ? 'branch' : 'month';
}
