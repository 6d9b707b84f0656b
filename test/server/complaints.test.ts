import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keepLives } from '../../extensions/kader-jkn/src/server/life/keep-lives.ts';
import { type Answer, type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { type BooksFixture, makeBooks, makeFamily, makeKader } from './books-fixture.ts';

let app: TestDirectus;
let books: BooksFixture;
let strange: BooksFixture;
let head: Client;
let staff: Client;
/** the kader whom complaints are about */
let accused: Client;
let colleague: Client;
let colleagueId: number;
let category: number;

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  books = await makeBooks(app, false);
  strange = await makeBooks(app, false);
  const { branch } = books;
  head = await app.login('head', { branch });
  staff = await app.login('staff', { branch });
  accused = await app.login('kader', { branch, kader: books.kader });
  colleagueId = await makeKader(app, { branch, district: books.district });
  colleague = await app.login('kader', { branch, kader: colleagueId });
  category = (await app.knex('complaint_category').where({ code: 'kader_conduct' }).first('id')).id;
});

/** So many days from now in WIB. */
function dayFromNow(days: number): string {
  return new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
}

const outcome = ({ status, body }: Answer) => [status, body.errors?.[0]?.extensions.code ?? null];
const told = (fields: object = {}) => ({
  category,
  channel: 'phone',
  text: 'Iuran diterima, bukti tidak diberi',
  ...fields,
});
const stored = (id: number) =>
  app
    .knex('complaint')
    .where({ id })
    .first(
      '*',
      ...['due_on', 'overdue_noticed_on'].map((field) => app.knex.raw(`to_char(${field}, 'YYYY-MM-DD') as ${field}`)),
    );
const noticesOf = (id: number) =>
  app
    .knex('directus_notifications')
    .where({ collection: 'complaint', item: String(id) })
    .pluck('recipient');

/** A kader has one account: that of the accused makes room for another role. */
async function inPlaceOfKader(role: 'head' | 'administrator'): Promise<Client> {
  await app.knex('directus_users').where({ id: accused.id }).update({ kader: null });
  return await app.login(role, { branch: books.branch, kader: books.kader });
}

async function giveBackKader({ id }: Client): Promise<void> {
  await app.knex('directus_users').where({ id }).update({ kader: null });
  await app.knex('directus_users').where({ id: accused.id }).update({ kader: books.kader });
}

async function make(client: Client, fields: object = {}): Promise<number> {
  const { status, body } = await client.post('/items/complaint', told(fields));
  expect(status, JSON.stringify(body)).toBe(200);
  return body.data.id;
}

