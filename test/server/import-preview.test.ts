import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import type { ImportPreview } from '../../extensions/kader-jkn/src/contract/import-preview.ts';
import { type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { makeProgramme, type Programme } from './programme-fixture.ts';
import { uploadFile } from './upload-file.ts';

let app: TestDirectus;
let programme: Programme;

beforeAll(async () => {
  app = await getDirectus();
});

beforeEach(async () => {
  await app.reset();
  programme = await makeProgramme(app, { ended: 1 });
});

const title = 'DAFTAR PESERTA MENUNGGAK\r\n\r\n';
const headings =
  'No;No KK;NOKAPST;Nama Kepala Keluarga;Jml Peserta;Kls;Desa/Kelurahan;Bln Menunggak;Jml Tunggakan;No VA';
const rows = [
  '1;3372010101180001;0001234567890;Siti Aminah;3;III;;12;Rp 1.260.000,00;8888801234567890',
  '2;337201010118000;0001234567891;Budi;2;II;;3;600000;',
  '3;3372010101180003;0001234567892;Tri;x;III;;3;600000;',
];
const list = `${title}${[headings, ...rows].join('\r\n')}\r\n`;

async function preview(client: Client, file: string | null, more: object = {}) {
  return await client.post('/kader-jkn/imports/preview', {
    file,
    branch: programme.branch,
    as_of: '2025-12-31',
    ...more,
  });
}

async function previewed(client: Client, content: string | Buffer, more: object = {}): Promise<ImportPreview> {
  const { status, body } = await preview(client, await uploadFile(app, client, 'daftar.csv', content), more);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.data;
}

describe('the preview of a list', () => {
  it('finds headings below a title, guesses the columns, and says what is wrong with which rows', async () => {
    const shown = await previewed(programme.staff, list);
    expect(shown).toMatchObject({ format: 'csv', separator: ';', heading_row: 3, remembered: false, lacking: [] });
    expect(Object.fromEntries(shown.columns.map(({ heading, field }) => [heading, field]))).toEqual({
      No: null,
      'No KK': 'kk_number',
      NOKAPST: null,
      'Nama Kepala Keluarga': 'head_name',
      'Jml Peserta': 'members',
      Kls: 'class',
      'Desa/Kelurahan': 'area_name',
      'Bln Menunggak': 'listed_months',
      'Jml Tunggakan': 'listed_amount',
      'No VA': 'va_number',
    });
    expect(shown.columns[3]?.samples).toEqual(['Siti Aminah', 'Budi', 'Tri']);
    expect(shown.checked).toMatchObject({ rows: 3, refused: 2, all: true });
    expect(shown.rows[0]).toMatchObject({
      number: 4,
      family: { kk_number: '3372010101180001', class: 3, members: 3, listed_months: 12, listed_amount: 1_260_000 },
    });
    expect(shown.faults.filter(({ severity }) => severity === 'refused')).toEqual([
      expect.objectContaining({
        field: 'kk_number',
        reason: 'kk-length',
        rows: 1,
        examples: [{ number: 5, value: '337201010118000', suggestion: null }],
      }),
      expect.objectContaining({ field: 'members', reason: 'number-unreadable', rows: 1 }),
    ]);
  });

  it('refuses the second row of a family', async () => {
    const shown = await previewed(programme.staff, [headings, rows[0], rows[0]].join('\n'));
    expect(shown.checked).toMatchObject({ rows: 2, refused: 1 });
    expect(shown.faults[0]).toMatchObject({ reason: 'kk-repeated', examples: [{ number: 3 }] });
  });

  it('follows what is mapped by hand, and what a source remembers', async () => {
    const file = 'K1;K2\r\n3372010101180001;Siti\r\n';
    const lacking = await previewed(programme.staff, file);
    expect(lacking).toMatchObject({
      lacking: ['kk_number', 'head_name', 'listed_months', 'listed_amount', 'members', 'class'],
      rows: [],
    });

    const mapping = { k1: 'kk_number', K2: 'head_name' };
    const defaults = { listed_months: '3', listed_amount: '105000', members: '1', class: '3' };
    expect(await previewed(programme.staff, file, { mapping, defaults })).toMatchObject({
      lacking: [],
      checked: { refused: 0, rows: 1 },
    });

    const source = await programme.staff.post('/items/import_source', { name: 'Kedeputian', mapping, defaults });
    expect(source.status, JSON.stringify(source.body)).toBe(200);
    expect(await previewed(programme.staff, file, { source: source.body.data.id })).toMatchObject({
      remembered: true,
      checked: { refused: 0, rows: 1 },
    });
  });

  it('finds desa by name in what the branch serves, by code in the whole country, and all by name where it serves none yet', async () => {
    const village = (code: string) => app.knex('area').where({ code }).first('code', 'name');
    const [own, far] = [await village('33.72.01.1001'), await village('31.71.01.1001')];
    const desa = [
      ['', own.name],
      [own.code.replaceAll('.', ''), ''],
      [far.code, ''],
      ['', far.name],
      ['33.72.01.9999', ''],
    ];
    const file = ['No KK;Nama;Anggota;Kelas;Kode Desa;Desa;Bulan;Jumlah']
      .concat(desa.map(([code, name], at) => `337201010118000${at + 1};Siti;3;III;${code};${name};12;1260000`))
      .join('\n');
    const mapping = {
      'No KK': 'kk_number',
      Nama: 'head_name',
      Anggota: 'members',
      Kelas: 'class',
      'Kode Desa': 'area_code',
      Desa: 'area_name',
      Bulan: 'listed_months',
      Jumlah: 'listed_amount',
    };
    const found = async () => {
      const { rows } = await previewed(programme.staff, file, { mapping });
      return rows.map(({ area_name, issues }) => [area_name, issues.map(({ reason }) => reason).join()]);
    };
    const everywhere = await found();
    expect(everywhere.slice(1, 3)).toEqual([
      [own.name, ''],
      [far.name, 'kk-area'],
    ]);
    expect(everywhere[3]?.[1]).not.toBe('area-unknown');

    await app.knex('area').where({ code: '33.72' }).update({ branch: programme.branch });
    expect(await found()).toEqual([
      [own.name, ''],
      [own.name, ''],
      [far.name, 'area-outside-branch,kk-area'],
      [null, 'area-unknown'],
      [null, 'area-code'],
    ]);
  });

  it('reads the sheet of a workbook that it is told', async () => {
    const cells = (line: string) => line.split(';').map((value) => ({ type: String, value }));
    const file = await writeXlsxFile([
      { sheet: 'Petunjuk', data: [[{ type: String, value: 'Isi lembar Data' }]] },
      { sheet: 'Data', data: [cells(headings), ...rows.map(cells)] },
    ]).toBuffer();
    const first = await previewed(programme.staff, file);
    expect(first).toMatchObject({ format: 'xlsx', sheets: ['Petunjuk', 'Data'], checked: { rows: 0 } });
    expect(await previewed(programme.staff, file, { options: { sheet: 'Data' } })).toMatchObject({
      heading_row: 1,
      checked: { rows: 3, refused: 2 },
    });
  });

  it('refuses what is no list, with the way out', async () => {
    const file = await uploadFile(app, programme.staff, 'daftar.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]));
    const { status, body } = await preview(programme.staff, file);
    expect([status, body.errors[0].extensions.code]).toEqual([422, 'KADER_FILE_OLD_EXCEL']);
  });

  it('is for heads and staff of the branch, and for a file that they may see', async () => {
    const file = await uploadFile(app, programme.staff, 'daftar.csv', list);
    const other = await makeProgramme(app, { ended: 1 });
    expect((await preview(programme.head, file)).status).toBe(200);
    expect((await preview(app.admin, file)).status).toBe(200);

    const stranger = await preview(other.staff, file);
    expect([stranger.status, stranger.body.errors[0].extensions.code]).toEqual([403, 'KADER_NOT_ALLOWED']);
    const theirs = await other.staff.post('/kader-jkn/imports/preview', {
      file,
      branch: other.branch,
      as_of: '2025-12-31',
    });
    expect([theirs.status, theirs.body.errors[0].extensions.code]).toEqual([409, 'KADER_IMPORT_FILE_MISSING']);

    for (const role of ['kader', 'telekolekting', 'integration', 'auditor'] as const) {
      const client = await app.login(role, { branch: programme.branch });
      expect((await preview(client, file)).status, role).toBe(403);
    }
    expect((await preview(app.public, file)).status).toBe(401);
  });
});
