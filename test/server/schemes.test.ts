import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Client, TestDirectus } from '../harness/index.ts';
import { getDirectus } from '../harness/index.ts';
import { monthFromNow } from './books-fixture.ts';
import { close, makePartner, makeProgramme, type Programme, pay } from './programme-fixture.ts';

let app: TestDirectus;
let programme: Programme;
let head: Client;

const codeOf = ({ body }: Answer) => body?.errors?.[0]?.extensions?.code ?? null;
const paramsOf = ({ body }: Answer) => body?.errors?.[0]?.extensions ?? null;
const dayAfter = (day: string) =>
  new Date(new Date(`${day}T00:00:00Z`).getTime() + 86_400_000).toISOString().slice(0, 10);
const quarter = [{ kind: 'percentage', months_from: 0, months_to: null, rate_bp: 2_500, sort: 1 }];

async function makeScheme(fields: Record<string, unknown>): Promise<number> {
  const { status, body } = await app.admin.post('/items/commission_scheme', {
    name: 'Rancangan',
    branch: programme.branch,
    effective_from: '2020-01-01',
    rules: quarter,
    ...fields,
  });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.data.id;
}

/** A programme with a closed first month and a payment in the second, which is open. */
beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  programme = await makeProgramme(app);
  head = programme.head;
  const { families } = await makePartner(app, programme, 2);
  await pay(programme, families[0], programme.months[0]);
  await close(app, programme, programme.months[0]);
  await pay(programme, families[1], programme.months[1]);
});

describe('a scheme in use', () => {
  it('keeps its name, its terms and its rules, whoever asks, and stays active', async () => {
    const rule = await app.knex('commission_rule').where({ scheme: programme.scheme }).first('id');
    const scheme = `/items/commission_scheme/${programme.scheme}`;
    const refused = [
      await app.admin.patch(scheme, { name: 'Nama lain' }),
      await app.admin.patch(scheme, { effective_from: '2019-01-01' }),
      await app.admin.patch(scheme, { status: 'archived' }),
      await app.admin.patch(scheme, { status: 'draft' }),
      await app.admin.patch(scheme, { rules: { create: [], update: [{ id: rule.id, rate_bp: 999 }], delete: [] } }),
      await app.admin.patch(`/items/commission_rule/${rule.id}`, { rate_bp: 999 }),
      await app.admin.post('/items/commission_rule', { scheme: programme.scheme, kind: 'monthly_cap', amount: 1 }),
      await app.admin.graphql(
        `mutation { update_commission_scheme_item(id: ${programme.scheme}, data: { base: "amount" }) { id } }`,
      ),
    ];
    expect(refused.map(codeOf)).toEqual(Array(refused.length).fill('KADER_SCHEME_IN_USE'));
    expect((await app.admin.patch(scheme, { note: 'SK 1/2017' })).status).toBe(200);
    expect(await app.knex('commission_scheme').where({ id: programme.scheme }).first()).toMatchObject({
      name: 'Skema',
      status: 'active',
      base: 'arrears',
    });
  });

  it('is one that only a statement names, too: its rules of a month made it', async () => {
    const idle = await makeProgramme(app);
    await makePartner(app, idle, 1);
    await close(app, idle, idle.months[0]);
    expect(await app.knex('collection').where({ scheme: idle.scheme })).toEqual([]);
    const renamed = await app.admin.patch(`/items/commission_scheme/${idle.scheme}`, { name: 'Nama lain' });
    expect(codeOf(renamed)).toBe('KADER_SCHEME_IN_USE');
  });

  it('is guarded by the database where nobody asks Directus', async () => {
    const attempt = app.knex('commission_rule').where({ scheme: programme.scheme }).update({ rate_bp: 1 });
    await expect(attempt).rejects.toThrow('KADER_SCHEME_IN_USE');
  });

  it('is not what a scheme is that nothing rests on: it changes, goes back to a draft, and ends', async () => {
    const id = await makeScheme({ status: 'active', effective_from: `${monthFromNow(3)}-01` });
    const patch = (values: Record<string, unknown>) => app.admin.patch(`/items/commission_scheme/${id}`, values);
    expect((await patch({ name: 'Lain', base: 'amount' })).status).toBe(200);
    expect((await patch({ status: 'draft' })).status).toBe(200);
    expect((await patch({ status: 'archived' })).status).toBe(200);
    const unused = await makeScheme({});
    expect((await app.admin.delete(`/items/commission_scheme/${unused}`)).status).toBe(204);
  });
});

