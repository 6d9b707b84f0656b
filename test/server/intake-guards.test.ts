import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { RoleKey } from '../../extensions/kader-jkn/src/contract/access.ts';
import { audit, type Difference } from '../../extensions/kader-jkn/src/server/audit.ts';
import { type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { asSuperuser } from '../harness/template.ts';
import { monthFromNow } from './books-fixture.ts';
import { ended, kkOf, listOf, makeImport, send, takeIn } from './intake-fixture.ts';
import { makePartner, makeProgramme, type Programme } from './programme-fixture.ts';

let app: TestDirectus;
let programme: Programme;
let elsewhere: Programme;
let staff: Client;
let kader: number;

const asOf = `${monthFromNow(-2)}-25`;
const newer = `${monthFromNow(-1)}-25`;
const codeOf = (body: { errors?: { extensions: { code: string } }[] }) => body.errors?.[0]?.extensions.code;
const rowOf = async (kk: string) =>
  (await app.knex.raw('select to_jsonb(b) as row from binaan b where kk_number = ?', [kk])).rows[0]?.row;
const post = (client: Client, batch: number, step: string) => client.post(`/kader-jkn/imports/${batch}/${step}`);

async function differencesNow(): Promise<Difference[]> {
  const found: Difference[] = [];
  for await (const difference of audit(app.knex)) found.push(difference);
  return found;
}

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  programme = await makeProgramme(app);
  elsewhere = await makeProgramme(app);
  staff = programme.staff;
  ({ kader } = await makePartner(app, programme, 1));
});

describe('undoing a list', () => {
  const [known, missed, fresh] = [kkOf(101), kkOf(102), kkOf(103)];

  it('gives back what was, as long as nothing rests on it', async () => {
    const { code } = await app.knex('kader').where({ id: kader }).first('code');
    await takeIn(app, staff, listOf([{ kk: known }, { kk: missed }]), { as_of: asOf });
    const before = [await rowOf(known), await rowOf(missed)];
    const list = listOf([
      { kk: known, months: '12', amount: '840000', phone: '081200000009' },
      { kk: fresh, kader: code },
    ]);
    const done = await takeIn(app, staff, list, { as_of: newer, full_list: true, list_scope: 'branch' });
    expect(done).toMatchObject({ status: 'done', rows_new: 1, rows_updated: 1, rows_assigned: 1 });
    expect((await rowOf(missed)).status).toBe('off_list');

    const undone = await post(staff, done.batch, 'undo');
    expect(undone.body.data, JSON.stringify(undone.body)).toMatchObject({ status: 'undone', undoable: false });
    expect([await rowOf(known), await rowOf(missed)]).toEqual(before);
    expect(await rowOf(fresh)).toBeUndefined();
    expect(codeOf((await post(staff, done.batch, 'undo')).body)).toBe('KADER_IMPORT_STATE');
    expect(codeOf((await post(staff, done.batch, 'start')).body)).toBe('KADER_IMPORT_STATE');
    expect(await differencesNow()).toEqual([]);
  });

  it('is refused with every reason where something rests on it', async () => {
    const [paid, edited, listed] = [kkOf(104), kkOf(105), kkOf(106)];
    const done = await takeIn(app, staff, listOf([{ kk: paid }, { kk: edited }, { kk: listed }]), { as_of: asOf });
    const told = { binaan: (await rowOf(paid)).id, amount: 70_000, paid_at: `${monthFromNow(0)}-01T03:00:00Z` };
    expect((await staff.post('/items/collection', told)).status).toBe(200);
    await staff.patch(`/items/binaan/${(await rowOf(edited)).id}`, { phone: '081200000010' });
    await takeIn(app, staff, listOf([{ kk: listed, months: '11', amount: '770000' }]), { as_of: newer });

    const { status, body } = await post(staff, done.batch, 'undo');
    expect(status).toBe(409);
    expect(codeOf(body)).toBe('KADER_IMPORT_RESTED_ON');
    const { why, why_en } = body.errors[0].extensions;
    expect(why).toContain('1 keluarga sudah membayar');
    expect(why).toContain('1 keluarga datanya sudah diubah orang');
    expect(why_en).toContain('1 families are on a newer list');
    expect((await rowOf(paid)).status).toBe('active');
    expect((await app.knex('import_batch').where({ id: done.batch }).first('status')).status).toBe('done');
  });

  it('deletes no family that was there before the list, whatever is known of its change', async () => {
    const older = kkOf(108);
    await takeIn(app, staff, listOf([{ kk: older }]), { as_of: asOf });
    const list = listOf([{ kk: older, months: '12', amount: '840000' }, { kk: kkOf(109) }]);
    const done = await takeIn(app, staff, list, { as_of: newer });
    await app.knex('import_change').where({ batch: done.batch }).delete();
    await post(staff, done.batch, 'undo');
    expect((await rowOf(older)).status).toBe('active');
    expect(await differencesNow()).toEqual([]);
  });

  it('is refused once its details are forgotten', async () => {
    const done = await takeIn(app, staff, listOf([{ kk: kkOf(107) }]), { as_of: asOf });
    await app.knex.raw(`select kader_note_import(?, '{"finished_at": "2020-01-01T00:00:00Z"}')`, [done.batch]);
    expect(codeOf((await post(staff, done.batch, 'undo')).body)).toBe('KADER_IMPORT_FORGOTTEN');
  });
});

