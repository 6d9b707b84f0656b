import { Readable } from 'node:stream';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { audit } from '../../extensions/kader-jkn/src/server/audit.ts';
import { readImportJob } from '../../extensions/kader-jkn/src/server/intake/import-job.ts';
import { rowsInChunk } from '../../extensions/kader-jkn/src/server/intake/read-file.ts';
import { runImport } from '../../extensions/kader-jkn/src/server/intake/run-import.ts';
import { type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { makeBooks, makeFamily, makeKader, monthFromNow } from './books-fixture.ts';
import { headings, kkOf, makeImport, takeIn, withoutGrant } from './intake-fixture.ts';

let app: TestDirectus;

const asOf = `${monthFromNow(-1)}-25`;
const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

/** A branch with three desa: of two kader, of one, of none. A kader has room for eight families. */
interface Office {
  branch: number;
  staff: Client;
  /** ids, in the order of their codes */
  villages: [number, number, number];
  villageCodes: string[];
  kader: number[];
  kaderCodes: string[];
}

const post = async (name: string, fields: object): Promise<number> => {
  const { status, body } = await app.admin.post(`/items/${name}`, fields);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.data.id;
};

async function makeOffice(): Promise<Office> {
  const { branch, district, village } = await makeBooks(app);
  const { code } = await app.knex('area').where({ id: village }).first('code');
  const villageCodes = [1, 2, 3].map((last) => `${code.slice(0, -1)}${last}`);
  const beside = async (index: number) =>
    await post('area', { level: 'village', code: villageCodes[index], name: `Desa ${index}`, parent: district });
  const villages: Office['villages'] = [village, await beside(1), await beside(2)];
  await app
    .knex('program_policy')
    .where({ branch })
    .update({
      ...{ kader_window_min: 3, kader_window_max: 24, tele_window_min: 1, tele_window_max: 12, priority_min: 8 },
      ...{ families_per_kader: 8, outside_list_allowed: true },
    });
  const kaderCodes = ['A', 'B', 'C'].map((letter) => `${letter}-${branch}`);
  const kader: number[] = [];
  for (const [index, own] of kaderCodes.entries()) {
    const id = await makeKader(app, { branch, district, code: own });
    kader.push(id);
    await post('kader_area', {
      ...{ kader: id, area: villages[index === 2 ? 1 : 0], from_date: '2020-01-01', mode: 'visit' },
    });
  }
  return { branch, staff: await app.login('staff', { branch }), villages, villageCodes, kader, kaderCodes };
}

/** Families that the branch has before the list: held and not, on the list and off it, outside it, of few months. */
async function makeKnown({ branch, villages: [own, , none], kader: [first] }: Office): Promise<void> {
  const known: [serial: number, fields: object][] = [
    [9001, { kader: first }],
    [9002, {}],
    [9003, { address: 'Jl. Nusa RT 2/RW 1' }],
    [9004, { source: 'outside_list' }],
    [9005, { status: 'off_list' }],
    [9006, { area: none }],
    [9007, {}],
    [9008, { listed_months: 4 }],
  ];
  for (const [serial, fields] of known) {
    await makeFamily(app, { branch, kk_number: kkOf(serial), area: own, kader: null, ...fields });
  }
}

interface Row {
  kk: string;
  months?: number;
  village?: number;
  place?: string;
  kader?: number;
  members?: string;
}

function listFor({ villageCodes, kaderCodes }: Office, rows: readonly Row[]): string {
  const lines = rows.map(({ kk, months = 10, village = 0, place = '', kader, members = '2' }) => {
    const name = `Keluarga ${kk.slice(-4)}`;
    return [
      ...[kk, '', name, members, 'III', place, '', String(months), 'Rp 700.000,00'],
      ...[kader === undefined ? '' : kaderCodes[kader], villageCodes[village]],
    ];
  });
  return [[...headings, 'Kode Desa'], ...lines].map((cells) => `${cells.join(';')}\n`).join('');
}

/** More families than there is room for, some named with a kader, some for telekolekting alone, some named twice. */
const rows: Row[] = [
  ...Array.from({ length: 24 }, (_, index) => ({
    ...{ kk: kkOf(1 + index), months: 1 + index, place: `Jl. Melati RT ${1 + (index % 4)}/RW 2` },
  })),
  ...Array.from({ length: 5 }, (_, index) => ({ kk: kkOf(101 + index), village: 2 })),
  ...Array.from({ length: 4 }, (_, index) => ({ kk: kkOf(201 + index), kader: index % 2, months: 1 + index })),
  { kk: kkOf(301), members: '21' },
  { kk: kkOf(9001), months: 12 },
  { kk: kkOf(9002), months: 1 },
  { kk: kkOf(9003), kader: 1 },
  { kk: kkOf(9005), months: 11 },
  { kk: kkOf(9006), months: 11 },
  { kk: kkOf(9008), months: 9 },
  ...Array.from({ length: rowsInChunk }, (_, index) => ({
    ...{ kk: kkOf(1001 + index), village: 1, months: 12 - (index % 9), place: `RT ${1 + (index % 9)} RW 5` },
  })),
  // of the first chunk, waiting and held
  { kk: kkOf(3), months: 20 },
  { kk: kkOf(202) },
];

/** Everything that is known of the families of a branch and who holds them, in words that no two branches differ in. */
async function outcome({ branch, staff, villages, kader }: Office) {
  const { rows: families } = await app.knex.raw(
    `select b.kk_number as kk, array_position(:kader, b.kader) as kader, array_position(:villages, b.area) as area,
       b.user_created = :staff as own, b.list_batch is not null as listed,
       to_jsonb(b) - array['id', 'branch', 'kk_number', 'va_number', 'head_name', 'kader', 'area', 'list_batch',
         'date_created', 'user_created', 'date_updated', 'user_updated'] as facts
     from binaan b where b.branch = :branch order by b.kk_number`,
    { branch, kader, villages, staff: staff.id },
  );
  const { rows: holdings } = await app.knex.raw(
    `select b.kk_number as kk, array_position(:kader, a.kader) as kader, a.from_date::text, a.to_date::text, a.reason,
       a.user_created = :staff as own
     from assignment a join binaan b on b.id = a.binaan where a.branch = :branch order by b.kk_number, a.from_date`,
    { branch, kader, staff: staff.id },
  );
  // the family of the fixture has a number of its own in each branch
  const isOf = ({ kk }: { kk: string }) => kk.startsWith('337201');
  return { families: families.filter(isOf), holdings: holdings.filter(isOf) };
}

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
});

