import type { Knex } from 'knex';
import type { ReportFigures, ReportNames } from '../../contract/monev-report.ts';
import type { Id, MonthText } from '../../contract/records.ts';
import { scopeOfBranch } from './branch-scope.ts';
import { reportField } from './report/field.ts';
import { reportKader } from './report/kader.ts';
import { reportMeasures } from './report/measures.ts';
import { reportMonths } from './report/months.ts';

export interface ReportAsked {
  branch: Id;
  month: MonthText;
}

/**
 * The figures of a closed month as its report tells them, and what things are called: by the same functions as the panels, from
 * statements, month totals and what was kept at the close, so that later money, lists and names change none of them. The
 * caller's rights are checked before.
 */
export async function reportFigures(
  knex: Knex,
  asked: ReportAsked,
): Promise<{ figures: ReportFigures; names: ReportNames }> {
  const { branch, month } = asked;
  const scope = await scopeOfBranch(knex, branch);
  const [months, measures, kader, field] = await Promise.all([
    reportMonths(knex, asked),
    reportMeasures(knex, scope, month),
    reportKader(knex, scope, asked),
    reportField(knex, scope, month),
  ]);
  const figures: ReportFigures = { form: 1, branch, month, ...months, ...measures, ...kader, ...field };
  return { figures, names: await namesIn(knex, figures) };
}

/** What the kader and areas of the figures are called at this moment. */
async function namesIn(knex: Knex, { places, kader, streaks, grouping, branch }: ReportFigures): Promise<ReportNames> {
  const placed = places.flatMap(({ area }) => area ?? []);
  const inAreas = [...(grouping === 'kader' ? [] : placed), ...kader.flatMap(({ area }) => area ?? [])];
  const people = [...[...kader, ...streaks].map((one) => one.kader), ...(grouping === 'kader' ? placed : [])];
  const [named, areas]: [{ id: Id; name: string; code: string }[], { id: Id; name: string }[]] = await Promise.all([
    knex('kader').where({ branch }).whereIn('id', people).select('id', 'name', 'code'),
    knex('area').whereIn('id', inAreas).select('id', 'name'),
  ]);
  return {
    kader: Object.fromEntries(named.map(({ id, name, code }) => [id, { name, code }])),
    areas: Object.fromEntries(areas.map(({ id, name }) => [id, name])),
  };
}
