import type { Accountability } from '@directus/types';
import type { Knex } from 'knex';
import { roleIds } from '../contract/access.ts';
import type { Id } from '../contract/records.ts';

/** Whether the caller may do what a head of collection does: a head, an administrator, or a process of ours. */
export function leads(accountability: Accountability | null): boolean {
  return accountability === null || accountability.admin || accountability.roles.includes(roleIds.head);
}

/** Whether the caller leads this branch: its own head, an administrator, or a process of ours. */
export async function leadsBranch(knex: Knex, accountability: Accountability | null, branch: Id): Promise<boolean> {
  if (!leads(accountability)) return false;
  if (accountability === null || accountability.admin) return true;
  if (accountability.user === null) return false;
  const user = await knex('directus_users').where({ id: accountability.user }).first('branch');
  return user?.branch === branch;
}

/** Whether the caller is of the branch's office: its head, its staff, an administrator, or a process of ours. */
export async function worksForBranch(knex: Knex, accountability: Accountability | null, branch: Id): Promise<boolean> {
  if (accountability === null || accountability.admin) return true;
  const { user, roles } = accountability;
  if (!user || !(roles.includes(roleIds.head) || roles.includes(roleIds.staff))) return false;
  const own = await knex('directus_users').where({ id: user }).first<{ branch: Id | null } | undefined>('branch');
  return own?.branch === branch;
}

/** Whether the caller is this kader: nobody decides on their own pay. */
export async function isKader(knex: Knex, accountability: Accountability | null, kader: Id): Promise<boolean> {
  if (!accountability?.user) return false;
  const user = await knex('directus_users').where({ id: accountability.user }).first('kader');
  return user?.kader === kader;
}
