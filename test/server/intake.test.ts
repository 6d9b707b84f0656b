import readWorkbook from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { audit, type Difference } from '../../extensions/kader-jkn/src/server/audit.ts';
import { type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { monthFromNow } from './books-fixture.ts';
import { ended, kkOf, listOf, takeIn, upload, withoutGrant } from './intake-fixture.ts';
import { makePartner, makeProgramme, type Programme } from './programme-fixture.ts';

let app: TestDirectus;
let programme: Programme;
let staff: Client;
let kader: number;
let kaderCode: string;

const older = `${monthFromNow(-3)}-25`;
const asOf = `${monthFromNow(-2)}-25`;
const newer = `${monthFromNow(-1)}-25`;

const familyOf = (kk: string) => app.knex('binaan').where({ kk_number: kk }).first();
const rowOf = async (kk: string) =>
  (await app.knex.raw('select to_jsonb(b) as row from binaan b where kk_number = ?', [kk])).rows[0]?.row;

async function differencesNow(): Promise<Difference[]> {
  const found: Difference[] = [];
  for await (const difference of audit(app.knex)) found.push(difference);
  return found;
}

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  programme = await makeProgramme(app, { policy: { tele_window_min: 2, tele_window_max: 23 } });
  staff = programme.staff;
  ({ kader } = await makePartner(app, programme, 0));
  kaderCode = (await app.knex('kader').where({ id: kader }).first('code')).code;
});