describe('an import', () => {
  it.each(['telekolekting', 'kader', 'integration', 'auditor'] as const)('is not for a %s', async (role: RoleKey) => {
    const batch = await makeImport(app, staff, listOf([{ kk: kkOf(111) }]), { as_of: asOf });
    const client = await app.login(role, { branch: programme.branch, ...(role === 'kader' && { kader }) });
    for (const step of ['start', 'undo']) expect((await post(client, batch, step)).status).toBe(403);
    for (const path of ['progress', 'bad-rows'])
      expect((await client.get(`/kader-jkn/imports/${batch}/${path}`)).status).toBe(403);
    if (role !== 'integration') expect((await send(app, client, `as_of=${asOf}`, listOf([]))).status).toBe(403);
    await app.knex('directus_users').where({ id: client.id }).delete();
  });

  it('of another branch is not there, and a file of somebody else is not read', async () => {
    const batch = await makeImport(app, staff, listOf([{ kk: kkOf(112) }]), { as_of: asOf });
    expect((await post(elsewhere.staff, batch, 'start')).status).toBe(404);
    expect((await elsewhere.staff.get(`/kader-jkn/imports/${batch}/progress`)).status).toBe(404);
    const { file } = await app.knex('import_batch').where({ id: batch }).first('file');
    const theirs = await elsewhere.staff.post('/items/import_batch', { as_of: asOf, file });
    expect(theirs.status).toBe(200);
    expect(codeOf((await post(elsewhere.staff, theirs.body.data.id, 'start')).body)).toBe('KADER_IMPORT_FILE_MISSING');
    expect((await post(app.public, batch, 'start')).status).toBe(401);
  });

  it('has its state and figures written by nobody', async () => {
    const batch = await makeImport(app, staff, listOf([{ kk: kkOf(113) }]), { as_of: asOf });
    for (const told of [{ status: 'done' }, { rows_new: 5 }, { started_at: '2026-01-01T00:00:00Z' }]) {
      expect((await staff.patch(`/items/import_batch/${batch}`, told)).status).toBe(403);
      expect(codeOf((await app.admin.patch(`/items/import_batch/${batch}`, told)).body)).toBe('KADER_RECORD_FIXED');
    }
    await post(staff, batch, 'start');
    await ended(staff, batch);
    expect(codeOf((await staff.patch(`/items/import_batch/${batch}`, { as_of: newer })).body)).toBe(
      'KADER_RECORD_FIXED',
    );
    expect((await app.admin.delete(`/items/import_batch/${batch}`)).status).toBe(409);
    expect((await staff.patch(`/items/import_batch/${batch}`, { note: 'Dari kantor pusat' })).status).toBe(200);
  });

  it('is refused for a day to come, without a file, without its columns, and without rows', async () => {
    const future = await staff.post('/items/import_batch', { as_of: '2999-01-01' });
    expect(codeOf(future.body)).toBe('KADER_IMPORT_FUTURE');
    const { body } = await staff.post('/items/import_batch', { as_of: asOf });
    expect(codeOf((await post(staff, body.data.id, 'start')).body)).toBe('KADER_IMPORT_FILE_MISSING');
    const lacking = await takeIn(app, staff, 'Nama;Alamat\nSiti;Jalan\n', { as_of: asOf });
    expect(lacking).toMatchObject({ status: 'failed' });
    expect(lacking.message).toContain('Nomor KK');
    expect(await takeIn(app, staff, listOf([]), { as_of: asOf })).toMatchObject({ status: 'failed' });
  });

  it('waits for no other of its branch, and minds none of another', async () => {
    const [one, two] = [kkOf(114), kkOf(115)];
    const first = await makeImport(app, staff, listOf([{ kk: one }]), { as_of: asOf });
    const theirs = await makeImport(app, elsewhere.staff, listOf([{ kk: two }]), { as_of: asOf });
    const { branch } = programme;
    await app.knex.transaction(async (trx) => {
      await trx.raw('select pg_advisory_xact_lock(kader_import_lock_key(?))', [branch]);
      expect(codeOf((await post(staff, first, 'start')).body)).toBe('KADER_IMPORT_BUSY');
      await post(elsewhere.staff, theirs, 'start');
      expect(await ended(elsewhere.staff, theirs)).toMatchObject({ status: 'done' });
    });
    await post(staff, first, 'start');
    expect(await ended(staff, first)).toMatchObject({ status: 'done', rows_new: 1 });
  });
});

