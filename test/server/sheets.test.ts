import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SheetRecorded, SheetRow, SheetRowRefusal } from '../../extensions/kader-jkn/src/contract/sheet.ts';
import { audit, type Difference } from '../../extensions/kader-jkn/src/server/audit.ts';
import type { Client } from '../harness/index.ts';
import { type Answer, getDirectus, type TestDirectus } from '../harness/index.ts';
import { makeBooks, makeFamily, makeKader } from './books-fixture.ts';
import { close, makePartner, makeProgramme, type Programme } from './programme-fixture.ts';

let app: TestDirectus;
let programme: Programme;
let kader: number;
let families: number[];

const contact = { channel: 'visit', outcome: 'met' } as const;
const row = (binaan: number, fields: object = { contact }) => ({ client_id: randomUUID(), binaan, ...fields });
const payment = (amount: number, fields: object = {}) => ({ amount, kind: 'arrears', ...fields });

async function send(rows: object[], fields: object = {}, client: Client = programme.staff): Promise<Answer> {
  return await client.post('/kader-jkn/sheets', { kader, date: yesterday(), rows, ...fields });
}

async function record(rows: object[], client?: Client): Promise<SheetRecorded> {
  const { status, body } = await send(rows, {}, client);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.data;
}

/** The refused rows by their place on the sheet. */
function refusedRows(rows: { client_id: string }[], { body }: Answer): [place: number, code: string][] {
  const { extensions } = body.errors[0];
  expect(extensions.code).toBe('KADER_SHEET_REFUSED');
  return extensions.rows.map((refused: SheetRowRefusal) => [
    rows.findIndex(({ client_id }) => client_id === refused.client_id),
    refused.code,
  ]);
}

const count = async (name: string) => (await app.knex(name).whereIn('binaan', families).select('id')).length;
const stored = async () => [await count('activity'), await count('collection')];

async function auditNow(): Promise<Difference[]> {
  const found: Difference[] = [];
  for await (const difference of audit(app.knex)) found.push(difference);
  return found;
}

function yesterday(): string {
  return new Date(Date.now() + 7 * 3_600_000 - 86_400_000).toISOString().slice(0, 10);
}

beforeAll(async () => {
  app = await getDirectus();
});

beforeEach(async () => {
  await app.reset();
  programme = await makeProgramme(app);
  ({ kader, families } = await makePartner(app, programme, 4));
});

