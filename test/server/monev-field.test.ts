import { beforeAll, describe, expect, it } from 'vitest';
import type { AttainmentAnswer } from '../../extensions/kader-jkn/src/contract/monev.ts';
import type {
  ContactsAnswer,
  FunnelAnswer,
  FunnelStage,
  PromisesAnswer,
} from '../../extensions/kader-jkn/src/contract/monev-field.ts';
import type { AgeingAnswer } from '../../extensions/kader-jkn/src/contract/monev-money.ts';
import { judgePromises } from '../../extensions/kader-jkn/src/server/contacts/judge-promises.ts';
import { rollUpMissing } from '../../extensions/kader-jkn/src/server/monev/roll-up/roll-up-month.ts';
import { type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { type BooksFixture, closeMonth, makeBooks } from './books-fixture.ts';
import { type GeneratedBranch, makeGenerated } from './monev-generated.ts';
import { contactsByHand, funnelByHand, type Months, promisesByHand } from './monev-reference-field.ts';

let app: TestDirectus;
let branches: GeneratedBranch[];
let first: GeneratedBranch;
let strange: BooksFixture;
let head: Client;

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  first = await makeGenerated(app, { seed: 1 });
  branches = [first, await makeGenerated(app, { seed: 2, timezone: 'Asia/Jayapura' })];
  strange = await makeBooks(app, false);
  for (const { id, kader, months, families } of branches) {
    const staff = await app.login('staff', { branch: id });
    // joined in the third month; a payment that is void, one that was taken back; a group; a family in two ways on one day
    await app
      .knex('kader')
      .where({ id: kader[2] })
      .update({ joined_on: `${months[2]}-10` });
    const payments = await app.knex('collection').where({ branch: id }).orderBy('id').select('id');
    await staff.patch(`/items/collection/${payments[3]?.id}`, { status: 'void', void_reason: 'Salah catat.' });
    await staff.post('/items/collection', { reverses: payments[5]?.id, void_reason: 'Dana ditarik kembali.' });
    const contact = { branch: id, kader: kader[0], at: `${months[3]}-09T02:00:00Z`, date_created: new Date() };
    await app.knex('activity').insert([
      { ...contact, binaan: null, channel: 'group_education', outcome: null },
      { ...contact, binaan: families[0], channel: 'visit', outcome: 'not_home' },
      { ...contact, binaan: families[0], channel: 'whatsapp', outcome: 'met' },
    ]);
  }
  await judgePromises(app.knex, new Date());
  head = await app.login('head', { branch: first.id });
});

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

function spans({ months }: GeneratedBranch): Months[] {
  return months.flatMap((from, at) => months.slice(at).map((to) => ({ from, to })));
}

const query = ({ from, to }: Months) => `from=${from}&to=${to}`;
const stepOf = ({ steps }: FunnelAnswer, stage: FunnelStage) => steps.find((step) => step.stage === stage)?.families;

async function funnelsAgree(): Promise<void> {
  for (const branch of branches) {
    const { places, kader } = branch;
    const ofDistrict = kader.filter((_, index) => places[index]?.district === places[0]?.district);
    const choices: [string, number[] | null][] = [
      ['', null],
      [`&kader=${kader[1]}`, [kader[1] ?? 0]],
      [`&area=${places[0]?.district}`, ofDistrict],
      [`&area=${places[3]?.regency}`, [kader[3] ?? 0]],
    ];
    for (const months of spans(branch)) {
      for (const [choice, whose] of choices) {
        const path = `funnel?branch=${branch.id}&${query(months)}${choice}`;
        const answer = await ask<FunnelAnswer>(app.admin, path);
        expect(
          {
            contacted: stepOf(answer, 'contacted'),
            promised: stepOf(answer, 'promised'),
            paid: stepOf(answer, 'paid'),
            contacts: answer.contacts,
            outcomes: Object.fromEntries(answer.outcomes.map(({ outcome, contacts }) => [outcome, contacts])),
          },
          path,
        ).toEqual(await funnelByHand(app, branch, months, whose));
      }
    }
  }
}

async function contactsAgree(): Promise<void> {
  for (const branch of branches) {
    for (const months of spans(branch)) {
      const path = `contacts?branch=${branch.id}&${query(months)}`;
      const whole = await ask<ContactsAnswer>(app.admin, `${path}&by=month`);
      const byHand = await contactsByHand(app, branch, months, branch.kader);
      expect(whole.total, path).toMatchObject({ families: byHand.families, kader_days: byHand.kaderDays });
      expect(whole.total.daily).toBeCloseTo(byHand.families / byHand.kaderDays);
      expect(Object.fromEntries(whole.channels.map(({ channel, families }) => [channel, families]))).toEqual(
        byHand.channels,
      );
      for (const { month, families, kader_days } of whole.rows) {
        const own = await contactsByHand(app, branch, { from: month ?? '', to: month ?? '' }, branch.kader);
        expect([families, kader_days], `${path} ${month}`).toEqual([own.families, own.kaderDays]);
      }
      const each = await ask<ContactsAnswer>(app.admin, `${path}&by=kader`);
      for (const { id, families, kader_days } of each.rows) {
        const own = await contactsByHand(app, branch, months, [id ?? 0]);
        expect([families, kader_days], `${path} ${id}`).toEqual([own.families, own.kaderDays]);
      }
    }
  }
}

