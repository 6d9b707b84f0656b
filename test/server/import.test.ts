import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { type BooksFixture, makeBooks, monthFromNow } from './books-fixture.ts';

let app: TestDirectus;
let books: BooksFixture;
let staff: Client;

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  books = await makeBooks(app);
  staff = await app.login('staff', { branch: books.branch });
});

async function upload(client: Client, name: string, lines: string[]) {
  const form = new FormData();
  form.append('file', new Blob([lines.join('\n')], { type: 'text/csv' }), 'daftar.csv');
  const response = await fetch(new URL(`/utils/import/${name}`, app.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${client.token}` },
    body: form,
  });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : null };
}

describe("Directus's own import", () => {
  it('loads the families of a branch, and their assignments arise', async () => {
    const asOf = `${monthFromNow(-2)}-25`;
    const answer = await upload(staff, 'binaan', [
      'kk_number,va_number,head_name,members,class,kader,listed_months,listed_amount,listed_as_of',
      `3372010101139001,8888801000000001,Budi Uji,3,3,${books.kader},12,1260000,${asOf}`,
      `3372010101139002,8888802000000002,Siti Uji,2,2,,5,1000000,${asOf}`,
    ]);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    const families = await app.knex('binaan').whereLike('head_name', '% Uji').orderBy('kk_number');
    expect(families).toMatchObject([
      { branch: books.branch, kader: books.kader, status: 'active', accrued_months: expect.any(Number) },
      { branch: books.branch, kader: null },
    ]);
    expect(families[0].accrued_months).toBeGreaterThan(0);
    expect(families[0].owed_amount).toBe(1_260_000 + families[0].accrued_amount);
    expect(await app.knex('assignment').where({ binaan: families[0].id })).toMatchObject([
      { kader: books.kader, branch: books.branch, reason: 'import', to_date: null },
    ]);
  });

  it('prices the payments of a file, where every value is text, and stores none when one is refused', async () => {
    const header = 'binaan,amount,paid_at,channel';
    const line = (amount: string) => `${books.family},${amount},${books.thisMonth}-02 10:00,office`;
    const refused = await upload(staff, 'collection', [header, line('70000'), line('sejuta')]);
    expect(JSON.stringify(refused.body)).toContain('KADER_AMOUNT_INVALID');
    expect(await app.knex('collection').where({ binaan: books.family })).toEqual([]);

    const taken = await upload(staff, 'collection', [header, line('70000'), line('140000')]);
    expect(taken.status, JSON.stringify(taken.body)).toBe(200);
    const stored = await app.knex('collection').where({ binaan: books.family }).orderBy('amount');
    expect(stored).toMatchObject([
      { amount: 70_000, commission: 10_500, kader: books.kader },
      { amount: 140_000, commission: 21_000, kader: books.kader },
    ]);
    // a time without a zone is the branch's own
    expect(stored[0].paid_at.toISOString()).toBe(`${books.thisMonth}-02T03:00:00.000Z`);
  });
});
