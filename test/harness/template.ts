import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import {
  bundleEnvironment,
  databaseEnvironment,
  type Environment,
} from '../../extensions/kader-jkn/bin/directus-environment.ts';
import { bundleFolder, rootFolder } from '../../extensions/kader-jkn/bin/folders.ts';
import { hashFiles } from '../../extensions/kader-jkn/bin/hash-files.ts';
import { bootstrapDirectus, runBundleCommand } from '../../extensions/kader-jkn/bin/run-directus.ts';

export const password = 'kader-test';
export const adminToken = 'kader-test-administrator';

/** The role that owns the test databases: no superuser, as in production. */
const owner = 'kader';

/** Runs statements as the superuser of the test server, outside any test database unless one is named. */
export async function asSuperuser<T>(
  port: number,
  work: (client: pg.Client) => Promise<T>,
  database = 'postgres',
): Promise<T> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password, database });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Makes `name` anew as a copy of a template (of nothing: an empty database), whoever is connected to it. */
export async function copyDatabase(client: pg.Client, name: string, template = 'template0'): Promise<void> {
  await client.query(`drop database if exists ${name} with (force)`);
  await client.query(`create database ${name} template ${template} owner ${owner}`);
}

/** What a Directus on one of the test databases is given. */
export function testEnvironment(port: number, database: string): Environment {
  return {
    ...bundleEnvironment(),
    ...databaseEnvironment({ port, database, user: owner, password }),
    ADMIN_EMAIL: 'admin@kader.example.com',
    ADMIN_PASSWORD: password,
    ADMIN_TOKEN: adminToken,
    SECRET: 'kader-test-secret-of-32-characters-or-more',
    STORAGE_LOCAL_ROOT: join(rootFolder, '.test/uploads'),
    TEMP_PATH: join(rootFolder, '.test/tmp'),
    // No .env file of the developer's own instance.
    CONFIG_PATH: join(rootFolder, 'test/harness/no-config'),
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error',
    // A machine under load answers late; it does not turn tests away.
    PRESSURE_LIMITER_ENABLED: 'false',
  };
}

/** A database that is made once: under another name first, so that one cut short is never mistaken for it. */
async function once(client: pg.Client, name: string, template: string, fill: (name: string) => Promise<void>) {
  const found = await client.query('select 1 from pg_database where datname = $1', [name]);
  if (found.rowCount) return;
  const unfinished = `${name}_new`;
  await copyDatabase(client, unfinished, template);
  await fill(unfinished);
  await client.query(`alter database ${unfinished} rename to ${name}`);
}

/** Everything whose change asks for a new installation. */
function installationHash(): string {
  return hashFiles([
    join(bundleFolder, 'src/contract'),
    join(bundleFolder, 'src/core'),
    join(bundleFolder, 'src/server/install'),
    join(bundleFolder, 'src/hooks/command'),
    join(bundleFolder, 'bin/build-areas.ts'),
    join(bundleFolder, 'package.json'),
    join(rootFolder, 'schema'),
    join(rootFolder, 'seeds/reference'),
  ]).slice(0, 12);
}

/**
 * The template database: Directus with the bundle installed, nothing else. Made when the schema, the reference data or
 * the installer changed; returns its name.
 */
export async function templateDatabase(port: number): Promise<string> {
  return await asSuperuser(port, async (client) => {
    // Two test runs at once must not both make it; the lock ends with this session.
    await client.query(`select pg_advisory_lock(hashtext('kader template'))`);
    await client.query(
      `do $$ begin if to_regrole('${owner}') is null then create role ${owner} login password '${password}'; end if; end $$`,
    );
    await client.query(`grant set on parameter session_replication_role to ${owner}`);

    const directusVersion = hashFiles([join(rootFolder, 'node_modules/@directus/api/package.json')]).slice(0, 12);
    const directus = `directus_${directusVersion}`;
    await once(client, directus, 'template0', (name) => bootstrapDirectus(testEnvironment(port, name)));
    if (!existsSync(join(bundleFolder, 'src/hooks/command/index.ts'))) return directus;

    const installed = `kader_${createHash('sha256').update(directusVersion).update(installationHash()).digest('hex').slice(0, 12)}`;
    await once(client, installed, directus, (name) => runBundleCommand(['install'], testEnvironment(port, name)));
    const old = await client.query(
      `select datname from pg_database
       where (datname like 'kader\\_%' or datname like 'directus\\_%') and datname <> all ($1)`,
      [[directus, installed]],
    );
    for (const { datname } of old.rows) await client.query(`drop database if exists ${datname} with (force)`);
    return installed;
  });
}
