import type { Knex } from 'knex';
import type { MonevSpan } from '../../contract/monev.ts';
import type { FunnelAnswer, FunnelStage, OutcomeCount, Recovery } from '../../contract/monev-field.ts';
import type { ReachStage } from '../../contract/monev-records.ts';
import type { Outcome } from '../../contract/records.ts';
import { dateOf, lastDay, monthOf, type Period } from '../../core/period.ts';
import { standingArrears } from './ageing.ts';
import { attainmentAnswer } from './attainment.ts';
import { type AskedSpan, chooseSpan } from './choose-span.ts';
import { familiesReached } from './families-reached.ts';
import { monthFigures } from './month-figures.ts';
import { reached } from './reached.ts';
import { partOfScope } from './realise.ts';
import type { MonevScope } from './scope.ts';

const reachStages = ['contacted', 'promised', 'paid'] as const satisfies readonly ReachStage[];
const stages: readonly FunnelStage[] = ['listed', ...reachStages];

/**
 * Families from the list to the payment over a span, with what came of the contacts and how much of the arrears was
 * recovered. Each step is counted by itself, of the same families: those of the scope.
 */
export async function funnelAnswer(knex: Knex, scope: MonevScope, asked: AskedSpan, now: Date): Promise<FunnelAnswer> {
  const { subject } = scope;
  const timezone = scope.branches[0]?.timezone ?? 'Asia/Jakarta';
  const span = await spanOf(knex, scope, asked, now);
  if (span === null) return { subject, timezone, span, gap: 'no-months', ...nothing };

  const today = dateOf(now, timezone);
  const month = span.to as Period;
  const isNow = month >= monthOf(today);
  const [aged, reach, work, recovery] = await Promise.all([
    standingArrears(knex, scope, { month, isNow }),
    reachOf(knex, scope, span),
    workOf(knex, scope, span),
    recoveryOf(knex, scope, span, now),
  ]);
  const listed = aged.reduce((sum, { families }) => sum + families, 0);
  const families: Record<FunnelStage, number> = { listed, ...reach };
  const empty = stages.every((stage) => families[stage] === 0) && work.contacts === 0;
  return {
    subject,
    timezone,
    span,
    gap: empty ? 'no-data' : null,
    listed_on: isNow ? today : lastDay(month),
    listed_now: isNow,
    steps: stages.map((stage) => ({
      stage,
      families: families[stage],
      share: listed === 0 ? null : families[stage] / listed,
    })),
    ...work,
    recovery,
  };
}

const nothing = { listed_on: null, listed_now: true, steps: [], contacts: 0, outcomes: [], recovery: null };

/**
 * The newest month with contacts, else with payments; where nobody asked for months, the whole span of a share of arrears
 * that is due then, because it is due once over the span.
 */
async function spanOf(knex: Knex, scope: MonevScope, asked: AskedSpan, now: Date): Promise<MonevSpan | null> {
  const newest =
    (await chooseSpan(knex, scope, 'families_visited', asked, now)) ??
    (await chooseSpan(knex, scope, 'collection', asked, now));
  const unasked = newest === null ? { ...asked, months: null } : asked;
  const ofShare = await chooseSpan(knex, scope, 'arrears_share', unasked, now);
  if (newest === null) return ofShare;
  const isDue = ofShare?.chosen === 'target' && ofShare.from <= newest.to && newest.to <= ofShare.to;
  return isDue ? ofShare : newest;
}

async function reachOf(
  knex: Knex,
  scope: MonevScope,
  { from, to }: MonevSpan,
): Promise<Record<(typeof reachStages)[number], number>> {
  const branches = scope.branches.map(({ id }) => id);
  const part = partOfScope(scope);
  if (part === null)
    return await familiesReached(knex, { branches, kader: scope.roster.map(({ id }) => id), from, to });
  const rows = await reached(knex, { branches, from, to, stages: reachStages, parts: [part.part] });
  const own = rows.filter(({ kader, area }) => kader === part.kader && area === part.area);
  const of = (wanted: ReachStage) =>
    own.filter(({ stage }) => stage === wanted).reduce((sum, { families }) => sum + families, 0);
  return { contacted: of('contacted'), promised: of('promised'), paid: of('paid') };
}

/** Contacts of the scope's kader, and of officers where the scope is the whole. */
async function workOf(
  knex: Knex,
  { branches, roster, whole }: MonevScope,
  { from, to }: MonevSpan,
): Promise<{ contacts: number; outcomes: OutcomeCount[] }> {
  const listed = new Set(roster.map(({ id }) => id));
  const figures = await monthFigures(knex, { branches: branches.map(({ id }) => id), from, to });
  const own = figures.filter(({ kader }) => whole || (kader !== null && listed.has(kader)));
  const counts = new Map<Outcome, number>();
  for (const { outcomes } of own) {
    for (const [outcome, contacts] of Object.entries(outcomes) as [Outcome, number][]) {
      counts.set(outcome, (counts.get(outcome) ?? 0) + contacts);
    }
  }
  return {
    contacts: own.reduce((sum, { contacts }) => sum + contacts, 0),
    outcomes: [...counts]
      .map(([outcome, contacts]) => ({ outcome, contacts }))
      .sort((one, other) => other.contacts - one.contacts || one.outcome.localeCompare(other.outcome)),
  };
}

/** Told of one branch and its areas: shares of arrears of several branches do not add up. */
async function recoveryOf(knex: Knex, scope: MonevScope, span: MonevSpan, now: Date): Promise<Recovery | null> {
  const { branches, subject } = scope;
  if (branches.length > 1 || subject.kader !== null || subject.partial) return null;
  const asked = { measure: 'arrears_share', by: null, from: span.from, to: span.to, months: null } as const;
  const { total, arrears } = await attainmentAnswer(knex, scope, asked, now);
  if (arrears === null || arrears.amount <= 0) return null;
  const collected = total.realised ?? 0;
  const { target, attainment } = total;
  return { collected, rate: collected / arrears.amount, arrears, target, attainment };
}
