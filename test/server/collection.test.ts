import { beforeAll, describe, expect, it } from 'vitest';
import { roleIds } from '../../extensions/kader-jkn/src/contract/access.ts';
import { type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { type BooksFixture, endPartnership, makeBooks, makeFamily, makeKader, momentIn } from './books-fixture.ts';

let app: TestDirectus;
let books: BooksFixture;
let staff: Client;
let kader: Client;
let bank: Client;

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  books = await makeBooks(app);
  staff = await app.login('staff', { branch: books.branch });
  kader = await app.login('kader', { branch: books.branch, kader: books.kader });
  bank = await app.login('integration', { branch: books.branch });
});

async function family(fields: Record<string, unknown> = {}): Promise<number> {
  return await makeFamily(app, { branch: books.branch, kader: books.kader, area: books.village, ...fields });
}

function payment(fields: Record<string, unknown> = {}) {
  return { binaan: books.family, amount: 70_000, paid_at: momentIn(books.thisMonth), ...fields };
}

describe('a payment that staff record', () => {
  it('is priced and credited, whatever the client says of that', async () => {
    const binaan = await family();
    const { status, body } = await staff.post('/items/collection', payment({ binaan, amount: 140_000 }));
    expect(body).toMatchObject({ data: { id: expect.any(Number) } });
    expect(status).toBe(200);
    const stored = await app.knex('collection').where({ id: body.data.id }).first();
    expect(stored).toMatchObject({
      branch: books.branch,
      kader: books.kader,
      month: books.thisMonth,
      paid_month: books.thisMonth,
      late: false,
      source: 'staff',
      channel: 'office',
      status: 'recorded',
      pay_month: null,
      rate_bp: 1500,
      base: 140_000,
      commission: 21_000,
      months_covered: 2,
      user_created: staff.id,
    });
    expect(stored.explanation).toContain('21.000');
  });

  it('lowers what the family owes', async () => {
    const binaan = await family();
    await staff.post('/items/collection', payment({ binaan, amount: 140_000 }));
    const [{ listed_amount, accrued_amount, paid_amount, owed_amount, paid_months }] = await app
      .knex('binaan')
      .where({ id: binaan });
    expect({ paid_amount, paid_months }).toEqual({ paid_amount: 140_000, paid_months: 2 });
    expect(owed_amount).toBe(listed_amount + accrued_amount - 140_000);
  });

  it('takes numbers that come as text', async () => {
    const binaan = await family();
    const { status } = await staff.post('/items/collection', payment({ binaan: `${binaan}`, amount: '70000' }));
    expect(status).toBe(200);
  });

  it('overwrites forged results', async () => {
    const binaan = await family();
    const forged = {
      commission: 999_999,
      kader: 12_345,
      month: '2020-01',
      status: 'verified',
      pay_month: '2020-01',
      source: 'bank',
    };
    const { body, status } = await staff.post('/items/collection', payment({ binaan, ...forged }));
    expect(status, JSON.stringify(body)).toBe(200);
    const stored = await app.knex('collection').where({ id: body.data.id }).first();
    expect(stored).toMatchObject({
      commission: 10_500,
      kader: books.kader,
      status: 'recorded',
      source: 'staff',
      pay_month: null,
    });
    expect(stored.explanation).toContain('diganti');
  });

  it('may name the family by an id, an object of nothing but the id, or its VA', async () => {
    const binaan = await family();
    const { va_number: payer_ref } = await app.knex('binaan').where({ id: binaan }).first();
    for (const named of [{ binaan: { id: binaan } }, { binaan: null, payer_ref }]) {
      const { status, body } = await staff.post('/items/collection', payment({ ...named, confirm_duplicate: true }));
      expect(status, JSON.stringify(body)).toBe(200);
      expect(await app.knex('collection').where({ id: body.data.id }).first()).toMatchObject({ binaan });
    }
  });

  it('works in GraphQL', async () => {
    const binaan = await family();
    const { va_number } = await app.knex('binaan').where({ id: binaan }).first();
    const record = (amount: number) =>
      staff.graphql(
        `mutation { create_collection_item(data: { payer_ref: "${va_number}", amount: ${amount}, channel: "office",
          confirm_duplicate: false, paid_at: "${momentIn(books.thisMonth)}" }) { id commission } }`,
      );
    const made = await record(70_000);
    expect(made.body.data?.create_collection_item, JSON.stringify(made.body)).toMatchObject({ commission: 10_500 });
    const refused = await record(5_000_000);
    expect(refused.body.errors[0]).toMatchObject({
      message: expect.stringContaining('melebihi tunggakan'),
      extensions: { code: 'KADER_AMOUNT_ABOVE_OWED', field: 'amount' },
    });
  });

  it('asks before a second payment of the same amount and day, and takes it when confirmed', async () => {
    const binaan = await family();
    const first = await staff.post('/items/collection', payment({ binaan }));
    const second = await staff.post('/items/collection', payment({ binaan }));
    expect(second.status).toBe(409);
    expect(second.body.errors[0].extensions).toMatchObject({
      code: 'KADER_POSSIBLE_DUPLICATE',
      field: 'confirm_duplicate',
      id: first.body.data.id,
    });
    const confirmed = await staff.post('/items/collection', payment({ binaan, confirm_duplicate: true }));
    expect(confirmed.status).toBe(200);
  });
});

