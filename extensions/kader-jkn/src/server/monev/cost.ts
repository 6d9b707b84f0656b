import type { Knex } from 'knex';
import type { MonevSpan } from '../../contract/monev.ts';
import type { Cost, CostAnswer, CostGrouping, CostRow } from '../../contract/monev-money.ts';
import type { Id } from '../../contract/records.ts';
import type { Period } from '../../core/period.ts';
import { draftStatements } from '../draft-statements.ts';
import { type AskedSpan, chooseSpan } from './choose-span.ts';
import { type CollectedTotal, collectedTotals } from './collected-totals.ts';
import { kaderOfScope, type MonevScope } from './scope.ts';
import { type StatedCost, statedCosts } from './stated-costs.ts';

export interface CostQuery extends AskedSpan {
  by: CostGrouping | null;
}

/** As many months are shown where nobody asks for others. */
const usualMonths = 12;

/**
 * Imbal jasa against what was collected: closed months from their statements, open months of a single branch as a close
 * would reckon them now. What is collected without a kader is collected all the same, and costs nothing.
 */
export async function costAnswer(knex: Knex, scope: MonevScope, asked: CostQuery, now: Date): Promise<CostAnswer> {
  const { subject } = scope;
  const several = scope.branches.length > 1;
  const grouping = asked.by ?? (several ? 'branch' : 'month');
  const chosen = await chooseSpan(knex, scope, 'collection', { ...asked, months: asked.months ?? usualMonths }, now);
  if (chosen === null) {
    return { subject, grouping, span: null, gap: 'no-months', total: costOf([]), rows: [], not_reckoned: [] };
  }
  const books = await readBooks(knex, scope, chosen, now);
  // months before the first of the books are no part of the programme
  const span = { ...chosen, from: asked.from ?? books[0]?.month ?? chosen.from };
  const reckoned = books.filter(({ commission }) => commission !== null);
  return {
    subject,
    grouping,
    span,
    gap: books.some(({ collected, commission }) => collected !== 0 || commission) ? null : 'no-data',
    total: costOf(reckoned),
    rows: grouping === 'kader' ? await rowsByKader(knex, scope, span, reckoned) : rowsBy(grouping, scope, books),
    not_reckoned: [...new Set(books.filter(({ commission }) => commission === null).map(({ month }) => month))],
  };
}

type Booked = CollectedTotal & { drafts: StatedCost[] };

/** The months of the books; an open month of a single branch with what a close would write now. */
async function readBooks(knex: Knex, scope: MonevScope, { from, to }: MonevSpan, now: Date): Promise<Booked[]> {
  const kader = kaderOfScope(scope);
  const totals = await collectedTotals(knex, {
    branches: scope.branches.map(({ id }) => id),
    kader,
    from,
    to,
    now,
  });
  return await Promise.all(
    totals.map(async (total): Promise<Booked> => {
      if (total.closed || total.period === null || scope.branches.length > 1) return { ...total, drafts: [] };
      const drafts = await draftCosts(knex, total, kader);
      return { ...total, commission: drafts.reduce((sum, { commission }) => sum + commission, 0), drafts };
    }),
  );
}

async function draftCosts(
  knex: Knex,
  { branch, month }: CollectedTotal,
  kader: readonly Id[] | null,
): Promise<StatedCost[]> {
  const only = kader?.length === 1 ? kader[0] : undefined;
  const drafts = await draftStatements(knex, {
    branch,
    month: month as Period,
    ...(only !== undefined && { kader: only }),
  });
  return drafts
    .filter((draft) => kader === null || kader.includes(draft.kader))
    .map((draft) => ({
      branch,
      month,
      kader: draft.kader,
      collected: draft.collected,
      commission: draft.gross,
      paid: 0,
      statement: null,
    }));
}

function costOf(parts: readonly Pick<Cost, 'collected' | 'commission' | 'paid'>[]): Cost {
  const known = parts.filter(({ commission }) => commission !== null);
  const collected = parts.reduce((sum, part) => sum + part.collected, 0);
  const commission =
    known.length < parts.length || parts.length === 0
      ? null
      : known.reduce((sum, part) => sum + (part.commission ?? 0), 0);
  return {
    collected,
    commission,
    paid: parts.reduce((sum, part) => sum + part.paid, 0),
    rate: commission === null || collected <= 0 ? null : commission / collected,
  };
}

const row = { id: null, name: null, month: null, period: null, statement: null } as const;

function rowsBy(grouping: 'month' | 'branch', scope: MonevScope, books: readonly Booked[]): CostRow[] {
  if (grouping === 'month') {
    return [...Map.groupBy(books, ({ month }) => month)].map(([month, parts]) => ({
      ...row,
      kind: 'month',
      ...costOf(parts),
      month,
      running: parts.some(({ closed }) => !closed),
      period: parts.length === 1 ? (parts[0]?.period ?? null) : null,
    }));
  }
  // by branch, an open month of several branches is left out: its imbal jasa is not reckoned
  const byBranch = Map.groupBy(
    books.filter(({ commission }) => commission !== null),
    ({ branch }) => branch,
  );
  return scope.branches
    .flatMap(({ id, name }): CostRow[] => {
      const parts = byBranch.get(id);
      if (parts === undefined) return [];
      return [{ ...row, kind: 'branch', ...costOf(parts), id, name, running: parts.some(({ closed }) => !closed) }];
    })
    .sort(byCommission);
}

async function rowsByKader(
  knex: Knex,
  scope: MonevScope,
  span: MonevSpan,
  books: readonly Booked[],
): Promise<CostRow[]> {
  const stated = await statedCosts(knex, {
    branches: scope.branches.map(({ id }) => id),
    kader: kaderOfScope(scope),
    ...span,
  });
  const drafts = books.flatMap((book) => book.drafts);
  const byKader = Map.groupBy([...stated, ...drafts], ({ kader }) => kader);
  const single = span.from === span.to;
  const rows = scope.roster.flatMap(({ id, name }): CostRow[] => {
    const parts = byKader.get(id);
    if (parts === undefined || parts.every(({ collected, commission }) => collected === 0 && commission === 0))
      return [];
    const statement = single ? (parts[0]?.statement ?? null) : null;
    const running = parts.some((part) => part.statement === null);
    return [{ ...row, kind: 'kader', ...costOf(parts), id, name, running, statement }];
  });
  const unheld =
    books.reduce((sum, { collected }) => sum + collected, 0) - rows.reduce((sum, one) => sum + one.collected, 0);
  const rest: CostRow = {
    ...row,
    kind: 'kader',
    ...costOf([{ collected: unheld, commission: 0, paid: 0 }]),
    running: false,
  };
  return [...rows.sort(byCommission), ...(unheld === 0 ? [] : [rest])];
}

function byCommission(one: CostRow, other: CostRow): number {
  return (other.commission ?? 0) - (one.commission ?? 0) || other.collected - one.collected;
}
