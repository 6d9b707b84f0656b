import type { Knex } from 'knex';
import type { FieldGrouping, PromiseFigures, PromisesAnswer, PromisesRow } from '../../contract/monev-field.ts';
import type { Id } from '../../contract/records.ts';
import { type AskedSpan, chooseSpan } from './choose-span.ts';
import { fieldMonths, groupingFor } from './field-months.ts';
import { type MonthFigures, monthFigures } from './month-figures.ts';
import type { MonevScope } from './scope.ts';

export interface PromisesQuery extends AskedSpan {
  by: FieldGrouping | null;
  /** a screen that others see: nobody is named */
  shared: boolean;
}

/** As many months are shown where nobody asks for others. */
const usualMonths = 6;

/**
 * Promises to pay whose day lies in a span: kept, not kept, waiting; by month or branch, and by kader for those who coach
 * them. Closed months as they were judged when their figures were kept.
 */
export async function promisesAnswer(
  knex: Knex,
  scope: MonevScope,
  asked: PromisesQuery,
  now: Date,
): Promise<PromisesAnswer> {
  const { subject } = scope;
  const timezone = scope.branches[0]?.timezone ?? 'Asia/Jakarta';
  const mayName = !asked.shared && scope.self === null;
  const grouping = groupingFor(scope, asked.by === 'kader' && !mayName ? null : asked.by);
  const chosen = await chooseSpan(
    knex,
    scope,
    'families_visited',
    { ...asked, months: asked.months ?? usualMonths },
    now,
  );
  const frame = { subject, timezone, grouping };
  if (chosen === null) return { ...frame, span: null, gap: 'no-months', total: figuresOf([]), rows: [] };

  const { span, months, running } = await fieldMonths(knex, scope, { ...chosen, asked: asked.from });
  const branches = scope.branches.map(({ id }) => id);
  const listed = new Set(scope.roster.map(({ id }) => id));
  const all = await monthFigures(knex, { branches, from: span.from, to: span.to });
  const figures = all.filter(
    ({ kader, promises_due: due }) => due > 0 && (scope.whole || (kader !== null && listed.has(kader))),
  );
  const row = { kind: grouping, id: null, name: null, month: null, running: span.running };
  const rows: PromisesRow[] =
    grouping === 'month'
      ? months.map((month) => ({
          ...row,
          ...figuresOf(figures.filter((figure) => figure.month === month)),
          month,
          running: running.has(month),
        }))
      : rowsOf(scope, figures, grouping).map((one) => ({ ...row, ...one }));
  return { ...frame, span, gap: figures.length > 0 ? null : 'no-data', total: figuresOf(figures), rows };
}

/** Branches or kader with promises, most of them first; last what was promised to officers. */
function rowsOf(
  { branches, roster }: MonevScope,
  figures: readonly MonthFigures[],
  grouping: 'branch' | 'kader',
): ({ id: Id | null; name: string | null } & PromiseFigures)[] {
  const found = Map.groupBy(figures, (figure) => figure[grouping]);
  const named: { id: Id | null; name: string | null }[] = grouping === 'branch' ? branches : roster;
  const dueOf = (id: Id | null) => (found.get(id) ?? []).reduce((sum, { promises_due: due }) => sum + due, 0);
  return [...named.toSorted((one, other) => dueOf(other.id) - dueOf(one.id)), { id: null, name: null }].flatMap(
    ({ id, name }) => {
      const own = found.get(id);
      return own === undefined ? [] : [{ id, name, ...figuresOf(own) }];
    },
  );
}

function figuresOf(figures: readonly MonthFigures[]): PromiseFigures {
  const [kept, broken, open] = [
    figures.reduce((sum, { promises_kept: count }) => sum + count, 0),
    figures.reduce((sum, { promises_broken: count }) => sum + count, 0),
    figures.reduce((sum, { promises_open: count }) => sum + count, 0),
  ];
  return { kept, broken, open, rate: kept + broken === 0 ? null : kept / (kept + broken) };
}
