import { beforeAll, describe, expect, it } from 'vitest';
import type {
  AttainmentAnswer,
  RankingAnswer,
  ZeroWatchAnswer,
} from '../../extensions/kader-jkn/src/contract/monev.ts';
import type { DuesCollection, Id } from '../../extensions/kader-jkn/src/contract/records.ts';
import { type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { makeBooks, momentIn } from './books-fixture.ts';
import { eachTarget, type MonevFixture, makeMonev, ownTarget } from './monev-fixture.ts';

let app: TestDirectus;
let monev: MonevFixture;
let head: Client;

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  monev = await makeMonev(app);
  head = await app.login('head', { branch: monev.branch });
});

async function ask<T>(who: Client, path: string): Promise<T> {
  const { status, body } = await who.get(`/kader-jkn/monev/${path}`);
  expect(body).toMatchObject({ data: expect.anything() });
  expect(status).toBe(200);
  return body.data;
}

async function refused(who: Client, path: string): Promise<[number, string]> {
  const { status, body } = await who.get(`/kader-jkn/monev/${path}`);
  return [status, body.errors?.[0]?.extensions?.code];
}

/** Slow and obvious: every payment of the months, one by one. */
async function collectedBy(kader: Id | null, from: string, to: string): Promise<number> {
  const all: DuesCollection[] = await app.knex('collection').where({ branch: monev.branch });
  return all
    .filter(
      (one) => one.status !== 'void' && one.month >= from && one.month <= to && (kader === null || one.kader === kader),
    )
    .reduce((sum, one) => sum + Number(one.amount), 0);
}

const both = () => `from=${monev.lastMonth}&to=${monev.thisMonth}`;

describe('realised against target', () => {
  it('sums closed months from statements and the open one live, as the payments themselves say', async () => {
    const { total, span, rows } = await ask<AttainmentAnswer>(head, `attainment?by=kader&${both()}`);
    const realised = await collectedBy(null, monev.lastMonth, monev.thisMonth);
    const target = 2 * (eachTarget + eachTarget + ownTarget) + eachTarget;
    expect(total).toEqual({ realised, target, attainment: realised / target });
    expect(span).toMatchObject({ running: true, chosen: 'asked' });
    for (const row of rows) expect(row.realised).toBe(await collectedBy(row.id, monev.lastMonth, monev.thisMonth));
    expect(rows.map(({ id }) => id).sort()).toEqual([monev.above, monev.exact, monev.idle, monev.fresh].sort());
  });

  it('counts a kader from the month of joining, and praises only strictly above 100%', async () => {
    const { above, average, rows } = await ask<AttainmentAnswer>(
      head,
      `attainment?by=kader&from=${monev.lastMonth}&to=${monev.lastMonth}`,
    );
    expect(rows.some(({ id }) => id === monev.fresh)).toBe(false);
    expect(rows.find(({ id }) => id === monev.exact)).toMatchObject({ realised: ownTarget, attainment: 1 });
    expect(above).toBe(1);
    expect(average).toEqual({ attainment: (1.4 + 1 + 0) / 3, kader: 3 });
  });

  it('leads a kader’s closed month to its statement', async () => {
    const { rows } = await ask<AttainmentAnswer>(
      head,
      `attainment?by=kader&from=${monev.lastMonth}&to=${monev.lastMonth}`,
    );
    const statement = await app.knex('commission').where({ kader: monev.above, month: monev.lastMonth }).first('id');
    expect(rows.find(({ id }) => id === monev.above)?.statement).toBe(statement.id);
  });

  it('narrows to an area and to a kader, whose rows are months', async () => {
    const area = await ask<AttainmentAnswer>(head, `attainment?area=${monev.otherDistrict}&${both()}`);
    expect(area.total).toMatchObject({ realised: 0, target: 2 * eachTarget });
    const own = await ask<AttainmentAnswer>(head, `attainment?kader=${monev.above}&${both()}`);
    expect(own.grouping).toBe('month');
    expect(own.rows.map(({ month, realised, target }) => ({ month, realised, target }))).toEqual([
      { month: monev.lastMonth, realised: 140_000, target: eachTarget },
      { month: monev.thisMonth, realised: 70_000, target: eachTarget },
    ]);
  });

  it('shows the newest month with data by default, and a target of a span over its own span', async () => {
    const money = await ask<AttainmentAnswer>(head, 'attainment');
    expect(money.span).toMatchObject({ from: monev.thisMonth, to: monev.thisMonth, chosen: 'newest' });
    const visits = await ask<AttainmentAnswer>(head, 'attainment?measure=families_visited');
    expect(visits.span).toMatchObject({ from: monev.lastMonth, to: monev.thisMonth, chosen: 'target' });
  });

  it('counts distinct families visited, once in the total and once for each kader', async () => {
    const { total, rows } = await ask<AttainmentAnswer>(head, 'attainment?measure=families_visited&by=kader');
    expect(total).toEqual({ realised: 2, target: 10, attainment: 0.2 });
    expect(Object.fromEntries(rows.map(({ id, realised }) => [id, realised]))).toEqual({
      [monev.above]: 1,
      [monev.exact]: 2,
    });
  });

  it('counts kader as the level at the end, and families a day by distinct families', async () => {
    const level = await ask<AttainmentAnswer>(
      head,
      `attainment?measure=kader&from=${monev.lastMonth}&to=${monev.lastMonth}`,
    );
    expect(level.total).toMatchObject({ realised: 3, target: 8 });
    const daily = await ask<AttainmentAnswer>(
      head,
      `attainment?measure=contacts_per_day&from=${monev.lastMonth}&to=${monev.lastMonth}`,
    );
    const [year, month] = monev.lastMonth.split('-').map(Number);
    expect(daily.total.realised).toBeCloseTo(4 / new Date(Date.UTC(year ?? 0, month ?? 0, 0)).getUTCDate());
  });

  it('says plainly that nobody is enrolled yet', async () => {
    const answer = await ask<AttainmentAnswer>(head, 'attainment?measure=enrolments');
    expect(answer).toMatchObject({ gap: 'no-months', total: { realised: null, target: null } });
  });

  it('tells arrears published in parts, and what the parts leave unexplained', async () => {
    const other = await makeBooks(app, false);
    const [regency] = await app.knex('area').where({ id: other.district }).select('parent');
    const snapshot = { branch: other.branch, as_of: `${other.lastMonth}-01`, source: 'Pernyataan cabang' };
    await app.admin.post('/items/arrears_snapshot', { ...snapshot, amount: 74_000_000_000 });
    await app.admin.post('/items/arrears_snapshot', { ...snapshot, area: regency.parent, amount: 73_100_000_000 });
    await app.admin.post('/items/target', {
      branch: other.branch,
      measure: 'arrears_share',
      scope: 'whole',
      month_from: other.lastMonth,
      month_to: other.thisMonth,
      per: 'span',
      adds_up: 'level',
      value: 7200,
    });
    const reader = await app.login('head', { branch: other.branch });
    const answer = await ask<AttainmentAnswer>(reader, 'attainment?measure=arrears_share');
    expect(answer.arrears).toMatchObject({ amount: 74_000_000_000, share_bp: 7200, unexplained: 900_000_000 });
    expect(answer.total.target).toBe(53_280_000_000);
    expect(answer.rows).toMatchObject([{ arrears: 73_100_000_000, target: 52_632_000_000 }]);
  });
});

