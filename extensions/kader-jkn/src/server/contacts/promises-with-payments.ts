import type { Knex } from 'knex';
import type { PromiseState } from '../../contract/contact-records.ts';
import type { Id, TimeZone } from '../../contract/records.ts';
import type { DateText } from '../../core/period.ts';
import { judgePromise, type PromisePayment } from '../../core/promise.ts';
import { inChunks } from '../audit/chunks.ts';

/** A promise as it stands, with the payments that speak for it. */
export interface StoredPromise {
  id: Id;
  at: Date;
  promise_on: DateText;
  promise_amount: number | null;
  promise_state: PromiseState;
  promise_judged_on: DateText | null;
  follow_up_on: DateText | null;
  timezone: TimeZone;
  payments: PromisePayment[];
}

/** Which promises are looked at; nothing said: all of them. */
export interface PromiseChoice {
  families?: readonly Id[];
  branches?: readonly Id[];
  /** open ones, and those of this day or later */
  since?: DateText;
}

// A payment at the very moment of the promise is not what was promised then.
const question = `
  select a.id, a.at, a.promise_on::text as promise_on, a.promise_amount, a.promise_state,
    a.promise_judged_on::text as promise_judged_on, a.follow_up_on::text as follow_up_on, h.timezone, (
      select coalesce(jsonb_agg(jsonb_build_object('amount', c.amount, 'paid_at', c.paid_at)), '[]')
      from collection c
      where c.binaan = any (kader_payers_of(coalesce(f.merged_into, f.id))) and c.status in ('recorded', 'verified') and c.paid_at > a.at
        and c.paid_at < (a.promise_on + 1)::timestamp at time zone h.timezone) as payments
  from activity a
  join branch h on h.id = a.branch
  join binaan f on f.id = a.binaan
  where a.promise_state is not null and a.id > :after
    and (cast(:families as integer[]) is null or f.id = any (:families) or f.merged_into = any (:families))
    and (cast(:branches as integer[]) is null or a.branch = any (:branches))
    and (cast(:since as date) is null or a.promise_state = 'open' or a.promise_on >= :since)
  order by a.id
  limit :limit`;

/** Promises in order of their number, some thousands at a time. */
export function promisesWithPayments(
  knex: Knex,
  { families, branches, since }: PromiseChoice = {},
): AsyncGenerator<StoredPromise[]> {
  return inChunks<StoredPromise>(knex, question, {
    families: families ? [...families] : null,
    branches: branches ? [...branches] : null,
    since: since ?? null,
  });
}

/** What a stored promise comes to on a day of its branch. */
export function stateOf(promise: StoredPromise, today: DateText): PromiseState {
  return judgePromise(promise, promise.payments, today, promise.timezone);
}
