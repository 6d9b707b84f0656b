import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { type BooksFixture, closeMonth, makeBooks, makeFamily, momentIn } from './books-fixture.ts';

let app: TestDirectus;
let books: BooksFixture;
let staff: Client;
let head: Client;
let kader: Client;

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  books = await makeBooks(app);
  staff = await app.login('staff', { branch: books.branch });
  head = await app.login('head', { branch: books.branch });
  kader = await app.login('kader', { branch: books.branch, kader: books.kader });
});

async function record(client: Client, fields: Record<string, unknown> = {}): Promise<number> {
  const binaan =
    fields['binaan'] ?? (await makeFamily(app, { branch: books.branch, kader: books.kader, area: books.village }));
  const told = { amount: 70_000, paid_at: momentIn(books.thisMonth), ...fields, binaan };
  const { status, body } = await client.post('/items/collection', told);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.data.id;
}

async function stored(id: number) {
  return await app.knex('collection').where({ id }).first();
}

function codeOf({ body }: { body: { errors?: { extensions: { code: string } }[] } }): string | undefined {
  return body.errors?.[0]?.extensions.code;
}

describe('a recorded collection', () => {
  it.each([
    ['amount', 1],
    ['paid_at', '2026-01-01T00:00:00Z'],
    ['binaan', 9_999],
    ['commission', 1],
    ['kader', 9_999],
    ['month', '2020-01'],
    ['external_ref', 'X'],
  ])('keeps its %s, whoever asks', async (field, value) => {
    const id = await record(staff);
    const before = await stored(id);
    for (const client of [app.admin, head]) {
      const answer = await client.patch(`/items/collection/${id}`, { [field]: value });
      expect([answer.status, codeOf(answer)]).toEqual([409, 'KADER_RECORD_FIXED']);
    }
    await expect(
      app
        .knex('collection')
        .where({ id })
        .update({ [field]: value }),
    ).rejects.toThrow('KADER_RECORD_FIXED');
    expect(await stored(id)).toEqual(before);
  });

  it('is never deleted', async () => {
    const id = await record(staff);
    const asked = await app.admin.delete(`/items/collection/${id}`);
    expect([asked.status, codeOf(asked)]).toEqual([409, 'KADER_RECORD_KEPT']);
    for (const client of [head, staff]) {
      const answer = await client.delete(`/items/collection/${id}`);
      expect([answer.status, codeOf(answer)]).toEqual([403, 'FORBIDDEN']);
    }
    await expect(app.knex('collection').where({ id }).delete()).rejects.toThrow('KADER_RECORD_KEPT');
    await expect(app.knex.raw('truncate collection cascade')).rejects.toThrow('KADER_RECORD_KEPT');
  });

  it('is never forged past our code', async () => {
    const copy = await stored(await record(staff));
    const { id: _, ...row } = copy;
    await expect(app.knex('collection').insert({ ...row, commission: 999_999 })).rejects.toThrow('KADER_NOT_PRICED');
  });

  it('keeps its note open for people', async () => {
    const id = await record(staff);
    expect((await staff.patch(`/items/collection/${id}`, { note: 'Uang pas.' })).status).toBe(200);
  });

  it('outlives the user who recorded it', async () => {
    const leaver = await app.login('staff', { branch: books.branch });
    const id = await record(leaver);
    expect((await app.admin.delete(`/users/${leaver.id}`)).status).toBe(204);
    expect(await stored(id)).toMatchObject({ user_created: null });
  });
});

