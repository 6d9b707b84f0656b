import { beforeAll, describe, expect, it } from 'vitest';
import type { RoleKey } from '../../extensions/kader-jkn/src/contract/access.ts';
import type { Id } from '../../extensions/kader-jkn/src/contract/records.ts';
import { type Answer, type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { type BooksFixture, makeBooks, makeFamily } from './books-fixture.ts';

const roles: readonly RoleKey[] = ['head', 'staff', 'telekolekting', 'kader', 'integration', 'auditor'];

let app: TestDirectus;
let books: BooksFixture;
let strange: BooksFixture;
const clients = {} as Record<RoleKey, Client>;

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  books = await makeBooks(app, false);
  strange = await makeBooks(app, false);
  for (const role of roles) {
    const { branch, kader } = books;
    clients[role] = await app.login(role, role === 'kader' ? { branch, kader } : { branch });
  }
});

const outcome = ({ status, body }: Answer) => [status, body.errors?.[0]?.extensions.code];
const family = (fields: Record<string, unknown> = {}) =>
  makeFamily(app, {
    branch: books.branch,
    kader: books.kader,
    area: books.village,
    phone: '0812 1111 2222',
    ...fields,
  });
const check = (client: Client, binaan: Id, fields: Record<string, unknown> = {}) =>
  client.post('/items/family_check', { binaan, how: 'visit', ...fields });
const decide = (client: Client, id: Id, accept: string[], note?: string) =>
  client.post(`/kader-jkn/checks/${id}/decision`, { accept, note });
const stored = (name: string, id: Id) => app.knex(name).where({ id }).first();

async function corrected(binaan: Id, fields: Record<string, unknown>): Promise<Id> {
  const { status, body } = await check(clients.kader, binaan, fields);
  expect(status, JSON.stringify(body)).toBe(200);
  expect(body.data.status).toBe('waiting');
  return body.data.id;
}

describe('a check', () => {
  it('that finds everything as it is confirms the family, which counts as checked', async () => {
    const binaan = await family();
    const same = { members: 2, phone: '0812 1111 2222', wants_to_pay: 'instalments' };
    const { body } = await check(clients.kader, binaan, same);
    expect(body.data).toMatchObject({ status: 'confirmed', kader: books.kader, members: null, phone: null });
    expect(await stored('binaan', binaan)).toMatchObject({ checked_how: 'visit' });
    expect((await stored('binaan', binaan)).checked_on).not.toBeNull();
  });

  it('is made of own families only, by kader, staff and head', async () => {
    const foreign = await makeFamily(app, { branch: strange.branch, kader: strange.kader });
    for (const role of ['kader', 'staff', 'head'] as const) {
      expect(outcome(await check(clients[role], await family())), role).toEqual([200, undefined]);
      expect(outcome(await check(clients[role], foreign)), role).toEqual([404, 'KADER_REFERENCE_UNKNOWN']);
    }
    for (const role of ['telekolekting', 'integration', 'auditor'] as const) {
      expect((await check(clients[role], await family())).status, role).toBe(403);
    }
    const others = await makeFamily(app, { branch: books.branch, kader: null });
    expect(outcome(await check(clients.kader, others))).toEqual([404, 'KADER_REFERENCE_UNKNOWN']);
  });

  it('with corrections waits, and changes nothing of the family', async () => {
    const binaan = await family();
    const id = await corrected(binaan, { members: 4, phone: '0813 9999 8888', address: 'RT 03' });
    expect(await stored('binaan', binaan)).toMatchObject({ members: 2, phone: '0812 1111 2222', address: null });
    expect(await stored('family_check', id)).toMatchObject({ members_before: 2, phone_before: '0812 1111 2222' });
    const direct = await clients.kader.patch(`/items/binaan/${binaan}`, { phone: '0813 9999 8888' });
    expect(direct.status).toBe(403);
  });

  it('takes the place of an older one that still waits', async () => {
    const binaan = await family();
    const older = await corrected(binaan, { members: 3 });
    const newer = await corrected(binaan, { members: 4 });
    expect((await stored('family_check', older)).status).toBe('declined');
    expect((await stored('family_check', newer)).status).toBe('waiting');
    expect(outcome(await decide(clients.staff, older, ['members']))).toEqual([409, 'KADER_CHECK_DECIDED']);
  });
});

