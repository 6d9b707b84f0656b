import type { Knex } from 'knex';
import type { DateText, Id, KaderStatus } from '../../contract/records.ts';
import type { DateText as Day } from '../../core/period.ts';
import { leadsBranch } from '../caller.ts';
import { type Desk, visibleRecord } from '../desk/desk.ts';
import { refusal } from '../errors.ts';

/** A kader as the steps of a life look at them; days are in the branch's calendar. */
export interface LivedKader {
  id: Id;
  name: string;
  branch: Id;
  status: KaderStatus;
  today: Day;
  joined_on: Day | null;
  ended_on: DateText | null;
  contract_number: string | null;
  contract_from: Day | null;
  contract_to: Day | null;
}

const question = `
  select k.id, k.name, k.branch, k.status, (now() at time zone b.timezone)::date::text as today,
    k.joined_on::text as joined_on, k.ended_on::text as ended_on, k.contract_number,
    k.contract_from::text as contract_from, k.contract_to::text as contract_to
  from kader k
  join branch b on b.id = k.branch
  where k.id = :kader`;

/** What a caller must be able to read of a kader before anything of their life is shown or done. */
const fieldsShown = ['id', 'status', 'joined_on', 'contract_number', 'contract_to'];

/** The kader as it stands now. Refused as KADER_LIFE_UNKNOWN. */
export async function readLivedKader(knex: Knex, kader: Id): Promise<LivedKader> {
  const { rows } = await knex.raw<{ rows: LivedKader[] }>(question, { kader });
  const [found] = rows;
  if (found === undefined) throw refusal('KADER_LIFE_UNKNOWN');
  return found;
}

/** A kader whose life the caller may see. Refused as KADER_LIFE_UNKNOWN. */
export async function requireSeen(desk: Desk, kader: Id): Promise<LivedKader> {
  if ((await visibleRecord(desk, 'kader', kader, fieldsShown)) === null) throw refusal('KADER_LIFE_UNKNOWN');
  return await readLivedKader(desk.knex, kader);
}

/** A kader of a branch that the caller leads. Refused as KADER_LIFE_UNKNOWN or KADER_NOT_ALLOWED. */
export async function requireLed(desk: Desk, kader: Id): Promise<LivedKader> {
  const found = await requireSeen(desk, kader);
  if (!(await leadsBranch(desk.knex, desk.accountability, found.branch))) throw refusal('KADER_NOT_ALLOWED');
  return found;
}
