import type { Knex } from 'knex';
import { auditAdjustments } from './audit/adjustments.ts';
import { auditArrears } from './audit/arrears.ts';
import { auditBalances } from './audit/balances.ts';
import { auditCollections } from './audit/collections.ts';
import type { Difference } from './audit/difference.ts';
import { auditDisputes } from './audit/disputes.ts';
import { auditEnrolments } from './audit/enrolments.ts';
import { auditHistory } from './audit/history.ts';
import { auditImports } from './audit/imports.ts';
import { auditMerges } from './audit/merges.ts';
import { auditMessages } from './audit/messages.ts';
import { auditMonths } from './audit/months.ts';
import { auditMutes } from './audit/mutes.ts';
import { auditPlans } from './audit/plans.ts';
import { auditPromises } from './audit/promises.ts';
import { auditReports } from './audit/reports.ts';
import { auditStatements } from './audit/statements.ts';
import { auditStreaks } from './audit/streaks.ts';

export type { Difference } from './audit/difference.ts';

/**
 * Recomputes every commission, balance, statement, total and streak from the collections up, by the same core that made
 * them, follows every record through its history, and yields every difference. Reads one consistent state of the books, a
 * chunk or a month at a time, so memory stays flat; writes nothing.
 */
export async function* audit(database: Knex): AsyncGenerator<Difference> {
  const trx = await database.transaction(undefined, { isolationLevel: 'repeatable read', readOnly: true });
  try {
    yield* auditCollections(trx);
    yield* auditBalances(trx);
    yield* auditStatements(trx);
    yield* auditMonths(trx);
    yield* auditAdjustments(trx);
    yield* auditDisputes(trx);
    yield* auditStreaks(trx);
    yield* auditHistory(trx);
    yield* auditPromises(trx);
    yield* auditMutes(trx);
    yield* auditMerges(trx);
    yield* auditPlans(trx);
    yield* auditEnrolments(trx);
    yield* auditImports(trx);
    yield* auditArrears(trx);
    yield* auditReports(trx);
    yield* auditMessages(trx);
  } finally {
    await trx.rollback();
  }
}
