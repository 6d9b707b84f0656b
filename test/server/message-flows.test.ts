import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { flowIds } from '../../extensions/kader-jkn/src/contract/access.ts';
import { flows } from '../../seeds/reference/flows.ts';
import { getDirectus, type TestDirectus } from '../harness/index.ts';
import { makeFamily, makeKader } from './books-fixture.ts';
import { close, makePartner, makeProgramme, type Programme, pay } from './programme-fixture.ts';

let app: TestDirectus;
let programme: Programme;

const dayMs = 86_400_000;
const everySecond = '* * * * * *';

/** The day so many days from now, in WIB. */
const day = (from: number) => new Date(Date.now() + 7 * 3_600_000 + from * dayMs).toISOString().slice(0, 10);

interface Run {
  id: number;
  steps: { key: string; status: string }[];
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of the result
  data: any;
}

async function runsSince(flow: string, last: number): Promise<Run[]> {
  const rows = await app
    .knex('directus_revisions')
    .where({ collection: 'directus_flows', item: flow })
    .where('id', '>', last)
    .whereRaw(`data::jsonb -> 'steps' is not null`)
    .orderBy('id');
  return rows.map(({ id, data }) => ({ id, ...(typeof data === 'string' ? JSON.parse(data) : data) }));
}

async function until<T>(found: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 400; tries += 1) {
    const one = await found();
    if (one !== undefined) return one;
    await wait(50);
  }
  throw new Error('The flow did not run');
}

async function change(path: string, fields: Record<string, unknown>): Promise<void> {
  const { status, body } = await app.admin.patch(path, fields);
  if (status !== 200) throw new Error(`${path}: ${JSON.stringify(body)}`);
}

const newestRevision = async (): Promise<number> =>
  Number((await app.knex('directus_revisions').max('id as id').first())?.['id'] ?? 0);

/** Lets the clock of Directus run a seeded flow, switched on as an administrator would, at least once. */
async function runByClock(flow: string): Promise<Run> {
  const before = await app.knex('directus_flows').where({ id: flow }).first('status', 'options', 'accountability');
  const last = await newestRevision();
  await change(`/flows/${flow}`, { status: 'active', options: { cron: everySecond }, accountability: 'all' });
  try {
    return await until(async () => (await runsSince(flow, last))[0]);
  } finally {
    await change(`/flows/${flow}`, before);
    // a run that began before the clock stopped ends before the next test looks
    await wait(200);
  }
}

interface Sent {
  key: string;
  channel: string;
  item: number | null;
  to: number | string;
}

/** Every message queued since, as [template, channel, record, recipient]. */
async function queuedSince(last: number): Promise<Sent[]> {
  const rows = await app.knex('message').where('id', '>', last).orderBy('id');
  return rows.map((row) => ({
    key: row.template_key,
    channel: row.channel,
    item: row.item,
    to: row.recipient_kind === 'family' ? row.binaan : (row.recipient_user ?? row.kader),
  }));
}

const newestMessage = async (): Promise<number> =>
  Number((await app.knex('message').max('id as id').first())?.['id'] ?? 0);

/** Runs a flow twice: the messages of the first run; the second must have none. */
async function messagesOf(flow: string): Promise<{ sent: Sent[]; run: Run; again: Run }> {
  const before = await newestMessage();
  const run = await runByClock(flow);
  const sent = await queuedSince(before);
  const after = await newestMessage();
  const again = await runByClock(flow);
  expect(await queuedSince(after)).toEqual([]);
  const isOk = ({ steps }: Run) => steps.every(({ status }) => status === 'resolve');
  expect([isOk(run), isOk(again)]).toEqual([true, true]);
  return { sent, run, again };
}

const bySent = (one: Sent, other: Sent) =>
  `${one.key}${one.item}${one.to}`.localeCompare(`${other.key}${other.item}${other.to}`);
const sorted = (sent: Sent[]) => [...sent].sort(bySent);

async function make(name: string, fields: Record<string, unknown>): Promise<number> {
  const { status, body } = await app.admin.post(`/items/${name}`, fields);
  if (status !== 200) throw new Error(`${name}: ${JSON.stringify(body)}`);
  return body.data.id;
}

/** The flows stand in the instance since before: what is made from now on is news to them. */
beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  programme = await makeProgramme(app);
  await app.knex('directus_flows').update({ date_created: new Date(Date.now() - 1000) });
});

describe('a fresh installation on books that are old', () => {
  it('sends nothing of what was there before it', async () => {
    const own = await makeProgramme(app);
    const { families } = await makePartner(app, own, 1);
    await makePartner(app, own, 1);
    for (const month of own.months.slice(0, 3)) {
      await pay(own, families[0], month);
      await close(app, own, month);
    }
    expect(await app.knex('partnership_review').where({ branch: own.branch })).toHaveLength(1);
    // the flows came after all of it
    await app.knex('directus_flows').update({ date_created: new Date(Date.now() + 1000) });
    const before = await newestMessage();
    const on = flows.filter(({ status, trigger }) => status === 'active' && trigger === 'schedule');
    for (const { id } of on) await runByClock(id);
    const sent = (await queuedSince(before)).filter(({ key }) => key !== 'close_reminder');
    expect(sent).toEqual([]);
    // what is due is not history: one reminder to a head, of the oldest month
    const reminders = await app.knex('message').where({ branch: own.branch, template_key: 'close_reminder' });
    expect(reminders.map(({ recipient_user }) => recipient_user)).toEqual([own.head.id]);
    await app.knex('branch').where({ id: own.branch }).update({ status: 'archived' });
    await app.knex('directus_flows').update({ date_created: new Date(Date.now() - 1000) });
  }, 120_000);
});