describe('the ranking', () => {
  it('orders kader by attainment, with families held and months owed', async () => {
    const answer = await ask<RankingAnswer>(head, `ranking?from=${monev.lastMonth}&to=${monev.lastMonth}`);
    expect(answer.rows.map(({ place, kader, attainment }) => [place, kader.id, attainment])).toEqual([
      [1, monev.above, 1.4],
      [2, monev.exact, 1],
      [3, monev.idle, 0],
    ]);
    expect(answer).toMatchObject({ ranked: 3, above: 1, others: 0, shared: false });
    expect(answer.rows[0]?.families_held).toBe(2);
    const { months } = await app
      .knex('binaan')
      .where({ kader: monev.above })
      .avg({ months: 'owed_months' })
      .first<{ months: string }>();
    expect(answer.rows[0]?.months_owed).toBeCloseTo(Number(months));
  });

  it('names only those strictly above 100% on a shared screen, without their amounts', async () => {
    const answer = await ask<RankingAnswer>(head, `ranking?shared=true&from=${monev.lastMonth}&to=${monev.lastMonth}`);
    expect(answer.rows.map(({ kader }) => kader.id)).toEqual([monev.above]);
    expect(answer).toMatchObject({ shared: true, others: 2, ranked: 3 });
    expect(answer.rows[0]).toMatchObject({ realised: null, target: null, statement: null });
  });

  it('gives a kader praise and their own place, and nothing else of colleagues', async () => {
    const self = await app.login('kader', { branch: monev.branch, kader: monev.idle });
    const answer = await ask<RankingAnswer>(self, `ranking?from=${monev.lastMonth}&to=${monev.lastMonth}`);
    expect(answer.shared).toBe(true);
    expect(answer.rows.map(({ place, own, realised }) => [place, own, realised])).toEqual([
      [1, false, null],
      [3, true, 0],
    ]);
    expect(JSON.stringify(answer)).not.toContain('Tepat Target');
    expect(answer.others).toBe(1);
  });
});

