import type { ExtensionsServices, SchemaOverview } from '@directus/types';
import type { Knex } from 'knex';
import type { Desk } from '../desk/desk.ts';

/** What the outbox works with: the Directus it runs in. It acts for nobody in particular. */
export interface OutboxContext {
  database: Knex;
  services: Pick<ExtensionsServices, 'ItemsService' | 'AssetsService' | 'FilesService' | 'MailService'>;
  getSchema: () => Promise<SchemaOverview>;
  env: Readonly<Record<string, unknown>>;
  logger: {
    info: (fields: object, text: string) => void;
    warn: (fields: object, text: string) => void;
    error: (fields: unknown, text: string) => void;
  };
}

/**
 * A desk of the system's own: what is written to somebody was decided when it was queued, by a person or a flow that might,
 * and their documents are made in full.
 */
export async function deskOfOutbox({ services, getSchema }: OutboxContext, knex: Knex): Promise<Desk> {
  const accountability = { user: null, role: null, roles: [], admin: true, app: false, ip: null };
  return { knex, schema: await getSchema(), accountability, services, now: () => new Date() };
}