async function promisesAgree(): Promise<void> {
  for (const branch of branches) {
    for (const months of spans(branch)) {
      const path = `promises?branch=${branch.id}&${query(months)}`;
      const whole = await ask<PromisesAnswer>(app.admin, path);
      expect(whole.total, path).toEqual(await promisesByHand(app, branch, months, null));
      for (const { month, kept, broken, open, rate } of whole.rows) {
        const own = { from: month ?? '', to: month ?? '' };
        expect({ kept, broken, open, rate }).toEqual(await promisesByHand(app, branch, own, null));
      }
      const each = await ask<PromisesAnswer>(app.admin, `${path}&by=kader`);
      for (const { id, kept, broken, open, rate } of each.rows) {
        expect({ kept, broken, open, rate }).toEqual(await promisesByHand(app, branch, months, [id]));
      }
    }
  }
}

describe('the work in the field', () => {
  it('is what one counts by hand, of every span, while all months are open', async () => {
    await funnelsAgree();
    await contactsAgree();
    await promisesAgree();
  });

  it('is the same once months are closed and kept', async () => {
    for (const { id, months } of branches) for (const month of months.slice(0, 3)) await closeMonth(app, id, month);
    expect(await rollUpMissing(app.knex)).toBe(6);
    await funnelsAgree();
    await contactsAgree();
    await promisesAgree();
  });

  it('adds several branches up, side by side', async () => {
    const [from, to] = [first.months[0] ?? '', first.months[4] ?? ''];
    const all = await ask<ContactsAnswer>(app.admin, `contacts?from=${from}&to=${to}`);
    expect(all.grouping).toBe('branch');
    const own = await Promise.all(branches.map((one) => contactsByHand(app, one, { from, to }, one.kader)));
    expect(
      all.rows
        .filter(({ families }) => families > 0)
        .map(({ families }) => families)
        .sort(),
    ).toEqual(own.map(({ families }) => families).sort());
    const promises = await ask<PromisesAnswer>(app.admin, `promises?from=${from}&to=${to}`);
    const each = await Promise.all(branches.map((one) => promisesByHand(app, one, { from, to }, null)));
    expect(promises.total.kept).toBe(each.reduce((sum, { kept }) => sum + kept, 0));
    const funnel = await ask<FunnelAnswer>(app.admin, `funnel?from=${from}&to=${to}`);
    const steps = await Promise.all(branches.map((one) => funnelByHand(app, one, { from, to }, null)));
    expect(stepOf(funnel, 'contacted')).toBe(steps.reduce((sum, { contacted }) => sum + contacted, 0));
    expect(funnel.recovery).toBeNull();
  });
});

describe('the funnel', () => {
  it('begins with the families in arrears at the end of the span, as the ageing of arrears tells them', async () => {
    for (const month of first.months) {
      const answer = await ask<FunnelAnswer>(head, `funnel?from=${first.months[0]}&to=${month}`);
      const { total, as_of } = await ask<AgeingAnswer>(head, `ageing?to=${month}`);
      expect([stepOf(answer, 'listed'), answer.listed_on]).toEqual([total.families, as_of]);
    }
    const now = await ask<FunnelAnswer>(head, `funnel?to=${first.months[4]}`);
    const owing = await app
      .knex('binaan')
      .where({ branch: first.id })
      .whereIn('status', ['active', 'muted'])
      .where('owed_months', '>=', 1);
    expect(now).toMatchObject({ listed_now: true });
    expect(stepOf(now, 'listed')).toBe(owing.length);
  });

  it('says each step as a share of the list', async () => {
    const { steps } = await ask<FunnelAnswer>(head, `funnel?to=${first.months[2]}`);
    const listed = steps[0]?.families ?? 0;
    expect(listed).toBeGreaterThan(0);
    for (const { families, share } of steps) expect(share).toBe(families / listed);
  });

  it('holds what was collected against the share of arrears that is due, over its own span', async () => {
    const [from, to] = [first.months[0] ?? '', first.months[4] ?? ''];
    await app.admin.post('/items/arrears_snapshot', {
      branch: first.id,
      as_of: `${from}-01`,
      source: 'Pernyataan cabang',
      amount: 10_000_000,
    });
    const { body } = await app.admin.post('/items/target', {
      branch: first.id,
      measure: 'arrears_share',
      scope: 'whole',
      month_from: from,
      month_to: to,
      per: 'span',
      adds_up: 'level',
      value: 7200,
    });
    const answer = await ask<FunnelAnswer>(head, 'funnel');
    expect(answer.span).toMatchObject({ from, to, chosen: 'target' });
    const payments = await app
      .knex('collection')
      .where({ branch: first.id })
      .whereIn('status', ['recorded', 'verified'])
      .whereBetween('month', [from, to]);
    const collected = payments.reduce((sum, { amount }) => sum + Number(amount), 0);
    expect(answer.recovery).toEqual({
      collected,
      rate: collected / 10_000_000,
      arrears: {
        as_of: `${from}-01`,
        source: 'Pernyataan cabang',
        amount: 10_000_000,
        share_bp: 7200,
        unexplained: null,
      },
      target: 7_200_000,
      attainment: collected / 7_200_000,
    });
    const same = await ask<AttainmentAnswer>(head, 'attainment?measure=arrears_share');
    expect(same.total).toEqual({ realised: collected, target: 7_200_000, attainment: collected / 7_200_000 });
    await app.admin.delete(`/items/target/${body.data.id}`);
  });
});