describe('a complaint', () => {
  it('is due by its category, of the branch of whoever records it', async () => {
    const id = await make(staff);
    const { body } = await staff.get(`/items/complaint/${id}?fields=told_on,due_on,status,branch`);
    expect(body.data).toEqual({ told_on: dayFromNow(0), due_on: dayFromNow(3), status: 'open', branch: books.branch });
    await app.knex('complaint_category').where({ id: category }).update({ answer_days: 7 });
    expect((await stored(await make(staff))).due_on).toBe(dayFromNow(7));
    await app.knex('complaint_category').where({ id: category }).update({ answer_days: 3 });
    expect((await stored(await make(staff, { due_on: dayFromNow(1) }))).due_on).toBe(dayFromNow(1));
  });

  it('moves its due date with its category, unless a person set it', async () => {
    const question = (await app.knex('complaint_category').where({ code: 'ask_dues' }).first('id')).id;
    const id = await make(staff);
    await staff.patch(`/items/complaint/${id}`, { category: question });
    expect((await stored(id)).due_on).toBe(dayFromNow(2));
  });

  it('is told in the past, and due no earlier than told', async () => {
    expect(outcome(await staff.post('/items/complaint', told({ told_on: dayFromNow(1) })))).toEqual([
      400,
      'KADER_DAY_INVALID',
    ]);
    expect(outcome(await staff.post('/items/complaint', told({ due_on: dayFromNow(-1) })))).toEqual([
      400,
      'KADER_DAY_INVALID',
    ]);
  });

  it('is answered by words, with who and when', async () => {
    const id = await make(staff);
    await staff.patch(`/items/complaint/${id}`, { status: 'in_progress' });
    expect(outcome(await staff.patch(`/items/complaint/${id}`, { status: 'closed' }))).toEqual([
      400,
      'KADER_COMPLAINT_ANSWER',
    ]);
    await staff.patch(`/items/complaint/${id}`, { answer: 'Bukti sudah diberikan' });
    expect(await stored(id)).toMatchObject({
      status: 'answered',
      answered_by: staff.id,
      answered_at: expect.any(Date),
    });
    await head.patch(`/items/complaint/${id}`, { status: 'closed' });
    expect(await stored(id)).toMatchObject({ status: 'closed', answered_by: staff.id });
    await head.patch(`/items/complaint/${id}`, { status: 'in_progress' });
    expect(await stored(id)).toMatchObject({ status: 'in_progress', answered_at: null, answered_by: null });
  });

  it('may be answered at once', async () => {
    const id = await make(staff, { answer: 'Dijelaskan lewat telepon', status: 'closed' });
    expect(await stored(id)).toMatchObject({ status: 'closed', answered_by: staff.id });
  });

  it('does not mix branches', async () => {
    const family = { binaan: strange.family };
    expect(outcome(await staff.post('/items/complaint', told(family)))).toEqual([404, 'KADER_REFERENCE_UNKNOWN']);
    expect(outcome(await app.admin.post('/items/complaint', told({ ...family, branch: books.branch })))).toEqual([
      409,
      'KADER_BRANCH_MISMATCH',
    ]);
  });

  it('that is overdue is told to the head once, and again after a new date', async () => {
    const id = await make(staff, { told_on: dayFromNow(-9) });
    const fresh = await make(staff);
    await keepLives(app.knex);
    await keepLives(app.knex);
    expect(await noticesOf(id)).toEqual([head.id]);
    expect(await noticesOf(fresh)).toEqual([]);
    expect((await stored(id)).overdue_noticed_on).toBe(dayFromNow(0));
    await staff.patch(`/items/complaint/${id}`, { due_on: dayFromNow(2) });
    expect((await stored(id)).overdue_noticed_on).toBeNull();
  });

  it('lets the account of whoever answered be deleted', async () => {
    const leaver = await app.login('staff', { branch: books.branch });
    const id = await make(leaver, { answer: 'Sudah' });
    expect((await app.admin.delete(`/users/${leaver.id}`)).status).toBe(204);
    expect(await stored(id)).toMatchObject({ answered_by: null, answered_at: expect.any(Date), status: 'answered' });
  });
});