describe('a list whose families are given to the kader of their desa', () => {
  const asked = { as_of: asOf, assign: true, full_list: true, list_scope: 'branch' };
  const told = ({ id: _, batch: ____, started_at: __, finished_at: ___, ...counts }: Record<string, unknown>) => counts;

  it('comes to the same past the triggers and by them, and can be taken back', async () => {
    const [past, through] = [await makeOffice(), await makeOffice()];
    await makeKnown(past);
    await makeKnown(through);
    const done = await takeIn(app, past.staff, listFor(past, rows), asked);
    const slowly = await withoutGrant(app, async () => await takeIn(app, through.staff, listFor(through, rows), asked));
    expect(done).toMatchObject({ status: 'done', rows_bad: 3, rows_new: 24 + 5 + 4 + rowsInChunk });
    expect(told(done)).toEqual(told(slowly));
    const quick = await outcome(past);
    expect(quick).toEqual(await outcome(through));

    type Held = { kk: string; kader: number | null; reason?: string };
    const sharedWith = (kader: number) =>
      quick.holdings.filter((holding: Held) => holding.kader === kader && holding.reason === 'list');
    const families = (kader: number) => quick.families.filter((family: Held) => family.kader === kader);
    // as many as there is room for, from the day on which the list came in
    expect([1, 2, 3].map((kader) => families(kader).length)).toEqual([8, 8, 8]);
    expect(sharedWith(3)).toHaveLength(8);
    expect(new Set(sharedWith(1).map(({ from_date }: { from_date: string }) => from_date))).toEqual(new Set([today]));
    const holderOf = (serial: number) => quick.families.find(({ kk }: Held) => kk === kkOf(serial))?.kader;
    // nobody: too few months, no kader in the desa, off the list; and whom the list names, whatever they owe
    expect([1, 101, 9002, 9006, 9007, 201, 202, 9003].map(holderOf)).toEqual([null, null, null, null, null, 1, 2, 2]);
    for await (const difference of audit(app.knex)) expect(difference).toBeUndefined();

    for (const [office, { batch }] of [
      [past, done],
      [through, slowly],
    ] as const) {
      const { status, body } = await office.staff.post(`/kader-jkn/imports/${batch}/undo`);
      expect(status, JSON.stringify(body)).toBe(200);
    }
    const undone = await outcome(past);
    expect(undone.families).toHaveLength(8);
    expect(undone).toEqual(await outcome(through));
  });

  it('begins anew where somebody enters one of its families while it is read', async () => {
    const office = await makeOffice();
    const list = listFor(
      office,
      Array.from({ length: rowsInChunk + 10 }, (_, index) => ({ kk: kkOf(1 + index), village: 1 })),
    );
    const batch = await makeImport(app, office.staff, list, { as_of: asOf, assign: true });
    const isRead = async () => (await app.knex('import_batch').where({ id: batch }).first('rows_read')).rows_read > 0;
    let times = 0;
    async function* pieces() {
      times += 1;
      yield list;
      if (times > 1) return;
      // the first chunk waits by now
      await vi.waitUntil(isRead, { timeout: 10_000, interval: 20 });
      await makeFamily(app, { branch: office.branch, kk_number: kkOf(5), area: office.villages[1], kader: null });
      yield '\n';
    }
    const job = await readImportJob(app.knex, batch, office.staff.id);
    const source = { open: async () => Readable.from(pieces(), { objectMode: false }), bytes: null, again: true };
    const counts = await runImport(app.knex, job, source, { now: () => new Date() });
    expect(times).toBe(2);
    expect(counts).toMatchObject({ rows_new: rowsInChunk + 9, rows_updated: 1, rows_bad: 0, rows_assigned: 8 });
  });
});
