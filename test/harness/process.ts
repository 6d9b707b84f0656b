import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { inject } from 'vitest';
import { bundleFolder, rootFolder } from '../../extensions/kader-jkn/bin/folders.ts';
import { freePort } from '../../extensions/kader-jkn/bin/postgres.ts';
import { type Client, createClient } from './client.ts';
import { adminToken, asSuperuser, copyDatabase, testEnvironment } from './template.ts';

/** A Directus in a process of its own, with the app served, for tests that drive a browser or kill a server. */
export interface DirectusProcess {
  url: string;
  /** name of its database on the test cluster */
  database: string;
  admin: Client;
  child: ChildProcess;
  /** everything that it printed so far */
  output: () => string;
  stop: () => Promise<void>;
}

/** Starts one on a fresh copy of the template, or on the database named. `environment` adds to or replaces variables. */
export async function startProcess(
  options: { database?: string; environment?: Record<string, string> } = {},
): Promise<DirectusProcess> {
  const { port, template } = inject('testDatabase');
  const database = options.database ?? `test_${process.pid}_${randomUUID().slice(0, 8)}`;
  if (!options.database) await asSuperuser(port, (client) => copyDatabase(client, database, template));

  const httpPort = await freePort();
  const url = `http://127.0.0.1:${httpPort}`;
  const child = spawn(process.execPath, [join(bundleFolder, 'bin/serve.ts')], {
    cwd: rootFolder,
    env: {
      ...process.env,
      ...testEnvironment(port, database),
      SERVE_APP: 'true',
      HOST: '127.0.0.1',
      PORT: String(httpPort),
      PUBLIC_URL: url,
      TEMP_PATH: join(rootFolder, '.test/tmp', database),
      ...options.environment,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text) => (output += text));
  child.stderr?.setEncoding('utf8').on('data', (text) => (output += text));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));

  await new Promise<void>((ready, failed) => {
    child.once('message', () => ready());
    child.once('exit', () => failed(new Error(`Directus did not start:\n${output}`)));
  });

  return {
    url,
    database,
    admin: createClient(url, null, adminToken),
    child,
    output: () => output,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      if (!options.database) {
        await asSuperuser(port, (client) => client.query(`drop database if exists ${database} with (force)`));
      }
    },
  };
}
