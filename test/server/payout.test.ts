import readWorkbook from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RoleKey } from '../../extensions/kader-jkn/src/contract/access.ts';
import { type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { close, makePartner, makeProgramme, type Programme, pay } from './programme-fixture.ts';

let app: TestDirectus;
let programme: Programme;
let approver: Client;
let period: number;
let partner: number;

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  programme = await makeProgramme(app);
  approver = await app.login('head', { branch: programme.branch });
  const account = { bank_name: 'Bank Contoh', bank_account: '0012345678', bank_holder: 'Siti Aminah' };
  const known = await makePartner(app, programme, 2, { name: 'Siti Aminah', ...account });
  const forged = await makePartner(app, programme, 1, { name: '=1+1', ...account, bank_account: '0098765432' });
  const unknown = await makePartner(app, programme, 1, { name: 'Tanpa Rekening', bank_account: null });
  await makePartner(app, programme, 1, { name: 'Tanpa Penerimaan', ...account });
  partner = known.kader;
  const [first] = programme.months;
  await pay(programme, known.families[0], first, 140_000);
  await pay(programme, known.families[1], first);
  await pay(programme, forged.families[0], first);
  await pay(programme, unknown.families[0], first);
  period = (await close(app, programme, first)).period;
});

const path = (format: string) => `/kader-jkn/periods/${period}/payout?format=${format}`;

async function bytes(client: Client, format: string): Promise<{ response: Response; content: Buffer }> {
  const headers = { authorization: `Bearer ${client.token}`, 'accept-language': 'id-ID' };
  const response = await fetch(new URL(path(format), app.url), { headers });
  return { response, content: Buffer.from(await response.arrayBuffer()) };
}

describe('the payout file', () => {
  it('is not there before the approval', async () => {
    const { status, body } = await programme.head.get(path('csv'));
    expect([status, body.errors[0].extensions.code]).toEqual([409, 'KADER_PAYOUT_NOT_APPROVED']);
    expect((await approver.post(`/kader-jkn/periods/${period}/approve`)).status).toBe(200);
  });

  it('sums to the statements, keeps leading zeros, marks who has no account and runs no formula', async () => {
    const { response, content } = await bytes(programme.head, 'csv');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/csv');
    expect(response.headers.get('content-disposition')).toMatch(/attachment; filename="imbal-jasa-.+\.csv"/);
    expect(response.headers.get('cache-control')).toContain('no-store');
    expect([...content.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);

    const lines = content.toString('utf8').trimEnd().split('\r\n');
    const rows = lines.slice(1, -1).map((line) => line.split(';'));
    expect(rows.map((row) => row[1])).toEqual(['Tanpa Rekening', "'=1+1", 'Siti Aminah']);
    expect(rows.map((row) => row[3])).toEqual(['', '0098765432', '0012345678']);
    expect(rows.map((row) => row[6])).toEqual(['REKENING BELUM ADA', '', '']);
    const sum = rows.reduce((total, row) => total + Number(row[5]), 0);
    const stated = await app.knex('commission').where({ period }).sum({ net: 'net' }).first();
    expect(sum).toBe(Number(stated?.['net']));
    expect(lines.at(-1)).toBe(`;TOTAL;;;;${sum};`);
  });

  it('is a workbook too, with account numbers as text', async () => {
    const { response, content } = await bytes(app.admin, 'xlsx');
    expect(response.headers.get('content-disposition')).toContain('.xlsx"');
    const sheets = await readWorkbook(content);
    const rows = sheets[0]?.data ?? [];
    expect(rows.map((row) => row[3])).toEqual(['Nomor rekening', null, '0098765432', '0012345678', null]);
    expect(rows.map((row) => row[1])).toContain('=1+1');
    const stated = await app.knex('commission').where({ period }).sum({ net: 'net' }).first();
    expect(rows.at(-1)?.[5]).toBe(Number(stated?.['net']));
  });

  it('leaves a trace of who took it', async () => {
    const rows = await app.knex('directus_activity').where({ action: 'payout', item: String(period) });
    expect(rows.map(({ user, collection }) => [user, collection])).toEqual([
      [programme.head.id, 'period'],
      [app.admin.id, 'period'],
    ]);
  });

  it('is for the head of the branch and administrators only', async () => {
    const { branch } = programme;
    for (const role of ['staff', 'telekolekting', 'kader', 'integration', 'auditor'] satisfies RoleKey[]) {
      const client = await app.login(role, role === 'kader' ? { branch, kader: partner } : { branch });
      for (const format of ['csv', 'xlsx']) {
        const { status, body } = await client.get(path(format));
        expect([role, status, body.errors[0].extensions.code]).toEqual([role, 403, 'KADER_NOT_ALLOWED']);
      }
    }
    const stranger = await app.login('head', { branch: (await makeProgramme(app)).branch });
    const unplaced = await app.login('head');
    for (const client of [stranger, unplaced]) expect((await client.get(path('csv'))).status).toBe(403);
    expect((await app.public.get(path('csv'))).status).toBe(401);
    expect((await programme.head.get(path('pdf'))).body.errors[0].extensions.code).toBe('KADER_QUERY_INVALID');
  });

  it('stays there once the month is paid', async () => {
    const payment = { payment_reference: 'TRX-1', paid_on: new Date().toISOString().slice(0, 10) };
    expect((await programme.head.post(`/kader-jkn/periods/${period}/pay`, payment)).status).toBe(200);
    expect((await bytes(approver, 'csv')).response.status).toBe(200);
  });
});
