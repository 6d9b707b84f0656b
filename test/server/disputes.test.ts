import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RoleKey } from '../../extensions/kader-jkn/src/contract/access.ts';
import { createClient } from '../harness/client.ts';
import { type Answer, type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { type BooksFixture, closeMonth, endPartnership, makeBooks, makeFamily, momentIn } from './books-fixture.ts';

const roles: readonly RoleKey[] = ['head', 'staff', 'telekolekting', 'kader', 'integration', 'auditor'];

let app: TestDirectus;
let books: BooksFixture;
let strange: BooksFixture;
let head: Client;
let kader: Client;
const clients = {} as Record<RoleKey, Client>;
/** the statement of the closed month, and the collection of 140,000 that it pays 21,000 for */
let statement: number;
let paid: number;

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  books = await makeBooks(app, false);
  strange = await makeBooks(app, false);
  paid = await pay(140_000);
  await closeMonth(app, books.branch, books.lastMonth);
  statement = (await app.knex('commission').where({ kader: books.kader }).first('id')).id;
  const { branch } = books;
  for (const role of roles) {
    clients[role] = await app.login(role, role === 'kader' ? { branch, kader: books.kader } : { branch });
  }
  head = clients.head;
  kader = clients.kader;
});

/** Nobody waits for an answer to a question of another test. */
beforeEach(async () => {
  await app.knex('dispute').where({ status: 'open' }).update({ status: 'withdrawn' });
});

async function pay(amount: number, month = books.lastMonth): Promise<number> {
  const binaan = await makeFamily(app, { branch: books.branch, kader: books.kader });
  const { body } = await app.admin.post('/items/collection', { binaan, amount, paid_at: momentIn(month) });
  return body.data.id;
}

const line = { line_kind: 'percentage' };
const ask = (client: Client, fields: Record<string, unknown> = {}) =>
  client.post('/kader-jkn/disputes', { statement, ...line, question: 'Mengapa hanya segini?', ...fields });
const codeOf = ({ body }: Answer) => body.errors?.[0]?.extensions.code;
const disputeOf = async (id: number) => await app.knex('dispute').where({ id }).first();

async function asked(fields: Record<string, unknown> = {}): Promise<number> {
  const { status, body } = await ask(kader, fields);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.data.id;
}

const answer = (client: Client, id: number, told: Record<string, unknown>) =>
  client.post(`/kader-jkn/disputes/${id}/answer`, { answer: 'Sudah diperiksa.', ...told });
const accept = (client: Client, id: number, correction: Record<string, unknown>, more = {}) =>
  answer(client, id, { decision: 'accept', correction, ...more });
const tenThousand = { kind: 'adjustment', amount: 10_000 };

const adjustmentsFor = async (dispute: number) => await app.knex('commission_adjustment').where({ dispute });
const noticesTo = async ({ id }: Client, dispute: number): Promise<string[]> => {
  const rows = await app
    .knex('directus_notifications')
    .where({ recipient: id, collection: 'dispute', item: String(dispute) });
  return rows.map(({ subject }) => subject);
};
const settled = async <T>(read: () => Promise<T[]>): Promise<T[]> => {
  for (let tries = 0; tries < 40; tries += 1) {
    const rows = await read();
    if (rows.length > 0) return rows;
    await new Promise((wait) => setTimeout(wait, 25));
  }
  return [];
};

