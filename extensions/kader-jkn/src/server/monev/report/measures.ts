import type { Knex } from 'knex';
import type { AttainmentAnswer, MonevGrouping } from '../../../contract/monev.ts';
import type {
  ReportFigures,
  ReportMeasure,
  ReportPlace,
  ReportTrendMonth,
  ReportYear,
} from '../../../contract/monev-report.ts';
import type { Id, MonthText, TargetMeasure } from '../../../contract/records.ts';
import { addMonths, lastDay, later, type Period } from '../../../core/period.ts';
import { afterMonth } from '../after-month.ts';
import { attainmentAnswer } from '../attainment.ts';
import { isPartnerOn } from '../realise.ts';
import type { MonevScope } from '../scope.ts';
import { targetsOf } from '../targets-of.ts';
import { trendAnswer } from '../trend.ts';

const trendMonths = 12;
/** In the order in which a report tells them. */
const measures: readonly TargetMeasure[] = [
  'collection',
  'arrears_share',
  'families_visited',
  'contacts_per_day',
  'enrolments',
  'kader',
];

type Told = Pick<ReportFigures, 'measures' | 'average' | 'above' | 'year' | 'trend' | 'grouping' | 'places'>;

/** What was realised against what was due: in the month, the year so far, month by month, and by place. */
export async function reportMeasures(knex: Knex, scope: MonevScope, month: MonthText): Promise<Told> {
  const [money, trend] = await Promise.all([
    measured(knex, scope, 'collection', { from: month, to: month }),
    trendOf(knex, scope, month),
  ]);
  return {
    measures: await measuresOf(knex, scope, month, money),
    average: money.average,
    above: money.above,
    year: await yearOf(knex, scope, month),
    trend,
    ...(await placesIn(knex, scope, money, month)),
  };
}

/** By regency, or by kecamatan where all of them lie in one. */
async function placesIn(
  knex: Knex,
  scope: MonevScope,
  money: AttainmentAnswer,
  month: MonthText,
): Promise<Pick<ReportFigures, 'grouping' | 'places'>> {
  const isOne = money.grouping === 'regency' && money.rows.filter(({ id }) => id !== null).length < 2;
  const answer = isOne ? await measured(knex, scope, 'collection', { from: month, to: month }, 'district') : money;
  return { grouping: answer.grouping, places: placesOf(scope, answer, month) };
}

async function measured(
  knex: Knex,
  scope: MonevScope,
  measure: TargetMeasure,
  span: { from: MonthText; to: MonthText },
  by: MonevGrouping | null = null,
): Promise<AttainmentAnswer> {
  return await attainmentAnswer(knex, scope, { measure, by, ...span, months: null }, afterMonth(span.to));
}

/** Every measure that has a target in the month; money always. */
async function measuresOf(
  knex: Knex,
  scope: MonevScope,
  month: MonthText,
  money: AttainmentAnswer,
): Promise<ReportMeasure[]> {
  const span = { from: month, to: month };
  const targets = await targetsOf(knex, { branches: scope.branches.map(({ id }) => id), measure: null, ...span });
  const targeted = new Set(targets.map(({ measure }) => measure));
  const told: ReportMeasure[] = [];
  for (const measure of measures) {
    if (measure !== 'collection' && !targeted.has(measure)) continue;
    const { total, unit, gap } = measure === 'collection' ? money : await measured(knex, scope, measure, span);
    const isKnown = measure === 'collection' || gap === null;
    told.push({ measure, unit, ...total, ...(!isKnown && { realised: null, attainment: null }) });
  }
  return told;
}

async function yearOf(knex: Knex, scope: MonevScope, month: MonthText): Promise<ReportYear> {
  const books = await knex('branch')
    .whereIn(
      'id',
      scope.branches.map(({ id }) => id),
    )
    .first<{ first_month: Period }>('first_month');
  const from = later(`${month.slice(0, 4)}-01` as Period, books.first_month);
  const { total, average, above } = await measured(knex, scope, 'collection', { from, to: month });
  return { from, ...total, realised: total.realised ?? 0, average, above };
}

async function trendOf(knex: Knex, scope: MonevScope, month: MonthText): Promise<ReportTrendMonth[]> {
  const from = addMonths(month as Period, 1 - trendMonths);
  const { months } = await trendAnswer(knex, scope, { from, to: month, months: null }, afterMonth(month));
  const told = months.map(({ month: one, realised, target, before }) => ({
    month: one,
    collected: realised,
    target,
    year_before: before,
  }));
  // what lies before the programme is no part of it
  const first = told.findIndex(({ collected, target, year_before }) => (collected ?? target ?? year_before) !== null);
  return told.slice(Math.max(0, first));
}

function placesOf({ roster }: MonevScope, { rows, grouping }: AttainmentAnswer, month: MonthText): ReportPlace[] {
  const partners = roster.filter((kader) => isPartnerOn(kader, lastDay(month as Period)));
  const inPlace = (area: Id | null) =>
    partners.filter(({ id, district, regency }) =>
      grouping === 'kader' ? id === area : area !== null && [district, regency].includes(area),
    ).length;
  return rows.map(({ id, realised, target, attainment: ratio }) => ({
    area: id,
    kader: inPlace(id),
    realised: realised ?? 0,
    target,
    attainment: ratio,
  }));
}
