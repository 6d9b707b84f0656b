import type { RegisterFunctions } from '@directus/types';
import { refuseDelete } from '../../server/refuse-delete.ts';
import { inOwnLanguage } from './own-language.ts';

/** Errors of the database on DELETE reach nobody in words: what it would refuse is refused here first (design 6). */
export function registerDeletes({ filter }: RegisterFunctions): void {
  filter<(string | number)[]>(
    'items.delete',
    inOwnLanguage(async (keys, { collection }, { database, schema }) => {
      if (schema !== null) await refuseDelete(database, schema, collection, keys);
      return keys;
    }),
  );
}
