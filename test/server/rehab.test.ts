import { beforeAll, describe, expect, it } from 'vitest';
import { type DateText, dateOf, daysAfter } from '../../extensions/kader-jkn/src/core/period.ts';
import { audit, type Difference } from '../../extensions/kader-jkn/src/server/audit.ts';
import { makePlan } from '../../extensions/kader-jkn/src/server/rehab/make-plan.ts';
import { matchPlans } from '../../extensions/kader-jkn/src/server/rehab/match-plans.ts';
import { type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { makeFamily, makeKader, monthFromNow } from './books-fixture.ts';
import { close, makeProgramme, type Programme } from './programme-fixture.ts';

let app: TestDirectus;
let programme: Programme;
let kader: number;
let partner: Client;
let telekolekting: Client;

/** Two members of class III, ten months listed: 70,000 a month. */
const monthly = 70_000;
/** A day of the month so many months from now. */
const dayIn = (months: number, day: string) => `${monthFromNow(months)}-${day}` as DateText;
const today = () => dateOf(new Date(), 'Asia/Jakarta');

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  programme = await makeProgramme(app, {
    policy: { instalment_min_months: 4, instalment_max_months: 24, instalment_count_max: 12 },
  });
  const { branch } = programme;
  kader = await makeKader(app, { branch });
  partner = await app.login('kader', { branch, kader });
  telekolekting = await app.login('telekolekting', { branch });
});

async function family(fields: Record<string, unknown> = {}): Promise<number> {
  return await makeFamily(app, { branch: programme.branch, kader, listed_as_of: today(), ...fields });
}

/** A plan as it would have been made on an earlier day; what the family owes is what it owes now. */
async function planned(binaan: number, startsOn: DateText, count = 10): Promise<number> {
  return await makePlan(app.knex, { binaan, count, startsOn, by: null, now: new Date() });
}

async function pay(binaan: number, amount: number, day: string): Promise<number> {
  const told = { binaan, amount, paid_at: `${day}T03:00:00Z`, confirm_duplicate: true };
  const { status, body } = await programme.staff.post('/items/collection', told);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.data.id;
}

const shown = async (binaan: number, client = programme.staff) =>
  (await client.get(`/kader-jkn/families/${binaan}/plan`)).body.data;
const storedPlan = async (id: number) => await app.knex('payment_plan').where({ id }).first();
const storedInstalments = async (plan: number) =>
  await app.knex('payment_plan_instalment').where({ plan }).orderBy('number');
const codeOf = ({ status, body }: { status: number; body: { errors?: { extensions: { code: string } }[] } }) => [
  status,
  body.errors?.[0]?.extensions.code,
];

async function found(): Promise<string[]> {
  const differences: Difference[] = [];
  for await (const one of audit(app.knex)) differences.push(one);
  return differences.map(({ collection, id, field }) => `${collection} ${id} ${field}`);
}

describe('what a family would pay a month', () => {
  it('is shown for each number of instalments, to whoever may read the family', async () => {
    const binaan = await family();
    for (const client of [programme.staff, programme.head, partner, telekolekting]) {
      const { choices, plan, owed_amount } = await shown(binaan, client);
      expect(plan).toBeNull();
      expect(choices).toHaveLength(12);
      for (const { count, amount, instalments } of choices) {
        const [arrears, current] = ['arrears', 'current'].map((part) =>
          instalments.reduce((sum: number, one: Record<string, number>) => sum + (one[part] ?? 0), 0),
        );
        expect([arrears, current, amount]).toEqual([owed_amount, count * monthly, owed_amount + count * monthly]);
      }
    }
  });

  it("is nobody else's to see", async () => {
    const binaan = await family();
    const elsewhere = await makeProgramme(app);
    const stranger = await app.login('kader', {
      branch: programme.branch,
      kader: await makeKader(app, { branch: programme.branch }),
    });
    for (const client of [elsewhere.staff, stranger]) {
      expect(codeOf(await client.get(`/kader-jkn/families/${binaan}/plan`))).toEqual([404, 'KADER_BINAAN_UNKNOWN']);
    }
  });

  it('says why there are none', async () => {
    const few = await family({ listed_months: 3, listed_amount: 210_000 });
    expect(await shown(few)).toMatchObject({ choices: [], refusal: { code: 'KADER_PLAN_MONTHS_BELOW' } });
    const elsewhere = await makeProgramme(app, { policy: { instalment_count_max: null } });
    const binaan = await makeFamily(app, { branch: elsewhere.branch });
    expect(await shown(binaan, elsewhere.staff)).toMatchObject({ refusal: { code: 'KADER_PLAN_NOT_OFFERED' } });
  });

  it('follows the policy of 2025: half the months owed', async () => {
    const later = await makeProgramme(app, {
      policy: { instalment_count_max: 12, instalment_half_months: true, instalment_current_dues: false },
    });
    const binaan = await makeFamily(app, { branch: later.branch, listed_as_of: today() });
    const { choices } = await shown(binaan, later.staff);
    expect(choices).toHaveLength(5);
    expect(choices.at(-1)).toMatchObject({ amount: 700_000, least: 140_000, most: 140_000 });
  });
});

