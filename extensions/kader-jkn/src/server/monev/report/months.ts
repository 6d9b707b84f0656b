import type { Knex } from 'knex';
import type { ReportFigures, ReportMonth } from '../../../contract/monev-report.ts';
import type { Period as BooksPeriod, Id, MonthText } from '../../../contract/records.ts';
import { addMonths, type Period } from '../../../core/period.ts';

const question = `
  select p.month, p.collected, p.commission_total, p.collections_count, p.families_count, p.kader_count, p.zero_count,
    p.warnings_given, p.reviews_opened
  from period p
  where p.branch = :branch and p.month = any (cast(:months as text[])) and p.status <> 'open'`;

/** The totals of the month, of the one before and of the same month a year earlier, as their closes fixed them. */
export async function reportMonths(
  knex: Knex,
  { branch, month }: { branch: Id; month: MonthText },
): Promise<Pick<ReportFigures, 'now' | 'before' | 'year_before'>> {
  const [before, yearBefore] = [addMonths(month as Period, -1), addMonths(month as Period, -12)];
  const { rows } = await knex.raw<{ rows: BooksPeriod[] }>(question, { branch, months: [month, before, yearBefore] });
  const told = new Map(rows.map((row) => [row.month, totalsOf(row)]));
  const now = told.get(month);
  if (now === undefined) throw new RangeError(`Month ${month} of branch ${branch} is not closed`);
  return { now, before: told.get(before) ?? null, year_before: told.get(yearBefore) ?? null };
}

function totalsOf(row: BooksPeriod): ReportMonth {
  return {
    month: row.month,
    collected: Number(row.collected ?? 0),
    commission: Number(row.commission_total ?? 0),
    collections: row.collections_count ?? 0,
    families: row.families_count ?? 0,
    kader: row.kader_count ?? 0,
    zero: row.zero_count ?? 0,
    warnings: row.warnings_given ?? 0,
    reviews: row.reviews_opened ?? 0,
  };
}
