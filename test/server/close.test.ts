import { beforeAll, describe, expect, it } from 'vitest';
import { getDirectus, type TestDirectus } from '../harness/index.ts';
import { close, makePartner, makeProgramme, pay, periodOf, pressClose, refusalCode } from './programme-fixture.ts';

let app: TestDirectus;

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
});

describe('closing a month', () => {
  it('makes a statement for every kader, exact to the rupiah', async () => {
    const programme = await makeProgramme(app, {
      rules: [{ kind: 'withholding', rate_bp: 500, share_bp: 5000, sort: 9 }],
    });
    const { kader, families } = await makePartner(app, programme, 3);
    const idle = await makePartner(app, programme, 1);
    const [first] = programme.months;
    await pay(programme, families[0], first, 140_000);
    await pay(programme, families[0], first, 70_000, '06');
    await pay(programme, families[1], first, 210_050);

    const closed = await close(app, programme, first);
    expect(closed).toMatchObject({
      kader_count: 2,
      zero_count: 1,
      collected: 420_050,
      families_count: 2,
      collections_count: 3,
    });
    const statement = await app.knex('commission').where({ kader, month: first }).first();
    // 15% of 140,000, 70,000 and 210,050: 21,000 + 10,500 + 31,508 (31,507.5 half up)
    expect(statement).toMatchObject({
      status: 'closed',
      collections_count: 3,
      families_count: 2,
      families_held: 3,
      commission: 63_008,
      gross: 63_008,
      withholding: 1_575,
      net: 61_433,
      streak_state: 'collected',
      zero_streak: 0,
    });
    expect(Number(statement.collected)).toBe(420_050);
    expect(statement.lines.map((line: { amount: number }) => line.amount).reduce((a: number, b: number) => a + b)).toBe(
      61_433,
    );
    expect(await app.knex('commission').where({ kader: idle.kader }).first()).toMatchObject({
      net: 0,
      streak_state: 'zero',
      zero_streak: 1,
    });
    expect(await app.knex('kader').where({ id: idle.kader }).first('zero_streak', 'streak_month')).toEqual({
      zero_streak: 1,
      streak_month: first,
    });
    const period = await app.knex('period').where({ id: closed.period }).first();
    expect(period).toMatchObject({ status: 'closed', closed_by: programme.head.id, zero_count: 1 });
    expect(Number(period.commission_total)).toBe(63_008);
  });

  it('refuses a month out of order, one that has not ended, and one already closed, and changes nothing', async () => {
    const programme = await makeProgramme(app);
    const [first, second] = programme.months;
    expect(await refusalCode(close(app, programme, second))).toBe('KADER_MONTH_ORDER');
    await close(app, programme, first);
    const before = await app.knex('commission').where({ branch: programme.branch });
    expect(await refusalCode(close(app, programme, first))).toBe('KADER_MONTH_CLOSED_ALREADY');
    expect(await app.knex('commission').where({ branch: programme.branch })).toEqual(before);
    for (const month of programme.months.slice(1, -1)) await close(app, programme, month);
    expect(await refusalCode(close(app, programme, programme.months.at(-1)))).toBe('KADER_MONTH_NOT_ENDED');
  });

  it('lets one of two closes at the same moment win', async () => {
    const programme = await makeProgramme(app);
    await makePartner(app, programme, 1);
    const [first] = programme.months;
    const codes = await Promise.all([1, 2, 3, 4].map(() => refusalCode(close(app, programme, first))));
    expect(codes.filter((code) => code === null)).toHaveLength(1);
    for (const code of codes.filter((one) => one !== null)) {
      expect(['KADER_MONTH_BUSY', 'KADER_MONTH_CLOSED_ALREADY']).toContain(code);
    }
    expect(await app.knex('commission').where({ branch: programme.branch })).toHaveLength(1);
  });

  it('leaves the month open and whole when it fails halfway', async () => {
    const programme = await makeProgramme(app);
    const { kader } = await makePartner(app, programme, 1);
    const [first] = programme.months;
    await app.knex.raw(`
      create function test_fail() returns trigger language plpgsql as $$ begin raise exception 'power cut'; end $$;
      create trigger zz_test_fail before update on period for each row when (new.status = 'closed') execute function test_fail();`);
    try {
      await expect(close(app, programme, first)).rejects.toThrow('power cut');
    } finally {
      await app.knex.raw('drop trigger zz_test_fail on period; drop function test_fail()');
    }
    expect(await app.knex('commission').where({ kader })).toEqual([]);
    expect(await app.knex('kader').where({ id: kader }).first('zero_streak', 'streak_month')).toEqual({
      zero_streak: 0,
      streak_month: null,
    });
    expect(await app.knex('period').where({ branch: programme.branch, month: first }).first('status')).toEqual({
      status: 'open',
    });
    expect(await close(app, programme, first)).toMatchObject({ kader_count: 1 });
  });

  it('pays verified money in the first open month after the verification', async () => {
    const programme = await makeProgramme(app, { policy: { verification_required: true } });
    const { kader, families } = await makePartner(app, programme, 2);
    const [first, second] = programme.months;
    const early = await pay(programme, families[0], first);
    const later = await pay(programme, families[1], first);
    const verify = (id: number) => programme.head.patch(`/items/collection/${id}`, { status: 'verified' });
    expect((await verify(early)).status).toBe(200);
    await close(app, programme, first);
    expect((await verify(later)).status).toBe(200);
    await close(app, programme, second);
    const statements = await app
      .knex('commission')
      .where({ kader })
      .orderBy('month')
      .select('collections_count', 'commission');
    expect(statements).toEqual([
      { collections_count: 2, commission: 10_500 },
      { collections_count: 0, commission: 10_500 },
    ]);
  });

  it('carries what a reversal takes beyond the month into the next statement', async () => {
    const programme = await makeProgramme(app);
    const { kader, families } = await makePartner(app, programme, 1);
    const [first, second, third] = programme.months;
    const id = await pay(programme, families[0], first, 140_000);
    await close(app, programme, first);
    const { status, body } = await programme.head.post('/items/collection', {
      reverses: id,
      amount: -140_000,
      void_reason: 'Salah catat',
      note: 'Salah catat',
    });
    expect(body).toMatchObject({ data: { id: expect.any(Number) } });
    expect(status).toBe(200);
    await close(app, programme, second);
    await pay(programme, families[0], third, 70_000);
    await close(app, programme, third);
    const statements = await app
      .knex('commission')
      .where({ kader })
      .orderBy('month')
      .select('net', 'carried_in', 'carried_out');
    expect(statements).toEqual([
      { net: 21_000, carried_in: 0, carried_out: 0 },
      { net: 0, carried_in: 0, carried_out: 21_000 },
      { net: 0, carried_in: 21_000, carried_out: 10_500 },
    ]);
  });
});

