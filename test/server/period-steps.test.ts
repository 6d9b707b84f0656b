import { beforeAll, describe, expect, it } from 'vitest';
import type { RoleKey } from '../../extensions/kader-jkn/src/contract/access.ts';
import type { PeriodStepsShown } from '../../extensions/kader-jkn/src/contract/period-steps.ts';
import { audit } from '../../extensions/kader-jkn/src/server/audit.ts';
import { approvePeriod } from '../../extensions/kader-jkn/src/server/period-steps/approve-period.ts';
import { payPeriod } from '../../extensions/kader-jkn/src/server/period-steps/pay-period.ts';
import { reopenPeriod } from '../../extensions/kader-jkn/src/server/period-steps/reopen-period.ts';
import { type Answer, type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import {
  close,
  makePartner,
  makeProgramme,
  type Programme,
  pay,
  periodOf,
  pressClose,
  refusalCode,
} from './programme-fixture.ts';

let app: TestDirectus;
const today = new Date().toISOString().slice(0, 10);

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
});

interface Closed {
  programme: Programme;
  /** the second head, who did not close */
  second: Client;
  period: number;
  kader: number;
  month: string;
}

/** A programme whose first month holds a payment and was closed by its head. */
async function closedMonth(policy: Record<string, unknown> = {}): Promise<Closed> {
  const programme = await makeProgramme(app, { policy });
  const { kader, families } = await makePartner(app, programme, 1);
  const month = `${programme.months[0]}`;
  await pay(programme, families[0], month);
  const { period } = await close(app, programme, month);
  return { programme, second: await app.login('head', { branch: programme.branch }), period, kader, month };
}

const step = (client: Client, period: number, name: string, body: unknown = {}): Promise<Answer> =>
  client.post(`/kader-jkn/periods/${period}/${name}`, body);
const codeOf = ({ body }: Answer): string | undefined => body.errors?.[0]?.extensions.code;
const statusOf = async (period: number) => (await app.knex('period').where({ id: period }).first('status'))?.status;
const statementsOf = (period: number) => app.knex('commission').where({ period }).pluck('status');
const payment = { payment_reference: 'TRX-0007', paid_on: today };

async function expectCleanBooks(): Promise<void> {
  const differences = [];
  for await (const difference of audit(app.knex)) differences.push(difference);
  expect(differences).toEqual([]);
}

/** What a statement of SQL was refused with. */
async function bySql(work: PromiseLike<unknown>): Promise<string | null> {
  return await Promise.resolve(work).then(
    () => null,
    (error: Error) => /KADER_[A-Z_]+/.exec(error.message)?.[0] ?? error.message,
  );
}

describe('approving a month', () => {
  it('is done by another than who closed, and takes the statements along', async () => {
    const { programme, second, period } = await closedMonth();
    const own = await step(programme.head, period, 'approve');
    expect([own.status, codeOf(own)]).toEqual([403, 'KADER_FOUR_EYES']);
    expect(await statusOf(period)).toBe('closed');

    const { status, body } = await step(second, period, 'approve');
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.data).toMatchObject({ id: period, status: 'approved', statements: 1 });
    expect(await app.knex('period').where({ id: period }).first('approved_by', 'approved_at')).toEqual({
      approved_by: second.id,
      approved_at: expect.any(Date),
    });
    expect(await statementsOf(period)).toEqual(['approved']);
    expect(codeOf(await step(second, period, 'approve'))).toBe('KADER_TRANSITION');
  });

  it('may be left to one person by the policy that held on the last day of the month', async () => {
    const { programme, period } = await closedMonth({ four_eyes: false });
    // a stricter policy of later does not reach back
    await app.admin.post('/items/program_policy', {
      name: 'Lebih ketat',
      branch: programme.branch,
      effective_from: `${programme.months[1]}-01`,
      four_eyes: true,
    });
    expect((await step(programme.head, period, 'approve')).status).toBe(200);
  });

  it('is for the head of the branch and administrators alone, and for no process', async () => {
    const { programme, period, kader } = await closedMonth();
    const { branch } = programme;
    const stranger = (await closedMonth()).second;
    for (const role of ['staff', 'telekolekting', 'kader', 'integration', 'auditor'] satisfies RoleKey[]) {
      const client = await app.login(role, role === 'kader' ? { branch, kader } : { branch });
      for (const name of ['approve', 'pay', 'reopen']) {
        const answer = await step(client, period, name, { ...payment, reason: 'Salah' });
        expect([role, name, answer.status, codeOf(answer)]).toEqual([role, name, 403, 'KADER_NOT_ALLOWED']);
      }
    }
    expect((await step(stranger, period, 'approve')).status).toBe(403);
    expect((await step(app.public, period, 'approve')).status).toBe(401);
    expect(codeOf(await step(app.admin, 2_000_000_000, 'approve'))).toBe('KADER_PERIOD_UNKNOWN');
    expect(codeOf(await step(app.admin, Number.NaN, 'approve'))).toBe('KADER_PERIOD_UNKNOWN');
    const now = new Date();
    expect(await refusalCode(approvePeriod(app.knex, { period, by: null, now }))).toBe('KADER_PERSON_REQUIRED');
    // a flow with full access, or a script: nobody is signed in
    const items = new (app.services().ItemsService)('period', { knex: app.knex, schema: await app.schema() });
    expect(await refusalCode(items.updateOne(period, { status: 'approved' }))).toBe('KADER_PERSON_REQUIRED');
    expect(await statusOf(period)).toBe('closed');
    expect((await step(app.admin, period, 'approve')).status).toBe(200);
  });
});

