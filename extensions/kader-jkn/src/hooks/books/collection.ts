import type { RegisterFunctions, SchemaOverview } from '@directus/types';
import { changeCollection, decidedByDatabase, without } from '../../server/change-collection.ts';
import { refusal } from '../../server/errors.ts';
import { priceCollection } from '../../server/price-collection.ts';
import { priceReversal } from '../../server/price-reversal.ts';
import { recorderOf } from '../../server/recorder.ts';
import { inOwnLanguage } from './own-language.ts';

type Told = Readonly<Record<string, unknown>>;

/** What a new collection is never told: its id and its state. */
const notTold = ['id', 'status', 'void_reason', ...decidedByDatabase] as const;

/** A payment is priced as it is created, and only its state and note move afterwards (design 6). */
export function registerCollection({ filter }: RegisterFunctions): void {
  filter<Told>(
    'collection.items.create',
    inOwnLanguage(async (told, _meta, { database, schema, accountability }) => {
      if (!isInstalled(schema)) return told;
      const recorder = recorderOf(accountability);
      if (recorder === null) throw refusal('KADER_NOT_ALLOWED');
      const reverses = told['reverses'] !== null && told['reverses'] !== undefined;
      const decided = reverses
        ? await priceReversal(database, told, recorder)
        : await priceCollection(database, told, recorder, new Date());
      return { ...without(told, notTold), ...decided };
    }),
  );

  filter<Told>(
    'collection.items.update',
    inOwnLanguage((told, _meta, { schema }) => (isInstalled(schema) ? changeCollection(told) : told)),
  );
}

/** Whether the `collection` of this Directus is ours, and there yet. */
function isInstalled(schema: SchemaOverview | null): boolean {
  return schema?.collections['collection']?.fields['months_covered'] !== undefined;
}
