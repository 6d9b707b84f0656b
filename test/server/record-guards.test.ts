import { beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { type BooksFixture, makeBooks, makeFamily, makeKader, momentIn } from './books-fixture.ts';

let app: TestDirectus;
let books: BooksFixture;
let staff: Client;

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  books = await makeBooks(app);
  staff = await app.login('staff', { branch: books.branch });
});

function outcome({ status, body }: Answer): [number, string | undefined] {
  return [status, body?.errors?.[0]?.extensions.code];
}

const band = (from: number, to: number | null, rate = 1000) => ({
  kind: 'percentage',
  months_from: from,
  months_to: to,
  rate_bp: rate,
});

describe('a commission scheme', () => {
  const draft = (rules: unknown, fields: Record<string, unknown> = {}) =>
    app.admin.post('/items/commission_scheme', {
      name: 'Uji',
      branch: books.branch,
      effective_from: '2031-01-01',
      rules,
      ...fields,
    });

  it('with a gap is refused, naming the months', async () => {
    const answer = await draft([band(1, 6), band(8, null)]);
    expect(outcome(answer)).toEqual([422, 'KADER_SCHEME_GAP']);
    expect(answer.body.errors[0].extensions).toMatchObject({ field: 'rules', from: 6, to: 7 });
    expect(await app.knex('commission_scheme').where({ name: 'Uji' })).toEqual([]);
  });

  it('with an overlap is refused', async () => {
    expect(outcome(await draft([band(1, 8), band(6, null)]))).toEqual([422, 'KADER_SCHEME_OVERLAP']);
  });

  it('with a rule without a rate is refused', async () => {
    expect(outcome(await draft([{ kind: 'percentage', months_from: 1 }]))).toEqual([422, 'KADER_SCHEME_RULE_INVALID']);
  });

  it('is looked at whole when its rules change, in one save or one by one', async () => {
    const { body } = await draft([band(1, 6), band(6, null)], { name: 'Utuh', effective_from: '2032-01-01' });
    const { rules } = (
      await app.admin.get(`/items/commission_scheme/${body.data.id}?fields=rules.id,rules.months_from`)
    ).body.data;
    const [first, second] = rules;
    const gap = await app.admin.patch(`/items/commission_rule/${first.id}`, { months_to: 4 });
    const removed = await app.admin.patch(`/items/commission_scheme/${body.data.id}`, {
      rules: { create: [band(7, 9)], update: [], delete: [] },
    });
    const added = await app.admin.post('/items/commission_rule', { scheme: body.data.id, ...band(3, 9) });
    expect([gap, removed, added].map(outcome)).toEqual([
      [422, 'KADER_SCHEME_GAP'],
      [422, 'KADER_SCHEME_OVERLAP'],
      [422, 'KADER_SCHEME_OVERLAP'],
    ]);
    const moved = await app.admin.patch(`/items/commission_scheme/${body.data.id}`, {
      status: 'active',
      rules: {
        create: [],
        update: [
          { id: first.id, months_to: 9 },
          { id: second.id, months_from: 9 },
        ],
        delete: [],
      },
    });
    expect(moved.status, JSON.stringify(moved.body)).toBe(200);
  });

  it('does not change once it priced a collection', async () => {
    const made = await staff.post('/items/collection', {
      binaan: books.family,
      amount: 70_000,
      paid_at: momentIn(books.thisMonth),
    });
    expect(made.status).toBe(200);
    const rule = await app.knex('commission_rule').where({ scheme: books.scheme }).first();
    const answers = [
      await app.admin.patch(`/items/commission_rule/${rule.id}`, { rate_bp: 9000 }),
      await app.admin.delete(`/items/commission_rule/${rule.id}`),
      await app.admin.patch(`/items/commission_scheme/${books.scheme}`, { base: 'amount' }),
      await app.admin.delete(`/items/commission_scheme/${books.scheme}`),
    ];
    expect(
      answers.map(({ status }) => status),
      JSON.stringify(answers.map(outcome)),
    ).toEqual([409, 409, 409, 409]);
    expect(await app.knex('commission_rule').where({ id: rule.id }).first()).toEqual(rule);
    expect((await app.admin.patch(`/items/commission_scheme/${books.scheme}`, { note: 'SK 1/2026' })).status).toBe(200);
  });
});

