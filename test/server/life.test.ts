import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RoleKey } from '../../extensions/kader-jkn/src/contract/access.ts';
import type { KaderLifeShown, LifeStep } from '../../extensions/kader-jkn/src/contract/life.ts';
import { keepLives } from '../../extensions/kader-jkn/src/server/life/keep-lives.ts';
import { type Answer, type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { type BooksFixture, closeMonth, makeBooks, makeFamily, makeKader } from './books-fixture.ts';

const roles: readonly RoleKey[] = ['head', 'staff', 'telekolekting', 'kader', 'integration', 'auditor'];

let app: TestDirectus;
let books: BooksFixture;
let strange: BooksFixture;
const clients = {} as Record<RoleKey, Client>;
let strangeHead: Client;
let head: Client;

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  books = await makeBooks(app, false);
  strange = await makeBooks(app, false);
  for (const role of roles) {
    const { branch, kader } = books;
    clients[role] = await app.login(role, role === 'kader' ? { branch, kader } : { branch });
  }
  head = clients.head;
  strangeHead = await app.login('head', { branch: strange.branch });
});

const today = () => dayFromNow(0);

/** So many days from now in WIB. */
function dayFromNow(days: number): string {
  return new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
}

const outcome = ({ status, body }: Answer) => [status, body.errors?.[0]?.extensions.code ?? null];
const step = (client: Client, kader: number, name: LifeStep, told: object = {}) =>
  client.post(`/kader-jkn/kader/${kader}/step/${name}`, told);
const end = (client: Client, kader: number, told: object) => client.post(`/kader-jkn/kader/${kader}/end`, told);
const stored = (kader: number) => app.knex('kader').where({ id: kader }).first();
const eventsOf = (kader: number) => app.knex('kader_event').where({ kader }).orderBy('id').pluck('kind');
const candidate = (fields: object = {}) =>
  makeKader(app, { branch: books.branch, district: books.district, status: 'candidate', joined_on: null, ...fields });