describe('verification', () => {
  it('is by somebody else than the recorder, and makes it payable', async () => {
    const id = await record(staff);
    const own = await staff.patch(`/items/collection/${id}`, { status: 'verified' });
    expect([own.status, codeOf(own)]).toEqual([403, 'KADER_SELF_VERIFY']);
    const forged = {
      status: 'verified',
      verified_by: staff.id,
      verified_at: '2020-01-01T00:00:00Z',
      pay_month: '2020-01',
    };
    const verified = await head.patch(`/items/collection/${id}`, forged);
    expect(verified.status, JSON.stringify(verified.body)).toBe(200);
    const row = await stored(id);
    expect(row).toMatchObject({ status: 'verified', verified_by: head.id, pay_month: books.thisMonth });
    expect(row.verified_at.getFullYear()).toBeGreaterThan(2020);
  });

  it("is not a kader's", async () => {
    const id = await record(kader);
    expect((await kader.patch(`/items/collection/${id}`, { status: 'verified' })).status).toBe(403);
    expect(await stored(id)).toMatchObject({ status: 'recorded' });
  });

  it('is not needed where the policy asks for none', async () => {
    const other = await makeBooks(app, false);
    const clerk = await app.login('staff', { branch: other.branch });
    const id = await record(clerk, { binaan: other.family });
    expect(await stored(id)).toMatchObject({ status: 'recorded', pay_month: other.thisMonth });
  });

  it('goes one way', async () => {
    const id = await record(staff);
    await head.patch(`/items/collection/${id}`, { status: 'verified' });
    const back = await head.patch(`/items/collection/${id}`, { status: 'recorded' });
    expect([back.status, codeOf(back)]).toEqual([409, 'KADER_TRANSITION']);
  });
});

describe('a void', () => {
  it('needs a reason, gives the family its debt back, and names who and when', async () => {
    const binaan = await makeFamily(app, { branch: books.branch, kader: books.kader });
    const id = await record(staff, { binaan });
    const bare = await head.patch(`/items/collection/${id}`, { status: 'void' });
    expect([bare.status, codeOf(bare)]).toEqual([400, 'KADER_REASON_REQUIRED']);
    const done = await head.patch(`/items/collection/${id}`, { status: 'void', void_reason: 'Salah keluarga.' });
    expect(done.status, JSON.stringify(done.body)).toBe(200);
    expect(await stored(id)).toMatchObject({ status: 'void', voided_by: head.id, pay_month: null });
    expect(await app.knex('binaan').where({ id: binaan }).first()).toMatchObject({ paid_amount: 0, paid_months: 0 });
  });

  it('is final', async () => {
    const id = await record(staff);
    await head.patch(`/items/collection/${id}`, { status: 'void', void_reason: 'Salah.' });
    const back = await head.patch(`/items/collection/${id}`, { status: 'recorded' });
    expect(codeOf(back)).toBe('KADER_TRANSITION');
  });
});

