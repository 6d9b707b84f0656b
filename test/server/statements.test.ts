import { beforeAll, describe, expect, it } from 'vitest';
import type { DraftAnswer } from '../../extensions/kader-jkn/src/contract/draft.ts';
import type { StatementLine } from '../../extensions/kader-jkn/src/contract/records.ts';
import type { Period } from '../../extensions/kader-jkn/src/core/period.ts';
import { audit } from '../../extensions/kader-jkn/src/server/audit.ts';
import { draftStatements } from '../../extensions/kader-jkn/src/server/draft-statements.ts';
import { reopenPeriod } from '../../extensions/kader-jkn/src/server/period-steps/reopen-period.ts';
import { type Answer, type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { close, makePartner, makeProgramme, type Programme, pay, periodOf } from './programme-fixture.ts';

let app: TestDirectus;

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
});

const codeOf = ({ status, body }: Answer): [number, string | undefined] => [status, body.errors?.[0]?.extensions.code];
const statementOf = (kader: number, month: string | undefined) =>
  app.knex('commission').where({ kader, month }).first();

async function correct({ head }: Programme, kader: number, amount: number, reason = 'Salah hitung'): Promise<number> {
  const { status, body } = await head.post('/items/commission_adjustment', { kader, amount, reason });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.data.id;
}

async function reverse({ head }: Programme, collection: number, amount: number): Promise<void> {
  const told = { reverses: collection, amount: -amount, void_reason: 'Salah catat' };
  const { status, body } = await head.post('/items/collection', told);
  if (status !== 200) throw new Error(JSON.stringify(body));
}

/** A month with everything a statement knows: late money, a family that paid twice, a reversal, corrections, withholding. */
async function eventfulMonth(policy: Record<string, unknown> = {}) {
  const programme = await makeProgramme(app, {
    policy,
    rules: [
      { kind: 'flat_payment', amount: 1_000, months_from: 10, months_to: null, sort: 3 },
      { kind: 'withholding', rate_bp: 500, share_bp: 5000, tax_number: 'with', sort: 8 },
      { kind: 'withholding', rate_bp: 600, share_bp: 5000, tax_number: 'without', sort: 9 },
    ],
  });
  const one = await makePartner(app, programme, 3, { tax_number: '012345678901000' });
  const two = await makePartner(app, programme, 2);
  const [first, second] = programme.months as [string, string];
  const early = await pay(programme, one.families[0], first, 140_000);
  await pay(programme, two.families[0], first, 70_000);
  await close(app, programme, first);
  await pay(programme, one.families[1], first, 70_000, '28');
  await pay(programme, one.families[1], second, 70_000, '03');
  await pay(programme, one.families[2], second, 33_333, '04');
  await pay(programme, two.families[1], second, 70_000);
  await reverse(programme, early, 50_000);
  await correct(programme, one.kader, 25_000);
  await correct(programme, two.kader, -400_000, 'Imbal jasa Desember terbayar dua kali');
  return { programme, one, two, first, second };
}

describe('the lines of a statement', () => {
  it('say what they rest on and why they are that amount', async () => {
    const { programme, one, first, second } = await eventfulMonth();
    await close(app, programme, second);
    const statement = await statementOf(one.kader, second);
    const lines: StatementLine[] = statement.lines;
    expect(statement).toMatchObject({ scheme: programme.scheme, tax_number_known: true, corrections: 25_000 });
    expect(
      lines.map(({ kind, count, families, months, late, amount }) => [kind, count, families, months, late, amount]),
    ).toEqual([
      // 15% of 70,000 (twice, one of them late) and of 33,333: 10,500 + 10,500 + 5,000
      ['percentage', 3, 2, [first, second], 1, 26_000],
      ['flat_payment', 3, 2, [first, second], 1, 3_000],
      // 15% of 50,000 and 50/140 of the 1,000
      ['reversal', 1, 1, [first], 0, -7_857],
      ['correction', 1, null, [], 0, 25_000],
      // 5% of half of 46,143
      ['withholding', 1, null, [], 0, -1_154],
    ]);
    expect(lines[0]).toMatchObject({
      scheme: programme.scheme,
      rule: expect.any(Number),
      rate_bp: 1500,
      base: 173_333,
    });
    expect(lines[0]?.explanation).toBe(
      "15% dari Rp 173.333 (3 pembayaran dari 2 keluarga, 1 terlambat) = Rp 26.000, menurut Skema aturan 'di atas 6 bulan'; dihitung per pembayaran dan dibulatkan ke rupiah terdekat.",
    );
    expect(lines[3]?.explanation).toContain('Salah hitung');
    expect(lines[4]?.explanation).toContain('bagi kader dengan NPWP');
  });

  it('withhold by the tax number as it is known at the close, and carry what a correction takes beyond the month', async () => {
    const { programme, two, second } = await eventfulMonth();
    await close(app, programme, second);
    const statement = await statementOf(two.kader, second);
    expect(statement).toMatchObject({
      tax_number_known: false,
      corrections: -400_000,
      gross: -388_500,
      withholding: 0,
      net: 0,
      carried_out: 388_500,
    });
    expect(statement.lines.at(-1)).toMatchObject({ kind: 'carry', amount: 388_500 });
  });
});

