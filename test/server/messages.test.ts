import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Message, QueueRequest } from '../../extensions/kader-jkn/src/contract/message-records.ts';
import { claimMessages } from '../../extensions/kader-jkn/src/server/messages/claim-messages.ts';
import { moving } from '../../extensions/kader-jkn/src/server/messages/lease.ts';
import { prepareMessages } from '../../extensions/kader-jkn/src/server/messages/prepare-messages.ts';
import { queueMessages } from '../../extensions/kader-jkn/src/server/messages/queue-messages.ts';
import { sendTogether } from '../../extensions/kader-jkn/src/server/messages/send-audience.ts';
import { type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { type BooksFixture, makeBooks, makeFamily, makeKader } from './books-fixture.ts';
import { messageOf, noticeTo, outboxOf, queue, rewrite } from './outbox-fixture.ts';

let app: TestDirectus;
let books: BooksFixture;
let head: Client;
let staff: Client;
let partner: Client;

/** Tuesday at noon in WIB. */
const noon = new Date('2030-03-12T05:00:00Z');

const toFamily = (binaan: number, fields: Partial<QueueRequest> = {}): QueueRequest =>
  noticeTo('', { channel: 'best', recipient: { kind: 'family', binaan }, ...fields });
const toKader = (kader: number, fields: Partial<QueueRequest> = {}): QueueRequest =>
  noticeTo('', { channel: 'best', recipient: { kind: 'kader', kader }, ...fields });

/** Prepares what is there, whoever of this process does. */
async function prepare(): Promise<void> {
  do {
    await prepareMessages(outboxOf(app, {}), noon);
    await wait(5);
  } while (await app.knex('message').where({ status: 'new' }).first('id'));
}

async function isPrepared(id: number | undefined): Promise<void> {
  for (let tries = 0; tries < 200 && (await messageOf(app, id)).status === 'new'; tries += 1) await wait(20);
}

/** Queues some and prepares them before the outbox of this Directus, which has a clock of its own, can see them. */
async function prepared(requests: QueueRequest[], now = noon): Promise<Message[]> {
  const ids = await app.knex.transaction(async (trx) => {
    const { queued } = await queueMessages(trx, requests);
    while ((await prepareMessages({ ...outboxOf(app, {}), database: trx }, now)) === 0) await wait(5);
    return queued;
  });
  return await Promise.all(ids.map((id) => messageOf(app, id)));
}

/** Queues one, prepares it, and returns it. */
async function made(request: QueueRequest, now = noon): Promise<Message> {
  const [message] = await prepared([request], now);
  if (message === undefined) throw new Error('Nothing was queued');
  return message;
}

async function newFamily(fields: Record<string, unknown> = {}): Promise<number> {
  const { branch, kader } = books;
  const id = await makeFamily(app, { branch, kader });
  await app
    .knex('binaan')
    .where({ id })
    .update({ phone: '0812-3456-7890', ...fields });
  return id;
}

const setPolicy = (fields: Record<string, unknown>) =>
  app.knex('program_policy').where({ branch: books.branch }).update(fields);

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  books = await makeBooks(app);
  const { branch, kader } = books;
  await setPolicy({ messages_per_week: null, message_hour_from: null, message_hour_to: null });
  await app.knex('kader').where({ id: kader }).update({ email: 'kader@example.com', phone: '0812-1111-2222' });
  head = await app.login('head', { branch });
  staff = await app.login('staff', { branch });
  partner = await app.login('kader', { branch, kader });
});

