import type { Knex } from 'knex';
import { dateOf, daysAfter } from '../../core/period.ts';
import { type PromiseChoice, promisesWithPayments, type StoredPromise, stateOf } from './promises-with-payments.ts';

/** A promise that is to be stored otherwise. */
interface Judged {
  id: number;
  state: StoredPromise['promise_state'];
  judged_on: string | null;
  follow_up_on: string | null;
}

/**
 * Judges promises by the family's payments and stores what changed; returns how many. A promise not kept is followed up on
 * the day after it, unless somebody named a day; one that was kept after all is not.
 */
export async function judgePromises(database: Knex, now: Date, choice: PromiseChoice = {}): Promise<number> {
  let changed = 0;
  for await (const promises of promisesWithPayments(database, choice)) {
    const judged = promises.map((promise) => judge(promise, now)).filter((one) => one !== null);
    if (judged.length > 0) await store(database, judged);
    changed += judged.length;
  }
  return changed;
}

function judge(promise: StoredPromise, now: Date): Judged | null {
  const today = dateOf(now, promise.timezone);
  const state = stateOf(promise, today);
  if (state === promise.promise_state) return null;
  const dayAfter = daysAfter(promise.promise_on, 1);
  const { follow_up_on: named } = promise;
  const automatic = named === null || named === dayAfter;
  return {
    id: promise.id,
    state,
    judged_on: state === 'open' ? null : today,
    follow_up_on: automatic ? (state === 'broken' ? dayAfter : null) : named,
  };
}

async function store(database: Knex, judged: readonly Judged[]): Promise<void> {
  await database.transaction(async (trx) => {
    await trx.raw("select set_config('kader.judging', 'on', true)");
    await trx.raw(
      `update activity a set promise_state = j.state, promise_judged_on = j.judged_on, follow_up_on = j.follow_up_on
       from jsonb_to_recordset(cast(:judged as jsonb))
         as j (id integer, state text, judged_on date, follow_up_on date)
       where a.id = j.id and a.promise_state is not null`,
      { judged: JSON.stringify(judged) },
    );
    await trx.raw("select set_config('kader.judging', '', true)");
  });
}
