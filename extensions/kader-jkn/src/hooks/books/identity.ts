import type { RegisterFunctions } from '@directus/types';
import { type IdentityRecord, refuseMalformed } from '../../server/families/check-identity.ts';
import { inOwnLanguage } from './own-language.ts';

type Told = Readonly<Record<string, unknown>>;

const records: readonly IdentityRecord[] = ['binaan', 'kader', 'enrolment'];

/** Numbers of families, their heads, kader and prospects have the structure of such numbers (core/identity-number.ts). */
export function registerIdentity({ filter }: RegisterFunctions): void {
  for (const record of records) {
    for (const event of [`${record}.items.create`, `${record}.items.update`]) {
      filter<Told>(
        event,
        inOwnLanguage((told, _meta, { schema }) =>
          schema?.collections['family_duplicate'] === undefined ? told : refuseMalformed(record, told),
        ),
      );
    }
  }
}
