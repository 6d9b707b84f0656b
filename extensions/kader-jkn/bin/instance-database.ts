import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Secrets } from './data-folder.ts';
import { databaseEnvironment, type Environment } from './directus-environment.ts';
import { distFolder, nodeModules } from './folders.ts';
import { hashFiles } from './hash-files.ts';
import { StopSentence } from './stop-sentence.ts';

/** The database of the instance of `npm start`, and the role that owns it: no superuser. */
const name = 'kader';
/** Where a first start builds it; it gets its name when it is complete, so that one cut short begins again. */
const unfinishedName = 'kader_unfinished';

/** What a start has to know of a database. */
export interface DatabaseFacts {
  hasDirectus: boolean;
  hasBundle: boolean;
  branches: number;
  /** e-mail addresses of the demo's accounts that can still sign in */
  demoAccounts: string[];
}

/** The DB_* variables of the embedded database, complete or (`unfinished`) being built. */
export function embeddedDatabase(port: number, { databasePassword }: Secrets, unfinished = false): Environment {
  const database = unfinished ? unfinishedName : name;
  return databaseEnvironment({ port, database, user: name, password: databasePassword });
}

async function asSuperuser<T>(port: number, { databasePassword }: Secrets, work: (client: pg.Client) => Promise<T>) {
  const connection = { host: '127.0.0.1', port, user: 'postgres', password: databasePassword, database: 'postgres' };
  const client = new pg.Client(connection);
  try {
    await client.connect();
  } catch (error) {
    throw new StopSentence(
      `The embedded database does not accept the password of this data folder's secrets.json (${(error as Error).message}). Restore that file from a backup, or start with an empty folder (KADER_DATA_DIR).`,
    );
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Whether the embedded database is there and complete. */
export function isComplete(port: number, secrets: Secrets): Promise<boolean> {
  return asSuperuser(port, secrets, async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    return found.rowCount === 1;
  });
}

/** Makes an empty database to build in; what a start that was cut short left goes. */
export function beginDatabase(port: number, secrets: Secrets): Promise<void> {
  return asSuperuser(port, secrets, async (client) => {
    const role = await client.query('select 1 from pg_roles where rolname = $1', [name]);
    const password = client.escapeLiteral(secrets.databasePassword);
    if (role.rowCount === 0) await client.query(`create role ${name} login password ${password}`);
    // lists of families go in at the speed of COPY (docs/decisions/010-lists-by-copy.md)
    await client.query(`grant set on parameter session_replication_role to ${name}`);
    await client.query(`drop database if exists ${unfinishedName} with (force)`);
    await client.query(`create database ${unfinishedName} template template0 owner ${name}`);
  });
}

/** Gives the finished database its name. */
export function finishDatabase(port: number, secrets: Secrets): Promise<void> {
  return asSuperuser(port, secrets, async (client) => {
    await client.query(`alter database ${unfinishedName} rename to ${name}`);
  });
}

function clientOf(environment: Environment): pg.Client {
  const rejectUnauthorized = environment['DB_SSL__REJECT_UNAUTHORIZED'] !== 'false';
  const hasSsl = Object.keys(environment).some((key) => key.startsWith('DB_SSL')) && environment['DB_SSL'] !== 'false';
  const ssl = hasSsl ? { ssl: { rejectUnauthorized } } : {};
  const text = environment['DB_CONNECTION_STRING'];
  if (text) return new pg.Client({ connectionString: text, connectionTimeoutMillis: 8_000, ...ssl });
  return new pg.Client({
    host: environment['DB_HOST'],
    port: Number(environment['DB_PORT'] ?? 5432),
    database: environment['DB_DATABASE'],
    user: environment['DB_USER'],
    password: environment['DB_PASSWORD'],
    connectionTimeoutMillis: 8_000,
    ...ssl,
  });
}

/** Connects once and looks. Refuses with a sentence when the server cannot be reached. */
export async function inspectDatabase(environment: Environment): Promise<DatabaseFacts> {
  let client: pg.Client;
  try {
    client = clientOf(environment);
    await client.connect();
  } catch (error) {
    const place = environment['DB_HOST']
      ? `${environment['DB_HOST']}:${environment['DB_PORT'] ?? 5432}`
      : 'of DB_CONNECTION_STRING';
    const reason =
      error instanceof AggregateError ? error.errors.map(String).join('; ') : String((error as Error).message);
    throw new StopSentence(`The database ${place} cannot be reached (${reason}). Check the DB_* variables.`);
  }
  try {
    const tables = await client.query(
      `select to_regclass('directus_users') is not null as directus, to_regclass('kader_ledger') is not null as bundle,
              to_regclass('branch') is not null as branch`,
    );
    const { directus, bundle, branch } = tables.rows[0];
    const branches = bundle && branch ? await client.query('select count(*)::int as count from branch') : null;
    const accounts = directus
      ? await client.query(
          `select email from directus_users
           where email like '%@kader.example.com' and status = 'active' and password is not null order by email`,
        )
      : null;
    return {
      hasDirectus: directus,
      hasBundle: bundle,
      branches: branches?.rows[0].count ?? 0,
      demoAccounts: accounts?.rows.map((row) => row.email) ?? [],
    };
  } finally {
    await client.end();
  }
}

/** Changes whenever a start has to run the installer again: the built bundle, Directus, or another database. */
export function installationVersion(environment: Environment): string {
  const built = readdirSync(distFolder).filter((file) => file !== 'app.js' && file !== 'build.sha256');
  const files = [...built.map((file) => join(distFolder, file)), join(nodeModules, '@directus/api/package.json')];
  const place = ['DB_CONNECTION_STRING', 'DB_HOST', 'DB_DATABASE'].map((key) => environment[key] ?? '').join(' ');
  return createHash('sha256').update(hashFiles(files)).update(place).digest('hex').slice(0, 32);
}
