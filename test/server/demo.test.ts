import { beforeAll, describe, expect, it } from 'vitest';
import type { Coverage } from '../../extensions/kader-jkn/src/contract/assignments.ts';
import type {
  AttainmentAnswer,
  AttainmentRow,
  RankingAnswer,
  ZeroWatchAnswer,
} from '../../extensions/kader-jkn/src/contract/monev.ts';
import { dateOf, monthOf } from '../../extensions/kader-jkn/src/core/period.ts';
import { audit } from '../../extensions/kader-jkn/src/server/audit.ts';
import type { DirectusServices, InstallContext } from '../../extensions/kader-jkn/src/server/install/context.ts';
import { seedDemo } from '../../seeds/demo/index.ts';
import { getDirectus, type TestDirectus } from '../harness/index.ts';

let app: TestDirectus;
let branches: Map<string, number>;
const present = monthOf(dateOf(new Date(), 'Asia/Jakarta'));

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  const context: InstallContext = {
    knex: app.knex,
    services: app.services() as unknown as DirectusServices,
    getSchema: () => app.schema(),
    env: {},
    report: () => undefined,
  };
  expect(await seedDemo(context)).toBe(true);
  expect(await seedDemo(context)).toBe(false);
  const rows = await app.knex('branch').select('id', 'code');
  branches = new Map(rows.map(({ id, code }) => [code, id]));
}, 120_000);