describe('a complaint about a kader', () => {
  let about: number;
  let family: number;

  beforeEach(async () => {
    family = await makeFamily(app, { branch: books.branch, kader: books.kader, area: books.village });
    // received by the very kader, and found to be about them afterwards
    about = await make(accused, { kader: books.kader, binaan: family, text: 'rahasia' });
    await staff.patch(`/items/complaint/${about}`, { about_kader: books.kader, note: 'rahasia' });
  });

  const reads: readonly (readonly [string, string])[] = [
    ['the record', '/items/complaint/ID'],
    ['the list', '/items/complaint?limit=-1&fields=id'],
    ['a search', '/items/complaint?search=rahasia&fields=id'],
    ['a filter by its words', '/items/complaint?filter[text][_contains]=rahasia&fields=id'],
    ['a filter by its family', '/items/complaint?filter[binaan][id][_eq]=FAMILY&fields=id'],
    ['an export', '/items/complaint?export=json&limit=-1'],
    ['its category', '/items/complaint_category?fields=*.*&limit=-1'],
    ['the family', '/items/binaan/FAMILY?fields=*.*'],
    ['the kader', '/items/kader/KADER?fields=*.*'],
    ['notices', '/notifications?limit=-1'],
    ['comments', '/comments?limit=-1'],
    ['files', '/files?limit=-1'],
  ];

  it.each(reads)('is not in %s as that kader reads it', async (_, path) => {
    const at = path.replace('ID', `${about}`).replace('FAMILY', `${family}`).replace('KADER', `${books.kader}`);
    const { status, body } = await accused.get(at);
    expect([200, 403]).toContain(status);
    const said = JSON.stringify(body.data ?? body);
    expect(said).not.toContain('rahasia');
    if (at.startsWith('/items/complaint')) expect(said).not.toContain(`"id":${about}}`);
  });

  it('is counted in no figure that the kader asks for', async () => {
    const counted = async (client: Client, query: string) => (await client.get(`/items/complaint?${query}`)).body;
    const whole = await app.knex('complaint').where({ id: about }).count('* as n').first();
    expect(Number(whole?.['n'])).toBe(1);
    const mine = `filter[binaan][_eq]=${family}`;
    const [{ count }] = (await counted(accused, `aggregate[count]=*&${mine}`)).data;
    expect(Number(count)).toBe(0);
    expect((await counted(accused, `aggregate[count]=id&groupBy[]=status&${mine}`)).data).toEqual([]);
    expect((await counted(accused, `meta=filter_count,total_count&limit=0&${mine}`)).meta.filter_count).toBe(0);
    const everything = await counted(accused, 'meta=total_count&limit=0');
    const readable = await counted(accused, 'limit=-1&fields=id');
    expect(everything.meta.total_count).toBe(readable.data.length);
  });

  it.each([
    '/items/complaint?filter[about_kader][_nnull]=true',
    '/items/complaint?sort=about_kader',
    '/items/complaint?groupBy[]=about_kader&aggregate[count]=*',
    '/items/complaint?fields=about_kader',
    '/items/complaint?deep[about_kader][_limit]=1&fields=about_kader.id',
    '/items/binaan?filter[complaints][text][_contains]=rahasia',
    '/items/kader?filter[complaints][_some][id][_nnull]=true',
    '/items/binaan?fields=count(complaints)',
  ])('is not found out by asking for %s', async (path) => {
    expect((await accused.get(path)).status).toBe(403);
  });

  it('is not read through GraphQL', async () => {
    const { body } = await accused.graphql(
      '{ complaint(limit: -1) { id text } complaint_aggregated { count { id } } complaint_category { id } }',
    );
    expect(JSON.stringify(body)).not.toContain('rahasia');
    const [{ count }] = body.data.complaint_aggregated;
    expect(Number(count.id)).toBe(body.data.complaint.length);
    const refused = await accused.graphql('{ complaint { about_kader { id } } }');
    expect(refused.body.errors).toBeDefined();
    const byId = await accused.graphql(`{ complaint_by_id(id: ${about}) { id } }`);
    expect(byId.body.data?.complaint_by_id ?? null).toBeNull();
  });

  it('is not changed, commented on or deleted by that kader', async () => {
    const path = `/items/complaint/${about}`;
    expect((await accused.patch(path, { answer: 'Tidak benar' })).status).toBe(403);
    expect((await accused.patch(path, { status: 'closed' })).status).toBe(403);
    expect((await accused.delete(path)).status).toBe(403);
    const comment = { collection: 'complaint', item: String(about), comment: 'Tidak benar' };
    expect((await accused.post('/comments', comment)).status).toBe(403);
    expect((await accused.get(`/versions?filter[item][_eq]=${about}`)).body.data ?? []).toEqual([]);
    expect((await accused.get(`/revisions?filter[item][_eq]=${about}`)).body.data ?? []).toEqual([]);
  });

  it('reaches the head at once, and no account of that kader, whatever its role', async () => {
    const twofold = await inPlaceOfKader('head');
    try {
      const id = await make(staff, { about_kader: books.kader });
      const recipients = await noticesOf(id);
      expect(recipients).toContain(head.id);
      expect(recipients).not.toContain(twofold.id);
      expect((await twofold.get(`/items/complaint/${id}`)).status).toBe(403);
      expect((await twofold.patch(`/items/complaint/${id}`, { answer: 'Tidak benar' })).status).toBe(403);
      expect(outcome(await twofold.post('/items/complaint', told({ about_kader: books.kader })))).toEqual([
        403,
        'KADER_COMPLAINT_OWN',
      ]);
      // others about others stay theirs to see
      const other = await make(staff, { about_kader: colleagueId });
      expect((await twofold.get(`/items/complaint/${other}`)).status).toBe(200);
    } finally {
      await giveBackKader(twofold);
    }
  });

  it('is not answered by an administrator who is that kader', async () => {
    const owner = await inPlaceOfKader('administrator');
    try {
      expect(outcome(await owner.patch(`/items/complaint/${about}`, { answer: 'Tidak benar' }))).toEqual([
        403,
        'KADER_COMPLAINT_OWN',
      ]);
    } finally {
      await giveBackKader(owner);
    }
  });

  it('is seen by the head and by staff, who follow it up', async () => {
    for (const client of [head, staff]) {
      const { body } = await client.get(`/items/complaint/${about}?fields=text,about_kader`);
      expect(body.data).toEqual({ text: 'rahasia', about_kader: books.kader });
    }
    expect((await head.patch(`/items/complaint/${about}`, { answer: 'Ditangani' })).status).toBe(200);
  });
});