describe('the draft of an open month', () => {
  const drafted = (programme: Programme, month: string) =>
    draftStatements(app.knex, { branch: programme.branch, month: month as Period });

  async function expectAsClosed(programme: Programme, month: string): Promise<void> {
    const drafts = await drafted(programme, month);
    expect(await app.knex('commission').where({ branch: programme.branch, month })).toEqual([]);
    await close(app, programme, month);
    expect(drafts.length).toBeGreaterThan(0);
    for (const { waiting, ...draft } of drafts) {
      const { collected, target, ...written } = await statementOf(draft.kader, month);
      expect({
        ...written,
        collected: Number(collected),
        target: target === null ? null : Number(target),
      }).toMatchObject(draft);
    }
  }

  it('is what the close then writes', async () => {
    const { programme, second } = await eventfulMonth();
    await expectAsClosed(programme, second);
  });

  it('tells what waits for verification, and pays it once verified', async () => {
    const { programme, one, second } = await eventfulMonth({ verification_required: true });
    const [waiting] = (await drafted(programme, second)).filter(({ kader }) => kader === one.kader);
    expect(waiting).toMatchObject({ collected: 123_333, waiting: { count: 3, commission: 29_000 } });
    const keys = await app.knex('collection').where({ kader: one.kader, month: second, reverses: null }).pluck('id');
    const { status, body } = await programme.head.patch('/items/collection', { keys, data: { status: 'verified' } });
    expect(status, JSON.stringify(body)).toBe(200);
    const [verified] = (await drafted(programme, second)).filter(({ kader }) => kader === one.kader);
    expect(verified).toMatchObject({ commission: 29_000, waiting: { count: 0, commission: 0 } });
    await expectAsClosed(programme, second);
  });

  it('of a later month carries what the draft of the month before cannot bear', async () => {
    const { programme, two, second } = await eventfulMonth();
    const third = `${programme.months[2]}`;
    await pay(programme, two.families[0], third, 70_000);
    const before = (await drafted(programme, third)).find(({ kader }) => kader === two.kader);
    expect(before).toMatchObject({ carried_in: 388_500, net: 0 });
    await close(app, programme, second);
    await expectAsClosed(programme, third);
    expect(await statementOf(two.kader, third)).toMatchObject({ carried_in: 388_500 });
  });
});

describe('GET /kader-jkn/statements/draft', () => {
  let made: Awaited<ReturnType<typeof eventfulMonth>>;
  const ask = (client: Client, query: string) => client.get(`/kader-jkn/statements/draft?${query}`);

  beforeAll(async () => {
    made = await eventfulMonth();
  });

  it('shows a branch to its head and staff, any branch to an auditor and an administrator', async () => {
    const { programme, one, two, second } = made;
    const auditor = await app.login('auditor');
    for (const [client, whose] of [
      [programme.head, ''],
      [programme.staff, ''],
      [auditor, `&branch=${programme.branch}`],
      [app.admin, `&branch=${programme.branch}`],
    ] as const) {
      const { status, body } = await ask(client, `month=${second}${whose}`);
      expect(status, JSON.stringify(body)).toBe(200);
      const answer: DraftAnswer = body.data;
      expect(answer).toMatchObject({ branch: { id: programme.branch }, month: second, ended: true });
      expect(answer.statements.map(({ kader, net }) => [kader.id, net])).toEqual([
        [one.kader, 44_989],
        [two.kader, 0],
      ]);
    }
  });

  it('shows a kader their own running month and nobody else', async () => {
    const { programme, one, two, second } = made;
    const self = await app.login('kader', { branch: programme.branch, kader: one.kader });
    for (const query of [`month=${second}`, `month=${second}&kader=${one.kader}`]) {
      const { body } = await ask(self, query);
      expect(body.data.statements.map(({ kader }: DraftAnswer['statements'][number]) => kader.id)).toEqual([one.kader]);
    }
    expect((await ask(self, '')).body.data).toMatchObject({
      month: programme.months.at(-1),
      months: programme.months.slice(1),
      ended: false,
    });
    expect(codeOf(await ask(self, `month=${second}&kader=${two.kader}`))).toEqual([403, 'KADER_NOT_ALLOWED']);
  });

  it('shows nothing to telekolekting, integrations, another branch, or nobody', async () => {
    const { programme, one, second } = made;
    const other = await makeProgramme(app);
    for (const client of [
      await app.login('telekolekting', { branch: programme.branch }),
      await app.login('integration', { branch: programme.branch }),
      other.head,
      other.staff,
    ]) {
      expect(codeOf(await ask(client, `month=${second}&kader=${one.kader}`))).toEqual([403, 'KADER_NOT_ALLOWED']);
      expect(codeOf(await ask(client, `month=${second}&branch=${programme.branch}`))).toEqual([
        403,
        'KADER_NOT_ALLOWED',
      ]);
    }
    expect((await ask(app.public, `month=${second}`)).status).toBe(401);
  });

  it('refuses a closed month, one that is not in the books, and what cannot be read', async () => {
    const { programme, first } = made;
    expect(codeOf(await ask(programme.head, `month=${first}`))).toEqual([409, 'KADER_MONTH_CLOSED_ALREADY']);
    expect(codeOf(await ask(programme.head, 'month=2999-01'))).toEqual([404, 'KADER_PERIOD_UNKNOWN']);
    expect(codeOf(await ask(programme.head, 'month=2022-13'))).toEqual([400, 'KADER_QUERY_INVALID']);
    expect(codeOf(await ask(programme.head, 'kader=x'))).toEqual([400, 'KADER_QUERY_INVALID']);
    expect(codeOf(await ask(app.admin, `month=${first}`))).toEqual([400, 'KADER_QUERY_INVALID']);
  });
});

