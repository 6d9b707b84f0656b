import { beforeAll, describe, expect, it } from 'vitest';
import type { AttainmentAnswer } from '../../extensions/kader-jkn/src/contract/monev.ts';
import type { AgeingAnswer, CostAnswer, TrendAnswer } from '../../extensions/kader-jkn/src/contract/monev-money.ts';
import type { DuesCollection } from '../../extensions/kader-jkn/src/contract/records.ts';
import { ageBands } from '../../extensions/kader-jkn/src/core/ageing.ts';
import { keepUp } from '../../extensions/kader-jkn/src/server/keep-up.ts';
import { rollUpMonth } from '../../extensions/kader-jkn/src/server/monev/roll-up/roll-up-month.ts';
import { refreshArrears } from '../../extensions/kader-jkn/src/server/refresh-arrears.ts';
import { type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { makeBooks, makeFamily } from './books-fixture.ts';
import {
  collectedIn,
  countOwed,
  earnedIn,
  endOf,
  monthsAfter,
  type OwedThen,
  owedAtEnd,
} from './monev-reference-money.ts';
import { type MoneyProgramme, makeMoneyProgramme } from './money-programme.ts';
import { close, periodOf } from './programme-fixture.ts';

let app: TestDirectus;
let wib: MoneyProgramme;
let wita: MoneyProgramme;
let admin: Client;

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  wib = await makeMoneyProgramme(app, { seed: 'satu', timezone: 'Asia/Jakarta', place: '88' });
  wita = await makeMoneyProgramme(app, { seed: 'dua', timezone: 'Asia/Makassar', place: '87' });
  await refreshArrears(app.knex, new Date());
  admin = app.admin;
}, 240_000);

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

const every = () => `from=${wib.months[0]}&to=${wib.months.at(-1)}`;
const both = () => [wib, wita];

describe('the generated books', () => {
  it('hold what makes figures hard: every band, no place, void, reversed, late and lists of every age', async () => {
    for (const { branch, then, months } of both()) {
      const owed = [...then.values()].flat();
      for (const { from, to } of ageBands) expect(countOwed(owed, from, to).families).toBeGreaterThan(0);
      expect(owed.some(({ regency }) => regency === null)).toBe(true);
      const all: DuesCollection[] = await app.knex('collection').where({ branch });
      expect(all.some(({ status }) => status === 'void')).toBe(true);
      expect(all.some(({ reverses }) => reverses !== null)).toBe(true);
      expect(all.some(({ late }) => late)).toBe(true);
      expect(all.filter(({ status }) => status === 'recorded').length).toBeGreaterThan(25);
      const newer = await app
        .knex('binaan')
        .where({ branch })
        .where('listed_as_of', '>', endOf(months.at(-2) ?? ''));
      expect(newer.length).toBe(6);
    }
  });
});

describe('the trend', () => {
  it('is what the payments of each month say, of closed months and of open ones', async () => {
    for (const { head, branch, months } of both()) {
      const answer = await ask<TrendAnswer>(head, `trend?${every()}`);
      expect(answer.months.map(({ month }) => month)).toEqual(months);
      for (const { month, realised, closed } of answer.months) {
        expect([month, realised]).toEqual([month, await collectedIn(app, branch, [month])]);
        expect(closed).toBe(months.indexOf(month) < months.length - 2);
      }
      expect(answer.total.realised).toBe(await collectedIn(app, branch, months));
    }
  });

  it('sums branches, kader and areas alike', async () => {
    const all = await ask<TrendAnswer>(admin, `trend?${every()}`);
    for (const { month, realised } of all.months) {
      const each = await Promise.all(both().map(({ branch }) => collectedIn(app, branch, [month])));
      expect(realised).toBe((each[0] ?? 0) + (each[1] ?? 0));
    }
    for (const kader of wib.kader) {
      const own = await ask<TrendAnswer>(wib.head, `trend?kader=${kader}&${every()}`);
      for (const { month, realised } of own.months) {
        expect(realised).toBe(await collectedIn(app, wib.branch, [month], kader));
      }
    }
    const area = await ask<TrendAnswer>(wib.head, `trend?area=${wib.regencies[0]}&${every()}`);
    expect(area.total.realised).toBe(await collectedIn(app, wib.branch, wib.months, wib.kader[0]));
  });

  it('is the target that attainment has, month by month', async () => {
    const trend = await ask<TrendAnswer>(wib.head, `trend?${every()}`);
    for (const { month, target, realised, attainment } of trend.months) {
      const { total } = (await ask(wib.head, `attainment?from=${month}&to=${month}`)) as {
        total: Pick<TrendAnswer['total'], 'realised' | 'target' | 'attainment'>;
      };
      expect({ target, realised, attainment }).toEqual(total);
    }
    expect(trend.months[0]?.target).toBeNull();
  });

  it('compares closed months with the year before, where that was in the books', async () => {
    const shifted = wib.months.map((month) => monthsAfter(month, -12));
    const answer = await ask<TrendAnswer>(wib.head, `trend?from=${shifted[0]}&to=${wib.months.at(-1)}`);
    expect(answer.months.slice(0, 2)).toMatchObject([{ realised: null }, { realised: null }]);
    expect(answer.year).toBeNull();
    const ahead = await ask<TrendAnswer>(wib.head, `trend?to=${monthsAfter(wib.months[3] ?? '', 12)}&months=3`);
    expect(ahead.months.map(({ before, realised }) => [before, realised])).toEqual(
      await Promise.all(wib.months.slice(1, 4).map(async (one) => [await collectedIn(app, wib.branch, [one]), null])),
    );
  });

  it('begins with the first month of the books where nobody asks for an earlier one', async () => {
    const answer = await ask<TrendAnswer>(wib.head, 'trend?months=60');
    expect(answer.span).toMatchObject({ from: wib.months[0], to: wib.months.at(-1), running: true });
  });
});

