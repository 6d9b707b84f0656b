import type { Id, TimeZone } from '../../contract/records.ts';
import { type Desk, visibleRecord } from '../desk/desk.ts';
import { refusal } from '../errors.ts';
import { recorderOf } from '../recorder.ts';

/** The kader whose day it is, as far as lists and sheets name them. */
export interface PlannedKader {
  id: Id;
  code: string;
  name: string;
  branch: { id: Id; name: string; timezone: TimeZone };
}

/**
 * The kader that the caller may plan for: staff any of their branch, a kader only themselves (who need not be named). Refused
 * as KADER_NOT_ALLOWED for roles that do no field work, and KADER_KADER_UNKNOWN.
 */
export async function plannedKader(desk: Desk, asked: Id | null): Promise<PlannedKader> {
  const recorder = recorderOf(desk.accountability);
  if (recorder === null || recorder.kind === 'integration') throw refusal('KADER_NOT_ALLOWED');
  const own = recorder.kind === 'kader' ? await kaderOf(desk, recorder.user) : null;
  const id = asked ?? own;
  if (id === null || (recorder.kind === 'kader' && id !== own)) throw refusal('KADER_KADER_UNKNOWN');

  const kader = await visibleRecord(desk, 'kader', id, ['id', 'code', 'name', 'branch']);
  const branch = kader && (await visibleRecord(desk, 'branch', kader['branch'], ['id', 'name', 'timezone']));
  if (!kader || !branch) throw refusal('KADER_KADER_UNKNOWN');
  return {
    id: kader['id'],
    code: kader['code'],
    name: kader['name'],
    branch: { id: branch['id'], name: branch['name'], timezone: branch['timezone'] },
  };
}

async function kaderOf({ knex }: Desk, user: string | null): Promise<Id | null> {
  const found = await knex('directus_users').where({ id: user }).first('kader');
  return found?.kader ?? null;
}
