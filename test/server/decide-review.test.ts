import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RoleKey } from '../../extensions/kader-jkn/src/contract/access.ts';
import type { DecideRequest } from '../../extensions/kader-jkn/src/contract/reviews.ts';
import { type Answer, type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { type BooksFixture, makeBooks, makeFamily, makeKader } from './books-fixture.ts';

const others: readonly RoleKey[] = ['staff', 'telekolekting', 'kader', 'integration', 'auditor'];

let app: TestDirectus;
let books: BooksFixture;
let strange: BooksFixture;
let head: Client;
let strangeHead: Client;

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  books = await makeBooks(app, false);
  strange = await makeBooks(app, false);
  await app.admin.patch(`/items/branch/${books.branch}`, {
    city: 'Salatiga',
    phone: '0298 700 000',
    head_name: 'Ratih Wardani',
    head_title: 'Kepala Cabang',
  });
  head = await app.login('head', { branch: books.branch, first_name: 'Ratih', last_name: 'Penagihan' });
  strangeHead = await app.login('head', { branch: strange.branch });
});

/** So many days from now in WIB. */
function dayFromNow(days: number): string {
  return new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
}

const outcome = ({ status, body }: Answer) => [status, body.errors?.[0]?.extensions.code ?? null];
const stored = (review: number) => app.knex('partnership_review').where({ id: review }).first();
const eventsOf = (kader: number) =>
  app.knex('kader_event').where({ kader }).select('kind', 'reason', 'origin').orderBy('id');
const decide = (who: Client, review: number, told: Partial<DecideRequest>) =>
  who.post(`/kader-jkn/reviews/${review}/decide`, { decision_note: 'Sudah dibicarakan dengan kader.', ...told });

/** A kader with two families whose review waits for a decision, and their account. */
async function reviewed({ answered = true } = {}) {
  const { branch, district, village } = books;
  const kader = await makeKader(app, { branch, district, name: 'Joko “Jos” Susilo <b>' });
  const families = [await makeFamily(app, { branch, kader, area: village })];
  families.push(await makeFamily(app, { branch, kader, area: village }));
  const partner = await app.login('kader', { branch, kader });
  const { status, body } = await head.post('/items/partnership_review', {
    kader,
    evidence: 'Tiga bulan berturut-turut tanpa penerimaan.',
  });
  expect(status, JSON.stringify(body)).toBe(200);
  const review: number = body.data.id;
  if (answered) {
    const answer = await partner.patch(`/items/partnership_review/${review}`, { answer: 'Saya sakit sejak Maret.' });
    expect(answer.status).toBe(200);
  }
  return { kader, families, partner, review };
}