describe('a closed month', () => {
  let closed: BooksFixture;
  let clerk: Client;
  let chief: Client;
  let id: number;

  beforeAll(async () => {
    closed = await makeBooks(app);
    clerk = await app.login('staff', { branch: closed.branch });
    chief = await app.login('head', { branch: closed.branch });
    id = await record(clerk, { binaan: closed.family, amount: 210_000, paid_at: momentIn(closed.lastMonth, '05') });
    await closeMonth(app, closed.branch, closed.lastMonth);
  });

  it('books money of it in the next one, marked late', async () => {
    const binaan = await makeFamily(app, { branch: closed.branch, kader: closed.kader });
    const late = await record(clerk, { binaan, paid_at: momentIn(closed.lastMonth, '06') });
    expect(await stored(late)).toMatchObject({ paid_month: closed.lastMonth, month: closed.thisMonth, late: true });
  });

  it('refuses a void', async () => {
    const answer = await chief.patch(`/items/collection/${id}`, { status: 'void', void_reason: 'Salah.' });
    expect([answer.status, codeOf(answer)]).toEqual([409, 'KADER_PERIOD_CLOSED']);
  });

  it('still takes a verification, which pays in the first open month', async () => {
    const answer = await chief.patch(`/items/collection/${id}`, { status: 'verified' });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    expect(await stored(id)).toMatchObject({
      status: 'verified',
      month: closed.lastMonth,
      pay_month: closed.thisMonth,
    });
  });

  it('is corrected by reversals that never take back more than was received, however many race', async () => {
    const part = { reverses: id, amount: -70_000, void_reason: 'Salah catat.' };
    const answers = await Promise.all(Array.from({ length: 8 }, () => clerk.post('/items/collection', part)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.map(codeOf)).toEqual(Array(5).fill('KADER_ALREADY_REVERSED'));
    const [taken] = await app
      .knex('collection')
      .where({ reverses: id })
      .sum({ sum: 'amount', commission: 'commission' });
    const original = await stored(id);
    expect([Number(taken?.sum), Number(taken?.commission)]).toEqual([-210_000, -original.commission]);
    expect(await app.knex('collection').where({ reverses: id }).first()).toMatchObject({
      month: closed.thisMonth,
      pay_month: closed.thisMonth,
      kader: closed.kader,
      binaan: closed.family,
      void_reason: 'Salah catat.',
    });
    expect(await app.knex('binaan').where({ id: closed.family }).first()).toMatchObject({
      paid_amount: 0,
      paid_months: 0,
    });
  });

  it('refuses a reversal without a reason, of an open month, or of another branch', async () => {
    const open = await record(clerk, { binaan: await makeFamily(app, { branch: closed.branch, kader: closed.kader }) });
    const noReason = await clerk.post('/items/collection', { reverses: id, amount: -1 });
    const stillOpen = await clerk.post('/items/collection', { reverses: open, void_reason: 'Salah.' });
    const foreign = await staff.post('/items/collection', { reverses: id, void_reason: 'Salah.' });
    expect([noReason, stillOpen, foreign].map(codeOf)).toEqual([
      'KADER_REASON_REQUIRED',
      'KADER_REVERSAL_INVALID',
      'KADER_BINAAN_UNKNOWN',
    ]);
  });

  it('takes an unverified original along with its reversal when it is verified', async () => {
    const again = await makeBooks(app);
    const [one, two] = [
      await app.login('staff', { branch: again.branch }),
      await app.login('head', { branch: again.branch }),
    ];
    const original = await record(one, {
      binaan: again.family,
      amount: 140_000,
      paid_at: momentIn(again.lastMonth, '05'),
    });
    await closeMonth(app, again.branch, again.lastMonth);
    const made = await one.post('/items/collection', {
      reverses: original,
      amount: -70_000,
      void_reason: 'Separuh salah.',
    });
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    expect(await stored(made.body.data.id)).toMatchObject({ status: 'recorded', pay_month: null });
    const early = await two.patch(`/items/collection/${made.body.data.id}`, { status: 'verified' });
    expect(codeOf(early)).toBe('KADER_TRANSITION');
    await two.patch(`/items/collection/${original}`, { status: 'verified' });
    expect(await stored(made.body.data.id)).toMatchObject({ status: 'verified', pay_month: again.thisMonth });
  });
});

describe('recording while the month closes', () => {
  it('books every payment in the closed month with its totals, or late in the next', async () => {
    const racing = await makeBooks(app);
    const clerk = await app.login('staff', { branch: racing.branch });
    const families = [];
    for (let count = 0; count < 12; count += 1) {
      families.push(await makeFamily(app, { branch: racing.branch, kader: racing.kader }));
    }
    const record = (binaan: number) =>
      clerk.post('/items/collection', { binaan, amount: 70_000, paid_at: momentIn(racing.lastMonth, '06') });
    const [, ...answers] = await Promise.all([
      closeMonth(app, racing.branch, racing.lastMonth),
      ...families.map((binaan) => record(binaan)),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(families.map(() => 200));
    const rows = await app.knex('collection').where({ branch: racing.branch });
    const inTime = rows.filter(({ month }) => month === racing.lastMonth);
    const late = rows.filter(({ month, late }) => month === racing.thisMonth && late);
    expect(inTime.length + late.length).toBe(12);
    const period = await app.knex('period').where({ branch: racing.branch, month: racing.lastMonth }).first();
    expect(Number(period.collected)).toBe(inTime.length * 70_000);
  });
});
