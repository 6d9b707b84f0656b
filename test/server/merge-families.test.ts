import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { audit } from '../../extensions/kader-jkn/src/server/audit.ts';
import { findDuplicates } from '../../extensions/kader-jkn/src/server/families/find-duplicates.ts';
import { type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import {
  type BooksFixture,
  closeMonth,
  makeBooks,
  makeFamily,
  momentIn,
  monthFromNow,
  testKk,
} from './books-fixture.ts';

let app: TestDirectus;
let books: BooksFixture;
let staff: Client;
let kept: number;
let merged: number;
let pair: number;

beforeAll(async () => {
  app = await getDirectus();
});

beforeEach(async () => {
  await app.reset();
  books = await makeBooks(app);
  staff = await app.login('staff', { branch: books.branch });
  const family = { branch: books.branch, kader: books.kader, area: books.village };
  kept = await makeFamily(app, { ...family, head_name: 'Siti Aminah', address: 'Jl. Mawar No. 1 RT 2/RW 3' });
  merged = await makeFamily(app, { ...family, head_name: 'SITI AMINA', address: 'Mawar 1 RT 02 RW 03' });
  await findDuplicates(app.knex, books.branch);
  pair = (await app.knex('family_duplicate').where({ one: kept, other: merged }).first('id')).id;
});

const pay = (binaan: number, fields: Record<string, unknown> = {}) =>
  staff.post('/items/collection', {
    ...{
      binaan,
      amount: 70_000,
      channel: 'office',
      confirm_duplicate: true,
      paid_at: momentIn(books.thisMonth, '01', '01:00:00Z'),
    },
    ...fields,
  });
const merge = (client: Client = staff, keep = kept) => client.post(`/kader-jkn/duplicates/${pair}/merge`, { keep });
const familyOf = (id: number) => app.knex('binaan').where({ id }).first();
const clean = async () => {
  const found = [];
  for await (const difference of audit(app.knex)) found.push(difference);
  expect(found).toEqual([]);
};

describe('finding duplicates', () => {
  it('offers families of a desa that are alike, once', async () => {
    expect(await app.knex('family_duplicate').select('one', 'other', 'reason', 'status', 'branch')).toEqual([
      { one: kept, other: merged, reason: 'likeness', status: 'open', branch: books.branch },
    ]);
    expect(await findDuplicates(app.knex, books.branch)).toBe(0);
  });

  it('finds one KK in two branches and one VA in one, and tells the other branch no more than that', async () => {
    const neighbour = await makeBooks(app);
    const kk_number = testKk(900_001);
    const one = await makeFamily(app, { branch: books.branch, kk_number });
    const other = await makeFamily(app, { branch: neighbour.branch, kk_number, head_name: 'Rahasia' });
    const va_number = '8888899990000001';
    await makeFamily(app, { branch: books.branch, va_number });
    await makeFamily(app, { branch: books.branch, va_number });
    const { body } = await staff.post('/kader-jkn/duplicates/find', {});
    expect(body.data).toEqual({ found: 2 });

    const { body: listed } = await staff.get('/kader-jkn/duplicates');
    const found = listed.data.pairs.find(({ reason }: { reason: string }) => reason === 'kk');
    expect(found).toMatchObject({ one: { id: one, family: { kk_number } }, other: { id: other, family: null } });
    expect(JSON.stringify(listed)).not.toContain('Rahasia');
    const refused = await staff.post(`/kader-jkn/duplicates/${found.id}/merge`, { keep: one });
    expect(refused).toMatchObject({ status: 409, body: { errors: [{ extensions: { code: 'KADER_MERGE_REFUSED' } }] } });
  });
});

describe('merging', () => {
  it("counts the payments of both in the kept one's balance, each by its date, and moves none", async () => {
    const [before] = [await familyOf(kept)];
    await pay(merged);
    await pay(kept, { amount: 140_000 });
    await app.knex.raw('update binaan set listed_as_of = listed_as_of where id = ?', [kept]);
    expect((await merge()).body.data).toEqual({ id: pair, status: 'merged', kept });

    expect(await familyOf(kept)).toMatchObject({
      paid_amount: 210_000,
      paid_months: 3,
      owed_amount: before.owed_amount - 210_000,
      status: 'active',
      kader: books.kader,
    });
    expect(await familyOf(merged)).toMatchObject({
      status: 'merged',
      merged_into: kept,
      owed_amount: 0,
      owed_months: 0,
      kader: null,
    });
    expect(await app.knex('collection').where({ binaan: merged }).count()).toEqual([{ count: '1' }]);
    await clean();
  });

  it('ends the holding of the merged one and keeps its history', async () => {
    await merge();
    const holdings = await app.knex('assignment').where({ binaan: merged });
    expect(holdings).toMatchObject([{ kader: books.kader, to_date: expect.anything() }]);
  });

  it('does not count what was paid before the list of the kept one', async () => {
    await pay(merged, { paid_at: `${monthFromNow(-1)}-02T05:00:00Z` });
    await app
      .knex('binaan')
      .where({ id: kept })
      .update({ listed_as_of: `${monthFromNow(-1)}-25` });
    await app
      .knex('binaan')
      .where({ id: merged })
      .update({ listed_as_of: `${monthFromNow(-1)}-25` });
    await merge();
    expect(await familyOf(kept)).toMatchObject({ paid_amount: 0 });
    await clean();
  });

  it('counts anew from a newer list of the kept one', async () => {
    await pay(merged, { paid_at: momentIn(books.lastMonth) });
    await pay(merged);
    await merge();
    expect(await familyOf(kept)).toMatchObject({ paid_amount: 140_000 });
    await staff.patch(`/items/binaan/${kept}`, { listed_as_of: `${books.lastMonth}-20` });
    expect(await familyOf(kept)).toMatchObject({ paid_amount: 70_000 });
    await clean();
  });

  it('refuses new payments, contacts and holders of the merged one, with the family to record them for', async () => {
    await merge();
    const refusals = [
      await pay(merged),
      await staff.post('/items/activity', {
        binaan: merged,
        channel: 'visit',
        at: new Date().toISOString(),
        branch: books.branch,
        kader: books.kader,
        outcome: 'met',
        cap_reason: 'Uji',
      }),
      await app.admin.post('/items/assignment', {
        binaan: merged,
        kader: books.kader,
        from_date: `${books.thisMonth}-01`,
      }),
    ];
    for (const { status, body } of refusals) {
      expect({ status, body }).toMatchObject({
        status: 409,
        body: { errors: [{ extensions: { code: 'KADER_FAMILY_MERGED', kept } }] },
      });
    }
  });

  it('gives money that a machine reports for the merged one to the kept one', async () => {
    await merge();
    const bank = await app.login('integration', { branch: books.branch });
    const { va_number } = await familyOf(merged);
    for (const told of [{ binaan: merged }, { payer_ref: va_number }]) {
      const { status, body } = await bank.post('/items/collection', {
        ...{
          amount: 70_000,
          channel: 'va',
          source: 'bank-uji',
          external_ref: JSON.stringify(told),
          paid_at: momentIn(books.thisMonth, '01', '01:00:00Z'),
        },
        ...told,
      });
      expect(status, JSON.stringify(body)).toBeLessThan(300);
    }
    expect(await familyOf(kept)).toMatchObject({ paid_amount: 140_000 });
    await clean();
  });

  it('follows a reversal and a void of what the merged one paid', async () => {
    const { body } = await pay(merged, { paid_at: momentIn(books.lastMonth) });
    await closeMonth(app, books.branch, books.lastMonth);
    await pay(merged);
    const second = await app.knex('collection').where({ binaan: merged }).orderBy('id', 'desc').first('id');
    await merge();
    expect(await familyOf(kept)).toMatchObject({ paid_amount: 140_000 });
    await app.admin.patch(`/items/collection/${second.id}`, { status: 'void', void_reason: 'Uji' });
    expect(await familyOf(kept)).toMatchObject({ paid_amount: 70_000 });
    const id = body.data.id;
    const reversal = await app.admin.post('/items/collection', { reverses: id, amount: -70_000, void_reason: 'Uji' });
    expect(reversal.status, JSON.stringify(reversal.body)).toBe(200);
    expect(await familyOf(kept)).toMatchObject({ paid_amount: 0 });
    await clean();
  });

  it('is found by the audit where nobody decided it', async () => {
    await app.knex.transaction(async (trx) => {
      await trx.raw('set local session_replication_role = replica');
      await trx('binaan').where({ id: merged }).update({ status: 'merged', merged_into: kept });
    });
    const found = [];
    for await (const difference of audit(app.knex))
      found.push(`${difference.collection} ${difference.id} ${difference.field}`);
    expect(found).toContain(`binaan ${merged} merged_into`);
  });

  it('is not done by hand', async () => {
    for (const change of [{ status: 'merged' }, { merged_into: kept }, { status: 'merged', merged_into: kept }]) {
      const { status, body } = await app.admin.patch(`/items/binaan/${merged}`, change);
      expect({ status, body }).toMatchObject({
        status: 409,
        body: { errors: [{ extensions: { code: 'KADER_MERGE_BY_PAGE' } }] },
      });
    }
  });

  it('is refused to whoever does not decide, and for a pair of another branch', async () => {
    for (const role of ['kader', 'telekolekting', 'auditor', 'integration'] as const) {
      const client = await app.login(role, { branch: books.branch, ...(role === 'kader' && { kader: books.kader }) });
      expect((await merge(client)).status, role).toBeGreaterThanOrEqual(403);
      expect((await client.get('/kader-jkn/duplicates')).status, role).toBe(403);
    }
    const neighbour = await makeBooks(app);
    const stranger = await app.login('staff', { branch: neighbour.branch });
    expect((await merge(stranger)).body.errors[0].extensions.code).toBe('KADER_DUPLICATE_UNKNOWN');
    expect(await familyOf(merged)).toMatchObject({ status: 'active' });
  });

  it('keeps the family with the newest list', async () => {
    await app
      .knex('binaan')
      .where({ id: merged })
      .update({ listed_as_of: `${monthFromNow(-1)}-25` });
    const { body } = await merge();
    expect(body.errors[0]).toMatchObject({ extensions: { code: 'KADER_MERGE_REFUSED' } });
    expect((await merge(staff, merged)).body.data).toMatchObject({ kept: merged });
  });

  it('happens once, of two who decide at once', async () => {
    const answers = await Promise.all([merge(), merge(staff, merged)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    await clean();
  });
});

describe('a decision taken back', () => {
  const reopen = () => staff.post(`/kader-jkn/duplicates/${pair}/reopen`, {});

  it('makes two families of one again, with what each paid', async () => {
    await pay(merged);
    const before = await familyOf(merged);
    await merge();
    expect((await reopen()).body.data).toMatchObject({ status: 'open' });
    expect(await familyOf(merged)).toMatchObject({
      status: 'active',
      merged_into: null,
      kader: books.kader,
      owed_amount: before.owed_amount,
    });
    expect(await familyOf(kept)).toMatchObject({ paid_amount: 0 });
    await clean();
  });

  it('is refused while something rests on it', async () => {
    await merge();
    await pay(kept);
    expect((await reopen()).body.errors[0].extensions.code).toBe('KADER_MERGE_RESTS');
    expect(await familyOf(merged)).toMatchObject({ merged_into: kept });
  });

  it('is possible for two that were called different', async () => {
    await staff.post(`/kader-jkn/duplicates/${pair}/different`, { note: 'Kakak beradik' });
    expect((await merge()).status).toBe(200);
  });
});

describe('the check of a family', () => {
  it('compares its arrears with months × members × dues', async () => {
    const { body } = await staff.get(`/kader-jkn/families/${kept}/check`);
    expect(body.data).toMatchObject({ listed_amount: 700_000, expected_amount: 700_000, merged: [] });
    await merge();
    const { body: after } = await staff.get(`/kader-jkn/families/${kept}/check`);
    expect(after.data.merged).toEqual([{ id: merged, head_name: 'SITI AMINA' }]);
  });

  it('tells whoever may not see the KK number nothing of it', async () => {
    await app.knex('binaan').where({ id: kept }).update({ kk_number: '3372010101139001' });
    const auditor = await app.login('auditor');
    const { status, body } = await auditor.get(`/kader-jkn/families/${kept}/check`);
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ expected_amount: 700_000, kk_issued_in: null });
    const { body: toStaff } = await staff.get(`/kader-jkn/families/${kept}/check`);
    expect(toStaff.data.kk_issued_in).toContain('337201');
  });

  it('is refused to a kader who does not hold it', async () => {
    const neighbour = await makeBooks(app);
    const other = await app.login('kader', { branch: neighbour.branch, kader: neighbour.kader });
    expect((await other.get(`/kader-jkn/families/${kept}/check`)).status).toBe(404);
  });
});

describe('a number that cannot be', () => {
  it.each([
    ['kk_number', '3374013301139001'],
    ['va_number', '12'],
    ['head_nik', '3374010000009001'],
  ])('%s is refused with what is wrong', async (field, value) => {
    const { status, body } = await staff.patch(`/items/binaan/${kept}`, { [field]: value });
    expect({ status, body }).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: 'KADER_IDENTITY_INVALID', field } }] },
    });
  });

  it('is stored in digits alone', async () => {
    await staff.patch(`/items/binaan/${kept}`, { head_nik: '3374 0155 0580 9001' });
    expect(await familyOf(kept)).toMatchObject({ head_nik: '3374015505809001' });
  });
});
