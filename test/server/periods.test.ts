import { beforeAll, describe, expect, it } from 'vitest';
import { ensurePeriods } from '../../extensions/kader-jkn/src/server/ensure-periods.ts';
import { keepUp } from '../../extensions/kader-jkn/src/server/keep-up.ts';
import { getDirectus, type TestDirectus } from '../harness/index.ts';
import { monthFromNow } from './books-fixture.ts';
import { close, makePartner, makeProgramme, pay, periodOf, refusalCode } from './programme-fixture.ts';

let app: TestDirectus;

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
});

async function makeBranch(fields: Record<string, unknown>): Promise<number> {
  const told = { code: `KC-${Math.random()}`, name: 'Cabang', timezone: 'Asia/Jayapura', ...fields };
  const { body } = await app.admin.post('/items/branch', told);
  return body.data.id;
}

const monthsOf = (branch: number) => app.knex('period').where({ branch }).orderBy('month').pluck('month');

describe('the months of the books', () => {
  it('begin with the branch, grow to the present month or its last one, and repeat nothing', async () => {
    const branch = await makeBranch({ first_month: monthFromNow(-2) });
    const past = await makeBranch({ first_month: '2017-05', last_month: '2017-11' });
    expect(await monthsOf(branch)).toEqual([monthFromNow(-2)]);
    await ensurePeriods(app.knex, new Date());
    expect(await monthsOf(branch)).toEqual([-2, -1, 0].map(monthFromNow));
    expect(await monthsOf(past)).toHaveLength(7);
    expect(await ensurePeriods(app.knex, new Date())).toBe(0);
  });

  it('begin in the time zone of the branch', async () => {
    const branch = await makeBranch({ first_month: '2030-01' });
    await ensurePeriods(app.knex, new Date('2030-01-31T14:59:00Z'));
    expect(await monthsOf(branch)).toEqual(['2030-01']);
    await ensurePeriods(app.knex, new Date('2030-01-31T15:00:00Z'));
    expect(await monthsOf(branch)).toEqual(['2030-01', '2030-02']);
  });

  it('begin elsewhere only while nothing stands in them', async () => {
    const programme = await makeProgramme(app);
    const { branch, months } = programme;
    expect((await app.admin.patch(`/items/branch/${branch}`, { first_month: months[1] })).status).toBe(200);
    expect(await monthsOf(branch)).toEqual([months[1]]);
    await close(app, programme, months[1]);
    const moved = await app.admin.patch(`/items/branch/${branch}`, { first_month: months[0] });
    expect([moved.status, moved.body.errors[0].extensions.code]).toEqual([409, 'KADER_RECORD_FIXED']);
  });

  it('are not made out of order, nor closed, by hand', async () => {
    const branch = await makeBranch({ first_month: '2020-01' });
    const gap = await app.admin.post('/items/period', { branch, month: '2020-03' });
    expect(gap.body.errors[0].extensions).toMatchObject({ code: 'KADER_MONTH_SEQUENCE', month: '2020-02' });
    const closed = await app.admin.post('/items/period', { branch, month: '2020-02', status: 'closed' });
    expect(closed.status).toBe(409);
    expect(await monthsOf(branch)).toEqual(['2020-01']);
  });

  it('are kept up by the hour, with the arrears of branches whose day begins', async () => {
    const programme = await makeProgramme(app);
    const { families } = await makePartner(app, programme, 1);
    const [family] = families;
    await app
      .knex('binaan')
      .where({ id: family })
      .update({ accrued_months: 0, accrued_amount: 0, accrued_through: null });
    await keepUp(app.knex, new Date('2031-02-11T16:30:00Z'));
    expect(await app.knex('binaan').where({ id: family }).first('accrued_months')).toEqual({ accrued_months: 0 });
    // 00:30 of 12 February in WIB
    await keepUp(app.knex, new Date('2031-02-11T17:30:00Z'));
    expect(await app.knex('binaan').where({ id: family }).first('accrued_months', 'accrued_through')).toMatchObject({
      accrued_months: 14,
    });
  });
});

describe('a close and those who hold its month', () => {
  it('is refused while somebody else closes', async () => {
    const programme = await makeProgramme(app);
    const [first] = programme.months;
    const period = await periodOf(app, programme, first);
    await app.knex.transaction(async (trx) => {
      await trx('period').where({ id: period }).forUpdate();
      expect(await refusalCode(close(app, programme, first))).toBe('KADER_MONTH_BUSY');
    });
    expect(await refusalCode(close(app, programme, first))).toBeNull();
  });

  it('waits for whoever is recording, and those who come later find the next month', async () => {
    const programme = await makeProgramme(app);
    const { kader, families } = await makePartner(app, programme, 1);
    const [first, second] = programme.months;
    const trx = await app.knex.transaction();
    await trx.raw('select kader_lock_open_month(?, ?)', [programme.branch, `${first}`]);
    const closing = close(app, programme, first);
    await new Promise((resolve) => setTimeout(resolve, 150));
    const recording = pay(programme, families[0], first);
    expect(await app.knex('period').where({ branch: programme.branch, month: first }).first('status')).toEqual({
      status: 'open',
    });
    await trx.commit();
    expect(await closing).toMatchObject({ collections_count: 0 });
    expect(
      await app
        .knex('collection')
        .where({ id: await recording })
        .first('kader', 'month', 'late'),
    ).toEqual({ kader, month: second, late: true });
  });
});
