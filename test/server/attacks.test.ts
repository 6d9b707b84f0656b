import { beforeAll, describe, expect, it } from 'vitest';
import { audit } from '../../extensions/kader-jkn/src/server/audit.ts';
import { type Answer, type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import {
  type BooksFixture,
  makeBooks,
  makeFamily,
  makeKader,
  momentIn,
  monthFromNow,
  testKk,
} from './books-fixture.ts';

let app: TestDirectus;
let books: BooksFixture;
let neighbour: BooksFixture;
let staff: Client;
let head: Client;

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  books = await makeBooks(app);
  neighbour = await makeBooks(app);
  staff = await app.login('staff', { branch: books.branch });
  head = await app.login('head', { branch: books.branch });
});

function outcome({ status, body }: Answer): [number, string | undefined, unknown?] {
  const extensions = body.errors?.[0].extensions;
  return [status, extensions?.code, extensions?.field];
}

/** A family held by the kader of the books since the first day of last month, which has paid 35,000 of its dues. */
async function paidFamily(paidAt: string): Promise<{ family: number; payment: number }> {
  const { branch, kader, lastMonth } = books;
  const family = await makeFamily(app, { branch, kader, listed_as_of: `${lastMonth}-01` });
  const told = { binaan: family, amount: 35_000, paid_at: paidAt, confirm_duplicate: true };
  const { status, body } = await staff.post('/items/collection', told);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return { family, payment: body.data.id };
}

async function creditedWithoutHolding(): Promise<number[]> {
  const found: number[] = [];
  for await (const { collection, field, id } of audit(app.knex)) {
    if (collection === 'collection' && field === 'kader') found.push(Number(id));
  }
  return found;
}

async function holdingOf(family: number): Promise<{ id: number; from_date: Date; to_date: Date | null }> {
  return await app.knex('assignment').where({ binaan: family }).orderBy('from_date').first();
}

describe('who recorded a payment', () => {
  it('cannot be rewritten, so that nobody verifies their own', async () => {
    const told = { binaan: books.family, amount: 35_000, paid_at: momentIn(books.lastMonth), channel: 'office' };
    const payment = (await app.admin.post('/items/collection', told)).body.data.id;
    for (const user_created of [head.id, null]) {
      const answer = await app.admin.patch(`/items/collection/${payment}`, { user_created });
      expect(outcome(answer)).toEqual([409, 'KADER_RECORD_FIXED', 'user_created']);
    }
    const own = await app.admin.patch(`/items/collection/${payment}`, { status: 'verified' });
    expect(outcome(own)).toEqual([403, 'KADER_SELF_VERIFY', 'status']);
    expect((await head.patch(`/items/collection/${payment}`, { status: 'verified' })).status).toBe(200);
  });

  it('is forgotten with the account', async () => {
    const clerk = await app.login('staff', { branch: books.branch });
    const told = { binaan: books.family, amount: 1_000, paid_at: momentIn(books.lastMonth), channel: 'office' };
    const payment = (await clerk.post('/items/collection', told)).body.data.id;
    expect((await app.admin.delete(`/users/${clerk.id}`)).status).toBe(204);
    expect(await app.knex('collection').where({ id: payment }).first()).toMatchObject({ user_created: null });
  });
});

describe('the reason of a void', () => {
  it.each([[{ why: 'x' }], [7], [['x']], ['  '], [null]])('is a text: not %j', async (void_reason) => {
    const { payment } = await paidFamily(momentIn(books.lastMonth, '05'));
    const answer = await staff.patch(`/items/collection/${payment}`, { status: 'void', void_reason });
    expect(outcome(answer)).toEqual([400, 'KADER_REASON_REQUIRED', 'void_reason']);
  });
});