describe('a programme policy', () => {
  it.each(['kader_window', 'tele_window'])('with the bounds of %s crossed is refused', async (window) => {
    const answer = await app.admin.post('/items/program_policy', {
      name: 'Terbalik',
      branch: books.branch,
      effective_from: '2031-01-01',
      [`${window}_min`]: 24,
      [`${window}_max`]: 12,
    });
    expect(outcome(answer)).toEqual([422, 'KADER_WINDOW_INVALID']);
    expect(answer.body.errors[0].extensions.field).toBe(window);
  });
});

describe("a kader's desa", () => {
  it('lies in the kecamatan of the kader, unless the policy allows several', async () => {
    const area = async (level: string, code: string, parent: number | null) =>
      (await app.admin.post('/items/area', { level, code, name: code, parent })).body.data.id;
    const regency = await area('regency', '90.01', null);
    const district = await area('district', '90.01.01', regency);
    const elsewhere = await area('village', '90.01.01.2001', district);
    const held = { kader: books.kader, from_date: '2026-01-01', mode: 'visit' };
    expect(outcome(await app.admin.post('/items/kader_area', { ...held, area: elsewhere }))).toEqual([
      409,
      'KADER_DISTRICT_MISMATCH',
    ]);
    expect(outcome(await app.admin.post('/items/kader_area', { ...held, area: district }))).toEqual([
      400,
      'KADER_AREA_LEVEL',
    ]);
    expect((await app.admin.post('/items/kader_area', { ...held, area: books.village })).status).toBe(200);
    await app.knex('program_policy').where({ branch: books.branch }).update({ several_districts_allowed: true });
    const allowed = await app.admin.post('/items/kader_area', { ...held, area: elsewhere });
    expect(allowed.status, JSON.stringify(allowed.body)).toBe(200);
  });

  it('is not given to one whose partnership ended', async () => {
    const ended = await makeKader(app, {
      branch: books.branch,
      district: books.district,
      status: 'ended',
      ended_on: '2025-12-31',
      end_reason: 'moved',
    });
    const answer = await app.admin.post('/items/kader_area', {
      kader: ended,
      area: books.village,
      from_date: '2026-01-01',
      mode: 'visit',
    });
    expect(outcome(answer)).toEqual([409, 'KADER_ENDED']);
  });
});

describe('who holds a family', () => {
  it('follows the family that arrives with a kader, and a change of its kader', async () => {
    const other = await makeKader(app, { branch: books.branch, district: books.district });
    const binaan = await makeFamily(app, { branch: books.branch, kader: books.kader });
    expect((await app.admin.patch(`/items/binaan/${binaan}`, { kader: other })).status).toBe(200);
    const holdings = await app.knex('assignment').where({ binaan }).orderBy('from_date');
    expect(holdings).toMatchObject([
      { kader: books.kader, reason: 'import', branch: books.branch },
      { kader: other, reason: 'reassigned', to_date: null },
    ]);
    expect(holdings[0].to_date).not.toBeNull();
    expect(await app.knex('binaan').where({ id: binaan }).first()).toMatchObject({ kader: other });
    await app.admin.patch(`/items/binaan/${binaan}`, { kader: books.kader });
    expect(await app.knex('binaan').where({ id: binaan }).first()).toMatchObject({ kader: books.kader });
    await app.admin.patch(`/items/binaan/${binaan}`, { kader: null });
    expect(await app.knex('binaan').where({ id: binaan }).first()).toMatchObject({ kader: null });
  });

  it('is one kader a day', async () => {
    const other = await makeKader(app, { branch: books.branch, district: books.district });
    const binaan = await makeFamily(app, { branch: books.branch, kader: books.kader });
    const overlapping = await app.admin.post('/items/assignment', {
      binaan,
      kader: other,
      branch: books.branch,
      from_date: `${books.thisMonth}-01`,
    });
    expect(outcome(overlapping)).toEqual([409, 'KADER_ASSIGNMENT_OVERLAP']);
    const bounded = {
      binaan,
      kader: other,
      branch: books.branch,
      from_date: `${books.thisMonth}-01`,
      to_date: `${books.thisMonth}-02`,
    };
    expect(outcome(await app.admin.post('/items/assignment', bounded))).toEqual([409, 'KADER_ASSIGNMENT_OVERLAP']);
  });

  it('is a kader of the same branch whose partnership lasts', async () => {
    const other = await makeBooks(app);
    const binaan = await makeFamily(app, { branch: books.branch });
    const today = { binaan, branch: books.branch, from_date: `${books.thisMonth}-01` };
    expect(outcome(await app.admin.post('/items/assignment', { ...today, kader: other.kader }))).toEqual([
      409,
      'KADER_BRANCH_MISMATCH',
    ]);
    const ended = await makeKader(app, {
      branch: books.branch,
      district: books.district,
      status: 'ended',
      ended_on: '2025-12-31',
      end_reason: 'moved',
    });
    expect(outcome(await app.admin.post('/items/assignment', { ...today, kader: ended }))).toEqual([
      409,
      'KADER_ENDED',
    ]);
    expect(outcome(await app.admin.patch(`/items/binaan/${binaan}`, { kader: ended }))).toEqual([409, 'KADER_ENDED']);
  });
});

