import { beforeAll, describe, expect, it } from 'vitest';
import type { AudiencePreview, AudienceSent } from '../../extensions/kader-jkn/src/contract/message-audiences.ts';
import type { Answer, Client } from '../harness/index.ts';
import { getDirectus, type TestDirectus } from '../harness/index.ts';
import { makeFamily, makeKader } from './books-fixture.ts';
import { refusedAs } from './flow-fixture.ts';
import { makePartner, makeProgramme, type Programme } from './programme-fixture.ts';

let app: TestDirectus;
let programme: Programme;
let other: Programme;
let kader: number;
let families: number[];

/** Of the test branch: nobody is told to wait for the morning. */
const policy = { contact_hour_from: null, contact_hour_to: null, message_approval_above: 4, messages_per_week: 2 };
const notice = { title: 'Kantor tutup', text: 'Kantor tutup pada hari libur.', lines: ['Senin', 'Selasa'] };

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  programme = await makeProgramme(app, { policy });
  other = await makeProgramme(app, { policy });
  ({ kader, families } = await makePartner(app, programme, 3, { email: 'siti@example.com' }));
  await makePartner(app, other, 1);
});

const asked = (more: Record<string, unknown> = {}) => ({
  audience: 'families_in_arrears',
  template: 'arrears_reminder',
  channel: 'whatsapp',
  branch: null,
  ...more,
});
const look = async (
  client: Client,
  more: Record<string, unknown> = {},
): Promise<Answer & { told: AudiencePreview }> => {
  const answer = await client.post('/kader-jkn/messages/audience', asked(more));
  return { ...answer, told: answer.body?.data };
};
const send = async (client: Client, more: Record<string, unknown> = {}): Promise<Answer & { told: AudienceSent }> => {
  const answer = await client.post('/kader-jkn/messages/send', asked(more));
  return { ...answer, told: answer.body?.data };
};
const countMessages = async (): Promise<number> =>
  Number((await app.knex('message').count('* as all').first())?.['all']);
const countBatches = async (): Promise<number> =>
  Number((await app.knex('message_batch').count('* as all').first())?.['all']);

describe('before sending', () => {
  it('staff see how many get it, who does not and why, and the first as they read; nothing is written', async () => {
    const muted = await makeFamily(app, { branch: programme.branch, kader, phone: '081200000009' });
    await app.knex('message_stop').insert({ binaan: muted, reason: 'asked', active: true });
    await app.knex('binaan').whereIn('id', families.slice(0, 2)).update({ phone: '0812-0000-0001' });
    await app.knex('binaan').where({ id: families[2] }).update({ phone: null });
    const { status, told, body } = await look(programme.staff);
    expect([status, body.errors]).toEqual([200, undefined]);
    expect(told.counts).toEqual({
      ...{ named: 4, repeated: 0, email: 0, sms: 0, whatsapp: 2, letter: 0 },
      held: { no_address: 1, opted_out: 1 },
    });
    expect(told).toMatchObject({
      counted_of_first: null,
      needs_approval: false,
      problems: [],
      branch: programme.branch,
    });
    const [first] = told.examples;
    const family = await app.knex('binaan').where({ id: families[0] }).first();
    expect(first).toMatchObject({ name: family.head_name, channel: 'whatsapp', becomes: 'by_hand', held_reason: null });
    expect(first?.address).toBe('•••••••••0001');
    expect(first?.text).toContain(family.head_name);
    expect(told.examples.slice(2).map(({ becomes }) => becomes)).toEqual(['held', 'held']);
    expect(JSON.stringify(body)).not.toContain(family.kk_number);
    expect([await countMessages(), await countBatches()]).toEqual([0, 0]);
  });

  it('shows an e-mail as it will look, to its address in part', async () => {
    const { told, body } = await look(programme.head, {
      ...{ audience: 'kader_active', template: 'notice', channel: 'email', notice },
    });
    expect(body.errors).toBeUndefined();
    expect(told.counts).toMatchObject({ named: 1, email: 1, held: {} });
    expect(told.examples[0]).toMatchObject({ address: 's•••@example.com', becomes: 'queued' });
    expect(told.examples[0]?.subject).toContain('Kantor tutup');
    expect(told.examples[0]?.html).toContain('Selasa');
  });

  it('says that a channel has no template', async () => {
    const { told } = await look(programme.staff, {
      template: 'promise_reminder',
      audience: 'promises_tomorrow',
      channel: 'letter',
    });
    expect(told.counts.named).toBe(0);
    const letters = await look(programme.staff, {
      ...{ audience: 'kader_active', template: 'week_list', channel: 'letter' },
    });
    expect(letters.told.counts.held).toEqual({ no_template: 1 });
  });
});