describe('the holding that a credit came from', () => {
  it('does not shrink past the payment', async () => {
    const { family } = await paidFamily(momentIn(books.lastMonth, '15'));
    const { id } = await holdingOf(family);
    const ended = await staff.patch(`/items/assignment/${id}`, { to_date: `${books.lastMonth}-10` });
    expect(outcome(ended)).toEqual([409, 'KADER_RECORD_FIXED', 'to_date']);
    const begun = await head.patch(`/items/assignment/${id}`, { from_date: `${books.lastMonth}-20` });
    expect(outcome(begun)).toEqual([409, 'KADER_RECORD_FIXED', 'from_date']);
    expect((await app.admin.delete(`/items/assignment/${id}`)).status).toBe(409);
    expect((await staff.patch(`/items/assignment/${id}`, { to_date: `${books.lastMonth}-15` })).status).toBe(200);
    expect(await creditedWithoutHolding()).toEqual([]);
  });

  it('keeps the day on which the family paid and was handed on', async () => {
    const next = await makeKader(app, { branch: books.branch });
    const { family, payment } = await paidFamily(new Date().toISOString());
    expect((await staff.patch(`/items/binaan/${family}`, { kader: next })).status).toBe(200);
    expect(await creditedWithoutHolding()).toEqual([]);
    expect(await app.knex('collection').where({ id: payment }).first()).toMatchObject({ kader: books.kader });
    const holdings = await app.knex('assignment').where({ binaan: family }).orderBy('from_date');
    expect(holdings.map(({ kader }) => kader)).toEqual([books.kader, next]);
  });
});

describe('holdings planned for later', () => {
  it('survive the day on which the present one ended', async () => {
    const { branch, kader, lastMonth } = books;
    const next = await makeKader(app, { branch });
    const family = await makeFamily(app, { branch, kader, listed_as_of: `${lastMonth}-01` });
    const planned = {
      binaan: family,
      kader: next,
      branch,
      from_date: `${monthFromNow(1)}-20`,
      to_date: `${monthFromNow(2)}-20`,
    };
    await app.admin.patch(`/items/assignment/${(await holdingOf(family)).id}`, { to_date: `${lastMonth}-10` });
    expect((await staff.post('/items/assignment', planned)).status).toBe(200);
    // as on the day after the last one, before the refresh of that day
    await app.knex.transaction(async (trx) => {
      await trx.raw(`select set_config('kader.holders', 'derived', true)`);
      await trx('binaan').where({ id: family }).update({ kader });
    });
    await app.knex.raw('select kader_refresh_holders(null)');
    expect(await app.knex('binaan').where({ id: family }).first()).toMatchObject({ kader: null });
    const kept = await app.knex('assignment').where({ binaan: family, kader: next });
    expect(kept).toHaveLength(1);
    expect(kept[0].to_date).not.toBeNull();
  });
});

describe('the list of a family', () => {
  it('is not of a day to come, before which payments would count for nothing', async () => {
    const answer = await staff.patch(`/items/binaan/${books.family}`, { listed_as_of: `${monthFromNow(1)}-28` });
    expect(outcome(answer)).toEqual([400, 'KADER_VALUE_INVALID', 'listed_as_of']);
  });
});

describe('a warning by a close', () => {
  it('is not forged, which would silence the next one', async () => {
    const warning = { kader: books.kader, kind: 'warned', on_date: `${books.thisMonth}-01`, month: books.lastMonth };
    const forged = await staff.post('/items/kader_event', { ...warning, origin: 'close' });
    expect(outcome(forged)).toEqual([400, 'KADER_VALUE_INVALID', 'origin']);
    const nested = { events: { create: [{ ...warning, origin: 'close' }] } };
    expect(outcome(await staff.patch(`/items/kader/${books.kader}`, nested))[1]).toBe('KADER_VALUE_INVALID');
    expect((await staff.post('/items/kader_event', warning)).status).toBe(200);
  });
});

describe("a kader's one kecamatan", () => {
  it('is not left by changing it, nor by naming none', async () => {
    const make = async (fields: object) => (await app.admin.post('/items/area', fields)).body.data.id;
    const elsewhere = await make({ level: 'district', code: '99.71.01', name: 'Kecamatan lain' });
    const desa = await make({ level: 'village', code: '99.71.01.1001', name: 'Desa lain', parent: elsewhere });
    const area = { from_date: `${books.lastMonth}-01`, mode: 'visit' };

    const settled = await makeKader(app, { branch: books.branch, district: books.district });
    expect((await staff.post('/items/kader_area', { ...area, kader: settled, area: books.village })).status).toBe(200);
    const moved = await staff.patch(`/items/kader/${settled}`, { district: elsewhere });
    expect(outcome(moved)).toEqual([409, 'KADER_DISTRICT_MISMATCH', 'district']);

    const nowhere = await makeKader(app, { branch: books.branch });
    expect((await staff.post('/items/kader_area', { ...area, kader: nowhere, area: books.village })).status).toBe(200);
    const second = await staff.post('/items/kader_area', { ...area, kader: nowhere, area: desa });
    expect(outcome(second)).toEqual([409, 'KADER_DISTRICT_MISMATCH', 'area']);
  });
});