async function lifeOf(kader: number, client = head): Promise<KaderLifeShown> {
  const { status, body } = await client.get(`/kader-jkn/kader/${kader}/life`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.data;
}

const contract = { number: '012/PKS/2026', from: dayFromNow(-1), to: dayFromNow(364) };

describe('a candidate', () => {
  it('becomes active by way of a briefing and a contract, and the history tells it', async () => {
    const kader = await candidate();
    expect((await lifeOf(kader)).lacking).toEqual(['briefing', 'contract-number', 'contract-dates']);
    expect(outcome(await step(head, kader, 'activate'))).toEqual([409, 'KADER_ACTIVATION_INCOMPLETE']);

    expect(outcome(await step(head, kader, 'brief', { on_date: today() }))).toEqual([200, null]);
    expect(outcome(await step(head, kader, 'contract', contract))).toEqual([200, null]);
    expect((await lifeOf(kader)).lacking).toEqual([]);
    const { status, body } = await step(head, kader, 'activate');
    expect([status, body.data]).toEqual([200, { id: kader, status: 'active' }]);
    expect(await eventsOf(kader)).toEqual(['briefed', 'joined']);
    expect((await lifeOf(kader)).joined_on).toBe(today());
  });

  it.each([
    ['the form', (kader: number) => app.admin.patch(`/items/kader/${kader}`, { status: 'active' })],
    ['GraphQL', (kader: number) => graphqlStatus(kader)],
    [
      'a change of many',
      (kader: number) => app.admin.patch('/items/kader', { keys: [kader], data: { status: 'active' } }),
    ],
  ])('does not become active without them by %s', async (_, change) => {
    const kader = await candidate();
    const { body } = await change(kader);
    expect(body.errors[0].extensions.code).toBe('KADER_ACTIVATION_INCOMPLETE');
    expect(body.errors[0].message).toContain('nomor kontrak');
    expect(await stored(kader)).toMatchObject({ status: 'candidate' });
  });

  it('does not become active in SQL either, nor with a contract that has ended', async () => {
    const kader = await candidate({ contract_number: '1', contract_from: '2020-01-01', contract_to: dayFromNow(-1) });
    await app.knex('kader_event').insert({ kader, kind: 'briefed', origin: 'person', on_date: today() });
    await expect(app.knex('kader').where({ id: kader }).update({ status: 'active' })).rejects.toThrow(
      'KADER_ACTIVATION_INCOMPLETE',
    );
    expect((await lifeOf(kader)).lacking).toEqual(['contract-ended']);
  });

  it('says in English what is missing to who reads English', async () => {
    const reader = await app.login('head', { branch: books.branch, language: 'en-US' });
    const { body } = await step(reader, await candidate(), 'activate');
    expect(body.errors[0].message).toContain('the briefing of the candidate, the contract number');
  });

  it('is what a head records: active from the first only with a contract', async () => {
    const fields = {
      branch: books.branch,
      code: 'K-LANGSUNG',
      name: 'Langsung',
      status: 'active',
      joined_on: '2024-01-02',
    };
    expect(outcome(await head.post('/items/kader', fields))).toEqual([409, 'KADER_ACTIVATION_INCOMPLETE']);
    const taken = { ...fields, contract_number: '7/PKS', contract_from: '2024-01-02', contract_to: dayFromNow(30) };
    expect(outcome(await head.post('/items/kader', taken))).toEqual([200, null]);
  });
});

describe('where the policy requires training', () => {
  let trained: BooksFixture;
  let leader: Client;
  const topics = ['jkn_concept', 'tasks', 'field_work', 'membership', 'benefits', 'dues'];

  beforeAll(async () => {
    trained = await makeBooks(app, false);
    leader = await app.login('head', { branch: trained.branch });
    await app.knex('program_policy').where({ branch: trained.branch }).update({ training_required: true });
  });

  const ready = (fields: object = {}) =>
    candidate({
      ...{ branch: trained.branch, district: trained.district, contract_number: '1/PKS' },
      ...{ contract_from: dayFromNow(-3), contract_to: dayFromNow(300), ...fields },
    });
  const session = async (told: string[], held_on = today()) => {
    const { status, body } = await leader.post('/items/training', { title: 'Pembekalan', held_on, topics: told });
    expect(status, JSON.stringify(body)).toBe(200);
    return body.data.id as number;
  };
  const attend = (training: number, attending: object[]) =>
    leader.post(`/kader-jkn/trainings/${training}/attendance`, { attending });

  it('a kader is active only with every required topic attended', async () => {
    const kader = await ready();
    await step(leader, kader, 'brief', { on_date: today() });
    const first = await session(topics.slice(0, 4));
    const second = await session(topics.slice(4));
    await attend(first, [{ kader, present: true }]);
    await attend(second, [{ kader, present: false }]);

    const refused = await step(leader, kader, 'activate');
    expect(outcome(refused)).toEqual([409, 'KADER_ACTIVATION_INCOMPLETE']);
    expect(refused.body.errors[0].extensions.missing).toBe('pelatihan (Manfaat, Iuran)');
    expect((await lifeOf(kader, leader)).lacking).toEqual(['training']);
    await expect(app.knex('kader').where({ id: kader }).update({ status: 'active' })).rejects.toMatchObject({
      detail: expect.stringContaining('pelatihan'),
    });

    await attend(second, [{ kader, present: true, certificate_on: today() }]);
    expect(outcome(await step(leader, kader, 'activate'))).toEqual([200, null]);
    expect((await lifeOf(kader, leader)).topics.every(({ attended_on }) => attended_on === today())).toBe(true);
  });

  it('a session that is still to come trains nobody yet', async () => {
    const kader = await ready();
    await step(leader, kader, 'brief', { on_date: today() });
    await attend(await session(topics, dayFromNow(2)), [{ kader, present: true }]);
    expect(outcome(await step(leader, kader, 'activate'))).toEqual([409, 'KADER_ACTIVATION_INCOMPLETE']);
  });

  it('nobody is recorded as active from the first, not even by an administrator', async () => {
    const { status, body } = await app.admin.post('/items/kader', {
      ...{ code: 'K-TANPA', name: 'Tanpa', branch: trained.branch, status: 'active' },
      ...{ contract_number: '1', contract_from: today(), contract_to: dayFromNow(9) },
    });
    expect([status, body.errors[0].extensions.code]).toEqual([409, 'KADER_ACTIVATION_INCOMPLETE']);
  });

  it('writes the attendance of many at once, all of it or nothing', async () => {
    const many = await Promise.all([ready(), ready(), ready()]);
    const training = await session(['tasks']);
    const stranger = strange.kader;
    const mixed = [...many, stranger].map((kader) => ({ kader, present: true }));
    expect(outcome(await attend(training, mixed))).toEqual([404, 'KADER_REFERENCE_UNKNOWN']);
    expect(await app.knex('training_attendance').where({ training })).toEqual([]);

    const { body } = await attend(
      training,
      many.map((kader, index) => ({ kader, present: index > 0 })),
    );
    expect(body.data).toEqual({ training, present: 2, absent: 1, removed: 0 });
    const again = await attend(training, [{ kader: many[0], present: null }]);
    expect(again.body.data).toMatchObject({ removed: 1 });
    expect(await app.knex('training_attendance').where({ training, present: true })).toHaveLength(2);
  });

  it('knows only topics that there are', async () => {
    const told = { title: 'Lain', held_on: today(), topics: ['memasak'] };
    expect(outcome(await leader.post('/items/training', told))).toEqual([400, 'KADER_TOPIC_UNKNOWN']);
  });
});

describe('leave', () => {
  it('moves the status on its days, and back', async () => {
    const kader = await makeKader(app, { branch: books.branch, district: books.district });
    const told = { from_date: dayFromNow(-3), to_date: dayFromNow(4), reason: 'melahirkan' };
    const { body } = await step(head, kader, 'leave', told);
    expect(body.data).toEqual({ id: kader, status: 'on_leave' });
    expect((await lifeOf(kader)).leave).toEqual({ from: told.from_date, to: told.to_date, reason: 'melahirkan' });
    expect(outcome(await step(head, kader, 'leave', told))).toEqual([409, 'KADER_LEAVE_OVERLAP']);
    expect(outcome(await app.admin.patch(`/items/kader/${kader}`, { status: 'active' }))).toEqual([
      409,
      'KADER_LEAVE_BY_DAYS',
    ]);
    const back = await step(head, kader, 'return');
    expect(back.body.data).toEqual({ id: kader, status: 'active' });
    expect(outcome(await step(head, kader, 'return'))).toEqual([409, 'KADER_NOT_ON_LEAVE']);
  });

  it('that is still to come begins, and one that is over ends, by the upkeep', async () => {
    const going = await makeKader(app, { branch: books.branch, district: books.district });
    const returning = await makeKader(app, { branch: books.branch, district: books.district });
    await step(head, going, 'leave', { from_date: dayFromNow(1), to_date: dayFromNow(4), reason: 'haji' });
    await step(head, returning, 'leave', { from_date: dayFromNow(-9), to_date: today(), reason: 'sakit' });
    expect([await stored(going), await stored(returning)]).toMatchObject([
      { status: 'active' },
      { status: 'on_leave' },
    ]);

    // a day goes by, unseen by whoever tells events
    await app.knex.raw('alter table kader_event disable trigger user');
    await app
      .knex('kader_event')
      .whereIn('kader', [going, returning])
      .update({ on_date: app.knex.raw('on_date - 1'), to_date: app.knex.raw('to_date - 1') });
    await app.knex.raw('alter table kader_event enable trigger user');
    expect((await keepLives(app.knex)).leaves).toBe(2);
    expect([await stored(going), await stored(returning)]).toMatchObject([
      { status: 'on_leave' },
      { status: 'active' },
    ]);
    expect((await keepLives(app.knex)).leaves).toBe(0);
  });
});

describe('a contract', () => {
  const noticesOf = (kader: number) =>
    app.knex('directus_notifications').where({ recipient: head.id, collection: 'kader', item: String(kader) });

  beforeAll(async () => {
    await app.knex('program_policy').where({ branch: books.branch }).update({ renewal_notice_days: 30 });
  });

  it('that ends within the days of the policy is told to the head once, and again after a renewal', async () => {
    const soon = await makeKader(app, { branch: books.branch, contract_number: '1', contract_to: dayFromNow(30) });
    const later = await makeKader(app, { branch: books.branch, contract_number: '2', contract_to: dayFromNow(31) });
    await keepLives(app.knex);
    await keepLives(app.knex);
    expect(await noticesOf(soon)).toHaveLength(1);
    expect(await noticesOf(later)).toHaveLength(0);
    expect((await lifeOf(soon)).contract).toMatchObject({ days_left: 30, notice_days: 30 });

    expect(outcome(await step(head, soon, 'renew', { to: dayFromNow(30) }))).toEqual([400, 'KADER_DAY_INVALID']);
    expect(outcome(await step(head, soon, 'renew', { number: '1a', to: dayFromNow(365) }))).toEqual([200, null]);
    expect(await eventsOf(soon)).toEqual(['extended']);
    await keepLives(app.knex);
    expect(await noticesOf(soon)).toHaveLength(1);
    await app
      .knex('kader')
      .where({ id: soon })
      .update({ contract_to: dayFromNow(5) });
    await keepLives(app.knex);
    expect(await noticesOf(soon)).toHaveLength(2);
  });

  it('that ends changes nothing by itself', async () => {
    const kader = await makeKader(app, { branch: books.branch, contract_to: dayFromNow(-1) });
    await makeFamily(app, { branch: books.branch, kader, area: books.village });
    await keepLives(app.knex);
    expect(await stored(kader)).toMatchObject({ status: 'active', ended_on: null });
  });
});

describe('a warning and an award', () => {
  it('are written into the history with their reason', async () => {
    const kader = await makeKader(app, { branch: books.branch });
    expect(outcome(await step(head, kader, 'warn', { on_date: today() }))).toEqual([400, 'KADER_REASON_REQUIRED']);
    const told = { on_date: today(), reason: 'Setoran terlambat dua kali' };
    expect(outcome(await step(head, kader, 'warn', told))).toEqual([200, null]);
    expect(outcome(await step(head, kader, 'award', { on_date: today(), reason: 'Di atas 100%' }))).toEqual([
      200,
      null,
    ]);
    expect(outcome(await step(head, kader, 'award', { on_date: dayFromNow(1), reason: 'Nanti' }))).toEqual([
      400,
      'KADER_DAY_INVALID',
    ]);
    expect(await eventsOf(kader)).toEqual(['warned', 'award']);
  });
});

describe('the end of a partnership', () => {
  let kader: number;
  let taker: number;
  let family: number;

  beforeEach(async () => {
    kader = await makeKader(app, { branch: books.branch, district: books.district });
    taker = await makeKader(app, { branch: books.branch, district: books.district });
    family = await makeFamily(app, { branch: books.branch, kader, area: books.village });
  });

  const ending = (fields: object) => ({ ended_on: today(), reason: 'own_wish', note: 'Pindah kota', ...fields });
  const holderOf = async (binaan: number) => {
    const rows = await app.knex('assignment').where({ binaan }).orderBy('from_date').select('kader', 'to_date');
    return rows.map((row: { kader: number; to_date: Date | null }) => [row.kader, row.to_date === null]);
  };

  it.each([
    ['the form', (id: number) => app.admin.patch(`/items/kader/${id}`, { status: 'ended', end_reason: 'moved' })],
    ['GraphQL', (id: number) => graphqlStatus(id, 'ended')],
  ])('is refused with the way out while families are held, by %s', async (_, change) => {
    const { body } = await change(kader);
    expect(body.errors[0].extensions).toMatchObject({ code: 'KADER_FAMILIES_HELD', families: 1 });
    expect(body.errors[0].message).toContain('Akhiri kemitraan');
    expect(await stored(kader)).toMatchObject({ status: 'active', ended_on: null });
  });

  it('asks what becomes of the families', async () => {
    expect(outcome(await end(head, kader, ending({})))).toEqual([400, 'KADER_FAMILIES_CHOICE']);
    expect(outcome(await end(head, kader, ending({ families: 'give' })))).toEqual([400, 'KADER_FAMILIES_CHOICE']);
    const own = ending({ families: 'give', to: kader });
    expect(outcome(await end(head, kader, own))).toEqual([404, 'KADER_REFERENCE_UNKNOWN']);
    const strangers = ending({ families: 'give', to: strange.kader });
    expect(outcome(await end(head, kader, strangers))).toEqual([404, 'KADER_REFERENCE_UNKNOWN']);
    expect(await stored(kader)).toMatchObject({ status: 'active' });
  });

  it('gives them to one kader from the day after', async () => {
    const { status, body } = await end(head, kader, ending({ families: 'give', to: taker }));
    expect([status, body.data]).toEqual([200, { id: kader, ended_on: today(), assigned: 1, released: 0 }]);
    expect(await holderOf(family)).toEqual([
      [kader, false],
      [taker, true],
    ]);
    expect(await stored(kader)).toMatchObject({ status: 'ended', end_reason: 'own_wish', end_note: 'Pindah kota' });
    expect(await eventsOf(kader)).toEqual(['ended']);
    expect(outcome(await end(head, kader, ending({ families: 'share' })))).toEqual([409, 'KADER_ENDED_ALREADY']);
  });

  it('leaves them without a kader where the head says so', async () => {
    const { body } = await end(head, kader, ending({ families: 'keep_unassigned' }));
    expect(body.data).toMatchObject({ assigned: 0, released: 1 });
    expect(await holderOf(family)).toEqual([[kader, false]]);
  });

  it('shares them, and leaves nobody with the kader who ends', async () => {
    const { status, body } = await end(head, kader, ending({ families: 'share' }));
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.data.assigned + body.data.released).toBe(1);
    expect((await holderOf(family))[0]).toEqual([kader, false]);
  });

  it('is not before a payment that was credited, nor in the future', async () => {
    await app.admin.post('/items/collection', {
      ...{ binaan: family, amount: 35_000, paid_at: new Date(Date.now() - 60_000).toISOString(), channel: 'office' },
      kind: 'arrears',
    });
    const early = ending({ ended_on: dayFromNow(-1), families: 'keep_unassigned' });
    expect(outcome(await end(head, kader, early))).toEqual([409, 'KADER_END_BEFORE_CREDIT']);
    const late = ending({ ended_on: dayFromNow(1), families: 'keep_unassigned' });
    expect(outcome(await end(head, kader, late))).toEqual([400, 'KADER_END_DAY']);
  });

  it('by mistake is undone while its month is open, and not afterwards', async () => {
    await end(head, kader, ending({ families: 'keep_unassigned' }));
    expect(outcome(await step(head, kader, 'undo-end'))).toEqual([200, null]);
    expect(await stored(kader)).toMatchObject({ status: 'active', ended_on: null, end_reason: null });

    const earlier = await makeKader(app, { branch: books.branch });
    const lastMonth = `${books.lastMonth}-15`;
    await end(head, earlier, ending({ ended_on: lastMonth, families: 'keep_unassigned' }));
    await closeMonth(app, books.branch, books.lastMonth);
    expect(outcome(await step(head, earlier, 'undo-end'))).toEqual([409, 'KADER_RETURNS_ANEW']);
  });

  it('waits for whoever is entrusting a family meanwhile, and is refused then', async () => {
    const more = await makeFamily(app, { branch: books.branch, area: books.village });
    const entrusting = await app.knex.transaction();
    await entrusting('assignment').insert({ binaan: more, kader, branch: books.branch, from_date: today() });
    const answer = end(head, kader, ending({ families: 'keep_unassigned' }));
    await new Promise((later) => setTimeout(later, 1_500));
    await entrusting.commit();
    expect(outcome(await answer)).toEqual([409, 'KADER_FAMILIES_HELD']);
    expect(await stored(kader)).toMatchObject({ status: 'active' });
    expect(await holderOf(family)).toEqual([[kader, true]]);
  });

  it('is no way round the steps of a candidate', async () => {
    const fresh = await candidate();
    await end(head, fresh, ending({ families: 'keep_unassigned' }));
    expect(outcome(await step(head, fresh, 'undo-end'))).toEqual([409, 'KADER_ACTIVATION_INCOMPLETE']);
  });
});

