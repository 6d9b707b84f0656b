import { beforeAll, describe, expect, it } from 'vitest';
import type { SchemeSimulation } from '../../extensions/kader-jkn/src/contract/schemes.ts';
import type { Answer, Client, TestDirectus } from '../harness/index.ts';
import { getDirectus } from '../harness/index.ts';
import { close, makePartner, makeProgramme, type Programme, pay } from './programme-fixture.ts';

let app: TestDirectus;
let programme: Programme;
/** a branch beside it */
let other: Programme;
/** the same rules as the programme's own, as a draft */
let copy: number;
let national: number;
let auditor: Client;

const codeOf = ({ body }: Answer) => body?.errors?.[0]?.extensions?.code ?? null;

async function simulate(client: Client, scheme: number, query = ''): Promise<SchemeSimulation> {
  const { status, body } = await client.get(`/kader-jkn/schemes/${scheme}/simulation${query}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.data;
}

async function makeDraft(rules: Record<string, unknown>[], branch: number | null): Promise<number> {
  const told = { name: 'Rancangan', branch, effective_from: '2020-01-01', rules };
  const { status, body } = await app.admin.post('/items/commission_scheme', told);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.data.id;
}

/** Every row of every table of ours, and the transaction that last wrote it. */
async function fingerprint(): Promise<Record<string, unknown>> {
  const tables: string[] = await app
    .knex('information_schema.tables')
    .where({ table_schema: 'public', table_type: 'BASE TABLE' })
    .pluck('table_name');
  const rows = await Promise.all(
    tables.map(async (table) => {
      const counted = app.knex.raw(
        `count(*)::integer as rows, md5(string_agg(xmin::text, ',' order by ctid)) as written`,
      );
      return [table, await app.knex(table).first(counted)];
    }),
  );
  return Object.fromEntries(rows);
}

const monthly = [
  {
    ...{ kind: 'attainment_bonus', rate_bp: 100, bonus_mode: 'marginal', attainment_from_bp: 5_000, sort: 3 },
  },
  { kind: 'monthly_floor', amount: 15_000, sort: 4 },
  { kind: 'monthly_cap', amount: 60_000, sort: 5 },
  { kind: 'withholding', rate_bp: 250, share_bp: 5_000, tax_number: 'with', sort: 6 },
  { kind: 'withholding', rate_bp: 300, share_bp: 5_000, tax_number: 'without', sort: 7 },
  { kind: 'flat_participant', amount: 333, sort: 8 },
];
const bands = [
  { kind: 'percentage', months_from: 1, months_to: 7, rate_bp: 1_000, sort: 1 },
  { kind: 'percentage', months_from: 7, months_to: null, rate_bp: 1_500, sort: 2 },
];

/**
 * Three closed months of two kader: odd sums, a month of the other band, current dues, a reversal of more than a month
 * earns (carried on), a late payment and a correction by hand.
 */
beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  programme = await makeProgramme(app, { rules: monthly });
  other = await makeProgramme(app);
  auditor = await app.login('auditor');
  const [first, second, third] = programme.months;
  const one = await makePartner(app, programme, 4, { tax_number: '012345678901000' });
  const two = await makePartner(app, programme, 3);
  await app.admin.post('/items/target', {
    ...{ branch: programme.branch, measure: 'collection', scope: 'each_kader', month_from: first, month_to: third },
    ...{ per: 'month', adds_up: 'sum', value: 200_000 },
  });

  const large = await pay(programme, one.families[0], first, 420_007, '03');
  await pay(programme, one.families[1], first, 70_001, '04');
  await pay(programme, two.families[0], first, 70_001, '05');
  await close(app, programme, first);
  const taken = await programme.staff.post('/items/collection', {
    reverses: large,
    amount: -333_333,
    void_reason: 'Salah.',
  });
  if (taken.status !== 200) throw new Error(JSON.stringify(taken.body));
  const corrected = { kader: two.kader, amount: 12_345, reason: 'Kurang bayar bulan pertama.' };
  const adjusted = await programme.head.post('/items/commission_adjustment', corrected);
  if (adjusted.status !== 200) throw new Error(JSON.stringify(adjusted.body));
  await pay(programme, two.families[2], second, 70_000, '06');
  await pay(programme, two.families[1], first, 350_000, '20');
  await close(app, programme, second);
  const rest = await programme.staff.post('/items/collection', { reverses: large, void_reason: 'Salah.' });
  if (rest.status !== 200) throw new Error(JSON.stringify(rest.body));
  await pay(programme, one.families[2], third, 140_000, '07');
  await pay(programme, one.families[3], third, 210_003, '08');
  await pay(programme, two.families[1], third, 70_000, '09');
  await close(app, programme, third);

  const rival = await makePartner(app, other, 1);
  await pay(other, rival.families[0], other.months[0], 100_000);
  await close(app, other, other.months[0]);

  copy = await makeDraft([...bands, ...monthly], programme.branch);
  national = await makeDraft([{ kind: 'percentage', months_from: 0, months_to: null, rate_bp: 2_500 }], null);
});

describe('a simulation', () => {
  it('of the scheme that was in force, and of a draft copy of it, is what was paid to the rupiah', async () => {
    for (const scheme of [programme.scheme, copy]) {
      const { total, kader, months, assumptions } = await simulate(programme.head, scheme);
      expect(kader.map(({ would, difference }) => ({ ...would, difference }))).toEqual(
        kader.map(({ paid }) => ({ ...paid, difference: 0 })),
      );
      expect(months.map(({ difference }) => difference)).toEqual([0, 0, 0]);
      expect(total).toMatchObject({ difference: 0, would: total.paid });
      expect(assumptions).toEqual(['members_today']);
      const [stored] = await app
        .knex('commission')
        .where({ branch: programme.branch })
        .select(
          app.knex.raw('sum(net)::integer as net, sum(gross)::integer as gross, sum(withholding)::integer as tax'),
          app.knex.raw('sum(carried_out)::integer as carried, sum(corrections)::integer as corrections'),
        );
      expect([total.paid.net, total.paid.gross, total.paid.withholding]).toEqual([
        stored.net,
        stored.gross,
        stored.tax,
      ]);
      expect(stored.net).toBeGreaterThan(0);
      for (const part of [stored.tax, stored.carried, stored.corrections]) expect(part).toBeGreaterThan(0);
    }
  });

  it('of some of the months begins with what was carried into them', async () => {
    const [, second, third] = programme.months;
    for (const query of [`?from=${second}&to=${third}`, `?from=${second}&to=${second}`, `?from=${third}`]) {
      const { total, from } = await simulate(programme.head, copy, query);
      expect([from, total.difference], query).toEqual([query.slice(6, 13), 0]);
      expect(total.would).toEqual(total.paid);
    }
  });

  it('of another scheme says what each kader, month and branch would have had', async () => {
    const { total, kader, months, branches } = await simulate(app.admin, national);
    expect(branches.map(({ id }) => id).sort()).toEqual([programme.branch, other.branch].sort());
    expect(kader).toHaveLength(3);
    const rival = kader.find(({ paid }) => paid.net === 15_000);
    expect(rival).toMatchObject({ collections: 1, would: { base: 100_000, net: 25_000 }, difference: 10_000 });
    expect(total.difference).toBe(kader.reduce((sum, { difference }) => sum + difference, 0));
    expect(total.difference).toBe(months.reduce((sum, { difference }) => sum + difference, 0));
    expect(total.collections).toBe(9);
    const only = await simulate(app.admin, national, `?branch=${other.branch}`);
    expect(only.total).toMatchObject({ collections: 1, difference: 10_000 });
    expect(only.assumptions).toEqual(['own_schemes']);
  });

  it('writes nothing, in any table', async () => {
    const before = await fingerprint();
    await simulate(programme.head, copy);
    await simulate(programme.head, national);
    const after = await fingerprint();
    // Directus notes when a user was last seen.
    for (const found of [before, after]) for (const table of ['directus_users']) delete found[table];
    expect(after).toEqual(before);
  });

  it('says where there is nothing to compare', async () => {
    const fresh = await makeProgramme(app);
    const answer = await simulate(fresh.head, fresh.scheme);
    expect(answer).toMatchObject({
      from: null,
      to: null,
      kader: [],
      choices: { months: [] },
      total: { difference: 0 },
    });
  });
});

describe('who may simulate', () => {
  it('is an administrator and an auditor for every branch, and a head for their own', async () => {
    for (const client of [app.admin, auditor]) {
      expect((await simulate(client, national)).choices.branches.length).toBeGreaterThanOrEqual(2);
      expect((await simulate(client, copy)).branches).toMatchObject([{ id: programme.branch }]);
    }
    expect((await simulate(programme.head, national)).choices.branches).toMatchObject([{ id: programme.branch }]);
    const elsewhere = await programme.head.get(`/kader-jkn/schemes/${national}/simulation?branch=${other.branch}`);
    expect([elsewhere.status, codeOf(elsewhere)]).toEqual([403, 'KADER_NOT_ALLOWED']);
    expect(codeOf(await other.head.get(`/kader-jkn/schemes/${copy}/simulation`))).toBe('KADER_SCHEME_UNKNOWN');
    const nowhere = await app.login('head');
    expect(codeOf(await nowhere.get(`/kader-jkn/schemes/${national}/simulation`))).toBe('KADER_NOT_ALLOWED');
  });

  it('is nobody else', async () => {
    const { branch } = programme;
    const others = [
      programme.staff,
      await app.login('kader', { branch }),
      await app.login('telekolekting', { branch }),
      await app.login('integration', { branch }),
    ];
    for (const client of others) {
      const answer = await client.get(`/kader-jkn/schemes/${national}/simulation`);
      expect([answer.status, codeOf(answer)]).toEqual([403, 'KADER_NOT_ALLOWED']);
    }
    expect((await app.public.get(`/kader-jkn/schemes/${national}/simulation`)).status).toBe(401);
  });

  it.each([
    ['?branch=x', 'branch'],
    ['?from=2022-13', 'from'],
    ['?to=lalu', 'to'],
    ['?from=2022-02&to=2022-01', 'from'],
  ])('is told what cannot be read: %s', async (query, field) => {
    const answer = await app.admin.get(`/kader-jkn/schemes/${national}/simulation${query}`);
    expect([answer.status, codeOf(answer)]).toEqual([400, 'KADER_QUERY_INVALID']);
    expect(answer.body.errors[0].extensions).toMatchObject({ field });
  });

  it("is told that a branch's scheme is not another branch's", async () => {
    const answer = await app.admin.get(`/kader-jkn/schemes/${copy}/simulation?branch=${other.branch}`);
    expect([answer.status, codeOf(answer)]).toEqual([400, 'KADER_QUERY_INVALID']);
    expect(codeOf(await app.admin.get('/kader-jkn/schemes/999999/simulation'))).toBe('KADER_SCHEME_UNKNOWN');
  });
});

describe('the operation of a flow', () => {
  async function flowOf(scheme: number): Promise<string> {
    const operation = {
      ...{ key: 'simulation', name: 'Simulasi', type: 'kader-simulate-scheme', position_x: 20, position_y: 1 },
      options: { scheme: String(scheme), branch: '', from: '', to: '' },
    };
    const flow = await app.admin.post('/flows', {
      ...{ name: 'Simulasi', trigger: 'webhook', status: 'active', accountability: 'all' },
      options: { method: 'POST', return: '$last', async: false },
    });
    const made = await app.admin.post('/operations', { ...operation, flow: flow.body.data.id });
    await app.admin.patch(`/flows/${flow.body.data.id}`, { operation: made.body.data.id });
    return flow.body.data.id;
  }

  it('answers whoever may simulate with the same figures, and refuses the others', async () => {
    const flow = await flowOf(copy);
    const answer = await programme.head.post(`/flows/trigger/${flow}`, {});
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    expect(answer.body.total).toEqual((await simulate(programme.head, copy)).total);
    const refused = await programme.staff.post(`/flows/trigger/${flow}`, {});
    expect(refused.body?.total).toBeUndefined();
  });
});