describe('the books of a closed month', () => {
  it('change by no request and by no statement of SQL', async () => {
    const programme = await makeProgramme(app);
    const { kader } = await makePartner(app, programme, 1);
    const [first] = programme.months;
    const period = await periodOf(app, programme, first);
    const closing = await app.admin.patch(`/items/period/${period}`, { status: 'closed' });
    expect([closing.status, closing.body.errors[0].extensions.code]).toEqual([409, 'KADER_CLOSE_BY_BUTTON']);
    const bySql = (work: Promise<unknown>) =>
      refusalCode(
        work.then(
          () => null,
          (error: Error) => {
            throw new Error(/KADER_[A-Z_]+/.exec(error.message)?.[0] ?? error.message);
          },
        ),
      );
    expect(
      await bySql(app.knex('period').where({ id: period }).update({ status: 'closed', closed_at: new Date() })),
    ).toBe('KADER_CLOSE_BY_BUTTON');
    await close(app, programme, first);
    const statement = await app.knex('commission').where({ kader }).first();
    expect(await bySql(app.knex('commission').where({ id: statement.id }).update({ net: 1 }))).toBe(
      'KADER_RECORD_FIXED',
    );
    expect(await bySql(app.knex('commission').where({ id: statement.id }).delete())).toBe('KADER_RECORD_KEPT');
    expect(await bySql(app.knex('period').where({ id: period }).update({ collected: 1 }))).toBe('KADER_PERIOD_CLOSED');
    expect(await bySql(app.knex('period').where({ id: period }).update({ status: 'open' }))).toBe(
      'KADER_REOPEN_BY_BUTTON',
    );
    expect(await bySql(app.knex('period').where({ id: period }).delete())).toBe('KADER_RECORD_KEPT');
    expect((await programme.head.delete(`/items/period/${period}`)).status).toBeGreaterThanOrEqual(400);
  });
});

describe('the button "Tutup bulan"', () => {
  it('closes for the head of the branch and an administrator only, and leaves a notification', async () => {
    const programme = await makeProgramme(app);
    const other = await makeProgramme(app);
    const { kader } = await makePartner(app, programme, 1);
    const [first, second] = programme.months;
    const period = await periodOf(app, programme, first);
    const partner = await app.login('kader', { branch: programme.branch, kader });
    const auditor = await app.login('auditor');
    for (const client of [programme.staff, other.head, partner, auditor]) {
      const { status } = await pressClose(client, period);
      expect(status).toBe(403);
    }
    expect(await app.knex('period').where({ id: period }).first('status')).toEqual({ status: 'open' });

    const pressed = await pressClose(programme.head, period);
    expect(pressed.body.errors).toBeUndefined();
    expect(pressed.status).toBe(200);
    expect(await app.knex('period').where({ id: period }).first('status')).toEqual({ status: 'closed' });
    const [notification] = await app.knex('directus_notifications').where({ recipient: programme.head.id });
    expect(notification).toMatchObject({ collection: 'period', item: String(period) });
    const again = await pressClose(programme.head, period);
    expect([again.status, again.body.errors[0].extensions.code]).toEqual([409, 'KADER_MONTH_CLOSED_ALREADY']);
    expect((await pressClose(app.admin, await periodOf(app, programme, second))).status).toBe(200);
  });
});