describe('mistreatment in the field', () => {
  const told = () => ({ on_date: today(), reason: 'Diancam saat menagih di RT 03' });
  const noticesOf = (event: number) =>
    app
      .knex('directus_notifications')
      .where({ collection: 'kader_event', item: String(event) })
      .pluck('recipient');

  it.each(['kader', 'staff'] as const)('told by %s reaches the head in the same moment', async (role) => {
    const { status, body } = await clients[role].post(`/kader-jkn/kader/${books.kader}/report`, told());
    expect(status, JSON.stringify(body)).toBe(200);
    const recipients = await noticesOf(body.data.id);
    expect(recipients).toContain(head.id);
    expect(recipients).not.toContain(strangeHead.id);
    expect((await lifeOf(books.kader)).unhandled).toBeGreaterThan(0);
  });

  it('reaches the head from the API, too, and stands only with its notice', async () => {
    const record = { kader: books.kader, kind: 'mistreated', ...told() };
    const { body } = await clients.kader.post('/items/kader_event', record);
    expect(await noticesOf(body.data.id)).toContain(head.id);
    await app.knex.transaction(async (trx) => {
      const [{ id }] = await trx('kader_event')
        .insert({ ...record, origin: 'person' })
        .returning('id');
      expect(await trx('directus_notifications').where({ collection: 'kader_event', item: String(id) })).not.toEqual(
        [],
      );
      await trx.rollback();
    });
  });

  it('reaches an administrator where the branch has no head', async () => {
    const orphan = await makeBooks(app, false);
    const { body } = await app.admin.post('/items/kader_event', { kader: orphan.kader, kind: 'mistreated', ...told() });
    const recipients = await noticesOf(body.data.id);
    // whoever told it knows it already
    expect(recipients).not.toContain(head.id);
    const staff = await app.login('staff', { branch: orphan.branch });
    const second = await staff.post(`/kader-jkn/kader/${orphan.kader}/report`, told());
    expect(await noticesOf(second.body.data.id)).toContain(app.admin.id);
  });

  it('is followed up by the head, once, with who and when', async () => {
    const { body } = await clients.kader.post(`/kader-jkn/kader/${books.kader}/report`, told());
    const path = `/items/kader_event/${body.data.id}`;
    expect((await clients.kader.patch(path, { handling: 'Sudah' })).status).toBe(403);
    expect((await clients.staff.patch(path, { handling: 'Sudah' })).status).toBe(403);
    const { status } = await head.patch(path, { handling: 'Didampingi ke Polsek', handled_at: '2020-01-01' });
    expect(status).toBe(403);
    await head.patch(path, { handling: 'Didampingi ke Polsek' });
    const handled = await app.knex('kader_event').where({ id: body.data.id }).first();
    expect(handled).toMatchObject({ handled_by: head.id, handled_at: expect.any(Date) });
    const seen = await clients.kader.get(`${path}?fields=handling`);
    expect(seen.body.data).toEqual({ handling: 'Didampingi ke Polsek' });
  });
});

