import { type RoleKey, roleIds } from '../../contract/access.ts';
import type { Id } from '../../contract/records.ts';
import { type Desk, visibleRecord } from '../desk/desk.ts';
import { refusal } from '../errors.ts';

export interface FlowBranch {
  id: Id;
  name: string;
}

/**
 * The branches that an operation is about: those named, else the caller's own; an administrator, an auditor or the system that
 * names none means every active one. Refused as KADER_NOT_ALLOWED for other roles and for branches that the caller may not read.
 */
export async function branchesOf(desk: Desk, asked: readonly Id[], allowed: readonly RoleKey[]): Promise<FlowBranch[]> {
  const { admin, roles } = desk.accountability;
  if (!admin && !allowed.some((role) => roles.includes(roleIds[role]))) throw refusal('KADER_NOT_ALLOWED');
  if (asked.length > 0) return await Promise.all(asked.map((id) => branchNamed(desk, id)));
  const own = await ownBranch(desk);
  if (own !== null) return [await branchNamed(desk, own)];
  if (!admin && !roles.includes(roleIds.auditor)) throw refusal('KADER_NOT_ALLOWED');
  return await desk.knex('branch').where({ status: 'active' }).orderBy('name').select('id', 'name');
}

/** The one branch that something is written in: the one named, else the caller's own. Refused as KADER_FLOW_BRANCH where neither is. */
export async function branchToWriteIn(desk: Desk, asked: Id | null): Promise<Id> {
  const branch = asked ?? (await ownBranch(desk));
  if (branch === null) throw refusal(desk.accountability.admin ? 'KADER_FLOW_BRANCH' : 'KADER_NOT_ALLOWED');
  return branch;
}

async function ownBranch({ knex, accountability }: Desk): Promise<Id | null> {
  if (!accountability.user) return null;
  const own = await knex('directus_users').where({ id: accountability.user }).first<{ branch: Id | null }>('branch');
  return own?.branch ?? null;
}

async function branchNamed(desk: Desk, id: Id): Promise<FlowBranch> {
  const found = await visibleRecord(desk, 'branch', id, ['id', 'name']);
  if (found === null) throw refusal('KADER_NOT_ALLOWED');
  return { id: Number(found['id']), name: String(found['name']) };
}
