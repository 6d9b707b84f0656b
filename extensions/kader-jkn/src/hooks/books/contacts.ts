import type { HookExtensionContext, RegisterFunctions, SchemaOverview } from '@directus/types';
import { changeMute } from '../../server/contacts/change-mute.ts';
import { followPayments } from '../../server/contacts/follow-payments.ts';
import { inOwnLanguage } from './own-language.ts';

type Told = Readonly<Record<string, unknown>>;

/** Mutes are decided by heads; promises follow the payments. */
export function registerContacts({ filter, action }: RegisterFunctions, context: HookExtensionContext): void {
  filter<Told>(
    'mute.items.update',
    inOwnLanguage(async (told, { keys }, { database, schema, accountability }) =>
      isOurs(schema) ? await changeMute(database, told, keys, accountability) : told,
    ),
  );

  const follow = followPayments(context);
  action('collection.items.create', ({ key }, { schema }) => {
    if (isOurs(schema)) follow([Number(key)]);
  });
  action('collection.items.update', ({ keys, payload }, { schema }) => {
    if (isOurs(schema) && payload['status'] === 'void') follow(keys.map(Number));
  });
}

function isOurs(schema: SchemaOverview | null): boolean {
  return schema?.collections['mute']?.fields['asked_by'] !== undefined;
}
