import type { Knex } from 'knex';
import type { ReportFigures, ReportKader, ReportStreak } from '../../../contract/monev-report.ts';
import type { Id, MonthText } from '../../../contract/records.ts';
import { ranking } from '../../../core/monev.ts';
import { addMonths, type Period, periodsBetween } from '../../../core/period.ts';
import { attainment } from '../../../core/targets.ts';
import { judgedInMonth } from '../judged-in-month.ts';
import { type MonthFigures, monthFigures } from '../month-figures.ts';
import type { MonevScope } from '../scope.ts';
import { type StatementOfMonth, statementsInMonth } from '../statements-in-month.ts';
import { statementsOf } from '../statements-of.ts';

const streakMonths = 6;

type Told = Pick<ReportFigures, 'kader' | 'streak_months' | 'streaks'>;

/** Every kader of the month as the close stated them, and their months without collection. */
export async function reportKader(
  knex: Knex,
  scope: MonevScope,
  asked: { branch: Id; month: MonthText },
): Promise<Told> {
  const { branch, month } = asked;
  const [statements, contacts] = await Promise.all([
    statementsInMonth(knex, asked),
    monthFigures(knex, { branches: [branch], from: month, to: month }),
  ]);
  return { kader: rowsOf(scope, statements, contacts), ...(await streaksOf(knex, asked, statements)) };
}

function rowsOf(
  { roster }: MonevScope,
  statements: readonly StatementOfMonth[],
  contacts: readonly MonthFigures[],
): ReportKader[] {
  const areas = new Map(roster.map(({ id, district }) => [id, district]));
  const did = new Map(contacts.map((row) => [row.kader, row]));
  const ranked = ranking(statements.map((one) => ({ ...one, realised: one.collected })));
  return ranked.map((one) => ({
    kader: one.kader,
    area: areas.get(one.kader) ?? null,
    place: one.rank,
    collected: one.collected,
    target: one.target,
    attainment: attainment(one.collected, one.target),
    payments: one.collections_count,
    families_paid: one.families_count,
    families_held: one.families_held,
    gross: one.gross,
    net: one.net,
    state: one.streak_state,
    zero_streak: one.zero_streak,
    contacts: did.get(one.kader)?.contacts ?? 0,
    family_days: did.get(one.kader)?.family_days ?? 0,
    education: did.get(one.kader)?.education_contacts ?? 0,
  }));
}

/** Kader with months of nothing at the close, longest first; late money that came since changes nothing of it. */
async function streaksOf(
  knex: Knex,
  { branch, month }: { branch: Id; month: MonthText },
  statements: readonly StatementOfMonth[],
): Promise<Pick<ReportFigures, 'streak_months' | 'streaks'>> {
  const from = addMonths(month as Period, 1 - streakMonths);
  const [stated, judged] = await Promise.all([
    statementsOf(knex, { branches: [branch], from, to: month }),
    judgedInMonth(knex, { branch, month }),
  ]);
  const months = periodsBetween(from, month as Period).filter((one) => stated.some((row) => row.month === one));
  const stateOf = new Map(stated.map((row) => [`${row.kader} ${row.month}`, row.state]));
  const streaks = statements
    .filter(({ kader, zero_streak }) => zero_streak > 0 || judged.warned.has(kader) || judged.reviewed.has(kader))
    .map(
      ({ kader, zero_streak }): ReportStreak => ({
        kader,
        states: months.map((one) => stateOf.get(`${kader} ${one}`) ?? null),
        streak: zero_streak,
        warned: judged.warned.has(kader),
        reviewed: judged.reviewed.has(kader),
      }),
    );
  const sorted = streaks.sort((one, other) => other.streak - one.streak || one.kader - other.kader);
  return { streak_months: months, streaks: sorted };
}
