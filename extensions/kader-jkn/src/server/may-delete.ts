import type { Accountability, SchemaOverview } from '@directus/types';
import type { Knex } from 'knex';

interface Caller {
  knex: Knex;
  schema: SchemaOverview;
  accountability: Accountability | null;
}

/** The part of Directus's PermissionsService that says what a caller may do with the items of a collection. */
export type PermissionsClass = new (
  caller: Caller,
) => { getItemPermissions(collectionName: string): Promise<{ delete: { access: boolean } }> };

/** Whether the caller has the permission to delete in a collection at all; who has not is refused by Directus itself. */
export async function mayDelete(
  Permissions: PermissionsClass,
  collectionName: string,
  caller: Caller,
): Promise<boolean> {
  const { accountability } = caller;
  if (accountability === null || accountability.admin) return true;
  if (accountability.user === null) return false;
  const { delete: allowed } = await new Permissions(caller).getItemPermissions(collectionName);
  return allowed.access;
}