async function monev<T>(question: string, code: string, query: Record<string, string | number>): Promise<T> {
  const search = new URLSearchParams({ branch: String(branches.get(code)) });
  for (const [name, value] of Object.entries(query)) search.set(name, String(value));
  const { status, body } = await app.admin.get(`/kader-jkn/monev/${question}?${search}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.data as T;
}

const booksOf = (code: string) =>
  app
    .knex('collection')
    .where({ branch: branches.get(code) })
    .whereNot({ status: 'void' });

async function sumOf(code: string, column: string, where: object = {}): Promise<number> {
  const found = await booksOf(code).where(where).sum({ total: column }).first();
  return Number(found?.['total'] ?? 0);
}

const kaderOf = (code: string) => app.knex('kader').where({ 'kader.branch': branches.get(code) });

describe('Pekanbaru, May to November 2017', () => {
  const span = { from: '2017-05', to: '2017-11' };

  it('collected 31,622,000 of 16.5 billion and earned 3,969,000', async () => {
    const { total } = await monev<AttainmentAnswer>('attainment', 'KC-PKU', { measure: 'collection', ...span });
    expect(total).toMatchObject({ realised: 31_622_000, target: 16_500_000_000 });
    expect(total.attainment).toBeCloseTo(0.0019165, 6);
    expect(await sumOf('KC-PKU', 'commission')).toBe(3_969_000);
    expect(await sumOf('KC-PKU', 'base', { rate_bp: 1000 })).toBe(15_486_000);
    expect(await sumOf('KC-PKU', 'base', { rate_bp: 1500 })).toBe(16_136_000);
    const paid = await app
      .knex('commission')
      .where({ branch: branches.get('KC-PKU') })
      .sum({ net: 'net' })
      .first();
    expect(Number(paid?.['net'])).toBe(3_969_000);
  });

  it('visited 1,187 of 9,000 families', async () => {
    const { total } = await monev<AttainmentAnswer>('attainment', 'KC-PKU', { measure: 'families_visited', ...span });
    expect(total).toMatchObject({ realised: 1187, target: 9000 });
  });

  it('has 57 active kader of 840, and leavers with reasons', async () => {
    const { total } = await monev<AttainmentAnswer>('attainment', 'KC-PKU', { measure: 'kader', ...span });
    expect(total).toMatchObject({ realised: 57, target: 840 });
    expect(await kaderOf('KC-PKU').where({ status: 'active' })).toHaveLength(57);
    const left = await kaderOf('KC-PKU').where({ status: 'ended' });
    expect(left.length).toBeGreaterThan(0);
    expect(left.every(({ end_reason, ended_on }) => end_reason && ended_on)).toBe(true);
  });

  it('knows no zero-month rule: nobody is warned or reviewed', async () => {
    const { rows, limit } = await monev<ZeroWatchAnswer>('zero-watch', 'KC-PKU', { count: 200 });
    expect(limit).toBeNull();
    expect(rows.filter(({ status }) => status === 'review' || status === 'warning')).toEqual([]);
  });
});

describe('Samarinda, 2017', () => {
  it('counts a payment at 23:30 WIB on 31 January as of February', async () => {
    const [payment] = await booksOf('KC-SMR').where({ paid_at: '2017-01-31T16:30:00Z' });
    expect(payment).toMatchObject({ paid_month: '2017-02', month: '2017-02', late: false });
  });

  it('has 9 kader in Kota Samarinda and one in each of two other regencies', async () => {
    const rows = await kaderOf('KC-SMR')
      .join('area as district', 'district.id', 'kader.district')
      .select('district.code');
    const regencies = rows.map(({ code }) => code.slice(0, 5)).sort();
    expect(regencies).toEqual(['64.02', '64.08', ...Array(9).fill('64.72')]);
  });
});

describe('Semarang, August 2018', () => {
  it('shows 55.8 and 17.3 of 74 billion in arrears, 0.9 unexplained, and a target of 72%', async () => {
    const answer = await monev<AttainmentAnswer>('attainment', 'KC-SMG', {
      measure: 'arrears_share',
      from: '2018-08',
      to: '2018-12',
    });
    expect(answer.arrears).toMatchObject({ amount: 74_000_000_000, unexplained: 900_000_000, share_bp: 7200 });
    const parts = answer.rows.map(({ name, arrears }: AttainmentRow) => [name, arrears]);
    expect(parts).toContainEqual(['Kota Semarang', 55_800_000_000]);
    expect(parts).toContainEqual(['Kabupaten Demak', 17_300_000_000]);
  });
});

describe('Lampung, 2020', () => {
  it('moves the window from 4 to 19 months on its date', async () => {
    const policies = await app
      .knex('program_policy')
      .where({ branch: branches.get('KC-BDL') })
      .orderBy('effective_from');
    expect(policies.map(({ kader_window_min }) => kader_window_min)).toEqual([4, 19]);
  });

  it('reviews the kader who collected nothing for three months, and not the one on leave', async () => {
    const { rows } = await monev<ZeroWatchAnswer>('zero-watch', 'KC-BDL', { count: 200 });
    const reviewed = rows.filter(({ review }) => review !== null);
    expect(reviewed.map(({ streak }) => streak)).toEqual([3]);
    const onLeave = await app.knex('kader_event').where({ kind: 'leave', on_date: '2020-10-01' }).pluck('kader');
    const states = await app
      .knex('commission')
      .whereIn('kader', onLeave)
      .whereIn('month', ['2020-10', '2020-11', '2020-12'])
      .pluck('streak_state');
    expect(states).toEqual(['leave', 'leave', 'leave']);
    expect(reviewed.map(({ kader }) => kader.id)).not.toContain(onLeave[0]);
  });
});

describe('Surakarta, January to December 2021', () => {
  const span = { from: '2021-01', to: '2021-12' };

  it('reached 78% on average, with 13 kader above 100% and one at exactly 100%', async () => {
    const answer = await monev<AttainmentAnswer>('attainment', 'KC-SKA', { measure: 'collection', ...span });
    expect(answer.total).toMatchObject({ realised: 4_212_000_000, target: 5_400_000_000 });
    expect(answer.average?.kader).toBe(45);
    expect(answer.average?.attainment).toBeCloseTo(0.78, 10);
    expect(answer.above).toBe(13);
    const { rows } = await monev<RankingAnswer>('ranking', 'KC-SKA', { measure: 'collection', ...span, count: 200 });
    expect(rows.filter(({ attainment }) => attainment === 1)).toHaveLength(1);
    expect(rows.filter(({ attainment }) => attainment > 1)).toHaveLength(13);
  });

  it('has 4, 13, 8, 10 and 10 kader in its five regencies', async () => {
    const rows = await kaderOf('KC-SKA')
      .join('area as district', 'district.id', 'kader.district')
      .select(app.knex.raw('left(district.code, 5) as regency, count(*)::int as kader'))
      .groupByRaw('1');
    const counts = Object.fromEntries(rows.map(({ regency, kader }) => [regency, kader]));
    expect(counts).toEqual({ '33.72': 4, '33.11': 13, '33.12': 8, '33.13': 10, '33.14': 10 });
  });
});

describe('the branch of today', () => {
  it('has months in every state, one that waits for its close, and the present one open with payments up to yesterday', async () => {
    const periods = await app
      .knex('period')
      .where({ branch: branches.get('KC-CTH') })
      .orderBy('month');
    const paid = Array.from({ length: 10 }, () => 'paid');
    expect(periods.map(({ status }) => status)).toEqual([...paid, 'approved', 'closed', 'open', 'open']);
    expect(periods.at(-1).month).toBe(present);
    expect(periods.filter((one) => one.approved_by !== null && one.approved_by === one.closed_by)).toEqual([]);
    const newest = await booksOf('KC-CTH').max({ paid_at: 'paid_at' }).first();
    expect(new Date(newest?.['paid_at']).getTime()).toBeLessThan(Date.now());
  });

  it('has a kader at a streak of two and an open review', async () => {
    const { rows } = await monev<ZeroWatchAnswer>('zero-watch', 'KC-CTH', { count: 200 });
    expect(rows.filter(({ streak }) => streak === 2)).toHaveLength(1);
    expect(rows.filter(({ review }) => review?.status === 'open')).toHaveLength(1);
  });

  it('has more promises kept than broken, and some that are still to come', async () => {
    const promises = await app
      .knex('activity')
      .where({ branch: branches.get('KC-CTH') })
      .whereNotNull('promise_on')
      .pluck('promise_state');
    const count = (state: string) => promises.filter((one) => one === state).length;
    expect(count('kept') / (count('kept') + count('broken'))).toBeGreaterThan(0.5);
    expect(count('kept') / (count('kept') + count('broken'))).toBeLessThan(0.75);
    expect(count('open')).toBeGreaterThan(0);
  });

  it('has families that nobody holds, desa without a kader, and one kader above the capacity', async () => {
    const { body } = await app.admin.get(`/kader-jkn/coverage?branch=${branches.get('KC-CTH')}`);
    const { unheld, desa, kader, capacity }: Coverage = body.data;
    expect(unheld.eligible).toBeGreaterThan(0);
    expect(desa.filter((one) => one.unheld > 0 && one.kader === 0)).not.toEqual([]);
    expect(kader.filter(({ families }) => families > (capacity ?? 0))).toHaveLength(1);
  });
});

it('leaves books that the audit finds clean', async () => {
  const differences = [];
  for await (const difference of audit(app.knex)) differences.push(difference);
  expect(differences).toEqual([]);
});
