/** The few modules of @directus/api (which ships no types) that the launcher and the test harness call. */

declare module '@directus/api/database/index' {
  import type { Knex } from 'knex';
  export default function getDatabase(): Knex;
  export function isInstalled(): Promise<boolean>;
}

declare module '@directus/api/database/seeds/run' {
  import type { Knex } from 'knex';
  export default function runSeed(database: Knex): Promise<void>;
}

declare module '@directus/api/database/migrations/run' {
  import type { Knex } from 'knex';
  export default function run(database: Knex, direction: 'latest' | 'up' | 'down', log?: boolean): Promise<void>;
}

declare module '@directus/api/utils/create-admin' {
  import type { SchemaOverview } from '@directus/types';
  export function createAdmin(schema: SchemaOverview, admin?: { email: string; password: string }): Promise<void>;
}

declare module '@directus/api/utils/get-schema' {
  import type { SchemaOverview } from '@directus/types';
  export function getSchema(options?: {
    database?: import('knex').Knex;
    bypassCache?: boolean;
  }): Promise<SchemaOverview>;
}

declare module '@directus/api/cache' {
  export function clearSystemCache(options?: { forced?: boolean; autoPurgeCache?: boolean }): Promise<void>;
  export function flushCaches(forced?: boolean): Promise<void>;
}

declare module '@directus/api/flows' {
  export function getFlowManager(): { reload(): Promise<void>; reloadQueue: { onIdle(): Promise<void> } };
}

declare module '@directus/api/app' {
  import type { RequestListener } from 'node:http';
  export default function createApp(): Promise<RequestListener>;
}

declare module '@directus/api/server' {
  export function startServer(): Promise<void>;
}

declare module '@directus/api/logger/index' {
  export function useLogger(): { level: string };
}

declare module '@directus/api/services/index';