describe('the zero watch', () => {
  it('shows closed months with their amount class, streak and statement', async () => {
    const answer = await ask<ZeroWatchAnswer>(head, 'zero-watch');
    expect(answer.months).toEqual([monev.lastMonth]);
    expect(answer.limit).toBe(3);
    const [first] = answer.rows;
    expect(first).toMatchObject({ kader: { id: monev.idle }, streak: 1, status: 'streak' });
    expect(first?.cells).toMatchObject([
      { month: monev.lastMonth, class: 'zero', collected: 0, statement: expect.any(Number) },
    ]);
    expect(answer.rows.find(({ kader }) => kader.id === monev.above)?.cells[0]?.class).toBe('reached');
    expect(answer.rows.some(({ kader }) => kader.id === monev.fresh)).toBe(false);
  });
});

describe('who may see monev', () => {
  const questions = ['attainment', 'ranking', 'zero-watch'];

  it.each(['head', 'staff', 'auditor'] as const)('%s sees the figures of the branch', async (role) => {
    const who = await app.login(role, { branch: monev.branch });
    for (const question of [...questions, 'options']) await ask(who, `${question}?branch=${monev.branch}`);
  });

  it.each(['telekolekting', 'integration'] as const)('%s sees none of them', async (role) => {
    const who = await app.login(role, { branch: monev.branch });
    for (const question of questions) expect(await refused(who, question)).toEqual([403, 'KADER_NOT_ALLOWED']);
  });

  it('nobody who is not signed in sees any', async () => {
    for (const question of [...questions, 'options']) {
      expect(await refused(app.public, question)).toEqual([403, 'KADER_NOT_ALLOWED']);
    }
  });

  it('a kader sees their own figures only', async () => {
    const self = await app.login('kader', { branch: monev.branch, kader: monev.above });
    const { subject, total } = await ask<AttainmentAnswer>(self, `attainment?${both()}`);
    expect(subject).toMatchObject({ kader: { id: monev.above }, partial: true });
    expect(total).toMatchObject({ realised: 210_000, target: 2 * eachTarget });
    expect(await refused(self, `attainment?kader=${monev.exact}`)).toEqual([403, 'KADER_NOT_ALLOWED']);
    const watch = await ask<ZeroWatchAnswer>(self, 'zero-watch');
    expect(watch.rows.map(({ kader }) => kader.id)).toEqual([monev.above]);
  });

  it('the head of another branch sees nothing of this one', async () => {
    const other = await makeBooks(app, false);
    const stranger = await app.login('head', { branch: other.branch });
    expect(await refused(stranger, `attainment?branch=${monev.branch}`)).toEqual([403, 'KADER_NOT_ALLOWED']);
    expect(await refused(stranger, `zero-watch?kader=${monev.idle}`)).toEqual([403, 'KADER_NOT_ALLOWED']);
    const answer = await ask<AttainmentAnswer>(stranger, 'attainment');
    expect(answer).toMatchObject({ gap: 'no-months', subject: { branch: { id: other.branch } } });
  });

  it('a user whose branch is empty sees nothing', async () => {
    const nowhere = await app.login('head');
    for (const question of questions) expect(await refused(nowhere, question)).toEqual([403, 'KADER_NOT_ALLOWED']);
  });
});

describe('money that comes late', () => {
  it('ends a streak in the watch, and is told apart from money of the month', async () => {
    const { id } = await app.knex('binaan').where({ kader: monev.idle }).first('id');
    const staff = await app.login('staff', { branch: monev.branch });
    const late = { binaan: id, amount: 70_000, paid_at: momentIn(monev.lastMonth, '20') };
    expect((await staff.post('/items/collection', late)).status).toBe(200);
    const { rows } = await ask<ZeroWatchAnswer>(head, `zero-watch?kader=${monev.idle}`);
    expect(rows).toMatchObject([{ streak: 0, status: 'clear', cells: [{ class: 'collected', late: true }] }]);
    const { total } = await ask<AttainmentAnswer>(
      head,
      `attainment?kader=${monev.idle}&to=${monev.thisMonth}&months=1`,
    );
    expect(total.realised).toBe(70_000);
  });
});

describe('a question that cannot be read', () => {
  it.each([
    ['attainment?branch=abc', 'branch'],
    ['attainment?measure=rupiah', 'measure'],
    ['attainment?from=2022-01', 'to'],
    ['attainment?from=2022-02&to=2022-01', 'from'],
    ['attainment?from=2000-01&to=2022-01', 'from'],
    ['attainment?to=2022-13', 'to'],
    ['ranking?count=0', 'count'],
    ['ranking?shared=ya', 'shared'],
    ['zero-watch?months=1000', 'months'],
    ['options?branch=1.5', 'branch'],
  ])('%s is refused by name', async (path, field) => {
    const { status, body } = await head.get(`/kader-jkn/monev/${path}`);
    expect(status).toBe(400);
    expect(body.errors[0].extensions).toMatchObject({ code: 'KADER_QUERY_INVALID', field });
  });
});