describe('a payment that a process without a user records', () => {
  it('is priced like any other, under the name it gives', async () => {
    const binaan = await family();
    const { ItemsService } = app.services();
    const items = new ItemsService('collection', { schema: await app.schema(), knex: app.knex });
    const id = await items.createOne(payment({ binaan, source: 'migrasi', external_ref: 'M-1' }));
    expect(await app.knex('collection').where({ id }).first()).toMatchObject({
      source: 'migrasi',
      commission: 10_500,
      user_created: null,
    });
  });
});

describe('a bad payment', () => {
  const refusals: [string, Record<string, unknown>, string, string][] = [
    ['zero', { amount: 0 }, 'KADER_AMOUNT_INVALID', 'amount'],
    ['negative', { amount: -70_000 }, 'KADER_AMOUNT_INVALID', 'amount'],
    ['fractional', { amount: 70_000.5 }, 'KADER_AMOUNT_INVALID', 'amount'],
    ['fractional text', { amount: '70.000,50' }, 'KADER_AMOUNT_INVALID', 'amount'],
    ['text', { amount: 'tujuh puluh ribu' }, 'KADER_AMOUNT_INVALID', 'amount'],
    ['missing amount', { amount: null }, 'KADER_AMOUNT_INVALID', 'amount'],
    ['too large', { amount: 3_000_000_000 }, 'KADER_AMOUNT_INVALID', 'amount'],
    ['above what is owed', { amount: 5_000_000 }, 'KADER_AMOUNT_ABOVE_OWED', 'amount'],
    ['in the future', { paid_at: new Date(Date.now() + 3_600_000).toISOString() }, 'KADER_PAID_AT_FUTURE', 'paid_at'],
    ['unreadable time', { paid_at: 'kemarin' }, 'KADER_PAID_AT_INVALID', 'paid_at'],
    ['impossible day', { paid_at: '2026-02-30T10:00:00Z' }, 'KADER_PAID_AT_INVALID', 'paid_at'],
    ['impossible zone', { paid_at: '2026-02-03T10:00:00+99:00' }, 'KADER_PAID_AT_INVALID', 'paid_at'],
    ['missing time', { paid_at: null }, 'KADER_PAID_AT_INVALID', 'paid_at'],
    ['unknown family', { binaan: 999_999 }, 'KADER_BINAAN_UNKNOWN', 'binaan'],
    ['missing family', { binaan: null }, 'KADER_BINAAN_UNKNOWN', 'binaan'],
    ['data for a family', { binaan: { head_name: 'X' } }, 'KADER_REFERENCE_NOT_ID', 'binaan'],
    ['before any policy', { paid_at: '2010-02-03T10:00:00Z' }, 'KADER_NO_POLICY', 'paid_at'],
    ['before any dues', { paid_at: '2016-02-03T10:00:00Z' }, 'KADER_NO_DUES', 'paid_at'],
    ['unknown kind', { kind: 'gift' }, 'KADER_VALUE_INVALID', 'kind'],
    ['unknown channel', { channel: 'pigeon' }, 'KADER_VALUE_INVALID', 'channel'],
  ];

  it.each(refusals)('%s is refused', async (_name, fields, code, field) => {
    const before = await app.knex('collection').count();
    const { status, body } = await staff.post('/items/collection', payment(fields));
    expect(body.errors?.[0]?.extensions).toMatchObject({ code, field });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(await app.knex('collection').count()).toEqual(before);
  });

  it('is refused in the language of whoever asks', async () => {
    const english = await app.login('staff', { branch: books.branch, language: 'en-GB' });
    const [inEnglish, inIndonesian] = await Promise.all([
      english.post('/items/collection', payment({ amount: 0 })),
      staff.post('/items/collection', payment({ amount: 0 })),
    ]);
    expect(inEnglish.body.errors[0].message).toMatch(/whole rupiah/);
    expect(inIndonesian.body.errors[0].message).toMatch(/rupiah bulat/);
  });

  it('names what is owed', async () => {
    const { body } = await staff.post('/items/collection', payment({ amount: 5_000_000 }));
    expect(body.errors[0].message).toMatch(/\(Rp\s?[78]\d\d\.\d{3}\)/);
  });
});

