import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { audit, type Difference } from '../../extensions/kader-jkn/src/server/audit.ts';
import { type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { makeKader } from './books-fixture.ts';
import { close, makePartner, makeProgramme, type Programme, pay, periodOf, pressClose } from './programme-fixture.ts';

let app: TestDirectus;
let programme: Programme;
let kader: number;
let families: number[];
let partner: Client;

const each = 5_000;
const rule = { kind: 'flat_enrolment', amount: each, sort: 9 };

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  programme = await makeProgramme(app, { rules: [rule] });
  ({ kader, families } = await makePartner(app, programme, 3));
  partner = await app.login('kader', { branch: programme.branch, kader });
});

let people = 0;

/** Somebody who may be registered. */
function person(fields: Record<string, unknown> = {}) {
  people += 1;
  const nik = `337201${String((people % 28) + 1).padStart(2, '0')}0190${String(people).padStart(4, '0')}`;
  const kk_number = `337201${String((people % 28) + 1).padStart(2, '0')}0120${String(people).padStart(4, '0')}`;
  return { name: `Calon ${people}`, kader, members: 2, class: 3, nik, kk_number, ...fields };
}

async function make(client: Client, fields: Record<string, unknown>): Promise<number> {
  const { status, body } = await client.post('/items/enrolment', fields);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.data.id;
}

const register = async (month: string | undefined, fields: Record<string, unknown> = {}, by = programme.staff) =>
  await make(by, person({ status: 'registered', registered_on: `${month}-07`, ...fields }));
const stored = async (id: number) => await app.knex('enrolment').where({ id }).first();
const codeOf = ({ status, body }: { status: number; body: { errors?: { extensions: { code: string } }[] } }) => [
  status,
  body.errors?.[0]?.extensions.code,
];

async function found(): Promise<string[]> {
  const differences: Difference[] = [];
  for await (const one of audit(app.knex)) differences.push(one);
  return differences.map(({ collection, id, field }) => `${collection} ${id} ${field}`);
}

describe('a prospect', () => {
  it('is brought by a kader, contacted, and registered by staff in the month of the books', async () => {
    const id = await make(partner, { name: 'Calon kader', members: 3 });
    expect(await stored(id)).toMatchObject({ status: 'prospect', kader, branch: programme.branch, month: null });
    expect(
      (await partner.patch(`/items/enrolment/${id}`, { status: 'contacted', contacted_on: '2024-01-02' })).status,
    ).toBe(200);
    const { nik, kk_number } = person();
    const told = { status: 'registered', nik, kk_number };
    expect(codeOf(await partner.patch(`/items/enrolment/${id}`, told))).toEqual([400, 'FAILED_VALIDATION']);
    const last = programme.months.at(-1);
    const registered_on = `${last}-01`;
    expect((await programme.staff.patch(`/items/enrolment/${id}`, { ...told, registered_on })).status).toBe(200);
    expect(await stored(id)).toMatchObject({ month: last, registered_by: programme.staff.id });
    expect((await partner.patch(`/items/enrolment/${id}`, { name: 'Lain' })).status).toBe(403);
  });

  it("is a kader's own: another kader, another branch and an officer see none", async () => {
    const id = await make(partner, { name: 'Calon kader' });
    const stranger = await app.login('kader', {
      branch: programme.branch,
      kader: await makeKader(app, { branch: programme.branch }),
    });
    const elsewhere = await makeProgramme(app);
    const officer = await app.login('telekolekting', { branch: programme.branch });
    for (const client of [stranger, elsewhere.staff, elsewhere.head, officer]) {
      expect((await client.get(`/items/enrolment/${id}`)).status).toBe(403);
    }
    const auditor = await app.login('auditor');
    const { body } = await auditor.get(`/items/enrolment/${id}`);
    expect(body.data).not.toHaveProperty('nik');
    expect(body.data).not.toHaveProperty('phone');
  });

  it.each([
    ['without NIK', { nik: null }, 400, 'KADER_ENROLMENT_NUMBERS'],
    ['without KK and VA', { kk_number: null }, 400, 'KADER_ENROLMENT_NUMBERS'],
    ['tomorrow', { registered_on: '2999-01-01' }, 400, 'KADER_ENROLMENT_DATE'],
  ])('registered %s is refused', async (_, fields, status, code) => {
    const answer = await programme.staff.post('/items/enrolment', person({ status: 'registered', ...fields }));
    expect(codeOf(answer)).toEqual([status, code]);
  });

  it('counts once, though two register the same person at the same moment', async () => {
    const one = person({ status: 'registered' });
    const answers = await Promise.all([1, 2, 3].map(() => programme.staff.post('/items/enrolment', one)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409].sort());
    expect(codeOf(await programme.head.post('/items/enrolment', one))).toEqual([409, 'KADER_ENROLMENT_TWICE']);
  });

  it('is credited to a kader of its branch who had not ended', async () => {
    const elsewhere = await makeProgramme(app);
    const { kader: other } = await makePartner(app, elsewhere, 0);
    const told = person({ kader: other });
    expect(codeOf(await programme.staff.post('/items/enrolment', told))[1]).toBe('KADER_REFERENCE_UNKNOWN');
    const forged = { ...told, branch: programme.branch };
    expect(codeOf(await app.admin.post('/items/enrolment', forged))).toEqual([409, 'KADER_BRANCH_MISMATCH']);
    const [first] = programme.months;
    const gone = await makeKader(app, { branch: programme.branch });
    await app
      .knex('kader')
      .where({ id: gone })
      .update({ status: 'ended', ended_on: `${first}-03`, end_reason: 'moved' });
    const late = person({ kader: gone, status: 'registered', registered_on: `${first}-04` });
    expect(codeOf(await programme.staff.post('/items/enrolment', late))).toEqual([409, 'KADER_ENDED']);
  });

  it('is not set to registered by the kader who is paid for it, whatever their role', async () => {
    const own = await makeKader(app, { branch: programme.branch });
    const both = await app.login('staff', { branch: programme.branch, kader: own });
    const answer = await both.post('/items/enrolment', person({ kader: own, status: 'registered' }));
    expect(codeOf(answer)).toEqual([403, 'KADER_ENROLMENT_OWN']);
  });

  it('that counts is fixed; its state goes back while the month is open', async () => {
    const id = await register(programme.months.at(-1));
    for (const change of [{ members: 20 }, { kader: null }, { registered_on: `${programme.months[0]}-01` }]) {
      expect(codeOf(await programme.head.patch(`/items/enrolment/${id}`, change))).toEqual([
        409,
        'KADER_ENROLMENT_COUNTED',
      ]);
    }
    expect((await app.admin.patch(`/items/enrolment/${id}`, { month: programme.months[0] })).status).toBe(200);
    expect((await stored(id)).month).toBe(programme.months.at(-1));
    expect(codeOf(await programme.head.delete(`/items/enrolment/${id}`))).toEqual([409, 'KADER_ENROLMENT_COUNTED']);
    expect((await programme.staff.patch(`/items/enrolment/${id}`, { status: 'declined' })).status).toBe(200);
    expect(await stored(id)).toMatchObject({ month: null, registered_on: null, registered_by: null });
    expect((await programme.head.delete(`/items/enrolment/${id}`)).status).toBe(204);
  });
});

