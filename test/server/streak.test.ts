import { beforeAll, describe, expect, it } from 'vitest';
import { getDirectus, type TestDirectus } from '../harness/index.ts';
import { endPartnership, monthFromNow } from './books-fixture.ts';
import { close, makePartner, makeProgramme, type Programme, pay } from './programme-fixture.ts';

let app: TestDirectus;

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
});

const warningsOf = (kader: number) =>
  app.knex('kader_event').where({ kader, kind: 'warned' }).orderBy('month').select('month', 'origin', 'reason');
const reviewsOf = (kader: number) => app.knex('partnership_review').where({ kader }).orderBy('id');
const statesOf = (kader: number) => app.knex('commission').where({ kader }).orderBy('month').pluck('streak_state');

async function closeMonths(programme: Programme, count: number): Promise<void> {
  const open = await app
    .knex('period')
    .where({ branch: programme.branch, status: 'open' })
    .orderBy('month')
    .pluck('month');
  for (const month of open.slice(0, count)) await close(app, programme, month);
}

describe('months without collection', () => {
  it('warn at two and open one review at three, once a streak', async () => {
    const programme = await makeProgramme(app);
    const [first, second, third] = programme.months;
    const { kader } = await makePartner(app, programme, 2);
    await closeMonths(programme, 1);
    expect(await warningsOf(kader)).toEqual([]);
    await closeMonths(programme, 1);
    expect(await warningsOf(kader)).toMatchObject([{ month: second, origin: 'close' }]);
    expect(await reviewsOf(kader)).toEqual([]);
    await closeMonths(programme, 1);
    const [review, ...more] = await reviewsOf(kader);
    expect(more).toEqual([]);
    expect(review).toMatchObject({
      reason: 'zero_streak',
      status: 'open',
      streak_from: first,
      streak_to: third,
      streak_months: 3,
      branch: programme.branch,
    });
    expect(review.evidence).toContain('Tidak ada penerimaan selama 3 bulan');
    expect(review.evidence).toContain('Keluarga binaan yang dipegang: 2.');
    await closeMonths(programme, 2);
    expect(await warningsOf(kader)).toHaveLength(1);
    expect(await reviewsOf(kader)).toHaveLength(1);
    expect(await app.knex('kader').where({ id: kader }).first('zero_streak')).toEqual({ zero_streak: 5 });
  });

  it('are not counted, and break nothing, on leave, in grace, before joining, without families, or after the end', async () => {
    const programme = await makeProgramme(app, { policy: { grace_months: 1 } });
    const [first, second, third, fourth] = programme.months;
    const onLeave = await makePartner(app, programme, 1);
    await app.knex('kader_event').insert({
      kader: onLeave.kader,
      kind: 'leave',
      origin: 'person',
      on_date: `${second}-28`,
      to_date: `${third}-02`,
    });
    const joining = await makePartner(app, programme, 1, { joined_on: `${second}-01` });
    const without = await makePartner(app, programme, 0);
    const ending = await makePartner(app, programme, 1);
    await endPartnership(app, ending.kader, `${second}-10`);
    await closeMonths(programme, 5);
    expect(await statesOf(onLeave.kader)).toEqual(['zero', 'leave', 'leave', 'zero', 'zero']);
    expect(await statesOf(joining.kader)).toEqual(['grace', 'zero', 'zero', 'zero']);
    expect(await statesOf(without.kader)).toEqual(Array(5).fill('no_binaan'));
    expect(await statesOf(ending.kader)).toEqual(['zero', 'ended']);
    const [review] = await reviewsOf(onLeave.kader);
    expect(review).toMatchObject({ streak_from: first, streak_months: 3 });
    expect(review.evidence).toContain('(cuti)');
    expect(await warningsOf(onLeave.kader)).toMatchObject([{ month: fourth }]);
    expect(await reviewsOf(without.kader)).toEqual([]);
    expect(await reviewsOf(ending.kader)).toEqual([]);
  });

  it('mean nothing where the policy has no such rule', async () => {
    const programme = await makeProgramme(app, { policy: { zero_month_limit: null } });
    const { kader } = await makePartner(app, programme, 1);
    await closeMonths(programme, 5);
    expect(await warningsOf(kader)).toEqual([]);
    expect(await reviewsOf(kader)).toEqual([]);
  });

  it('are forgotten when late money for one of them arrives, and the review is withdrawn', async () => {
    const programme = await makeProgramme(app);
    const [, , third, fourth] = programme.months;
    const { kader, families } = await makePartner(app, programme, 1);
    await closeMonths(programme, 3);
    const late = await pay(programme, families[0], third, 70_000, '20');
    expect(await app.knex('collection').where({ id: late }).first('late', 'month', 'paid_month')).toEqual({
      late: true,
      month: fourth,
      paid_month: third,
    });
    const [review] = await reviewsOf(kader);
    expect(review).toMatchObject({ status: 'withdrawn', withdrawn_reason: expect.stringContaining(`nomor ${late}`) });
    expect(await app.knex('kader').where({ id: kader }).first('zero_streak')).toEqual({ zero_streak: 0 });
    await closeMonths(programme, 1);
    expect(await app.knex('kader').where({ id: kader }).first('zero_streak')).toEqual({ zero_streak: 1 });
    expect(await reviewsOf(kader)).toHaveLength(1);
  });

  it('count again when the late money is void', async () => {
    const programme = await makeProgramme(app);
    const [, second] = programme.months;
    const { kader, families } = await makePartner(app, programme, 1);
    await closeMonths(programme, 3);
    const late = await pay(programme, families[0], second, 70_000, '20');
    expect(await app.knex('kader').where({ id: kader }).first('zero_streak')).toEqual({ zero_streak: 1 });
    await programme.head.patch(`/items/collection/${late}`, { status: 'void', void_reason: 'Salah keluarga' });
    expect(await app.knex('kader').where({ id: kader }).first('zero_streak')).toEqual({ zero_streak: 3 });
  });
});

