import { beforeAll, describe, expect, it } from 'vitest';
import { recordCollections } from '../../extensions/kader-jkn/src/server/record-collections.ts';
import { type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { type BooksFixture, makeBooks, makeFamily, momentIn } from './books-fixture.ts';

let app: TestDirectus;
let books: BooksFixture;
let staff: Client;
let kader: Client;
let bank: Client;

/** Two members of class III: Rp 70.000 a month, for the 24 months that are billed at most. */
const mostAhead = 24 * 70_000;

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  books = await makeBooks(app);
  staff = await app.login('staff', { branch: books.branch });
  kader = await app.login('kader', { branch: books.branch, kader: books.kader });
  bank = await app.login('integration', { branch: books.branch });
});

async function family(fields: Record<string, unknown> = {}): Promise<number> {
  return await makeFamily(app, { branch: books.branch, kader: books.kader, ...fields });
}

function payment(fields: Record<string, unknown>) {
  return { paid_at: momentIn(books.thisMonth), kind: 'advance', confirm_duplicate: true, ...fields };
}

const record = (client: Client, fields: Record<string, unknown>) => client.post('/items/collection', payment(fields));

describe('money paid ahead', () => {
  it.each(['current', 'advance'])('as %s with a zero too many is refused, whoever types it', async (kind) => {
    const binaan = await family();
    for (const client of [staff, kader, app.admin]) {
      const { status, body } = await record(client, { binaan, kind, amount: 8_400_000, channel: 'office' });
      expect(status, JSON.stringify(body)).toBe(409);
      expect(body.errors[0]).toMatchObject({
        message: expect.stringMatching(/paling banyak Rp\s1\.680\.000 lagi .* kelebihan nol/),
        extensions: { code: 'KADER_ADVANCE_ABOVE_LIMIT', field: 'amount', limit: mostAhead, months: 24 },
      });
    }
    expect(await app.knex('collection').where({ binaan })).toEqual([]);
  });

  it('is taken up to the dues of the months that are billed at most, in one payment or several', async () => {
    const binaan = await family({ listed_months: 0, listed_amount: 0, listed_as_of: `${books.lastMonth}-28` });
    expect((await record(staff, { binaan, amount: mostAhead / 2 })).status).toBe(200);
    const left = mostAhead / 2;
    const above = await record(staff, { binaan, amount: left + 1 });
    expect(above.body.errors[0].extensions).toMatchObject({ code: 'KADER_ADVANCE_ABOVE_LIMIT', limit: left });
    expect((await record(staff, { binaan, amount: left })).status).toBe(200);
    expect((await record(staff, { binaan, amount: 1 })).status).toBe(409);
  });

  it('that a machine reports is kept for staff to look at', async () => {
    const binaan = await family();
    const told = { binaan, amount: 2_147_483_647, source: 'bank-x', external_ref: 'T-1' };
    expect((await record(bank, told)).status).toBe(200);
    expect(await app.knex('collection').where({ external_ref: 'T-1' }).first()).toMatchObject({
      status: 'unallocated',
      commission: 0,
      explanation: expect.stringContaining('dibayar di muka'),
    });
    expect(await app.knex('binaan').where({ id: binaan }).first()).toMatchObject({ paid_amount: 0 });
  });

  it('cannot pass the limit by coming at once', async () => {
    const binaan = await family({ listed_months: 0, listed_amount: 0, listed_as_of: `${books.thisMonth}-01` });
    const answers = await Promise.all(Array.from({ length: 6 }, () => record(staff, { binaan, amount: mostAhead })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(5).fill(409)]);
  });
});