async function letterOf(who: Client, review: number): Promise<{ status: number; type: string | null; text: string }> {
  const response = await fetch(new URL(`/kader-jkn/reviews/${review}/letter`, app.url), {
    headers: who.token ? { authorization: `Bearer ${who.token}` } : {},
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const type = response.headers.get('content-type');
  if (!type?.includes('pdf')) return { status: response.status, type, text: new TextDecoder().decode(bytes) };
  const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
  return { status: response.status, type, text: text.replaceAll(/\s+/g, ' ') };
}

describe('a decision on a partnership', () => {
  it('to warn is kept, stands in the history, is told to the kader and is a letter that both sides read', async () => {
    const { kader, partner, review } = await reviewed();
    const { status, body } = await decide(head, review, { decision: 'warn' });
    expect([status, body.data]).toEqual([
      200,
      { id: review, decision: 'warn', letter: expect.any(String), ended: null },
    ]);
    expect(await stored(review)).toMatchObject({
      ...{ status: 'decided', decision: 'warn', decided_by: head.id, letter: body.data.letter, decided_in: null },
      decision_note: 'Sudah dibicarakan dengan kader.',
    });
    expect(await eventsOf(kader)).toEqual([
      { kind: 'warned', reason: 'Sudah dibicarakan dengan kader.', origin: 'person' },
    ]);
    const notices = await app.knex('directus_notifications').where({ recipient: partner.id }).orderBy('id');
    const about = { collection: 'partnership_review', item: String(review) };
    expect(notices).toMatchObject([
      { ...about, subject: 'Kemitraan Anda ditinjau' },
      { ...about, subject: 'Keputusan peninjauan kemitraan Anda' },
    ]);

    const file = await app.knex('directus_files').where({ id: body.data.letter }).first();
    expect(file).toMatchObject({ type: 'application/pdf', uploaded_by: null });
    expect(Number(file.filesize)).toBeGreaterThan(1000);
    for (const reader of [head, partner]) {
      const { status: read, type, text } = await letterOf(reader, review);
      expect([read, type]).toEqual([200, expect.stringContaining('application/pdf')]);
      expect(text).toContain('Yth. Joko “Jos” Susilo <b>');
      expect(text).toContain('Kemitraan dilanjutkan, dengan peringatan');
      expect(text).toContain('Tiga bulan berturut-turut tanpa penerimaan.');
      expect(text).toContain('Saya sakit sejak Maret.');
      expect(text).toContain('Yang memutuskan: Ratih Penagihan.');
      expect(text).toContain('Ratih Wardani');
    }
    expect((await letterOf(strangeHead, review)).status).toBe(404);
    expect((await letterOf(app.public, review)).status).toBe(401);
  });

  it('to give time names the day, after today', async () => {
    const { kader, review } = await reviewed();
    for (const follow_up_on of [undefined, null, dayFromNow(0), dayFromNow(-3)]) {
      const told = { decision: 'extend' as const, ...(follow_up_on !== undefined && { follow_up_on }) };
      expect(outcome(await decide(head, review, told))).toEqual([400, 'KADER_REVIEW_FOLLOW_UP']);
    }
    expect(outcome(await decide(head, review, { decision: 'extend', follow_up_on: 'besok' }))[0]).toBe(400);
    const { status } = await decide(head, review, { decision: 'extend', follow_up_on: dayFromNow(30) });
    expect(status).toBe(200);
    const { body } = await head.get(`/items/partnership_review/${review}?fields=follow_up_on,status`);
    expect(body.data).toEqual({ follow_up_on: dayFromNow(30), status: 'decided' });
    expect(await eventsOf(kader)).toMatchObject([{ kind: 'extended' }]);
    expect((await letterOf(head, review)).text).toContain('Penerimaan Anda dibicarakan lagi pada');
  });

  it('to go on changes nothing but the review, and is a letter too', async () => {
    const { kader, review } = await reviewed();
    expect((await decide(head, review, { decision: 'continue' })).status).toBe(200);
    expect(await eventsOf(kader)).toEqual([]);
    expect(await app.knex('kader').where({ id: kader }).first('status')).toEqual({ status: 'active' });
    expect((await letterOf(head, review)).text).toContain('Kemitraan dilanjutkan');
  });

  it('to end asks about the families, ends the partnership and says so in the letter', async () => {
    const { kader, review } = await reviewed();
    expect(outcome(await decide(head, review, { decision: 'end' }))).toEqual([400, 'KADER_FAMILIES_CHOICE']);
    const end = { ended_on: dayFromNow(0), reason: 'zero_collection' as const, families: 'give' as const };
    expect(outcome(await decide(head, review, { decision: 'end', end }))).toEqual([400, 'KADER_FAMILIES_CHOICE']);
    expect(outcome(await decide(head, review, { decision: 'end', end: { ...end, to: strange.kader } }))).toEqual([
      404,
      'KADER_REFERENCE_UNKNOWN',
    ]);
    expect(await stored(review)).toMatchObject({ status: 'answered', decision: null, letter: null });

    const { status, body } = await decide(head, review, { decision: 'end', end: { ...end, to: books.kader } });
    expect([status, body.data?.ended]).toEqual([200, { assigned: 2, released: 0 }]);
    expect(await app.knex('kader').where({ id: kader }).first('status', 'end_reason')).toEqual({
      status: 'ended',
      end_reason: 'zero_collection',
    });
    const { text } = await letterOf(head, review);
    expect(text).toContain('Kemitraan berakhir');
    expect(text).toContain('karena tanpa penerimaan');
    expect(text).toContain('2 keluarga diserahkan kepada kader lain');
  });

  it('to end one that has ended meanwhile only closes the review', async () => {
    const { kader, review } = await reviewed();
    const told = { ended_on: dayFromNow(0), reason: 'own_wish', families: 'keep_unassigned' };
    expect((await head.post(`/kader-jkn/kader/${kader}/end`, told)).status).toBe(200);
    const { status, body } = await decide(head, review, { decision: 'end' });
    expect([status, body.data?.ended]).toEqual([200, null]);
    expect((await letterOf(head, review)).text).toContain('sudah berakhir sebelum keputusan ini');
  });

  it('is linked to the monev session in which it was made, of its own branch only', async () => {
    const { review } = await reviewed();
    const meet = async (who: Client, month: string) => {
      const { body } = await who.post('/items/monev_session', { month, held_on: dayFromNow(0) });
      return body.data.id as number;
    };
    const session = await meet(head, books.lastMonth);
    const foreign = await meet(strangeHead, strange.lastMonth);
    expect(outcome(await decide(head, review, { decision: 'warn', session: foreign }))).toEqual([
      404,
      'KADER_SESSION_UNKNOWN',
    ]);
    expect((await decide(head, review, { decision: 'warn', session })).status).toBe(200);
    expect(await stored(review)).toMatchObject({ decided_in: session });
    const { body } = await head.get(`/kader-jkn/monev/sessions/${session}/agenda?view=private`);
    expect(body.data.reviews).toMatchObject([{ id: review, decision: 'warn', has_letter: true, may_decide: false }]);
  });

  it('waits until the kader was heard, or the time for it has passed', async () => {
    const { kader, review } = await reviewed({ answered: false });
    expect(outcome(await decide(head, review, { decision: 'warn' }))).toEqual([409, 'KADER_ANSWER_REQUIRED']);
    expect(await eventsOf(kader)).toEqual([]);
    await app.knex.raw('alter table partnership_review disable trigger user');
    await app
      .knex('partnership_review')
      .where({ id: review })
      .update({ due_on: '2024-01-31', opened_on: '2024-01-15' });
    await app.knex.raw('alter table partnership_review enable trigger user');
    expect((await decide(head, review, { decision: 'warn' })).status).toBe(200);
    expect((await letterOf(head, review)).text).toContain('Sampai 31 Januari 2024 tidak ada jawaban yang tercatat.');
  });

  it('needs its grounds', async () => {
    const { review } = await reviewed();
    for (const decision_note of ['', '   ']) {
      expect(outcome(await decide(head, review, { decision: 'warn', decision_note }))).toEqual([
        400,
        'KADER_REASON_REQUIRED',
      ]);
    }
    expect(outcome(await decide(head, review, { decision: 'warn', decision_note: 'a'.repeat(4001) }))[0]).toBe(400);
    const long = 'Panjang sekali. '.repeat(100);
    expect((await decide(head, review, { decision: 'warn', decision_note: long })).status).toBe(200);
  });

  it('is made once, also by two who decide at the same time', async () => {
    const { kader, review } = await reviewed();
    const second = await app.login('head', { branch: books.branch });
    const answers = await Promise.all([
      decide(head, review, { decision: 'warn' }),
      decide(second, review, { decision: 'warn' }),
      decide(head, review, { decision: 'continue' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(outcome(await decide(head, review, { decision: 'warn' }))).toEqual([409, 'KADER_REVIEW_OVER']);
    expect((await eventsOf(kader)).length).toBeLessThanOrEqual(1);
    expect(await app.knex('directus_files').where({ id: (await stored(review)).letter })).toHaveLength(1);
  });

  it('is nothing at all where its letter cannot be made', async () => {
    const { kader, review } = await reviewed();
    await app.knex.raw('alter table directus_files add constraint uji check (type is null) not valid');
    try {
      expect((await decide(head, review, { decision: 'warn' })).status).toBeGreaterThanOrEqual(400);
    } finally {
      await app.knex.raw('alter table directus_files drop constraint uji');
    }
    expect(await stored(review)).toMatchObject({ status: 'answered', decision: null, letter: null });
    expect(await eventsOf(kader)).toEqual([]);
  });
});

describe('who decides', () => {
  it.each(others)('not %s', async (role) => {
    const { kader, review } = await reviewed();
    const client = await app.login(
      role,
      role === 'kader' ? { branch: books.branch, kader: books.kader } : { branch: books.branch },
    );
    const { status } = await decide(client, review, { decision: 'warn' });
    expect([403, 404]).toContain(status);
    expect(await stored(review)).toMatchObject({ status: 'answered', decision: null });
    expect(await eventsOf(kader)).toEqual([]);
    await app.knex('directus_users').where({ id: client.id }).update({ kader: null });
  });

  it('not the kader whom it is about, the head of another branch, or the public', async () => {
    const { partner, review } = await reviewed();
    expect((await decide(partner, review, { decision: 'continue' })).status).toBe(403);
    expect(outcome(await decide(strangeHead, review, { decision: 'warn' }))).toEqual([404, 'KADER_REVIEW_UNKNOWN']);
    expect((await decide(app.public, review, { decision: 'warn' })).status).toBe(401);
    expect(outcome(await decide(head, 999_999, { decision: 'warn' }))).toEqual([404, 'KADER_REVIEW_UNKNOWN']);
  });

  it('not a head about their own partnership', async () => {
    const { kader, partner, review } = await reviewed();
    await app.knex('directus_users').where({ id: partner.id }).update({ kader: null });
    const both = await app.login('head', { branch: books.branch, kader });
    expect(outcome(await decide(both, review, { decision: 'continue' }))).toEqual([403, 'KADER_REVIEW_OWN']);
  });

  it('not whoever writes the record itself: by the form, by GraphQL, or an administrator', async () => {
    const { review } = await reviewed();
    const patched = await app.admin.patch(`/items/partnership_review/${review}`, { decision: 'continue' });
    expect(outcome(patched)).toEqual([409, 'KADER_REVIEW_BY_BUTTON']);
    const { body } = await head.graphql(
      `mutation { update_partnership_review_item(id: ${review}, data: { decision: "warn" }) { id } }`,
    );
    expect(body.errors[0].extensions.code).toBe('KADER_REVIEW_BY_BUTTON');
    const file = (await app.knex('directus_files').first('id')).id;
    expect((await head.patch(`/items/partnership_review/${review}`, { letter: file })).status).toBe(403);
    expect(outcome(await app.admin.patch(`/items/partnership_review/${review}`, { letter: file }))).toEqual([
      409,
      'KADER_RECORD_FIXED',
    ]);
    expect(await stored(review)).toMatchObject({ status: 'answered', letter: null });
    expect((await letterOf(head, review)).text).toContain('KADER_REVIEW_NO_LETTER');
  });
});
