import { roleIds } from '../../contract/access.ts';
import type { Id, TimeZone } from '../../contract/records.ts';
import { type Desk, visibleRecord } from '../desk/desk.ts';

export interface FamilyHome {
  branch: Id;
  timezone: TimeZone;
}

/**
 * Where a family lives, for whoever may see it. A muted family is out of telekolekting's sight; an officer of its branch who
 * asks for it by number is told so, and nothing else of it: elevated, because their own rights cannot tell it from one that
 * does not exist. Null where the family is none of the caller's.
 */
export async function familyToContact(desk: Desk, id: Id): Promise<FamilyHome | null> {
  const { knex, accountability } = desk;
  const seen = await visibleRecord(desk, 'binaan', id, ['id']);
  const isOfficer = accountability.roles.includes(roleIds.telekolekting);
  if (!seen && !isOfficer) return null;
  const home = await knex('binaan as f')
    .join('branch as h', 'h.id', 'f.branch')
    .where('f.id', id)
    .first('f.branch', 'f.status', 'f.owed_months', 'h.timezone');
  if (seen || home === undefined) return home ?? null;
  if (home.status !== 'muted') return null;
  const { rows } = await knex.raw<{ rows: [{ inside: boolean }] }>(
    `select u.branch = :branch and kader_tele_eligible(u.branch, :months, 'active') as inside
     from directus_users u where u.id = :user`,
    { branch: home.branch, months: home.owed_months, user: accountability.user },
  );
  return rows[0]?.inside ? home : null;
}