describe('a scheme that takes over days', () => {
  const activate = async (effective_from: string, fields: Record<string, unknown> = {}) => {
    const id = await makeScheme({ effective_from, ...fields });
    const answer = await app.admin.patch(`/items/commission_scheme/${id}`, { status: 'active' });
    return { id, answer };
  };

  it('is refused where payments of an open month were already reckoned, and says from when it may hold', async () => {
    const paidOn = `${programme.months[1]}-05`;
    for (const from of [`${programme.months[0]}-20`, `${programme.months[1]}-01`, paidOn]) {
      const { id, answer } = await activate(from);
      expect([answer.status, codeOf(answer)], from).toEqual([409, 'KADER_SCHEME_PAST']);
      expect(paramsOf(answer)).toMatchObject({ field: 'effective_from', scheme: 'Skema', date: dayAfter(paidOn) });
      expect(await app.knex('commission_scheme').where({ id }).first('status')).toEqual({ status: 'draft' });
    }
  });

  it('is refused where it is made active at once, by GraphQL and by SQL', async () => {
    const told = {
      name: 'Surut',
      branch: programme.branch,
      effective_from: `${programme.months[1]}-01`,
      status: 'active',
    };
    expect(codeOf(await app.admin.post('/items/commission_scheme', { ...told, rules: quarter }))).toBe(
      'KADER_SCHEME_PAST',
    );
    const draft = await makeScheme({ effective_from: told.effective_from });
    const mutation = `mutation { update_commission_scheme_item(id: ${draft}, data: { status: "active" }) { id } }`;
    expect(codeOf(await app.admin.graphql(mutation))).toBe('KADER_SCHEME_PAST');
    await expect(app.knex('commission_scheme').insert(told)).rejects.toThrow('KADER_SCHEME_PAST');
    expect(await app.knex('commission_scheme').where({ name: 'Surut' })).toEqual([]);
  });

  it('is refused in a closed month whose statements used another, though nobody paid in it', async () => {
    const idle = await makeProgramme(app);
    await makePartner(app, idle, 1);
    await close(app, idle, idle.months[0]);
    const { answer } = await activate(`${idle.months[0]}-10`, { branch: idle.branch });
    expect(codeOf(answer)).toBe('KADER_SCHEME_PAST');
    const { answer: after } = await activate(`${idle.months[1]}-01`, { branch: idle.branch });
    expect(after.status, JSON.stringify(after.body)).toBe(200);
  });

  it('holds from the day after the last payment; what was recorded keeps its price, the next has the new one', async () => {
    const from = dayAfter(`${programme.months[1]}-05`);
    const { id, answer } = await activate(from);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    const { families } = await makePartner(app, programme, 1);
    const paid = await pay(programme, families[0], programme.months[1], 70_000, from.slice(8));
    expect(await app.knex('collection').where({ id: paid }).first()).toMatchObject({ scheme: id, rate_bp: 2_500 });
    const late = await pay(programme, families[0], programme.months[0], 70_000, '20');
    expect(await app.knex('collection').where({ id: late }).first()).toMatchObject({ scheme: programme.scheme });
  });

  it('of the nation leaves alone the branches that have one of their own', async () => {
    const { answer } = await activate('2021-01-01', { branch: null });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  });

  it('does not become a draft again once its day has come', async () => {
    const fresh = await makeProgramme(app);
    const back = await app.admin.patch(`/items/commission_scheme/${fresh.scheme}`, { status: 'draft' });
    expect(codeOf(back)).toBe('KADER_TRANSITION');
  });
});

