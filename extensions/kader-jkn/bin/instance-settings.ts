import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundleEnvironment, type Environment } from './directus-environment.ts';
import { rootFolder } from './folders.ts';
import { StopSentence } from './stop-sentence.ts';

/** What `npm start` and `npm run kader` were asked for. */
export interface InstanceSettings {
  host: string;
  port: number;
  /** `http://HOST:PORT`, an IPv6 address in brackets */
  url: string;
  isLoopback: boolean;
  /** absolute */
  dataFolder: string;
  seed: 'demo' | 'reference';
  /** KADER_SEED was given, and not only its default holds */
  seedWasChosen: boolean;
  /** DB_* names a server of the user's own */
  hasOwnDatabase: boolean;
}

function given(name: string): string | undefined {
  return process.env[name]?.trim() || undefined;
}

/** Reads the environment and Directus's own .env file, which the environment goes before. */
export function readSettings(): InstanceSettings {
  const file = resolve(rootFolder, given('CONFIG_PATH') ?? '.env');
  if (existsSync(file) && !/\.(js|cjs|mjs|json|ya?ml)$/.test(file)) process.loadEnvFile(file);

  const host = given('HOST') ?? '127.0.0.1';
  const port = Number(given('PORT') ?? 8055);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new StopSentence(`PORT must be a number from 1 to 65535, not "${given('PORT')}".`);
  }
  const seed = given('KADER_SEED') ?? 'demo';
  if (seed !== 'demo' && seed !== 'reference') {
    throw new StopSentence(`KADER_SEED must be "demo" or "reference", not "${seed}".`);
  }
  const client = given('DB_CLIENT');
  if (client && client !== 'pg') {
    throw new StopSentence(`DB_CLIENT is "${client}", and Kader JKN needs PostgreSQL 14 or newer: DB_CLIENT=pg.`);
  }
  return {
    host,
    port,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    isLoopback: host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host),
    dataFolder: resolve(rootFolder, given('KADER_DATA_DIR') ?? '.data'),
    seed,
    seedWasChosen: given('KADER_SEED') !== undefined,
    hasOwnDatabase: Boolean(given('DB_HOST') ?? given('DB_CONNECTION_STRING')),
  };
}

/** The variables of this instance's Directus; what the user gave goes before every default of ours. */
export function instanceEnvironment(
  { host, port, url, isLoopback, dataFolder }: InstanceSettings,
  database: Environment,
  secret: string,
): Environment {
  const ours: Environment = {
    ...bundleEnvironment(),
    HOST: host,
    PORT: String(port),
    PUBLIC_URL: isLoopback ? url : `http://localhost:${port}`,
    PROJECT_NAME: 'Kader JKN',
    SECRET: secret,
    STORAGE_LOCATIONS: 'local',
    STORAGE_LOCAL_DRIVER: 'local',
    STORAGE_LOCAL_ROOT: join(dataFolder, 'uploads'),
    TEMP_PATH: join(dataFolder, 'tmp'),
  };
  const users = Object.entries(process.env).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return { ...ours, ...Object.fromEntries(users), ...database };
}
