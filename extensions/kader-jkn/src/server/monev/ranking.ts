import type { Knex } from 'knex';
import type { RankingAnswer, RankingRow } from '../../contract/monev.ts';
import type { Id, TargetMeasure } from '../../contract/records.ts';
import { countAbove, type Ranked, ranking } from '../../core/monev.ts';
import { type DateText, dateOf, hasEnded, lastDay, type Period } from '../../core/period.ts';
import { type AskedSpan, chooseSpan } from './choose-span.ts';
import { dueOver } from './due.ts';
import { type Holding, holdingsOn } from './holdings.ts';
import { realise } from './realise.ts';
import type { RosterKader } from './roster.ts';
import { rosterOf } from './roster.ts';
import type { MonevScope } from './scope.ts';

export interface RankingQuery extends AskedSpan {
  measure: TargetMeasure;
  /** a screen that others see: names only kader above 100% and the caller */
  shared: boolean;
  /** rows at most */
  count: number;
}

type RankedKader = RosterKader & Ranked & { realised: number; target: number; attainment: number; rank: number };

/**
 * Kader by attainment. A kader who asks gets what a shared screen shows: who is above 100%, and their own place
 * (fairness: praise in public, coach in private).
 */
export async function rankingAnswer(
  knex: Knex,
  asked: MonevScope,
  query: RankingQuery,
  now: Date,
): Promise<RankingAnswer> {
  const shared = query.shared || asked.self !== null;
  const scope = asked.self === null ? asked : await withColleagues(knex, asked);
  const { measure } = query;
  const frame = { measure, subject: scope.subject, shared };
  const span = await chooseSpan(knex, scope, measure, query, now);
  if (span === null) return { ...frame, ...nobody, span, gap: 'no-months' };

  const key = (kader: RosterKader | null) => kader && String(kader.id);
  const [realised, due] = await Promise.all([
    realise(measure, { knex, scope, span, grouping: 'kader', key, now }),
    dueOver(knex, scope, measure, span),
  ]);
  const measured = scope.roster.flatMap((kader) => {
    const target = due.byKader.get(kader.id);
    return target === undefined ? [] : [{ ...kader, realised: realised.byKader.get(kader.id) ?? 0, target }];
  });
  const ranked = ranking(measured).filter((kader): kader is RankedKader => kader.rank !== null);
  const shown = (shared ? ranked.filter((kader) => kader.above || kader.id === asked.self) : ranked).slice(
    0,
    query.count,
  );
  const own = ranked.find((kader) => kader.id === asked.self);
  if (own && !shown.includes(own)) shown.push(own);

  const onDay = holdingDay(scope, span.to as Period, now);
  const held = await holdingsOn(knex, { kader: shown.map(({ id }) => id), on: onDay });
  const withMoney = new Set(realised.byKader.keys());
  return {
    ...frame,
    span,
    gap: realised.any ? null : 'no-data',
    rows: shown.map((kader) =>
      rowOf(kader, {
        shared,
        self: asked.self,
        held: held.get(kader.id),
        statement: realised.statements.get(kader.id),
      }),
    ),
    ranked: ranked.length,
    above: countAbove(ranked),
    others: ranked.length - shown.length,
    without_target: scope.roster.filter(({ id }) => withMoney.has(id) && !due.byKader.has(id)).length,
  };
}

const nobody = { rows: [], ranked: 0, above: 0, others: 0, without_target: 0 };

function rowOf(
  kader: RankedKader,
  {
    shared,
    self,
    held,
    statement,
  }: { shared: boolean; self: Id | null; held: Holding | undefined; statement: Id | undefined },
): RankingRow {
  const own = kader.id === self;
  const praiseOnly = shared && !own;
  return {
    place: kader.rank,
    kader: { id: kader.id, name: kader.name },
    attainment: kader.attainment,
    realised: praiseOnly ? null : kader.realised,
    target: praiseOnly ? null : kader.target,
    families_held: held?.families ?? 0,
    months_owed: held?.months_owed ?? null,
    statement: praiseOnly ? null : (statement ?? null),
    own,
  };
}

/** Families are counted on the last day of the span, or today where that day has not passed yet. */
function holdingDay({ branches }: MonevScope, month: Period, now: Date): DateText {
  const timezone = branches[0]?.timezone ?? 'Asia/Jakarta';
  return hasEnded(month, now, timezone) ? lastDay(month) : dateOf(now, timezone);
}

/**
 * The scope of a kader who asks, widened to the kader of the same branch: only to find the kader's own place and
 * those above 100%; `rowOf` gives away nothing else of them.
 */
async function withColleagues(knex: Knex, scope: MonevScope): Promise<MonevScope> {
  const roster = await rosterOf(knex, {
    branches: scope.branches.map(({ id }) => id),
    area: scope.subject.area?.id ?? null,
  });
  return { ...scope, roster, subject: { ...scope.subject, kader: null, partial: false } };
}
