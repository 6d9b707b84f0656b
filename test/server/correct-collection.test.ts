import type { Accountability } from '@directus/types';
import { beforeAll, describe, expect, it } from 'vitest';
import { roleIds } from '../../extensions/kader-jkn/src/contract/access.ts';
import {
  type CorrectionContext,
  correctCollection,
  previewCorrection,
} from '../../extensions/kader-jkn/src/server/correct-collection.ts';
import { type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { type BooksFixture, closeMonth, makeBooks, makeFamily, momentIn } from './books-fixture.ts';

let app: TestDirectus;
let books: BooksFixture;
let staff: Client;

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  books = await makeBooks(app);
  staff = await app.login('staff', { branch: books.branch });
});

async function as({ id }: Client): Promise<CorrectionContext> {
  const roles = [roleIds.staff];
  const accountability: Accountability = { user: id, role: roleIds.staff, roles, admin: false, app: true, ip: null };
  return { services: app.services(), database: app.knex, schema: await app.schema(), accountability };
}

async function record(amount: number, month = books.thisMonth): Promise<number> {
  const binaan = await makeFamily(app, { branch: books.branch, kader: books.kader });
  const { body } = await staff.post('/items/collection', { binaan, amount, paid_at: momentIn(month) });
  return body.data.id;
}

describe('a correction', () => {
  it('voids in an open month, after showing it', async () => {
    const id = await record(70_000);
    const context = await as(staff);
    expect(await previewCorrection(context, { id })).toMatchObject({
      action: 'void',
      amount: 70_000,
      month: books.thisMonth,
      commission: 10_500,
    });
    expect(await correctCollection(context, { id, reason: 'Salah keluarga.' })).toEqual({ action: 'void', id });
    expect(await app.knex('collection').where({ id }).first()).toMatchObject({
      status: 'void',
      void_reason: 'Salah keluarga.',
      voided_by: staff.id,
    });
    await expect(previewCorrection(context, { id })).rejects.toMatchObject({ code: 'KADER_REVERSAL_INVALID' });
  });

  it('needs a reason', async () => {
    const id = await record(70_000);
    await expect(correctCollection(await as(staff), { id, reason: ' ' })).rejects.toMatchObject({
      code: 'KADER_REASON_REQUIRED',
    });
  });

  it('reverses in a closed month, in part and then the rest', async () => {
    const id = await record(140_000, books.lastMonth);
    await closeMonth(app, books.branch, books.lastMonth);
    const context = await as(staff);
    expect(await previewCorrection(context, { id, amount: 70_000 })).toMatchObject({
      action: 'reversal',
      amount: 70_000,
      left: 140_000,
      commission: 10_500,
      month: books.thisMonth,
    });
    const part = await correctCollection(context, { id, amount: '70000', reason: 'Separuh.' });
    expect(part.action).toBe('reversal');
    expect(await previewCorrection(context, { id })).toMatchObject({
      action: 'reversal',
      amount: 70_000,
      left: 70_000,
    });
    await expect(correctCollection(context, { id, amount: 70_001, reason: 'Lebih.' })).rejects.toMatchObject({
      code: 'KADER_ALREADY_REVERSED',
    });
    await correctCollection(context, { id, reason: 'Sisanya.' });
    const [left] = await app.knex('collection').where({ id }).orWhere({ reverses: id }).sum('amount');
    expect(Number(left?.['sum'])).toBe(0);
  });

  it('however often it is pressed or raced never takes back more than was received, at the original rate', async () => {
    const other = await makeBooks(app);
    const clerks = [
      await app.login('staff', { branch: other.branch }),
      await app.login('head', { branch: other.branch }),
    ];
    const binaan = await makeFamily(app, { branch: other.branch, kader: other.kader });
    const told = { binaan, amount: 140_000, paid_at: momentIn(other.lastMonth) };
    const { body } = await app.admin.post('/items/collection', told);
    const { id } = body.data;
    await closeMonth(app, other.branch, other.lastMonth);
    await app.admin.post('/items/commission_scheme', {
      name: 'Skema baru',
      branch: other.branch,
      effective_from: `${other.thisMonth}-01`,
      status: 'active',
      base: 'arrears',
      rules: [{ kind: 'percentage', months_from: 0, rate_bp: 100, sort: 1 }],
    });

    const presses = [60_000, undefined, 60_000, undefined, 60_000, 140_000, undefined, 60_000];
    const answers = await Promise.all(
      presses.map((amount, press) =>
        (clerks[press % 2] ?? staff).post(`/kader-jkn/collections/${id}/correction`, { reason: 'Balapan', amount }),
      ),
    );
    const refused = answers.filter(({ status }) => status !== 200);
    expect(new Set(refused.map((answer) => answer.body.errors[0].extensions.code))).toEqual(
      new Set(['KADER_ALREADY_REVERSED']),
    );
    await clerks[0]?.post(`/kader-jkn/collections/${id}/correction`, { reason: 'Sisanya' });
    const [all] = await app.knex('collection').where({ id }).orWhere({ reverses: id }).sum({
      amount: 'amount',
      commission: 'commission',
      base: 'base',
    });
    expect(all).toEqual({ amount: '0', commission: '0', base: '0' });
    expect(new Set(await app.knex('collection').where({ reverses: id }).pluck('rate_bp'))).toEqual(new Set([1500]));
    const again = await clerks[1]?.post(`/kader-jkn/collections/${id}/correction`, { reason: 'Sekali lagi' });
    expect(again?.body.errors[0].extensions).toMatchObject({ code: 'KADER_ALREADY_REVERSED', left: 0 });
  });

  it('of an open month raced voids once', async () => {
    const id = await record(70_000);
    const context = await as(staff);
    const pressed = await Promise.allSettled(
      Array.from({ length: 6 }, () => correctCollection(context, { id, reason: 'Balapan' })),
    );
    expect(pressed.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(1);
    const stored = await app.knex('collection').where({ id }).orWhere({ reverses: id });
    expect(stored).toHaveLength(1);
    expect(stored[0]).toMatchObject({ status: 'void', void_reason: 'Balapan' });
  });

  it('of something else than what was shown is refused', async () => {
    const id = await record(70_000);
    await expect(
      correctCollection(await as(staff), { id, reason: 'Salah.', action: 'reversal' }),
    ).rejects.toMatchObject({ code: 'KADER_PERIOD_CLOSED' });
  });

  it('of another branch is not even seen', async () => {
    const id = await record(70_000);
    const other = await makeBooks(app);
    const stranger = await app.login('staff', { branch: other.branch });
    await expect(previewCorrection(await as(stranger), { id })).rejects.toMatchObject({ code: 'KADER_BINAAN_UNKNOWN' });
  });
});