describe('whose family it is', () => {
  it('matters to staff of another branch', async () => {
    const other = await makeBooks(app);
    const stranger = await app.login('staff', { branch: other.branch });
    const { status, body } = await stranger.post('/items/collection', payment());
    expect([status, body.errors[0].extensions.code]).toEqual([404, 'KADER_BINAAN_UNKNOWN']);
  });

  it('matters to staff without a branch', async () => {
    const nobody = await app.login('staff');
    const { body } = await nobody.post('/items/collection', payment());
    expect(body.errors[0].extensions.code).toBe('KADER_BINAAN_UNKNOWN');
  });

  it('matters to another kader, and to one without a link', async () => {
    const other = await makeKader(app, { branch: books.branch, district: books.district });
    const stranger = await app.login('kader', { branch: books.branch, kader: other });
    const unlinked = await app.login('kader', { branch: books.branch });
    for (const client of [stranger, unlinked]) {
      const { body } = await client.post('/items/collection', payment());
      expect(body.errors[0].extensions.code).toBe('KADER_BINAAN_UNKNOWN');
    }
  });

  it('lets a kader record for a family held, as kader', async () => {
    const binaan = await family();
    const { status, body } = await kader.post('/items/collection', payment({ binaan, source: 'staff' }));
    expect(status, JSON.stringify(body)).toBe(200);
    const stored = await app.knex('collection').where({ id: body.data.id }).first();
    expect(stored).toMatchObject({ source: 'kader', channel: 'kader_cash', kader: books.kader });
  });

  it('gives no credit where nobody held the family, and none after a partnership ended', async () => {
    const nobodys = await family({ kader: null });
    const ended = await makeKader(app, { branch: books.branch, district: books.district });
    const orphaned = await family({ kader: ended });
    await endPartnership(app, ended, `${books.lastMonth}-20`);
    for (const binaan of [nobodys, orphaned]) {
      const { status, body } = await staff.post('/items/collection', payment({ binaan }));
      expect(status, JSON.stringify(body)).toBe(200);
      const stored = await app.knex('collection').where({ id: body.data.id }).first();
      expect(stored).toMatchObject({ kader: null, commission: 0 });
    }
    const before = await staff.post(
      '/items/collection',
      payment({ binaan: orphaned, paid_at: momentIn(books.lastMonth) }),
    );
    const stored = await app.knex('collection').where({ id: before.body.data.id }).first();
    expect(stored).toMatchObject({ kader: ended, commission: 10_500 });
  });

  it.each(['telekolekting', 'auditor'] as const)('does not matter to %s, who records nothing', async (role) => {
    const client = await app.login(role, { branch: books.branch });
    const { status } = await client.post('/items/collection', payment());
    expect(status).toBe(403);
  });

  it('does not matter to the public', async () => {
    const { status } = await app.public.post('/items/collection', payment());
    expect(status).toBe(403);
  });
});

describe('payments recorded at the same time', () => {
  it('of the same families in opposite orders all stand, once each', async () => {
    const families = await Promise.all([family(), family(), family()]);
    const rows = families.map((binaan) => payment({ binaan, confirm_duplicate: true }));
    const orders = [rows, [...rows].reverse(), rows, [...rows].reverse()];
    const answers = await Promise.all(orders.map((order) => staff.post('/items/collection', order)));
    expect(
      answers.map(({ status }) => status),
      JSON.stringify(answers.map(({ body }) => body.errors)),
    ).toEqual([200, 200, 200, 200]);
    for (const binaan of families) {
      expect(await app.knex('binaan').where({ id: binaan }).first()).toMatchObject({
        paid_amount: 280_000,
        paid_months: 4,
      });
    }
  });

  it('never cover more than is owed together', async () => {
    const binaan = await family({ listed_months: 2, listed_amount: 140_000, listed_as_of: `${books.thisMonth}-01` });
    const told = payment({
      binaan,
      amount: 140_000,
      confirm_duplicate: true,
      paid_at: momentIn(books.thisMonth, '02'),
    });
    const answers = await Promise.all(Array.from({ length: 6 }, () => staff.post('/items/collection', told)));
    const codes = answers.filter(({ status }) => status !== 200).map(({ body }) => body.errors[0].extensions.code);
    expect(codes).toEqual(Array(5).fill('KADER_AMOUNT_ABOVE_OWED'));
  });

  it('of two people who warn each other stand once', async () => {
    const binaan = await family();
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => staff.post('/items/collection', payment({ binaan }))),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});

describe('a form of the Data Studio', () => {
  it('gets the refusal of a field as its validation message', async () => {
    const { body } = await app.admin.post('/users', {
      email: 'formulir@kader.example.com',
      password: 'rahasia-uji-123',
      role: roleIds.staff,
      branch: books.branch,
      status: 'active',
    });
    const signedIn = await fetch(new URL('/auth/login', app.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'formulir@kader.example.com', password: 'rahasia-uji-123', mode: 'session' }),
    });
    const cookie = signedIn.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    expect(signedIn.status, JSON.stringify(body)).toBe(200);
    const answer = await fetch(new URL('/items/collection', app.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(payment({ amount: 5_000_000 })),
    });
    expect(answer.status).toBe(409);
    const [error] = (await answer.json()).errors;
    expect(error.extensions).toMatchObject({
      code: 'FAILED_VALIDATION',
      reason: 'KADER_AMOUNT_ABOVE_OWED',
      field: 'amount',
    });
    expect(error.extensions.validation_message).toContain('melebihi tunggakan');
  });
});

