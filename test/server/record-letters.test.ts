import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import type { MessageTemplate } from '../../extensions/kader-jkn/src/contract/message-records.ts';
import { type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { type BooksFixture, makeBooks, makeFamily, makeKader } from './books-fixture.ts';

let app: TestDirectus;
let books: BooksFixture;
let head: Client;
let strangeHead: Client;

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  books = await makeBooks(app, false);
  const strange = await makeBooks(app, false);
  await app.admin.patch(`/items/branch/${books.branch}`, { city: 'Salatiga', head_name: 'Ratih Wardani' });
  head = await app.login('head', { branch: books.branch });
  strangeHead = await app.login('head', { branch: strange.branch });
});

async function partner() {
  const { branch, district, village } = books;
  const kader = await makeKader(app, { branch, district, name: 'Joko “Jos” Susilo <b>' });
  await makeFamily(app, { branch, kader, area: village });
  return { kader, account: await app.login('kader', { branch, kader }) };
}

async function reviewOf(kader: number): Promise<number> {
  const { status, body } = await head.post('/items/partnership_review', { kader, evidence: 'Tiga bulan.\nSatu cuti.' });
  expect(status, JSON.stringify(body)).toBe(200);
  return body.data.id;
}

async function pdfAt(who: Client, path: string): Promise<{ status: number; text: string; name: string | null }> {
  const response = await fetch(new URL(`/kader-jkn${path}`, app.url), {
    headers: who.token ? { authorization: `Bearer ${who.token}` } : {},
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const { status, headers } = response;
  if (!headers.get('content-type')?.includes('pdf')) {
    return { status, text: new TextDecoder().decode(bytes), name: null };
  }
  const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
  return { status, text: text.replaceAll(/\s+/g, ' '), name: headers.get('content-disposition') };
}

const national = async (key: string): Promise<MessageTemplate> =>
  await app.knex('message_template').where({ key, channel: 'letter', language: 'id-ID', branch: null }).first();

async function decided(kader: number, account: Client): Promise<{ review: number; text: string }> {
  const review = await reviewOf(kader);
  expect((await account.patch(`/items/partnership_review/${review}`, { answer: 'Sakit.' })).status).toBe(200);
  const { status, body } = await head.post(`/kader-jkn/reviews/${review}/decide`, {
    ...{ decision: 'continue', decision_note: 'Sudah sembuh.' },
  });
  expect(status, JSON.stringify(body)).toBe(200);
  return { review, text: (await pdfAt(account, `/reviews/${review}/letter`)).text };
}

describe('the letter of a decision', () => {
  it('is in the words of the branch, before those of all branches', async () => {
    const { kader, account } = await partner();
    const { key, about, channel, language } = await national('review_decision');
    const own = await head.post('/items/message_template', {
      ...{ key, about, channel, language, branch: books.branch, name: 'Keputusan kami', status: 'active' },
      ...{ subject: 'Keputusan', html: '<h1>Kabar untuk {{kader.name}}</h1><p>{{review.effect}}</p>' },
    });
    expect(own.status, JSON.stringify(own.body)).toBe(200);
    const { text } = await decided(kader, account);
    expect(text).toContain('Kabar untuk Joko “Jos” Susilo <b> Tidak ada yang berubah');
    expect(text).not.toContain('Pertimbangan');
    await app.admin.delete(`/items/message_template/${own.body.data.id}`);
  });

  it('falls back on the words of the bundle where no template is in use', async () => {
    const { kader, account } = await partner();
    const { id } = await national('review_decision');
    expect((await app.admin.patch(`/items/message_template/${id}`, { status: 'archived' })).status).toBe(200);
    const { text } = await decided(kader, account);
    expect(text).toContain('Keputusan peninjauan kemitraan Nomor: PK/');
    expect(text).toContain('Pertimbangan Sudah sembuh.');
    await app.admin.patch(`/items/message_template/${id}`, { status: 'active' });
  });
});

describe('the invitation to answer a review', () => {
  it('is printed by the head and read by the kader, and tells that nothing is decided', async () => {
    const { kader, account } = await partner();
    const review = await reviewOf(kader);
    const letter = await pdfAt(head, `/reviews/${review}/invitation`);
    expect(letter).toMatchObject({ status: 200, name: expect.stringContaining(`-${review}.pdf`) });
    expect(letter.text).toContain('Yth. Joko “Jos” Susilo <b>');
    expect(letter.text).toContain('Belum ada keputusan apa pun');
    expect(letter.text).toContain('Tiga bulan. Satu cuti.');
    expect((await pdfAt(account, `/reviews/${review}/invitation`)).status).toBe(200);
  });

  it('is nothing for another branch, another kader or somebody unknown, nor after the decision', async () => {
    const { kader } = await partner();
    const other = await partner();
    const review = await reviewOf(kader);
    for (const who of [strangeHead, other.account]) {
      expect(await pdfAt(who, `/reviews/${review}/invitation`)).toMatchObject({
        ...{ status: 404, text: expect.stringContaining('KADER_REVIEW_UNKNOWN') },
      });
    }
    expect((await pdfAt(app.public, `/reviews/${review}/invitation`)).status).toBeGreaterThanOrEqual(401);
    const { review: over } = await decided(other.kader, other.account);
    expect(await pdfAt(head, `/reviews/${over}/invitation`)).toMatchObject({
      ...{ status: 409, text: expect.stringContaining('KADER_REVIEW_OVER') },
    });
  });
});

describe('the letter of a warning', () => {
  const warn = async (kader: number, on_date: string) => {
    const { status, body } = await head.post('/items/kader_event', {
      kader,
      kind: 'warned',
      on_date,
      reason: 'Alasan.',
    });
    expect(status, JSON.stringify(body)).toBe(200);
    return body.data.id as number;
  };

  it('is the first, and within a year the second', async () => {
    const { kader, account } = await partner();
    const [first, second] = [await warn(kader, '2026-01-05'), await warn(kader, '2026-03-05')];
    const one = await pdfAt(head, `/kader/warnings/${first}/letter`);
    expect(one.text).toContain('Surat peringatan pertama 5 Januari 2026');
    expect(one.text).toContain('Alasan. Peringatan ini tidak mengubah kontrak');
    const two = await pdfAt(account, `/kader/warnings/${second}/letter`);
    expect(two.text).toContain('Surat peringatan kedua 5 Maret 2026');
  });

  it('is for those who may read the warning, and of nothing else in the history', async () => {
    const { kader } = await partner();
    const other = await partner();
    const warning = await warn(kader, '2026-01-05');
    for (const who of [strangeHead, other.account]) {
      expect((await pdfAt(who, `/kader/warnings/${warning}/letter`)).status).toBe(404);
    }
    const event = { kader, kind: 'trained', on_date: '2026-01-06' };
    const { body } = await head.post('/items/kader_event', event);
    expect((await pdfAt(head, `/kader/warnings/${body.data.id}/letter`)).status).toBe(404);
  });
});