describe('marking a month as paid', () => {
  it("needs its approval, the bank's reference and the day it paid", async () => {
    const { programme, second, period, month } = await closedMonth();
    expect(codeOf(await step(second, period, 'pay', payment))).toBe('KADER_TRANSITION');
    await step(second, period, 'approve');
    const refused = async (told: unknown) => codeOf(await step(programme.head, period, 'pay', told));
    expect(await refused({ ...payment, payment_reference: '  ' })).toBe('KADER_PAYMENT_REFERENCE');
    expect(await refused([])).toBe('KADER_PAYMENT_REFERENCE');
    expect(await refused({ ...payment, paid_on: `${month}-28` })).toBe('KADER_PAID_ON_INVALID');
    expect(await refused({ ...payment, paid_on: '2999-01-01' })).toBe('KADER_PAID_ON_INVALID');
    expect(await refused({ ...payment, payment_reference: 'x'.repeat(300) })).toBe('KADER_TEXT_TOO_LONG');
    expect(await statusOf(period)).toBe('approved');

    const { status, body } = await step(programme.head, period, 'pay', payment);
    expect(status, JSON.stringify(body)).toBe(200);
    const stored = await app.knex('period').where({ id: period }).first();
    expect(stored).toMatchObject({ status: 'paid', paid_by: programme.head.id, payment_reference: 'TRX-0007' });
    expect(await statementsOf(period)).toEqual(['paid']);
    expect(codeOf(await step(programme.head, period, 'pay', payment))).toBe('KADER_TRANSITION');
    const now = new Date();
    const told = { period, by: null, now, reference: 'X', paidOn: today };
    expect(await refusalCode(payPeriod(app.knex, told))).toBe('KADER_TRANSITION');
  });
});

