import { beforeAll, describe, expect, it } from 'vitest';
import { recordCollections } from '../../extensions/kader-jkn/src/server/record-collections.ts';
import { getDirectus, type TestDirectus } from '../harness/index.ts';
import { type BooksFixture, makeBooks, makeFamily, momentIn, testKk } from './books-fixture.ts';

let app: TestDirectus;
let books: BooksFixture;

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  books = await makeBooks(app);
});

const priced = [
  'kader',
  'month',
  'paid_month',
  'late',
  'months_owed',
  'months_covered',
  'scheme',
  'rule',
  'rate_bp',
  'base',
  'commission',
  'explanation',
  'status',
  'pay_month',
];

describe('many payments at once', () => {
  it('are priced as one by one, in the order they were paid', async () => {
    const staff = await app.login('staff', { branch: books.branch });
    const [single, bulk] = [
      await makeFamily(app, { branch: books.branch, kader: books.kader }),
      await makeFamily(app, { branch: books.branch, kader: books.kader }),
    ];
    const payments = [
      { amount: 100_000, paid_at: momentIn(books.lastMonth, '03') },
      { amount: 250_000, paid_at: momentIn(books.lastMonth, '08') },
      { amount: 40_000, paid_at: momentIn(books.thisMonth, '02') },
    ];
    for (const payment of payments) await staff.post('/items/collection', { binaan: single, ...payment });
    const told = payments.map((payment) => ({ binaan: bulk, ...payment })).reverse();
    const ids = await recordCollections(app.knex, told, {
      branch: books.branch,
      by: 'staff',
      user: staff.id,
      now: new Date(),
    });
    const oneByOne = await app.knex('collection').where({ binaan: single }).orderBy('paid_at').select(priced);
    const atOnce = await app.knex('collection').where({ binaan: bulk }).orderBy('paid_at').select(priced);
    expect(oneByOne).toHaveLength(3);
    expect(atOnce).toEqual(oneByOne);
    const last = await app.knex('collection').where({ id: ids[0] }).first();
    expect(last).toMatchObject({ amount: 40_000, user_created: staff.id, source: 'staff' });
    const account = ['paid_amount', 'paid_months', 'owed_amount'];
    expect(await app.knex('binaan').where({ id: bulk }).first(account)).toEqual(
      await app.knex('binaan').where({ id: single }).first(account),
    );
  });

  it('are refused together, naming the row', async () => {
    const binaan = await makeFamily(app, { branch: books.branch, kader: books.kader });
    const told = [70_000, 9_000_000].map((amount) => ({ binaan, amount, paid_at: momentIn(books.thisMonth) }));
    const options = { branch: books.branch, by: 'staff', user: null, now: new Date() } as const;
    await expect(recordCollections(app.knex, told, options)).rejects.toMatchObject({
      code: 'KADER_AMOUNT_ABOVE_OWED',
      extensions: { row: 1 },
    });
    expect(await app.knex('collection').where({ binaan })).toEqual([]);
  });

  it('take ten thousand in seconds', async () => {
    const rows = Array.from({ length: 1000 }, (_, index) => ({
      branch: books.branch,
      kader: books.kader,
      kk_number: testKk(100_000 + index),
      head_name: `Keluarga ${index}`,
      members: 3,
      class: 3,
      status: 'active',
      source: 'list',
      listed_months: 12,
      listed_amount: 1_260_000,
      listed_as_of: `${books.lastMonth}-01`,
    }));
    const families = (await app.knex('binaan').insert(rows).returning('id')).map(({ id }) => id);
    const told = Array.from({ length: 10_000 }, (_, index) => ({
      binaan: families[index % 1000] ?? 0,
      amount: 105_000,
      paid_at: momentIn(books.lastMonth, String(2 + Math.floor(index / 1000)).padStart(2, '0')),
    }));
    const start = performance.now();
    const ids = await recordCollections(app.knex, told, {
      branch: books.branch,
      by: 'staff',
      user: null,
      now: new Date(),
    });
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(new Set(ids).size).toBe(10_000);
    const [settled] = await app
      .knex('binaan')
      .whereIn('id', families)
      .where({ paid_amount: 1_050_000, paid_months: 10 })
      .count();
    expect(Number(settled?.['count'])).toBe(1000);
  });
});
