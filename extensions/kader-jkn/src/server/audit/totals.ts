import type { Knex } from 'knex';
import type { Id, Period } from '../../contract/records.ts';
import type { ReckonedMonth } from '../close/reckon-month.ts';
import { type Difference, differences } from './difference.ts';
import type { StoredStatement } from './statements.ts';

/** The totals that a close fixed on its month, from its collections and from the statements they come to. */
export async function auditTotals(
  knex: Knex,
  id: Id,
  { kader, totals }: ReckonedMonth,
  stored: readonly StoredStatement[],
): Promise<Difference[]> {
  const period: Period = await knex('period').where({ id }).first();
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