describe('a PATCH of the status', () => {
  it('obeys the rules of the buttons, in REST and in GraphQL', async () => {
    const { programme, second, period } = await closedMonth();
    const patch = (client: Client, fields: unknown) => client.patch(`/items/period/${period}`, fields);
    const forged = { status: 'approved', approved_by: second.id, user_updated: second.id };
    expect(codeOf(await patch(programme.head, { status: 'approved' }))).toBe('KADER_FOUR_EYES');
    expect(codeOf(await patch(programme.head, forged))).toMatch(/KADER_FOUR_EYES|FORBIDDEN/);
    const mutation = `mutation { update_period_item(id: ${period}, data: { status: "approved" }) { status } }`;
    const graph = await programme.head.graphql(mutation);
    expect(graph.body.errors[0].extensions.code).toBe('KADER_FOUR_EYES');
    expect(codeOf(await patch(second, { status: 'paid', ...payment }))).toBe('KADER_TRANSITION');
    expect(codeOf(await patch(second, { status: 'open', reopened_reason: 'Salah' }))).toMatch(
      /KADER_REOPEN_BY_BUTTON|FORBIDDEN/,
    );
    expect((await patch(programme.staff, { status: 'approved' })).status).toBe(403);

    const approved = await patch(second, { status: 'approved' });
    expect(approved.body.data).toMatchObject({ status: 'approved', approved_by: second.id });
    expect(codeOf(await patch(programme.head, { status: 'paid' }))).toBe('KADER_PAYMENT_REFERENCE');
    expect((await patch(programme.head, { payment_reference: 'Y' })).body.data.payment_reference).toBeNull();
    const paid = await patch(programme.head, { status: 'paid', ...payment });
    expect(paid.body.data).toMatchObject({ status: 'paid', payment_reference: 'TRX-0007', paid_on: today });
    await patch(programme.head, { payment_reference: 'Y' });
    expect((await app.knex('period').where({ id: period }).first()).payment_reference).toBe('TRX-0007');
    expect(await statementsOf(period)).toEqual(['paid']);
  });

  it('moves no statement on its own', async () => {
    const { programme, second, period, kader } = await closedMonth();
    const { id } = await app.knex('commission').where({ kader }).first('id');
    expect((await second.patch(`/items/commission/${id}`, { status: 'approved' })).status).toBe(403);
    expect(codeOf(await app.admin.patch(`/items/commission/${id}`, { status: 'approved' }))).toBe('KADER_TRANSITION');
    expect(await bySql(app.knex('commission').where({ id }).update({ status: 'draft' }))).toBe('KADER_TRANSITION');
    expect((await programme.head.patch(`/items/commission/${id}`, { note: 'Sudah dibahas' })).status).toBe(200);
    expect(await statementsOf(period)).toEqual(['closed']);
  });
});

describe('SQL past the application', () => {
  it('skips no signature, no second person, no reference and no reason', async () => {
    const { programme, second, period } = await closedMonth();
    const head = programme.head.id;
    const update = (fields: Record<string, unknown>) => bySql(app.knex('period').where({ id: period }).update(fields));
    const now = new Date();
    const approval = { status: 'approved', approved_at: now };
    expect(await update(approval)).toBe('KADER_PERSON_REQUIRED');
    expect(await update({ ...approval, approved_by: second.id, user_updated: head })).toBe('KADER_PERSON_REQUIRED');
    expect(await update({ ...approval, approved_by: head, user_updated: head })).toBe('KADER_FOUR_EYES');
    expect(await update({ closed_by: second.id })).toBe('KADER_RECORD_FIXED');
    expect(await update({ status: 'paid', paid_at: now, paid_by: head, user_updated: head })).toBe('KADER_TRANSITION');
    expect(await update({ status: 'open' })).toBe('KADER_REOPEN_BY_BUTTON');
    await step(second, period, 'approve');
    const paying = { status: 'paid', paid_at: now, paid_by: head, user_updated: head };
    expect(await update(paying)).toBe('KADER_PAYMENT_REFERENCE');
    expect(await update({ ...paying, payment_reference: 'X' })).toBe('KADER_PAID_ON_INVALID');
    expect(await update({ status: 'open' })).toBe('KADER_TRANSITION');
    for (const fields of [
      { approved_by: head },
      { approved_at: now },
      { payment_reference: 'X' },
      { paid_on: today },
    ]) {
      expect(await update(fields)).toBe('KADER_RECORD_FIXED');
    }
    expect(await update({ reopened_reason: 'X' })).toBe('KADER_RECORD_FIXED');
  });

  it('lets an account that signed be deleted', async () => {
    const { second, period } = await closedMonth();
    await step(second, period, 'approve');
    expect((await app.admin.delete(`/users/${second.id}`)).status).toBe(204);
    expect(await app.knex('period').where({ id: period }).first('status', 'approved_by')).toEqual({
      status: 'approved',
      approved_by: null,
    });
  });
});