describe('a message is made ready', () => {
  it('for a kader by mail where there is an address, else by hand on WhatsApp; for a family by hand', async () => {
    expect(await made(toKader(books.kader))).toMatchObject({
      ...{ status: 'queued', channel: 'email', to_address: 'kader@example.com', branch: books.branch },
      subject: 'Kabar uji',
    });
    const other = await makeKader(app, { branch: books.branch });
    await app.knex('kader').where({ id: other }).update({ phone: '08122223333', email: null });
    expect(await made(toKader(other))).toMatchObject({
      ...{ status: 'by_hand', channel: 'whatsapp', to_address: '628122223333', html: null },
    });
    const family = await newFamily();
    expect(await made(toFamily(family))).toMatchObject({
      ...{ status: 'by_hand', channel: 'whatsapp', to_address: '6281234567890', kader: books.kader },
    });
  });

  it('for a user by the address of the account, while it is active', async () => {
    const { id } = staff;
    const request = noticeTo('', { recipient: { kind: 'user', user: String(id) } });
    const { email } = await app.knex('directus_users').where({ id }).first('email');
    expect(await made(request)).toMatchObject({
      status: 'queued',
      to_address: email.toLowerCase(),
      branch: books.branch,
    });
    await app.knex('directus_users').where({ id }).update({ status: 'suspended' });
    expect(await made(request)).toMatchObject({ status: 'held', held_reason: 'recipient_gone' });
    await app.knex('directus_users').where({ id }).update({ status: 'active' });
  });

  it("never of what is somebody else's: not to a neighbour, nor to another kader", async () => {
    const [own, neighbour] = [await newFamily(), await newFamily()];
    const other = await makeKader(app, { branch: books.branch });
    await app.knex('kader').where({ id: other }).update({ email: 'lain@example.com', phone: '08122223333' });
    const told = { key: 'arrears_reminder', about: 'family', item: own, channel: 'whatsapp' } as const;
    const held = { status: 'held', held_reason: 'not_theirs', text: null, html: null, attachments: null };
    expect(await made(toFamily(own, told))).toMatchObject({ status: 'by_hand' });
    expect(await made(toFamily(neighbour, told))).toMatchObject(held);
    expect(await made(toKader(other, told))).toMatchObject(held);
    const welcome = { key: 'welcome', about: 'kader', item: books.kader, channel: 'email' } as const;
    expect(await made(toKader(books.kader, welcome))).toMatchObject({ status: 'queued' });
    expect(await made(toKader(other, welcome))).toMatchObject(held);
    expect(await made(toFamily(own, { ...welcome, channel: 'whatsapp' }))).toMatchObject(held);
  });

  it('as a letter on paper, which a person hands over', async () => {
    await app.knex('message_template').insert({
      ...{ key: 'uji_surat', name: 'Uji', about: 'notice', channel: 'letter', language: 'id-ID', status: 'active' },
      ...{ subject: 'Surat uji', html: '<h1>{{notice.title}}</h1><p>Yth. {{recipient.name}}</p>' },
    });
    const letter = await made(toFamily(await newFamily(), { key: 'uji_surat', channel: 'letter' }));
    expect(letter).toMatchObject({ status: 'by_hand', subject: 'Surat uji', to_address: null, html: null });
    const file = await app.knex('directus_files').where({ id: letter.file }).first();
    expect(file).toMatchObject({ type: 'application/pdf', uploaded_by: null });
    const answer = await fetch(`${app.url}/kader-jkn/messages/${letter.id}/letter`, {
      headers: { Authorization: `Bearer ${partner.token}` },
    });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const body = Buffer.from(await answer.arrayBuffer());
    expect(body.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('and is held where template, record or words are missing', async () => {
    expect(await made(toKader(books.kader, { key: 'tidak_ada' }))).toMatchObject({ held_reason: 'no_template' });
    expect(await made(toKader(books.kader, { key: 'statement', about: 'statement', item: 999_999 }))).toMatchObject({
      held_reason: 'record_gone',
    });
    await app.knex('message_template').insert({
      ...{ key: 'uji_rusak', name: 'Uji', about: 'notice', channel: 'email', language: 'id-ID', status: 'active' },
      ...{ subject: 'Uji', html: '<p>{{kader.nik}}</p>' },
    });
    const problem = await made(toKader(books.kader, { key: 'uji_rusak' }));
    expect(problem).toMatchObject({ status: 'held', held_reason: 'template_problem', html: null });
    expect(problem.last_error).toMatch(/nik/);
  });

  it('while others that cannot be prepared are held beside it', async () => {
    const states = await prepared([toKader(books.kader, { key: 'tidak_ada' }), toKader(books.kader)]);
    expect(states.map(({ status }) => status)).toEqual(['held', 'queued']);
  });
});

describe('nobody is pestered', () => {
  it.each([
    ['Asia/Jakarta', '2030-03-12T13:30:00Z', '2030-03-13T01:00:00Z'],
    ['Asia/Makassar', '2030-03-12T12:30:00Z', '2030-03-13T00:00:00Z'],
    ['Asia/Jayapura', '2030-03-12T11:30:00Z', '2030-03-12T23:00:00Z'],
  ])('at night in %s', async (timezone, late, opens) => {
    const there = await makeBooks(app);
    await app.knex('branch').where({ id: there.branch }).update({ timezone });
    await app
      .knex('program_policy')
      .where({ branch: there.branch })
      .update({
        ...{ message_hour_from: 8, message_hour_to: 20, messages_per_week: null },
      });
    await app.knex('binaan').where({ id: there.family }).update({ phone: '0812-3456-7890' });
    await app.knex('kader').where({ id: there.kader }).update({ email: 'malam@example.com' });
    const nights = [
      await made(toFamily(there.family), new Date(late)),
      await made(toKader(there.kader), new Date(late)),
    ];
    expect(nights.map(({ next_at }) => new Date(String(next_at)).toISOString().slice(0, 19))).toEqual([
      ...[opens, opens].map((moment) => moment.slice(0, 19)),
    ]);
    const hourBefore = new Date(new Date(late).getTime() - 3_600_000);
    const evening = await made(toKader(there.kader), hourBefore);
    expect(new Date(String(evening.next_at))).toEqual(hourBefore);

    // due in the evening, and not taken before night has come
    const request = { channels: ['email'] as const, limit: 5, ids: [evening.id] };
    expect(await claimMessages(app.knex, request, new Date(late))).toEqual([]);
    expect(new Date(String((await messageOf(app, evening.id)).next_at)).toISOString()).toContain(opens.slice(0, 19));
    expect(await claimMessages(app.knex, request, new Date(opens))).toHaveLength(1);
  });

  it('more often than the policy says, though many are queued at once', async () => {
    await setPolicy({ messages_per_week: 2 });
    const family = await newFamily();
    const states = await prepared(Array.from({ length: 4 }, () => toFamily(family)));
    expect(states.map(({ status, held_reason }) => held_reason ?? status)).toEqual([
      ...['by_hand', 'by_hand', 'family_limit', 'family_limit'],
    ]);
    // years before there is room; a person asks for it, and the outbox of this Directus looks at its own clock
    const [, , third] = states;
    expect((await staff.post(`/kader-jkn/messages/${third?.id}/again`)).status).toBe(200);
    await isPrepared(third?.id);
    expect((await messageOf(app, third?.id)).status).toBe('by_hand');
    await setPolicy({ messages_per_week: null });
  });

  it('while the family is muted, gone, or asked to be left alone; nor at an address that is of no use', async () => {
    const muted = await newFamily();
    const asked = await staff.post('/items/mute', { binaan: muted, reason: 'deceased' });
    await head.patch(`/items/mute/${asked.body.data.id}`, { status: 'approved' });
    expect(await made(toFamily(muted))).toMatchObject({ status: 'held', held_reason: 'muted' });

    const moved = await newFamily({ status: 'moved' });
    expect(await made(toFamily(moved))).toMatchObject({ held_reason: 'family_gone' });

    const stopped = await newFamily();
    expect((await partner.post('/items/message_stop', { binaan: stopped, channel: 'whatsapp' })).status).toBe(200);
    expect(await made(toFamily(stopped))).toMatchObject({ held_reason: 'opted_out' });
    expect(await made(toFamily(stopped, { channel: 'letter', key: 'uji_surat' }))).toMatchObject({ status: 'by_hand' });

    expect(await made(toFamily(await newFamily({ phone: null })))).toMatchObject({ held_reason: 'no_address' });
    expect(await made(toFamily(await newFamily({ phone: '0271-712345' })))).toMatchObject({
      held_reason: 'address_invalid',
    });
  });

  it('by a stop that names one of family, kader and address, and once', async () => {
    const code = async (told: object) => {
      const { status, body } = await staff.post('/items/message_stop', told);
      return status === 200 ? 200 : body.errors[0].extensions.code;
    };
    const binaan = await newFamily();
    expect(await code({})).toBe('KADER_MESSAGE_STOP_WHO');
    expect(await code({ binaan, address: 'dua@example.com' })).toBe('KADER_MESSAGE_STOP_WHO');
    expect(await code({ address: 'bukan alamat' })).toBe('KADER_VALUE_INVALID');
    expect(await code({ binaan })).toBe(200);
    expect(await code({ binaan })).toBe('KADER_MESSAGE_STOP_TWICE');
    expect(await code({ binaan, channel: 'whatsapp' })).toBe(200);
  });

  it('at an address that is stopped, whoever has it and however it was written', async () => {
    const { status } = await staff.post('/items/message_stop', { address: ' Kader2@Example.com ', channel: 'email' });
    expect(status).toBe(200);
    expect(await made(noticeTo('KADER2@example.com'))).toMatchObject({ held_reason: 'opted_out' });
    expect((await staff.post('/items/message_stop', { address: '0813-9999-8888' })).status).toBe(200);
    expect(await made(toFamily(await newFamily({ phone: '+62 813 9999 8888' })))).toMatchObject({
      held_reason: 'opted_out',
    });
  });

  it('once the partnership has ended, but for what is owed', async () => {
    const former = await makeKader(app, { branch: books.branch });
    await app.knex('kader').where({ id: former }).update({ email: 'mantan@example.com' });
    const [id] = await queue(app, toKader(former));
    await app.knex.transaction(async (trx) => {
      await trx.raw('set local session_replication_role = replica');
      await trx('kader').where({ id: former }).update({ status: 'ended', ended_on: '2029-01-01' });
    });
    await prepare();
    expect(await messageOf(app, id)).toMatchObject({ status: 'held', held_reason: 'kader_ended' });
  });

  it('after its time: a reminder of yesterday says nothing any more', async () => {
    const request = toKader(books.kader, { notAfter: '2030-03-12T10:00:00Z' });
    expect(await made(request, new Date('2030-03-12T11:00:00Z'))).toMatchObject({ held_reason: 'too_late' });
    const timely = await made(request);
    const claim = { channels: ['email'] as const, limit: 5, ids: [timely.id] };
    expect(await claimMessages(app.knex, claim, new Date('2030-03-12T11:00:00Z'))).toEqual([]);
    expect(await messageOf(app, timely.id)).toMatchObject({ held_reason: 'too_late' });
  });

  it('by what was ready before they asked to be left alone', async () => {
    const ready = await made(toKader(books.kader));
    const stop = await staff.post('/items/message_stop', { kader: books.kader });
    expect(await claimMessages(app.knex, { channels: ['email'], limit: 5, ids: [ready.id] }, noon)).toEqual([]);
    expect(await messageOf(app, ready.id)).toMatchObject({ status: 'held', held_reason: 'opted_out' });
    const lifted = await staff.patch(`/items/message_stop/${stop.body.data.id}`, { active: false });
    expect(lifted.status).toBe(200);
    expect(await made(toKader(books.kader))).toMatchObject({ status: 'queued' });
  });

  it('and waits for its day', async () => {
    const later = await made(toKader(books.kader, { notBefore: '2030-03-20T01:00:00Z' }));
    expect(new Date(String(later.next_at)).toISOString()).toBe('2030-03-20T01:00:00.000Z');
    expect(await claimMessages(app.knex, { channels: ['email'], limit: 5, ids: [later.id] }, noon)).toEqual([]);
  });
});

describe('a batch', () => {
  const together = (requests: QueueRequest[], by: string | null) =>
    app.knex.transaction((trx) =>
      sendTogether(trx, requests, {
        ...{ name: 'Uji', branch: books.branch, template_key: 'notice', channel: 'best', audience: {} },
        ...{ asked_by: by, approveAbove: 1, keep: 'always', now: noon.toISOString() },
      }),
    );

  it('above the size waits for a head other than who sent it; nothing goes before', async () => {
    const requests = [toKader(books.kader), toFamily(await newFamily())];
    const { batch, status } = await together(requests, head.id);
    expect(status).toBe('waiting');
    await prepare();
    const states = () => app.knex('message').where({ batch }).orderBy('id').pluck('status');
    expect(await states()).toEqual(['waiting', 'waiting']);

    const code = async (client: Client, step: string, told?: object) => {
      const answer = await client.post(`/kader-jkn/messages/batches/${batch}/${step}`, told);
      return answer.status === 200 ? 200 : answer.body.errors[0].extensions.code;
    };
    expect(await code(head, 'approve')).toBe('KADER_MESSAGE_BATCH_OWN');
    expect(await code(staff, 'approve')).toBe('KADER_NOT_ALLOWED');
    expect(await code(partner, 'approve')).toBe('KADER_MESSAGE_BATCH_UNKNOWN');
    const elsewhere = await app.login('head', { branch: (await makeBooks(app)).branch });
    expect(await code(elsewhere, 'approve')).toBe('KADER_MESSAGE_BATCH_UNKNOWN');
    const second = await app.login('head', { branch: books.branch });
    expect(await code(second, 'decline')).toBe('KADER_REASON_REQUIRED');
    expect(await code(second, 'approve')).toBe(200);
    expect(await states()).toEqual(['queued', 'by_hand']);
    expect(await code(second, 'decline', { note: 'Terlambat' })).toBe('KADER_MESSAGE_BATCH_DECIDED');
    expect(await app.knex('message_batch').where({ id: batch }).first()).toMatchObject({
      ...{ status: 'approved', decided_by: second.id },
    });
  });

  it('that is declined, or taken back by who sent it, sends nothing, prepared or not', async () => {
    for (const [client, step] of [
      [head, 'decline'],
      [staff, 'cancel'],
    ] as const) {
      const { batch } = await together([toKader(books.kader), toKader(books.kader)], staff.id);
      if (step === 'cancel') await prepare();
      const { status } = await client.post(`/kader-jkn/messages/batches/${batch}/${step}`, { note: 'Belum waktunya' });
      expect(status).toBe(200);
      await prepare();
      expect(await app.knex('message').where({ batch }).pluck('status')).toEqual(['cancelled', 'cancelled']);
    }
  });

  it('that is approved before it was prepared goes on when it is', async () => {
    const { batch } = await together([toKader(books.kader), toKader(books.kader)], staff.id);
    expect((await head.post(`/kader-jkn/messages/batches/${batch}/approve`)).status).toBe(200);
    await prepare();
    expect(await app.knex('message').where({ batch }).pluck('status')).toEqual(['queued', 'queued']);
  });

  it('is decided by its buttons alone', async () => {
    const { batch } = await together([toKader(books.kader), toKader(books.kader)], staff.id);
    const changed = await app.admin.patch(`/items/message_batch/${batch}`, { status: 'approved' });
    expect([changed.status, changed.body.errors[0].extensions.code]).toEqual([409, 'KADER_MESSAGE_BY_HAND']);
  });
});

describe('what a person does with a message', () => {
  const code = async (client: Client, path: string, told?: object) => {
    const { status, body } = await client.post(`/kader-jkn/messages/${path}`, told);
    return status === 200 ? 200 : body.errors[0].extensions.code;
  };

  it('lets no kader say that what is written to them was handed over', async () => {
    const own = await made(toKader(books.kader, { channel: 'whatsapp' }));
    expect(own.status).toBe('by_hand');
    expect(await code(partner, `${own.id}/sent-by-hand`)).toBe('KADER_NOT_ALLOWED');
    expect(await code(staff, `${own.id}/sent-by-hand`)).toBe(200);
  });

  it('opens WhatsApp with number and words, and says that it was sent: the kader who holds the family, and the office', async () => {
    const { id, text } = await made(toFamily(await newFamily()));
    const { status, body } = await partner.get(`/kader-jkn/messages/${id}/wa-link`);
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ number: '6281234567890', text });
    const link = new URL(body.data.link);
    expect([link.origin, link.pathname, link.searchParams.get('text')]).toEqual([
      'https://wa.me',
      '/6281234567890',
      text,
    ]);

    const other = await makeKader(app, { branch: books.branch });
    const stranger = await app.login('kader', { branch: books.branch, kader: other });
    expect((await stranger.get(`/kader-jkn/messages/${id}/wa-link`)).status).toBe(404);
    expect(await code(stranger, `${id}/sent-by-hand`)).toBe('KADER_MESSAGE_UNKNOWN');
    expect(await code(partner, `${id}/cancel`)).toBe('KADER_NOT_ALLOWED');
    expect(await code(partner, `${id}/sent-by-hand`)).toBe(200);
    expect(await messageOf(app, id)).toMatchObject({ status: 'sent', sent_by: partner.id, stepped_by: partner.id });
    expect(await code(staff, `${id}/sent-by-hand`)).toBe('KADER_MESSAGE_STATE');
    expect((await partner.get(`/kader-jkn/messages/${id}/wa-link`)).body.errors[0].extensions.code).toBe(
      'KADER_MESSAGE_STATE',
    );
  });

  it('opens nothing at night, nor for a family that asked to be left alone meanwhile', async () => {
    const family = await newFamily();
    const { id } = await made(toFamily(family));
    const hour = new Date(Date.now() + 7 * 3_600_000).getUTCHours();
    // closed at every hour but one that is not now
    const opens = (hour + 6) % 23;
    await setPolicy({ message_hour_from: opens, message_hour_to: opens + 1 });
    const night = await partner.get(`/kader-jkn/messages/${id}/wa-link`);
    expect(night.body.errors[0].extensions).toMatchObject({ code: 'KADER_MESSAGE_HOURS', hour: opens });
    await setPolicy({ message_hour_from: null, message_hour_to: null });
    await staff.post('/items/message_stop', { binaan: family });
    const stopped = await partner.get(`/kader-jkn/messages/${id}/wa-link`);
    expect(stopped.body.errors[0].extensions.code).toBe('KADER_MESSAGE_REFUSED');
  });

  it('cancels what has not gone, and nothing that has', async () => {
    const { id } = await made(toKader(books.kader));
    expect(await code(staff, `${id}/cancel`, { note: 'Salah orang' })).toBe(200);
    expect(await messageOf(app, id)).toMatchObject({
      ...{ status: 'cancelled', stepped_by: staff.id, step_note: 'Salah orang' },
    });
    expect(await code(staff, `${id}/again`)).toBe('KADER_MESSAGE_STATE');
  });

  it('sends a failed one again to the address as it is now', async () => {
    const { id } = await made(toKader(books.kader));
    const [taken] = await claimMessages(app.knex, { channels: ['email'], limit: 1, ids: [id] }, noon);
    expect(taken?.id).toBe(id);
    await rewrite(app.knex, [id], { status: 'failed', last_error: '550 No such user', next_at: null });
    await app.knex('kader').where({ id: books.kader }).update({ email: 'baru@example.com' });
    const before = await messageOf(app, id);
    expect(await code(staff, `${id}/again`)).toBe(200);
    const after = await messageOf(app, id);
    expect(after).toMatchObject({ status: 'queued', to_address: 'baru@example.com', attempts: 0, last_error: null });
    expect([after.html, after.message_id]).toEqual([before.html, before.message_id]);
    await app.knex('kader').where({ id: books.kader }).update({ email: 'kader@example.com' });
  });

  it('asks twice, and why, before an unsure one goes again; or says that it arrived', async () => {
    const unsure = async () => {
      const { id } = await made(toKader(books.kader));
      await claimMessages(app.knex, { channels: ['email'], limit: 1, ids: [id] }, noon);
      await rewrite(app.knex, [id], { status: 'sending', sending_at: noon });
      await rewrite(app.knex, [id], { status: 'unsure' });
      return id;
    };
    const id = await unsure();
    expect(await code(staff, `${id}/again`, { note: 'Tidak ada di server' })).toBe('KADER_MESSAGE_UNSURE');
    expect(await code(staff, `${id}/again`, { confirm: true })).toBe('KADER_REASON_REQUIRED');
    expect(await code(staff, `${id}/again`, { confirm: true, note: 'Tidak ada di server' })).toBe(200);
    expect(await messageOf(app, id)).toMatchObject({ status: 'queued', step_note: 'Tidak ada di server' });
    const arrived = await unsure();
    expect(await code(partner, `${arrived}/sent-by-hand`)).toBe('KADER_MESSAGE_UNKNOWN');
    expect(await code(staff, `${arrived}/sent-by-hand`, { note: 'Ada di server' })).toBe(200);
    expect((await messageOf(app, arrived)).status).toBe('sent');
  });

  it('is for those of the branch: others find no message, and auditors, machines and officers take no step', async () => {
    const { id } = await made(toKader(books.kader));
    const { branch } = await makeBooks(app);
    for (const role of ['head', 'staff', 'kader', 'telekolekting', 'integration'] as const) {
      const stranger = await app.login(role, role === 'telekolekting' ? { branch: books.branch } : { branch });
      expect(await code(stranger, `${id}/cancel`), role).toBe('KADER_MESSAGE_UNKNOWN');
    }
    expect(await code(await app.login('auditor'), `${id}/cancel`)).toBe('KADER_NOT_ALLOWED');
    expect((await app.public.post(`/kader-jkn/messages/${id}/cancel`)).status).toBe(401);
    expect((await messageOf(app, id)).status).toBe('queued');
  });

  it('sees how the outbox stands: the office', async () => {
    const { status, body } = await staff.get('/kader-jkn/messages/outbox');
    expect(status).toBe(200);
    expect(body.data.mail).toMatchObject({ ready: false });
    expect(body.data.counts.sent).toBeGreaterThan(0);
    expect((await partner.get('/kader-jkn/messages/outbox')).status).toBe(403);
  });
});

describe('a mail that came back', () => {
  const sent = async (address: string) => {
    const { id } = await made(noticeTo(address, { branch: books.branch }));
    await claimMessages(app.knex, { channels: ['email'], limit: 1, ids: [id] }, noon);
    await rewrite(app.knex, [id], { status: 'sending', sending_at: noon });
    await rewrite(app.knex, [id], { status: 'sent', sent_at: noon });
    return await messageOf(app, id);
  };

  it('stops e-mails to its address, told by its Message-ID, once and again', async () => {
    const machine = await app.login('integration', { branch: books.branch });
    const { id, message_id } = await sent('kembali@example.com');
    const report = { message_id: message_id.slice(1, -1), kind: 'hard', reason: '5.1.1 User unknown' };
    for (let times = 0; times < 2; times += 1) {
      const { status, body } = await machine.post('/kader-jkn/messages/bounces', report);
      expect([status, body.data]).toEqual([200, { message: id, stopped: true }]);
    }
    expect(await messageOf(app, id)).toMatchObject({ status: 'bounced', bounce_reason: '5.1.1 User unknown' });
    expect(await made(noticeTo('kembali@example.com'))).toMatchObject({ status: 'held', held_reason: 'bounced' });
    expect(await app.knex('message_stop').where({ address: 'kembali@example.com' })).toHaveLength(1);
  });

  it('is only noted where the address did not take it this time', async () => {
    const { id } = await sent('lembut@example.com');
    const report = { address: 'Lembut@example.com', kind: 'soft', reason: 'Mailbox full' };
    expect((await app.admin.post('/kader-jkn/messages/bounces', report)).status).toBe(200);
    expect(await messageOf(app, id)).toMatchObject({ status: 'sent', bounce_reason: 'Mailbox full' });
    expect(await made(noticeTo('lembut@example.com'))).toMatchObject({ status: 'queued' });
  });

  it('is told by machines of its branch and administrators only', async () => {
    const { message_id, id } = await sent('milik@example.com');
    const report = { message_id, kind: 'hard', reason: 'Uji' };
    const { branch } = await makeBooks(app);
    const stranger = await app.login('integration', { branch });
    expect((await stranger.post('/kader-jkn/messages/bounces', report)).status).toBe(404);
    for (const client of [head, staff, partner, await app.login('auditor')]) {
      expect((await client.post('/kader-jkn/messages/bounces', report)).status).toBe(403);
    }
    expect((await app.admin.post('/kader-jkn/messages/bounces', { kind: 'hard', reason: 'Uji' })).status).toBe(400);
    expect((await messageOf(app, id)).status).toBe('sent');
  });
});

describe('the outbox is ours', () => {
  it('nobody makes, changes or deletes a message through the API, administrators neither', async () => {
    const { id } = await made(toKader(books.kader));
    const code = ({ status, body }: { status: number; body: { errors: { extensions: { code: string } }[] } }) => [
      status,
      body.errors[0]?.extensions.code,
    ];
    const forged = {
      ...{ channel: 'email', status: 'queued', template_key: 'notice', about: 'notice', recipient_kind: 'address' },
      ...{ cause: 'x', message_id: '<x@y>', to_address: 'korban@example.com', language: 'id-ID' },
    };
    expect(code(await app.admin.post('/items/message', forged))).toEqual([409, 'KADER_MESSAGE_BY_HAND']);
    expect(code(await app.admin.patch(`/items/message/${id}`, { status: 'sent' }))).toEqual([
      ...[409, 'KADER_MESSAGE_BY_HAND'],
    ]);
    expect(code(await app.admin.patch(`/items/message/${id}`, { text: 'Lain' }))).toEqual([
      ...[409, 'KADER_MESSAGE_BY_HAND'],
    ]);
    expect(code(await app.admin.delete(`/items/message/${id}`))).toEqual([409, 'KADER_MESSAGE_KEPT']);
  });

  it('words that are ready stay what they are, and states follow each other, for our code too', async () => {
    const { id } = await made(toKader(books.kader));
    const refused = (change: Record<string, unknown>) =>
      moving(app.knex, (trx) => trx('message').where({ id }).update(change)).then(
        () => null,
        (error: Error) => /KADER_\w+/.exec(error.message)?.[0],
      );
    for (const field of ['subject', 'text', 'html', 'to_address', 'to_name', 'message_id', 'dedupe_key']) {
      expect(await refused({ [field]: '<lain@example.com>' }), field).toBe('KADER_RECORD_FIXED');
    }
    for (const status of ['sent', 'sending', 'unsure', 'failed', 'bounced', 'new', 'waiting', 'by_hand']) {
      expect(await refused({ status, sent_at: noon, claimed_by: 'x', claimed_at: noon }), status).toBe(
        'KADER_TRANSITION',
      );
    }
  });

  it('lets accounts go that sent or stepped, and files that went along', async () => {
    const clerk = await app.login('staff', { branch: books.branch });
    const { id } = await made(toFamily(await newFamily()));
    expect((await clerk.post(`/kader-jkn/messages/${id}/sent-by-hand`)).status).toBe(200);
    expect((await app.admin.delete(`/users/${clerk.id}`)).status).toBe(204);
    expect(await messageOf(app, id)).toMatchObject({ status: 'sent', sent_by: null, stepped_by: null });
  });
});
