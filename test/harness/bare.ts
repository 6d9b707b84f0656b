import knexFactory, { type Knex } from 'knex';
import { inject } from 'vitest';
import type { Environment } from '../../extensions/kader-jkn/bin/directus-environment.ts';
import type { DirectusServices, InstallContext } from '../../extensions/kader-jkn/src/server/install/context.ts';
import type { TestDirectus } from './index.ts';
import { asSuperuser, copyDatabase, password, testEnvironment } from './template.ts';

/** A database with Directus and nothing of ours, for tests of the installer. */
export interface BareDirectus {
  knex: Knex;
  /** what the installer works with */
  context: InstallContext;
  /** lines of progress so far */
  reported: string[];
  /** for commands run as a process of their own */
  environment: Environment;
  stop: () => Promise<void>;
}

/**
 * Copies the database of a Directus as it is before, or right after, the installation. Services come from the running
 * Directus (getDirectus), on the copy.
 */
export async function getBareDirectus(app: TestDirectus, state: 'bare' | 'installed' = 'bare'): Promise<BareDirectus> {
  // Directus reads its environment when it is imported.
  const { getSchema } = await import('@directus/api/utils/get-schema');
  const { port, template } = inject('testDatabase');
  const database = `test_${process.pid}_bare`;
  await asSuperuser(port, async (client) => {
    const { rows } = await client.query(`select datname from pg_database where datname ~ '^directus_[0-9a-f]+$'`);
    await copyDatabase(client, database, state === 'bare' ? rows[0].datname : template);
  });
  const connection = { host: '127.0.0.1', port, database, user: 'kader', password };
  const knex = knexFactory({ client: 'pg', connection, pool: { min: 0, max: 4 } });
  const reported: string[] = [];
  return {
    knex,
    reported,
    environment: testEnvironment(port, database),
    context: {
      knex,
      services: app.services() as unknown as DirectusServices,
      getSchema,
      env: {},
      report: (line) => reported.push(line),
    },
    stop: async () => {
      await knex.destroy();
      await asSuperuser(port, (client) => client.query(`drop database if exists ${database} with (force)`));
    },
  };
}
