import type { Knex } from 'knex';
import type { Attained, AttainmentAnswer } from '../../../contract/monev.ts';
import type { Nominated, RoomAgenda, SessionHead } from '../../../contract/monev-session.ts';
import type { MonthText, TargetMeasure } from '../../../contract/records.ts';
import { addMonths, type Period } from '../../../core/period.ts';
import type { Desk } from '../../desk/desk.ts';
import { attainmentAnswer } from '../attainment.ts';
import { awardNominations } from '../award-nominations.ts';
import { scopeOfBranch } from '../branch-scope.ts';
import { rankingAnswer } from '../ranking.ts';
import type { MonevScope } from '../scope.ts';
import { expectedAt } from './attendance.ts';
import { decisionsOf, officersOf } from './decisions-of.ts';

const everybody = 5000;

/**
 * What may stand on the screen of the room: sums of the month, the names of those above 100% and of those nominated, and
 * what was decided for all. Nothing of it is about a kader who is below (praise in public, coach in private).
 */
export async function roomAgenda(desk: Desk, session: SessionHead): Promise<RoomAgenda> {
  const { knex, accountability } = desk;
  const now = desk.now();
  const { branch, month, writes } = session;
  const scope = await scopeOfBranch(knex, branch.id);
  const [money, before, visits, daily, ranked, nominations, expected, decisions, officers] = await Promise.all([
    reached(knex, scope, 'collection', month, now),
    reached(knex, scope, 'collection', addMonths(month as Period, -1), now),
    reached(knex, scope, 'families_visited', month, now),
    reached(knex, scope, 'contacts_per_day', month, now),
    rankingAnswer(knex, scope, { ...only(month), measure: 'collection', shared: true, count: everybody }, now),
    nominatedIn(knex, session),
    expectedAt(desk, session),
    decisionsOf(knex, session),
    writes ? officersOf(knex, branch.id, accountability.user) : [],
  ]);
  const marked = (status: string | null) => expected.filter((one) => one.status === status).length;
  const forAll = <Decision extends { kader: unknown }>(all: Decision[]) => all.filter(({ kader }) => kader === null);
  return {
    session,
    figures: {
      collection: money.total,
      before: before.total,
      average: money.average?.attainment ?? null,
      ranked: ranked.ranked,
      above: ranked.above,
      visited: recorded(visits),
      daily: recorded(daily),
    },
    praise: ranked.rows.map(({ kader, attainment }) => ({ kader, attainment })),
    nominations,
    attendance: {
      present: marked('present'),
      excused: marked('excused'),
      absent: marked('absent'),
      unmarked: marked(null),
    },
    earlier: forAll(decisions.earlier),
    decisions: forAll(decisions.own),
    about_one: [...decisions.earlier, ...decisions.own].filter(({ kader }) => kader !== null).length,
    officers,
  };
}

/** A month without any contact on record says nothing about contacts. */
function recorded({ gap, total }: AttainmentAnswer): Attained {
  return gap === null ? total : { realised: null, target: null, attainment: null };
}

const only = (month: MonthText) => ({ from: month, to: month, months: null });

async function reached(knex: Knex, scope: MonevScope, measure: TargetMeasure, month: MonthText, now: Date) {
  return await attainmentAnswer(knex, scope, { ...only(month), measure, by: 'kader' }, now);
}

async function nominatedIn(knex: Knex, { branch, month }: SessionHead): Promise<Nominated[]> {
  const { nominations } = await awardNominations(knex, { branch: branch.id, month });
  return nominations.map(({ kader: { id, name }, rule, attainment, reason, reason_en, award }) => ({
    kader: { id, name },
    rule,
    ...(attainment !== null && attainment > 1 ? { reason, reason_en } : { reason: null, reason_en: null }),
    award: award?.id ?? null,
  }));
}