describe('the cost of collection', () => {
  it('is what statements say of closed months, and what a close would say of open ones', async () => {
    for (const { head, branch, months } of both()) {
      const answer = await ask<CostAnswer>(head, `cost?by=month&${every()}`);
      for (const { month, collected, commission, rate, running } of answer.rows) {
        const one = [month ?? ''];
        expect({ month, collected, commission }).toEqual({
          month,
          collected: await collectedIn(app, branch, one),
          commission: await earnedIn(app, branch, one),
        });
        expect(rate).toBe(collected > 0 ? (commission ?? 0) / collected : null);
        expect(running).toBe(months.indexOf(month ?? '') >= months.length - 2);
      }
      expect(answer.total).toMatchObject({
        collected: await collectedIn(app, branch, months),
        commission: await earnedIn(app, branch, months),
        paid: 0,
      });
    }
  });

  it('adds up to the same by kader, with what belongs to nobody', async () => {
    const answer = await ask<CostAnswer>(wib.head, `cost?by=kader&${every()}`);
    for (const { id, collected, commission } of answer.rows) {
      if (id === null) continue;
      expect({ id, collected }).toEqual({ id, collected: await collectedIn(app, wib.branch, wib.months, id) });
      expect(commission).toBe(await earnedIn(app, wib.branch, wib.months, id));
    }
    const sum = answer.rows.reduce((whole, { collected }) => whole + collected, 0);
    expect(sum).toBe(answer.total.collected);
    expect(answer.rows.filter(({ id }) => id === null).every(({ commission }) => commission === 0)).toBe(true);
  });

  it('leads single months to the books, and a kader’s to the statement', async () => {
    const [month = ''] = wib.months;
    const months = await ask<CostAnswer>(wib.head, `cost?by=month&from=${month}&to=${month}`);
    expect(months.rows).toMatchObject([{ period: await periodOf(app, wib, month) }]);
    const kader = await ask<CostAnswer>(wib.head, `cost?by=kader&from=${month}&to=${month}`);
    for (const { id, statement } of kader.rows) {
      const stated = id === null ? null : await app.knex('commission').where({ kader: id, month }).first('id');
      expect(statement).toBe(stated?.id ?? null);
    }
  });

  it('leaves open months of several branches out of the total, and names them', async () => {
    const answer = await ask<CostAnswer>(admin, `cost?by=branch&${every()}`);
    expect(answer.not_reckoned).toEqual(wib.months.slice(-2));
    const closed = wib.months.slice(0, -2);
    for (const programme of both()) {
      expect(answer.rows.find(({ id }) => id === programme.branch)).toMatchObject({
        collected: await collectedIn(app, programme.branch, closed),
        commission: await earnedIn(app, programme.branch, closed),
      });
    }
    expect(answer.total.commission).toBe(answer.rows.reduce((sum, { commission }) => sum + (commission ?? 0), 0));
  });

  it('counts as paid what is in months marked as paid', async () => {
    const [month = ''] = wita.months;
    const period = `/items/period/${await periodOf(app, wita, month)}`;
    const approver = await app.login('head', { branch: wita.branch });
    expect((await approver.patch(period, { status: 'approved' })).status).toBe(200);
    const payment = { status: 'paid', payment_reference: 'TRX-1', paid_on: new Date().toISOString().slice(0, 10) };
    expect((await approver.patch(period, payment)).status).toBe(200);
    for (const by of ['month', 'kader']) {
      const { total, rows } = await ask<CostAnswer>(wita.head, `cost?by=${by}&from=${month}&to=${month}`);
      expect(rows.reduce((sum, { paid }) => sum + paid, 0)).toBe(total.paid);
      expect(total).toMatchObject({ paid: total.commission, commission: await earnedIn(app, wita.branch, [month]) });
      expect(total.paid).toBeGreaterThan(0);
    }
  });
});