describe('money that an integration reports', () => {
  it('is recorded by VA, and a repeat names the record that stands', async () => {
    const binaan = await family();
    const { va_number } = await app.knex('binaan').where({ id: binaan }).first();
    const told = {
      payer_ref: va_number,
      amount: 70_000,
      paid_at: momentIn(books.thisMonth),
      source: 'bank-x',
      external_ref: 'T-1',
    };
    const first = await bank.post('/items/collection', told);
    expect(first.status, JSON.stringify(first.body)).toBe(200);
    const stored = await app.knex('collection').where({ source: 'bank-x', external_ref: 'T-1' }).first();
    expect(stored).toMatchObject({ binaan, status: 'recorded', kader: books.kader, branch: books.branch });

    const again = await bank.post('/items/collection', told);
    expect(again.status).toBe(409);
    expect(again.body.errors[0].extensions).toMatchObject({
      code: 'KADER_DUPLICATE_REF',
      field: 'external_ref',
      id: stored.id,
    });
  });

  it('is recorded once when it is reported eight times at once', async () => {
    const binaan = await family();
    const told = { binaan, amount: 70_000, paid_at: momentIn(books.thisMonth), source: 'bank-x', external_ref: 'T-8' };
    const answers = await Promise.all(Array.from({ length: 8 }, () => bank.post('/items/collection', told)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)]);
    expect(
      answers
        .filter(({ status }) => status === 409)
        .every(({ body }) => body.errors[0].extensions.code === 'KADER_DUPLICATE_REF'),
    ).toBe(true);
  });

  it('is kept without a family, or above what is owed, as unallocated', async () => {
    const binaan = await family();
    const unknown = await bank.post(
      '/items/collection',
      payment({ binaan: null, payer_ref: '000', source: 'bank-x', external_ref: 'T-2' }),
    );
    const above = await bank.post(
      '/items/collection',
      payment({ binaan, amount: 5_000_000, source: 'bank-x', external_ref: 'T-3' }),
    );
    expect([unknown.status, above.status], JSON.stringify([unknown.body, above.body])).toEqual([200, 200]);
    const stored = await app.knex('collection').whereIn('external_ref', ['T-2', 'T-3']).orderBy('external_ref');
    expect(stored).toMatchObject([
      { status: 'unallocated', binaan: null, payer_ref: '000', commission: 0, branch: books.branch },
      { status: 'unallocated', binaan, commission: 0 },
    ]);
    expect(await app.knex('binaan').where({ id: binaan }).first()).toMatchObject({ paid_amount: 0 });
  });

  it('never reaches a family of another branch', async () => {
    const other = await makeBooks(app);
    const { status } = await bank.post(
      '/items/collection',
      payment({ binaan: other.family, source: 'bank-x', external_ref: 'T-4' }),
    );
    expect(status).toBe(200);
    const stored = await app.knex('collection').where({ external_ref: 'T-4' }).first();
    expect(stored).toMatchObject({
      binaan: null,
      branch: books.branch,
      status: 'unallocated',
      payer_ref: `${other.family}`,
    });
  });

  it('must have a source of its own', async () => {
    for (const source of [undefined, 'staff', 'kader', '']) {
      const { body } = await bank.post('/items/collection', payment({ source }));
      expect(body.errors[0].extensions).toMatchObject({ code: 'KADER_VALUE_INVALID', field: 'source' });
    }
  });
});
