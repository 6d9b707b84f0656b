import type { RegisterFunctions, SchemaOverview } from '@directus/types';
import { askDispute } from '../../server/disputes/ask.ts';
import { changeDispute } from '../../server/disputes/end.ts';
import { changeAdjustment, recordAdjustment } from '../../server/record-adjustment.ts';
import { inOwnLanguage } from './own-language.ts';

type Told = Readonly<Record<string, unknown>>;

/** Corrections of imbal jasa are recorded by heads; disputes are asked by kader and ended once. */
export function registerDispute({ filter }: RegisterFunctions): void {
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
}

function isOurs(schema: SchemaOverview | null): boolean {
  return schema?.collections['dispute']?.fields['line_kind'] !== undefined;
}
