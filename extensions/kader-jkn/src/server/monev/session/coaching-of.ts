import type { Knex } from 'knex';
import type { RankingAnswer, WatchRow } from '../../../contract/monev.ts';
import type { CoachRow, SessionHead } from '../../../contract/monev-session.ts';
import type { Id } from '../../../contract/records.ts';
import { coachingPoints, type Excuse } from '../../../core/coaching.ts';
import { addMonths, type DateText, earlier, firstDay, lastDay, type Period } from '../../../core/period.ts';
import { workingDays } from '../../../core/working-days.ts';
import { type MonthFigures, monthFigures } from '../month-figures.ts';
import { rankingAnswer } from '../ranking.ts';
import type { MonevScope } from '../scope.ts';
import { zeroWatchAnswer } from '../zero-watch.ts';

const everybody = 5000;
const excuses: ReadonlySet<string> = new Set<Excuse>(['leave', 'grace', 'no_binaan', 'not_joined']);
const noWork = {
  contacts: 0,
  contact_days: 0,
  family_days: 0,
  outcomes: {},
  promises_due: 0,
  promises_kept: 0,
  promises_broken: 0,
};

export interface Coaching {
  rows: CoachRow[];
  /** kader exactly at 100%, and those without a target */
  exact: number;
  without_target: number;
  /** of all kader of the branch */
  contacts: number;
}

/**
 * Kader below target in a month, with the reasons that their contacts give: lowest first, and those whose month does not
 * count at the end.
 */
export async function coachingOf(
  knex: Knex,
  scope: MonevScope,
  { branch, month, today }: Pick<SessionHead, 'branch' | 'month' | 'today'>,
  now: Date,
): Promise<Coaching> {
  const inMonth = { branches: [branch.id], from: month, to: month };
  const [ranked, before, work, watch, contactsPerDay] = await Promise.all([
    rankingOf(knex, scope, month as Period, now),
    rankingOf(knex, scope, addMonths(month as Period, -1), now),
    monthFigures(knex, inMonth),
    zeroWatchAnswer(knex, scope, { to: month, months: 1, count: everybody }),
    contactsExpected(knex, branch.id, lastDay(month as Period)),
  ]);
  const beforeOf = new Map(before.rows.map((row) => [row.kader.id, row.attainment]));
  const workOf = new Map(work.map((row) => [row.kader, row]));
  const watchOf = new Map(watch.rows.map((row) => [row.kader.id, row]));
  const districtOf = new Map(scope.roster.map((kader) => [kader.id, districtIn(kader)]));
  const contacts = work.reduce((sum, row) => sum + (row.kader === null ? 0 : row.contacts), 0);
  const expected = { workingDays: workingDaysSoFar(month as Period, today as DateText), contactsPerDay };

  const rows = ranked.rows
    .filter((row) => row.attainment < 1)
    .map((row): CoachRow => {
      const { id } = row.kader;
      const done: Omit<MonthFigures, 'branch' | 'month' | 'kader' | 'isKept'> | typeof noWork =
        workOf.get(id) ?? noWork;
      const watched = watchOf.get(id);
      const excuse = excuseOf(watched, month);
      return {
        kader: row.kader,
        district: districtOf.get(id) ?? null,
        realised: row.realised ?? 0,
        target: row.target ?? 0,
        attainment: row.attainment,
        before: beforeOf.get(id) ?? null,
        statement: row.statement,
        families_held: row.families_held,
        excuse,
        streak: watched?.streak ?? 0,
        warned: watched?.warning != null,
        contacts: done.contacts,
        contact_days: done.contact_days,
        promises: { due: done.promises_due, kept: done.promises_kept, broken: done.promises_broken },
        points: excuse === null && contacts > 0 ? coachingPoints(done, expected) : [],
      };
    });
  return {
    rows: rows.sort(
      (one, other) => Number(one.excuse !== null) - Number(other.excuse !== null) || one.attainment - other.attainment,
    ),
    exact: ranked.rows.filter((row) => row.attainment === 1).length,
    without_target: ranked.without_target,
    contacts,
  };
}

async function rankingOf(knex: Knex, scope: MonevScope, month: Period, now: Date): Promise<RankingAnswer> {
  const span = { from: month, to: month, months: null };
  return await rankingAnswer(knex, scope, { measure: 'collection', ...span, shared: false, count: everybody }, now);
}

function excuseOf(watched: WatchRow | undefined, month: string): Excuse | null {
  const cell = watched?.cells.find((one) => one.month === month);
  return cell !== undefined && excuses.has(cell.class) ? (cell.class as Excuse) : null;
}

function districtIn({ district, district_name }: MonevScope['roster'][number]) {
  return district === null ? null : { id: district, name: district_name ?? '' };
}

/** Families a day that the policy in force expects; null: none. */
async function contactsExpected(knex: Knex, branch: Id, on: DateText): Promise<number | null> {
  const question = 'select p.contacts_per_day as due from kader_policy_in_force(:branch, cast(:on as date)) p';
  const { rows } = await knex.raw<{ rows: { due: number | null }[] }>(question, { branch, on });
  return rows[0]?.due ?? null;
}

/** Working days of the part of the month that has passed. */
function workingDaysSoFar(month: Period, today: DateText): number {
  return workingDays(firstDay(month), earlier(lastDay(month), today));
}
