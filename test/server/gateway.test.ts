import { setTimeout as wait } from 'node:timers/promises';
import knexFactory, { type Knex } from 'knex';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { MessagesHandedOver } from '../../extensions/kader-jkn/src/contract/message-operations.ts';
import type { Desk } from '../../extensions/kader-jkn/src/server/desk/desk.ts';
import { handToGateway } from '../../extensions/kader-jkn/src/server/messages/gateway/hand-to-gateway.ts';
import { takeBackLost } from '../../extensions/kader-jkn/src/server/messages/lease.ts';
import { deskOfFlow, type FlowContext } from '../../extensions/kader-jkn/src/server/operations/flow-context.ts';
import { getDirectus, startProcess, type TestDirectus } from '../harness/index.ts';
import { password } from '../harness/template.ts';
import { call, makeFlow, makeWebhook, refusedAs, runBySchedule } from './flow-fixture.ts';
import { answers, gatewaySecret, isSigned, readyMessages, startGateway, type TestGateway } from './gateway-fixture.ts';
import { makePartner, makeProgramme, type Programme } from './programme-fixture.ts';

let app: TestDirectus;
let programme: Programme;
let families: number[];
let gateway: TestGateway;

const variable = 'KADER_GATEWAY_TEST';

beforeAll(async () => {
  app = await getDirectus();
  const { useEnv } = await import('@directus/env');
  useEnv()[variable] = gatewaySecret;
  useEnv()['KADER_GATEWAY_SHORT'] = 'short';
});

beforeEach(async () => {
  await app.reset();
  // people press buttons at any hour in these tests
  programme = await makeProgramme(app, { policy: { contact_hour_from: null, contact_hour_to: null } });
  ({ families } = await makePartner(app, programme, 3));
  await gateway?.stop();
  gateway = await startGateway();
});
afterAll(async () => {
  await gateway.stop();
});

const options = (more: Record<string, unknown> = {}) => ({ url: gateway.url, secret: variable, ...more });

/** The system, as a flow that runs by itself is. */
async function theSystem(knex: Knex = app.knex): Promise<Desk> {
  const context = { database: knex, services: app.services(), getSchema: app.schema, accountability: null };
  return await deskOfFlow({ ...context, logger: {} as FlowContext['logger'] }, () => new Date());
}

/** One run as the system, past Directus. */
async function run(more: Record<string, unknown> = {}): Promise<MessagesHandedOver> {
  return await handToGateway(await theSystem(), options(more), { [variable]: gatewaySecret });
}

const stateOf = (id: number | undefined) =>
  app.knex('message').where({ id }).first('status', 'attempts', 'next_at', 'server_answer', 'last_error', 'sent_at');
const statesOf = async (ids: number[]) => await app.knex('message').whereIn('id', ids).orderBy('id').pluck('status');
const idsOf = (messages: { id: number }[]) => messages.map(({ id }) => id);