describe('a record of another branch', () => {
  it('is not written from this one', async () => {
    const other = await makeBooks(app);
    const head = await app.login('head', { branch: books.branch });
    const area = { kader: other.kader, area: other.village, from_date: '2026-01-01', mode: 'visit' };
    const event = { kader: other.kader, kind: 'trained', on_date: '2026-01-01' };
    const contact = { binaan: other.family, at: momentIn(books.thisMonth), channel: 'phone', outcome: 'met' };
    const target = {
      kader: other.kader,
      measure: 'collection',
      scope: 'whole',
      month_from: '2026-01',
      month_to: '2026-01',
      per: 'month',
      adds_up: 'sum',
      value: 1,
    };
    const answers = [
      await head.post('/items/kader_area', area),
      await head.post('/items/kader_event', event),
      await head.post('/items/activity', contact),
      await head.post('/items/target', target),
    ];
    expect(answers.map(outcome)).toEqual(Array(4).fill([404, 'KADER_REFERENCE_UNKNOWN']));
    const own = await head.post('/items/kader_event', { ...event, kader: books.kader });
    expect(own.status, JSON.stringify(own.body)).toBe(200);
    expect((await head.post('/items/activity', { ...contact, binaan: books.family })).status).toBe(200);
  });
});

describe('a user', () => {
  it('does not move branch or kader, whoever is not an administrator', async () => {
    const head = await app.login('head', { branch: books.branch });
    for (const client of [head, staff]) {
      const answer = await client.patch('/users/me', { branch: null });
      expect(answer.status).toBe(403);
    }
    expect(await app.knex('directus_users').where({ id: staff.id }).first()).toMatchObject({ branch: books.branch });
    expect((await app.admin.patch(`/users/${head.id}`, { branch: books.branch })).status).toBe(200);
  });
});

describe('a record that others rest on', () => {
  it.each([
    ['binaan', () => books.family],
    ['kader', () => books.kader],
    ['branch', () => books.branch],
    ['area', () => books.village],
  ])('is not deleted: %s', async (name, id) => {
    const answer = await app.admin.delete(`/items/${name}/${id()}`);
    expect(outcome(answer)).toEqual([409, 'KADER_RECORD_USED']);
  });
});

describe('what a family owes', () => {
  it('starts anew with a newer list, payments before it left out', async () => {
    const binaan = await makeFamily(app, {
      branch: books.branch,
      kader: books.kader,
      listed_as_of: `${books.lastMonth}-01`,
    });
    await staff.post('/items/collection', { binaan, amount: 70_000, paid_at: momentIn(books.lastMonth, '05') });
    expect(await app.knex('binaan').where({ id: binaan }).first()).toMatchObject({ paid_amount: 70_000 });
    await app.admin.patch(`/items/binaan/${binaan}`, {
      listed_as_of: `${books.lastMonth}-20`,
      listed_months: 9,
      listed_amount: 630_000,
    });
    expect(await app.knex('binaan').where({ id: binaan }).first()).toMatchObject({
      paid_amount: 0,
      paid_months: 0,
      listed_amount: 630_000,
    });
  });

  it('cannot be written by hand', async () => {
    const binaan = await makeFamily(app, { branch: books.branch });
    await app.knex('binaan').where({ id: binaan }).update({ paid_amount: 500_000, owed_amount: 1 });
    const { paid_amount, owed_amount, listed_amount, accrued_amount } = await app
      .knex('binaan')
      .where({ id: binaan })
      .first();
    expect([paid_amount, owed_amount]).toEqual([0, listed_amount + accrued_amount]);
  });
});
