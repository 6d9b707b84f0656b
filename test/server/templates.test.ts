import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RoleKey } from '../../extensions/kader-jkn/src/contract/access.ts';
import { messageAbouts } from '../../extensions/kader-jkn/src/contract/message-contexts.ts';
import type { MessageTemplate } from '../../extensions/kader-jkn/src/contract/message-records.ts';
import type { Id } from '../../extensions/kader-jkn/src/contract/records.ts';
import { findTemplate } from '../../extensions/kader-jkn/src/server/messages/templates/find-template.ts';
import { type Answer, type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { makeBooks, makeFamily, makeKader } from './books-fixture.ts';
import { type MonevFixture, makeMonev } from './monev-fixture.ts';

let app: TestDirectus;
let monev: MonevFixture;
let head: Client;
let stranger: Client;
let strangersFamily: Id;
const clients = {} as Record<RoleKey, Client>;

const good = {
  ...{ key: 'uji_surel', name: 'Uji', about: 'family', channel: 'email', language: 'id-ID' },
  ...{ subject: 'Iuran JKN {{family.head_name}}', html: '<p>{{family.head_name}}: {{rupiah family.owed_amount}}</p>' },
};

let made = 0;
const fresh = (fields: Record<string, unknown> = {}) => {
  made += 1;
  return { ...good, key: `uji_${made}`, ...fields };
};

const refusedWith = ({ status, body }: Answer) => {
  const { code, field, line, column } = body.errors?.[0]?.extensions ?? {};
  return { status, code, field, line, column };
};

const stored = async () => Number((await app.knex('message_template').count('* as n').first())?.['n']);

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  monev = await makeMonev(app);
  const { branch, above: kader, village } = monev;
  await app.knex('binaan').where({ kader }).update({ area: village });
  const other = await makeBooks(app, false);
  strangersFamily = other.family;
  stranger = await app.login('head', { branch: other.branch });
  head = await app.login('head', { branch });
  clients.head = head;
  for (const role of ['staff', 'telekolekting', 'kader', 'integration', 'auditor'] as const) {
    clients[role] = await app.login(role, role === 'kader' ? { branch, kader } : { branch });
  }
});