describe('messages handed to a gateway', () => {
  it('arrive signed, each once, and are sent with the answer of the gateway', async () => {
    const messages = await readyMessages(app.knex, families);
    const { status, result } = await runBySchedule(app, 'kader-hand-to-gateway', options());
    expect(status).toBe('resolve');
    expect(result).toEqual({ taken: 3, sent: 3, failed: 0, again: 0, unsure: 0, skipped: 0 });
    expect(gateway.received.map(({ told }) => told)).toEqual(
      messages.map(({ id, to_address, text, message_id }) => ({
        ...{ id, channel: 'whatsapp', to: to_address, text, idempotency_key: message_id },
      })),
    );
    expect(gateway.received.every((request) => isSigned(request))).toBe(true);
    expect(gateway.received.some((request) => isSigned(request, 'another secret'))).toBe(false);
    expect(await stateOf(messages[0]?.id)).toMatchObject({
      status: 'sent',
      attempts: 1,
      server_answer: 'HTTP 200: {"status":"accepted"}',
    });
    expect(await run()).toMatchObject({ taken: 0 });
    expect(gateway.received).toHaveLength(3);
  });

  it('are those of the channel, the branch, or the number asked for', async () => {
    const other = await makeProgramme(app);
    const elsewhere = await makePartner(app, other, 1);
    const [sms] = await readyMessages(app.knex, families.slice(0, 1), { channel: 'sms' });
    const [mine, also] = await readyMessages(app.knex, families.slice(1, 3));
    const [theirs] = await readyMessages(app.knex, elsewhere.families);
    expect(await run({ messages: also?.id })).toMatchObject({ taken: 1, sent: 1 });
    expect(await run({ branch: programme.branch })).toMatchObject({ taken: 1, sent: 1 });
    expect(await run({ channel: 'sms', most: '1' })).toMatchObject({ taken: 1, sent: 1 });
    expect(await run({ messages: [also?.id, mine?.id] })).toMatchObject({ taken: 0, skipped: 2 });
    expect(gateway.received.map(({ told }) => [told.id, told.channel])).toEqual([
      [also?.id, 'whatsapp'],
      [mine?.id, 'whatsapp'],
      [sms?.id, 'sms'],
    ]);
    expect(await statesOf([theirs?.id ?? 0])).toEqual(['by_hand']);
  });

  it('are not handed over while the family is muted or stopped', async () => {
    const [muted, stopped, free] = families;
    const messages = await readyMessages(app.knex, families);
    await app.knex('message_stop').insert({ binaan: stopped, reason: 'asked', active: true });
    await app.admin.post('/items/mute', {
      binaan: muted,
      reason: 'grief',
      from_date: '2020-01-01',
      status: 'approved',
    });
    const handed = await run();
    const states = await statesOf(idsOf(messages));
    expect(gateway.received.map(({ told }) => told.id)).toEqual(
      messages.filter((_, index) => states[index] === 'sent').map(({ id }) => id),
    );
    expect(states[1]).toBe('held');
    expect(states[2]).toBe('sent');
    expect(handed.sent).toBe(gateway.received.length);
    expect(free).toBeDefined();
  });

  it('fail for good with the words of a gateway that refuses them', async () => {
    gateway.answer = answers(422, '{"error":"nomor tidak terdaftar"}');
    const [message] = await readyMessages(app.knex, families.slice(0, 1));
    expect(await run()).toMatchObject({ taken: 1, failed: 1 });
    expect(await stateOf(message?.id)).toMatchObject({
      status: 'failed',
      last_error: 'HTTP 422: {"error":"nomor tidak terdaftar"}',
    });
    expect(await run()).toMatchObject({ taken: 0 });
  });

  it.each([
    [401, 'a wrong secret'],
    [404, 'a wrong address'],
    [429, 'too many at once'],
    [302, 'a redirection, which is not followed'],
  ])('wait where the answer %i is about us: %s', async (status) => {
    gateway.answer = answers(status, '', status === 302 ? { location: 'https://elsewhere.example.com/' } : {});
    const messages = await readyMessages(app.knex, families);
    expect(await run()).toMatchObject({ taken: 1, again: 1, failed: 0, unsure: 0 });
    expect(await statesOf(idsOf(messages))).toEqual(['by_hand', 'by_hand', 'by_hand']);
    expect((await stateOf(messages[0]?.id)).next_at > new Date()).toBe(true);
    expect(gateway.received).toHaveLength(1);
  });

  it.each([500, 502, 503])('are unsure after %i, and never handed over again by themselves', async (status) => {
    gateway.answer = answers(status, 'Oops');
    const messages = await readyMessages(app.knex, families.slice(0, 2));
    expect(await run()).toMatchObject({ taken: 2, unsure: 2 });
    expect(await stateOf(messages[0]?.id)).toMatchObject({ status: 'unsure', last_error: `HTTP ${status}: Oops` });
    gateway.answer = answers(200);
    expect(await run()).toMatchObject({ taken: 0 });
    expect(gateway.received).toHaveLength(2);
  });

  it('are asked for again of a gateway that knows the idempotency key, with the same key', async () => {
    gateway.answer = answers(500);
    const [message] = await readyMessages(app.knex, families.slice(0, 1));
    expect(await run({ ask_again: 'true' })).toMatchObject({ again: 1, unsure: 0 });
    gateway.answer = answers(200);
    expect(await run({ ask_again: true })).toMatchObject({ taken: 0 });
    await app.knex.transaction(async (trx) => {
      await trx.raw("select set_config('kader.messaging', 'on', true)");
      await trx('message')
        .where({ id: message?.id })
        .update({ next_at: new Date(Date.now() - 1000) });
    });
    expect(await run({ ask_again: true })).toMatchObject({ taken: 1, sent: 1 });
    expect(new Set(gateway.received.map(({ told }) => told.idempotency_key)).size).toBe(1);
    expect(gateway.received).toHaveLength(2);
  });

  it('wait where the gateway is dead, and only one of them is tried', async () => {
    const messages = await readyMessages(app.knex, families);
    const { url } = gateway;
    await gateway.stop();
    expect(await run({ url })).toMatchObject({ taken: 1, again: 1 });
    const attempts = await app.knex('message').whereIn('id', idsOf(messages)).orderBy('id').pluck('attempts');
    expect(attempts).toEqual([1, 0, 0]);
    expect(await stateOf(messages[0]?.id)).toMatchObject({
      status: 'by_hand',
      last_error: expect.stringContaining('ECONNREFUSED'),
    });
    gateway = await startGateway();
    expect(await run()).toMatchObject({ taken: 2, sent: 2 });
  });

  it('are unsure where no answer comes in time, or the connection breaks', async () => {
    const messages = await readyMessages(app.knex, families.slice(0, 2));
    gateway.answer = (response, { told }) => {
      if (told.id === messages[1]?.id) response.destroy();
    };
    expect(await run({ seconds: 1 })).toMatchObject({ taken: 2, unsure: 2 });
    expect(await stateOf(messages[0]?.id)).toMatchObject({ status: 'unsure', last_error: 'No answer within 1 s' });
    expect(await stateOf(messages[1]?.id)).toMatchObject({ status: 'unsure' });
  });

  it('are left alone after three answers in a row that tell nothing', async () => {
    const more = await makePartner(app, programme, 3);
    const messages = await readyMessages(app.knex, [...families, ...more.families]);
    gateway.answer = answers(500);
    expect(await run()).toMatchObject({ taken: 3, unsure: 3 });
    expect((await statesOf(idsOf(messages))).slice(3)).toEqual(['by_hand', 'by_hand', 'by_hand']);
  });

  it('arrive once where several runs take them at the same time', async () => {
    const more = await makePartner(app, programme, 9);
    const messages = await readyMessages(app.knex, [...families, ...more.families]);
    const runs = await Promise.all([run(), run(), run(), run()]);
    expect(runs.reduce((sum, { sent }) => sum + sent, 0)).toBe(messages.length);
    expect(gateway.received.map(({ told }) => told.id).sort((a, b) => a - b)).toEqual(idsOf(messages));
  });
});

