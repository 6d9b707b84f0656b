import { beforeAll, describe, expect, it } from 'vitest';
import { audit, type Difference } from '../../extensions/kader-jkn/src/server/audit.ts';
import { recordCollections } from '../../extensions/kader-jkn/src/server/record-collections.ts';
import { refreshArrears } from '../../extensions/kader-jkn/src/server/refresh-arrears.ts';
import { type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { type BooksFixture, makeBooks, makeFamily, momentIn, monthFromNow } from './books-fixture.ts';
import { makePartner, makeProgramme, pay } from './programme-fixture.ts';

let app: TestDirectus;
let books: BooksFixture;
let staff: Client;

/** One member of class I, two of class III: 150,000 + 2 × 35,000 a month. */
const mixed = { members: 3, class: 1, members_1: 1, members_2: 0, members_3: 2 };
const monthly = 220_000;

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  books = await makeBooks(app);
  staff = await app.login('staff', { branch: books.branch });
});

async function family(fields: Record<string, unknown> = {}): Promise<number> {
  return await makeFamily(app, {
    ...{ branch: books.branch, kader: books.kader, area: books.village },
    ...{ listed_months: 4, listed_amount: 4 * monthly, ...mixed },
    ...fields,
  });
}

async function found(): Promise<string[]> {
  const differences: Difference[] = [];
  for await (const one of audit(app.knex)) differences.push(one);
  return differences.map(({ collection, id, field }) => `${collection} ${id} ${field}`);
}

const stored = async (id: number) => await app.knex('collection').where({ id }).first();

describe('a family whose members are of different classes', () => {
  it('accrues the dues of each class', async () => {
    const id = await family({ listed_as_of: `${monthFromNow(-3)}-25` });
    await refreshArrears(app.knex, new Date());
    const { accrued_months, accrued_amount } = await app.knex('binaan').where({ id }).first();
    expect(accrued_months).toBeGreaterThan(0);
    expect(accrued_amount).toBe(accrued_months * monthly);
  });

  it('accrues anew when its classes change', async () => {
    const id = await family({ listed_as_of: `${monthFromNow(-3)}-25` });
    const { status } = await staff.patch(`/items/binaan/${id}`, { members_1: 2, members_3: 1 });
    expect(status).toBe(200);
    const { accrued_months, accrued_amount } = await app.knex('binaan').where({ id }).first();
    expect(accrued_amount).toBe(accrued_months * (2 * 150_000 + 35_000));
  });

  it('pays whole months of all of them, and the split says what each class paid', async () => {
    const binaan = await family();
    const told = { binaan, amount: 2 * monthly + 20_000, paid_at: momentIn(books.thisMonth) };
    const preview = await staff.get(`/kader-jkn/preview?${new URLSearchParams(told as never)}`);
    const { body } = await staff.post('/items/collection', told);
    const { split, months_covered } = await stored(body.data.id);
    expect(months_covered).toBe(2);
    expect(split).toMatchObject({
      carried: 0,
      rest: 20_000,
      parts: [
        {
          months: 2,
          amount: 440_000,
          shares: [
            { class: 1, members: 1, each: 150_000, amount: 300_000 },
            { class: 3, members: 2, each: 35_000, amount: 140_000 },
          ],
        },
      ],
    });
    expect(preview.body.data.price.split).toEqual(split);
    expect(preview.body.data.family.mixed).toEqual([1, 0, 2]);
  });

  it('is told on the receipt, on paper and as text', async () => {
    const { body } = await staff.post('/items/collection', {
      ...{ binaan: await family(), amount: monthly, paid_at: momentIn(books.thisMonth) },
    });
    const path = `/kader-jkn/collections/${body.data.id}/receipt`;
    const line = '1 peserta kelas I × 1 bulan × Rp 150.000 + 2 peserta kelas III × 1 bulan × Rp 35.000 = Rp 220.000';
    expect((await staff.get(`${path}?format=text`)).body.data.text).toContain(line);
    expect((await staff.get(path)).body.replaceAll('\u00a0', ' ')).toContain(line);
  });

  it('is priced in bulk as one by one', async () => {
    const [one, other] = [await family(), await family()];
    const amounts = [300_000, 140_000, 230_000];
    const paid = amounts.map((amount, index) => ({ amount, paid_at: momentIn(books.lastMonth, `0${index + 2}`) }));
    const options = { branch: books.branch, by: 'staff', user: staff.id, now: new Date() } as const;
    const ids = await recordCollections(
      app.knex,
      paid.map((payment) => ({ ...payment, binaan: one })),
      options,
    );
    for (const [index, payment] of paid.entries()) {
      const { body } = await staff.post('/items/collection', { ...payment, binaan: other });
      const [bulk, single] = [await stored(ids[index] ?? 0), await stored(body.data.id)];
      expect(bulk.split).toEqual(single.split);
      expect([bulk.months_covered, bulk.commission]).toEqual([single.months_covered, single.commission]);
    }
  });

  it('counts all its members where a scheme pays a sum a participant', async () => {
    const programme = await makeProgramme(app, {
      rules: [{ kind: 'flat_participant', months_from: 1, months_to: null, amount: 2_500, sort: 3 }],
    });
    const { kader } = await makePartner(app, programme, 0);
    const binaan = await family({ branch: programme.branch, kader, area: null });
    const { commission } = await stored(await pay(programme, binaan, programme.months.at(-1), monthly, '01'));
    expect(commission).toBe(22_000 + 3 * 2_500);
  });

  it.each([
    ['two of them not told', { members_1: 1, members_2: null, members_3: null }],
    ['they are not all its members', { members_1: 1, members_2: 0, members_3: 1 }],
    ['they are of one class after all', { members_1: 3, members_2: 0, members_3: 0 }],
  ])('is refused where %s', async (_, told) => {
    const { status, body } = await staff.patch(`/items/binaan/${await family()}`, told);
    expect([status, body.errors[0].extensions.code]).toEqual([400, 'KADER_MEMBERS_BY_CLASS']);
  });

  it('leaves nothing for the audit', async () => {
    expect(await found()).toEqual([]);
  });
});

it('keeps the split as it was recorded', async () => {
  const { body } = await staff.post('/items/collection', {
    ...{ binaan: await family(), amount: monthly, paid_at: momentIn(books.thisMonth) },
  });
  const { status, body: refused } = await app.admin.patch(`/items/collection/${body.data.id}`, { split: null });
  expect([status, refused.errors?.[0].extensions]).toMatchObject([409, { code: 'KADER_RECORD_FIXED', field: 'split' }]);
  await expect(app.knex('collection').where({ id: body.data.id }).update({ split: null })).rejects.toThrow(
    'KADER_RECORD_FIXED',
  );
});