describe('opening a month again', () => {
  it('makes its statements drafts, keeps their ids, and says who and why', async () => {
    const { programme, second, period, kader } = await closedMonth();
    const before = await app.knex('commission').where({ period }).first('id', 'net');
    expect(codeOf(await step(second, period, 'reopen'))).toBe('KADER_REASON_REQUIRED');
    expect(codeOf(await step(second, period, 'reopen', { reason: 'x'.repeat(2000) }))).toBe('KADER_TEXT_TOO_LONG');
    const { status, body } = await step(programme.head, period, 'reopen', { reason: ' Salah kader ' });
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.data).toMatchObject({ status: 'open', statements: 1 });
    expect(await app.knex('period').where({ id: period }).first()).toMatchObject({
      status: 'open',
      reopened_by: programme.head.id,
      reopened_reason: 'Salah kader',
      closed_at: null,
      closed_by: null,
      commission_total: null,
    });
    expect(await app.knex('commission').where({ period }).first('id', 'net', 'status')).toEqual({
      ...before,
      status: 'draft',
    });
    expect(await app.knex('kader').where({ id: kader }).first('zero_streak', 'streak_month')).toEqual({
      zero_streak: 0,
      streak_month: null,
    });
    const { rows } = await app.knex.raw('select kader_closed_through(?) as month', [programme.branch]);
    expect(rows[0].month).toBeNull();
    const history = await app.knex('state_change').where({ period }).orderBy('id');
    expect(history.at(-1)).toMatchObject({
      from_status: 'closed',
      to_status: 'open',
      changed_by: programme.head.id,
      reason: 'Salah kader',
    });
  });

  it('is refused once anything is approved, once a later month is closed, and for an open month', async () => {
    const { programme, second, period } = await closedMonth();
    const reopen = async (id: number) => codeOf(await step(second, id, 'reopen', { reason: 'Salah' }));
    const next = await periodOf(app, programme, programme.months[1]);
    expect(await reopen(next)).toBe('KADER_REOPEN_REFUSED');
    await close(app, programme, programme.months[1]);
    expect(await reopen(period)).toBe('KADER_REOPEN_REFUSED');
    expect(await reopen(next)).toBeUndefined();
    await step(second, period, 'approve');
    expect(await reopen(period)).toBe('KADER_REOPEN_REFUSED');
    const order = { period: next, by: null, now: new Date(), reason: 'Salah' };
    expect(await refusalCode(reopenPeriod(app.knex, order))).toBe('KADER_PERSON_REQUIRED');
  });

  it('leaves the late money of the next month there, and takes money of the month again', async () => {
    const { programme, period } = await closedMonth();
    const { families } = await makePartner(app, programme, 2);
    const [first, second] = programme.months;
    const late = await pay(programme, families[0], first);
    await step(programme.head, period, 'reopen', { reason: 'Ada yang tertinggal' });
    const again = await pay(programme, families[1], first);
    const bookOf = (id: number) => app.knex('collection').where({ id }).first('month', 'late');
    expect(await bookOf(late)).toEqual({ month: second, late: true });
    expect(await bookOf(again)).toEqual({ month: first, late: false });
    await expectCleanBooks();
    await close(app, programme, first);
    await close(app, programme, second);
    await expectCleanBooks();
  });

  it('changes nothing when it fails halfway', async () => {
    const { programme, period, kader } = await closedMonth();
    const books = async () => [
      await app.knex('period').where({ id: period }).first(),
      await app.knex('commission').where({ period }),
      await app.knex('kader').where({ id: kader }).first('zero_streak', 'streak_month'),
      await app.knex('state_change').where({ period }),
    ];
    const before = await books();
    await app.knex.raw(`
      create function test_fail() returns trigger language plpgsql as $$ begin raise exception 'power cut'; end $$;
      create trigger zz_test_fail after update on period for each row when (new.status = 'open') execute function test_fail();`);
    try {
      const order = { period, by: programme.head.id, now: new Date(), reason: 'Salah' };
      await expect(reopenPeriod(app.knex, order)).rejects.toThrow('power cut');
    } finally {
      await app.knex.raw('drop trigger zz_test_fail on period; drop function test_fail()');
    }
    expect(await books()).toEqual(before);
  });

  it('takes back the warnings and undecided reviews of its close, and the next close gives them again', async () => {
    const programme = await makeProgramme(app);
    const { kader, families } = await makePartner(app, programme, 1);
    const [first, second, third] = programme.months;
    await close(app, programme, first);
    const warned = await close(app, programme, second);
    const warnings = () => app.knex('kader_event').where({ kader, kind: 'warned' });
    expect(await warnings()).toHaveLength(1);
    const undone = await step(programme.head, warned.period, 'reopen', { reason: 'Salah tutup' });
    expect(undone.body.data).toMatchObject({ warnings_withdrawn: 1, reviews_withdrawn: 0 });
    expect(await warnings()).toHaveLength(0);
    expect(await app.knex('kader').where({ id: kader }).first('zero_streak', 'streak_month')).toEqual({
      zero_streak: 1,
      streak_month: first,
    });
    await close(app, programme, second);
    expect(await warnings()).toHaveLength(1);

    const { period } = await close(app, programme, third);
    const review = () => app.knex('partnership_review').where({ kader }).first();
    const opened = await review();
    expect(opened).toMatchObject({ status: 'open', streak_months: 3 });
    await programme.head.patch(`/items/partnership_review/${opened.id}`, { answer: 'Saya sakit.' });
    await step(programme.head, period, 'reopen', { reason: 'Salah tutup' });
    expect(await review()).toMatchObject({
      status: 'withdrawn',
      undone: true,
      withdrawn_reason: expect.stringContaining('Salah tutup'),
    });
    // the same months, so the same review, with the answer that was given
    await close(app, programme, third);
    expect(await review()).toMatchObject({ id: opened.id, status: 'answered', answer: 'Saya sakit.', undone: false });

    await step(programme.head, period, 'reopen', { reason: 'Ada pembayaran' });
    await pay(programme, families[0], third);
    await close(app, programme, third);
    expect(await review()).toMatchObject({ id: opened.id, status: 'withdrawn' });
    expect(await app.knex('kader').where({ id: kader }).first('zero_streak')).toEqual({ zero_streak: 0 });
    await expectCleanBooks();
  });

  it('lets nobody void in it what was reversed after its close', async () => {
    const { programme, period } = await closedMonth();
    const { families } = await makePartner(app, programme, 1);
    const [first] = programme.months;
    await step(programme.head, period, 'reopen', { reason: 'Tambah' });
    const id = await pay(programme, families[0], first, 140_000);
    await close(app, programme, first);
    const correction = { reason: 'Salah jumlah', amount: 70_000 };
    const reversed = await programme.head.post(`/kader-jkn/collections/${id}/correction`, correction);
    expect(reversed.status, JSON.stringify(reversed.body)).toBe(200);
    await step(programme.head, period, 'reopen', { reason: 'Perbaiki' });
    const voiding = { status: 'void', void_reason: 'Salah' };
    expect(codeOf(await programme.head.patch(`/items/collection/${id}`, voiding))).toBe('KADER_REVERSAL_INVALID');
    const shown = await programme.head.get(`/kader-jkn/collections/${id}/correction`);
    expect(codeOf(shown)).toBe('KADER_REVERSAL_INVALID');
    await programme.head.patch(`/items/collection/${reversed.body.data.id}`, voiding);
    expect((await programme.head.patch(`/items/collection/${id}`, voiding)).status).toBe(200);
  });
});

