import { join } from 'node:path';
import { rootFolder } from './folders.ts';

/** Environment variables of a process. */
export type Environment = Record<string, string>;

/** Where Directus finds its database. */
export interface DatabaseLocation {
  port: number;
  database: string;
  user: string;
  password: string;
}

/** The DB_* variables for a database of the embedded PostgreSQL. */
export function databaseEnvironment({ port, database, user, password }: DatabaseLocation): Environment {
  return {
    DB_CLIENT: 'pg',
    DB_HOST: '127.0.0.1',
    DB_PORT: String(port),
    DB_DATABASE: database,
    DB_USER: user,
    DB_PASSWORD: password,
  };
}

/** What every Directus of ours needs, whatever its database: our bundle, the frozen schema (design 7), no calls home, no assistant without a key. */
export function bundleEnvironment(): Environment {
  return {
    EXTENSIONS_PATH: join(rootFolder, 'extensions'),
    EXTENSIONS_MUST_LOAD: 'true',
    CACHE_SCHEMA_FREEZE_ENABLED: 'true',
    EXTENSIONS_ROLLDOWN: 'true',
    TELEMETRY: 'false',
    AI_ENABLED: 'false',
    EMAIL_VERIFY_SETUP: 'false',
    LOG_LEVEL: 'warn',
  };
}