describe('who takes steps', () => {
  it.each(['staff', 'kader', 'auditor'] as const)('is not %s, who sees the line', async (role) => {
    const kader = role === 'kader' ? books.kader : await candidate();
    expect((await lifeOf(kader, clients[role])).leads).toBe(false);
    expect(outcome(await step(clients[role], kader, 'warn', { on_date: today(), reason: 'x' }))).toEqual([
      403,
      'KADER_NOT_ALLOWED',
    ]);
    const told = { ended_on: today(), reason: 'other', families: 'keep_unassigned' };
    expect(outcome(await end(clients[role], kader, told))).toEqual([403, 'KADER_NOT_ALLOWED']);
  });

  it.each(['telekolekting', 'integration'] as const)('is not %s, who sees nothing of it', async (role) => {
    const client = clients[role];
    expect(outcome(await client.get(`/kader-jkn/kader/${books.kader}/life`))).toEqual([404, 'KADER_LIFE_UNKNOWN']);
    expect(outcome(await step(client, books.kader, 'activate'))).toEqual([404, 'KADER_LIFE_UNKNOWN']);
    const told = { on_date: today(), reason: 'x' };
    expect(outcome(await client.post(`/kader-jkn/kader/${books.kader}/report`, told))).toEqual([
      404,
      'KADER_LIFE_UNKNOWN',
    ]);
  });

  it('is not the head of another branch, nor another kader', async () => {
    expect(outcome(await step(strangeHead, books.kader, 'warn'))).toEqual([404, 'KADER_LIFE_UNKNOWN']);
    const colleague = await app.login('kader', {
      branch: books.branch,
      kader: await makeKader(app, { branch: books.branch }),
    });
    expect(outcome(await colleague.get(`/kader-jkn/kader/${books.kader}/life`))).toEqual([404, 'KADER_LIFE_UNKNOWN']);
    const told = { on_date: today(), reason: 'x' };
    const reported = await colleague.post(`/kader-jkn/kader/${books.kader}/report`, told);
    expect(outcome(reported)).toEqual([404, 'KADER_LIFE_UNKNOWN']);
  });

  it('is nobody who did not sign in', async () => {
    expect((await app.public.get(`/kader-jkn/kader/${books.kader}/life`)).status).toBe(401);
  });

  it.each(['telekolekting', 'kader', 'integration', 'auditor'] as const)(
    'does not let %s write attendance',
    async (role) => {
      const { body } = await head.post('/items/training', { title: 'Uji', held_on: today(), topics: ['dues'] });
      const attending = [{ kader: books.kader, present: true }];
      const { status } = await clients[role].post(`/kader-jkn/trainings/${body.data.id}/attendance`, { attending });
      expect([403, 404]).toContain(status);
      expect(await app.knex('training_attendance').where({ training: body.data.id })).toEqual([]);
    },
  );
});

async function graphqlStatus(kader: number, status = 'active'): Promise<Answer> {
  return await app.admin.graphql(`mutation { update_kader_item(id: ${kader}, data: { status: "${status}" }) { id } }`);
}
