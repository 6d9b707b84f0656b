import type { Knex } from 'knex';
import type { DateText, Id, MonthText } from '../../contract/records.ts';
import type { MonevReport } from '../../contract/report-records.ts';
import { figuresHash } from '../reports/figures-hash.ts';
import { inChunks } from './chunks.ts';
import { type Difference, differences } from './difference.ts';

// A report is of the close that its month has now, or of one before the month was opened again.
const reportsQuestion = `
  select r.id, r.figures_hash, r.branch, r.month, r.period, p.id as books, r.made_at < r.closed_at as before_close,
    p.status <> 'open' and r.closed_at = p.closed_at as of_this_close,
    p.reopened_at is not null and r.closed_at <= p.reopened_at as of_a_close_before, p.collected::text as collected
  from monev_report r
  left join period p on p.branch = r.branch and p.month = r.month
  where r.id > :after
  order by r.id
  limit :limit`;

const awardsQuestion = `
  select a.id, a.kader, a.branch, a.month, to_char(a.awarded_on, 'YYYY-MM-DD') as awarded_on, a.event,
    k.branch as kader_branch, e.kader as event_kader, e.kind as event_kind, p.status as month_status,
    to_char(e.on_date, 'YYYY-MM-DD') as event_on,
    (a.facts ->> 'to') as facts_to, (a.facts ->> 'collected')::bigint::text as facts_collected,
    (select coalesce(sum(s.collected), 0)::text from commission s
      where s.kader = a.kader and s.month between a.facts ->> 'from' and a.facts ->> 'to') as collected,
    exists (select from period q where q.branch = a.branch and q.reopened_at > a.date_created) as opened_since
  from award a
  left join kader k on k.id = a.kader
  left join kader_event e on e.id = a.event
  left join period p on p.branch = a.branch and p.month = a.month
  where a.id > :after
  order by a.id
  limit :limit`;

interface ReportRow {
  id: Id;
  figures_hash: string;
  branch: Id;
  month: MonthText;
  period: Id;
  books: Id | null;
  before_close: boolean;
  of_this_close: boolean | null;
  of_a_close_before: boolean | null;
  collected: string | null;
}

interface AwardRow {
  id: Id;
  kader: Id;
  branch: Id;
  month: MonthText;
  awarded_on: DateText;
  event: Id | null;
  kader_branch: Id | null;
  event_kader: Id | null;
  event_kind: string | null;
  event_on: DateText | null;
  month_status: string | null;
  facts_to: MonthText | null;
  facts_collected: string | null;
  collected: string;
  /** a month was opened again after it was given: its figures may have moved */
  opened_since: boolean;
}

/** Every report bears the fingerprint of its figures and tells the books of its close; every award stands on a closed month. */
export async function* auditReports(knex: Knex): AsyncGenerator<Difference> {
  for await (const rows of inChunks<ReportRow>(knex, reportsQuestion)) {
    for (const row of rows) yield* await auditReport(knex, row);
  }
  for await (const rows of inChunks<AwardRow>(knex, awardsQuestion)) for (const row of rows) yield* auditAward(row);
}

async function auditReport(knex: Knex, row: ReportRow): Promise<Difference[]> {
  const { id, figures_hash, branch, month, period } = row;
  const kept: Pick<MonevReport, 'figures'> = await knex('monev_report').where({ id }).first('figures');
  const { figures } = kept;
  const closed = row.of_this_close || row.of_a_close_before;
  return [
    ...differences(
      'monev_report',
      id,
      { figures_hash, branch, month, period, closed_at: closed ?? false, made_at: !row.before_close },
      {
        figures_hash: figuresHash(figures),
        branch: figures.branch,
        month: figures.month,
        period: row.books,
        closed_at: true,
        made_at: true,
      },
    ),
    ...(row.of_this_close
      ? differences('monev_report', id, { figures: figures.now.collected }, { figures: Number(row.collected) })
      : []),
  ];
}

function auditAward(row: AwardRow): Difference[] {
  const { id, kader, branch, month, awarded_on, event } = row;
  const closed = row.month_status !== null && row.month_status !== 'open';
  return [
    ...differences('award', id, { branch }, { branch: row.kader_branch ?? branch }),
    ...differences('award', id, { month }, { month: row.facts_to ?? month }),
    ...(closed || row.opened_since ? [] : differences('award', id, { month: 'open' }, { month: 'closed' })),
    ...(event === null
      ? []
      : differences(
          'award',
          id,
          { kader: row.event_kader, event: row.event_kind, awarded_on },
          { kader, event: 'award', awarded_on: row.event_on },
        )),
    ...(row.opened_since ? [] : differences('award', id, { facts: row.facts_collected }, { facts: row.collected })),
  ];
}
