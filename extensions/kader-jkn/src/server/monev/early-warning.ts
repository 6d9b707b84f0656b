import type { Knex } from 'knex';
import type { EarlyWarningAnswer, EarlyWarningRow } from '../../contract/monev-people.ts';
import type { Id, MonthText } from '../../contract/records.ts';
import { type EarlyLimits, earlySigns, type KaderWork } from '../../core/early-warning.ts';
import { type DateText, dateOf, monthOf, type Period } from '../../core/period.ts';
import { closedMonths } from './closed-months.ts';
import { earlyFacts } from './early-facts.ts';
import { earlyLimits, isOff } from './early-limits.ts';
import { type MonthFigures, monthFigures } from './month-figures.ts';
import type { RosterKader } from './roster.ts';
import type { MonevScope, ScopeBranch } from './scope.ts';
import { statementsOf } from './statements-of.ts';

/** the newest closed month, and those that make a habit; months that do not count stretch it */
const monthsRead = 13;

interface Looked {
  month: MonthText | null;
  limits: EarlyLimits | null;
  lookedAt: number;
  rows: EarlyWarningRow[];
}

/** Active kader with early signs by the rules of their branch, each with its figures; by name, nobody before another. */
export async function earlyWarningAnswer(knex: Knex, scope: MonevScope, now: Date): Promise<EarlyWarningAnswer> {
  const looked: Looked[] = [];
  for (const branch of scope.branches) looked.push(await lookAt(knex, scope, branch, now));
  const [only] = looked.length === 1 ? looked : [];
  const months = looked.map(({ month }) => month).filter((month) => month !== null);
  return {
    subject: scope.subject,
    on: dateOf(now, scope.branches[0]?.timezone ?? 'Asia/Jakarta'),
    month: months.toSorted().at(-1) ?? null,
    limits: only?.limits ?? null,
    off: looked.every(({ limits }) => limits === null || isOff(limits)),
    rows: looked
      .flatMap(({ rows }) => rows)
      .toSorted((one, other) => one.kader.name.localeCompare(other.kader.name, 'id') || one.kader.id - other.kader.id),
    looked_at: looked.reduce((sum, { lookedAt }) => sum + lookedAt, 0),
  };
}

async function lookAt(knex: Knex, scope: MonevScope, branch: ScopeBranch, now: Date): Promise<Looked> {
  const today = dateOf(now, branch.timezone);
  const active = scope.roster.filter((kader) => kader.branch === branch.id && kader.status === 'active');
  const limits = await earlyLimits(knex, { branch: branch.id, on: today });
  if (limits === null || isOff(limits) || active.length === 0) {
    return { month: null, limits, lookedAt: 0, rows: [] };
  }
  const months = await closedMonths(knex, { branches: [branch.id], through: null, count: monthsRead });
  const month = months.at(-1) ?? null;
  const since = month ?? monthOf(today);
  const branches = [branch.id];
  const [stated, figures, facts] = await Promise.all([
    statementsOf(knex, { branches, from: months[0] ?? since, to: since }),
    monthFigures(knex, { branches, from: since, to: monthOf(today) }),
    earlyFacts(knex, { branch: branch.id, kader: active.map(({ id }) => id), newest: since, today }),
  ]);
  const statedOf = Map.groupBy(stated, ({ kader }) => kader);
  const figuresOf = Map.groupBy(figures, ({ kader }) => kader);
  const rows = active.flatMap((kader): EarlyWarningRow[] => {
    const fact = facts.get(kader.id);
    if (fact === undefined) return [];
    const own = statedOf.get(kader.id) ?? [];
    const work: KaderWork = {
      ...fact,
      months: own.map(({ month: of, collected, state }) => ({ month: of as Period, collected, state })),
      newest: month as Period | null,
      joinedOn: kader.joined_on as DateText | null,
      today,
      promises: promisesOf(figuresOf.get(kader.id) ?? []),
    };
    const signs = earlySigns(work, limits);
    return signs.length === 0 ? [] : [rowOf(kader, signs, own.find((one) => one.month === month)?.id ?? null)];
  });
  return { month, limits, lookedAt: active.length, rows };
}

function promisesOf(figures: readonly MonthFigures[]): KaderWork['promises'] {
  return {
    kept: figures.reduce((sum, { promises_kept }) => sum + promises_kept, 0),
    broken: figures.reduce((sum, { promises_broken }) => sum + promises_broken, 0),
  };
}

function rowOf(
  { id, name, branch, branch_name, district, district_name }: RosterKader,
  signs: EarlyWarningRow['signs'],
  statement: Id | null,
): EarlyWarningRow {
  return {
    kader: { id, name },
    branch: { id: branch, name: branch_name },
    district: district === null ? null : { id: district, name: district_name ?? '' },
    signs,
    statement,
  };
}