describe('a plan', () => {
  it('is made by staff as it was simulated, one a family', async () => {
    const binaan = await family();
    const { choices } = await shown(binaan);
    const { status, body } = await programme.staff.post(`/kader-jkn/families/${binaan}/plan`, { count: 6 });
    expect(status, JSON.stringify(body)).toBe(200);
    const { plan } = body.data;
    expect(plan).toMatchObject({ status: 'active', paid: 0, arrears: 700_000, amount: choices[5].amount });
    const bare = plan.instalments.map(({ paid, paid_on, status: _, ...one }: Record<string, unknown>) => one);
    expect(bare).toEqual(choices[5].instalments);
    expect(await storedPlan(plan.id)).toMatchObject({ user_created: programme.staff.id, instalment_count: 6 });
    const again = await programme.head.post(`/kader-jkn/families/${binaan}/plan`, { count: 3 });
    expect(codeOf(again)).toEqual([409, 'KADER_PLAN_OPEN']);
  });

  it('is made once where two make it at the same moment', async () => {
    const binaan = await family();
    const answers = await Promise.all(
      [programme.staff, programme.head, programme.staff].map((client) =>
        client.post(`/kader-jkn/families/${binaan}/plan`, { count: 4 }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await app.knex('payment_plan').where({ binaan })).toHaveLength(1);
  });

  it.each([
    [{ count: 13 }, 'KADER_PLAN_COUNT'],
    [{ count: 0 }, 'KADER_PLAN_COUNT'],
    [{ count: '4' }, 'KADER_QUERY_INVALID'],
    [{ count: 4, starts_on: '2020-01-01' }, 'KADER_PLAN_START'],
    [{ count: 4, starts_on: 'besok' }, 'KADER_PLAN_START'],
  ])('told as %j is refused', async (told, code) => {
    const answer = await programme.staff.post(`/kader-jkn/families/${await family()}/plan`, told);
    expect(codeOf(answer)).toEqual([400, code]);
  });

  it('is not for a kader, an officer or another branch to make or end', async () => {
    const binaan = await family();
    for (const client of [partner, telekolekting]) {
      expect(codeOf(await client.post(`/kader-jkn/families/${binaan}/plan`, { count: 4 }))).toEqual([
        403,
        'KADER_NOT_ALLOWED',
      ]);
    }
    const elsewhere = await makeProgramme(app);
    expect(codeOf(await elsewhere.staff.post(`/kader-jkn/families/${binaan}/plan`, { count: 4 }))).toEqual([
      404,
      'KADER_BINAAN_UNKNOWN',
    ]);
    const { body } = await programme.staff.post(`/kader-jkn/families/${binaan}/plan`, { count: 4 });
    const path = `/kader-jkn/plans/${body.data.plan.id}/end`;
    expect(codeOf(await partner.post(path, { reason: 'x' }))).toEqual([403, 'KADER_NOT_ALLOWED']);
    expect(codeOf(await elsewhere.head.post(path, { reason: 'x' }))).toEqual([404, 'KADER_PLAN_UNKNOWN']);
  });

  it('cannot be made, changed or deleted past its form, whoever tries', async () => {
    const binaan = await family();
    const id = await planned(binaan, today());
    const forged = { ...(await storedPlan(id)), id: undefined, binaan: await family() };
    expect(codeOf(await app.admin.post('/items/payment_plan', forged))).toEqual([409, 'KADER_PLAN_MADE']);
    expect(codeOf(await app.admin.patch(`/items/payment_plan/${id}`, { amount: 1 }))[1]).toBe('KADER_PLAN_MADE');
    expect(codeOf(await app.admin.patch(`/items/payment_plan/${id}`, { status: 'completed' }))[1]).toBe(
      'KADER_PLAN_ENDED',
    );
    const [{ id: first }] = await storedInstalments(id);
    expect(codeOf(await app.admin.patch(`/items/payment_plan_instalment/${first}`, { paid_amount: 1 }))[1]).toBe(
      'KADER_PLAN_MADE',
    );
    const more = {
      plan: id,
      number: 11,
      month: '2030-01',
      due_on: '2030-01-10',
      amount: 1,
      arrears_amount: 1,
      current_amount: 0,
    };
    expect(codeOf(await app.admin.post('/items/payment_plan_instalment', more))[1]).toBe('KADER_PLAN_MADE');
    for (const name of ['payment_plan', 'payment_plan_instalment']) {
      expect((await app.admin.delete(`/items/${name}/${name === 'payment_plan' ? id : first}`)).status).toBe(409);
    }
  });
});

describe('payments of a family with a plan', () => {
  it('fill the oldest instalment first, seen at once in the form and stored with the daily upkeep', async () => {
    const binaan = await family({ listed_as_of: dayIn(-3, '25') });
    const id = await planned(binaan, dayIn(-2, '05'));
    const [{ amount }] = await storedInstalments(id);
    await pay(binaan, amount + 20_000, dayIn(-2, '09'));
    const { plan } = await shown(binaan);
    expect(plan.instalments.slice(0, 2)).toMatchObject([
      { status: 'paid', paid: amount, paid_on: dayIn(-2, '09') },
      { status: 'missed', paid: 20_000, paid_on: null },
    ]);
    expect((await storedPlan(id)).paid_amount).toBe(0);
    await matchPlans(app.knex, new Date(), [programme.branch]);
    expect(await storedPlan(id)).toMatchObject({ paid_amount: amount + 20_000, missed_since: expect.anything() });
    expect((await storedInstalments(id))[0]).toMatchObject({ paid_amount: amount, status: 'paid' });
  });

  it('are not those before it began', async () => {
    const binaan = await family({ listed_as_of: dayIn(-3, '25') });
    await pay(binaan, 100_000, dayIn(-1, '03'));
    await planned(binaan, dayIn(-1, '04'));
    expect((await shown(binaan)).plan.paid).toBe(0);
  });

  it('that are voided or taken back fill none', async () => {
    const binaan = await family({ listed_as_of: dayIn(-3, '25') });
    const id = await planned(binaan, dayIn(-1, '02'));
    const voided = await pay(binaan, 150_000, dayIn(-1, '05'));
    await matchPlans(app.knex, new Date(), [programme.branch]);
    expect((await storedPlan(id)).paid_amount).toBe(150_000);
    await programme.staff.patch(`/items/collection/${voided}`, { status: 'void', void_reason: 'Salah' });
    expect((await storedPlan(id)).paid_amount).toBe(0);
    expect(await found()).toEqual([]);
  });

  it('complete it; a newer plan begins the day after', async () => {
    const binaan = await family({ listed_as_of: dayIn(-3, '25') });
    const id = await planned(binaan, dayIn(-1, '02'), 2);
    const { amount } = await storedPlan(id);
    const owed = 770_000; // on that day: ten months listed and one since
    await pay(binaan, owed, dayIn(-1, '03'));
    await programme.staff.post('/items/collection', {
      ...{ binaan, amount: amount - owed, paid_at: `${dayIn(-1, '04')}T03:00:00Z`, kind: 'advance' },
    });
    await matchPlans(app.knex, new Date(), [programme.branch]);
    expect(await storedPlan(id)).toMatchObject({ status: 'completed', paid_amount: amount, missed_count: 0 });
    const [completed] = await app
      .knex('payment_plan')
      .where({ id })
      .select(app.knex.raw('completed_on::text, cover_restored_on::text'));
    expect(completed).toEqual({ completed_on: dayIn(-1, '04'), cover_restored_on: dayIn(-1, '04') });
    expect(await found()).toEqual([]);
  });

  it('restore the cover with the first instalment where the policy says so', async () => {
    const first = await makeProgramme(app, { policy: { instalment_count_max: 12, cover_restored_after: 'first' } });
    const binaan = await makeFamily(app, { branch: first.branch, listed_as_of: dayIn(-3, '25') });
    const id = await planned(binaan, dayIn(-1, '02'), 10);
    const [{ amount }] = await storedInstalments(id);
    const told = { binaan, amount, paid_at: `${dayIn(-1, '06')}T03:00:00Z` };
    await first.staff.post('/items/collection', told);
    const { plan } = await shown(binaan, first.staff);
    expect(plan).toMatchObject({ status: 'active', restored_on: dayIn(-1, '06') });
  });

  it('of a closed month taken back leave the plan as if they had not been', async () => {
    const own = await makeProgramme(app, { policy: { instalment_count_max: 12 } });
    const binaan = await makeFamily(app, { branch: own.branch, listed_as_of: `${monthFromNow(-8)}-25` });
    const [first = ''] = own.months;
    const id = await planned(binaan, `${first}-01` as DateText, 10);
    const told = { binaan, amount: 200_000, paid_at: `${first}-05T03:00:00Z` };
    const { body } = await own.staff.post('/items/collection', told);
    await close(app, own, first);
    await matchPlans(app.knex, new Date(), [own.branch]);
    expect((await storedPlan(id)).paid_amount).toBe(200_000);
    await own.staff.post('/items/collection', { reverses: body.data.id, amount: -150_000, void_reason: 'Kelebihan' });
    expect((await shown(binaan, own.staff)).plan.paid).toBe(50_000);
    expect(await found()).toEqual([]);
    await matchPlans(app.knex, new Date(), [own.branch]);
    expect((await storedPlan(id)).paid_amount).toBe(50_000);
    expect(await found()).toEqual([]);
  });
});

describe('two records of one family', () => {
  it('are merged into the one with the plan, which then counts what both paid', async () => {
    const [kept, merged] = [
      await family({ listed_as_of: dayIn(-3, '25') }),
      await family({ listed_as_of: dayIn(-3, '25') }),
    ];
    const id = await planned(kept, dayIn(-1, '02'));
    await pay(kept, 70_000, dayIn(-1, '05'));
    await pay(merged, 50_000, dayIn(-1, '06'));
    await app.knex.raw('select kader_merge_families(?, ?, null)', [merged, kept]);
    expect((await storedPlan(id)).paid_amount).toBe(120_000);
    expect((await shown(kept)).plan.paid).toBe(120_000);
    expect((await found()).filter((one) => one.startsWith('payment_plan'))).toEqual([]);
    await app.knex.raw(`select kader_unmerge_family(?, 'active', null, null)`, [merged]);
    expect((await storedPlan(id)).paid_amount).toBe(70_000);
    expect(await found()).toEqual([]);
  });

  it('are not merged away from an open plan', async () => {
    const [kept, merged] = [await family(), await family()];
    await planned(merged, today());
    await expect(app.knex.raw('select kader_merge_families(?, ?, null)', [merged, kept])).rejects.toThrow(
      'KADER_PLAN_OF_MERGED',
    );
  });
});

describe('an instalment that is missed', () => {
  it('is noticed by the upkeep once, and told to the kader who holds the family', async () => {
    const binaan = await family({ listed_as_of: dayIn(-3, '25') });
    const id = await planned(binaan, dayIn(-2, '05'));
    await app.knex('payment_plan_instalment').where({ plan: id });
    const before = await toldTo(partner);
    // made in hindsight: what was missed already is found with the making
    expect((await storedPlan(id)).missed_count).toBeGreaterThan(0);
    const due = (await storedInstalments(id)).find(({ status }: { status: string }) => status === 'waiting');
    const later = new Date(`${daysAfter(`${due.month}-10` as DateText, 1)}T05:00:00Z`);
    expect(await matchPlans(app.knex, later, [programme.branch])).toMatchObject({ missed: expect.any(Number) });
    const told = await toldTo(partner);
    expect(told.length).toBeGreaterThan(before.length);
    expect(told.some(({ item, subject }) => item === String(binaan) && subject.includes('terlewat'))).toBe(true);
    const again = await matchPlans(app.knex, later, [programme.branch]);
    expect(again.missed).toBe(0);
    expect(await toldTo(partner)).toHaveLength(told.length);
    await matchPlans(app.knex, new Date(), [programme.branch]);
  });
});

async function toldTo({ id }: Client): Promise<{ item: string; subject: string }[]> {
  return await app.knex('directus_notifications').where({ recipient: id, collection: 'binaan' });
}

describe('ending a plan', () => {
  it('needs a reason, keeps what was paid, and lets another begin tomorrow', async () => {
    const binaan = await family({ listed_as_of: dayIn(-3, '25') });
    const id = await planned(binaan, dayIn(-1, '02'));
    await pay(binaan, 50_000, dayIn(-1, '05'));
    const path = `/kader-jkn/plans/${id}/end`;
    expect(codeOf(await programme.staff.post(path, { reason: ' ' }))).toEqual([400, 'KADER_REASON_REQUIRED']);
    const { status, body } = await programme.staff.post(path, { reason: 'Keluarga meminta cicilan lebih kecil' });
    expect(status).toBe(200);
    expect(body.data.plan).toMatchObject({ status: 'ended', paid: 50_000, ended_on: today() });
    expect(await storedPlan(id)).toMatchObject({ ended_by: programme.staff.id, paid_amount: 50_000 });
    expect(codeOf(await programme.staff.post(path, { reason: 'lagi' }))).toEqual([409, 'KADER_PLAN_ENDED']);
    const next = `/kader-jkn/families/${binaan}/plan`;
    expect(codeOf(await programme.staff.post(next, { count: 4 }))).toEqual([409, 'KADER_PLAN_OPEN']);
    const starts_on = daysAfter(today(), 1);
    expect((await programme.staff.post(next, { count: 4, starts_on })).status).toBe(200);
    expect(await found()).toEqual([]);
  });
});
