import type { Knex } from 'knex';
import type { Id } from '../../contract/records.ts';
import { judgePromises } from './judge-promises.ts';

interface Context {
  database: Knex;
  logger: { warn: (fields: object, text: string) => void };
}

const restMilliseconds = 1_000;

/**
 * Judges the promises of families whose payments were recorded or voided, a second later and all together, so that recording
 * waits for nothing. What a restart forgets, or another way of recording passes by, the hourly upkeep finds.
 */
export function followPayments({ database, logger }: Context): (payments: readonly Id[]) => void {
  const changed = new Set<Id>();
  let waiting = false;

  async function judge(): Promise<void> {
    waiting = false;
    const payments = [...changed];
    changed.clear();
    try {
      const families = await database('collection').whereIn('id', payments).whereNotNull('binaan').distinct('binaan');
      await judgePromises(database, new Date(), { families: families.map(({ binaan }) => binaan) });
    } catch (error) {
      logger.warn({ error }, 'Kader JKN: promises could not be judged at once; the hourly upkeep will');
    }
  }

  return (payments) => {
    for (const payment of payments) changed.add(payment);
    if (waiting) return;
    waiting = true;
    setTimeout(() => void judge(), restMilliseconds).unref();
  };
}
