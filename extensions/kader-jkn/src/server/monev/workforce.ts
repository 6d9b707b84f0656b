import type { Knex } from 'knex';
import type { MonevSpan } from '../../contract/monev.ts';
import type { EndReason, WorkforceAnswer, WorkforceMonth } from '../../contract/monev-people.ts';
import type { Id, MonthText } from '../../contract/records.ts';
import {
  addMonths,
  type DateText,
  daysAfter,
  firstDay,
  lastDay,
  later,
  monthOf,
  type Period,
} from '../../core/period.ts';
import { attainmentAnswer } from './attainment.ts';
import { type AskedSpan, chooseSpan } from './choose-span.ts';
import { isPartnerOn } from './realise.ts';
import type { RosterKader } from './roster.ts';
import type { MonevScope } from './scope.ts';

/** As many months are shown where neither the viewer nor a target says how many. */
const usualMonths = 12;

/** Kader against their target over a span, with who joined, who left, and why. */
export async function workforceAnswer(
  knex: Knex,
  scope: MonevScope,
  asked: AskedSpan,
  now: Date,
): Promise<WorkforceAnswer> {
  const chosen = await chooseSpan(knex, scope, 'kader', asked, now);
  const span = chosen && reachBack(chosen, scope.roster);
  const standing = {
    candidates: scope.roster.filter(({ status }) => status === 'candidate').length,
    on_leave: scope.roster.filter(({ status }) => status === 'on_leave').length,
  };
  const level = { measure: 'kader' as const, from: span?.from ?? null, to: span?.to ?? null, months: null };
  const [byPlace, byMonth, reasonOf] = await Promise.all([
    attainmentAnswer(knex, scope, { ...level, by: null }, now),
    attainmentAnswer(knex, scope, { ...level, by: 'month' }, now),
    endReasons(knex, scope),
  ]);
  const { subject, gap, total, grouping, rows } = byPlace;
  const answer = { subject, span, gap, total, grouping, rows, ...standing };
  if (span === null) return { ...answer, level: 0, before: 0, joined: 0, left: 0, months: [], reasons: [] };

  const flow = flowOf(scope.roster, span);
  const comparable = byPlace.without_target === 0;
  const months = byMonth.rows.map(
    ({ month, realised, target, attainment }): WorkforceMonth => ({
      month: month ?? span.to,
      realised,
      target: comparable ? target : null,
      attainment: comparable ? attainment : null,
      joined: flow.joined.filter((one) => one === month).length,
      left: flow.left.filter((one) => one.month === month).length,
    }),
  );
  return {
    ...answer,
    // nobody in partnership is an answer where somebody was before, or was due
    gap: gap !== null && total.target === null && flow.left.length === 0 ? gap : null,
    level: partnersOn(scope.roster, lastDay(span.to as Period)),
    before: partnersOn(scope.roster, daysAfter(firstDay(span.from as Period), -1)),
    joined: flow.joined.length,
    left: flow.left.length,
    months,
    reasons: countReasons(flow.left.map(({ kader }) => reasonOf.get(kader) ?? null)),
  };
}

function partnersOn(roster: readonly RosterKader[], day: DateText): number {
  return roster.filter((kader) => isPartnerOn(kader, day)).length;
}

/** A single month that nobody asked for is shown with those before it, from the first in which somebody joined. */
function reachBack(span: MonevSpan, roster: readonly RosterKader[]): MonevSpan {
  if (span.chosen !== 'newest' || span.from !== span.to) return span;
  const joins = roster.flatMap(({ joined_on }) => (joined_on === null ? [] : [monthOf(joined_on as DateText)]));
  const first = joins.reduce((one, other) => (other < one ? other : one), span.to as Period);
  return { ...span, from: later(first, addMonths(span.to as Period, 1 - usualMonths)) };
}

interface Flow {
  /** the month of each who joined */
  joined: MonthText[];
  left: { kader: Id; month: MonthText }[];
}

/** Who came and went, by their first day in and their first day out: so the months add up. */
function flowOf(roster: readonly RosterKader[], { from, to }: MonevSpan): Flow {
  const isWithin = (month: MonthText) => from <= month && month <= to;
  const joined = roster.flatMap(({ joined_on }) => (joined_on === null ? [] : [monthOf(joined_on as DateText)]));
  const left = roster.flatMap(({ id, joined_on, ended_on }) =>
    joined_on === null || ended_on === null
      ? []
      : [{ kader: id, month: monthOf(daysAfter(ended_on as DateText, 1)) as MonthText }],
  );
  return { joined: joined.filter(isWithin), left: left.filter(({ month }) => isWithin(month)) };
}

const reasonsQuestion = `
  select k.id, k.end_reason from kader k
  where k.branch = any (cast(:branches as integer[])) and k.ended_on is not null`;

async function endReasons(knex: Knex, { branches }: MonevScope): Promise<Map<Id, EndReason | null>> {
  const { rows } = await knex.raw<{ rows: { id: Id; end_reason: EndReason | null }[] }>(reasonsQuestion, {
    branches: branches.map(({ id }) => id),
  });
  return new Map(rows.map(({ id, end_reason }) => [id, end_reason]));
}

function countReasons(reasons: readonly (EndReason | null)[]): WorkforceAnswer['reasons'] {
  return [...Map.groupBy(reasons, (reason) => reason)]
    .map(([reason, all]) => ({ reason, kader: all.length }))
    .toSorted(
      (one, other) => other.kader - one.kader || String(one.reason ?? '').localeCompare(String(other.reason ?? '')),
    );
}