describe('registrations and the books', () => {
  it('pay each participant in the month that counts them, late ones in the oldest open month, nothing twice', async () => {
    const own = await makeProgramme(app, { rules: [rule] });
    const { kader: id, families: held } = await makePartner(app, own, 1);
    const mine = { kader: id };
    const [first, second] = own.months;
    await pay(own, held[0], first);
    await register(first, { ...mine, members: 3 }, own.staff);
    await register(first, { ...mine, members: 1 }, own.staff);
    const taken = await register(first, { ...mine, members: 4 }, own.staff);
    await own.staff.patch(`/items/enrolment/${taken}`, { status: 'contacted' });
    const path = `/kader-jkn/statements/drafts?month=${first}&kader=${id}`;
    const draft = (await own.head.get(path)).body.data?.statements?.[0];
    if (draft) expect(draft.bonus).toBe(4 * each);
    await close(app, own, first);
    const late = await register(first, { ...mine, members: 2 }, own.staff);
    expect(await stored(late)).toMatchObject({ month: second });
    await register(second, mine, own.staff);
    await close(app, own, second);

    const statements = await app.knex('commission').where({ kader: id }).orderBy('month');
    expect(statements.map(({ bonus }) => bonus)).toEqual([4 * each, 4 * each]);
    expect(
      statements.map(({ lines }) => lines.find(({ kind }: { kind: string }) => kind === 'flat_enrolment')),
    ).toMatchObject([
      { count: 4, amount: 20_000, months: [first], late: 0 },
      { count: 4, amount: 20_000, months: [first, second], late: 1 },
    ]);
    expect(statements[0].lines.find(({ kind }: { kind: string }) => kind === 'flat_enrolment').explanation).toContain(
      'Rp 5.000 × 4 peserta baru (dari 2 pendaftaran) = Rp 20.000',
    );
    expect(await found()).toEqual([]);

    const closed = await app.knex('enrolment').where({ kader: id, month: first }).first('id');
    for (const change of [{ status: 'declined' }, { members: 9 }]) {
      expect(codeOf(await own.head.patch(`/items/enrolment/${closed.id}`, change))).toEqual([
        409,
        'KADER_ENROLMENT_COUNTED',
      ]);
    }
    await expect(app.knex('enrolment').where({ id: closed.id }).delete()).rejects.toThrow('KADER_ENROLMENT_COUNTED');
  });

  it('of a kader without any payment make a statement too', async () => {
    const own = await makeProgramme(app, { rules: [rule] });
    const { kader: id } = await makePartner(app, own, 0);
    const [first] = own.months;
    await register(first, { kader: id }, own.staff);
    await close(app, own, first);
    expect(await app.knex('commission').where({ kader: id }).first()).toMatchObject({ bonus: 10_000, net: 10_000 });
  });

  it('are attained against a target, live and once closed', async () => {
    const own = await makeProgramme(app, { rules: [rule] });
    const { kader: id } = await makePartner(app, own, 0);
    const [first, second] = own.months;
    const target = {
      ...{ branch: own.branch, measure: 'enrolments', scope: 'whole', month_from: first, month_to: second },
      ...{ per: 'month', adds_up: 'sum', value: 4 },
    };
    await app.admin.post('/items/target', target);
    await register(first, { kader: id, members: 3 }, own.staff);
    await register(second, { members: 2, kader: null }, own.staff);
    const ask = async () =>
      (await own.head.get(`/kader-jkn/monev/attainment?measure=enrolments&from=${first}&to=${second}`)).body.data;
    expect((await ask()).total).toMatchObject({ realised: 5, target: 8 });
    await close(app, own, first);
    expect((await ask()).total).toMatchObject({ realised: 5, target: 8 });
    const answer = await own.head.get('/kader-jkn/monev/attainment?measure=enrolments');
    expect(answer.body.data.span.to).toBe(second);
  });

  it('count under another scheme in its simulation', async () => {
    const own = await makeProgramme(app);
    const { kader: id, families: held } = await makePartner(app, own, 1);
    const [first] = own.months;
    await pay(own, held[0], first);
    await register(first, { kader: id, members: 4 }, own.staff);
    await close(app, own, first);
    const draft = await app.admin.post('/items/commission_scheme', {
      ...{
        name: 'Dengan peserta baru',
        branch: own.branch,
        effective_from: '2020-02-01',
        status: 'draft',
        base: 'arrears',
      },
      rules: [{ kind: 'percentage', months_from: 1, months_to: null, rate_bp: 1500, sort: 1 }, rule],
    });
    const path = `/kader-jkn/schemes/${draft.body.data.id}/simulation?branch=${own.branch}`;
    const { total } = (await own.head.get(path)).body.data;
    expect(total.difference).toBe(4 * each);
  });
});

