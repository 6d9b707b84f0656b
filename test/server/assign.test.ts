import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RoleKey } from '../../extensions/kader-jkn/src/contract/access.ts';
import { kaderEligibility } from '../../extensions/kader-jkn/src/core/eligibility.ts';
import { assignFamilies } from '../../extensions/kader-jkn/src/server/assign/assign-families.ts';
import { readPolicy } from '../../extensions/kader-jkn/src/server/assign/read-policy.ts';
import { reassignFamilies } from '../../extensions/kader-jkn/src/server/assign/reassign.ts';
import { audit } from '../../extensions/kader-jkn/src/server/audit.ts';
import { type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { type BooksFixture, makeBooks, makeFamily, makeKader } from './books-fixture.ts';

let app: TestDirectus;
let books: BooksFixture;
let staff: Client;

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
});

// every test has a branch of its own
beforeEach(async () => {
  books = await makeBooks(app);
  staff = await app.login('staff', { branch: books.branch });
});

/** Today and days from it in WIB, `YYYY-MM-DD`. */
function day(after = 0): string {
  return new Date(Date.now() + (7 + 24 * after) * 3_600_000).toISOString().slice(0, 10);
}

async function entrust(kader: number, fields: object = {}): Promise<void> {
  const area = { kader, area: books.village, from_date: '2020-01-01', mode: 'visit', ...fields };
  const { status, body } = await app.admin.post('/items/kader_area', area);
  expect(status, JSON.stringify(body)).toBe(200);
}

async function newKader(fields: object = {}): Promise<number> {
  const kader = await makeKader(app, { branch: books.branch, district: books.district, ...fields });
  await entrust(kader);
  return kader;
}

const newFamily = (fields: object = {}) =>
  makeFamily(app, { branch: books.branch, area: books.village, kader: null, ...fields });

async function newFamilies(count: number, fields: object = {}): Promise<number[]> {
  const ids: number[] = [];
  for (let index = 0; index < count; index += 1) {
    ids.push(await newFamily({ address: `Jl. Melati RT ${1 + (index % 2)}/RW 3`, ...fields }));
  }
  return ids;
}

async function setPolicy(fields: object): Promise<void> {
  await app.knex('program_policy').where({ branch: books.branch }).update(fields);
}

async function holders(families: readonly number[]): Promise<(number | null)[]> {
  const rows = await app.knex('binaan').whereIn('id', families).orderBy('id').select('kader');
  return rows.map(({ kader }) => kader);
}

async function history(family: number) {
  return await app
    .knex('assignment')
    .where({ binaan: family })
    .orderBy('from_date')
    .select('kader', app.knex.raw('from_date::text'), app.knex.raw('to_date::text'), 'reason', 'user_created');
}

async function pay(family: number): Promise<void> {
  const paid_at = new Date(Date.now() - 60_000).toISOString();
  const payment = { binaan: family, amount: 70_000, paid_at, channel: 'office', source: 'staff' };
  const { status, body } = await staff.post('/items/collection', payment);
  expect(status, JSON.stringify(body)).toBe(200);
}

