import type { Knex } from 'knex';
import type { MonevSpan } from '../../contract/monev.ts';
import type { Id, MonthText, TargetMeasure } from '../../contract/records.ts';
import { addMonths, type Period, periodOf } from '../../core/period.ts';
import { newestMonth, sourceOf } from './newest-month.ts';
import { kaderOfScope, type MonevScope } from './scope.ts';
import { targetsOf } from './targets-of.ts';

export interface AskedSpan {
  from: MonthText | null;
  to: MonthText | null;
  /** so many months up to `to`, or up to the newest with data */
  months: number | null;
}

/**
 * The months of an answer: those asked for; otherwise the newest month with data. A target that is due once over a span,
 * or is a level, is shown over its own span, because a part of it says little; a level not beyond the present month.
 * Null: there is nothing to show yet.
 */
export async function chooseSpan(
  knex: Knex,
  scope: MonevScope,
  measure: TargetMeasure,
  asked: AskedSpan,
  now: Date,
): Promise<MonevSpan | null> {
  const branches = scope.branches.map(({ id }) => id);
  const chosen =
    asked.from !== null && asked.to !== null
      ? { from: asked.from, to: asked.to, chosen: 'asked' as const }
      : await unasked(knex, scope, measure, asked, now);
  return chosen && { ...chosen, running: await isRunning(knex, branches, chosen.to) };
}

async function unasked(knex: Knex, scope: MonevScope, measure: TargetMeasure, asked: AskedSpan, now: Date) {
  const branches = scope.branches.map(({ id }) => id);
  const source = sourceOf[measure];
  const to = asked.to ?? (await newestMonth(knex, source, { branches, kader: kaderOfScope(scope) }));
  if (asked.to !== null || (to !== null && asked.months !== null)) {
    const last = to as Period;
    return { from: addMonths(last, 1 - (asked.months ?? 1)), to: last, chosen: 'asked' as const };
  }
  const targets = await targetsOf(knex, { branches, measure, from: null, to: null });
  const covering = targets.find((target) => to !== null && target.month_from <= to && to <= target.month_to);
  const mayReachBack = to === null || source === 'snapshot' || source === 'kader';
  const governing = covering ?? (mayReachBack ? targets[0] : undefined);
  if (governing && (to === null || mayReachBack || governing.per === 'span' || governing.adds_up === 'level')) {
    const { month_from, month_to, adds_up } = governing;
    const thisMonth = periodOf(now, scope.branches[0]?.timezone ?? 'Asia/Jakarta');
    const isLevelToCome = adds_up === 'level' && month_to > thisMonth && month_from <= thisMonth;
    return { from: month_from, to: isLevelToCome ? thisMonth : month_to, chosen: 'target' as const };
  }
  return to === null ? null : { from: to, to, chosen: 'newest' as const };
}

async function isRunning(knex: Knex, branches: Id[], month: MonthText): Promise<boolean> {
  const closed = await knex('period')
    .whereIn('branch', branches)
    .where({ month })
    .whereNot({ status: 'open' })
    .count({ branches: '*' })
    .first<{ branches: string }>();
  return Number(closed?.branches ?? 0) < branches.length;
}
