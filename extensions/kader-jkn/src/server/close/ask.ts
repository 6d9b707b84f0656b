import type { Knex } from 'knex';

/** Asks a question about a branch and its month. */
export type Ask = <Row>(question: string, more?: Record<string, Knex.Value>) => Promise<Row[]>;

/**
 * Asks without a way of reading that the planner takes to be cheaper than it is where a branch is as large as a nation: there
 * it took twice the time (docs/benchmark.md). Holds within a transaction; elsewhere the planner chooses by itself.
 */
export async function askWithout<Row>(
  way: 'enable_indexscan' | 'enable_seqscan',
  ask: Ask,
  question: string,
): Promise<Row[]> {
  await ask(`select set_config(:way, 'off', true)`, { way });
  const answer = await ask<Row>(question);
  await ask(`select set_config(:way, 'on', true)`, { way });
  return answer;
}