describe('asking', () => {
  it('keeps the line as it reads, and tells the heads of the branch', async () => {
    const id = await asked();
    expect(await disputeOf(id)).toMatchObject({
      statement,
      kader: books.kader,
      branch: books.branch,
      line_kind: 'percentage',
      line_amount: 21_000,
      question: 'Mengapa hanya segini?',
      status: 'open',
      user_created: kader.id,
    });
    const [subject] = await settled(() => noticesTo(head, id));
    expect(subject).toContain('mempertanyakan imbal jasa');
    expect(await noticesTo(kader, id)).toEqual([]);
  });

  it('of the whole statement keeps what the kader received', async () => {
    const id = await asked({ line_kind: 'total' });
    expect(await disputeOf(id)).toMatchObject({ line_label: 'Diterima kader', line_amount: 21_000 });
  });

  it('is for the kader of the statement alone', async () => {
    const before = await app.knex('dispute').count('* as n').first();
    for (const role of roles.filter((one) => one !== 'kader')) {
      const { status } = await ask(clients[role]);
      expect([403, 404], role).toContain(status);
    }
    const other = await app.login('kader', { branch: strange.branch, kader: strange.kader });
    expect(codeOf(await ask(other))).toBe('KADER_DISPUTE_STATEMENT');
    expect((await ask(app.public)).status).toBe(401);
    expect(await app.knex('dispute').count('* as n').first()).toEqual(before);
  });

  it('twice about one line is refused, however it is pressed', async () => {
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => ask(kader)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(new Set(refused.map(codeOf))).toEqual(new Set(['KADER_DISPUTE_OPEN']));
    expect((await ask(kader, { line_kind: 'total' })).status).toBe(200);
  });

  it.each([
    ['no words', { question: '  ' }, 'KADER_DISPUTE_QUESTION'],
    ['too many words', { question: 'a'.repeat(2001) }, 'KADER_TEXT_TOO_LONG'],
    ['a line that is not there', { line_label: 'Bonus rahasia' }, 'KADER_DISPUTE_LINE'],
    ['a kind that is not there', { line_kind: 'carry' }, 'KADER_DISPUTE_LINE'],
    ['a statement that is not there', { statement: 999_999 }, 'KADER_DISPUTE_STATEMENT'],
    ['no statement', { statement: 'satu' }, 'KADER_QUERY_INVALID'],
  ])('with %s is refused in both languages and leaves nothing', async (_, fields, code) => {
    const before = await app.knex('dispute').count('* as n').first();
    const english = createClient(app.url, kader.id, kader.token, 'en-US');
    const [indonesian, other] = [await ask(kader, fields), await ask(english, fields)];
    expect([codeOf(indonesian), codeOf(other)]).toEqual([code, code]);
    expect(indonesian.body.errors[0].message).not.toBe(other.body.errors[0].message);
    expect(await app.knex('dispute').count('* as n').first()).toEqual(before);
  });

  it('waits while the statement is a draft again, and outlives the next close of its month', async () => {
    const other = await makeBooks(app, false);
    const own = await app.login('kader', { branch: other.branch, kader: other.kader });
    await closeMonth(app, other.branch, other.lastMonth);
    const { id: period } = await app.knex('period').where({ branch: other.branch, month: other.lastMonth }).first('id');
    const { id } = await app.knex('commission').where({ kader: other.kader }).first('id');
    const whole = { statement: id, line_kind: 'total' };
    const standing = await ask(own, whole);
    expect(standing.status, JSON.stringify(standing.body)).toBe(200);

    const reopened = await app.admin.post(`/kader-jkn/periods/${period}/reopen`, { reason: 'Ada yang terlewat' });
    expect(reopened.status, JSON.stringify(reopened.body)).toBe(200);
    await own.post(`/kader-jkn/disputes/${standing.body.data.id}/withdraw`);
    expect(codeOf(await ask(own, whole))).toBe('KADER_DISPUTE_EARLY');
    await closeMonth(app, other.branch, other.lastMonth);
    expect((await ask(own, whole)).status).toBe(200);
    expect(await disputeOf(standing.body.data.id)).toMatchObject({ statement: id, status: 'withdrawn' });
  });

  it('through REST and GraphQL is just as safe', async () => {
    const forged = await kader.post('/items/dispute', {
      statement,
      ...line,
      question: 'Lewat API',
      status: 'accepted',
      kader: strange.kader,
      branch: strange.branch,
      line_amount: 9_000_000,
      user_created: head.id,
    });
    expect(forged.status, JSON.stringify(forged.body)).toBe(200);
    expect(await disputeOf(forged.body.data.id)).toMatchObject({
      status: 'open',
      kader: books.kader,
      branch: books.branch,
      line_amount: 21_000,
      user_created: kader.id,
    });
    const twice = await kader.graphql(
      `mutation { create_dispute_item(data: {
        statement: ${statement}, line_kind: "percentage", question: "Lagi" }) { id } }`,
    );
    expect(twice.body.errors[0].extensions.code).toBe('KADER_DISPUTE_OPEN');
    const whole = await kader.graphql(
      `mutation { create_dispute_item(data: {
        statement: ${statement}, line_kind: "total", question: "Lewat GraphQL" }) { id status } }`,
    );
    expect(whole.body.data?.create_dispute_item, JSON.stringify(whole.body)).toMatchObject({ status: 'open' });
    const nested = await kader.post('/items/dispute', { ...line, question: 'x', statement: { id: statement, net: 1 } });
    expect(codeOf(nested)).toBe('KADER_REFERENCE_NOT_ID');
    for (const field of ['answer', 'adjustment', 'collection', 'decided_at']) {
      const { status } = await kader.post('/items/dispute', {
        statement,
        line_kind: 'total',
        question: 'x',
        [field]: 1,
      });
      expect(status, field).toBeGreaterThanOrEqual(400);
    }
  });
});

