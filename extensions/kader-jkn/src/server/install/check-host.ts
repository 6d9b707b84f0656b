import { randomUUID } from 'node:crypto';
import type { SchemaOverview } from '@directus/types';
import type { Knex } from 'knex';
import { asAdministrator, type InstallContext, quietly } from './context.ts';

/** Whether this instance can carry the bundle, and if not, why, in words for whoever installs it. */
export interface HostReport {
  directus: string;
  postgres: string;
  rowRules: boolean;
  refusals: string[];
}

const oldestDirectus = 11;
/** PostgreSQL 14 */
const oldestPostgres = 140000;

/** Reads version and database, and tries out whether row rules of permissions are enforced. Writes nothing. */
export async function checkHost(context: InstallContext): Promise<HostReport> {
  const schema = await context.getSchema({ database: context.knex, bypassCache: true });
  const directus = await directusVersion(context, schema);
  const major = Number.parseInt(directus, 10);
  const refusals: string[] = [];
  if (!(major >= oldestDirectus)) {
    refusals.push(`Directus ${directus} is too old: Kader JKN needs Directus ${oldestDirectus} or newer.`);
  }

  const postgres = await postgresVersion(context.knex);
  if (postgres === null) {
    refusals.push('The database is not PostgreSQL: Kader JKN needs PostgreSQL 14 or newer.');
    return { directus, postgres: 'none', rowRules: false, refusals };
  }
  if (postgres.number < oldestPostgres) {
    refusals.push(`PostgreSQL ${postgres.text} is too old: Kader JKN needs PostgreSQL 14 or newer.`);
  }

  const rowRules = major >= oldestDirectus && (await enforcesRowRules(context, schema));
  if (major >= oldestDirectus && !rowRules) {
    refusals.push(
      'This Directus does not enforce the row rules of permissions (Directus 12 without a licence ignores them): every branch would see the families of all others. Use Directus 11, or a licence that includes custom permission rules.',
    );
  }
  return { directus, postgres: postgres.text, rowRules, refusals };
}

async function directusVersion({ services, knex }: InstallContext, schema: SchemaOverview): Promise<string> {
  // Directus tells its version to whoever is signed in.
  const accountability = { ...asAdministrator, user: randomUUID() };
  const server = new services.ServerService({ knex, schema, accountability });
  const info = await server.serverInfo();
  return String(info['version'] ?? 'unknown');
}

async function postgresVersion(knex: Knex): Promise<{ number: number; text: string } | null> {
  if (knex.client.dialect !== 'postgresql') return null;
  const { rows } = await knex.raw<{ rows: { number: string; text: string }[] }>(
    `select current_setting('server_version_num') as number, current_setting('server_version') as text`,
  );
  return { number: Number(rows[0]?.number), text: rows[0]?.text ?? 'unknown' };
}

/**
 * Makes a role that may read one of two policies, reads as that role and counts, all in a transaction that is rolled
 * back (design 7). Ids are new each time, so that no cache of permissions can answer.
 */
async function enforcesRowRules({ knex, services }: InstallContext, schema: SchemaOverview): Promise<boolean> {
  const trx = await knex.transaction();
  try {
    const options = { knex: trx, schema, accountability: null };
    const [role, visible, hidden] = [randomUUID(), randomUUID(), randomUUID()];
    const items = (collectionName: string) => new services.ItemsService(collectionName, options);
    await items('directus_roles').createOne({ id: role, name: 'kader-jkn probe' }, quietly);
    for (const id of [visible, hidden]) {
      await items('directus_policies').createOne({ id, name: 'kader-jkn probe' }, quietly);
    }
    await items('directus_access').createOne({ role, policy: visible }, quietly);
    await items('directus_permissions').createOne(
      {
        policy: visible,
        collection: 'directus_policies',
        action: 'read',
        fields: ['id'],
        permissions: { id: { _eq: visible } },
      },
      quietly,
    );
    const accountability = { user: null, role, roles: [role], admin: false, app: false, ip: null };
    const reader = new services.ItemsService('directus_policies', { ...options, accountability });
    const seen = await reader.readByQuery({ fields: ['id'], limit: -1 });
    return seen.length === 1 && seen[0]?.['id'] === visible;
  } finally {
    await trx.rollback();
  }
}
