import type { RegisterFunctions, SchemaOverview } from '@directus/types';
import { takeOnKader } from '../../server/life/take-on-kader.ts';
import { inOwnLanguage } from './own-language.ts';

type Told = Readonly<Record<string, unknown>>;

/** A kader begins as a candidate, or is taken over with a contract. */
export function registerLife({ filter }: RegisterFunctions): void {
  filter<Told>(
    'kader.items.create',
    inOwnLanguage((told, _meta, { schema, accountability }) =>
      isOurs(schema) ? takeOnKader(told, accountability) : told,
    ),
  );
}

function isOurs(schema: SchemaOverview | null): boolean {
  return schema?.collections['kader']?.fields['contract_number'] !== undefined;
}