describe('a scheme', () => {
  it('gets no gap behind the back of its saving, in one request', async () => {
    const rules = [
      { kind: 'percentage', months_from: 1, months_to: 7, rate_bp: 1000, sort: 1 },
      { kind: 'percentage', months_from: 7, months_to: null, rate_bp: 1500, sort: 2 },
    ];
    const told = {
      name: 'Uji',
      branch: neighbour.branch,
      effective_from: '2023-01-01',
      status: 'active',
      base: 'arrears',
    };
    const scheme = (await app.admin.post('/items/commission_scheme', { ...told, rules })).body.data;
    const { body } = await app.admin.graphql(`mutation {
      update_commission_scheme_item(id: ${scheme.id}, data: { status: "active" }) { id }
      update_commission_rule_item(id: ${scheme.rules[0]}, data: { months_to: 3 }) { id }
    }`);
    expect(body.errors[0].extensions.code).toBe('KADER_SCHEME_GAP');
    expect(await app.knex('commission_rule').where({ id: scheme.rules[0] }).first()).toMatchObject({ months_to: 7 });
  });
});

describe('a contact', () => {
  it('is not put down to an officer of another branch', async () => {
    const stranger = await app.login('staff', { branch: neighbour.branch });
    const contact = { binaan: books.family, at: momentIn(books.lastMonth), channel: 'phone', outcome: 'met' };
    const answer = await staff.post('/items/activity', { ...contact, officer: stranger.id });
    expect(outcome(answer)).toEqual([404, 'KADER_REFERENCE_UNKNOWN', 'officer']);
    expect((await staff.post('/items/activity', { ...contact, officer: head.id })).status).toBe(200);
  });
});

describe('the months of a branch', () => {
  it.each([
    ['first_month', '0001-01'],
    ['first_month', '9999-12'],
    ['last_month', '2001-01'],
  ])('are within reason: not %s %s', async (field, month) => {
    const branch = {
      code: `KC-${month}`,
      name: 'Uji',
      timezone: 'Asia/Jakarta',
      first_month: '2020-01',
      [field]: month,
    };
    expect(outcome(await app.admin.post('/items/branch', branch))).toEqual([400, 'KADER_VALUE_INVALID', field]);
  });
});

describe('a value that the database cannot hold', () => {
  const payment = () => ({
    binaan: books.family,
    amount: 1_000,
    paid_at: momentIn(books.lastMonth),
    confirm_duplicate: true,
  });
  const family = () => ({
    branch: books.branch,
    kk_number: testKk(100_000),
    head_name: 'Keluarga uji',
    members: 2,
    class: 3,
    listed_months: 5,
    listed_amount: 350_000,
    listed_as_of: `${books.lastMonth}-01`,
  });

  it.each<[string, string, () => object, string]>([
    ['NUL in a note', 'collection', () => ({ ...payment(), note: 'a\u0000b' }), 'note'],
    ['NUL in a reference', 'collection', () => ({ ...payment(), external_ref: 'a\u0000b' }), 'external_ref'],
    ['a line break in a reference', 'collection', () => ({ ...payment(), external_ref: 'a\nb' }), 'external_ref'],
    ['NUL in the number of a device', 'collection', () => ({ ...payment(), client_id: 'a\u0000b' }), 'client_id'],
    ['NUL in a name', 'binaan', () => ({ ...family(), head_name: 'a\u0000b' }), 'head_name'],
    ['one and a half members', 'binaan', () => ({ ...family(), members: 1.5 }), 'members'],
  ])('%s is refused in words', async (_name, collectionName, told, field) => {
    expect(outcome(await head.post(`/items/${collectionName}`, told()))).toEqual([400, 'KADER_VALUE_INVALID', field]);
  });

  it('is refused in words in a change too', async () => {
    const { family: id } = await paidFamily(momentIn(books.lastMonth, '06'));
    const answer = await staff.patch(`/items/binaan/${id}`, { phone: null, members: 1.5 });
    expect(outcome(answer)).toEqual([400, 'KADER_VALUE_INVALID', 'members']);
  });

  it('does not stop the money of an integration', async () => {
    const bank = await app.login('integration', { branch: books.branch });
    const told = { amount: 5_000, paid_at: momentIn(books.lastMonth), source: 'bank', binaan: 'a\u0000b' };
    const { status, body } = await bank.post('/items/collection', told);
    expect([status, body.data?.status, body.data?.payer_ref]).toEqual([200, 'unallocated', 'ab']);
  });

  it('is refused at the desk and at the close', async () => {
    const huge = 99_999_999_999_999;
    for (const path of [`preview?binaan=${huge}`, `collections/${huge}/correction`, `collections/${huge}/receipt`]) {
      expect(outcome(await staff.get(`/kader-jkn/${path}`)).slice(0, 2)).toEqual([400, 'KADER_QUERY_INVALID']);
    }
  });

  it.each([['text'], [[null]], [{ create: 'x' }], [{ delete: 'q' }]])(
    'is refused as rules of a scheme: %j',
    async (rules) => {
      const scheme = {
        name: 'Uji',
        branch: neighbour.branch,
        effective_from: '2021-01-05',
        status: 'active',
        base: 'arrears',
      };
      const answer = await app.admin.post('/items/commission_scheme', { ...scheme, rules });
      expect(outcome(answer)).toEqual([400, 'KADER_VALUE_INVALID', 'rules']);
    },
  );
});