describe('arrears by age', () => {
  const bandsOf = (owed: readonly OwedThen[]) => ageBands.map(({ from, to }) => countOwed(owed, from, to));
  const cells = (rows: readonly { families: number; amount: number }[]) =>
    rows.map(({ families, amount }) => ({ families, amount }));

  it('says of a closed month what was kept of it, whatever lists came since', async () => {
    for (const { head, then } of both()) {
      for (const [month, owed] of then) {
        const answer = await ask<AgeingAnswer>(head, `ageing?to=${month}`);
        expect({ month, bands: cells(answer.bands) }).toEqual({ month, bands: bandsOf(owed) });
        expect(answer).toMatchObject({ now: false, as_of: endOf(month), total: countOwed(owed) });
      }
    }
  });

  it('reckons the month that has ended and is open, and moves from the one that is kept', async () => {
    for (const { head, then, months, branch } of both()) {
      const [kept = '', open = ''] = months.slice(-3);
      const owed = await owedAtEnd(app, branch, open);
      const answer = await ask<AgeingAnswer>(head, `ageing?to=${open}`);
      expect(cells(answer.bands)).toEqual(bandsOf(owed));
      const before = then.get(kept) ?? [];
      expect(answer.before_on).toBe(endOf(kept));
      expect(answer.bands.map((band) => band.before)).toEqual(bandsOf(before));
      expect(answer.total.before).toEqual(countOwed(before));
    }
  });

  it('says of every regency what its families owed, and of nobody’s place the rest', async () => {
    for (const { head, then, regencies } of both()) {
      for (const [month, owed] of then) {
        const { rows } = await ask<AgeingAnswer>(head, `ageing?to=${month}`);
        for (const place of [...regencies, null]) {
          const here = owed.filter(({ regency }) => regency === place);
          const row = rows.find(({ id }) => id === place);
          expect({ month, place, cells: cells(row?.bands ?? ageBands.map(() => countOwed([]))) }).toEqual({
            month,
            place,
            cells: bandsOf(here),
          });
        }
      }
    }
  });

  it('is now what the balances of families say', async () => {
    for (const { head, branch } of both()) {
      const families = await app.knex('binaan').where({ branch }).whereIn('status', ['active', 'muted']);
      const owed = families
        .filter(({ owed_months }) => owed_months >= 1)
        .map((one) => ({ months: one.owed_months, amount: Number(one.owed_amount) }) as OwedThen);
      const answer = await ask<AgeingAnswer>(head, 'ageing');
      expect(answer.now).toBe(true);
      expect(cells(answer.bands)).toEqual(bandsOf(owed));
    }
  });

  it('narrows to an area and to a kader, reckoned the same way', async () => {
    const open = wib.months.at(-2) ?? '';
    const owed = await owedAtEnd(app, wib.branch, open);
    const area = await ask<AgeingAnswer>(wib.head, `ageing?area=${wib.regencies[0]}&to=${open}`);
    expect(cells(area.bands)).toEqual(bandsOf(owed.filter(({ regency }) => regency === wib.regencies[0])));
    for (const kader of wib.kader) {
      const own = await ask<AgeingAnswer>(wib.head, `ageing?kader=${kader}&to=${open}`);
      expect(cells(own.bands)).toEqual(bandsOf(owed.filter((one) => one.kader === kader)));
      expect(own.rows).toEqual([]);
    }
  });

  it('puts branches side by side, each by what is its own', async () => {
    const [month = ''] = wib.months.slice(1);
    const answer = await ask<AgeingAnswer>(admin, `ageing?to=${month}`);
    for (const { branch, then } of both()) {
      expect(answer.rows.find(({ id }) => id === branch)).toMatchObject(countOwed(then.get(month) ?? []));
    }
  });
});

