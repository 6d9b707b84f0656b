import type { Knex } from 'knex';
import { dateOf, daysAfter } from '../../core/period.ts';
import { promisesWithPayments, type StoredPromise, stateOf } from '../contacts/promises-with-payments.ts';
import { type Difference, differences } from './difference.ts';

/** Every promise is judged as its family's payments say; one whose day passed yesterday may still wait for the upkeep. */
export async function* auditPromises(knex: Knex): AsyncGenerator<Difference> {
  const now = new Date();
  for await (const promises of promisesWithPayments(knex)) {
    for (const promise of promises) yield* auditPromise(promise, now);
  }
}

function auditPromise(promise: StoredPromise, now: Date): Difference[] {
  const today = dateOf(now, promise.timezone);
  const { id, promise_state: stored } = promise;
  const waits = stored === 'open' && promise.promise_on >= daysAfter(today, -1);
  const expected = waits ? stateOf(promise, promise.promise_on) : stateOf(promise, today);
  return differences('activity', id, promise, { promise_state: expected });
}