describe('saving a template', () => {
  it('takes one that can be written, from an administrator and from the head of its branch', async () => {
    const national = await app.admin.post('/items/message_template', fresh());
    expect(national.status, JSON.stringify(national.body)).toBe(200);
    const own = await head.post('/items/message_template', fresh());
    expect(own.body.data).toMatchObject({ branch: monev.branch, status: 'active' });
    const elsewhere = await head.post('/items/message_template', fresh({ branch: monev.branch + 1 }));
    // the value of a field that may be sent
    expect(elsewhere.status).toBe(400);
    expect((await head.patch(`/items/message_template/${national.body.data.id}`, { name: 'Milik saya' })).status).toBe(
      403,
    );
  });

  it.each([
    [{ html: '<p>x</p>\n<p>{{family.nik}}</p>' }, { field: 'html', line: 2, column: 6 }],
    [{ html: '<script>alert(1)</script>' }, { field: 'html', line: 1, column: 1 }],
    [{ html: '<p>{{#if family.owed_months}}{{secret}}{{/if}}</p>' }, { field: 'html', line: 1, column: 32 }],
    [{ subject: 'Halo {{kader.nik}}' }, { field: 'subject', line: 1, column: 8 }],
    [{ subject: '' }, { field: 'subject', line: null, column: null }],
    [{ text: '{{family.owed_amount}}' }, { field: 'text', line: 1, column: 3 }],
    [{ about: 'award' }, { field: 'subject', line: 1, column: 13 }],
    [
      { channel: 'whatsapp', text: '{{constructor}}' },
      { field: 'text', line: 1, column: 3 },
    ],
    [
      { channel: 'letter', html: '<p><a href="https://a.id">x</a></p>' },
      { field: 'html', line: 1, column: 4 },
    ],
  ])('refuses %j with its field, line and column', async (fields, place) => {
    const before = await stored();
    const answer = await app.admin.post('/items/message_template', fresh(fields));
    expect(refusedWith(answer)).toEqual({ status: 400, code: 'KADER_TEMPLATE_INVALID', ...place });
    expect(await stored()).toBe(before);
  });

  it('says why in the language of whoever saves it', async () => {
    const wrong = fresh({ html: '<p>{{nope}}</p>' });
    const english = await app.login('administrator', { language: 'en-US' });
    const { body } = await english.post('/items/message_template', wrong);
    expect(body.errors[0].message).toBe(
      'The template cannot be used yet: "nope" is not among the data of this template (line 1, column 6). Mend that part and save again.',
    );
    const indonesian = await app.login('administrator', { language: 'id-ID' });
    expect((await indonesian.post('/items/message_template', wrong)).body.errors[0].message).toContain(
      '"nope" tidak ada dalam data templat ini (baris 1, kolom 6)',
    );
  });

  it('looks at what a change makes of it: of one, of several, and of what it is about', async () => {
    const { body } = await app.admin.post('/items/message_template', [fresh(), fresh()]);
    const [one, other] = body.data.map(({ id }: { id: Id }) => id) as [Id, Id];
    const wrong = { html: '<p>{{nope}}</p>' };
    const patched = await app.admin.patch(`/items/message_template/${one}`, wrong);
    expect(refusedWith(patched)).toMatchObject({ status: 400, code: 'KADER_TEMPLATE_INVALID', field: 'html' });
    const several = await app.admin.patch('/items/message_template', { keys: [one, other], data: { about: 'kader' } });
    expect(refusedWith(several)).toMatchObject({ code: 'KADER_TEMPLATE_INVALID', field: 'subject' });
    const batch = await app.admin.patch('/items/message_template', [
      { id: one, note: 'x' },
      { id: other, ...wrong },
    ]);
    expect(refusedWith(batch)).toMatchObject({ code: 'KADER_TEMPLATE_INVALID' });
    expect(await app.knex('message_template').whereIn('id', [one, other]).pluck('html')).toEqual([
      good.html,
      good.html,
    ]);
    expect((await app.admin.patch(`/items/message_template/${one}`, { note: 'Boleh' })).status).toBe(200);
  });

  it('does so by GraphQL, nested in another record, and by import', async () => {
    const before = await stored();
    const { html: _, ...rest } = fresh();
    const graphql = await app.admin.graphql(
      'mutation ($data: create_message_template_input!) { create_message_template_item(data: $data) { id } }',
      { data: { ...rest, html: '<p>{{nope}}</p>' } },
    );
    expect(graphql.body.errors[0].extensions).toMatchObject({ code: 'KADER_TEMPLATE_INVALID', field: 'html', line: 1 });
    const { relations } = await app.schema();
    const towards = relations.filter(({ related_collection: to }) => to === 'message_template');
    for (const { collection, field } of towards) {
      const nested = await app.admin.post(`/items/${collection}`, { [field]: fresh({ html: '<p>{{nope}}</p>' }) });
      expect(nested.status, collection).toBeGreaterThanOrEqual(400);
    }
    const file = JSON.stringify([fresh(), fresh({ html: '<p>{{nope}}</p>' })]);
    const form = new FormData();
    form.append('file', new Blob([file], { type: 'application/json' }), 'templat.json');
    const imported = await fetch(new URL('/utils/import/message_template', app.url), {
      method: 'POST',
      headers: { authorization: `Bearer ${app.admin.token}` },
      body: form,
    });
    expect(imported.status).toBeGreaterThanOrEqual(400);
    expect(await imported.text()).toContain('KADER_TEMPLATE_INVALID');
    expect(await stored()).toBe(before);
  });

  it('keeps one active template of a key, channel, language and branch', async () => {
    const template = fresh();
    const { body } = await app.admin.post('/items/message_template', template);
    const again = await app.admin.post('/items/message_template', template);
    expect(refusedWith(again)).toMatchObject({ status: 409, code: 'KADER_TEMPLATE_TWICE', field: 'key' });
    expect((await app.admin.post('/items/message_template', { ...template, branch: monev.branch })).status).toBe(200);
    expect((await app.admin.post('/items/message_template', { ...template, language: 'en-US' })).status).toBe(200);
    await app.admin.patch(`/items/message_template/${body.data.id}`, { status: 'archived' });
    expect((await app.admin.post('/items/message_template', template)).status).toBe(200);
    const back = await app.admin.patch(`/items/message_template/${body.data.id}`, { status: 'active' });
    expect(refusedWith(back)).toMatchObject({ code: 'KADER_TEMPLATE_TWICE' });
  });

  it('leaves what no template can be to the database', async () => {
    for (const fields of [{ about: 'cuaca' }, { channel: 'telegram' }, { language: 'jv' }, { key: 'Tidak Baik' }]) {
      const { status } = await app.admin.post('/items/message_template', fresh(fields));
      expect(status).toBe(400);
    }
    await expect(app.knex('message_template').insert({ ...fresh(), html: 'x'.repeat(20_001) })).rejects.toThrow();
    await expect(app.knex('message_template').insert({ ...fresh(), subject: 'a\r\nBcc: x@y.id' })).rejects.toThrow();
  });
});