describe('nested writes', () => {
  it('price a payment like any other, and change none', async () => {
    const { branch, kader, lastMonth } = books;
    const family = await makeFamily(app, { branch, kader, listed_as_of: `${lastMonth}-01` });
    const forged = {
      amount: 10_000,
      paid_at: momentIn(lastMonth),
      channel: 'office',
      commission: 9_999,
      status: 'verified',
    };
    expect((await staff.patch(`/items/binaan/${family}`, { payments: { create: [forged] } })).status).toBe(200);
    const stored = await app.knex('collection').where({ binaan: family }).first();
    expect(stored).toMatchObject({ commission: 1_500, status: 'recorded', user_created: staff.id });

    for (const payments of [[], { delete: [stored.id] }, { update: [{ id: stored.id, amount: 1 }] }]) {
      const answer = await app.admin.patch(`/items/binaan/${family}`, { payments });
      expect(outcome(answer).slice(0, 2), JSON.stringify(payments)).toEqual([409, 'KADER_RECORD_FIXED']);
    }
    const taken = await app.admin.patch(`/items/binaan/${books.family}`, {
      payments: { create: [], update: [{ id: stored.id }] },
    });
    expect(outcome(taken)[1]).toBe('KADER_RECORD_FIXED');
    expect(await app.knex('collection').where({ id: stored.id }).first()).toEqual(stored);
  });

  it('take nothing from another branch', async () => {
    const event = { kader: neighbour.kader, kind: 'trained', on_date: '2024-01-01' };
    const theirs = (await app.admin.post('/items/kader_event', event)).body.data.id;
    const answers = [
      await head.patch(`/items/kader/${books.kader}`, { families: [neighbour.family] }),
      await head.patch(`/items/kader/${books.kader}`, { events: [theirs] }),
      await head.patch(`/items/kader/${books.kader}`, { events: { update: [{ id: theirs, kader: books.kader }] } }),
      await head.patch(`/items/kader/${books.kader}`, { user: [head.id] }),
      await staff.patch(`/items/kader/${neighbour.kader}`, {
        areas: { create: [{ area: neighbour.village, from_date: '2024-01-01' }] },
      }),
      await head.patch('/items/kader', { query: { filter: {}, limit: -1 }, data: { note: 'x' } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(Array(answers.length).fill(403));
    expect(await app.knex('binaan').where({ id: neighbour.family }).first()).toMatchObject({ kader: neighbour.kader });
    expect(await app.knex('kader').where({ id: neighbour.kader }).first()).toMatchObject({ note: null });
  });
});

describe('hidden fields', () => {
  const nik = '9999888877776666';

  beforeAll(async () => {
    await app.knex('kader').where({ id: books.kader }).update({ nik });
  });

  it.each<[string, string]>([
    ['a filter', '/items/kader?filter[nik][_starts_with]=9'],
    ['a filter through a family', '/items/binaan?filter[kader][nik][_starts_with]=9&fields=id'],
    ['a sort', '/items/binaan?sort=kader.nik&fields=id'],
    ['a maximum', '/items/kader?aggregate[max]=nik'],
    ['a count of different ones', '/items/kader?aggregate[countDistinct]=bank_account'],
    ['groups', '/items/kader?groupBy[]=nik&aggregate[count]=id'],
    ['an alias', '/items/kader?alias[x]=nik&fields=id,x'],
    ['a deep filter', '/items/binaan?fields=assignments.id&deep[assignments][_filter][kader][nik][_starts_with]=9'],
  ])('are not guessed by %s', async (_name, path) => {
    expect((await staff.get(path)).status).toBe(403);
  });

  it('are not searched, exported, revealed by history or by GraphQL', async () => {
    expect((await staff.get(`/items/kader?search=${nik}&fields=id`)).body.data).toEqual([]);
    expect((await staff.get('/revisions')).status).toBe(403);
    expect((await staff.get('/versions')).status).toBe(403);
    expect((await staff.post('/shares', { collection: 'kader', item: String(books.kader) })).status).toBe(403);
    expect((await staff.graphql('{ kader_aggregated { max { nik } } }')).status).toBe(400);
    expect((await staff.graphql('{ binaan { kader { nik } } }')).status).toBe(400);
  });
});

describe('money', () => {
  it('that a kader recorded is not paid before somebody verified it, whatever the policy', async () => {
    const trusting = await makeBooks(app, false);
    const kader = await app.login('kader', { branch: trusting.branch, kader: trusting.kader });
    const clerk = await app.login('staff', { branch: trusting.branch });
    const told = { binaan: trusting.family, amount: 1_000, paid_at: momentIn(trusting.lastMonth) };
    const own = (await kader.post('/items/collection', { ...told, channel: 'kader_cash' })).body.data;
    expect(own).toMatchObject({ status: 'recorded', pay_month: null });
    const office = (await clerk.post('/items/collection', { ...told, amount: 2_000 })).body.data;
    expect(office).toMatchObject({ status: 'recorded', pay_month: trusting.lastMonth });
    expect((await clerk.patch(`/items/collection/${own.id}`, { status: 'verified' })).body.data).toMatchObject({
      status: 'verified',
      pay_month: trusting.lastMonth,
    });
  });

  it('is never verified by kader, telekolekting, another branch, or as unallocated', async () => {
    const { payment } = await paidFamily(momentIn(books.lastMonth, '07'));
    const verify = async (client: Client, id = payment) =>
      (await client.patch(`/items/collection/${id}`, { status: 'verified' })).status;
    const { branch, kader } = books;
    expect(await verify(await app.login('kader', { branch, kader }))).toBe(403);
    expect(await verify(await app.login('telekolekting', { branch }))).toBe(403);
    expect(await verify(await app.login('head', { branch: neighbour.branch }))).toBe(403);
    expect(await verify(staff)).toBe(403);

    const bank = await app.login('integration', { branch });
    const told = { binaan: neighbour.family, amount: 9_000, paid_at: momentIn(books.lastMonth), source: 'bank' };
    const stray = (await bank.post('/items/collection', told)).body.data;
    expect(stray).toMatchObject({ status: 'unallocated', binaan: null });
    expect(await verify(head, stray.id)).toBe(409);
  });

  it('is credited to who held the family, however a payment and a change of kader race', async () => {
    const { branch, kader, lastMonth } = books;
    for (let round = 0; round < 4; round += 1) {
      const next = await makeKader(app, { branch });
      const family = await makeFamily(app, { branch, kader, listed_as_of: `${lastMonth}-01` });
      const now = new Date().toISOString();
      const answers = await Promise.all([
        staff.post('/items/collection', { binaan: family, amount: 1_000, paid_at: now }),
        staff.patch(`/items/binaan/${family}`, { kader: next }),
        head.post('/items/collection', { binaan: family, amount: 2_000, paid_at: now }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    }
    expect(await creditedWithoutHolding()).toEqual([]);
  });
});

describe('the books in SQL', () => {
  it.each(['collection', 'commission', 'period', 'partnership_review', 'assignment'])(
    'are not emptied: %s',
    async (table) => {
      await expect(app.knex.raw('truncate ?? cascade', [table])).rejects.toThrow('KADER_RECORD_KEPT');
    },
  );
});