describe('a month that was opened again', () => {
  async function bySql(work: PromiseLike<unknown>): Promise<string | null> {
    return await Promise.resolve(work).then(
      () => null,
      (error: Error) => /KADER_[A-Z_]+/.exec(error.message)?.[0] ?? error.message,
    );
  }

  it('is closed into the same statements, made anew from what the books then hold', async () => {
    const { programme, one, two, second } = await eventfulMonth();
    const late = await makePartner(app, programme, 1, { status: 'candidate', joined_on: null });
    await correct(programme, late.kader, 5_000);
    const { period } = await close(app, programme, second);
    const before = await app.knex('commission').where({ period }).orderBy('kader');
    expect(before.map(({ kader }) => kader)).toEqual([one.kader, two.kader, late.kader]);

    await reopenPeriod(app.knex, {
      period,
      by: programme.head.id,
      now: new Date(),
      reason: 'Satu pembayaran tertinggal',
    });
    expect(await app.knex('commission').where({ period }).distinct().pluck('status')).toEqual(['draft']);
    const self = await app.login('kader', { branch: programme.branch, kader: one.kader });
    const readable = await self.get(`/items/commission?filter[period][_eq]=${period}`);
    expect(readable.body.data).toEqual([]);

    await pay(programme, one.families[2], second, 70_000, '20');
    const voided = { status: 'void', void_reason: 'Tidak jadi' };
    const adjustment = await app.knex('commission_adjustment').where({ kader: late.kader }).first('id');
    const { status, body } = await programme.head.patch(`/items/commission_adjustment/${adjustment.id}`, voided);
    expect(status, JSON.stringify(body)).toBe(200);
    const drafts = await draftStatements(app.knex, { branch: programme.branch, month: second as Period });
    await close(app, programme, second);

    const after = await app.knex('commission').where({ period }).orderBy('kader');
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after.map(({ status: state }) => state)).toEqual(['closed', 'closed', 'closed']);
    expect(after.map(({ gross }) => gross)).toEqual(drafts.map(({ gross }) => gross));
    expect(after[0].commission - before[0].commission).toBe(11_500);
    expect(after[2]).toMatchObject({ gross: 0, net: 0, lines: [] });
    for await (const difference of audit(app.knex)) expect(difference).toBeNull();
  });

  it('turns statements into drafts, and drafts into statements, by its buttons alone', async () => {
    const { programme, one, second } = await eventfulMonth();
    const { period } = await close(app, programme, second);
    const { id } = await statementOf(one.kader, second);
    const row = () => app.knex('commission').where({ id });
    expect(await bySql(row().update({ status: 'draft' }))).toBe('KADER_TRANSITION');
    expect(await bySql(row().update({ status: 'approved' }))).toBe('KADER_TRANSITION');
    await reopenPeriod(app.knex, {
      period,
      by: programme.head.id,
      now: new Date(),
      reason: 'Satu pembayaran tertinggal',
    });
    expect(await bySql(row().update({ status: 'closed' }))).toBe('KADER_TRANSITION');
    expect(await bySql(row().update({ net: 1 }))).toBe('KADER_RECORD_FIXED');
    expect(await bySql(row().update({ lines: '[]' }))).toBe('KADER_RECORD_FIXED');
    for (const client of [programme.head, programme.staff, app.admin]) {
      const { status } = await client.patch(`/items/commission/${id}`, { status: 'closed' });
      expect(status).toBeGreaterThanOrEqual(400);
    }
    expect(await periodOf(app, programme, second)).toBe(period);
  });
});
