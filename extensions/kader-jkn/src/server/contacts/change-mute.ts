import type { Accountability } from '@directus/types';
import type { Knex } from 'knex';
import type { Mute } from '../../contract/contact-records.ts';
import { leadsBranch } from '../caller.ts';
import { refusal } from '../errors.ts';

type Told = Readonly<Record<string, unknown>>;
type Keys = readonly (string | number)[];

/**
 * The change of a mute that may be saved: decided or ended by a head of its branch or an administrator, and not by who asked
 * for it. Refused as KADER_NOT_ALLOWED, KADER_MUTE_OWN, KADER_MUTE_DECIDED.
 */
export async function changeMute(
  knex: Knex,
  told: Told,
  keys: Keys,
  accountability: Accountability | null,
): Promise<Told> {
  if (told['status'] === undefined) return told;
  const mutes: Pick<Mute, 'branch' | 'asked_by' | 'status'>[] = await knex('mute')
    .whereIn('id', [...keys])
    .select('branch', 'asked_by', 'status');
  for (const { branch, asked_by: askedBy, status } of mutes) {
    if (!(await leadsBranch(knex, accountability, branch))) throw refusal('KADER_NOT_ALLOWED');
    if (told['status'] === status) continue;
    const isDecided = status !== 'requested' && !(status === 'approved' && told['status'] === 'ended');
    if (isDecided) throw refusal('KADER_MUTE_DECIDED');
    const isOwn = askedBy !== null && accountability?.user === askedBy;
    if (isOwn && told['status'] !== 'ended') throw refusal('KADER_MUTE_OWN');
  }
  return told;
}
