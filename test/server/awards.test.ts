import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RoleKey } from '../../extensions/kader-jkn/src/contract/access.ts';
import type { AwardNominations } from '../../extensions/kader-jkn/src/contract/monev-awards.ts';
import type { Id } from '../../extensions/kader-jkn/src/contract/records.ts';
import { type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { endPartnership, makeBooks, momentIn } from './books-fixture.ts';
import { type MonevFixture, makeMonev } from './monev-fixture.ts';

let app: TestDirectus;
let monev: MonevFixture;
let head: Client;
let staff: Client;
let stranger: Client;
let national: Id;
const clients = new Map<RoleKey, Client>();

async function as(role: RoleKey, kader = monev.above): Promise<Client> {
  const known = clients.get(role);
  if (known) return known;
  const client = await app.login(role, { branch: monev.branch, ...(role === 'kader' && { kader }) });
  clients.set(role, client);
  return client;
}

async function nominations(client = head, month = monev.lastMonth): Promise<AwardNominations> {
  const { status, body } = await client.get(`/kader-jkn/monev/awards?branch=${monev.branch}&month=${month}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.data;
}

async function give(client: Client, kader: Id, rule = national, month = monev.lastMonth) {
  const { status, body } = await client.post('/kader-jkn/monev/awards', { rule, kader, month });
  return { status, code: body.errors?.[0]?.extensions?.code, data: body.data };
}

async function makeRule(fields: Record<string, unknown>): Promise<Id> {
  const rule = { branch: monev.branch, active: true, months: 1, certificate_words: 'atas ketekunan', ...fields };
  const { status, body } = await head.post('/items/award_rule', rule);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.data.id;
}

async function certificate(client: Client, award: Id) {
  const response = await fetch(new URL(`/kader-jkn/monev/awards/${award}/certificate`, app.url), {
    headers: client.token ? { authorization: `Bearer ${client.token}` } : {},
  });
  return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
}

const named = ({ nominations: found }: AwardNominations, rule: Id) =>
  found.filter((one) => one.rule.id === rule).map(({ kader }) => kader.id);

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  monev = await makeMonev(app);
  head = await app.login('head', { branch: monev.branch });
  staff = await app.login('staff', { branch: monev.branch });
  const other = await makeBooks(app, false);
  stranger = await app.login('head', { branch: other.branch });
  national = (await app.knex('award_rule').where({ branch: null, active: true }).first('id')).id;
  await app.admin.patch(`/items/branch/${monev.branch}`, {
    city: 'Surakarta',
    head_name: 'Ratih Wardani, S.E.',
    head_title: 'Kepala Cabang',
  });
});

describe('nominations', () => {
  it('are for above 100%, not for reaching it, with the figures they rest on', async () => {
    const { nominations: found, closed, rules } = await nominations();
    expect([closed, rules]).toEqual([true, 1]);
    expect(found).toMatchObject([
      {
        rule: { id: national, name: 'Kader berprestasi' },
        kader: { id: monev.above },
        attainment: 1.4,
        facts: { collected: 140_000, target: 100_000 },
        award: null,
      },
    ]);
    expect(found[0]?.reason).toMatch(/^Capaian 140,0% \(Rp 140\.000 dari target Rp 100\.000\), /);
    expect(found[0]?.reason_en).toMatch(/^Attained 140\.0% /);
  });

  it('need every condition of a rule: partnership and education too', async () => {
    const loyal = await makeRule({ name: 'Setia', partnership_months: 36 });
    expect(named(await nominations(), loyal).sort()).toEqual([monev.above, monev.exact, monev.idle].sort());
    const teaching = await makeRule({ name: 'Edukasi', education_contacts: 2, partnership_months: 36 });
    const lesson = { branch: monev.branch, kader: monev.exact, channel: 'group_education' };
    await app.admin.post('/items/activity', { ...lesson, at: momentIn(monev.thisMonth, '01', '01:00:00Z') });
    await app.admin.post('/items/activity', { ...lesson, at: momentIn(monev.thisMonth, '01', '02:00:00Z') });
    expect(named(await nominations(), teaching)).toEqual([]);
    expect(named(await nominations(head, monev.thisMonth), teaching)).toEqual([monev.exact]);
    await head.patch(`/items/award_rule/${teaching}`, { active: false });
    expect(named(await nominations(head, monev.thisMonth), teaching)).toEqual([]);
    await head.patch(`/items/award_rule/${loyal}`, { active: false });
  });

  it('leave out who is no partner any more, and rules of other branches', async () => {
    const rule = await makeRule({ name: 'Setia juga', partnership_months: 12 });
    const leaver = monev.idle;
    await endPartnership(app, leaver, `${monev.lastMonth}-20`);
    expect(named(await nominations(), rule)).not.toContain(leaver);
    const elsewhere = await stranger.get(`/kader-jkn/monev/awards?month=${monev.lastMonth}`);
    expect(elsewhere.body.data.rules).toBe(1);
    await head.patch(`/items/award_rule/${rule}`, { active: false });
  });

  it('need a rule that asks something', async () => {
    const { status, body } = await head.post('/items/award_rule', {
      ...{ branch: monev.branch, name: 'Kosong', certificate_words: 'atas apa pun' },
    });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('attainment_above_bp');
  });
});

describe('an award', () => {
  it('is given once, with a line of history and a certificate', async () => {
    const { status, data } = await give(head, monev.above);
    expect(status).toBe(200);
    const award = await app.knex('award').where({ id: data.id }).first();
    expect(award).toMatchObject({
      ...{ kader: monev.above, branch: monev.branch, month: monev.lastMonth, title: 'Kader berprestasi' },
      user_created: head.id,
    });
    const event = await app.knex('kader_event').where({ id: award.event }).first();
    expect(event).toMatchObject({ kader: monev.above, kind: 'award', origin: 'person' });
    expect(event.reason).toContain('Kader berprestasi: Capaian 140,0%');

    expect(await give(head, monev.above)).toMatchObject({ status: 409, code: 'KADER_AWARD_GIVEN' });
    expect(await app.knex('award').where({ kader: monev.above })).toHaveLength(1);
    expect((await nominations()).nominations[0]?.award).toMatchObject({ id: data.id });
  });

  it('is on a certificate with name, reason, number and signature', async () => {
    const { id } = await app.knex('award').where({ kader: monev.above }).first('id');
    const { status, bytes } = await certificate(head, id);
    expect(status).toBe(200);
    const document = await getDocumentProxy(bytes.slice());
    const page = await document.getPage(1);
    expect(document.numPages).toBe(1);
    expect(page.getViewport({ scale: 1 }).width).toBeGreaterThan(page.getViewport({ scale: 1 }).height);
    const { text } = await extractText(document, { mergePages: true });
    for (const words of [
      ...['PIAGAM PENGHARGAAN', 'Di Atas Target', 'Kader berprestasi', 'Capaian 140,0%', 'Ratih Wardani, S.E.'],
      `${String(id).padStart(5, '0')}/`,
    ]) {
      expect(text.replaceAll(/\s+/g, ' ')).toContain(words);
    }
  });

  it('is refused of who is not nominated, and of a month that is open', async () => {
    expect(await give(head, monev.exact)).toMatchObject({ status: 409, code: 'KADER_AWARD_NOT_NOMINATED' });
    expect(await give(head, monev.above, national, monev.thisMonth)).toMatchObject({
      ...{ status: 409, code: 'KADER_AWARD_OPEN_MONTH' },
    });
    expect(await give(head, 999_999)).toMatchObject({ status: 404, code: 'KADER_KADER_UNKNOWN' });
  });

  it('given twice at once is given once', async () => {
    const rule = await makeRule({ name: 'Serentak', attainment_above_bp: 9_999, again_after_months: 12 });
    const answers = await Promise.all([give(head, monev.exact, rule), give(app.admin, monev.exact, rule)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await app.knex('award').where({ rule })).toHaveLength(1);
    expect(await app.knex('kader_event').where({ kader: monev.exact, kind: 'award' })).toHaveLength(1);
  });

  it('is made by its button alone, and keeps what it says', async () => {
    const { id, rule } = await app.knex('award').where({ kader: monev.above }).first();
    const { body } = await app.admin.post('/items/award', {
      ...{ rule, kader: monev.exact, branch: monev.branch, month: monev.lastMonth, title: 'x', words: 'x' },
      ...{ reason: 'x', facts: {}, awarded_on: `${monev.thisMonth}-01` },
    });
    expect(body.errors[0].extensions.code).toBe('KADER_MADE_BY_BUTTON');
    const changed = await app.admin.patch(`/items/award/${id}`, { title: 'Lain' });
    expect(changed.body.errors[0].extensions).toMatchObject({ code: 'KADER_RECORD_FIXED', field: 'title' });
    expect((await head.patch(`/items/award/${id}`, { note: 'Diserahkan di aula' })).status).toBe(200);
  });
});

describe('who nominates, gives and reads', () => {
  it.each(['telekolekting', 'kader', 'integration', 'auditor'] as const)('%s sees no nominations', async (role) => {
    const { status, body } = await (await as(role)).get(`/kader-jkn/monev/awards?month=${monev.lastMonth}`);
    expect([status, body.errors[0].extensions.code]).toEqual([403, 'KADER_NOT_ALLOWED']);
  });

  it.each(['staff', 'telekolekting', 'kader', 'integration', 'auditor'] as const)('%s gives none', async (role) => {
    expect(await give(await as(role), monev.above)).toMatchObject({ status: 403, code: 'KADER_NOT_ALLOWED' });
  });

  it('staff sees nominations, another branch neither sees nor gives, and nobody is let in unsigned', async () => {
    await nominations(staff);
    const path = `/kader-jkn/monev/awards?branch=${monev.branch}&month=${monev.lastMonth}`;
    expect((await stranger.get(path)).status).toBe(403);
    expect(await give(stranger, monev.above)).toMatchObject({ status: 403, code: 'KADER_NOT_ALLOWED' });
    expect((await app.public.get(path)).status).toBe(401);
    expect((await give(app.public, monev.above)).status).toBe(401);
  });

  it('nobody gives one to themselves', async () => {
    const rule = await makeRule({ name: 'Sendiri', partnership_months: 1 });
    const both = await app.login('head', { branch: monev.branch, kader: monev.fresh });
    expect(await give(both, monev.fresh, rule)).toMatchObject({ status: 403, code: 'KADER_NOT_ALLOWED' });
  });

  it('the kader reads their own certificate, and no colleague’s', async () => {
    const { id, certificate: file } = await app.knex('award').where({ kader: monev.above }).first();
    const { id: theirs } = await app.knex('award').where({ kader: monev.exact }).first('id');
    const self = await as('kader');
    expect((await certificate(self, id)).status).toBe(200);
    expect((await certificate(self, theirs)).status).toBe(404);
    expect((await certificate(await as('telekolekting'), id)).status).toBe(404);
    expect((await certificate(stranger, id)).status).toBe(404);
    for (const who of [self, stranger, head]) expect((await who.get(`/files/${file}`)).status).toBe(403);
    for (const who of [head, staff, await as('auditor')]) expect((await certificate(who, id)).status).toBe(200);
  });
});