describe('a sheet', () => {
  it('records contacts and payments of all rows by the rules of single ones', async () => {
    const [one = 0, two = 0, three = 0] = families;
    const promised = { channel: 'phone', outcome: 'promised', promise_on: yesterday(), promise_amount: 70_000 };
    const recorded = await record([
      row(one, { time: '09:30', contact, payment: payment(70_000, { external_ref: 'KW-1' }) }),
      row(two, { contact: promised }),
      row(three, { payment: payment(140_000) }),
    ]);
    expect(recorded).toMatchObject({ contacts: 2, payments: 2, total: 210_000 });
    expect(recorded.rows[0]).toMatchObject({ months_covered: 1, repeated: false, late: false });

    const [first] = await app.knex('collection').where({ binaan: one });
    expect(first).toMatchObject({ kader, channel: 'kader_cash', source: 'staff', external_ref: 'KW-1', rate_bp: 1500 });
    expect(first.paid_at.toISOString()).toBe(`${yesterday()}T02:30:00.000Z`);
    const [told] = await app.knex('activity').where({ binaan: two });
    expect(told).toMatchObject({ kader, channel: 'phone', outcome: 'promised', promise_amount: 70_000 });
    expect(await auditNow()).toEqual([]);
  });

  it('is recorded whole or not at all, and tells every bad row in its place', async () => {
    const [one = 0, two = 0, three = 0] = families;
    const rows = [
      row(one),
      row(two, { payment: payment(99_999_999) }),
      row(three, { contact: { channel: 'visit', outcome: 'promised' } }),
      row(999_999),
      row(three, {}),
      row(one, { contact, time: '23:59' }),
    ];
    const answer = await send(rows);
    expect(answer.status).toBe(422);
    expect(refusedRows(rows, answer).slice(0, 4)).toEqual([
      [1, 'KADER_AMOUNT_ABOVE_OWED'],
      [2, 'KADER_SHEET_PROMISE'],
      [3, 'KADER_REFERENCE_UNKNOWN'],
      [4, 'KADER_SHEET_ROW_EMPTY'],
    ]);
    expect(await stored()).toEqual([0, 0]);
  });

  it('sees the payments of one family together', async () => {
    const [one = 0] = families;
    const { owed_amount: owed } = await app.knex('binaan').where({ id: one }).first();
    const rows = [row(one, { payment: payment(owed - 1) }), row(one, { payment: payment(2) })];
    expect(refusedRows(rows, await send(rows))).toEqual([[1, 'KADER_AMOUNT_ABOVE_OWED']]);
    expect(await stored()).toEqual([0, 0]);
  });

  it('asks about an equal payment of the day, and about a receipt that stands', async () => {
    const [one = 0, two = 0] = families;
    await record([row(one, { payment: payment(70_000, { external_ref: 'KW-9' }) })]);
    const rows = [
      row(one, { payment: payment(70_000) }),
      row(two, { payment: payment(35_000, { external_ref: 'KW-9' }) }),
    ];
    expect(refusedRows(rows, await send(rows))).toEqual([
      [0, 'KADER_POSSIBLE_DUPLICATE'],
      [1, 'KADER_DUPLICATE_REF'],
    ]);
    await record([row(one, { payment: payment(70_000, { confirm_duplicate: true }) })]);

    const twice = [one, two].map((family) => row(family, { payment: payment(36_000, { external_ref: 'KW-10' }) }));
    const answer = await send(twice);
    expect(refusedRows(twice, answer)).toEqual([[1, 'KADER_DUPLICATE_REF']]);
    expect(answer.body.errors[0].extensions.rows[0].params.standing).toBe('pembayaran lain dalam kiriman ini');
  });

  it('keeps the rules of contact, unless a row says why it was in order', async () => {
    await app.knex('program_policy').where({ branch: programme.branch }).update({ contact_cap_week: 1 });
    const [one = 0] = families;
    await record([row(one)]);
    const again = [row(one)];
    expect(refusedRows(again, await send(again))).toEqual([[0, 'KADER_CONTACT_CAP']]);
    await record([row(one, { contact: { ...contact, cap_reason: 'Keluarga datang sendiri' } })]);
  });

  it('may be looked at without recording anything', async () => {
    const rows = [
      row(families[0] ?? 0, { contact, payment: payment(70_000) }),
      row(families[1] ?? 0, { payment: payment(0) }),
    ];
    const { status, body } = await programme.staff.post('/kader-jkn/sheets/check', { kader, date: yesterday(), rows });
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ contacts: 1, payments: 1, total: 70_000 });
    expect(body.data.rows[0]).toMatchObject({ months_covered: 1 });
    expect(body.data.refused).toMatchObject([{ client_id: rows[1]?.client_id, code: 'KADER_AMOUNT_INVALID' }]);
    expect(await stored()).toEqual([0, 0]);
  });

  it('refuses what is no sheet', async () => {
    const code = async (answer: Promise<Answer>) => (await answer).body.errors[0].extensions.code;
    expect(await code(send([]))).toBe('KADER_SHEET_EMPTY');
    expect(await code(send([row(1)], { date: '2022-13-01' }))).toBe('KADER_QUERY_INVALID');
    expect(await code(send([row(1)], { date: '2099-01-01' }))).toBe('KADER_SHEET_FUTURE');
    expect(await code(send([{ ...row(1), client_id: 'x y' }]))).toBe('KADER_QUERY_INVALID');
    expect(await code(send([row(1)], { kader: 999_999 }))).toBe('KADER_KADER_UNKNOWN');
  });
});