describe('finding a template', () => {
  const find = async (asked: Partial<Parameters<typeof findTemplate>[1]>) =>
    (await findTemplate(app.knex, { key: 'cari', channel: 'whatsapp', branch: null, language: 'id-ID', ...asked }))
      ?.name ?? null;

  it('takes the own before the national one, and the wished language before Indonesian', async () => {
    const { branch } = monev;
    const add = (name: string, fields: Partial<MessageTemplate>) =>
      app.admin.post('/items/message_template', {
        ...{ key: 'cari', about: 'kader', channel: 'whatsapp', text: 'Halo', name, ...fields },
      });
    expect(await find({})).toBeNull();
    await add('semua', {});
    await add('all', { language: 'en-US' });
    expect(await find({ branch })).toBe('semua');
    expect(await find({ branch, language: 'en-US' })).toBe('all');
    const { body } = await add('cabang', { branch });
    expect(await find({ branch })).toBe('cabang');
    expect(await find({ branch, language: 'en-US' })).toBe('cabang');
    expect(await find({ branch: branch + 1 })).toBe('semua');
    expect(await find({ branch, channel: 'email' })).toBeNull();
    await app.admin.patch(`/items/message_template/${body.data.id}`, { status: 'archived' });
    expect(await find({ branch })).toBe('semua');
  });
});

const draft = {
  about: 'family',
  channel: 'email',
  language: 'id-ID',
  subject: good.subject,
  html: good.html,
  text: null,
};

async function preview(client: Client, template: Record<string, unknown>, item: Id | null = null) {
  return await client.post('/kader-jkn/templates/preview', { template, item });
}

