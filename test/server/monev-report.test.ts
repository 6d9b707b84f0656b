import readWorkbook from 'read-excel-file/node';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { monevReportFlowId, type RoleKey } from '../../extensions/kader-jkn/src/contract/access.ts';
import type { AttainmentAnswer } from '../../extensions/kader-jkn/src/contract/monev.ts';
import { dateOf } from '../../extensions/kader-jkn/src/core/period.ts';
import { reportFigures } from '../../extensions/kader-jkn/src/server/monev/report-figures.ts';
import { figuresHash } from '../../extensions/kader-jkn/src/server/reports/figures-hash.ts';
import { formatPercent, formatRupiah } from '../../extensions/kader-jkn/src/studio/format.ts';
import { type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { closeMonth, makeBooks, momentIn } from './books-fixture.ts';
import { type MonevFixture, makeMonev } from './monev-fixture.ts';

let app: TestDirectus;
let monev: MonevFixture;
let head: Client;
let staff: Client;
let stranger: Client;
const clients = new Map<string, Client>();
let report: { id: number; figures_hash: string; version: string; made_at: string };

interface Sent {
  status: number;
  type: string | null;
  bytes: Uint8Array;
}

async function fetched(client: Client, path: string): Promise<Sent> {
  const response = await fetch(new URL(path, app.url), {
    headers: client.token ? { authorization: `Bearer ${client.token}` } : {},
  });
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    bytes: new Uint8Array(await response.arrayBuffer()),
  };
}

const fileOf = (id: number, kind: 'pdf' | 'xlsx') => `/kader-jkn/monev/reports/${id}/${kind}`;

/** All text of a PDF as a reader copies it, white space as single spaces. */
async function textOf(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(bytes.slice()), { mergePages: true });
  return text.replaceAll(/\s+/g, ' ');
}

async function makeReport(client: Client, month = monev.lastMonth, branch = monev.branch) {
  const { status, body } = await client.post('/kader-jkn/monev/reports', { branch, month });
  return { status, code: body.errors?.[0]?.extensions?.code, data: body.data };
}

/** A client of the branch in a role, the kader being `above`; each signs in once. */
async function as(role: RoleKey): Promise<Client> {
  const known = clients.get(role);
  if (known) return known;
  const client = await app.login(role, { branch: monev.branch, ...(role === 'kader' && { kader: monev.above }) });
  clients.set(role, client);
  return client;
}

async function freshHash(): Promise<string> {
  const { figures } = await reportFigures(app.knex, { branch: monev.branch, month: monev.lastMonth });
  return figuresHash(figures);
}

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  monev = await makeMonev(app);
  head = await app.login('head', { branch: monev.branch });
  staff = await app.login('staff', { branch: monev.branch });
  const other = await makeBooks(app, false);
  stranger = await app.login('head', { branch: other.branch });
  await app.admin.patch(`/items/branch/${monev.branch}`, {
    city: 'Surakarta',
    address: 'Jl. Slamet Riyadi 999',
    phone: '0271 700 000',
    head_name: 'Ratih Wardani, S.E.',
    head_title: 'Kepala Cabang',
  });
  const { status, data } = await makeReport(head);
  expect(status).toBe(200);
  report = data;
});

