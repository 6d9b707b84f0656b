import { ForbiddenError } from '@directus/errors';
import type { Accountability, ExtensionsServices, Item, SchemaOverview } from '@directus/types';
import type { Knex } from 'knex';
import type { CollectionName, Id } from '../../contract/records.ts';

/** What a use case of the desk works with: who asks, and the Directus that answers. */
export interface Desk {
  knex: Knex;
  schema: SchemaOverview;
  accountability: Accountability;
  services: Pick<ExtensionsServices, 'ItemsService' | 'AssetsService' | 'FilesService'>;
  now: () => Date;
}

/** Reads a collection with the caller's own rights. */
export function itemsFor(desk: Desk, collectionName: CollectionName): InstanceType<ExtensionsServices['ItemsService']> {
  const { knex, schema, accountability } = desk;
  return new desk.services.ItemsService(collectionName, { knex, schema, accountability });
}

/** The record, or null where it does not exist or is not for the caller's eyes: Directus does not tell the two apart. */
export async function visibleRecord(
  desk: Desk,
  collectionName: CollectionName,
  id: Id,
  fields: string[],
): Promise<Item | null> {
  try {
    return await itemsFor(desk, collectionName).readOne(id, { fields });
  } catch (error) {
    if (error instanceof ForbiddenError || (error as { code?: unknown }).code === 'FORBIDDEN') return null;
    throw error;
  }
}
