import { roleIds } from '../../contract/access.ts';
import type { Desk } from '../desk/desk.ts';

/** How kept promises are counted is read by who coaches the kader, by the kader, and by auditors; not by telekolekting. */
export function mayReadPromises({ accountability: { admin, roles } }: Pick<Desk, 'accountability'>): boolean {
  return admin || ![roleIds.telekolekting, roleIds.integration].some((role) => roles.includes(role));
}