describe('sending twice', () => {
  it('records once, and takes a payment that was added to a row', async () => {
    const [one = 0, two = 0] = families;
    const rows = [row(one, { contact, payment: payment(70_000) }), row(two)];
    const first = await record(rows);
    const again = await record([rows[0] ?? {}, { ...rows[1], payment: payment(35_000) }]);
    expect(again.rows.map(({ activity }) => activity)).toEqual(first.rows.map(({ activity }) => activity));
    expect(again.rows.map(({ repeated }) => repeated)).toEqual([true, true]);
    expect(await stored()).toEqual([2, 2]);
  });

  it('refuses a row that says something else than it said', async () => {
    const [one = 0, two = 0] = families;
    const told = row(one, { payment: payment(70_000) });
    await record([told]);
    const rows = [
      { ...told, payment: payment(80_000) },
      { ...row(two), client_id: told.client_id },
    ];
    expect(refusedRows([rows[0] ?? told], await send([rows[0] ?? {}]))).toEqual([[0, 'KADER_SHEET_TOLD_TWICE']]);
    expect((await send([rows[1] ?? {}])).status).toBe(422);
  });

  it('at the same time records once', async () => {
    const rows = families.map((family) => row(family, { contact, payment: payment(35_000) }));
    const answers = await Promise.all([send(rows), send(rows), send(rows)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await stored()).toEqual([4, 4]);
  });
});

describe('races', () => {
  it('of sheets over the same families end without a deadlock', async () => {
    const other = await makeKader(app, { branch: programme.branch });
    const sheet = (order: number[], receipts: string, by: number) =>
      programme.staff.post('/kader-jkn/sheets', {
        kader: by,
        date: yesterday(),
        rows: order.map((family, index) =>
          row(family, { payment: payment(35_000 + by, { external_ref: `${receipts}-${index}` }) }),
        ),
      });
    for (let round = 0; round < 3; round += 1) {
      const backwards = [...families].reverse();
      const answers = await Promise.all([sheet(families, `A${round}`, kader), sheet(backwards, `B${round}`, other)]);
      expect(answers.every(({ status }) => status === 200 || status === 422)).toBe(true);
    }
    expect(await auditNow()).toEqual([]);
  });

  it('with the close of the month put the whole sheet on one side of it', async () => {
    const [month] = programme.months;
    const date = `${month}-15`;
    const rows = families.map((family) => row(family, { payment: payment(35_000) }));
    const [answer] = await Promise.all([send(rows, { date }), close(app, programme, month)]);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    const months = await app.knex('collection').whereIn('binaan', families).distinct('month', 'late');
    expect(months).toHaveLength(1);
    expect(await auditNow()).toEqual([]);
  });
});

describe('who may key in a sheet', () => {
  it('is staff and head of the branch, and a kader for their own families', async () => {
    const [one = 0, two = 0, three = 0] = families;
    const own = await app.login('kader', { branch: programme.branch, kader });
    const recorded = await record([row(one, { contact, payment: payment(35_000) })], own);
    expect(recorded).toMatchObject({ contacts: 1, payments: 1 });
    expect(await app.knex('collection').where({ binaan: one }).first('source')).toEqual({ source: 'kader' });
    await record([row(two)], programme.head);
    await record([row(three)], app.admin);

    const elsewhere = await makeFamily(app, { branch: programme.branch });
    const rows = [row(elsewhere, { payment: payment(35_000) }), row(elsewhere)];
    expect(refusedRows(rows, await send(rows, {}, own)).map(([, code]) => code)).toEqual([
      'KADER_BINAAN_UNKNOWN',
      'KADER_REFERENCE_UNKNOWN',
    ]);
  });

  it('is nobody else', async () => {
    const elsewhere = await makeBooks(app);
    const other = await makeKader(app, { branch: programme.branch });
    for (const [role, fields, status] of [
      ['telekolekting', { branch: programme.branch }, 403],
      ['auditor', {}, 403],
      ['integration', { branch: programme.branch }, 403],
      ['staff', { branch: elsewhere.branch }, 404],
      ['kader', { branch: programme.branch, kader: other }, 404],
    ] as const) {
      const client = await app.login(role, fields);
      const rows: Partial<SheetRow>[] = [row(families[0] ?? 0)];
      expect([role, (await send(rows, {}, client)).status]).toEqual([role, status]);
      const looked = await client.post('/kader-jkn/sheets/check', { kader, date: yesterday(), rows });
      expect([role, looked.status]).toEqual([role, status]);
    }
    expect((await send([row(1)], {}, app.public)).status).toBe(401);
    expect(await stored()).toEqual([0, 0]);
  });
});
