import type { HookExtensionContext, RegisterFunctions } from '@directus/types';
import { checkReferences } from '../../server/check-references.ts';
import { inOwnLanguage } from './own-language.ts';

type Told = Readonly<Record<string, unknown>>;

/** Nobody files a record under a kader or a family that they may not see (design 6). */
export function registerReferences(
  { filter }: Pick<RegisterFunctions, 'filter'>,
  { services }: Pick<HookExtensionContext, 'services'>,
): void {
  for (const event of ['items.create', 'items.update']) {
    filter<Told>(
      event,
      inOwnLanguage(async (told, { collection }, { database, schema, accountability }) => {
        if (schema !== null) {
          await checkReferences(services.ItemsService, collection, told, { knex: database, schema, accountability });
        }
        return told;
      }),
    );
  }
}