describe('the seeded flows, run by the clock of Directus', () => {
  it('remind heads of the oldest month that is over and open', async () => {
    const { sent } = await messagesOf(flowIds.closeReminder);
    const oldest = await app.knex('period').where({ branch: programme.branch, month: programme.months[0] }).first('id');
    expect(sent).toEqual([]);
    const again = await app.knex('message').where({ template_key: 'close_reminder', branch: programme.branch });
    expect(again.map(({ item, channel, recipient_user }) => [item, channel, recipient_user])).toEqual([
      [oldest.id, 'email', programme.head.id],
    ]);
  }, 60_000);

  it('send each statement of a closed month to its kader, and the summary to the head', async () => {
    const mailed = await makePartner(app, programme, 1, { email: 'siti@example.com' });
    const other = await makePartner(app, programme, 1, { email: null, phone: '081200000001' });
    const months = programme.months.slice(0, 4);
    for (const month of months) {
      await pay(programme, mailed.families[0], month);
      await pay(programme, other.families[0], month, 35_000);
      await close(app, programme, month);
    }
    const { sent, run, again } = await messagesOf(flowIds.monthlyStatements);
    const { branch } = programme;
    // months that ended long ago are history
    const told = await app.knex('commission').where({ branch }).whereIn('month', months.slice(2)).select('id', 'kader');
    const closed = await app.knex('period').where({ branch }).whereIn('month', months.slice(2)).pluck('id');
    expect(sorted(sent)).toEqual(
      sorted([
        ...told.map(({ id, kader }) => ({
          ...{ key: 'statement', item: id, to: kader },
          channel: kader === mailed.kader ? 'email' : 'whatsapp',
        })),
        ...closed.map((item) => ({ key: 'month_summary', channel: 'email', item, to: programme.head.id ?? '' })),
      ]),
    );
    expect(sent).toHaveLength(6);
    expect(run.data.statements).toEqual({ audience: 'statements_ready', queued: 4, repeated: 0, waiting: [] });
    expect(again.data.summary).toEqual({ audience: 'month_summary', queued: 0, repeated: 2, waiting: [] });
  }, 60_000);

  it('send warnings and invitations to whom a close warned or put under review', async () => {
    const idle = await makePartner(app, programme, 1, { joined_on: '2020-01-01' });
    await make('kader_event', { kader: idle.kader, kind: 'warned', on_date: day(0), reason: 'Belum ada penerimaan' });
    const warning = await app.knex('kader_event').where({ kader: idle.kader, kind: 'warned' }).first('id');
    expect((await messagesOf(flowIds.warningLetters)).sent).toEqual([
      { key: 'warning_1', channel: 'whatsapp', item: warning.id, to: idle.kader },
    ]);
    const review = await make('partnership_review', {
      ...{ kader: idle.kader, branch: programme.branch, reason: 'manual', evidence: 'Perlu dibicarakan.' },
      ...{ opened_on: day(0), status: 'open' },
    });
    expect((await messagesOf(flowIds.reviewInvitation)).sent).toEqual([
      { key: 'review_invitation', channel: 'whatsapp', item: review, to: idle.kader },
    ]);
  }, 60_000);

  it('send each kader who holds families the list of the week', async () => {
    const before = await app
      .knex('kader')
      .where({ branch: programme.branch, status: 'active' })
      .orderBy('id')
      .pluck('id');
    await makeKader(app, { branch: programme.branch });
    const { sent } = await messagesOf(flowIds.weekList);
    expect(sent.map(({ key, item, to }) => [key, item, to])).toEqual(before.map((id) => ['week_list', id, id]));
  }, 60_000);

  it("remind families of tomorrow's promise; a large batch waits for the head", async () => {
    const { kader, families } = await makePartner(app, programme, 3);
    const promised: number[] = [];
    for (const [index, binaan] of families.entries()) {
      promised.push(
        await make('activity', {
          ...{ branch: programme.branch, binaan, kader, at: new Date(Date.now() - dayMs).toISOString() },
          ...{ channel: 'visit', outcome: 'promised', promise_on: day(index === 2 ? 2 : 1), promise_amount: 70_000 },
        }),
      );
    }
    await app.knex('program_policy').where({ branch: programme.branch }).update({ message_approval_above: 1 });
    const { sent, run } = await messagesOf(flowIds.promiseReminder);
    expect(sent).toEqual(
      [0, 1].map((index) => ({
        ...{ key: 'promise_reminder', channel: 'whatsapp', item: promised[index], to: families[index] },
      })),
    );
    const batches = await app.knex('message_batch').where({ branch: programme.branch });
    expect(batches).toMatchObject([{ status: 'waiting', size: 2, template_key: 'promise_reminder', asked_by: null }]);
    expect(run.data.remind_families.waiting).toEqual([batches[0].id]);
  }, 60_000);

  it('congratulate kader on the day on which they joined', async () => {
    const kader = await makeKader(app, { branch: programme.branch, joined_on: `2020-${day(0).slice(5)}` });
    const tomorrow = await makeKader(app, { branch: programme.branch, joined_on: `2020-${day(1).slice(5)}` });
    const { sent } = await messagesOf(flowIds.contractAnniversary);
    expect(sent).toContainEqual({ key: 'contract_anniversary', channel: 'whatsapp', item: kader, to: kader });
    expect(sent.map(({ to }) => to)).not.toContain(tomorrow);
  }, 60_000);

  it('send receipts of what was paid today, recorded by whom ever', async () => {
    const { families } = await makePartner(app, programme, 1);
    const paid_at = new Date(Date.now() - 60_000).toISOString();
    const paid = await make('collection', { binaan: families[0], amount: 70_000, paid_at, confirm_duplicate: true });
    const { sent } = await messagesOf(flowIds.receipts);
    expect(sent).toContainEqual({ key: 'receipt', channel: 'whatsapp', item: paid, to: families[0] });
    const standing = await app
      .knex('collection')
      .where({ branch: programme.branch })
      .where('paid_at', '>', new Date(Date.now() - 31 * dayMs));
    expect(sent.map(({ item }) => item).sort()).toEqual(standing.map(({ id }) => id).sort());
  }, 60_000);

  it('audit at night, and tell administrators only where something differs', async () => {
    const before = await newestMessage();
    const clean = await runByClock(flowIds.nightlyAudit);
    expect(clean.data.audit).toMatchObject({ clean: true, count: 0 });
    expect(clean.steps.map(({ key, status }) => `${key}: ${status}`)).toEqual(['audit: resolve', 'differs: reject']);
    expect(await queuedSince(before)).toEqual([]);

    const family = await makeFamily(app, { branch: programme.branch });
    await app.knex.raw('alter table binaan disable trigger user');
    await app.knex('binaan').where({ id: family }).update({ paid_amount: 7 });
    await app.knex.raw('alter table binaan enable trigger user');
    const { sent, run } = await messagesOf(flowIds.nightlyAudit);
    expect(sent).toEqual([{ key: 'notice', channel: 'email', item: null, to: app.admin.id }]);
    expect(run.data.audit.count).toBeGreaterThan(0);
    const [message] = await app.knex('message').where({ template_key: 'notice' }).orderBy('id', 'desc');
    expect(message.data.title).toBe(`Audit malam menemukan ${run.data.audit.count} selisih`);
    expect(message.data.lines).toHaveLength(run.data.audit.text.split('\n').length);
    expect(message.branch).toBeNull();
  }, 90_000);
});