describe('a machine', () => {
  it('sends CSV or NDJSON for its own branch, and is answered with figures and faults', async () => {
    const machine = await app.login('integration', { branch: programme.branch });
    const answer = await send(app, machine, `as_of=${asOf}`, listOf([{ kk: kkOf(121) }, { kk: 'x' }]));
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    expect(answer.body.data).toMatchObject({ status: 'done', rows_new: 1, rows_bad: 1 });
    expect(answer.body.data.issues).toContainEqual(
      expect.objectContaining({ row: 3, field: 'kk_number', value: 'x', severity: 'refused' }),
    );
    const family = {
      kk_number: kkOf(122),
      head_name: 'Siti',
      members: 2,
      class: 3,
      listed_months: 10,
      listed_amount: 700_000,
    };
    const lines = `${JSON.stringify(family)}\n{ broken\n`;
    const sent = await send(app, machine, `as_of=${asOf}&assign=true`, lines, 'application/x-ndjson');
    expect(sent.body.data, JSON.stringify(sent.body)).toMatchObject({ status: 'done', rows_new: 1, rows_bad: 1 });
    expect(await rowOf(kkOf(122))).toMatchObject({ branch: programme.branch, listed_amount: 700_000 });
    expect((await machine.get('/items/binaan')).status).toBe(403);
    expect((await send(app, machine, `as_of=${asOf}&branch=${elsewhere.branch}`, lines)).status).toBe(403);
    expect((await send(app, machine, 'as_of=kemarin', lines)).status).toBe(400);
    expect(codeOf((await send(app, machine, `as_of=${asOf}&source=tidak-ada`, lines)).body)).toBe(
      'KADER_VALUE_INVALID',
    );
  });
});

describe('an import that is cut short', () => {
  /** A list that stays where it is once it has written families, until its connection is cut. */
  async function cut(batch: number): Promise<void> {
    const { name } = (await app.knex.raw('select current_database() as name')).rows[0];
    await app.knex.raw(`
      create function test_stay() returns trigger language plpgsql as $$ begin perform pg_sleep(20); return null; end $$;
      create trigger zz_test_stay after update on binaan for each statement execute function test_stay();`);
    try {
      await post(staff, batch, 'start');
      await asSuperuser(inject('testDatabase').port, async (client) => {
        for (let tries = 0; tries < 1000; tries += 1) {
          const { rowCount } = await client.query(
            `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and wait_event = 'PgSleep'`,
            [name],
          );
          if (rowCount) return;
          await wait(10);
        }
        throw new Error('The import did not come so far');
      });
    } finally {
      await app.knex.raw('drop trigger zz_test_stay on binaan; drop function test_stay()');
    }
  }

  it('leaves nothing behind, says so, and can be started again', async () => {
    const [known, fresh] = [kkOf(131), kkOf(132)];
    await takeIn(app, staff, listOf([{ kk: known }]), { as_of: asOf });
    const before = await rowOf(known);
    const list = listOf([{ kk: known, months: '11', amount: '770000' }, { kk: fresh }]);
    const batch = await makeImport(app, staff, list, { as_of: newer });
    const { useLogger } = await import('@directus/api/logger/index');
    const logger = useLogger();
    const { level } = logger;
    logger.level = 'silent';
    try {
      await cut(batch);
      expect(await ended(staff, batch)).toMatchObject({ status: 'failed', rows_new: 0 });
    } finally {
      logger.level = level;
    }
    expect(await rowOf(known)).toEqual(before);
    expect(await rowOf(fresh)).toBeUndefined();
    await post(staff, batch, 'start');
    expect(await ended(staff, batch)).toMatchObject({ status: 'done', rows_new: 1, rows_updated: 1 });
  });

  it('is told to have failed where its server is gone', async () => {
    const batch = await makeImport(app, staff, listOf([{ kk: kkOf(133) }]), { as_of: asOf });
    await app.knex.raw(`select kader_note_import(?, '{"status": "running"}')`, [batch]);
    expect(await ended(staff, batch)).toMatchObject({ status: 'failed', message: expect.stringContaining('terputus') });
    await post(staff, batch, 'start');
    expect(await ended(staff, batch)).toMatchObject({ status: 'done' });
  });
});

describe('payments while a list comes in', () => {
  it('count from the date of the list that stands when both are done', async () => {
    const families = Array.from({ length: 40 }, (_, index) => ({ kk: kkOf(200 + index) }));
    await takeIn(app, staff, listOf(families), { as_of: asOf });
    const next = listOf(families.map((family) => ({ ...family, months: '11', amount: '770000' })));
    const batch = await makeImport(app, staff, next, { as_of: newer });
    const ids: number[] = await app
      .knex('binaan')
      .whereIn(
        'kk_number',
        families.map(({ kk }) => kk),
      )
      .pluck('id');
    const paying = ids.map((binaan) =>
      staff.post('/items/collection', { binaan, amount: 70_000, paid_at: `${monthFromNow(0)}-01T03:00:00Z` }),
    );
    await post(staff, batch, 'start');
    expect(await ended(staff, batch)).toMatchObject({ status: 'done', rows_updated: 40 });
    expect((await Promise.all(paying)).map(({ status }) => status)).toEqual(ids.map(() => 200));
    const stored = await app.knex('binaan').whereIn('id', ids);
    expect(stored.every(({ paid_amount, listed_months }) => paid_amount === 70_000 && listed_months === 11)).toBe(true);
    expect(await differencesNow()).toEqual([]);
  });
});
