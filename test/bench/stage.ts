import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Environment } from '../../extensions/kader-jkn/bin/directus-environment.ts';
import { rootFolder } from '../../extensions/kader-jkn/bin/folders.ts';
import { type PostgresServer, startPostgres } from '../../extensions/kader-jkn/bin/postgres.ts';
import { asSuperuser, copyDatabase, password, templateDatabase, testEnvironment } from '../harness/template.ts';

/** A PostgreSQL of this run alone, in a folder of its own, with the settings of production: nothing is switched off. */
export interface Stage {
  folder: string;
  postgres: PostgresServer;
  /** database with Directus and Kader JKN installed */
  installed: string;
  /** database with Directus alone */
  directus: string;
  /** Makes `name` anew as a copy of another database. */
  copy: (name: string, template: string) => Promise<void>;
  /** Runs statements in a database as the superuser. */
  within: <T>(database: string, work: (client: pg.Client) => Promise<T>) => Promise<T>;
  /** The environment of a Directus on a database. */
  environment: (database: string) => Environment;
}

/** Takes down whatever of the stage stands, when a run ends or is cut short. Safe to call twice. */
export type Strike = () => Promise<void>;

/** Sets the stage. `stands` is told how to take it down as soon as there is something to take down. */
export async function setStage(stands: (strike: Strike) => void): Promise<Stage> {
  const folder = mkdtempSync(join(rootFolder, '.bench-'));
  const postgres = await startPostgres({ folder, password });
  const { port } = postgres;

  stands(async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const installed = await templateDatabase(port);
  const directus = await asSuperuser(port, async (client) => {
    const found = await client.query(`select datname from pg_database where datname like 'directus\\_%'`);
    return String(found.rows[0].datname);
  });
  return {
    folder,
    postgres,
    installed,
    directus,
    copy: (name, template) => asSuperuser(port, (client) => copyDatabase(client, name, template)),
    within: async (database, work) => {
      const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password, database });
      await client.connect();
      try {
        return await work(client);
      } finally {
        await client.end();
      }
    },
    environment: (database) => ({
      ...testEnvironment(port, database),
      LOG_LEVEL: 'warn',
      STORAGE_LOCAL_ROOT: join(folder, 'uploads'),
      TEMP_PATH: join(folder, 'tmp', database),
    }),
  };
}