describe('a partnership review', () => {
  async function reviewed() {
    const programme = await makeProgramme(app);
    const { kader } = await makePartner(app, programme, 1);
    await closeMonths(programme, 3);
    const partner = await app.login('kader', { branch: programme.branch, kader });
    const [{ id }] = await reviewsOf(kader);
    return { programme, kader, partner, id: Number(id), path: `/items/partnership_review/${id}` };
  }

  it('is decided by a head only after the kader was heard, dated and signed by the server', async () => {
    const { programme, kader, partner, id, path } = await reviewed();
    const early = await programme.head.patch(path, { decision: 'continue' });
    expect([early.status, early.body.errors[0].extensions.code]).toEqual([409, 'KADER_ANSWER_REQUIRED']);
    const answer = await partner.patch(path, { answer: 'Saya sakit dua bulan.' });
    expect(answer.status).toBe(200);
    expect(await app.knex('partnership_review').where({ id }).first()).toMatchObject({
      status: 'answered',
      answered_by: partner.id,
    });
    expect((await partner.patch(path, { decision: 'continue' })).status).toBe(403);
    expect((await programme.staff.patch(path, { decision: 'continue' })).status).toBe(403);
    const told = { decision: 'warn', decision_note: 'Sudah dibicarakan.', decided_by: partner.id };
    const unsaid = await programme.head.patch(path, told);
    expect([unsaid.status, unsaid.body.errors[0].extensions.code]).toEqual([409, 'KADER_REVIEW_BY_BUTTON']);
    expect((await programme.head.post(`/kader-jkn/reviews/${id}/decide`, told)).status).toBe(200);
    expect(await app.knex('partnership_review').where({ id }).first()).toMatchObject({
      status: 'decided',
      decided_by: programme.head.id,
      decided_at: expect.any(Date),
    });
    expect(await app.knex('kader').where({ id: kader }).first('status')).toEqual({ status: 'active' });
    const changed = await programme.head.patch(path, { decision: 'continue' });
    expect(changed.body.errors[0].extensions.code).toBe('KADER_RECORD_FIXED');
  });

  it('is answered by its own kader and read by nobody else', async () => {
    const { programme, path } = await reviewed();
    const other = await makePartner(app, programme, 1);
    const stranger = await app.login('kader', { branch: programme.branch, kader: other.kader });
    expect((await stranger.patch(path, { answer: 'Bukan saya.' })).status).toBe(403);
    expect((await stranger.get(path)).status).toBe(403);
    expect((await (await app.login('auditor')).patch(path, { answer: 'x' })).status).toBe(403);
  });

  it('may be decided without an answer once its day has passed', async () => {
    const { programme, id, path } = await reviewed();
    await app.knex.raw('alter table partnership_review disable trigger user');
    await app.knex('partnership_review').where({ id }).update({ due_on: '2020-01-01', opened_on: '2020-01-01' });
    await app.knex.raw('alter table partnership_review enable trigger user');
    const told = { decision: 'extend', decision_note: 'Diberi waktu.', follow_up_on: `${monthFromNow(2)}-01` };
    expect((await programme.head.post(`/kader-jkn/reviews/${id}/decide`, told)).status).toBe(200);
    expect((await programme.head.get(path)).body.data).toMatchObject({ status: 'decided', answer: null });
  });

  it('keeps its evidence, and is never deleted', async () => {
    const { programme, path } = await reviewed();
    const changed = await app.admin.patch(path, { evidence: 'Lain.' });
    expect(changed.body.errors[0].extensions.code).toBe('KADER_RECORD_FIXED');
    expect((await app.admin.delete(path)).body.errors[0].extensions.code).toBe('KADER_RECORD_KEPT');
    expect((await programme.head.patch(path, { answer: 'Dicatatkan kepala.' })).status).toBe(200);
  });

  it('may be opened by a head by hand, never by staff', async () => {
    const { programme, kader } = await reviewed();
    const told = { kader, evidence: 'Keluhan warga.' };
    expect((await programme.staff.post('/items/partnership_review', told)).status).toBe(403);
    const { status, body } = await programme.head.post('/items/partnership_review', {
      ...told,
      streak_months: 9,
      reason: 'zero_streak',
    });
    expect(body.errors).toBeUndefined();
    expect(status).toBe(200);
    expect(body.data).toMatchObject({
      reason: 'manual',
      status: 'open',
      branch: programme.branch,
      streak_months: null,
      due_on: expect.any(String),
    });
  });
});
