import type { Id } from '../../extensions/kader-jkn/src/contract/records.ts';
import type { Client, TestDirectus } from '../harness/index.ts';
import { type BooksFixture, closeMonth, makeBooks, makeFamily, makeKader, momentIn } from './books-fixture.ts';

/** A branch with targets, four kader and two months of payments: last month closed, this one open. */
export interface MonevFixture extends BooksFixture {
  regency: Id;
  /** other kecamatan, with `idle` in it */
  otherDistrict: Id;
  /** target 100,000 a month: 140,000 last month and 70,000 this month */
  above: Id;
  /** own target 70,000 a month: exactly that last month, and 70,000 this month of which all was reversed */
  exact: Id;
  /** target 100,000 a month: nothing at all */
  idle: Id;
  /** joined this month */
  fresh: Id;
}

export const eachTarget = 100_000;
export const ownTarget = 70_000;

export async function makeMonev(app: TestDirectus): Promise<MonevFixture> {
  const books = await makeBooks(app, false);
  const { branch, district, village, lastMonth, thisMonth } = books;
  const { parent: regency, code } = await app.knex('area').where({ id: district }).first();
  const otherDistrict = await make(app, 'area', {
    level: 'district',
    code: `${code.slice(0, 5)}.02`,
    name: 'Kecamatan lain',
    parent: regency,
  });
  const idle = await makeKader(app, { branch, district: otherDistrict, name: 'Tanpa Penerimaan' });
  const exact = await makeKader(app, { branch, district, name: 'Tepat Target' });
  const fresh = await makeKader(app, { branch, district, name: 'Baru Bergabung', joined_on: `${thisMonth}-01` });
  await app.knex('kader').where({ id: books.kader }).update({ name: 'Di Atas Target' });
  const target = {
    branch,
    measure: 'collection',
    month_from: lastMonth,
    month_to: thisMonth,
    per: 'month',
    adds_up: 'sum',
  };
  await make(app, 'target', { ...target, scope: 'each_kader', value: eachTarget });
  await make(app, 'target', { ...target, scope: 'whole', kader: exact, value: ownTarget });
  await make(app, 'target', {
    ...target,
    measure: 'families_visited',
    scope: 'whole',
    per: 'span',
    adds_up: 'distinct',
    value: 10,
  });
  await make(app, 'target', { ...target, measure: 'kader', scope: 'whole', per: 'span', adds_up: 'level', value: 8 });

  const staff = await app.login('staff', { branch });
  const mine = await makeFamily(app, { branch, kader: books.kader, area: village });
  const theirs = await makeFamily(app, { branch, kader: exact, area: village });
  await makeFamily(app, { branch, kader: idle, area: village });
  await pay(staff, mine, 70_000, lastMonth, '03');
  await pay(staff, books.family, 70_000, lastMonth, '04');
  const wrong = await pay(staff, mine, 70_000, lastMonth, '05');
  await must(staff.patch(`/items/collection/${wrong}`, { status: 'void', void_reason: 'Salah catat.' }));
  const reversed = await pay(staff, theirs, 70_000, lastMonth, '06');
  await closeMonth(app, branch, lastMonth);
  await pay(staff, mine, 70_000, thisMonth, '01');
  await pay(staff, theirs, 70_000, thisMonth, '01');
  await must(staff.post('/items/collection', { reverses: reversed, void_reason: 'Dana ditarik kembali.' }));

  const visit = (binaan: Id, kader: Id, month: string, day: string) =>
    make(app, 'activity', { branch, binaan, kader, at: momentIn(month, day), channel: 'visit', outcome: 'met' });
  await visit(mine, books.kader, lastMonth, '03');
  await visit(mine, books.kader, lastMonth, '09');
  await visit(mine, exact, lastMonth, '10');
  await visit(theirs, exact, lastMonth, '10');
  return { ...books, regency, otherDistrict, above: books.kader, exact, idle, fresh };
}

async function pay(staff: Client, binaan: Id, amount: number, month: string, day: string): Promise<Id> {
  const { data } = await must(
    staff.post('/items/collection', { binaan, amount, paid_at: momentIn(month, day, '01:00:00Z'), kind: 'arrears' }),
  );
  return data.id;
}

async function make(app: TestDirectus, name: string, fields: Record<string, unknown>): Promise<Id> {
  const { data } = await must(app.admin.post(`/items/${name}`, fields));
  return data.id;
}

async function must(asked: ReturnType<Client['post']>) {
  const { status, body } = await asked;
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
}