describe('who may hand messages to a gateway', () => {
  it('are the head and staff of the branch, and administrators; nobody else', async () => {
    const [message] = await readyMessages(app.knex, families.slice(0, 1));
    const other = await makeProgramme(app);
    const one = await makeWebhook(app, 'kader-hand-to-gateway', options({ messages: '{{$trigger.body.id}}' }));
    const some = await makeWebhook(app, 'kader-hand-to-gateway', options({ branch: '{{$trigger.body.branch}}' }));
    const { branch } = programme;
    const { kader } = await makePartner(app, programme, 0);
    const outsiders = {
      telekolekting: await app.login('telekolekting', { branch }),
      kader: await app.login('kader', { branch, kader }),
      auditor: await app.login('auditor', {}),
      integration: await app.login('integration', { branch }),
      head: other.head,
      staff: other.staff,
      public: app.public,
    };
    for (const [name, client] of Object.entries(outsiders)) {
      expect(refusedAs(await call(client, one, { id: message?.id })), name).toBe('KADER_NOT_ALLOWED');
      expect(refusedAs(await call(client, some, { branch })), name).toBe('KADER_NOT_ALLOWED');
    }
    expect(gateway.received).toEqual([]);
    expect((await call(programme.staff, one, { id: message?.id })).body).toMatchObject({ sent: 1 });
    await readyMessages(app.knex, families.slice(1, 2));
    expect((await call(programme.head, some, { branch })).body).toMatchObject({ sent: 1 });
    expect(refusedAs(await call(programme.head, one, { id: 2_000_000_000 }))).toBe('KADER_MESSAGE_UNKNOWN');
  });

  it.each([
    ['another host without encryption', { url: 'http://gateway.example.com/pesan' }, 'KADER_GATEWAY_URL'],
    ['no address', { url: '' }, 'KADER_GATEWAY_URL'],
    ['a file', { url: 'file:///etc/passwd' }, 'KADER_GATEWAY_URL'],
    ['a name and password in the address', { url: 'https://a:b@gateway.example.com' }, 'KADER_GATEWAY_URL'],
    ['a variable of somebody else', { secret: 'SECRET' }, 'KADER_GATEWAY_SECRET'],
    ['a variable that is not set', { secret: 'KADER_GATEWAY_NONE' }, 'KADER_GATEWAY_SECRET'],
    ['a short secret', { secret: 'KADER_GATEWAY_SHORT' }, 'KADER_GATEWAY_SECRET'],
    ['too many', { most: 501 }, 'KADER_FLOW_VALUE'],
    ['too long', { seconds: 61 }, 'KADER_FLOW_VALUE'],
  ])('nothing is taken for %s', async (_, told, code) => {
    const messages = await readyMessages(app.knex, families);
    const hook = await makeWebhook(app, 'kader-hand-to-gateway', options(told));
    const answer = await call(app.admin, hook);
    expect([answer.status, refusedAs(answer)]).toEqual([400, code]);
    expect(JSON.stringify(answer.body)).not.toContain(gatewaySecret);
    expect(await statesOf(idsOf(messages))).toEqual(['by_hand', 'by_hand', 'by_hand']);
  });
});

