import type { RegisterFunctions } from '@directus/types';
import { refusal } from '../../server/errors.ts';
import { inOwnLanguage } from './own-language.ts';

type Told = Readonly<Record<string, unknown>>;

/** The fields of directus_users that row rules compare with (design 6). */
const links = ['branch', 'kader'] as const;

/** Only administrators say which branch and which kader a user is. */
export function registerUsers({ filter }: RegisterFunctions): void {
  for (const event of ['users.create', 'users.update']) {
    filter<Told>(
      event,
      inOwnLanguage((told, _meta, { accountability, schema }) => {
        const isOurs = schema?.collections['kader'] !== undefined;
        const field = links.find((link) => told[link] !== undefined);
        if (isOurs && field !== undefined && accountability && !accountability.admin)
          throw refusal('KADER_USER_LINK', { field });
        return told;
      }),
    );
  }
}