describe('what a kader receives', () => {
  it('is theirs to see with its answer, and not a colleague’s', async () => {
    const id = await make(colleague, { text: 'Kartu belum jadi' });
    expect(await stored(id)).toMatchObject({ kader: colleagueId, branch: books.branch, about_kader: null });
    await staff.patch(`/items/complaint/${id}`, { answer: 'Dicetak di kantor' });
    const { body } = await colleague.get(`/items/complaint/${id}?fields=status,answer`);
    expect(body.data).toEqual({ status: 'answered', answer: 'Dicetak di kantor' });
    expect((await accused.get(`/items/complaint/${id}`)).status).toBe(403);
    expect((await colleague.get(`/items/complaint/${id}?fields=answered_by`)).status).toBe(403);
  });

  it('is not said to be about somebody by a kader: the branch looks into that', async () => {
    expect((await colleague.post('/items/complaint', told({ about_kader: books.kader }))).status).toBe(404);
    expect((await colleague.post('/items/complaint', told({ about_kader: colleagueId }))).status).toBe(403);
    expect((await colleague.post('/items/complaint', told({ kader: books.kader }))).status).toBeGreaterThanOrEqual(400);
    expect((await colleague.post('/items/complaint', told({ answer: 'x' }))).status).toBe(403);
  });
});

describe('telekolekting', () => {
  it('sees what it was told, and what families in its window told, past their own kader', async () => {
    const officer = await app.login('telekolekting', { branch: books.branch });
    const mine = await make(officer);
    const ofFamily = await make(staff, { binaan: books.family, about_kader: books.kader });
    const others = await make(staff);
    const { body } = await officer.get('/items/complaint?fields=id&limit=-1');
    const ids = body.data.map(({ id }: { id: number }) => id);
    expect(ids).toEqual(expect.arrayContaining([mine, ofFamily]));
    expect(ids).not.toContain(others);
    await app.knex('program_policy').where({ branch: books.branch }).update({ tele_window_min: 1, tele_window_max: 2 });
    expect((await officer.get(`/items/complaint/${ofFamily}`)).status).toBe(403);
  });
});

describe('the auditor', () => {
  it('sees figures, and neither who said it nor what', async () => {
    const auditor = await app.login('auditor');
    const id = await make(staff, { binaan: books.family });
    const { body } = await auditor.get(`/items/complaint/${id}`);
    expect(body.data).toMatchObject({ status: 'open', category });
    for (const field of ['text', 'answer', 'binaan', 'reporter_name', 'reporter_phone', 'file', 'note']) {
      expect(body.data).not.toHaveProperty(field);
      expect((await auditor.get(`/items/complaint?fields=${field}`)).status).toBe(403);
    }
  });
});
