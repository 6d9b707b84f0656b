import type { Knex } from 'knex';
import { auditBalances } from './audit/balances.ts';
import { auditCollections } from './audit/collections.ts';
import type { Difference } from './audit/difference.ts';
import { auditStatements } from './audit/statements.ts';
import { auditStreaks } from './audit/streaks.ts';

export type { Difference } from './audit/difference.ts';

/**
 * Recomputes every commission, balance, statement, total and streak from the collections up, by the same core that made
 * them, and yields every difference. Reads one consistent state of the books in chunks, so memory stays flat; writes nothing.
 */
export async function* audit(database: Knex): AsyncGenerator<Difference> {
  const trx = await database.transaction(undefined, { isolationLevel: 'repeatable read', readOnly: true });
  try {
    yield* auditCollections(trx);
    yield* auditBalances(trx);
    yield* auditStatements(trx);
    yield* auditStreaks(trx);
  } finally {
    await trx.rollback();
  }
}
