import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { call, makeButton, makeFlow, makeWebhook, press, refusedAs, runBySchedule } from './flow-fixture.ts';
import { makePartner, makeProgramme, type Programme } from './programme-fixture.ts';

let app: TestDirectus;
let programme: Programme;
let other: Programme;
let kader: number;
let families: number[];

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  programme = await makeProgramme(app);
  other = await makeProgramme(app);
  ({ kader, families } = await makePartner(app, programme, 3, { email: 'siti@example.com' }));
  await makePartner(app, other, 2);
});

const reminder = { to: 'audience', audience: 'families_in_arrears', channel: 'whatsapp' };
const queued = async () => await app.knex('message').orderBy('id', 'desc');

describe('the operation that queues messages', () => {
  it('is pressed as a button by a head or staff for their own branch, by nobody else for any', async () => {
    const { branch } = programme;
    const hook = await makeWebhook(app, 'kader-queue-message', { ...reminder, branch: '{{$trigger.body.branch}}' });
    const outsiders: Record<string, Client> = {
      telekolekting: await app.login('telekolekting', { branch }),
      kader: await app.login('kader', { branch, kader }),
      integration: await app.login('integration', { branch }),
      auditor: await app.login('auditor', { branch }),
      head: other.head,
      staff: other.staff,
      public: app.public,
    };
    for (const [name, client] of Object.entries(outsiders)) {
      expect(refusedAs(await call(client, hook, { branch })), name).toBe('KADER_NOT_ALLOWED');
    }
    expect(await queued()).toEqual([]);
    expect((await call(programme.staff, hook, { branch })).body).toEqual({
      ...{ audience: 'families_in_arrears', queued: 3, repeated: 0, waiting: [] },
    });
    expect((await call(programme.head, hook, { branch })).body).toMatchObject({ queued: 0, repeated: 3 });
    expect((await call(app.admin, hook, { branch: other.branch })).body).toMatchObject({ queued: 2 });
  });

  it('writes to administrators for the system and administrators alone', async () => {
    const notice = { title: 'Selisih {{$trigger.body.count}}', text: 'Periksa.', lines: ['a', 'b'] };
    const hook = await makeWebhook(app, 'kader-queue-message', {
      audience: 'administrators',
      channel: 'email',
      ...notice,
    });
    expect(refusedAs(await call(programme.head, hook, { count: 2 }))).toBe('KADER_NOT_ALLOWED');
    expect((await call(app.admin, hook, { count: 2 })).body).toMatchObject({ queued: 1 });
    const [message] = await queued();
    expect(message.data).toEqual({ title: 'Selisih 2', text: 'Periksa.', lines: ['a', 'b'] });
  });

  it('narrows an audience by the entries of its form', async () => {
    const more = await makePartner(app, programme, 4);
    const asked = { ...reminder, branch: programme.branch, template: 'arrears_reminder' };
    const run = async (options: Record<string, unknown>) =>
      (await runBySchedule(app, 'kader-queue-message', { ...asked, ...options })).result;
    const [first, second] = more.families;
    expect(await run({ ids: first })).toMatchObject({ queued: 1 });
    expect(await run({ kader: { key: more.kader, collection: 'kader' }, months_from: '99' })).toMatchObject({
      queued: 0,
    });
    expect(await run({ filter: JSON.stringify({ ids: [first, second] }) })).toMatchObject({ queued: 1, repeated: 1 });
    expect(await run({ kader: [more.kader], months_from: 10, months_to: '60' })).toMatchObject({
      queued: 2,
      repeated: 2,
    });
  });

  it('lets a large batch to families wait for a head, unless the flow says otherwise', async () => {
    await app.knex('program_policy').where({ branch: other.branch }).update({ message_approval_above: 2 });
    const more = await makePartner(app, other, 6);
    const ask = async (from: number, options: Record<string, unknown> = {}) =>
      (
        await runBySchedule(app, 'kader-queue-message', {
          ...{ ...reminder, branch: other.branch, ids: more.families.slice(from, from + 3) },
          ...options,
        })
      ).result;
    const first = await ask(0);
    expect(first).toMatchObject({ queued: 3, waiting: [expect.any(Number)] });
    expect(await app.knex('message_batch').where({ id: first.waiting[0] }).first()).toMatchObject({
      ...{ status: 'waiting', size: 3, asked_by: null, branch: other.branch },
    });
    expect(await ask(3, { approval: false })).toMatchObject({ queued: 3, waiting: [] });
  });

  it('writes to one recipient about one record, once for what the flow says', async () => {
    const hook = await makeWebhook(app, 'kader-queue-message', {
      ...{
        to: 'kader',
        recipient: '{{$trigger.body.kader}}',
        template: 'welcome',
        once: 'uji-{{$trigger.body.kader}}',
      },
    });
    expect((await call(programme.head, hook, { kader })).body).toMatchObject({ queued: 1, repeated: 0 });
    expect((await call(programme.head, hook, { kader })).body).toMatchObject({ queued: 0, repeated: 1 });
    expect((await queued())[0]).toMatchObject({
      channel: 'email',
      about: 'kader',
      item: kader,
      branch: programme.branch,
    });
    expect(refusedAs(await call(other.head, hook, { kader }))).toBe('KADER_NOT_ALLOWED');
    const { kader: colleague } = await makePartner(app, programme, 1);
    const about = { to: 'kader', recipient: colleague, template: 'welcome', item: kader };
    const ofAnother = await makeWebhook(app, 'kader-queue-message', about);
    expect(refusedAs(await call(programme.head, ofAnother, {}))).toBe('KADER_FLOW_VALUE');
    expect(refusedAs(await call(app.admin, hook, { kader: 99_999_999 }))).toBe('KADER_RECIPIENT_UNKNOWN');
    expect(refusedAs(await call(app.admin, hook, {}))).toBe('KADER_FLOW_VALUE');
  });

  it('never tells one branch of a record of another', async () => {
    const hook = await makeWebhook(app, 'kader-queue-message', {
      ...{ to: 'kader', recipient: kader, template: 'statement', item: '{{$trigger.body.item}}' },
    });
    const period = await app.knex('period').where({ branch: other.branch }).first('id');
    const [statement] = await app
      .knex('commission')
      .insert({
        ...{ kader, branch: other.branch, period: period.id, month: other.months[0], status: 'draft', lines: '[]' },
      })
      .returning('id')
      .catch(() => []);
    const item = statement?.id ?? 1;
    expect(refusedAs(await call(programme.head, hook, { item }))).toBe('KADER_FLOW_VALUE');
  });

  it('writes to a family, a user of the branch, and for administrators to any address', async () => {
    const [family] = families;
    const toFamily = await makeButton(app, 'binaan', 'kader-queue-message', {
      ...{ to: 'family', recipient: '{{$trigger.body.keys[0]}}', template: 'arrears_reminder', channel: 'letter' },
    });
    expect((await press(programme.staff, toFamily, 'binaan', [family ?? 0])).body).toMatchObject({ queued: 1 });
    expect((await queued())[0]).toMatchObject({ channel: 'letter', binaan: family, item: family, kader });

    const words = { template: 'notice', channel: 'email', title: 'Halo', text: 'Isi' };
    const toUser = await makeWebhook(app, 'kader-queue-message', {
      to: 'user',
      recipient: '{{$trigger.body.id}}',
      ...words,
    });
    expect((await call(programme.staff, toUser, { id: programme.head.id })).body).toMatchObject({ queued: 1 });
    expect(refusedAs(await call(programme.staff, toUser, { id: other.head.id }))).toBe('KADER_NOT_ALLOWED');
    expect(refusedAs(await call(programme.staff, toUser, { id: app.admin.id }))).toBe('KADER_NOT_ALLOWED');

    const toAddress = await makeWebhook(app, 'kader-queue-message', {
      ...{ to: 'address', recipient: '{{$trigger.body.to}}', name: 'Mitra', ...words },
    });
    expect(refusedAs(await call(programme.head, toAddress, { to: 'a@example.com' }))).toBe('KADER_NOT_ALLOWED');
    expect((await call(app.admin, toAddress, { to: 'A@Example.com' })).body).toMatchObject({ queued: 1 });
    expect((await queued())[0]).toMatchObject({ to_address: 'a@example.com', to_name: 'Mitra', branch: null });
    expect(refusedAs(await call(app.admin, toAddress, { to: 'a@example.com\nBcc: b@example.com' }))).toBe(
      'KADER_FLOW_VALUE',
    );
  });

  it.each([
    ['an audience that is none', { audience: 'everybody' }, 'KADER_FLOW_VALUE'],
    ['a template about something else', { ...reminder, template: 'statement' }, 'KADER_AUDIENCE_TEMPLATE'],
    ['a value that no step has', { ...reminder, ids: '{{$trigger.body.none}}' }, 'KADER_FLOW_VALUE'],
    ['a filter that is no JSON', { ...reminder, filter: '{months' }, 'KADER_FLOW_VALUE'],
    ['a filter that is none', { ...reminder, filter: { owes: 1 } }, 'KADER_QUERY_INVALID'],
    ['no session', { audience: 'session_invited' }, 'KADER_AUDIENCE_NEEDS'],
    ['a notice without words', { audience: 'administrators' }, 'KADER_NOTICE_EMPTY'],
    ['one recipient and no template', { to: 'kader', recipient: 1 }, 'KADER_FLOW_VALUE'],
  ])('refuses %s, and queues nothing', async (_, options, code) => {
    // ids alone: what was queued before is being prepared meanwhile
    const ids = async () => (await queued()).map(({ id }) => id);
    const before = await ids();
    const hook = await makeWebhook(app, 'kader-queue-message', { branch: '', ...options });
    expect(refusedAs(await call(app.admin, hook))).toBe(code);
    expect(await ids()).toEqual(before);
  });

  it('acts for the administrator who made the flow where an event sets it off, whoever caused it', async () => {
    const flow = await makeFlow(app, {
      trigger: 'event',
      options: { type: 'action', scope: ['items.create'], collections: ['activity'] },
      operations: [
        {
          type: 'kader-queue-message',
          options: {
            ...{ to: 'family', recipient: '{{$trigger.payload.binaan}}', template: 'arrears_reminder' },
            once: 'kontak-{{$trigger.key}}',
          },
        },
      ],
    });
    const own = await makePartner(app, programme, 1);
    const partner = await app.login('kader', { branch: programme.branch, kader: own.kader });
    const before = (await queued()).length;
    const { status, body } = await partner.post('/items/activity', {
      ...{ binaan: own.families[0], at: new Date().toISOString(), channel: 'phone', outcome: 'met', cap_reason: 'Uji' },
    });
    expect([status, body.errors]).toEqual([200, undefined]);
    await expect.poll(async () => (await queued()).length, { timeout: 5000 }).toBe(before + 1);
    expect((await queued())[0]).toMatchObject({
      binaan: own.families[0],
      cause: 'flow',
      template_key: 'arrears_reminder',
    });
    await app.admin.delete(`/flows/${flow}`);
  });
});
