import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DayList } from '../../extensions/kader-jkn/src/contract/day-list.ts';
import { explainReason } from '../../extensions/kader-jkn/src/core/day-plan-words.ts';
import type { DateText } from '../../extensions/kader-jkn/src/core/period.ts';
import { makePlan } from '../../extensions/kader-jkn/src/server/rehab/make-plan.ts';
import type { Client } from '../harness/index.ts';
import { getDirectus, type TestDirectus } from '../harness/index.ts';
import { type BooksFixture, makeBooks, makeFamily, makeKader } from './books-fixture.ts';

let app: TestDirectus;
let books: BooksFixture;
let staff: Client;

/** `YYYY-MM-DD` in WIB so many days from today. */
function dayFromNow(days: number): string {
  return new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
}

const today = dayFromNow(0);

async function make(name: string, fields: Record<string, unknown>): Promise<number> {
  const { status, body } = await app.admin.post(`/items/${name}`, fields);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.data.id;
}

const family = (fields: Record<string, unknown> = {}) =>
  makeFamily(app, { branch: books.branch, kader: books.kader, area: books.village, ...fields });

const contact = (binaan: number, days: number, fields: Record<string, unknown> = {}) =>
  make('activity', {
    branch: books.branch,
    kader: books.kader,
    binaan,
    at: `${dayFromNow(days)}T09:00:00+07:00`,
    channel: 'visit',
    outcome: 'met',
    ...fields,
  });

