import type { HookExtensionContext, RegisterFunctions } from '@directus/types';
import { mayDelete } from '../../server/may-delete.ts';
import { ourCollections } from '../../server/our-collections.ts';
import { refuseDelete } from '../../server/refuse-delete.ts';
import { inOwnLanguage } from './own-language.ts';

/**
 * Errors of the database on DELETE reach nobody in words: what it would refuse is refused here first (design 6), to those
 * who may delete at all. Filters run before Directus looks at permissions.
 */
export function registerDeletes(
  { filter }: Pick<RegisterFunctions, 'filter'>,
  { services }: Pick<HookExtensionContext, 'services'>,
): void {
  filter<(string | number)[]>(
    'items.delete',
    inOwnLanguage(async (keys, { collection }, { database, schema, accountability }) => {
      if (schema === null || !ourCollections.has(collection)) return keys;
      const caller = { knex: database, schema, accountability };
      if (await mayDelete(services.PermissionsService, collection, caller)) {
        await refuseDelete(database, schema, collection, keys);
      }
      return keys;
    }),
  );
}
