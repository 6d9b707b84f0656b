import type { Knex } from 'knex';
import type { MonevSpan } from '../../contract/monev.ts';
import type { TrendAnswer, TrendMonth } from '../../contract/monev-money.ts';
import { addMonths, type Period, periodsBetween } from '../../core/period.ts';
import { attainment } from '../../core/targets.ts';
import { type AskedSpan, chooseSpan } from './choose-span.ts';
import { type CollectedTotal, collectedTotals } from './collected-totals.ts';
import { dueOver } from './due.ts';
import { kaderOfScope, type MonevScope } from './scope.ts';

/** As many months are shown where nobody asks for others. */
const usualMonths = 12;
const aYear = 12;

/** What was collected month by month, against the target and against the same month a year earlier. */
export async function trendAnswer(knex: Knex, scope: MonevScope, asked: AskedSpan, now: Date): Promise<TrendAnswer> {
  const chosen = await chooseSpan(knex, scope, 'collection', { ...asked, months: asked.months ?? usualMonths }, now);
  const { subject } = scope;
  if (chosen === null) return { subject, ...nothing };
  const branches = scope.branches.map(({ id }) => id);
  const [totals, due] = await Promise.all([
    collectedTotals(knex, {
      branches,
      kader: kaderOfScope(scope),
      from: addMonths(chosen.from as Period, -aYear),
      to: chosen.to,
      now,
    }),
    dueOver(knex, scope, 'collection', chosen),
  ]);
  const byMonth = Map.groupBy(totals, ({ month }) => month);
  const every = monthsOf(chosen).map((month): TrendMonth => {
    const [here, earlier] = [byMonth.get(month), byMonth.get(addMonths(month, -aYear))];
    const [realised, target] = [sumOf(here), due.ofMonth(month)];
    return {
      month,
      realised,
      target,
      attainment: realised === null ? null : attainment(realised, target),
      before: sumOf(earlier),
      closed: here?.every(({ closed }) => closed) ?? false,
    };
  });
  const months = asked.from === null ? fromTheFirst(every) : every;
  const span = { ...chosen, from: months[0]?.month ?? chosen.from };
  const realised = sum(months.map((month) => month.realised));
  return {
    subject,
    span,
    gap: months.some((month) => month.realised !== null && month.realised !== 0) ? null : 'no-data',
    total: {
      realised,
      target: due.whole,
      attainment: realised === null ? null : attainment(realised, due.whole),
    },
    months,
    year: yearOf(months),
  };
}

const nothing = {
  span: null,
  gap: 'no-months',
  total: { realised: null, target: null, attainment: null },
  months: [],
  year: null,
} as const satisfies Partial<TrendAnswer>;

function monthsOf({ from, to }: MonevSpan): Period[] {
  return periodsBetween(from as Period, to as Period);
}

/** The months from the first in the books, or with a target: what lies before is not part of the programme. */
function fromTheFirst(months: readonly TrendMonth[]): TrendMonth[] {
  const first = months.findIndex(({ realised, target }) => realised !== null || target !== null);
  return months.slice(Math.max(0, first));
}

/** Null: no branch had the month in its books. */
function sumOf(totals: readonly CollectedTotal[] | undefined): number | null {
  return totals === undefined ? null : totals.reduce((whole, { collected }) => whole + collected, 0);
}

function sum(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((whole, value) => whole + value, 0);
}

/** An open month still grows: only closed ones are compared. */
function yearOf(months: readonly TrendMonth[]): TrendAnswer['year'] {
  const pairs = months.flatMap(({ closed, realised, before }) =>
    closed && realised !== null && before !== null ? [{ realised, before }] : [],
  );
  if (pairs.length === 0) return null;
  return {
    months: pairs.length,
    realised: pairs.reduce((whole, { realised }) => whole + realised, 0),
    before: pairs.reduce((whole, { before }) => whole + before, 0),
  };
}