describe('families that nobody holds', () => {
  it('are shared among the kader of their desa as previewed, and not when things have changed', async () => {
    const [one, other] = [await newKader(), await newKader()];
    const families = await newFamilies(6);
    const { body } = await staff.post('/kader-jkn/assignments/preview', {});
    const proposal = body.data;
    expect(proposal.assigned).toBe(6);
    expect(proposal.kader.map(({ id, after }: { id: number; after: number }) => [id, after])).toEqual([
      [one, 3],
      [other, 3],
    ]);
    expect(proposal.desa).toEqual([
      expect.objectContaining({
        id: books.village,
        left: 0,
        why: { id: expect.stringContaining('RT/RW'), en: expect.any(String) },
      }),
    ]);
    expect(await holders(families)).toEqual(families.map(() => null));

    await newFamily();
    const apply = { fingerprint: proposal.fingerprint };
    const refused = await staff.post('/kader-jkn/assignments/apply', apply);
    expect([refused.status, refused.body.errors[0].extensions.code]).toEqual([409, 'KADER_PROPOSAL_CHANGED']);

    const again = (await staff.post('/kader-jkn/assignments/preview', {})).body.data;
    const applied = await staff.post('/kader-jkn/assignments/apply', { fingerprint: again.fingerprint });
    expect(applied.body.data).toEqual({ assigned: 7, left: {} });
    expect(new Set(await holders(families))).toEqual(new Set([one, other]));
    expect(await history(families[0] ?? 0)).toEqual([
      { kader: expect.any(Number), from_date: day(), to_date: null, reason: 'list', user_created: staff.id },
    ]);
  });

  it('go to nobody who is a candidate, on leave, ending, or of another desa', async () => {
    await newKader({ status: 'candidate', joined_on: null });
    const away = await newKader();
    await app.admin.post('/items/kader_event', { kader: away, kind: 'leave', on_date: day(-1), to_date: null });
    await newKader({ ended_on: day(20) });
    const [family] = await newFamilies(1);
    const { body } = await staff.post('/kader-jkn/assignments/preview', {});
    expect(body.data).toMatchObject({ assigned: 0, left: { 'no-kader': 1 } });
    expect(body.data.desa[0].why.id).toContain('Tidak ada kader aktif');
    expect(await holders([family ?? 0])).toEqual([null]);
  });

  it('are left above capacity, and said so, unless somebody chooses to go above', async () => {
    await setPolicy({ families_per_kader: 2 });
    const kader = await newKader();
    await newFamilies(5);
    const within = (await staff.post('/kader-jkn/assignments/preview', {})).body.data;
    expect(within).toMatchObject({ assigned: 2, left: { 'above-capacity': 3 }, capacity: 2 });
    expect(within.desa[0].why.id).toContain('3 tersisa');
    const above = (await staff.post('/kader-jkn/assignments/preview', { above_capacity: true })).body.data;
    expect(above).toMatchObject({ assigned: 5, left: {}, kader: [{ id: kader, before: 0, after: 5 }] });
  });

  it('are proposed by the same rules that core explains', async () => {
    await setPolicy({ kader_window_min: 3, kader_window_max: 12, outside_list_allowed: false });
    const kader = await newKader();
    for (const status of ['active', 'moved']) {
      for (const listed_months of [0, 2, 3, 12, 13]) {
        for (const source of ['list', 'outside_list']) await newFamily({ status, listed_months, source });
      }
    }
    const policy = await readPolicy(app.knex, books.branch, day());
    const families = await app
      .knex('binaan')
      .where({ branch: books.branch, kader: null })
      .select('id', 'status', 'source', 'area', 'owed_months');
    const expected = families.filter((family) => kaderEligibility(family, [books.village], policy).eligible);
    await app.knex.transaction((trx) =>
      assignFamilies(trx, { branch: books.branch, families: 'unassigned', from_date: day(), by: null }),
    );
    const held = await app.knex('binaan').where({ kader }).pluck('id');
    expect(held.toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
    expect(held.length).toBeGreaterThan(0);
  });

  it.each<[RoleKey, number]>([
    ['head', 200],
    ['staff', 200],
    ['telekolekting', 403],
    ['kader', 403],
    ['integration', 403],
    ['auditor', 403],
  ])('are shared and shown to %s: %i', async (role, status) => {
    const kader = role === 'kader' ? { kader: books.kader } : {};
    const caller = await app.login(role, { branch: books.branch, ...kader });
    const from = books.kader;
    const move = { to: null, families: 'all', reason: 'other' };
    const answers = [
      await caller.get('/kader-jkn/coverage'),
      await caller.post('/kader-jkn/assignments/preview', {}),
      await caller.post(`/kader-jkn/kader/${from}/families/preview`, move),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([status, status, status]);
    if (status === 200) return;
    const applied = [
      await caller.post('/kader-jkn/assignments/apply', { fingerprint: 'x' }),
      await caller.post(`/kader-jkn/kader/${from}/families/move`, { ...move, fingerprint: 'x' }),
    ];
    expect(applied.map((answer) => answer.status)).toEqual([403, 403]);
  });

  it('are those of the own branch alone, and refused to who is not signed in', async () => {
    const other = await makeBooks(app);
    const asked = { branch: other.branch };
    expect((await staff.post('/kader-jkn/assignments/preview', asked)).status).toBe(403);
    expect((await staff.get(`/kader-jkn/coverage?branch=${other.branch}`)).status).toBe(403);
    const move = { to: null, families: 'all', reason: 'other' };
    expect((await staff.post(`/kader-jkn/kader/${other.kader}/families/preview`, move)).status).toBe(403);
    expect((await app.public.get('/kader-jkn/coverage')).status).toBe(401);
  });
});

describe('moving families of a kader', () => {
  async function move(from: number, asked: object) {
    const preview = await staff.post(`/kader-jkn/kader/${from}/families/preview`, asked);
    expect(preview.status, JSON.stringify(preview.body)).toBe(200);
    const { fingerprint } = preview.body.data;
    const moved = await staff.post(`/kader-jkn/kader/${from}/families/move`, { ...asked, fingerprint });
    return { preview: preview.body.data, moved };
  }

  it('ends the holding the day before and keeps both', async () => {
    const to = await newKader();
    const { moved } = await move(books.kader, { to, families: [books.family], reason: 'reassigned' });
    expect(moved.body.data).toEqual({ assigned: 1, released: 0, left: {} });
    const [before, after] = await history(books.family);
    expect([before?.kader, before?.to_date]).toEqual([books.kader, day(-1)]);
    expect(after).toMatchObject({
      kader: to,
      from_date: day(),
      to_date: null,
      reason: 'reassigned',
      user_created: staff.id,
    });
    expect(await holders([books.family])).toEqual([to]);
  });

  it('leaves a day that is credited already with who earned it', async () => {
    const to = await newKader();
    await pay(books.family);
    const { preview, moved } = await move(books.kader, { to, families: 'all', reason: 'leave' });
    expect(preview).toMatchObject({ later: 1, latest: day(1), assigned: 1 });
    expect(moved.status).toBe(200);
    const [before, after] = await history(books.family);
    expect([before?.to_date, after?.from_date]).toEqual([day(), day(1)]);
    expect(await holders([books.family])).toEqual([books.kader]);
    for await (const difference of audit(app.knex)) expect(difference).toBeUndefined();
  });

  it('shares them among the other kader of the desa, whatever they owe, and releases those that find nobody', async () => {
    await setPolicy({ kader_window_min: 12, families_per_kader: 2 });
    const to = await newKader();
    const families = [books.family, ...(await newFamilies(3, { kader: books.kader }))];
    const asked = {
      from: books.kader,
      to: 'share',
      families: 'all',
      from_date: day(),
      by: null,
      reason: 'ended',
    } as const;
    const moved = await app.knex.transaction((trx) => reassignFamilies(trx, { ...asked, unplaced: 'release' }));
    expect(moved).toEqual({ assigned: 2, released: 2, left: { 'above-capacity': 2 } });
    expect((await holders(families)).filter((kader) => kader === to)).toHaveLength(2);
    expect((await holders(families)).filter((kader) => kader === null)).toHaveLength(2);
  });

  it('keeps those that find nobody with their kader where that is said', async () => {
    const moved = await app.knex.transaction((trx) =>
      reassignFamilies(trx, {
        from: books.kader,
        to: 'share',
        families: 'all',
        from_date: day(),
        by: null,
        reason: 'leave',
      }),
    );
    expect(moved).toEqual({ assigned: 0, released: 0, left: { 'no-kader': 1 } });
    expect(await holders([books.family])).toEqual([books.kader]);
  });

  it('waits for a payment that is being recorded, which is credited first', async () => {
    const to = await newKader();
    const { ItemsService } = app.services();
    const schema = await app.schema();
    const recording = await app.knex.transaction();
    await recording('binaan').where({ id: books.family }).forNoKeyUpdate().first('id');
    const all = { from: books.kader, to, families: 'all', from_date: day(), by: null, reason: 'other' } as const;
    const moving = app.knex.transaction((trx) => reassignFamilies(trx, all));
    const paid_at = new Date(Date.now() - 60_000).toISOString();
    const payment = { binaan: books.family, amount: 70_000, paid_at, channel: 'office', source: 'staff' };
    await new ItemsService('collection', { knex: recording, schema, accountability: null }).createOne(payment);
    await recording.commit();
    expect(await moving).toMatchObject({ assigned: 1 });
    expect((await history(books.family)).map(({ to_date }) => to_date)).toEqual([day(), null]);
  });

  it('begins on a day to come, and holds until then', async () => {
    const to = await newKader();
    await move(books.kader, { to, families: 'all', from_date: day(5), reason: 'leave' });
    expect(await holders([books.family])).toEqual([books.kader]);
    expect((await history(books.family)).map(({ to_date }) => to_date)).toEqual([day(4), null]);
  });

  it('refuses a kader who may be given none, the same one, and days of closed months', async () => {
    const candidate = await newKader({ status: 'candidate', joined_on: null });
    const ask = async (asked: object) => {
      const all = { families: 'all', reason: 'other', ...asked };
      const { body } = await staff.post(`/kader-jkn/kader/${books.kader}/families/preview`, all);
      return body.errors[0].extensions.code;
    };
    expect(await ask({ to: candidate })).toBe('KADER_NOT_ACTIVE');
    expect(await ask({ to: books.kader })).toBe('KADER_SAME_HOLDER');
    expect(await ask({ to: null, from_date: '2020-01-01' })).toBe('KADER_FROM_DATE_TOO_EARLY');
    expect(await ask({ to: 'anybody' })).toBe('KADER_QUERY_INVALID');
  });
});

describe('a family outside the list', () => {
  const given = (kader: number, binaan: number) =>
    staff.post('/items/assignment', { binaan, kader, branch: books.branch, from_date: day() });
  const codeOf = (answer: { body: { errors: { extensions: { code: string } }[] } }) =>
    answer.body.errors[0]?.extensions.code;

  it('is held only where the policy allows it, in the own desa of the kader', async () => {
    const outside = await newFamily({ source: 'outside_list' });
    const kader = await newKader();
    expect(codeOf(await given(kader, outside))).toBe('KADER_OUTSIDE_LIST_NOT_ALLOWED');
    await setPolicy({ outside_list_allowed: true });
    expect(codeOf(await given(books.kader, outside))).toBe('KADER_OUTSIDE_OWN_DESA');
    expect((await given(kader, outside)).status).toBe(200);
    const moved = await staff.patch(`/items/binaan/${outside}`, { kader: books.kader });
    expect(codeOf(moved)).toBe('KADER_OUTSIDE_OWN_DESA');
    expect(codeOf(await staff.patch(`/items/binaan/${outside}`, { area: null }))).toBe('KADER_OUTSIDE_OWN_DESA');
    expect(await holders([outside])).toEqual([kader]);
  });

  it('stays behind when all others are given to a kader of another desa', async () => {
    await setPolicy({ outside_list_allowed: true });
    await entrust(books.kader);
    const outside = await newFamily({ source: 'outside_list', kader: books.kader });
    const to = await makeKader(app, { branch: books.branch, district: books.district });
    const moved = await app.knex.transaction((trx) =>
      reassignFamilies(trx, { from: books.kader, to, families: 'all', from_date: day(), by: null, reason: 'other' }),
    );
    expect(moved).toEqual({ assigned: 1, released: 0, left: { 'outside-own-desa': 1 } });
    expect(await holders([books.family, outside])).toEqual([to, books.kader]);
  });
});

describe('what a branch sees', () => {
  it('is who holds how many, which desa have no kader, and who nobody holds', async () => {
    await setPolicy({ families_per_kader: 500 });
    const kader = await newKader();
    await newFamilies(2);
    await newFamily({ area: null });
    const { body } = await staff.get('/kader-jkn/coverage');
    expect(body.data).toMatchObject({
      branch: { id: books.branch },
      on: day(),
      earliest: `${books.lastMonth}-01`,
      capacity: 500,
      unheld: { eligible: 2, left: { 'no-desa': 1 } },
      desa: [{ id: books.village, families: 3, unheld: 2, kader: 1 }],
    });
    const loads = new Map(body.data.kader.map((one: { id: number }) => [one.id, one]));
    expect(loads.get(books.kader)).toMatchObject({ families: 1, available: true, desa: [] });
    expect(loads.get(kader)).toMatchObject({ families: 0, available: true, desa: [books.village] });
  });
});

describe('whose a family is', () => {
  it('is two answers, each with its why, and its kader nearby only for those who give families', async () => {
    await setPolicy({ kader_window_min: 8, tele_window_max: 9 });
    const kader = await newKader();
    const path = `/kader-jkn/families/${books.family}/eligibility`;
    const seen = (await staff.get(path)).body.data;
    expect(seen.kader).toMatchObject({
      eligible: true,
      why: [{ id: expect.stringContaining('dalam jangkauan kader') }],
    });
    expect(seen.telekolekting).toMatchObject({
      eligible: false,
      why: [{ en: expect.stringContaining('above the window') }],
    });
    expect(seen.near).toEqual([expect.objectContaining({ id: kader, families: 0, capacity: null })]);

    const holder = await app.login('kader', { branch: books.branch, kader: books.kader });
    expect((await holder.get(path)).body.data.near).toBeNull();
    const stranger = await app.login('kader', { branch: books.branch, kader });
    expect((await stranger.get(path)).status).toBe(404);
    const tele = await app.login('telekolekting', { branch: books.branch });
    expect((await tele.get(path)).status).toBe(404);
    expect((await app.public.get(path)).status).toBe(401);
  });
});
