import type { SchemaOverview } from '@directus/types';
import type { Knex } from 'knex';

/** The part of an ItemsService that the installer calls. */
export interface ItemsServiceLike {
  createMany(rows: object[], options?: object): Promise<unknown[]>;
  createOne(row: object, options?: object): Promise<unknown>;
  updateOne(key: string | number, row: object, options?: object): Promise<unknown>;
  updateMany(keys: (string | number)[], row: object, options?: object): Promise<unknown[]>;
  upsertSingleton(row: object, options?: object): Promise<unknown>;
  readByQuery(query: object): Promise<Record<string, unknown>[]>;
}

interface ServiceOptions {
  knex: Knex;
  schema: SchemaOverview;
  accountability?: object | null;
}

/** The services of Directus that the installer builds on, as extensions receive them. */
export interface DirectusServices {
  ItemsService: new (collectionName: string, options: ServiceOptions) => ItemsServiceLike;
  CollectionsService: new (
    options: ServiceOptions,
  ) => {
    createOne(definition: object, options?: object): Promise<string>;
  };
  FieldsService: new (
    options: ServiceOptions,
  ) => {
    createField(collectionName: string, field: object, table?: undefined, options?: object): Promise<void>;
    updateField(collectionName: string, field: object, options?: object): Promise<string>;
  };
  RelationsService: new (
    options: ServiceOptions,
  ) => {
    createOne(relation: object, options?: object): Promise<void>;
    updateOne(collectionName: string, field: string, relation: object, options?: object): Promise<void>;
  };
  UsersService: new (options: ServiceOptions) => ItemsServiceLike;
  ServerService: new (options: ServiceOptions) => { serverInfo(): Promise<Record<string, unknown>> };
  UtilsService: new (options: ServiceOptions) => { clearCache(options: { system: boolean }): Promise<void> };
}

/** What a command of ours works with: the extension context of Directus, and where progress goes. */
export interface InstallContext {
  knex: Knex;
  services: DirectusServices;
  getSchema: (options?: { database?: Knex; bypassCache?: boolean }) => Promise<SchemaOverview>;
  env: Record<string, unknown>;
  /** one readable line of progress */
  report: (line: string) => void;
}

/** Writing without events and without clearing caches row by row: the caches are cleared once, after the commit. */
export const quietly = { emitEvents: false, autoPurgeCache: false, autoPurgeSystemCache: false, bypassLimits: true };

/** The accountability of the installer where a service asks for an administrator: it acts for whoever runs the command. */
export const asAdministrator = { user: null, role: null, roles: [], admin: true, app: true, ip: null };