describe('a close and those who register', () => {
  it('lose nothing and count nothing twice', async () => {
    const own = await makeProgramme(app, { rules: [rule] });
    const { kader: id } = await makePartner(app, own, 1);
    const [first, second] = own.months;
    const period = await periodOf(app, own, first);
    let isAnswered = false;
    const closing = wait(80).then(async () => {
      const answer = await pressClose(own.head, period);
      isAnswered = true;
      return answer;
    });
    const rows = (
      await Promise.all(
        Array.from({ length: 8 }, async () => {
          const told: { id: number; isAfter: boolean }[] = [];
          for (let isAfter = false; !isAfter; ) {
            isAfter = isAnswered;
            told.push({ id: await register(first, { kader: id, members: 1 }, own.staff), isAfter });
          }
          return told;
        }),
      )
    ).flat();
    expect((await closing).status).toBe(200);
    const months = new Map(
      (await app.knex('enrolment').where({ branch: own.branch })).map((one) => [one.id, one.month]),
    );
    expect(rows.filter((one) => one.isAfter).map((one) => months.get(one.id))).toEqual(Array(8).fill(second));
    await close(app, own, second);
    const statements = await app.knex('commission').where({ kader: id }).orderBy('month');
    expect(statements.reduce((sum, { bonus }) => sum + bonus, 0)).toBe(rows.length * each);
    expect(await found()).toEqual([]);
  });

  it('and those who take back agree on what was paid', async () => {
    const own = await makeProgramme(app, { rules: [rule] });
    const { kader: id } = await makePartner(app, own, 1);
    const [first] = own.months;
    const ids = await Promise.all(
      Array.from({ length: 12 }, () => register(first, { kader: id, members: 1 }, own.staff)),
    );
    const [answer, ...backs] = await Promise.all([
      pressClose(own.head, await periodOf(app, own, first)),
      ...ids.map((one) => own.staff.patch(`/items/enrolment/${one}`, { status: 'contacted' })),
    ]);
    expect(answer?.status).toBe(200);
    const refused = backs.filter(({ status }) => status !== 200);
    expect(refused.every((one) => codeOf(one)[1] === 'KADER_ENROLMENT_COUNTED')).toBe(true);
    const { bonus } = await app.knex('commission').where({ kader: id }).first();
    expect(bonus).toBe(refused.length * each);
    expect(await found()).toEqual([]);
  });
});

it('leaves nothing for the audit', async () => {
  await pay(programme, families[0], programme.months[0]);
  await close(app, programme, programme.months[0]);
  expect(await found()).toEqual([]);
});