describe('the monev report of a closed month', () => {
  it('tells in its PDF what the panels tell', async () => {
    const { status, type, bytes } = await fetched(head, fileOf(report.id, 'pdf'));
    expect([status, type]).toEqual([200, 'application/pdf']);
    const text = await textOf(bytes);
    const span = `from=${monev.lastMonth}&to=${monev.lastMonth}`;
    const { body } = await head.get(`/kader-jkn/monev/attainment?${span}`);
    const { total, average, above }: AttainmentAnswer = body.data;
    expect(text).toContain(formatRupiah(total.realised, 'id-ID'));
    expect(text).toContain(
      `${formatPercent(total.attainment, 'id-ID')} dari target ${formatRupiah(total.target, 'id-ID')}`,
    );
    expect(text).toContain(`Rata-rata capaian kader ${formatPercent(average?.attainment, 'id-ID')}`);
    expect(text).toContain(`Di atas 100% ${above} kader`);
    for (const words of ['Laporan Monev', 'Jl. Slamet Riyadi 999', 'Ratih Wardani, S.E.', 'Di Atas Target', '140,0%']) {
      expect(text).toContain(words);
    }
    expect(text).toContain(`Kader JKN ${report.version}`);
    expect(text).toContain(report.figures_hash.slice(0, 4));
  });

  it('is a PDF of its branch, dated, with charts as vectors and no picture of dots', async () => {
    const { bytes } = await fetched(staff, fileOf(report.id, 'pdf'));
    const { info } = await getMeta(await getDocumentProxy(bytes.slice()));
    expect(info).toMatchObject({ Title: expect.stringContaining('Laporan Monev'), Creator: 'Kader JKN' });
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('/Subtype /Image');
  });

  it('holds figures as numbers in its XLSX, a sheet a table', async () => {
    const { status, bytes } = await fetched(staff, fileOf(report.id, 'xlsx'));
    expect(status).toBe(200);
    const sheets = await readWorkbook(Buffer.from(bytes));
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      ...['Keterangan', 'Angka pokok', 'Ukuran', 'Penerimaan bulanan', 'Wilayah', 'Kader'],
      ...['Bulan tanpa penerimaan', 'Kerja lapangan'],
      ...(sheets.some(({ sheet }) => sheet === 'Tunggakan') ? ['Tunggakan'] : []),
    ]);
    const rowsOf = (name: string) => sheets.find(({ sheet }) => sheet === name)?.data ?? [];
    const [heads, ...kader] = rowsOf('Kader');
    const column = (name: string) => (heads ?? []).indexOf(name);
    const statements = await app.knex('commission').where({ branch: monev.branch, month: monev.lastMonth });
    expect(kader).toHaveLength(statements.length);
    for (const row of kader) {
      for (const name of ['Penerimaan', 'Target', 'Capaian', 'Kontak', 'Imbal jasa bruto']) {
        expect(typeof row[column(name)]).toBe('number');
      }
    }
    const sum = (name: string) => kader.reduce((total, row) => total + Number(row[column(name)]), 0);
    expect(sum('Penerimaan')).toBe(statements.reduce((total, one) => total + Number(one.collected), 0));
    expect(sum('Imbal jasa bruto')).toBe(statements.reduce((total, one) => total + Number(one.gross), 0));
    const [, now] = rowsOf('Angka pokok');
    expect(now?.slice(0, 3)).toEqual([monev.lastMonth, 210_000, expect.any(Number)]);
  });

  it('is refused of an open month', async () => {
    expect(await makeReport(head, monev.thisMonth)).toMatchObject({ status: 409, code: 'KADER_REPORT_OPEN_MONTH' });
    expect(await makeReport(head, '1999-01')).toMatchObject({ status: 404, code: 'KADER_PERIOD_UNKNOWN' });
  });
});

describe('who has and reads a report', () => {
  it.each(['telekolekting', 'kader', 'integration', 'auditor'] as const)('%s makes none', async (role) => {
    const who = await as(role);
    expect(await makeReport(who)).toMatchObject({ status: 403, code: 'KADER_NOT_ALLOWED' });
  });

  it('nobody of another branch, without a branch, or not signed in makes one', async () => {
    expect(await makeReport(stranger)).toMatchObject({ status: 403, code: 'KADER_NOT_ALLOWED' });
    expect(await makeReport(await app.login('head'))).toMatchObject({ status: 403, code: 'KADER_NOT_ALLOWED' });
    expect((await makeReport(app.public)).status).toBe(401);
  });

  it('head, staff and auditor read both files', async () => {
    const auditor = await as('auditor');
    for (const who of [head, staff, auditor, app.admin]) {
      expect((await fetched(who, fileOf(report.id, 'pdf'))).status).toBe(200);
      expect((await fetched(who, fileOf(report.id, 'xlsx'))).status).toBe(200);
    }
  });

  it.each(['telekolekting', 'kader', 'integration'] as const)('%s reads neither', async (role) => {
    const who = await as(role);
    for (const kind of ['pdf', 'xlsx'] as const) expect((await fetched(who, fileOf(report.id, kind))).status).toBe(404);
  });

  it('another branch reads neither, not even by the number of the file', async () => {
    const { pdf, xlsx } = await app.knex('monev_report').where({ id: report.id }).first();
    const kader = await as('kader');
    for (const kind of ['pdf', 'xlsx'] as const) {
      expect((await fetched(stranger, fileOf(report.id, kind))).status).toBe(404);
    }
    for (const file of [pdf, xlsx]) {
      for (const who of [stranger, kader, head, app.public]) {
        expect((await fetched(who, `/assets/${file}`)).status).toBe(403);
        expect((await who.get(`/files/${file}`)).status).toBe(403);
      }
      expect((await fetched(app.admin, `/assets/${file}`)).status).toBe(200);
    }
    expect((await stranger.get(`/items/monev_report/${report.id}`)).status).toBe(403);
  });

  it('leaves a trace of who took it', async () => {
    const before = await app.knex('directus_activity').where({ action: 'monev_report_pdf' }).count().first();
    await fetched(staff, fileOf(report.id, 'pdf'));
    const traces = await app.knex('directus_activity').where({ action: 'monev_report_pdf' }).orderBy('id', 'desc');
    expect(traces).toHaveLength(Number(before?.['count']) + 1);
    expect(traces[0]).toMatchObject({ user: staff.id, collection: 'monev_report', item: String(report.id) });
  });
});