describe('a server that is killed while the gateway answers', () => {
  it('leaves the message unsure, never handed over twice, and the others waiting', async () => {
    const victim = await startProcess({ environment: { [variable]: gatewaySecret, SERVE_APP: 'false' } });
    const { port } = inject('testDatabase');
    const connection = { host: '127.0.0.1', port, database: victim.database, user: 'kader', password };
    const knex = knexFactory({ client: 'pg', connection, pool: { min: 0, max: 4 } });
    try {
      const elsewhere = { ...app, knex, admin: victim.admin } as TestDirectus;
      const branch = await victim.admin.post('/items/branch', {
        ...{ code: 'KC-X', name: 'Cabang X', timezone: 'Asia/Jakarta', first_month: '2026-01' },
      });
      await victim.admin.post('/items/program_policy', {
        ...{ name: 'Kebijakan', branch: branch.body.data.id, effective_from: '2020-01-01', max_billed_months: 24 },
        ...{ contact_hour_from: null, contact_hour_to: null, message_hour_from: null, message_hour_to: null },
      });
      const held = await Promise.all(
        ['3374010101200001', '3374010101200002'].map(async (kk_number) => {
          const family = await victim.admin.post('/items/binaan', {
            ...{ branch: branch.body.data.id, kk_number, head_name: 'Keluarga', members: 2, class: 3 },
            ...{ listed_months: 10, listed_amount: 700_000, listed_as_of: '2026-01-25' },
          });
          return family.body.data.id;
        }),
      );
      const messages = await readyMessages(knex, held);
      const reached = new Promise<void>((hangs) => {
        gateway.answer = () => hangs();
      });
      const flow = await makeFlow(elsewhere, {
        trigger: 'webhook',
        options: { method: 'POST', return: '$last', async: false, error_on_reject: true },
        operations: [{ type: 'kader-hand-to-gateway', options: options({ seconds: 60 }) }],
      });
      const pressed = call(victim.admin, flow).catch(() => null);
      await reached;
      victim.child.kill('SIGKILL');
      await pressed;
      await wait(50);
      expect(await knex('message').orderBy('id').pluck('status')).toEqual(['sending', 'by_hand']);

      gateway.answer = answers(200);
      const again = async () => await handToGateway(await theSystem(knex), options(), { [variable]: gatewaySecret });
      expect(await again()).toMatchObject({ taken: 1, sent: 1 });
      await takeBackLost(knex, new Date(Date.now() + 3_600_000));
      expect(await knex('message').orderBy('id').pluck('status')).toEqual(['unsure', 'sent']);
      expect(await again()).toMatchObject({ taken: 0 });
      expect(gateway.received.map(({ told }) => told.id)).toEqual(idsOf(messages));
    } finally {
      await knex.destroy();
      await victim.stop();
    }
  }, 120_000);
});
