import type { Knex } from 'knex';
import type { Commission, Id, Period as PeriodRecord, StatementLine } from '../../contract/records.ts';
import { type BooksMonth, readMonth } from '../close/month.ts';
import { type ReckonedMonth, reckonMonth, type StatementColumns } from '../close/reckon-month.ts';
import { readRulesInForce } from '../close/rules-in-force.ts';
import { type Difference, differences } from './difference.ts';

const bigints = [
  'collected',
  'base',
  'commission',
  'bonus',
  'adjustment',
  'gross',
  'withholding',
  'net',
  'target',
] as const;

/** Every statement and total of every closed month, reckoned again from its collections as the close did. */
export async function* auditStatements(knex: Knex): AsyncGenerator<Difference> {
  const closed: Id[] = await knex('period').whereNot({ status: 'open' }).orderBy(['branch', 'month']).pluck('id');
  for (const id of closed) {
    const month = await readMonth(knex, id);
    if (month !== null) yield* await auditMonth(knex, month);
  }
}

async function auditMonth(knex: Knex, month: BooksMonth): Promise<Difference[]> {
  const stored = new Map((await storedStatements(knex, month.id)).map((one) => [one.kader, one]));
  const rules = await readRulesInForce(knex, month.branch, month.month);
  if (rules.policy === null) return [];
  const reckoned = await reckonMonth(knex, month, rules.policy, rules, {
    knownAt: [...stored.values()][0]?.closed_at ?? null,
    stated: [...stored.keys()],
    // Targets may be set anew and partnerships ended with hindsight: the statement holds what was true when it was made.
    targetOf: ({ kader }) => stored.get(kader)?.target ?? null,
    knewEnd: (kader) => stored.get(kader)?.streak_state === 'ended',
  });
  return [
    ...reckoned.kader.flatMap(({ statement }) => auditStatement(month, stored.get(statement.kader), statement)),
    ...(await auditTotals(knex, month, reckoned, [...stored.values()])),
  ];
}

type Stored = Pick<Commission, 'id'> & StatementColumns & { closed_at: Date };

async function storedStatements(knex: Knex, period: Id): Promise<Stored[]> {
  const rows = await knex('commission').where({ period }).select('*', knex.ref('date_created').as('closed_at'));
  return rows.map((row) => ({
    ...row,
    ...Object.fromEntries(bigints.map((field) => [field, row[field] === null ? null : Number(row[field])])),
  }));
}

function auditStatement(
  { id: period }: BooksMonth,
  stored: Stored | undefined,
  expected: StatementColumns,
): Difference[] {
  const { lines, kader, ...figures } = expected;
  if (stored === undefined) {
    const isEmpty = figures.collections_count === 0 && figures.gross === 0 && figures.carried_in === 0;
    return isEmpty ? [] : [{ collection: 'period', id: period, field: 'statements', stored: null, expected: kader }];
  }
  const { lines: storedLines, ...storedFigures } = stored;
  return [
    ...differences('commission', stored.id, storedFigures, figures),
    ...differences('commission', stored.id, { lines: inShort(storedLines) }, { lines: inShort(lines) }),
  ];
}

function inShort(lines: readonly StatementLine[]): string {
  return lines.map(({ kind, count, base, amount }) => `${kind} ${count} ${base} ${amount}`).join('; ');
}

async function auditTotals(
  knex: Knex,
  { id }: BooksMonth,
  { kader, totals }: ReckonedMonth,
  stored: readonly Stored[],
): Promise<Difference[]> {
  const period: PeriodRecord = await knex('period').where({ id }).first();
  const figures = { ...period, collected: Number(period.collected), commission_total: Number(period.commission_total) };
  const stated = new Set(stored.map((one) => one.kader));
  const counted = kader.filter(({ statement }) => stated.has(statement.kader));
  return differences('period', id, figures, {
    collections_count: totals.collectionsCount,
    families_count: totals.familiesCount,
    collected: totals.collected,
    commission_total: counted.reduce((sum, { statement }) => sum + statement.gross, 0),
    kader_count: counted.length,
    zero_count: counted.filter(({ statement }) => statement.streak_state === 'zero').length,
  });
}