describe('the record of a report', () => {
  it('is made by its button alone, and keeps what it says', async () => {
    const { body } = await app.admin.post('/items/monev_report', {
      ...{ branch: monev.branch, month: monev.lastMonth, made_at: momentIn(monev.thisMonth), version: '0' },
      ...{ closed_at: momentIn(monev.thisMonth), figures_hash: '0', figures: {}, names: {} },
      period: (await app.knex('period').where({ branch: monev.branch, month: monev.lastMonth }).first('id')).id,
    });
    expect(body.errors[0].extensions.code).toBe('KADER_MADE_BY_BUTTON');
    const changed = await app.admin.patch(`/items/monev_report/${report.id}`, { figures_hash: '0' });
    expect(changed.body.errors[0].extensions).toMatchObject({ code: 'KADER_RECORD_FIXED', field: 'figures_hash' });
    expect((await head.patch(`/items/monev_report/${report.id}`, { note: 'Dibahas' })).status).toBe(200);
  });
});

describe('the button on a month', () => {
  const press = async (client: Client, month: string) => {
    const { id } = await app.knex('period').where({ branch: monev.branch, month }).first('id');
    return await client.post(`/flows/trigger/${monevReportFlowId}`, { collection: 'period', keys: [id] });
  };

  it('makes the report for head and staff, with a notice where it is', async () => {
    for (const who of [head, staff]) {
      const { status, body } = await press(who, monev.lastMonth);
      expect(status, JSON.stringify(body)).toBe(200);
      expect(body).toMatchObject([{ month: monev.lastMonth, figures_hash: report.figures_hash }]);
      const told = await app.knex('directus_notifications').where({ recipient: who.id, collection: 'monev_report' });
      expect(told).toMatchObject([{ item: String(body[0].id) }]);
    }
  });

  it('says why it makes none of an open month', async () => {
    const { status, body } = await press(head, monev.thisMonth);
    expect([status, body.errors[0].extensions.code]).toEqual([409, 'KADER_REPORT_OPEN_MONTH']);
  });

  it.each(['kader', 'telekolekting', 'auditor'] as const)('is not there for %s', async (role) => {
    const who = await as(role);
    expect((await press(who, monev.lastMonth)).status).toBe(403);
  });

  it('makes none for the head of another branch', async () => {
    expect((await press(stranger, monev.lastMonth)).status).toBe(403);
  });
});

