import { roleIds } from '../../contract/access.ts';
import type { Id } from '../../contract/records.ts';
import { type Desk, visibleRecord } from '../desk/desk.ts';
import { refusal } from '../errors.ts';

const takers = [roleIds.head, roleIds.staff];

/** Whether the caller takes lists in: a head, staff, or an administrator. */
export function takesListsIn({ admin, roles }: Desk['accountability']): boolean {
  return admin || takers.some((role) => roles.includes(role));
}

/** The branch of an import that the caller may see and take in. Refused as KADER_NOT_ALLOWED or KADER_IMPORT_UNKNOWN. */
export async function requireImport(desk: Desk, batch: Id): Promise<Id> {
  if (!takesListsIn(desk.accountability)) throw refusal('KADER_NOT_ALLOWED');
  const found = await visibleRecord(desk, 'import_batch', batch, ['branch']);
  if (found === null) throw refusal('KADER_IMPORT_UNKNOWN');
  return Number(found['branch']);
}

/** The branch into whose books a machine sends lists: its own; an administrator's machine may name one. */
export async function machineBranch({ knex, accountability }: Desk, asked: Id | null): Promise<Id> {
  const { admin, roles, user } = accountability;
  if (!takesListsIn(accountability) && !roles.includes(roleIds.integration)) throw refusal('KADER_NOT_ALLOWED');
  const own = await knex('directus_users').where({ id: user }).first('branch');
  const wanted = admin ? (asked ?? own?.branch ?? null) : (own?.branch ?? null);
  if (wanted === null || (asked !== null && asked !== wanted)) throw refusal('KADER_NOT_ALLOWED');
  return wanted;
}