describe('a list of new families', () => {
  it('goes in with everything that the row triggers would have made of it', async () => {
    const [kk, other] = [kkOf(1), kkOf(2)];
    const done = await takeIn(
      app,
      staff,
      listOf([
        { kk, va: '8888800000000001', name: 'Siti  Aminah', phone: '0812 3456 7890', kader: kaderCode },
        { kk: other, members: '3', class: '2', months: '5', amount: '1,500,000' },
      ]),
      { as_of: asOf },
    );
    expect(done).toMatchObject({
      status: 'done',
      rows_read: 2,
      rows_new: 2,
      rows_bad: 0,
      rows_assigned: 1,
      undoable: true,
    });
    const family = await familyOf(kk);
    expect(family).toMatchObject({
      branch: programme.branch,
      kader,
      va_number: '8888800000000001',
      head_name: 'Siti Aminah',
      listed_months: 10,
      listed_amount: 700_000,
      status: 'active',
      source: 'list',
      list_batch: done.batch,
      tele_eligible: true,
      paid_amount: 0,
      user_created: staff.id,
    });
    expect(family.accrued_months).toBeGreaterThan(0);
    expect(family.owed_amount).toBe(700_000 + family.accrued_amount);
    expect(await app.knex('assignment').where({ binaan: family.id })).toMatchObject([
      { kader, branch: programme.branch, reason: 'import', to_date: null },
    ]);
    expect(await familyOf(other)).toMatchObject({ kader: null, class: 2, members: 3, listed_amount: 1_500_000 });
    expect(await differencesNow()).toEqual([]);
  });

  it('comes to the same where the database does not let us past its triggers', async () => {
    const kk = kkOf(3);
    await withoutGrant(app, async () => await takeIn(app, staff, listOf([{ kk, kader: kaderCode }]), { as_of: asOf }));
    const twin = kkOf(4);
    await takeIn(app, staff, listOf([{ kk: twin, kader: kaderCode }]), { as_of: asOf });
    const same = ({
      id: _,
      kk_number: __,
      head_name: ___,
      list_batch: ____,
      date_created: _____,
      ...rest
    }: Record<string, unknown>) => rest;
    expect(same(await rowOf(kk))).toEqual(same(await rowOf(twin)));
    for (const number of [kk, twin]) {
      const { id } = await familyOf(number);
      expect(await app.knex('assignment').where({ binaan: id })).toMatchObject([
        { kader, reason: 'import', to_date: null },
      ]);
    }
  });

  it('lists every refused row with number, field, value and reason, and takes in the good ones', async () => {
    const done = await takeIn(
      app,
      staff,
      listOf([
        { kk: kkOf(11) },
        { kk: '3.37201E+15' },
        { kk: kkOf(12), members: '21', months: '=1+1' },
        { kk: kkOf(11), name: 'Yang kedua' },
        { kk: kkOf(13), name: '=HYPERLINK("x")' },
        { kk: kkOf(17), members: '0' },
        { kk: kkOf(17) },
      ]),
      { as_of: asOf },
    );
    expect(done).toMatchObject({ status: 'done', rows_read: 7, rows_new: 3, rows_bad: 4 });
    const { body } = await staff.get(
      `/items/import_issue?filter[batch][_eq]=${done.batch}&sort=row_number,id&filter[severity][_eq]=refused`,
    );
    const found = body.data.map(({ row_number, field, value, reason }: Record<string, unknown>) => [
      row_number,
      field,
      value,
      reason,
    ]);
    expect(found).toEqual(
      expect.arrayContaining([
        [3, 'kk_number', '3.37201E+15', 'digits-lost'],
        [4, 'members', '21', 'members-range'],
        [5, 'kk_number', kkOf(11), 'kk-repeated'],
      ]),
    );
    expect(body.data[0].row_text).toMatchObject({ 'No KK': '3.37201E+15', Kelas: 'III' });
    expect(await familyOf(kkOf(11))).toMatchObject({ head_name: `Keluarga ${kkOf(11).slice(-4)}` });
  });

  it('gives the refused rows back as a file that can be mended and taken in again', async () => {
    const done = await takeIn(app, staff, listOf([{ kk: kkOf(14), members: '0', name: '=1+1' }]), { as_of: asOf });
    const response = await fetch(new URL(`/kader-jkn/imports/${done.batch}/bad-rows?format=csv`, app.url), {
      headers: { authorization: `Bearer ${staff.token}` },
    });
    const text = await response.text();
    expect(text).toContain('Yang perlu diperbaiki');
    expect(text).toContain("'=1+1");
    const again = await takeIn(app, staff, text.replace(';0;III;', ';2;III;'), { as_of: asOf });
    expect(again).toMatchObject({ status: 'done', rows_new: 1, rows_bad: 0 });
    expect(await familyOf(kkOf(14))).toMatchObject({ head_name: '=1+1', members: 2 });
    expect(await app.knex('directus_activity').where({ action: 'bad_rows', item: String(done.batch) })).toHaveLength(1);
  });

  it('gives all refused rows as CSV, and as a workbook those that one can hold', async () => {
    const done = await takeIn(app, staff, listOf([{ kk: kkOf(16), members: '0' }]), { as_of: asOf });
    const file = (format: string) =>
      fetch(new URL(`/kader-jkn/imports/${done.batch}/bad-rows?format=${format}`, app.url), {
        headers: { authorization: `Bearer ${staff.token}` },
      });
    const rowsOfWorkbook = async () => {
      const [sheet] = await readWorkbook(Buffer.from(await (await file('xlsx')).arrayBuffer()));
      return sheet?.data ?? [];
    };
    const [titles, row] = await rowsOfWorkbook();
    expect(titles).toEqual(expect.arrayContaining(['No KK', 'Yang perlu diperbaiki', 'Baris asal']));
    expect(row).toContain(kkOf(16));

    await app.knex.raw(
      `insert into import_issue (batch, row_number, field, value, reason, severity, row_text)
        select i.batch, n, i.field, i.value, i.reason, i.severity, i.row_text
        from import_issue i cross join generate_series(100, 20099) n where i.batch = ?`,
      [done.batch],
    );
    const lines = (await (await file('csv')).text()).trimEnd().split('\r\n');
    expect(lines).toHaveLength(20_002);
    expect(lines[0]).toContain('No KK');
    expect(lines.at(-1)).toMatch(/;20099$/);
    const refused = await file('xlsx');
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('KADER_IMPORT_BAD_ROWS_MANY');
    await app.knex('import_issue').where({ batch: done.batch }).where('row_number', '>=', 100).delete();
  });

  it('goes in whole or not at all where all or none is asked for', async () => {
    const list = listOf([{ kk: kkOf(15) }, { kk: '12' }]);
    const done = await takeIn(app, staff, list, { as_of: asOf, mode: 'all_or_none' });
    expect(done).toMatchObject({ status: 'failed', rows_bad: 1, rows_new: 0 });
    expect(done.message).toContain('1 baris ditolak');
    expect(await familyOf(kkOf(15))).toBeUndefined();
    expect(
      await app.knex('import_issue').where({ batch: done.batch, severity: 'refused' }).distinct('row_number'),
    ).toEqual([{ row_number: 3 }]);
    // mended, the same import can be started again
    const file = await upload(app, staff, listOf([{ kk: kkOf(15) }, { kk: kkOf(16) }]));
    expect((await staff.patch(`/items/import_batch/${done.batch}`, { file })).status).toBe(200);
    await staff.post(`/kader-jkn/imports/${done.batch}/start`);
    expect(await ended(staff, done.batch)).toMatchObject({ status: 'done', rows_new: 2, rows_bad: 0, message: null });
    expect(await app.knex('import_issue').where({ batch: done.batch, severity: 'refused' })).toEqual([]);
  });
});

