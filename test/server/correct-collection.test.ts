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
