import { setTimeout as wait } from 'node:timers/promises';
import knexFactory, { type Knex } from 'knex';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import type { MessageStatus } from '../../extensions/kader-jkn/src/contract/message-records.ts';
import { queueMessages } from '../../extensions/kader-jkn/src/server/messages/queue-messages.ts';
import { type DirectusProcess, getDirectus, startProcess } from '../harness/index.ts';
import { asSuperuser, copyDatabase, password } from '../harness/template.ts';
import { headerOf, type MailServer, startMailServer } from './mail-server.ts';
import { noticeTo, rewrite } from './outbox-fixture.ts';

const database = `test_${process.pid}_mail`;
let knex: Knex;
let mail: MailServer;
const running = new Set<DirectusProcess>();

/** A Directus of its own with the bundle as it is built, which sends what it finds. */
async function start(perMinute = 10_000): Promise<DirectusProcess> {
  const environment = { ...mail.environment, KADER_MAIL_PER_MINUTE: String(perMinute), SERVE_APP: 'false' };
  const server = await startProcess({ database, environment });
  running.add(server);
  return server;
}

async function kill(server: DirectusProcess): Promise<void> {
  const gone = new Promise((resolve) => server.child.once('exit', resolve));
  server.child.kill('SIGKILL');
  await gone;
  running.delete(server);
  // PostgreSQL notices in its own time
  for (let tries = 0; tries < 400; tries += 1) {
    const { rows } = await knex.raw(
      'select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    if (rows.length === 0) return;
    await wait(25);
  }
  throw new Error('Somebody is still connected');
}

/** Its outbox is woken as a person's step wakes it, without waiting for the minute. */
async function wake(server: DirectusProcess): Promise<void> {
  const [spare] = (await queueMessages(knex, [noticeTo('')])).queued;
  await rewrite(knex, [spare], { status: 'held', held_reason: 'no_address' });
  const { status } = await server.admin.post(`/kader-jkn/messages/${spare}/again`);
  expect(status).toBe(200);
}

const stateOf = async (id: number): Promise<MessageStatus> => (await knex('message').where({ id }).first()).status;

async function until(what: () => boolean | Promise<boolean>, where: string): Promise<void> {
  for (let tries = 0; tries < 800; tries += 1) {
    if (await what()) return;
    await wait(25);
  }
  throw new Error(`It never came to this: ${where}`);
}

/** As though the lease of what was taken had ended. */
async function leaseEnds(id: number): Promise<void> {
  const past = new Date(Date.now() - 11 * 60_000);
  const { sending_at } = await knex('message').where({ id }).first();
  await rewrite(knex, [id], { claimed_at: past, ...(sending_at && { sending_at: past }) });
}

async function queueOne(address: string): Promise<number> {
  const [id] = (await queueMessages(knex, [noticeTo(address)])).queued;
  if (id === undefined) throw new Error('Nothing was queued');
  return id;
}

const timesTaken = (address: string) => mail.taken.filter(({ to }) => to.includes(address)).length;

/** The first transaction that writes such a state stays there until its process is killed. */
async function stayAt(status: MessageStatus): Promise<() => Promise<void>> {
  await knex.raw(`
    create or replace function test_stay() returns trigger language plpgsql as $$
    begin if new.status = '${status}' then perform pg_sleep(3); end if; return null; end $$;
    create trigger zz_test_stay after update on message for each row execute function test_stay();`);
  return async () => {
    await knex.raw('drop trigger zz_test_stay on message; drop function test_stay()');
  };
}

beforeAll(async () => {
  const app = await getDirectus();
  await app.reset();
  const { port } = inject('testDatabase');
  const [{ name }] = (await app.knex.raw('select current_database() as name')).rows;
  await asSuperuser(port, async (client) => {
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    await copyDatabase(client, database, name);
  });
  knex = knexFactory({
    client: 'pg',
    connection: { host: '127.0.0.1', port, database, user: 'kader', password },
    pool: { min: 0, max: 1 },
  });
  mail = await startMailServer();
});

afterEach(async () => {
  mail.onRecipient = () => 'take';
  mail.onMessage = () => 'take';
  await Promise.all([...running].map(kill));
});

afterAll(async () => {
  await mail?.close();
  await knex?.destroy();
  await asSuperuser(inject('testDatabase').port, (client) =>
    client.query(`drop database if exists ${database} with (force)`),
  );
});

describe('a sender that is killed with -9', () => {
  it('before the server took the recipient: the message is taken back, and sent exactly once', async () => {
    const id = await queueOne('sebelum@example.com');
    mail.onRecipient = () => 'never';
    const first = await start();
    await wake(first);
    await until(() => mail.asked.includes('sebelum@example.com'), 'the recipient is asked about');
    await kill(first);
    expect(await stateOf(id)).toBe('claimed');

    mail.onRecipient = () => 'take';
    const second = await start();
    await wake(second);
    await wait(500);
    // its lease holds, whoever has it
    expect(timesTaken('sebelum@example.com')).toBe(0);
    await leaseEnds(id);
    await wake(second);
    await until(async () => (await stateOf(id)) === 'queued', 'it is taken back');
    await rewrite(knex, [id], { next_at: new Date() });
    await wake(second);
    await until(async () => (await stateOf(id)) === 'sent', 'it is sent');
    await wake(second);
    await wait(300);
    expect(timesTaken('sebelum@example.com')).toBe(1);
  }, 60_000);

  it('while it says that it begins: not a byte has left, and the message is sent exactly once', async () => {
    const id = await queueOne('mulai@example.com');
    const goOn = await stayAt('sending');
    const first = await start();
    await wake(first);
    await until(() => mail.asked.includes('mulai@example.com'), 'the recipient is asked about');
    await wait(300);
    await kill(first);
    await goOn();
    expect(await stateOf(id)).toBe('claimed');
    expect(mail.ended.some(({ to }) => to.includes('mulai@example.com'))).toBe(false);

    await leaseEnds(id);
    const second = await start();
    await wake(second);
    await until(async () => (await stateOf(id)) === 'queued', 'it is taken back');
    await rewrite(knex, [id], { next_at: new Date() });
    await wake(second);
    await until(async () => (await stateOf(id)) === 'sent', 'it is sent');
    expect(timesTaken('mulai@example.com')).toBe(1);
  }, 60_000);

  it.each([
    ['the server had all of it and had not answered', 'jawab@example.com', 'never'],
    ['the server had taken it and we had not written that down', 'catat@example.com', 'take'],
  ] as const)(
    'after %s: unsure, and never sent again by itself',
    async (_, address, answer) => {
      const id = await queueOne(address);
      mail.onMessage = () => answer;
      const goOn = answer === 'take' ? await stayAt('sent') : async () => {};
      const first = await start();
      await wake(first);
      await until(() => mail.ended.some(({ to }) => to.includes(address)), 'the server has it');
      await wait(300);
      await kill(first);
      await goOn();
      expect(await stateOf(id)).toBe('sending');

      mail.onMessage = () => 'take';
      await leaseEnds(id);
      const second = await start();
      for (let round = 0; round < 3; round += 1) {
        await wake(second);
        await wait(200);
      }
      await until(async () => (await stateOf(id)) === 'unsure', 'it is kept as unsure');
      expect(mail.ended.filter(({ to }) => to.includes(address))).toHaveLength(1);

      // a person who looked may let it go again, under the same Message-ID
      expect((await second.admin.post(`/kader-jkn/messages/${id}/again`)).status).toBe(409);
      const told = { confirm: true, note: 'Tidak ada di catatan server' };
      expect((await second.admin.post(`/kader-jkn/messages/${id}/again`, told)).status).toBe(200);
      await until(async () => (await stateOf(id)) === 'sent', 'it is sent again');
      const both = mail.ended.filter(({ to }) => to.includes(address));
      expect(new Set(both.map((one) => headerOf(one, 'Message-ID'))).size).toBe(1);
    },
    60_000,
  );
});

describe('two replicas', () => {
  it('send each of many messages once', async () => {
    const addresses = Array.from({ length: 200 }, (_, place) => `replika${place}@example.com`);
    const { queued } = await queueMessages(
      knex,
      addresses.map((address) => noticeTo(address)),
    );
    const replicas = await Promise.all([start(), start()]);
    await Promise.all(replicas.map(wake));
    for (let tries = 0; tries < 30; tries += 1) {
      const left = await knex('message').whereIn('id', queued).whereNot({ status: 'sent' }).first('id');
      if (left === undefined) break;
      await wait(250);
      await Promise.all(replicas.map(wake));
    }
    expect(await knex('message').whereIn('id', queued).where({ status: 'sent' })).toHaveLength(200);
    expect(addresses.filter((address) => timesTaken(address) !== 1)).toEqual([]);
  }, 60_000);
});