describe('the seeded flow of an event', () => {
  it('welcomes a kader once they are active, whoever made them so, and once', async () => {
    await change(`/flows/${flowIds.welcome}`, { status: 'active', accountability: 'all' });
    try {
      const before = await newestMessage();
      const last = await newestRevision();
      await app.knex('program_policy').where({ branch: programme.branch }).update({ training_required: false });
      const contract = { contract_number: '012/KJ', contract_from: day(0), contract_to: day(365) };
      const kader = await makeKader(app, {
        ...{ branch: programme.branch, status: 'candidate', joined_on: null, ...contract },
      });
      await until(async () => (await runsSince(flowIds.welcome, last))[0]);
      expect(await queuedSince(before)).toEqual([]);
      await programme.head.post(`/kader-jkn/kader/${kader}/step/brief`, { on_date: day(-1) });
      const step = await programme.head.post(`/kader-jkn/kader/${kader}/step/activate`, { joined_on: day(0) });
      expect([step.status, step.body.errors]).toEqual([200, undefined]);
      await until(async () => (await runsSince(flowIds.welcome, last))[1]);
      await programme.staff.patch(`/items/kader/${kader}`, { note: 'Sudah datang ke kantor.' });
      const [, second, third] = await until(async () => {
        const runs = await runsSince(flowIds.welcome, last);
        return runs.length > 2 ? runs : undefined;
      });
      expect([second?.data.welcome.queued, third?.data.welcome.queued]).toEqual([1, 0]);
      expect(await queuedSince(before)).toEqual([{ key: 'welcome', channel: 'whatsapp', item: kader, to: kader }]);
    } finally {
      await change(`/flows/${flowIds.welcome}`, { status: 'inactive', accountability: 'activity' });
    }
  }, 60_000);
});

describe('all of the seeded flows', () => {
  it('were run here', () => {
    const run = new Set<string>(Object.values(flowIds));
    const automatic = flows.filter(({ trigger }) => trigger !== 'manual').map(({ id }) => id);
    expect(automatic.filter((id) => !run.has(id))).toEqual([]);
  });
});