describe('steps that race', () => {
  const outcome = (answer: Answer) => (answer.status === 200 ? null : codeOf(answer));

  it('let one of approving and reopening win, whole', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { programme, second, period } = await closedMonth();
      const byPatch = () => second.patch(`/items/period/${period}`, { status: 'approved' });
      const [approved, reopened] = await Promise.all([
        round % 2 === 0 ? step(second, period, 'approve') : byPatch(),
        step(programme.head, period, 'reopen', { reason: 'Salah' }),
      ]);
      const won = [approved, reopened].filter(({ status }) => status === 200);
      expect(won, JSON.stringify([approved.body, reopened.body])).toHaveLength(1);
      for (const code of [approved, reopened].map(outcome).filter((one) => one !== null)) {
        expect(['KADER_MONTH_BUSY', 'KADER_TRANSITION', 'KADER_REOPEN_REFUSED']).toContain(code);
      }
      const status = await statusOf(period);
      expect(await statementsOf(period)).toEqual([status === 'open' ? 'draft' : 'approved']);
    }
  });

  it('let one of four reopenings and one of four approvals win', async () => {
    const { programme, second, period } = await closedMonth();
    const approvals = async () => {
      const answers = await Promise.all([1, 2, 3, 4].map(() => step(second, period, 'approve')));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    };
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => step(programme.head, period, 'reopen', { reason: 'Salah' })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    await close(app, programme, programme.months[0]);
    await approvals();
    expect(await app.knex('state_change').where({ period, to_status: 'open' })).toHaveLength(1);
    expect(await app.knex('state_change').where({ period, to_status: 'approved' })).toHaveLength(1);
  });

  it('never leave an open month before a closed one', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { programme, second, period } = await closedMonth();
      const next = await periodOf(app, programme, programme.months[1]);
      const [closing, reopening] = await Promise.all([
        pressClose(programme.head, next),
        step(second, period, 'reopen', { reason: 'Salah' }),
      ]);
      const states = [await statusOf(period), await statusOf(next)];
      expect(
        [
          ['closed', 'closed'],
          ['open', 'open'],
          // both gave way to the other
          ['closed', 'open'],
        ],
        JSON.stringify([closing.body, reopening.body]),
      ).toContainEqual(states);
    }
  });

  it('count no money twice and lose none while six record, one reopens and one closes again', async () => {
    const { programme, second, period, month } = await closedMonth();
    const { kader, families } = await makePartner(app, programme, 12);
    const recorded = families.map(async (family, index) => {
      await new Promise((resolve) => setTimeout(resolve, index * 15));
      return await pay(programme, family, month);
    });
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect((await step(second, period, 'reopen', { reason: 'Tambahan' })).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 60));
    await close(app, programme, month);
    const ids = await Promise.all(recorded);
    await close(app, programme, programme.months[1]);

    const rows = await app.knex('collection').whereIn('id', ids).select('month', 'late');
    expect(rows.every(({ month: booked, late }) => late === (booked !== month))).toBe(true);
    const statements = await app.knex('commission').where({ kader });
    expect(statements.reduce((sum, one) => sum + one.collections_count, 0)).toBe(12);
    expect(statements.reduce((sum, one) => sum + one.commission, 0)).toBe(12 * 10_500);
    await expectCleanBooks();
  });
});