describe('trying a template', () => {
  it('shows it with the examples, and with a record as its message would have it', async () => {
    const example = await preview(head, draft);
    expect(example.body.data).toMatchObject({ subject: 'Iuran JKN Budi Santoso', record: null, problems: [] });
    const { head_name, va_number } = await app.knex('binaan').where({ id: monev.family }).first();
    const template = { ...draft, html: `<p>{{recipient.name}} {{family.va_number}} {{branch.name}}</p>` };
    const { body } = await preview(head, template, monev.family);
    expect(body.data.subject).toBe(`Iuran JKN ${head_name}`);
    expect(body.data.html).toContain(`${head_name} ${va_number} Cabang`);
    expect(body.data.record).toContain(head_name);
  });

  it('names what is wrong, in both languages, of each text', async () => {
    const { status, body } = await preview(head, { ...draft, subject: '{{a}}', html: '<p>\n{{b}}</p>' });
    expect([status, body.data.html]).toEqual([200, null]);
    expect(body.data.problems).toEqual([
      {
        ...{ field: 'subject', line: 1, column: 3 },
        id: '"a" tidak ada dalam data templat ini (baris 1, kolom 3)',
        en: '"a" is not among the data of this template (line 1, column 3)',
      },
      expect.objectContaining({ field: 'html', line: 2, column: 3 }),
    ]);
  });

  it('makes the letter as PDF, and none of what cannot be written', async () => {
    const letter = { ...draft, channel: 'letter', html: '<h1>Surat</h1><p>Yth. {{family.head_name}}</p>' };
    const ask = (template: object) =>
      fetch(new URL('/kader-jkn/templates/preview?as=pdf', app.url), {
        method: 'POST',
        headers: { authorization: `Bearer ${head.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ template, item: monev.family }),
      });
    const answer = await ask(letter);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(await answer.arrayBuffer())), {
      mergePages: true,
    });
    const { head_name } = await app.knex('binaan').where({ id: monev.family }).first();
    expect(text).toContain(`Yth. ${head_name}`);
    expect((await ask({ ...letter, html: '<p>{{nope}}</p>' })).status).toBe(400);
    expect((await ask(draft)).status).toBe(400);
  });

  it('is refused where it cannot be read', async () => {
    for (const template of [{}, { ...draft, about: 'cuaca' }, { ...draft, html: 7 }, { ...draft, channel: 'fax' }]) {
      expect(refusedWith(await preview(head, template))).toMatchObject({ status: 400, code: 'KADER_QUERY_INVALID' });
    }
    expect((await preview(head, draft, 'x' as never)).status).toBe(400);
  });

  it.each(['head', 'staff', 'auditor'] as const)('is open to %s, who read templates', async (role) => {
    expect((await preview(clients[role], draft)).status).toBe(200);
    expect((await clients[role].get('/kader-jkn/templates/records?about=kader')).status).toBe(200);
  });

  it.each(['telekolekting', 'kader', 'integration'] as const)('is closed to %s, who do not', async (role) => {
    const refused = { status: 403, code: 'KADER_NOT_ALLOWED' };
    expect(refusedWith(await preview(clients[role], draft))).toMatchObject(refused);
    expect(refusedWith(await preview(clients[role], draft, monev.family))).toMatchObject(refused);
    expect(refusedWith(await clients[role].get('/kader-jkn/templates/records?about=kader'))).toMatchObject(refused);
  });

  it('is closed to who is not signed in', async () => {
    expect((await preview(app.public, draft)).status).toBe(401);
    expect((await app.public.get('/kader-jkn/templates/records?about=kader')).status).toBe(401);
  });

  it('shows nobody a record that they may not read, or not all of it', async () => {
    const refused = { status: 404, code: 'KADER_TEMPLATE_RECORD', field: 'item' };
    expect(refusedWith(await preview(head, draft, strangersFamily))).toMatchObject(refused);
    expect(refusedWith(await preview(stranger, draft, monev.family))).toMatchObject(refused);
    expect(refusedWith(await preview(head, draft, 2_000_000_000))).toMatchObject(refused);
    // an auditor reads families without their VA number
    expect(refusedWith(await preview(clients.auditor, draft, monev.family))).toMatchObject(refused);
    expect((await clients.auditor.get('/kader-jkn/templates/records?about=family')).body.data).toEqual([]);
    const { id: theirs } = await app.knex('period').whereNot({ branch: monev.branch }).first('id');
    const month = { about: 'month', channel: 'whatsapp', text: '{{rupiah month.collected}}' };
    expect(refusedWith(await preview(clients.staff, month, theirs))).toMatchObject(refused);
  });
});

describe('the records to try it with', () => {
  it.each(messageAbouts)('about %s are of the own branch, and can be tried', async (about) => {
    const { status, body } = await head.get(`/kader-jkn/templates/records?about=${about}`);
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.data.length).toBeLessThanOrEqual(20);
    for (const { id, label } of body.data.slice(0, 3)) {
      expect(label).toMatch(/\S/);
      const tried = await preview(head, { about, channel: 'whatsapp', text: '{{branch.name}} {{recipient.name}}' }, id);
      expect(tried.status, JSON.stringify(tried.body)).toBe(200);
      expect(tried.body.data).toMatchObject({ record: label, problems: [] });
      expect(tried.body.data.text).toContain('Cabang');
    }
  });

  it('are the newest twenty', async () => {
    const { branch, above } = monev;
    for (let count = 0; count < 21; count += 1) await makeFamily(app, { branch, kader: above });
    const newest = await app.knex('binaan').where({ branch }).orderBy('id', 'desc').limit(20).pluck('id');
    const { body } = await head.get('/kader-jkn/templates/records?about=family');
    expect(body.data.map(({ id }: { id: Id }) => id)).toEqual(newest);
    const { body: elsewhere } = await stranger.get('/kader-jkn/templates/records?about=family');
    expect(elsewhere.data.map(({ id }: { id: Id }) => id)).toEqual([strangersFamily]);
  });

  it('name whom the message would be about', async () => {
    const kader = await makeKader(app, { branch: monev.branch, name: 'Siti <b>Aminah</b>', code: 'UJI-77' });
    const { body } = await head.get('/kader-jkn/templates/records?about=kader');
    expect(body.data[0]).toEqual({ id: kader, label: 'Siti <b>Aminah</b> (UJI-77)' });
  });
});
