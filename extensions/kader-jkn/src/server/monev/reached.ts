import type { Knex } from 'knex';
import type { MonevReach, ReachPart, ReachStage } from '../../contract/monev-records.ts';
import type { Id, MonthText } from '../../contract/records.ts';
import { firstDay, type Period } from '../../core/period.ts';
import { reachedLiveQuestion } from './roll-up/reached-in-month.ts';
import { type BranchMonths, rolledMonths } from './rolled-months.ts';

export interface ReachAsked extends BranchMonths {
  stages: readonly ReachStage[];
  parts: readonly ReachPart[];
  /** also tell them by month */
  byMonth?: boolean;
}

/** Families of a month, or of several together, and how many of them the same people had not reached before in the span. */
type ReachRow = Pick<MonevReach, 'stage' | 'part' | 'kader' | 'area'> & {
  branch: Id;
  /** null: of several */
  month: MonthText | null;
  families: number;
  fresh: number;
};

/** Distinct families of a span, by whom they were reached. */
export interface Reached {
  branch: Id;
  stage: ReachStage;
  part: ReachPart;
  kader: Id | null;
  area: Id | null;
  /** in the whole span */
  families: number;
  /** in each month of it where there were any, if so asked */
  byMonth: ReadonlyMap<MonthText, number>;
}

const freshInSpan = 'sum(families) filter (where previous is null or previous < :from)';

const keptQuestion = `
  select r.branch, case when cast(:by_month as boolean) then r.month end as month, r.stage, r.part, r.kader, r.area,
    sum(r.families)::integer as families, coalesce(${freshInSpan}, 0)::integer as fresh
  from monev_reach r
  join period p on p.branch = r.branch and p.month = r.month and p.status <> 'open' and p.rolled_up_at is not null
  where r.branch = any (cast(:branches as integer[])) and r.month between :from and :to
    and r.stage = any (cast(:stages as text[])) and r.part = any (cast(:parts as text[]))
  group by 1, 2, r.stage, r.part, r.kader, r.area`;

const liveQuestion = `
  select stage, part, kader, area, sum(families)::integer as families, coalesce(${freshInSpan}, 0)::integer as fresh
  from (${reachedLiveQuestion}) r
  group by stage, part, kader, area`;

/**
 * Distinct families reached in a span, by stage and by whom: those of each month whom the same people had not reached in an
 * earlier month of the span. As kept of closed months, counted of the others.
 */
export async function reached(knex: Knex, asked: ReachAsked): Promise<Reached[]> {
  const { branches, from, to, byMonth = false } = asked;
  const bindings = { stages: [...asked.stages], parts: [...asked.parts], from };
  const { live } = await rolledMonths(knex, asked);
  const { rows: kept } = await knex.raw<{ rows: ReachRow[] }>(keptQuestion, {
    ...bindings,
    branches: [...branches],
    to,
    by_month: byMonth,
  });
  const counted = await Promise.all(live.map((month) => countMonth(knex, month, bindings)));
  return gather([...kept, ...counted.flat()]);
}

async function countMonth(
  knex: Knex,
  { branch, month }: { branch: Id; month: MonthText },
  bindings: { stages: ReachStage[]; parts: ReachPart[]; from: MonthText },
): Promise<ReachRow[]> {
  const { rows } = await knex.raw<{ rows: Omit<ReachRow, 'branch' | 'month'>[] }>(liveQuestion, {
    ...bindings,
    since: bindings.from,
    branch,
    month,
    first: firstDay(month as Period),
  });
  return rows.map((row) => ({ ...row, branch, month }));
}

function gather(rows: readonly ReachRow[]): Reached[] {
  const found = new Map<string, Reached & { byMonth: Map<MonthText, number> }>();
  for (const { branch, stage, part, kader, area, month, families, fresh } of rows) {
    const key = [branch, stage, part, kader, area].join(' ');
    const one = found.get(key) ?? { branch, stage, part, kader, area, families: 0, byMonth: new Map() };
    one.families += fresh;
    if (month !== null) one.byMonth.set(month, (one.byMonth.get(month) ?? 0) + families);
    found.set(key, one);
  }
  return [...found.values()];
}