describe('withdrawing', () => {
  it('is for the kader who asked, while the question is open', async () => {
    const id = await asked();
    for (const role of roles.filter((one) => one !== 'kader')) {
      const { status } = await clients[role].post(`/kader-jkn/disputes/${id}/withdraw`);
      expect([403, 404], role).toContain(status);
    }
    const { body } = await kader.post(`/kader-jkn/disputes/${id}/withdraw`);
    expect(body.data).toEqual({ id, status: 'withdrawn', adjustment: null, collection: null });
    expect(codeOf(await kader.post(`/kader-jkn/disputes/${id}/withdraw`))).toBe('KADER_DISPUTE_ENDED');
    expect(codeOf(await kader.patch(`/items/dispute/${id}`, { status: 'withdrawn' }))).toBe('KADER_DISPUTE_ENDED');
    expect(codeOf(await answer(head, id, { decision: 'decline' }))).toBe('KADER_DISPUTE_ENDED');
    expect(await disputeOf(id)).toMatchObject({ status: 'withdrawn', answer: null, decided_at: null });
  });
});

describe('declining', () => {
  it('takes words, is signed by the server, and tells the kader', async () => {
    const id = await asked();
    expect(codeOf(await answer(head, id, { decision: 'decline', answer: ' ' }))).toBe('KADER_DISPUTE_ANSWER');
    expect(codeOf(await answer(head, id, { decision: 'decline', answer: 'a'.repeat(2001) }))).toBe(
      'KADER_TEXT_TOO_LONG',
    );
    expect(await disputeOf(id)).toMatchObject({ status: 'open', answer: null });
    const { status, body } = await answer(head, id, { decision: 'decline' });
    expect(status, JSON.stringify(body)).toBe(200);
    expect(await disputeOf(id)).toMatchObject({
      status: 'declined',
      answer: 'Sudah diperiksa.',
      decided_by: head.id,
      adjustment: null,
      collection: null,
    });
    expect((await disputeOf(id)).decided_at).not.toBeNull();
    expect(await settled(() => noticesTo(kader, id))).toHaveLength(1);
    expect(codeOf(await answer(head, id, { decision: 'decline' }))).toBe('KADER_DISPUTE_ENDED');
  });

  it('by PATCH is the same', async () => {
    const id = await asked();
    expect(codeOf(await head.patch(`/items/dispute/${id}`, { status: 'declined' }))).toBe('KADER_DISPUTE_ANSWER');
    const forged = { status: 'declined', answer: 'Tetap.', decided_by: kader.id, decided_at: '2001-01-01T00:00:00Z' };
    expect((await head.patch(`/items/dispute/${id}`, forged)).status).toBe(200);
    const stored = await disputeOf(id);
    expect(stored).toMatchObject({ status: 'declined', answer: 'Tetap.', decided_by: head.id });
    expect(new Date(stored.decided_at).getFullYear()).toBeGreaterThan(2001);
    expect(codeOf(await head.patch(`/items/dispute/${id}`, { answer: 'Lain.' }))).toBe('KADER_RECORD_FIXED');
  });

  it('is refused to every role but the head of the branch and administrators', async () => {
    const id = await asked();
    const elsewhere = await app.login('head', { branch: strange.branch });
    for (const role of roles.filter((one) => one !== 'head')) {
      expect([403, 404], role).toContain((await answer(clients[role], id, { decision: 'decline' })).status);
      const patched = await clients[role].patch(`/items/dispute/${id}`, { status: 'declined', answer: 'Tidak.' });
      expect(patched.status, role).toBe(403);
    }
    expect(codeOf(await answer(elsewhere, id, { decision: 'decline' }))).toBe('KADER_DISPUTE_UNKNOWN');
    expect(codeOf(await elsewhere.patch(`/items/dispute/${id}`, { status: 'declined', answer: 'x' }))).toBe(
      'KADER_NOT_ALLOWED',
    );
    expect(await disputeOf(id)).toMatchObject({ status: 'open' });
    expect((await answer(app.admin, id, { decision: 'decline' })).status).toBe(200);
  });
});