describe('month-ends that are kept', () => {
  it('are never written, changed or deleted by people', async () => {
    const kept = await app.knex('arrears_snapshot').where({ branch: wib.branch, kind: 'month_end' }).first();
    const told = { as_of: '2020-01-31', amount: 1, families: 1, source: 'Uji', branch: wib.branch };
    for (const who of [wib.head, admin]) {
      const made = await who.post('/items/arrears_snapshot', { ...told, kind: 'month_end' });
      expect([made.status, made.body.errors?.[0].extensions.code]).toEqual([409, 'KADER_MONTH_END_KEPT']);
      const changed = await who.patch(`/items/arrears_snapshot/${kept.id}`, { amount: 5 });
      expect([changed.status, changed.body.errors?.[0].extensions.code]).toEqual([409, 'KADER_MONTH_END_KEPT']);
      const gone = await who.delete(`/items/arrears_snapshot/${kept.id}`);
      expect([gone.status, gone.body.errors?.[0].extensions.code]).toEqual([409, 'KADER_MONTH_END_KEPT']);
    }
    const published = await wib.head.post('/items/arrears_snapshot', told);
    expect(published).toMatchObject({ status: 200, body: { data: { kind: 'published' } } });
    expect((await wib.head.delete(`/items/arrears_snapshot/${published.body.data.id}`)).status).toBe(204);
  });

  it('are there once for every closed month, however often it is looked after', async () => {
    const countKept = () =>
      app
        .knex('arrears_snapshot')
        .where({ branch: wib.branch, kind: 'month_end' })
        .whereNull('area')
        .whereNull('band_from')
        .pluck('as_of');
    const before = await countKept();
    await keepUp(app.knex, new Date());
    expect(await countKept()).toEqual(before);
    expect(before).toHaveLength(wib.months.length - 2);
  });

  it('have beside them what their place collected', async () => {
    const asked = `attainment?measure=arrears_share&from=${wib.months[3]}&to=${wib.months[3]}`;
    const { rows } = await ask<AttainmentAnswer>(wib.head, asked);
    const places = await ask<AttainmentAnswer>(wib.head, asked.replace('arrears_share', 'collection&by=regency'));
    const inPlace = new Map(places.rows.map(({ id, realised }) => [id, realised]));
    expect(rows.some(({ realised }) => (realised ?? 0) > 0)).toBe(true);
    expect(rows.map(({ realised }) => realised)).toEqual(rows.map(({ id }) => inPlace.get(id) ?? 0));
  });

  it('stand in for published arrears only where nothing was published', async () => {
    const asked = `attainment?measure=arrears_share&from=${wib.months[3]}&to=${wib.months[3]}`;
    const read = async () => ((await ask(wib.head, asked)) as { arrears: { amount: number; source: string } }).arrears;
    const kept = wib.then.get(wib.months[3] ?? '') ?? [];
    expect(await read()).toMatchObject({
      amount: countOwed(kept).amount,
      source: expect.stringContaining('Akhir bulan'),
    });
    const told = { as_of: `${wib.months[1]}-15`, amount: 74_000_000_000, source: 'Pernyataan', branch: wib.branch };
    const { body } = await wib.head.post('/items/arrears_snapshot', told);
    expect(await read()).toMatchObject({ amount: 74_000_000_000, source: 'Pernyataan' });
    await wib.head.delete(`/items/arrears_snapshot/${body.data.id}`);
  });
});