describe('saving a scheme', () => {
  const band = (months_from: number, months_to: number | null, rate_bp = 1_000) => ({
    ...{ kind: 'percentage', months_from, months_to, rate_bp },
  });
  const withholding = (tax_number: string) => ({ kind: 'withholding', rate_bp: 500, share_bp: 5_000, tax_number });
  const flawed = [
    ['a gap', [band(1, 6), band(7, null)], 'KADER_SCHEME_GAP'],
    ['an overlap', [band(1, 8), band(7, null)], 'KADER_SCHEME_OVERLAP'],
    ['a rate above 100%', [band(1, null, 10_001)], 'KADER_SCHEME_RULE_INVALID'],
    ['two withholdings for one kader', [withholding('any'), withholding('with')], 'KADER_SCHEME_RULE_INVALID'],
  ] as const;
  const told = () => ({ name: 'Uji simpan', branch: programme.branch, effective_from: `${monthFromNow(6)}-01` });

  it.each(flawed)('refuses %s by REST, by GraphQL, and over rules that stand', async (_, rules, code) => {
    expect(codeOf(await app.admin.post('/items/commission_scheme', { ...told(), rules }))).toBe(code);
    const mutation = `mutation ($rules: [create_commission_rule_input]) {
      create_commission_scheme_item(data: { name: "Uji simpan", effective_from: "${told().effective_from}", rules: $rules }) { id }
    }`;
    expect(codeOf(await app.admin.graphql(mutation, { rules }))).toBe(code);
    const id = await makeScheme({ name: 'Uji ubah', rules: [] });
    const nested = await app.admin.patch(`/items/commission_scheme/${id}`, {
      rules: { create: rules, update: [], delete: [] },
    });
    expect(codeOf(nested)).toBe(code);
    expect(await app.knex('commission_rule').where({ scheme: id })).toEqual([]);
    expect(await app.knex('commission_scheme').where({ name: 'Uji simpan' })).toEqual([]);
  });

  it('refuses them in a file of rules, of which nothing is kept', async () => {
    const id = await makeScheme({ name: 'Uji impor', rules: [] });
    for (const [, rules, code] of flawed) {
      const rows = rules.map((rule) => ({ scheme: id, ...rule }));
      const form = new FormData();
      form.append('file', new Blob([JSON.stringify(rows)], { type: 'application/json' }), 'rules.json');
      const response = await fetch(`${app.url}/utils/import/commission_rule`, {
        method: 'POST',
        headers: { authorization: `Bearer ${app.admin.token}` },
        body: form,
      });
      const body = (await response.json()) as Answer['body'];
      expect(body?.errors?.[0]?.extensions?.code).toBe(code);
      expect(await app.knex('commission_rule').where({ scheme: id })).toEqual([]);
    }
  });

  it('looks at a rule that follows its scheme in one request but was not saved with it', async () => {
    const name = 'Uji ulang';
    const id = await makeScheme({ name, rules: [] });
    const rule = 'kind: "percentage", months_from: 0, rate_bp: 1000';
    const { body } = await app.admin.graphql(`mutation {
      update_commission_scheme_item(id: ${id}, data: { rules: [{ ${rule} }] }) { id }
      create_commission_rule_item(
        data: { ${rule}, scheme: { id: ${id}, name: "${name}", effective_from: "2020-01-01" } }
      ) { id }
    }`);
    expect(body.errors.map((error: Answer['body']) => error.extensions.code)).toEqual(['KADER_SCHEME_OVERLAP']);
    expect(await app.knex('commission_rule').where({ scheme: id })).toHaveLength(1);
  });

  it('looks at both schemes when a rule moves from one to the other', async () => {
    const from = await makeScheme({ rules: [band(1, 7), band(7, null)] });
    const to = await makeScheme({ rules: [band(3, 7)] });
    const [first, last] = await app.knex('commission_rule').where({ scheme: from }).orderBy('months_from').pluck('id');
    const move = (rule: number, scheme: number) => app.admin.patch(`/items/commission_rule/${rule}`, { scheme });
    expect(codeOf(await move(first, to))).toBe('KADER_SCHEME_OVERLAP');
    expect((await move(last, to)).status).toBe(200);
    expect(await app.knex('commission_rule').where({ scheme: to })).toHaveLength(2);
  });

  it('takes one withholding with and one without a tax number', async () => {
    const rules = [band(0, null), withholding('with'), withholding('without')];
    expect((await app.admin.post('/items/commission_scheme', { ...told(), rules })).status).toBe(200);
  });
});

describe('a successor', () => {
  const rules = [
    { kind: 'percentage', months_from: 1, months_to: 7, rate_bp: 1_000, sort: 1 },
    { kind: 'percentage', months_from: 7, months_to: null, rate_bp: 1_500, sort: 2 },
  ];

  it('is a draft with the same rules, from the first of next month', async () => {
    const answer = await app.admin.post(`/kader-jkn/schemes/${programme.scheme}/succeed`);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    const { id } = answer.body.data;
    const made = await app.knex('commission_scheme').where({ id }).first('*', app.knex.raw('effective_from::text'));
    expect(made).toMatchObject({ status: 'draft', base: 'arrears', branch: programme.branch });
    expect(made.effective_from).toBe(`${monthFromNow(1)}-01`);
    expect(made.name).toMatch(/^Skema \(sejak \w+ \d{4}\)$/);
    expect(await app.knex('commission_rule').where({ scheme: id }).orderBy('sort')).toMatchObject(rules);

    const again = await app.admin.post(`/kader-jkn/schemes/${id}/succeed`);
    const next = await app.knex('commission_scheme').where({ id: again.body.data.id }).first('name');
    expect(next.name).toBe(made.name);
  });

  it('is made by nobody else, and of nothing that is not there', async () => {
    const { branch, scheme } = programme;
    const count = async () => (await app.knex('commission_scheme').count())[0];
    const before = await count();
    const others = [
      head,
      programme.staff,
      await app.login('auditor'),
      await app.login('kader', { branch }),
      await app.login('telekolekting', { branch }),
      await app.login('integration', { branch }),
    ];
    for (const client of others) {
      const answer = await client.post(`/kader-jkn/schemes/${scheme}/succeed`);
      expect([answer.status, codeOf(answer)]).toEqual([403, expect.stringMatching(/KADER_NOT_ALLOWED|FORBIDDEN/)]);
    }
    expect((await app.public.post(`/kader-jkn/schemes/${scheme}/succeed`)).status).toBe(401);
    expect(codeOf(await app.admin.post('/kader-jkn/schemes/999999/succeed'))).toBe('KADER_SCHEME_UNKNOWN');
    expect(codeOf(await app.admin.post('/kader-jkn/schemes/x/succeed'))).toBe('KADER_QUERY_INVALID');
    expect(await count()).toEqual(before);
  });
});