describe('sending', () => {
  it('makes one batch, goes at once where it is small, and repeats nothing', async () => {
    const { status, told } = await send(programme.staff, { filter: { ids: families }, name: 'Pengingat Januari' });
    expect([status, told]).toMatchObject([200, { queued: 3, repeated: 0, status: 'approved' }]);
    expect(await app.knex('message_batch').where({ id: told.batch }).first()).toMatchObject({
      ...{
        name: 'Pengingat Januari',
        size: 3,
        status: 'approved',
        asked_by: programme.staff.id,
        branch: programme.branch,
      },
      audience: { audience: 'families_in_arrears', filter: { ids: families } },
    });
    const messages = await app.knex('message').where({ batch: told.batch }).orderBy('binaan');
    expect(messages.map(({ binaan, cause, channel }) => [binaan, cause, channel])).toEqual(
      families.map((id) => [id, 'person', 'whatsapp']),
    );
    const again = await send(programme.head, { filter: { ids: families } });
    expect(again.told).toEqual({ batch: null, queued: 0, repeated: 3, status: null });
    expect((await look(programme.head, { filter: { ids: families } })).told.counts).toMatchObject({
      named: 3,
      repeated: 3,
    });
  });

  it('waits for a head where it is large, and may be asked for again once it was declined', async () => {
    const more = await makePartner(app, programme, 5);
    const filter = { kader: [more.kader] };
    expect((await look(programme.head, { filter })).told.needs_approval).toBe(true);
    const first = await send(programme.head, { filter });
    expect(first.told).toMatchObject({ queued: 5, status: 'waiting' });
    expect((await send(programme.head, { filter })).told).toMatchObject({ queued: 0, repeated: 5 });
    const second = await app.login('head', { branch: programme.branch });
    const declined = await second.post(`/kader-jkn/messages/batches/${first.told.batch}/decline`, {
      note: 'Belum tepat.',
    });
    expect([declined.status, declined.body.errors]).toEqual([200, undefined]);
    expect((await send(programme.staff, { filter })).told).toMatchObject({ queued: 5, repeated: 0, status: 'waiting' });
    expect((await send(programme.staff, { filter })).told).toMatchObject({ queued: 0, repeated: 5 });
  });

  it('queues each once where two send at the same time, and each batch says what it has', async () => {
    const more = await makePartner(app, programme, 3);
    const filter = { kader: [more.kader] };
    const both = await Promise.all([send(programme.staff, { filter }), send(programme.head, { filter })]);
    expect(both.reduce((sum, { told }) => sum + told.queued, 0)).toBe(3);
    const { rows } = await app.knex.raw(`
      select b.size, (select count(*)::integer from message m where m.batch = b.id) as counted from message_batch b`);
    for (const { size, counted } of rows) expect(size).toBe(counted);
  });

  it('sends nothing where nobody is named', async () => {
    const before = await countBatches();
    expect((await send(programme.staff, { filter: { months_from: 500 } })).told).toEqual({
      ...{ batch: null, queued: 0, repeated: 0, status: null },
    });
    expect(await countBatches()).toBe(before);
  });

  it('lets an administrator send for the branch that is named', async () => {
    expect(refusedAs(await send(app.admin))).toBe('KADER_NOT_ALLOWED');
    const { told } = await send(app.admin, { branch: other.branch });
    expect(told).toMatchObject({ queued: 1, status: 'approved' });
    const [message] = await app.knex('message').where({ batch: told.batch });
    expect(message.branch).toBe(other.branch);
  });
});

describe('who may look and send', () => {
  it('are heads and staff of the branch, and nobody else', async () => {
    const { branch } = programme;
    const outsiders = {
      telekolekting: await app.login('telekolekting', { branch }),
      kader: await app.login('kader', { branch, kader: await makeKader(app, { branch }) }),
      integration: await app.login('integration', { branch }),
      auditor: await app.login('auditor', { branch }),
      'head of nowhere': await app.login('head', {}),
      'staff of nowhere': await app.login('staff', {}),
    };
    const before = [await countMessages(), await countBatches()];
    for (const [name, client] of Object.entries(outsiders)) {
      for (const attempt of [look, send]) {
        expect(refusedAs(await attempt(client)), name).toBe('KADER_NOT_ALLOWED');
        expect(refusedAs(await attempt(client, { branch })), name).toBe('KADER_NOT_ALLOWED');
        // not even what is wrong with the request is told
        expect(refusedAs(await attempt(client, { audience: 'nobody' })), name).toBe('KADER_NOT_ALLOWED');
      }
    }
    for (const client of [other.head, other.staff]) {
      for (const attempt of [look, send])
        expect(refusedAs(await attempt(client, { branch }))).toBe('KADER_NOT_ALLOWED');
    }
    expect((await look(app.public)).status).toBe(401);
    expect((await send(app.public)).status).toBe(401);
    expect([await countMessages(), await countBatches()]).toEqual(before);
  });

  it('reach nobody of another branch by naming them', async () => {
    const theirs = await app.knex('binaan').where({ branch: other.branch }).pluck('id');
    expect((await look(programme.head, { filter: { ids: theirs } })).told.counts.named).toBe(0);
    expect((await send(programme.staff, { filter: { ids: theirs } })).told.queued).toBe(0);
  });

  it.each([
    ['an audience of flows alone', { audience: 'administrators', template: 'notice', notice }, 'KADER_QUERY_INVALID'],
    ['an audience that is none', { audience: 'everybody' }, 'KADER_QUERY_INVALID'],
    ['a template about something else', { template: 'statement' }, 'KADER_AUDIENCE_TEMPLATE'],
    ['a template that is none', { template: 'nothing' }, 'KADER_AUDIENCE_TEMPLATE'],
    ['a channel that is none', { channel: 'telegram' }, 'KADER_QUERY_INVALID'],
    ['a filter of another audience', { filter: { session: 1 } }, 'KADER_QUERY_INVALID'],
    ['a filter that cannot be read', { filter: { ids: ['x'] } }, 'KADER_QUERY_INVALID'],
    ['a filter that is none', { filter: { sql: '1=1' } }, 'KADER_QUERY_INVALID'],
    [
      'an invitation to no session',
      { audience: 'session_invited', template: 'monev_invitation' },
      'KADER_AUDIENCE_NEEDS',
    ],
    ['a notice without words', { audience: 'kader_active', template: 'notice' }, 'KADER_NOTICE_EMPTY'],
  ])('are told what is wrong with %s', async (_, told, code) => {
    for (const attempt of [look, send]) {
      const answer = await attempt(programme.head, told);
      expect([answer.status, refusedAs(answer)]).toEqual([400, code]);
    }
  });
});
