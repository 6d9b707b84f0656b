import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { ExtensionsServices, SchemaOverview } from '@directus/types';
import type { Knex } from 'knex';
import { inject } from 'vitest';
import { freePort } from '../../extensions/kader-jkn/bin/postgres.ts';
import { type RoleKey, roleIds } from '../../extensions/kader-jkn/src/contract/access.ts';
import { type Client, createClient } from './client.ts';
import { adminToken, asSuperuser, copyDatabase, testEnvironment } from './template.ts';

export type { Answer, Client } from './client.ts';
export { type DirectusProcess, startProcess } from './process.ts';

/** One Directus with the bundle, in this process, on a database of its own. */
export interface TestDirectus {
  url: string;
  /** the database, past Directus; as the application's own (not a super-) user */
  knex: Knex;
  services: () => ExtensionsServices;
  schema: () => Promise<SchemaOverview>;
  /** A fresh copy of the template database: reference data, one administrator, no branch. */
  reset: () => Promise<void>;
  adminToken: () => Promise<string>;
  /** the first administrator */
  admin: Client;
  /** somebody who is not signed in */
  public: Client;
  /** Makes an active user of a role and returns a client; `fields` are columns of directus_users, such as branch and kader. */
  login: (role: RoleKey | 'administrator', fields?: Record<string, unknown>) => Promise<Client>;
}

let started: Promise<TestDirectus> | undefined;

/** The Directus of this test run: booted at the first call, shared by every test file. */
export function getDirectus(): Promise<TestDirectus> {
  started ??= start();
  return started;
}

async function start(): Promise<TestDirectus> {
  const { port, template } = inject('testDatabase');
  const database = `test_${process.pid}`;
  const httpPort = await freePort();
  const url = `http://127.0.0.1:${httpPort}`;
  await asSuperuser(port, (client) => copyDatabase(client, database, template));

  // Directus reads its environment when it is imported.
  Object.assign(process.env, testEnvironment(port, database), { SERVE_APP: 'false', PUBLIC_URL: url });
  const { default: createApp } = await import('@directus/api/app');
  const { default: getDatabase } = await import('@directus/api/database/index');
  const { getSchema } = await import('@directus/api/utils/get-schema');
  const { flushCaches } = await import('@directus/api/cache');
  const { getFlowManager } = await import('@directus/api/flows');
  const services = (await import('@directus/api/services/index')) as unknown as ExtensionsServices;

  const server = createServer(await createApp());
  await new Promise<void>((listening) => server.listen(httpPort, '127.0.0.1', listening));
  const knex = getDatabase();

  async function reset(): Promise<void> {
    await asSuperuser(port, (client) => copyDatabase(client, database, template));
    await flushCaches(true);
    const flows = getFlowManager();
    await flows.reload();
    await flows.reloadQueue.onIdle();
  }

  async function login(role: RoleKey | 'administrator', fields: Record<string, unknown> = {}): Promise<Client> {
    const token = randomUUID();
    const administrators = () => knex('directus_users').where({ token: adminToken }).first('role');
    const roleId = role === 'administrator' ? (await administrators()).role : roleIds[role];
    const users = new services.UsersService({ schema: await getSchema(), knex });
    const email = `${role}-${token.slice(0, 8)}@kader.example.com`;
    // There is no mail server here.
    const user = { email, role: roleId, status: 'active', token, email_notifications: false };
    const id = await users.createOne({ ...user, ...fields });
    return createClient(url, String(id), token);
  }

  const { id: adminId } = await knex('directus_users').where({ token: adminToken }).first('id');
  return {
    url,
    knex,
    services: () => services,
    schema: () => getSchema(),
    reset,
    adminToken: async () => adminToken,
    admin: createClient(url, adminId, adminToken),
    public: createClient(url, null, null),
    login,
  };
}