describe('a correction', () => {
  it('is accepted field by field, and the family changes with it', async () => {
    const binaan = await family();
    const id = await corrected(binaan, { members: 4, phone: '0813 9999 8888' });
    expect(outcome(await decide(clients.staff, id, ['phone'], 'Peserta menurut kartu tetap dua.'))).toEqual([
      200,
      undefined,
    ]);
    expect(await stored('binaan', binaan)).toMatchObject({ members: 2, phone: '0813 9999 8888' });
    expect(await stored('family_check', id)).toMatchObject({
      status: 'accepted',
      accepted_fields: ['phone'],
      decided_by: clients.staff.id,
      decision_note: 'Peserta menurut kartu tetap dua.',
    });
    expect(outcome(await decide(clients.head, id, ['members']))).toEqual([409, 'KADER_CHECK_DECIDED']);
  });

  it('that the family moved makes it so; declining leaves it', async () => {
    const [moved, stays] = [await family(), await family()];
    const accepted = await corrected(moved, { lives_here: 'moved' });
    const declined = await corrected(stays, { lives_here: 'moved' });
    await decide(clients.head, accepted, ['lives_here']);
    await decide(clients.head, declined, []);
    expect((await stored('binaan', moved)).status).toBe('moved');
    expect((await stored('binaan', stays)).status).toBe('active');
    expect((await stored('family_check', declined)).status).toBe('declined');
  });

  it('is decided by staff and heads of its branch, through the decision alone', async () => {
    const id = await corrected(await family(), { members: 4 });
    for (const role of ['kader', 'telekolekting', 'integration', 'auditor'] as const) {
      const { status } = await decide(clients[role], id, ['members']);
      expect([403, 404], role).toContain(status);
      expect((await clients[role].patch(`/items/family_check/${id}`, { status: 'accepted' })).status, role).toBe(403);
    }
    const stranger = await app.login('staff', { branch: strange.branch });
    expect(outcome(await decide(stranger, id, ['members']))).toEqual([404, 'KADER_CHECK_UNKNOWN']);
    const past = await clients.staff.patch(`/items/family_check/${id}`, { status: 'accepted' });
    expect(outcome(past)).toEqual([409, 'KADER_CHECK_DECISION']);
    expect((await stored('family_check', id)).status).toBe('waiting');
  });

  it('of the number of members is left to the form where their classes differ', async () => {
    const binaan = await family({ members_1: 1, members_2: 1, members_3: 0 });
    const id = await corrected(binaan, { members: 3, phone: '0813 9999 8888' });
    expect(outcome(await decide(clients.staff, id, ['members', 'phone']))).toEqual([409, 'KADER_CHECK_MIXED']);
    expect(outcome(await decide(clients.staff, id, ['phone']))).toEqual([200, undefined]);
  });

  it('is decided once, by whoever of two comes first', async () => {
    const binaan = await family();
    const id = await corrected(binaan, { members: 5 });
    const answers = await Promise.all([decide(clients.staff, id, ['members']), decide(clients.head, id, [])]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { status } = await stored('family_check', id);
    expect((await stored('binaan', binaan)).members).toBe(status === 'accepted' ? 5 : 2);
  });
});

describe('the mapping', () => {
  it('counts families by desa and by kader for staff and head, and their own for a kader', async () => {
    const { branch, kader, village } = books;
    const held = await app.knex('binaan').where({ branch, kader, status: 'active' });
    const checked = held.filter(({ checked_on: on }) => on !== null).length;
    for (const role of ['head', 'staff', 'kader'] as const) {
      const { status, body } = await clients[role].get('/kader-jkn/mapping');
      expect(status, role).toBe(200);
      expect(body.data).toMatchObject({ families: held.length, checked });
      const desa = body.data.desa.find(({ id }: { id: Id }) => id === village);
      expect(desa.checked).toBeGreaterThan(0);
      expect(body.data.kader.map(({ id }: { id: Id }) => id)).toEqual([kader]);
    }
    for (const role of ['telekolekting', 'integration', 'auditor'] as const) {
      expect((await clients[role].get('/kader-jkn/mapping')).status, role).toBe(403);
    }
    expect((await app.admin.get(`/kader-jkn/mapping?branch=${strange.branch}`)).body.data).toMatchObject({
      checked: 0,
    });
  });

  it('lists what waits with what the family has now, to whoever may decide', async () => {
    const binaan = await family();
    const id = await corrected(binaan, { phone: '0813 9999 8888' });
    const { body } = await clients.staff.get('/kader-jkn/checks/waiting');
    expect(body.data.find((one: { id: Id }) => one.id === id)).toMatchObject({
      binaan,
      corrections: [{ field: 'phone', found: '0813 9999 8888', present: '0812 1111 2222' }],
    });
    expect((await clients.telekolekting.get('/kader-jkn/checks/waiting')).status).toBe(403);
  });
});
