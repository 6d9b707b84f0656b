import type { SchemaOverview } from '@directus/types';
import type { Knex } from 'knex';
import type { DirectusServices, ItemsServiceLike } from './context.ts';

/** One stage of writing: the transaction, the schema as it is now, and the services bound to both. */
export interface Writing {
  trx: Knex.Transaction;
  services: DirectusServices;
  options: { knex: Knex; schema: SchemaOverview; accountability: null };
  items(collectionName: string): ItemsServiceLike;
}

/** The installer writes without accountability: it makes the very permissions that would be checked. */
export function startWriting(services: DirectusServices, trx: Knex.Transaction, schema: SchemaOverview): Writing {
  const options = { knex: trx, schema, accountability: null };
  return { trx, services, options, items: (collectionName) => new services.ItemsService(collectionName, options) };
}