describe('contacts a day', () => {
  const month = () => query({ from: first.months[3] ?? '', to: first.months[3] ?? '' });

  it('are held against the policy where no target is set, and against the target where one is', async () => {
    const bare = await ask<ContactsAnswer>(head, `contacts?${month()}`);
    expect(bare).toMatchObject({ due_from: null, total: { due: null } });
    await app.knex('program_policy').where({ branch: first.id }).update({ contacts_per_day: 4 });
    const byPolicy = await ask<ContactsAnswer>(head, `contacts?${month()}`);
    expect(byPolicy).toMatchObject({ due_from: 'policy', total: { due: 4 } });
    await app.admin.post('/items/target', {
      branch: first.id,
      measure: 'contacts_per_day',
      scope: 'each_kader',
      month_from: first.months[0],
      month_to: first.months[4],
      per: 'day',
      adds_up: 'distinct',
      value: 5,
    });
    for (const { from, to } of spans(first)) {
      const answer = await ask<ContactsAnswer>(head, `contacts?from=${from}&to=${to}&by=kader`);
      expect(answer.due_from).toBe('target');
      // also of whoever joined on the way
      const partners = [answer.total, ...answer.rows].filter(({ kader_days: days }) => days > 0);
      for (const { due } of partners) expect(due).toBeCloseTo(5);
    }
    const one = await ask<ContactsAnswer>(head, `contacts?${month()}`);
    const { total } = await ask<AttainmentAnswer>(head, `attainment?measure=contacts_per_day&${month()}`);
    expect((one.total.daily ?? 0) / 5).toBeCloseTo(total.attainment ?? -1);
    const running = query({ from: first.months[4] ?? '', to: first.months[4] ?? '' });
    const now = await ask<ContactsAnswer>(head, `contacts?${running}`);
    const same = await ask<AttainmentAnswer>(head, `attainment?measure=contacts_per_day&${running}`);
    expect((now.total.daily ?? 0) / 5).toBeCloseTo(same.total.attainment ?? -1);
  });

  it('of several branches are held against what is due where something is, and leave out programmes that have ended', async () => {
    const span = query({ from: first.months[0] ?? '', to: first.months[4] ?? '' });
    await app.knex('branch').where({ id: strange.branch }).update({ last_month: strange.lastMonth });
    const all = await ask<ContactsAnswer>(app.admin, `contacts?${span}`);
    expect(all.total.due).toBeCloseTo(5);
    const dueOf = (branch: number) => all.rows.find(({ id }) => id === branch)?.due;
    expect(dueOf(first.id)).toBeCloseTo(5);
    expect(dueOf(branches[1]?.id ?? 0)).toBeNull();
    const now = await ask<ContactsAnswer>(
      app.admin,
      `contacts?${query({ from: strange.thisMonth, to: strange.thisMonth })}`,
    );
    expect(now.rows.map(({ id }) => id).sort()).toEqual(branches.map(({ id }) => id).sort());
    await app.knex('branch').where({ id: strange.branch }).update({ last_month: null });
  });

  it('names on a shared screen only kader who reach what is due, and counts the others', async () => {
    const all = await ask<ContactsAnswer>(head, `contacts?${month()}&by=kader`);
    const shared = await ask<ContactsAnswer>(head, `contacts?${month()}&by=kader&shared=true`);
    expect(all.rows.length).toBe(4);
    expect(shared).toMatchObject({ shared: true, rows: [], others: 4, total: all.total });
  });

  it('says who was on leave', async () => {
    const away = first.kader[1];
    await app.admin.post('/items/kader_event', {
      kader: away,
      kind: 'leave',
      on_date: `${first.months[3]}-05`,
      to_date: `${first.months[3]}-09`,
      reason: 'sakit',
      origin: 'person',
    });
    const { rows } = await ask<ContactsAnswer>(head, `contacts?${month()}&by=kader`);
    expect(rows.filter(({ on_leave }) => on_leave).map(({ id }) => id)).toEqual([away]);
  });

  it('tells of officers apart from kader', async () => {
    const { officers } = await ask<ContactsAnswer>(head, `contacts?${month()}`);
    const found = await app.knex('activity').where({ branch: first.id }).whereNull('kader');
    expect(officers).toBeGreaterThan(0);
    expect(officers).toBeLessThanOrEqual(found.length);
  });
});