describe('a list of known families', () => {
  const kk = kkOf(21);
  const list = listOf([{ kk, months: '10', amount: '700000', phone: '081200000001', address: 'Jalan Lama 1' }]);

  it('changes nothing the second time, however its numbers are written', async () => {
    await takeIn(app, staff, list, { as_of: asOf });
    const before = await rowOf(kk);
    const spaced = list.replace(kk, kk.replaceAll(/(\d{4})(?=\d)/g, '$1 '));
    expect(await takeIn(app, staff, spaced, { as_of: asOf })).toMatchObject({
      status: 'done',
      rows_new: 0,
      rows_unchanged: 1,
    });
    expect(await takeIn(app, staff, list, { as_of: asOf })).toMatchObject({
      status: 'done',
      rows_unchanged: 1,
      rows_updated: 0,
    });
    expect(await rowOf(kk)).toEqual(before);
  });

  it('replaces what is owed when it is newer, never what was paid', async () => {
    const { id } = await familyOf(kk);
    const paid = await staff.post('/items/collection', {
      binaan: id,
      amount: 70_000,
      paid_at: `${monthFromNow(0)}-01T03:00:00Z`,
    });
    expect(paid.status, JSON.stringify(paid.body)).toBe(200);
    const done = await takeIn(app, staff, listOf([{ kk, months: '11', amount: '770000', phone: '081200000002' }]), {
      as_of: newer,
    });
    expect(done).toMatchObject({ status: 'done', rows_updated: 1, rows_new: 0 });
    const family = await familyOf(kk);
    expect(family).toMatchObject({
      listed_months: 11,
      listed_amount: 770_000,
      paid_amount: 70_000,
      phone: '081200000002',
      address: 'Jalan Lama 1',
      list_batch: done.batch,
    });
    expect(family.owed_amount).toBe(770_000 + family.accrued_amount - 70_000);
    expect(await differencesNow()).toEqual([]);
  });

  it('changes nothing when it is older', async () => {
    const before = await rowOf(kk);
    const done = await takeIn(app, staff, listOf([{ kk, months: '3', amount: '210000' }]), { as_of: older });
    expect(done).toMatchObject({ status: 'done', rows_older: 1, rows_updated: 0 });
    expect(await rowOf(kk)).toEqual(before);
  });

  it('leaves where a family lives and is reached to whoever checked it after the date of the list', async () => {
    const other = kkOf(22);
    await takeIn(app, staff, listOf([{ kk: other, phone: '081200000003' }]), { as_of: older });
    const { id } = await familyOf(other);
    await staff.patch(`/items/binaan/${id}`, { phone: '081299999999' });
    await takeIn(
      app,
      staff,
      listOf([{ kk: other, phone: '081200000004', address: 'Jalan Baru 2', months: '12', amount: '840000' }]),
      { as_of: newer },
    );
    expect(await familyOf(other)).toMatchObject({ phone: '081299999999', address: 'Jalan Baru 2', listed_months: 12 });
  });
});

describe('a whole list', () => {
  it('marks who it no longer names as off the list, and takes them back when a newer one names them', async () => {
    const home = await makeProgramme(app);
    const [stays, drops, refused] = [kkOf(31), kkOf(32), kkOf(33)];
    await takeIn(app, home.staff, listOf([{ kk: stays }, { kk: drops }, { kk: refused }]), { as_of: older });
    const second = await takeIn(app, home.staff, listOf([{ kk: stays }, { kk: refused, members: '99' }]), {
      as_of: asOf,
      full_list: true,
      list_scope: 'branch',
    });
    expect(second).toMatchObject({ rows_off_list: 1, rows_updated: 1, rows_bad: 1 });
    expect((await familyOf(drops)).status).toBe('off_list');
    // its row is wrong, but it is named
    expect((await familyOf(refused)).status).toBe('active');
    expect(await rowOf(drops)).toMatchObject({ left_list_on: asOf });

    // a list from before it dropped off knows no better
    expect(await takeIn(app, home.staff, listOf([{ kk: drops }]), { as_of: older })).toMatchObject({ rows_older: 1 });
    const back = await takeIn(app, home.staff, listOf([{ kk: drops, months: '12', amount: '840000' }]), {
      as_of: newer,
    });
    expect(back).toMatchObject({ rows_updated: 1 });
    expect(await rowOf(drops)).toMatchObject({ status: 'active', left_list_on: null, listed_months: 12 });
    expect(await differencesNow()).toEqual([]);
  });
});