describe('the steps of a month, as they are shown', () => {
  const shown = async (client: Client, period: number): Promise<PeriodStepsShown> => {
    const { status, body } = await client.get(`/kader-jkn/periods/${period}/steps`);
    expect(status, JSON.stringify(body)).toBe(200);
    return body.data;
  };

  it('say who and when, the totals, who has no account, and what is refused to the caller', async () => {
    const { programme, second, period, kader, month } = await closedMonth();
    await app.knex('kader').where({ id: kader }).update({ bank_account: null });
    const own = await shown(programme.head, period);
    expect(own).toMatchObject({
      month,
      status: 'closed',
      closed: { at: expect.any(String) },
      approved: null,
      totals: { statements: 1, payable: 1, gross: 10_500, withholding: 0, net: 10_500 },
      without_account: [{ id: kader, net: 10_500 }],
      open_disputes: 0,
      leads: true,
      approve_refused: { code: 'KADER_FOUR_EYES' },
      reopen_refused: null,
    });
    expect((await shown(second, period)).approve_refused).toBeNull();
    await step(second, period, 'approve');
    expect((await shown(second, period)).reopen_refused).toMatchObject({ code: 'KADER_REOPEN_REFUSED' });
  });

  it('count the questions that await an answer, which hold up no approval', async () => {
    const { programme, second, period, kader } = await closedMonth();
    const partner = await app.login('kader', { branch: programme.branch, kader });
    const statement = await app.knex('commission').where({ period, kader }).first('id', 'lines');
    const question = { line_kind: statement.lines[0].kind, line_label: statement.lines[0].label, question: 'Mengapa?' };
    const asked = await partner.post('/items/dispute', { statement: statement.id, ...question });
    expect(asked.status, JSON.stringify(asked.body)).toBe(200);
    expect((await shown(second, period)).open_disputes).toBe(1);
    expect((await step(second, period, 'approve')).status).toBe(200);
  });

  it('are for whoever may read the month; bank data only for whoever leads', async () => {
    const { programme, period, kader } = await closedMonth();
    const { branch } = programme;
    await app.knex('kader').where({ id: kader }).update({ bank_account: null });
    for (const client of [programme.staff, await app.login('auditor')]) {
      expect(await shown(client, period)).toMatchObject({ leads: false, without_account: [], totals: { net: 10_500 } });
    }
    for (const role of ['telekolekting', 'kader', 'integration'] satisfies RoleKey[]) {
      const client = await app.login(role, role === 'kader' ? { branch, kader } : { branch });
      expect((await client.get(`/kader-jkn/periods/${period}/steps`)).status, role).toBe(404);
    }
    const other = await app.login('head', { branch: (await closedMonth()).programme.branch });
    expect((await other.get(`/kader-jkn/periods/${period}/steps`)).status).toBe(404);
    expect((await app.public.get(`/kader-jkn/periods/${period}/steps`)).status).toBe(401);
  });
});
