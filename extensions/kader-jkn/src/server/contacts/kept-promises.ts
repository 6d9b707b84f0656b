import type { KeptPromises } from '../../contract/contacts.ts';
import type { Id } from '../../contract/records.ts';
import { dateOf, daysAfter } from '../../core/period.ts';
import { keptRate, type PromiseCount } from '../../core/promise.ts';
import { type Desk, visibleRecord } from '../desk/desk.ts';
import { refusal } from '../errors.ts';
import { mayReadPromises } from './may-read-promises.ts';

/** Days of promises that the rate speaks of. */
const spanDays = 180;

/**
 * How the promises made to a kader in the last half year ended, for who coaches that kader and for the kader: families are
 * not named. Refused as KADER_NOT_ALLOWED, KADER_REFERENCE_UNKNOWN.
 */
export async function readKeptPromises(desk: Desk, kader: Id): Promise<KeptPromises> {
  if (!mayReadPromises(desk)) throw refusal('KADER_NOT_ALLOWED');
  const found = await visibleRecord(desk, 'kader', kader, ['id', 'branch']);
  if (!found) throw refusal('KADER_REFERENCE_UNKNOWN', { field: 'kader' });
  const { timezone } = await desk.knex('branch').where({ id: found['branch'] }).first('timezone');
  const since = daysAfter(dateOf(desk.now(), timezone), -spanDays);
  const { rows } = await desk.knex.raw<{ rows: [PromiseCount & { due_today: number }] }>(
    `select count(*) filter (where a.promise_state = 'open')::integer as open,
       count(*) filter (where a.promise_state = 'kept')::integer as kept,
       count(*) filter (where a.promise_state = 'broken')::integer as broken,
       count(*) filter (where a.promise_state = 'open' and a.promise_on = :today)::integer as due_today
     from activity a
     where a.kader = :kader and a.promise_state is not null and a.at >= cast(:since as timestamp) at time zone :timezone`,
    { kader, since, timezone, today: dateOf(desk.now(), timezone) },
  );
  const [count] = rows;
  return { ...count, since, kept_bp: keptRate(count) };
}