describe('promises', () => {
  it('name kader to who coaches them, and to nobody on a shared screen', async () => {
    const named = await ask<PromisesAnswer>(head, 'promises?by=kader');
    expect(named.grouping).toBe('kader');
    expect(named.rows.every(({ id, name }) => (id === null) === (name === null))).toBe(true);
    const shared = await ask<PromisesAnswer>(head, 'promises?by=kader&shared=true');
    expect(shared).toMatchObject({ grouping: 'month', total: named.total });
  });
});

describe('who may see the work in the field', () => {
  const questions = ['funnel', 'contacts', 'promises'];

  it.each(['head', 'staff', 'auditor'] as const)('%s sees the figures of the branch', async (role) => {
    const who = await app.login(role, { branch: first.id });
    for (const question of questions) await ask(who, `${question}?branch=${first.id}`);
  });

  it.each(['telekolekting', 'integration'] as const)('%s sees none of them', async (role) => {
    const who = await app.login(role, { branch: first.id });
    for (const question of questions) expect(await refused(who, question)).toEqual([403, 'KADER_NOT_ALLOWED']);
  });

  it('nobody who is not signed in, or whose branch is empty, sees any', async () => {
    const nowhere = await app.login('head');
    for (const question of questions) {
      expect(await refused(app.public, question)).toEqual([403, 'KADER_NOT_ALLOWED']);
      expect(await refused(nowhere, question)).toEqual([403, 'KADER_NOT_ALLOWED']);
    }
  });

  it('the head of another branch sees nothing of this one', async () => {
    const stranger = await app.login('head', { branch: strange.branch });
    for (const question of questions) {
      expect(await refused(stranger, `${question}?branch=${first.id}`)).toEqual([403, 'KADER_NOT_ALLOWED']);
      expect(await refused(stranger, `${question}?kader=${first.kader[0]}`)).toEqual([403, 'KADER_NOT_ALLOWED']);
    }
    expect(await ask<PromisesAnswer>(stranger, 'promises')).toMatchObject({ gap: 'no-months', rows: [] });
  });

  it('a kader sees their own work only: no colleague, no officer, no arrears of the branch', async () => {
    const [own = 0, other = 0] = first.kader;
    const self = await app.login('kader', { branch: first.id, kader: own });
    const months = { from: first.months[0] ?? '', to: first.months[4] ?? '' };
    const funnel = await ask<FunnelAnswer>(self, `funnel?${query(months)}`);
    const byHand = await funnelByHand(app, first, months, [own]);
    expect(funnel).toMatchObject({ recovery: null, subject: { kader: { id: own } }, contacts: byHand.contacts });
    expect(stepOf(funnel, 'contacted')).toBe(byHand.contacted);
    const contacts = await ask<ContactsAnswer>(self, `contacts?${query(months)}&by=kader`);
    expect(contacts).toMatchObject({ shared: true, officers: null, others: 0, grouping: 'month' });
    expect(contacts.total.families).toBe((await contactsByHand(app, first, months, [own])).families);
    const promises = await ask<PromisesAnswer>(self, `promises?${query(months)}&by=kader`);
    expect(promises.grouping).toBe('month');
    expect(promises.total).toEqual(await promisesByHand(app, first, months, [own]));
    for (const question of questions) {
      expect(await refused(self, `${question}?kader=${other}`)).toEqual([403, 'KADER_NOT_ALLOWED']);
    }
  });
});

describe('a question of the field that cannot be read', () => {
  it.each([
    ['funnel?from=2022-01', 'to'],
    ['funnel?kader=satu', 'kader'],
    ['contacts?by=regency', 'by'],
    ['contacts?shared=ya', 'shared'],
    ['promises?to=2022-13', 'to'],
  ])('%s is refused by name', async (path, field) => {
    const { status, body } = await head.get(`/kader-jkn/monev/${path}`);
    expect(status).toBe(400);
    expect(body.errors[0].extensions).toMatchObject({ code: 'KADER_QUERY_INVALID', field });
  });
});