describe('accepting', () => {
  it('shows first what it will do', async () => {
    const id = await asked();
    const path = `/kader-jkn/disputes/${id}/correction`;
    const more = await head.get(`${path}?kind=adjustment&amount=10000`);
    expect(more.body.data).toEqual({
      kind: 'adjustment',
      commission: 10_000,
      pay_month: books.thisMonth,
      collection: null,
    });
    const back = await head.get(`${path}?kind=collection&collection=${paid}&amount=70000`);
    expect(back.body.data).toMatchObject({
      commission: -10_500,
      pay_month: books.thisMonth,
      collection: { id: paid, action: 'reversal', amount: 70_000, left: 140_000, month: books.thisMonth },
    });
    for (const amount of ['0', '1.5', 'seribu', '100000001']) {
      const { body } = await head.get(`${path}?kind=adjustment&amount=${amount}`);
      expect(['KADER_ADJUSTMENT_INVALID', 'KADER_QUERY_INVALID'], amount).toContain(body.errors[0].extensions.code);
    }
    const foreign = await app.knex('collection').whereNot({ kader: books.kader }).first('id');
    expect(foreign).toBeUndefined();
    expect(codeOf(await head.get(`${path}?kind=collection&collection=999999`))).toBe('KADER_DISPUTE_COLLECTION');
    expect(codeOf(await head.get('/kader-jkn/disputes/999999/correction?kind=adjustment&amount=1'))).toBe(
      'KADER_DISPUTE_UNKNOWN',
    );
  });

  it('with rupiah records them in the oldest open month, signed', async () => {
    const id = await asked();
    const { status, body } = await accept(head, id, { kind: 'adjustment', amount: -5_000 });
    expect(status, JSON.stringify(body)).toBe(200);
    const [made, ...others] = await adjustmentsFor(id);
    expect(others).toEqual([]);
    expect(made).toMatchObject({
      kader: books.kader,
      branch: books.branch,
      amount: -5_000,
      pay_month: books.thisMonth,
      reason: `Sanggahan nomor ${id}: Sudah diperiksa.`,
      status: 'recorded',
      user_created: head.id,
    });
    expect(body.data).toEqual({ id, status: 'accepted', adjustment: made.id, collection: null });
    expect(await disputeOf(id)).toMatchObject({ status: 'accepted', adjustment: made.id, decided_by: head.id });
    const [subject] = await settled(() => noticesTo(kader, id));
    expect(subject).toContain('diterima dan dikoreksi');
  });

  it('with a collection reverses it, in part', async () => {
    const id = await asked();
    const { status, body } = await accept(head, id, { kind: 'collection', collection: paid, amount: 14_000 });
    expect(status, JSON.stringify(body)).toBe(200);
    const made = await app.knex('collection').where({ id: body.data.collection }).first();
    expect(made).toMatchObject({ reverses: paid, amount: -14_000, commission: -2_100, pay_month: books.thisMonth });
    expect(await disputeOf(id)).toMatchObject({ status: 'accepted', adjustment: null, collection: made.id });

    const kept = await head.post(`/kader-jkn/collections/${made.id}/correction`, { reason: 'Batal.' });
    expect(codeOf(kept), 'the correction of an accepted dispute stays').toBe('KADER_ADJUSTMENT_ANSWERS');
  });

  it('with a collection of an open month voids it', async () => {
    const [id, open] = [await asked(), await pay(70_000, books.thisMonth)];
    const { body } = await accept(head, id, { kind: 'collection', collection: open });
    expect(body.data).toMatchObject({ status: 'accepted', collection: open });
    expect(await app.knex('collection').where({ id: open }).first()).toMatchObject({ status: 'void' });
  });

  it.each([
    ['without a correction', undefined, 'KADER_DISPUTE_CORRECTION'],
    ['with nothing', { kind: 'adjustment', amount: 0 }, 'KADER_ADJUSTMENT_INVALID'],
    ['with a fraction', { kind: 'adjustment', amount: 10.5 }, 'KADER_ADJUSTMENT_INVALID'],
    ['with too much', { kind: 'adjustment', amount: 100_000_001 }, 'KADER_ADJUSTMENT_INVALID'],
    ['with words for rupiah', { kind: 'adjustment', amount: 'banyak' }, 'KADER_QUERY_INVALID'],
    ['with a collection that is not there', { kind: 'collection', collection: 999_999 }, 'KADER_DISPUTE_COLLECTION'],
    ['with another kind of correction', { kind: 'none' }, 'KADER_QUERY_INVALID'],
  ])('%s is refused and leaves everything as it was', async (_, correction, code) => {
    const id = await asked();
    const refused = await answer(head, id, { decision: 'accept', correction });
    expect(codeOf(refused)).toBe(code);
    expect(await disputeOf(id)).toMatchObject({ status: 'open', answer: null, adjustment: null });
    expect(await adjustmentsFor(id)).toEqual([]);
  });

  it('with more of a collection than is left leaves everything as it was', async () => {
    const id = await asked();
    const before = await app.knex('collection').count('* as n').first();
    const refused = await accept(head, id, { kind: 'collection', collection: paid, amount: 140_001 });
    expect(codeOf(refused)).toBe('KADER_ALREADY_REVERSED');
    expect(await disputeOf(id)).toMatchObject({ status: 'open' });
    expect(await app.knex('collection').count('* as n').first()).toEqual(before);
  });

  it('into another month than was shown is refused', async () => {
    const id = await asked();
    const refused = await accept(head, id, tenThousand, { pay_month: books.lastMonth });
    expect(codeOf(refused)).toBe('KADER_CORRECTION_MOVED');
    expect(await adjustmentsFor(id)).toEqual([]);
    expect((await accept(head, id, tenThousand, { pay_month: books.thisMonth })).status).toBe(200);
  });

  it('however often it is pressed or raced makes one correction', async () => {
    const id = await asked();
    const second = await app.login('head', { branch: books.branch });
    const pressed = await Promise.all(
      Array.from({ length: 12 }, (_, press) => {
        const client = press % 2 === 0 ? head : second;
        if (press === 10) return answer(client, id, { decision: 'decline' });
        if (press === 11) return kader.post(`/kader-jkn/disputes/${id}/withdraw`);
        return accept(client, id, tenThousand);
      }),
    );
    expect(pressed.filter(({ status }) => status === 200)).toHaveLength(1);
    const refused = new Set(pressed.filter(({ status }) => status !== 200).map(codeOf));
    expect(refused).toEqual(new Set(['KADER_DISPUTE_ENDED']));
    const { status } = await disputeOf(id);
    expect(await adjustmentsFor(id)).toHaveLength(status === 'accepted' ? 1 : 0);
  });

  it('of two questions about one collection never takes back more than it is', async () => {
    const collection = await pay(70_000, books.thisMonth);
    const ids = [await asked(), await asked({ line_kind: 'total' })];
    const answers = await Promise.all(ids.map((id) => accept(head, id, { kind: 'collection', collection })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const states = await app.knex('dispute').whereIn('id', ids).select('status', 'collection');
    expect(states.filter(({ status }) => status === 'accepted')).toEqual([{ status: 'accepted', collection }]);
    expect(states.filter(({ status }) => status === 'open')).toHaveLength(1);
  });

  it('while the month is being closed books the correction before or after it, once', async () => {
    const other = await makeBooks(app, false);
    const binaan = await makeFamily(app, { branch: other.branch, kader: other.kader });
    await app.admin.post('/items/collection', { binaan, amount: 70_000, paid_at: momentIn(other.lastMonth) });
    const { id: period } = await app.knex('period').where({ branch: other.branch, month: other.lastMonth }).first('id');
    const adjust = (amount: number) =>
      app.admin.post('/items/commission_adjustment', { kader: other.kader, amount, reason: 'Uji balap' });
    await Promise.all([closeMonth(app, other.branch, other.lastMonth), ...[1000, 2000, 4000].map(adjust)]);
    const inMonth = await app
      .knex('commission_adjustment')
      .where({ kader: other.kader, pay_month: other.lastMonth })
      .sum('amount as sum')
      .first();
    const closed = await app.knex('commission').where({ period, kader: other.kader }).first('corrections');
    expect(closed.corrections).toBe(Number(inMonth?.['sum'] ?? 0));
    expect(await app.knex('commission_adjustment').where({ kader: other.kader })).toHaveLength(3);
  });

  it('by PATCH or GraphQL is refused: only the answer makes the correction', async () => {
    const id = await asked();
    const loose = await app.admin.post('/items/commission_adjustment', {
      kader: books.kader,
      amount: 1_000,
      reason: 'Lepas',
    });
    const forged = [
      { status: 'accepted', answer: 'Ya.' },
      { status: 'accepted', answer: 'Ya.', adjustment: loose.body.data.id },
      { status: 'accepted', answer: 'Ya.', collection: paid },
    ];
    for (const fields of forged) {
      for (const client of [head, app.admin]) {
        expect(codeOf(await client.patch(`/items/dispute/${id}`, fields))).toBe('KADER_DISPUTE_CORRECTION');
      }
    }
    const query = `mutation { update_dispute_item(id: ${id}, data: { status: "accepted", answer: "Ya." }) { id } }`;
    expect((await head.graphql(query)).body.errors[0].extensions.code).toBe('KADER_DISPUTE_CORRECTION');
    const nested = { status: 'declined', answer: 'Ya.', adjustment: { kader: books.kader, amount: 5, reason: 'x' } };
    expect(codeOf(await head.patch(`/items/dispute/${id}`, nested))).toBe('KADER_REFERENCE_NOT_ID');
    const attached = await head.post('/items/commission_adjustment', {
      kader: books.kader,
      amount: 1_000,
      reason: 'Menempel',
      dispute: id,
    });
    expect(codeOf(attached), JSON.stringify(attached.body)).toBe('KADER_DISPUTE_CORRECTION');
    expect(await disputeOf(id)).toMatchObject({ status: 'open', answer: null });
    expect(await adjustmentsFor(id)).toEqual([]);
  });
});

describe('a person who is both kader and head', () => {
  it('does not answer their own question, nor correct their own pay', async () => {
    const id = await asked();
    const both = await app.login('head', { branch: strange.branch });
    await app.knex('directus_users').where({ id: kader.id }).update({ kader: null });
    await app.knex('directus_users').where({ id: both.id }).update({ branch: books.branch, kader: books.kader });
    try {
      expect(codeOf(await answer(both, id, { decision: 'decline' }))).toBe('KADER_DISPUTE_OWN');
      expect(codeOf(await accept(both, id, tenThousand))).toBe('KADER_DISPUTE_OWN');
      const patched = await both.patch(`/items/dispute/${id}`, { status: 'declined', answer: 'Tidak.' });
      expect(codeOf(patched)).toBe('KADER_DISPUTE_OWN');
      const own = { kader: books.kader, amount: 50_000, reason: 'Untuk saya' };
      expect(codeOf(await both.post('/items/commission_adjustment', own))).toBe('KADER_OWN_PAY');
      const taken = await app.admin.post('/items/commission_adjustment', { ...own, amount: -50_000 });
      const voided = { status: 'void', void_reason: 'Untuk saya' };
      expect(codeOf(await both.patch(`/items/commission_adjustment/${taken.body.data.id}`, voided))).toBe(
        'KADER_OWN_PAY',
      );
      expect(await disputeOf(id)).toMatchObject({ status: 'open' });
    } finally {
      await app.knex('directus_users').where({ id: both.id }).update({ kader: null });
      await app.knex('directus_users').where({ id: kader.id }).update({ kader: books.kader });
    }
    const onBehalf = await ask(app.admin, { line_kind: 'total' });
    expect(codeOf(await answer(app.admin, onBehalf.body.data.id, { decision: 'decline' }))).toBe('KADER_DISPUTE_OWN');
  });
});

describe('a correction of imbal jasa', () => {
  const record = (client: Client, fields: Record<string, unknown> = {}) =>
    client.post('/items/commission_adjustment', { kader: books.kader, amount: 7_500, reason: 'Uji', ...fields });

  it('is recorded by the head of the branch into the oldest open month, whatever is sent along', async () => {
    const { status, body } = await record(head, { pay_month: '2020-01', status: 'void', void_reason: undefined });
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.data).toMatchObject({ pay_month: books.thisMonth, status: 'recorded', branch: books.branch });
    const elsewhere = await app.login('head', { branch: strange.branch });
    for (const client of [elsewhere, ...roles.filter((one) => one !== 'head').map((role) => clients[role])]) {
      expect([403, 404]).toContain((await record(client)).status);
    }
    const own = await kader.get(`/items/commission_adjustment/${body.data.id}?fields=amount,reason`);
    expect(own.body.data).toEqual({ amount: 7_500, reason: 'Uji' });
  });

  it.each([
    ['no rupiah', { amount: 0 }, 'KADER_ADJUSTMENT_INVALID'],
    ['a fraction', { amount: 0.5 }, 'KADER_ADJUSTMENT_INVALID'],
    ['too much', { amount: -100_000_001 }, 'KADER_ADJUSTMENT_INVALID'],
    ['words', { amount: 'sepuluh' }, 'KADER_ADJUSTMENT_INVALID'],
    ['no reason', { reason: ' ' }, 'KADER_REASON_REQUIRED'],
    ['a long reason', { reason: 'a'.repeat(501) }, 'KADER_TEXT_TOO_LONG'],
    ['a kader that is not there', { kader: 999_999 }, 'KADER_REFERENCE_UNKNOWN'],
    ['data for a kader', { kader: { name: 'Baru' } }, 'KADER_REFERENCE_NOT_ID'],
  ])('of %s is refused and leaves nothing', async (_, fields, code) => {
    const before = await app.knex('commission_adjustment').count('* as n').first();
    expect(codeOf(await record(head, fields))).toBe(code);
    expect(await app.knex('commission_adjustment').count('* as n').first()).toEqual(before);
  });

  it('is never edited or deleted, and voided with a reason while its month is open', async () => {
    const { body } = await record(head);
    const path = `/items/commission_adjustment/${body.data.id}`;
    for (const fields of [{ amount: 1 }, { reason: 'Lain' }, { pay_month: '2020-01' }, { kader: strange.kader }]) {
      expect(codeOf(await app.admin.patch(path, fields))).toBe('KADER_RECORD_FIXED');
    }
    expect(codeOf(await app.admin.delete(path))).toBe('KADER_RECORD_KEPT');
    expect(codeOf(await head.patch(path, { status: 'void' }))).toBe('KADER_REASON_REQUIRED');
    const voided = await head.patch(path, { status: 'void', void_reason: 'Salah kader', voided_by: kader.id });
    expect(voided.status, JSON.stringify(voided.body)).toBe(200);
    expect(await app.knex('commission_adjustment').where({ id: body.data.id }).first()).toMatchObject({
      status: 'void',
      voided_by: head.id,
    });
    expect(codeOf(await head.patch(path, { status: 'recorded' }))).toBe('KADER_TRANSITION');
  });

  it('that answers a dispute or was paid is corrected by its opposite only', async () => {
    const id = await asked();
    await accept(head, id, tenThousand);
    const [made] = await adjustmentsFor(id);
    const voided = await head.patch(`/items/commission_adjustment/${made.id}`, { status: 'void', void_reason: 'x' });
    expect(codeOf(voided)).toBe('KADER_ADJUSTMENT_ANSWERS');

    const other = await makeBooks(app, false);
    const early = await record(app.admin, { kader: other.kader });
    expect(early.body.data.pay_month).toBe(other.lastMonth);
    await closeMonth(app, other.branch, other.lastMonth);
    const late = await app.admin.patch(`/items/commission_adjustment/${early.body.data.id}`, {
      status: 'void',
      void_reason: 'x',
    });
    expect(codeOf(late)).toBe('KADER_ADJUSTMENT_PAID');
    const statementOfOther = await app.knex('commission').where({ kader: other.kader }).first();
    expect(statementOfOther).toMatchObject({ corrections: 7_500, gross: 7_500, net: 7_500 });
    expect(statementOfOther.lines).toContainEqual(expect.objectContaining({ kind: 'correction', amount: 7_500 }));
  });
});

describe('the statement', () => {
  it('of a kader who has ended is made for a correction alone', async () => {
    const other = await makeBooks(app, false);
    await endPartnership(app, other.kader, '2021-06-30', 'own_wish');
    const made = await app.admin.post('/items/commission_adjustment', {
      kader: other.kader,
      amount: 12_000,
      reason: 'Sisa imbal jasa Juni',
    });
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    await closeMonth(app, other.branch, other.lastMonth);
    expect(await app.knex('commission').where({ kader: other.kader }).first()).toMatchObject({
      corrections: 12_000,
      net: 12_000,
    });
  });

  it('carries over what a correction takes back beyond the month: pay is never below zero', async () => {
    const other = await makeBooks(app, false);
    await app.admin.post('/items/commission_adjustment', { kader: other.kader, amount: -9_000, reason: 'Terlanjur' });
    await closeMonth(app, other.branch, other.lastMonth);
    expect(await app.knex('commission').where({ kader: other.kader }).first()).toMatchObject({
      corrections: -9_000,
      net: 0,
      carried_out: 9_000,
    });
  });

  it('is paid as usual while a question about it is open', async () => {
    await asked();
    const { net, status } = await app.knex('commission').where({ id: statement }).first();
    expect({ net, status }).toEqual({ net: 21_000, status: 'closed' });
    const { id: period } = await app.knex('period').where({ branch: books.branch, month: books.lastMonth }).first('id');
    const approved = await app.admin.post(`/kader-jkn/periods/${period}/approve`);
    expect(approved.status, JSON.stringify(approved.body)).toBe(200);
    expect(await app.knex('commission').where({ id: statement }).first()).toMatchObject({ net, status: 'approved' });
    expect((await ask(kader, { line_kind: 'total' })).status, 'an approved statement may be questioned').toBe(200);
  });
});

describe('the database alone', () => {
  it('refuses what no code of ours wrote', async () => {
    const id = await asked();
    const forged = app.knex('dispute').where({ id }).update({ status: 'accepted', answer: 'Ya.', collection: paid });
    await expect(forged).rejects.toThrow('KADER_DISPUTE_CORRECTION');
    await expect(app.knex('dispute').where({ id }).update({ question: 'Lain' })).rejects.toThrow('KADER_RECORD_FIXED');
    await expect(app.knex('dispute').where({ id }).delete()).rejects.toThrow('KADER_RECORD_KEPT');
    await expect(app.knex.raw('truncate dispute, commission_adjustment cascade')).rejects.toThrow('KADER_RECORD_KEPT');
    await expect(
      app.knex('commission_adjustment').insert({ kader: books.kader, amount: 0, reason: 'x', status: 'recorded' }),
    ).rejects.toThrow('kader_commission_adjustment__amount__check');
  });

  it('lets a user who asked or answered be deleted', async () => {
    const second = await app.login('head', { branch: books.branch });
    const id = await asked();
    expect((await answer(second, id, { decision: 'decline' })).status).toBe(200);
    expect((await app.admin.delete(`/users/${second.id}`)).status).toBe(204);
    expect(await disputeOf(id)).toMatchObject({ status: 'declined', decided_by: null });
  });
});
