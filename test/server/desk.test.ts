import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../harness/index.ts';
import { getDirectus, type TestDirectus } from '../harness/index.ts';
import { closeMonth } from './books-fixture.ts';

let app: TestDirectus;
let staff: Client;
let branch: number;
let kader: number;
let family: number;

beforeAll(async () => {
  app = await getDirectus();
});

/** `YYYY-MM` so many months before the present one. */
function monthsAgo(count: number): string {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - count, 1)).toISOString().slice(0, 7);
}

async function make(collectionName: string, record: object): Promise<number> {
  const { status, body } = await app.admin.post(`/items/${collectionName}`, record);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.data.id;
}

const kkNumber = '3372010101010012';

beforeEach(async () => {
  await app.reset();
  branch = await make('branch', { code: 'KC-A', name: 'KC A', timezone: 'Asia/Jakarta', first_month: monthsAgo(2) });
  kader = await make('kader', {
    code: 'A-01',
    name: 'Sri Contoh',
    branch,
    status: 'active',
    joined_on: `${monthsAgo(12)}-01`,
  });
  family = await make('binaan', {
    branch,
    kader,
    kk_number: kkNumber,
    head_name: 'Siti Contoh',
    members: 3,
    class: 3,
    phone: '0812-3456-789',
    listed_months: 12,
    listed_amount: 1_260_000,
    listed_as_of: `${monthsAgo(2)}-01`,
  });
  await make('commission_scheme', {
    name: 'Contoh',
    branch,
    effective_from: '2020-01-01',
    status: 'active',
    base: 'arrears',
    rules: [{ kind: 'percentage', months_from: 0, months_to: null, rate_bp: 2500 }],
  });
  staff = await app.login('staff', { branch });
});

function preview(client: Client, query: Record<string, string | number>) {
  return client.get(`/kader-jkn/preview?${new URLSearchParams(query as Record<string, string>)}`);
}

async function record(fields: object = {}): Promise<number> {
  const payment = { binaan: family, amount: 210_000, paid_at: new Date().toISOString(), channel: 'office', ...fields };
  const { status, body } = await staff.post('/items/collection', payment);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.data.id;
}

describe('preview of a payment', () => {
  it('shows the family and who holds it before an amount is typed', async () => {
    const { body } = await preview(staff, { binaan: family });
    expect(body.data).toMatchObject({
      family: { head_name: 'Siti Contoh', kk_masked: '••••••••••••0012', members: 3 },
      holder: { code: 'A-01', name: 'Sri Contoh' },
      price: null,
      refusal: null,
    });
  });

  it('prices exactly what recording stores, and stores nothing', async () => {
    const paid_at = new Date().toISOString();
    const { body } = await preview(staff, { binaan: family, amount: 210_000, paid_at });
    expect(await app.knex('collection').count()).toEqual([{ count: '0' }]);

    const id = await record({ paid_at });
    const { body: stored } = await staff.get(`/items/collection/${id}`);
    expect(body.data.price.commission).toBe(52_500);
    expect(stored.data).toMatchObject(body.data.price);
  });

  it('gives a refusal as part of the answer', async () => {
    const { status, body } = await preview(staff, { binaan: family, amount: 999_000_000 });
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ price: null, refusal: { code: 'KADER_AMOUNT_ABOVE_OWED' } });
  });

  it('warns of an equal payment on the same day, and still prices', async () => {
    const id = await record();
    const { body } = await preview(staff, { binaan: family, amount: 210_000 });
    expect(body.data.duplicate).toMatchObject({ id, amount: 210_000 });
    expect(body.data.price.commission).toBe(52_500);
  });

  it('names the parameter that cannot be read', async () => {
    const { status, body } = await preview(staff, { binaan: 'Siti' });
    expect(status).toBe(400);
    expect(body.errors[0].extensions).toMatchObject({ code: 'KADER_QUERY_INVALID', field: 'binaan' });
  });

  it('serves head, staff, the holding kader and administrators', async () => {
    const head = await app.login('head', { branch });
    const holder = await app.login('kader', { branch, kader });
    for (const client of [head, holder, app.admin]) {
      expect((await preview(client, { binaan: family, amount: 210_000 })).body.data.price.commission).toBe(52_500);
    }
  });

  it.each(['telekolekting', 'integration', 'auditor'] as const)('is not for %s', async (role) => {
    const { status, body } = await preview(await app.login(role, { branch }), { binaan: family, amount: 210_000 });
    expect([status, body.errors[0].extensions.code]).toEqual([403, 'KADER_NOT_ALLOWED']);
  });

  it("does not know another branch's or another kader's family, nor one that is not there", async () => {
    const elsewhere = await make('branch', {
      code: 'KC-B',
      name: 'KC B',
      timezone: 'Asia/Makassar',
      first_month: monthsAgo(2),
    });
    const other = await make('kader', { code: 'A-02', name: 'Budi Contoh', branch, status: 'active' });
    const stranger = await app.login('staff', { branch: elsewhere });
    const otherKader = await app.login('kader', { branch, kader: other });
    const answers = [
      await preview(stranger, { binaan: family, amount: 210_000 }),
      await preview(otherKader, { binaan: family, amount: 210_000 }),
      await preview(await app.login('staff'), { binaan: family, amount: 210_000 }),
      await preview(staff, { binaan: 999_999 }),
    ];
    for (const { status, body } of answers) {
      expect([status, body.errors[0].extensions.code]).toEqual([404, 'KADER_BINAAN_UNKNOWN']);
    }
  });

  it('asks who is not signed in to do so', async () => {
    expect((await preview(app.public, { binaan: family })).status).toBe(401);
  });
});

