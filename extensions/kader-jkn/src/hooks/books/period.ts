import type { RegisterFunctions } from '@directus/types';
import { changePeriod } from '../../server/change-period.ts';
import { inOwnLanguage } from './own-language.ts';

type Told = Readonly<Record<string, unknown>>;

/** A month closes by its button only; approval and payment are signed by the server. */
export function registerPeriod({ filter }: RegisterFunctions): void {
  filter<Told>(
    'period.items.update',
    inOwnLanguage(async (told, { keys }, { database, schema, accountability }) => {
      const isOurs = schema?.collections['period']?.fields['commission_total'] !== undefined;
      return isOurs ? await changePeriod(database, told, keys, accountability, new Date()) : told;
    }),
  );
}