describe('money dated before the list', () => {
  it('is taken up to what can have been owed, however many payments tell of it', async () => {
    const binaan = await family({ listed_as_of: `${books.thisMonth}-01` });
    const paid_at = momentIn(books.lastMonth);
    const told = { binaan, kind: 'arrears', paid_at };
    expect((await record(staff, { ...told, amount: mostAhead })).status).toBe(200);
    const { status, body } = await record(staff, { ...told, amount: 35_000 });
    expect([status, body.errors[0].extensions]).toMatchObject([409, { code: 'KADER_AMOUNT_ABOVE_OWED', owed: 0 }]);
    const ahead = await record(staff, { ...told, kind: 'current', amount: 35_000 });
    expect(ahead.body.errors[0].extensions).toMatchObject({ code: 'KADER_ADVANCE_ABOVE_LIMIT', limit: 0 });
    expect((await record(bank, { ...told, amount: 35_000, source: 'bank-x', external_ref: 'T-2' })).status).toBe(200);
    expect(await app.knex('collection').where({ external_ref: 'T-2' }).first()).toMatchObject({
      status: 'unallocated',
    });
  });

  it('makes room again when it is voided', async () => {
    const binaan = await family({ listed_as_of: `${books.thisMonth}-01` });
    const told = { binaan, kind: 'arrears', paid_at: momentIn(books.lastMonth), amount: mostAhead };
    const { id } = (await record(staff, told)).body.data;
    expect((await record(staff, told)).status).toBe(409);
    const voided = await staff.patch(`/items/collection/${id}`, { status: 'void', void_reason: 'Salah ketik' });
    expect(voided.status, JSON.stringify(voided.body)).toBe(200);
    expect((await record(staff, told)).status).toBe(200);
  });

  it('is added up in a batch as it is one by one', async () => {
    const binaan = await family({ listed_as_of: `${books.thisMonth}-01` });
    const told = [1_000_000, 680_000, 1].map((amount) => ({ binaan, amount, paid_at: momentIn(books.lastMonth) }));
    const options = { branch: books.branch, by: 'staff', user: staff.id, now: new Date() } as const;
    await expect(recordCollections(app.knex, told, options)).rejects.toMatchObject({
      code: 'KADER_AMOUNT_ABOVE_OWED',
      extensions: { row: 2, owed: 0 },
    });
    await recordCollections(app.knex, told.slice(0, 2), options);
    await expect(recordCollections(app.knex, told.slice(2), options)).rejects.toMatchObject({
      extensions: { row: 0, owed: 0 },
    });
  });
});

describe('the largest figures that a family can have', () => {
  it('never pass what a column holds', async () => {
    await app.admin.post('/items/program_policy', {
      name: 'Terlonggar',
      branch: books.branch,
      effective_from: '2020-01-02',
      max_billed_months: 60,
    });
    const rate = { class: 1, effective_from: '2020-08-01', dues: 500_000, participant_pays: 500_000 };
    expect((await app.admin.post('/items/dues_rate', rate)).status).toBe(200);
    const binaan = await family({
      ...{ class: 1, members: 20, listed_months: 1, listed_amount: 500_000_000 },
      listed_as_of: '2021-01-01',
    });
    const { owed_amount } = await app.knex('binaan').where({ id: binaan }).first();
    expect(owed_amount).toBe(500_000_000 + 59 * 20 * 500_000);
    expect((await record(staff, { binaan, kind: 'arrears', amount: owed_amount })).status).toBe(200);
    expect((await record(staff, { binaan, amount: 60 * 20 * 500_000 })).status).toBe(200);
    expect(await app.knex('binaan').where({ id: binaan }).first()).toMatchObject({ paid_amount: 1_690_000_000 });
  });

  it.each([
    ['binaan', { listed_amount: 500_000_001 }, 'listed_amount'],
    ['dues_rate', { dues: 500_001 }, 'dues'],
    ['program_policy', { max_billed_months: 61 }, 'max_billed_months'],
  ])('are bounded in %s', async (name, change, field) => {
    const { id } = await app.knex(name).first('id');
    const { status, body } = await app.admin.patch(`/items/${name}/${id}`, change);
    expect([status, body.errors[0].extensions.field]).toEqual([400, field]);
  });
});
