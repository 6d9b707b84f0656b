import { beforeAll, describe, expect, it } from 'vitest';
import { recordCollections } from '../../extensions/kader-jkn/src/server/record-collections.ts';
import { type Answer, type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { type BooksFixture, makeBooks, makeFamily, makeKader, momentIn } from './books-fixture.ts';
import { refusalCode } from './programme-fixture.ts';

let app: TestDirectus;
let solo: BooksFixture;
let medan: BooksFixture;
let inSolo: Client;
let inMedan: Client;

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  solo = await makeBooks(app);
  medan = await makeBooks(app);
  inSolo = await app.login('staff', { branch: solo.branch });
  inMedan = await app.login('staff', { branch: medan.branch });
});

async function receipt(
  client: Client,
  { branch, kader, thisMonth }: BooksFixture,
  external_ref: string,
  fields: Record<string, unknown> = {},
): Promise<Answer> {
  const binaan = await makeFamily(app, { branch, kader });
  return await client.post('/items/collection', {
    binaan,
    amount: 70_000,
    paid_at: momentIn(thisMonth),
    external_ref,
    ...fields,
  });
}

const standing = async (external_ref: string) =>
  await app.knex('collection').where({ external_ref }).orderBy('id').select('id', 'branch', 'source');

describe('a receipt number', () => {
  it('belongs to its branch', async () => {
    const answers = [await receipt(inSolo, solo, '0001'), await receipt(inMedan, medan, '0001')];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await standing('0001')).toMatchObject([{ branch: solo.branch }, { branch: medan.branch }]);
  });

  it('stands once in it, and staff are told where', async () => {
    const first = await receipt(inSolo, solo, '0002');
    const head = await app.login('head', { branch: solo.branch });
    for (const client of [inSolo, head, app.admin]) {
      const again = await receipt(client, solo, '0002', { channel: 'office' });
      expect(again.status).toBe(409);
      expect(again.body.errors[0]).toMatchObject({
        message: expect.stringContaining(`penerimaan nomor ${first.body.data.id}`),
        extensions: { code: 'KADER_DUPLICATE_REF', field: 'external_ref', id: first.body.data.id },
      });
    }
    expect(await standing('0002')).toHaveLength(1);
  });

  it('of a kader stands once in the branch, and is not shown to another kader', async () => {
    const other = await makeKader(app, { branch: solo.branch, district: solo.district });
    const mine = await app.login('kader', { branch: solo.branch, kader: solo.kader });
    const theirs = await app.login('kader', { branch: solo.branch, kader: other });
    const first = await receipt(mine, solo, 'K-1');
    expect(first.status, JSON.stringify(first.body)).toBe(200);
    const seen = await receipt(mine, solo, 'K-1');
    expect(seen.body.errors[0].extensions).toMatchObject({ code: 'KADER_DUPLICATE_REF', id: first.body.data.id });
    const unseen = await receipt(theirs, { ...solo, kader: other }, 'K-1');
    expect(unseen.status).toBe(409);
    expect(unseen.body.errors[0]).toMatchObject({
      message: expect.stringContaining('penerimaan lain'),
      extensions: { code: 'KADER_DUPLICATE_REF' },
    });
    expect(unseen.body.errors[0].extensions).not.toHaveProperty('id');
    expect((await receipt(inSolo, solo, 'K-1')).status).toBe(200);
  });

  it('stands once when eight clerks give it at once', async () => {
    const families = await Promise.all(
      Array.from({ length: 8 }, () => makeFamily(app, { branch: solo.branch, kader: solo.kader })),
    );
    const answers = await Promise.all(families.map((binaan) => receipt(inSolo, solo, '0008', { binaan })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)]);
    expect(await standing('0008')).toHaveLength(1);
  });

  it('may be left out', async () => {
    for (const external_ref of ['', '  ']) {
      expect((await receipt(inSolo, solo, external_ref)).status).toBe(200);
    }
  });
});

describe('the reference of a machine', () => {
  it('stands once in the whole instance, and another machine is not shown whose it is', async () => {
    const bank = await app.login('integration', { branch: solo.branch });
    const other = await app.login('integration', { branch: medan.branch });
    const source = 'bank-y';
    const first = await receipt(bank, solo, 'T-1', { source });
    expect(first.status, JSON.stringify(first.body)).toBe(200);
    const own = await receipt(bank, solo, 'T-1', { source });
    expect(own.body.errors[0].extensions).toMatchObject({ code: 'KADER_DUPLICATE_REF', id: first.body.data.id });
    const strange = await receipt(other, medan, 'T-1', { source });
    expect(strange.status).toBe(409);
    expect(strange.body.errors[0].extensions).toMatchObject({ code: 'KADER_DUPLICATE_REF', source });
    expect(strange.body.errors[0].extensions).not.toHaveProperty('id');
    expect((await receipt(other, medan, 'T-1', { source: 'bank-z' })).status).toBe(200);
  });

  it('keeps the family it names by id out of the payer, and what it calls an unknown one in it', async () => {
    const bank = await app.login('integration', { branch: solo.branch });
    await receipt(bank, solo, 'T-2', { source: 'bank-y' });
    await receipt(bank, solo, 'T-3', { source: 'bank-y', binaan: 999_999 });
    await receipt(bank, solo, 'T-4', { source: 'bank-y', binaan: 'keluarga Budi' });
    const stored = await app.knex('collection').whereIn('external_ref', ['T-2', 'T-3', 'T-4']).orderBy('external_ref');
    expect(stored).toMatchObject([
      { binaan: expect.any(Number), payer_ref: null },
      { binaan: null, payer_ref: '999999' },
      { binaan: null, payer_ref: 'keluarga Budi' },
    ]);
  });
});

describe('many payments at once', () => {
  const told = (binaan: number, external_ref: string) => ({
    binaan,
    amount: 35_000,
    paid_at: momentIn(solo.thisMonth),
    external_ref,
  });
  const options = () => ({ branch: solo.branch, by: 'staff' as const, user: inSolo.id, now: new Date() });

  it('give no number twice, neither among them nor in the books', async () => {
    const first = await receipt(inSolo, solo, 'M-1');
    const repeated = [told(solo.family, 'M-2'), told(solo.family, 'M-1')];
    await expect(recordCollections(app.knex, repeated, options())).rejects.toMatchObject({
      code: 'KADER_DUPLICATE_REF',
      extensions: { row: 1, id: first.body.data.id, external_ref: 'M-1' },
    });
    const twice = [told(solo.family, 'M-3'), told(solo.family, 'M-3')];
    await expect(recordCollections(app.knex, twice, options())).rejects.toMatchObject({
      code: 'KADER_DUPLICATE_REF',
      extensions: { row: 1, external_ref: 'M-3' },
    });
    expect(await standing('M-3')).toEqual([]);
  });

  it('may give the number of another branch', async () => {
    await receipt(inMedan, medan, 'M-4');
    expect(await recordCollections(app.knex, [told(solo.family, 'M-4')], options())).toHaveLength(1);
  });

  it('recorded meanwhile by somebody else are refused in words', async () => {
    const earlier = await app.knex.transaction();
    await recordCollections(earlier, [told(solo.family, 'M-5')], options());
    const family = await makeFamily(app, { branch: solo.branch, kader: solo.kader });
    const later = refusalCode(recordCollections(app.knex, [told(family, 'M-5')], options()));
    await new Promise((passed) => setTimeout(passed, 300));
    await earlier.commit();
    expect(await later).toBe('KADER_DUPLICATE_REF');
  });
});
