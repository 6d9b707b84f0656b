import type { HookExtensionContext, RegisterFunctions, SchemaOverview } from '@directus/types';
import { askDispute } from '../../server/disputes/ask.ts';
import { changeDispute } from '../../server/disputes/end.ts';
import { tellAnswered, tellAsked } from '../../server/disputes/tell.ts';
import { changeAdjustment, recordAdjustment } from '../../server/record-adjustment.ts';
import { inOwnLanguage } from './own-language.ts';

type Told = Readonly<Record<string, unknown>>;

/** Corrections of imbal jasa are recorded by heads; disputes are asked by kader, ended once, and both sides are told. */
export function registerDispute({ filter, action }: RegisterFunctions, context: HookExtensionContext): void {
  filter<Told>(
    'commission_adjustment.items.create',
    inOwnLanguage(async (told, _meta, { database, schema, accountability }) =>
      isOurs(schema) ? await recordAdjustment(database, told, accountability) : told,
    ),
  );
  filter<Told>(
    'commission_adjustment.items.update',
    inOwnLanguage((told, _meta, { schema, accountability }) =>
      isOurs(schema) ? changeAdjustment(told, accountability) : told,
    ),
  );
  filter<Told>(
    'dispute.items.create',
    inOwnLanguage(async (told, _meta, { database, schema, accountability }) =>
      isOurs(schema) ? await askDispute(database, told, accountability) : told,
    ),
  );
  filter<Told>(
    'dispute.items.update',
    inOwnLanguage(async (told, { keys }, { database, schema, accountability }) =>
      isOurs(schema) ? await changeDispute(database, told, keys, accountability) : told,
    ),
  );

  action('dispute.items.create', async ({ key }, { schema }) => {
    if (isOurs(schema)) await tellAsked([Number(key)], context);
  });
  action('dispute.items.update', async ({ keys, payload }, { schema }) => {
    const isAnswered = payload['status'] === 'accepted' || payload['status'] === 'declined';
    if (isOurs(schema) && isAnswered) await tellAnswered(keys.map(Number), context);
  });
}

function isOurs(schema: SchemaOverview | null): boolean {
  return schema?.collections['dispute']?.fields['line_kind'] !== undefined;
}