describe('who may see money and arrears', () => {
  const questions = ['trend', 'cost', 'ageing'];

  it.each(['head', 'staff', 'auditor'] as const)('%s sees the figures of the branch', async (role) => {
    const who = await app.login(role, { branch: wib.branch });
    for (const question of questions) await ask(who, `${question}?branch=${wib.branch}`);
  });

  it.each(['telekolekting', 'integration'] as const)('%s sees none of them', async (role) => {
    const who = await app.login(role, { branch: wib.branch });
    for (const question of questions) expect(await refused(who, question)).toEqual([403, 'KADER_NOT_ALLOWED']);
    for (const question of questions) {
      expect(await refused(who, `${question}?kader=${wib.kader[0]}`)).toEqual([403, 'KADER_NOT_ALLOWED']);
    }
  });

  it('nobody who is not signed in sees any', async () => {
    for (const question of questions) expect(await refused(app.public, question)).toEqual([403, 'KADER_NOT_ALLOWED']);
  });

  it('a kader sees their own money and their own families only', async () => {
    const [own, other] = wib.kader;
    const self = await app.login('kader', { branch: wib.branch, kader: own });
    const trend = await ask<TrendAnswer>(self, `trend?${every()}`);
    expect(trend.total.realised).toBe(await collectedIn(app, wib.branch, wib.months, own));
    const cost = await ask<CostAnswer>(self, `cost?by=kader&${every()}`);
    expect(cost.rows.map(({ id }) => id)).toEqual([own]);
    expect(cost.total.commission).toBe(await earnedIn(app, wib.branch, wib.months, own));
    const open = wib.months.at(-2) ?? '';
    const ageing = await ask<AgeingAnswer>(self, `ageing?to=${open}`);
    const owed = await owedAtEnd(app, wib.branch, open);
    expect(ageing.total).toMatchObject(countOwed(owed.filter(({ kader }) => kader === own)));
    for (const question of questions) {
      expect(await refused(self, `${question}?kader=${other}`)).toEqual([403, 'KADER_NOT_ALLOWED']);
    }
  });

  it('the only kader of a branch sees their own families, not the branch', async () => {
    const alone = await makeBooks(app, false);
    await makeFamily(app, { branch: alone.branch, area: alone.village });
    const self = await app.login('kader', { branch: alone.branch, kader: alone.kader });
    const own = await ask<AgeingAnswer>(self, 'ageing');
    expect(own).toMatchObject({ subject: { partial: true, kader: { id: alone.kader } }, total: { families: 1 } });
    const head = await app.login('head', { branch: alone.branch });
    expect((await ask<AgeingAnswer>(head, 'ageing')).total.families).toBe(2);
  });

  it('the head of another branch sees nothing of this one, and a user without a branch nothing at all', async () => {
    const other = await makeBooks(app, false);
    const stranger = await app.login('head', { branch: other.branch });
    const nowhere = await app.login('head');
    for (const question of questions) {
      expect(await refused(stranger, `${question}?branch=${wib.branch}`)).toEqual([403, 'KADER_NOT_ALLOWED']);
      expect(await refused(stranger, `${question}?kader=${wib.kader[0]}`)).toEqual([403, 'KADER_NOT_ALLOWED']);
      expect(await refused(nowhere, question)).toEqual([403, 'KADER_NOT_ALLOWED']);
    }
    expect(await ask<TrendAnswer>(stranger, 'trend')).toMatchObject({ gap: 'no-months', months: [] });
  });
});

describe('a month that was opened again', () => {
  it('is reckoned while it is open, and kept anew, once, when it is closed again', async () => {
    const { branch, head, months } = wib;
    const month = months[3] ?? '';
    const period = await periodOf(app, wib, month);
    const kept = async () =>
      await app
        .knex('arrears_snapshot')
        .where({ branch, kind: 'month_end', as_of: endOf(month) })
        .whereNull('area')
        .whereNull('band_from');
    const reopened = await head.post(`/kader-jkn/periods/${period}/reopen`, { reason: 'Pembayaran tertinggal' });
    expect(reopened.status).toBe(200);
    const listed = await app
      .knex('binaan')
      .where({ branch, status: 'active' })
      .where('listed_months', '>', 2)
      .first('id');
    await app.admin.patch(`/items/binaan/${listed.id}`, { listed_amount: 1_234_567 });
    const owed = countOwed(await owedAtEnd(app, branch, month));
    expect((await ask<AgeingAnswer>(head, `ageing?to=${month}`)).total).toMatchObject(owed);
    await close(app, wib, month);
    expect(await rollUpMonth(app.knex, period)).toBe(true);
    const rows = await kept();
    expect(rows).toHaveLength(1);
    expect([rows[0].families, Number(rows[0].amount)]).toEqual([owed.families, owed.amount]);
    expect((await ask<AgeingAnswer>(head, `ageing?to=${month}`)).total).toMatchObject(owed);
  });
});

describe('a question about money that cannot be read', () => {
  it.each([
    ['trend?months=0', 'months'],
    ['trend?from=2022-02', 'to'],
    ['cost?by=regency', 'by'],
    ['cost?branch=x', 'branch'],
    ['ageing?to=2022-13', 'to'],
  ])('%s is refused by name', async (path, field) => {
    const { status, body } = await wib.head.get(`/kader-jkn/monev/${path}`);
    expect(status).toBe(400);
    expect(body.errors[0].extensions).toMatchObject({ code: 'KADER_QUERY_INVALID', field });
  });
});