describe('receipt', () => {
  it('is a page that carries the amount in words and only the end of the KK number', async () => {
    const { status, body } = await staff.get(`/kader-jkn/collections/${await record()}/receipt`);
    expect(status).toBe(200);
    expect(body).toContain('Rp 210.000');
    expect(body).toContain('Dua ratus sepuluh ribu rupiah');
    expect(body).toContain('••••••••••••0012');
    expect(body).not.toContain(kkNumber);
    expect(body).not.toContain('52.500');
  });

  it('is a message with the number to send it to', async () => {
    const { body } = await staff.get(`/kader-jkn/collections/${await record()}/receipt?format=text`);
    expect(body.data.phone).toBe('628123456789');
    expect(body.data.text).toContain('Rp 210.000');
    expect(body.data.text).not.toContain(kkNumber);
  });

  it('is not given to another branch, another kader, or who is not signed in', async () => {
    const path = `/kader-jkn/collections/${await record()}/receipt`;
    const elsewhere = await make('branch', {
      code: 'KC-B',
      name: 'KC B',
      timezone: 'Asia/Jakarta',
      first_month: monthsAgo(2),
    });
    const other = await make('kader', { code: 'A-02', name: 'Budi Contoh', branch, status: 'active' });
    expect((await (await app.login('staff', { branch: elsewhere })).get(path)).status).toBe(404);
    expect((await (await app.login('kader', { branch, kader: other })).get(path)).status).toBe(404);
    expect((await (await app.login('telekolekting', { branch })).get(path)).status).toBe(404);
    expect((await app.public.get(path)).status).toBe(401);
  });
});

describe('correction', () => {
  const pathOf = (id: number) => `/kader-jkn/collections/${id}/correction`;

  it('shows a void in an open month, then does what it showed', async () => {
    const id = await record();
    const { body: shown } = await staff.get(pathOf(id));
    expect(shown.data).toMatchObject({ action: 'void', amount: 210_000, left: 210_000, commission: 52_500 });

    const { body } = await staff.post(pathOf(id), { reason: 'Salah jumlah', action: shown.data.action });
    expect(body.data).toEqual({ action: 'void', id });
    const { body: stored } = await staff.get(`/items/collection/${id}`);
    expect(stored.data).toMatchObject({ status: 'void', void_reason: 'Salah jumlah', voided_by: staff.id });
  });

  it('shows a part of a closed month going back, then reverses exactly that', async () => {
    const month = monthsAgo(2);
    const id = await record({ paid_at: `${month}-15T05:00:00Z` });
    await closeMonth(app, branch, month);
    const { body: shown } = await staff.get(`${pathOf(id)}?amount=110000`);
    expect(shown.data).toMatchObject({
      action: 'reversal',
      amount: 110_000,
      left: 210_000,
      commission: 27_500,
      month: monthsAgo(1),
      original_month: month,
    });

    const { body: done } = await staff.post(pathOf(id), {
      reason: 'Salah jumlah',
      action: 'reversal',
      amount: 110_000,
    });
    const { body: made } = await staff.get(`/items/collection/${done.data.id}`);
    expect(made.data).toMatchObject({ reverses: id, amount: -110_000, commission: -27_500, month: monthsAgo(1) });
    const { body: page } = await staff.get(`/kader-jkn/collections/${done.data.id}/receipt`);
    expect(page).toContain(`PEMBALIKAN atas penerimaan nomor ${id}`);
  });

  it('is not done where it is no longer what was shown', async () => {
    const month = monthsAgo(2);
    const id = await record({ paid_at: `${month}-15T05:00:00Z` });
    await closeMonth(app, branch, month);
    const { status, body } = await staff.post(pathOf(id), { reason: 'Salah jumlah', action: 'void' });
    expect([status, body.errors[0].extensions.code]).toEqual([409, 'KADER_PERIOD_CLOSED']);
  });

  it('asks for a reason', async () => {
    const id = await record();
    for (const body of [undefined, {}, { reason: '  ' }]) {
      const answer = await staff.post(pathOf(id), body);
      expect([answer.status, answer.body.errors[0].extensions.code]).toEqual([400, 'KADER_REASON_REQUIRED']);
    }
    expect((await staff.get(`/items/collection/${id}`)).body.data.status).toBe('recorded');
  });

  it('is not for kader, auditor or another branch', async () => {
    const id = await record();
    const elsewhere = await make('branch', {
      code: 'KC-B',
      name: 'KC B',
      timezone: 'Asia/Jakarta',
      first_month: monthsAgo(2),
    });
    const clients = [
      await app.login('kader', { branch, kader }),
      await app.login('auditor'),
      await app.login('staff', { branch: elsewhere }),
    ];
    for (const client of clients) {
      expect([403, 404]).toContain((await client.post(pathOf(id), { reason: 'Coba' })).status);
    }
    expect((await app.public.post(pathOf(id), { reason: 'Coba' })).status).toBe(401);
    expect((await staff.get(`/items/collection/${id}`)).body.data.status).toBe('recorded');
  });

  it('is refused a second time', async () => {
    const id = await record();
    await staff.post(pathOf(id), { reason: 'Salah jumlah' });
    const { status, body } = await staff.get(pathOf(id));
    expect([status, body.errors[0].extensions.code]).toEqual([409, 'KADER_REVERSAL_INVALID']);
  });
});