describe('what came of the month', () => {
  it('is in the report as it stands, and no figure of it', async () => {
    const { branch, lastMonth: month, above } = monev;
    const today = dateOf(new Date(), 'Asia/Jakarta');
    const make = async (name: string, fields: object): Promise<number> => {
      const { status, body } = await head.post(`/items/${name}`, fields);
      expect(status, JSON.stringify(body)).toBe(200);
      return body.data.id;
    };
    const session = await make('monev_session', { branch, month, held_on: today, place: 'Aula kantor cabang' });
    expect((await head.patch(`/items/monev_session/${session}`, { status: 'held' })).status).toBe(200);
    await make('monev_attendance', { session, kader: above, status: 'present' });
    await make('monev_attendance', { session, kader: monev.idle, status: 'absent' });
    const decision = { session, owner: staff.id, due_on: today };
    await make('monev_decision', { ...decision, text: 'Sosialisasi di setiap kelurahan' });
    await make('monev_decision', { ...decision, kader: monev.idle, text: 'Kunjungan bersama dua kali' });
    const { id: rule } = await app.knex('award_rule').where({ branch: null, active: true }).first('id');
    expect((await head.post('/kader-jkn/monev/awards', { rule, kader: above, month })).status).toBe(200);

    const { data } = await makeReport(head);
    expect(data.figures_hash).toBe(report.figures_hash);
    const text = await textOf((await fetched(head, fileOf(data.id, 'pdf'))).bytes);
    const [shown = '', annex = ''] = text.split('Lampiran Untuk pembinaan');
    expect(shown).toContain('di Aula kantor cabang: 1 kader hadir, 0 berhalangan, 1 tidak hadir.');
    expect(shown).toContain('Sosialisasi di setiap kelurahan');
    expect(shown).toContain('Di Atas Target: Kader berprestasi');
    expect(annex).toContain('Kunjungan bersama dua kali');
    expect(annex).toContain('Tanpa Penerimaan');
    for (const coached of ['Kunjungan bersama', 'Tanpa Penerimaan', 'Tepat Target']) {
      expect(shown).not.toContain(coached);
    }
  });
});

describe('later events', () => {
  it('change no figure of the month, and no name in its reports', async () => {
    const first = await freshHash();
    expect(first).toBe(report.figures_hash);
    const earlier = await makeReport(staff);
    const before = await textOf((await fetched(head, fileOf(earlier.data.id, 'pdf'))).bytes);

    const family = await app.knex('binaan').where({ kader: monev.idle }).first('id');
    const late = { binaan: family.id, amount: 70_000, paid_at: momentIn(monev.lastMonth, '20') };
    expect((await staff.post('/items/collection', late)).status).toBe(200);
    await app.admin.patch(`/items/binaan/${family.id}`, {
      ...{ listed_months: 4, listed_amount: 280_000, listed_as_of: `${monev.thisMonth}-01` },
    });
    await app.admin.patch(`/items/kader/${monev.above}`, { name: 'Nama Baru' });
    const visit = { branch: monev.branch, binaan: family.id, kader: monev.above, channel: 'visit', outcome: 'met' };
    await app.admin.post('/items/activity', { ...visit, at: momentIn(monev.lastMonth, '21') });

    expect(await freshHash()).toBe(first);
    const { status, data } = await makeReport(staff);
    expect([status, data.figures_hash]).toEqual([200, first]);
    const after = await textOf((await fetched(head, fileOf(data.id, 'pdf'))).bytes);
    expect(after).toContain('Di Atas Target');
    expect(after).not.toContain('Nama Baru');
    const withoutMoment = (text: string) =>
      text.replaceAll(/Dibuat \d.{3,40}? WIB/g, '').replaceAll(/oleh \S+ \S+/g, '');
    expect(withoutMoment(after)).toBe(withoutMoment(before));
  });

  it('a month that is opened and closed again is reported anew', async () => {
    const { id } = await app.knex('period').where({ branch: monev.branch, month: monev.lastMonth }).first('id');
    const opened = await head.post(`/kader-jkn/periods/${id}/reopen`, { reason: 'Setoran tertinggal.' });
    expect(opened.status, JSON.stringify(opened.body)).toBe(200);
    const family = await app.knex('binaan').where({ kader: monev.idle }).first('id');
    const forgotten = { binaan: family.id, amount: 35_000, paid_at: momentIn(monev.lastMonth, '22') };
    expect((await staff.post('/items/collection', forgotten)).status).toBe(200);
    expect(await makeReport(head)).toMatchObject({ status: 409, code: 'KADER_REPORT_OPEN_MONTH' });
    await closeMonth(app, monev.branch, monev.lastMonth);
    const { status, data } = await makeReport(head);
    expect(status).toBe(200);
    expect(data.figures_hash).not.toBe(report.figures_hash);
    const text = await textOf((await fetched(head, fileOf(data.id, 'pdf'))).bytes);
    expect(text).toContain('Nama Baru');
    expect(text).toContain('Rp 245.000');
  });
});