async function list(client: Client = staff, query = ''): Promise<DayList> {
  const { status, body } = await client.get(`/kader-jkn/day-list?kader=${books.kader}${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.data;
}

const firstReasons = ({ families }: DayList) => families.map(({ reasons }) => reasons[0]?.id);
const counted = ({ left_out }: DayList) => Object.fromEntries(left_out.map(({ why, count }) => [why, count]));

beforeAll(async () => {
  app = await getDirectus();
});

beforeEach(async () => {
  await app.reset();
  books = await makeBooks(app);
  await app.knex('program_policy').where({ branch: books.branch }).update({ contacts_per_day: 3, contact_cap_week: 2 });
  staff = await app.login('staff', { branch: books.branch });
});

describe("a kader's day", () => {
  it('names promises, broken promises and who asked, then fills up to the number of the policy', async () => {
    const due = await family();
    await contact(due, -10, { outcome: 'promised', promise_on: today, promise_amount: 70_000 });
    const broken = await family();
    await contact(broken, -10, { outcome: 'promised', promise_on: dayFromNow(-3) });
    const asked = await family();
    await contact(asked, -10, { follow_up_on: today });
    await family();

    const day = await list();
    expect(day.families.map(({ id }) => id).slice(0, 3)).toEqual([due, asked, broken]);
    expect(firstReasons(day)[0]).toBe('Janji bayar hari ini (Rp 70.000)');
    expect(firstReasons(day)[1]).toBe('Minta dihubungi hari ini');
    expect(firstReasons(day)[2]).toMatch(/^Janji .* belum ditepati$/);
    expect(day.families.length).toBe(3);
    expect(counted(day)).toEqual({ later: 2 });
    expect(day.held).toBe(5);
  });

  it('names families that missed an instalment, by what was paid up to that morning', async () => {
    await app.knex('program_policy').where({ branch: books.branch }).update({ instalment_count_max: 12 });
    const owing = await family();
    const startsOn = dayFromNow(-100) as DateText;
    await makePlan(app.knex, { binaan: owing, count: 6, startsOn, by: null, now: new Date() });
    const [first] = await app.knex('payment_plan_instalment').where({ number: 1 }).select('amount');
    const pay = (amount: number, paid_at: string) =>
      make('collection', { binaan: owing, amount, paid_at, kind: 'arrears', confirm_duplicate: true });
    await pay(first.amount, `${dayFromNow(-2)}T03:00:00Z`);

    const { count, lacking, since } = (
      await app.knex.raw(
        `select count(*)::integer as count, sum(amount)::integer as lacking, min(due_on)::text as since
          from payment_plan_instalment where number > 1 and due_on < ?`,
        [today],
      )
    ).rows[0];
    const words = explainReason({ kind: 'instalment-missed', count, since, lacking });
    const day = await list();
    expect(day.families[0]).toMatchObject({ id: owing, reasons: [words, expect.anything()] });

    await pay(lacking, new Date().toISOString());
    expect((await list()).families[0]).toMatchObject({ id: owing, reasons: [words, expect.anything()] });
    expect((await list(staff, `&date=${dayFromNow(1)}`)).families[0]?.reasons[0]).not.toEqual(words);

    const answer = await staff.get(`/kader-jkn/day-list/print?kader=${books.kader}`);
    const [carried = '', kept = ''] = String(answer.body).split('class="figures"');
    expect(carried).not.toMatch(/cicilan/i);
    expect(kept).toContain(words.id);
  });

  it('stays the same all day, and marks whom somebody contacted since', async () => {
    const due = await family();
    await contact(due, -10, { outcome: 'promised', promise_on: today });
    const before = await list();
    await contact(due, 0, { outcome: 'paid', at: new Date().toISOString() });
    await make('collection', { binaan: due, amount: 700_000, paid_at: new Date().toISOString(), kind: 'arrears' });
    const after = await list();
    expect(after.families.map(({ id }) => id)).toEqual(before.families.map(({ id }) => id));
    expect(after.families[0]).toMatchObject({ id: due, contacted: true });
  });

  it('leaves out and counts muted and capped families', async () => {
    const muted = await family();
    await make('mute', { binaan: muted, reason: 'hardship', until_date: dayFromNow(30) });
    await app
      .knex('mute')
      .where({ binaan: muted })
      .update({ status: 'approved', from_date: dayFromNow(-1) });
    const capped = await family();
    await contact(capped, -1);
    await contact(capped, -2);
    const day = await list();
    expect(day.families.map(({ id }) => id)).toEqual([books.family]);
    expect(counted(day)).toMatchObject({ muted: 1, capped: 1 });
    expect(day.left_out.find(({ why }) => why === 'capped')?.next).toBe(dayFromNow(5));
  });

  it('proposes phones where work is from home, and says who has none', async () => {
    await family({ phone: '0812-3456-789' });
    await make('work_mode', {
      branch: books.branch,
      area: books.district,
      mode: 'home',
      from_date: today,
      reason: 'PPKM',
    });
    const day = await list();
    expect(day.families.map(({ channel }) => channel)).toEqual(['whatsapp']);
    expect(counted(day)).toEqual({ 'no-phone': 1 });
    expect(day.modes).toMatchObject([{ mode: 'home', said: 'branch', reason: 'PPKM' }]);
  });

  it('lets a branch say how it works in its own areas only', async () => {
    const elsewhere = await makeBooks(app);
    const regency = await app.knex('area').where({ id: elsewhere.district }).first('parent');
    await app.knex('area').where({ id: regency.parent }).update({ branch: elsewhere.branch });
    const rule = { branch: books.branch, mode: 'home', from_date: today };
    const refused = await staff.post('/items/work_mode', { ...rule, area: elsewhere.village });
    expect(refused.body.errors[0].extensions.code).toBe('KADER_BRANCH_MISMATCH');
    const backwards = await staff.post('/items/work_mode', { ...rule, to_date: dayFromNow(-1) });
    expect(backwards.body.errors[0].extensions.code).toBe('KADER_VALUE_INVALID');
    expect((await staff.post('/items/work_mode', { ...rule, area: books.village })).status).toBe(200);
  });

  it('is of the families that the kader held on that day', async () => {
    const later = await makeKader(app, { branch: books.branch });
    await make('assignment', {
      branch: books.branch,
      binaan: await family({ kader: null }),
      kader: later,
      from_date: today,
    });
    const { status, body } = await staff.get(`/kader-jkn/day-list?kader=${later}&date=${dayFromNow(-1)}`);
    expect([status, body.data.held]).toEqual([200, 0]);
    expect((await staff.get(`/kader-jkn/day-list?kader=${later}`)).body.data.held).toBe(1);
  });
});

describe('who may have it', () => {
  const path = () => `/kader-jkn/day-list?kader=${books.kader}`;

  it('is the kader, staff and head of the branch, and administrators', async () => {
    const kader = await app.login('kader', { branch: books.branch, kader: books.kader });
    expect((await list(kader)).families.map(({ id }) => id)).toEqual([books.family]);
    expect((await kader.get('/kader-jkn/day-list')).body.data.kader.id).toBe(books.kader);
    await list(await app.login('head', { branch: books.branch }));
    await list(app.admin);
  });

  it('is nobody else', async () => {
    const elsewhere = await makeBooks(app);
    const other = await makeKader(app, { branch: books.branch });
    for (const [role, fields, status] of [
      ['telekolekting', { branch: books.branch }, 403],
      ['auditor', {}, 403],
      ['integration', { branch: books.branch }, 403],
      ['staff', { branch: elsewhere.branch }, 404],
      ['staff', {}, 404],
      ['kader', { branch: books.branch, kader: other }, 404],
      ['kader', { branch: books.branch }, 404],
    ] as const) {
      const client = await app.login(role, fields);
      expect([role, (await client.get(path())).status]).toEqual([role, status]);
      expect([role, (await client.get(path().replace('?', '/print?'))).status]).toEqual([role, status]);
    }
    expect((await app.public.get(path())).status).toBe(401);
  });
});

describe('the paper', () => {
  it('keeps numbers of persons and what is owed away from the names, and leaves a trace', async () => {
    const kk = '3374010101180012';
    const named = await family({ kk_number: kk, head_name: 'Siti <Contoh>', phone: '081234567890' });
    for (const paper of ['a4', '80', '58']) {
      const answer = await staff.get(`/kader-jkn/day-list/print?kader=${books.kader}&paper=${paper}`);
      const page = String(answer.body);
      expect(answer.status).toBe(200);
      const [carried = '', kept = ''] = page.split('class="figures"');
      expect(carried).toContain('Siti &lt;Contoh&gt;');
      expect(carried).not.toContain('Rp 840.000');
      expect(carried).not.toMatch(/menunggak|tunggakan|081234567890/i);
      expect(kept).toContain('Rp 840.000');
      expect(kept).not.toContain('Siti');
      expect(page).not.toContain(kk);
    }
    const traces = await app.knex('directus_activity').where({ action: 'day-list', item: String(books.kader) });
    expect(traces.map(({ user }) => user)).toEqual([staff.id, staff.id, staff.id]);
    expect(named).toBeGreaterThan(0);
  });

  it('refuses what it cannot read', async () => {
    const refused = async (query: string) =>
      (await staff.get(`/kader-jkn/day-list${query}`)).body.errors[0].extensions.code;
    expect(await refused(`?kader=${books.kader}&date=2022-02-30`)).toBe('KADER_QUERY_INVALID');
    expect(await refused(`/print?kader=${books.kader}&paper=a3`)).toBe('KADER_QUERY_INVALID');
    expect(await refused('')).toBe('KADER_KADER_UNKNOWN');
  });
});
