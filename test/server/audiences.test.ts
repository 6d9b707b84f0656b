import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AudienceFilter, AudienceKey } from '../../extensions/kader-jkn/src/contract/message-audiences.ts';
import { messageAudiences } from '../../extensions/kader-jkn/src/contract/message-audiences.ts';
import type { MessageAbout } from '../../extensions/kader-jkn/src/contract/message-contexts.ts';
import type { QueueRequest } from '../../extensions/kader-jkn/src/contract/message-records.ts';
import { readAudience } from '../../extensions/kader-jkn/src/server/messages/audiences/read-audience.ts';
import { queueMessages } from '../../extensions/kader-jkn/src/server/messages/queue-messages.ts';
import { getDirectus, type TestDirectus } from '../harness/index.ts';
import { makeFamily, makeKader, monthFromNow } from './books-fixture.ts';
import { close, makePartner, makeProgramme, type Programme, pay, periodOf } from './programme-fixture.ts';

let app: TestDirectus;
let programme: Programme;

const dayMs = 86_400_000;

/** The day so many days from now, in WIB. */
function day(from: number): string {
  return new Date(Date.now() + 7 * 3_600_000 + from * dayMs).toISOString().slice(0, 10);
}

interface Asked {
  branch?: number | null;
  filter?: AudienceFilter;
  about?: MessageAbout;
  after?: string | null;
  now?: Date;
  notice?: { title: string; text: string };
}

async function ask(audience: AudienceKey, asked: Asked = {}): Promise<QueueRequest[]> {
  const { branch = programme.branch, filter = {}, after = null, now = new Date(), notice = null } = asked;
  const about = asked.about ?? messageAudiences[audience].about[0];
  const call = { audience, branch, filter, about, notice, after, now };
  return await readAudience(app.knex, call, { template: null, channel: 'best', cause: 'flow' });
}

const items = (requests: QueueRequest[]) => requests.map(({ item }) => item);
const to = (requests: QueueRequest[]) => requests.map(({ recipient }) => Object.values(recipient)[1]);

async function make(name: string, fields: Record<string, unknown>): Promise<number> {
  const { status, body } = await app.admin.post(`/items/${name}`, fields);
  if (status !== 200) throw new Error(`${name}: ${JSON.stringify(body)}`);
  return body.data.id;
}

async function promise(binaan: number, on: string, kader: number): Promise<number> {
  const at = new Date(Date.now() - dayMs).toISOString();
  return await make('activity', {
    ...{ branch: programme.branch, binaan, kader, at, channel: 'visit' },
    ...{ outcome: 'promised', promise_on: on, promise_amount: 70_000, cap_reason: 'Uji' },
  });
}

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  programme = await makeProgramme(app);
});

describe('families in arrears', () => {
  it('are the active ones that owe, narrowed by months, kader, desa and number', async () => {
    const { kader, families } = await makePartner(app, programme, 2);
    const [one = 0, other = 0] = families;
    const few = await makeFamily(app, { branch: programme.branch, kader, listed_months: 1, listed_amount: 70_000 });
    const quiet = await makeFamily(app, {
      branch: programme.branch,
      kader,
      listed_months: 0,
      listed_amount: 0,
      listed_as_of: day(0),
    });
    const muted = await makeFamily(app, { branch: programme.branch, kader, status: 'off_list' });
    const named = async (filter: AudienceFilter) => items(await ask('families_in_arrears', { filter }));
    expect(await named({ kader: [kader] })).toEqual([one, other, few]);
    expect(await named({ kader: [kader], months_from: 10 })).toEqual([one, other]);
    expect(await named({ kader: [kader], months_to: 9 })).toEqual([few]);
    expect(await named({ ids: [other, quiet, muted] })).toEqual([other]);
    expect(await named({ kader: [kader], areas: [1] })).toEqual([]);
  });

  it('are left in peace until the day of their promise has passed', async () => {
    const { kader, families } = await makePartner(app, programme, 2);
    const [promised = 0, free = 0] = families;
    await promise(promised, day(2), kader);
    expect(items(await ask('families_in_arrears', { filter: { kader: [kader] } }))).toEqual([free]);
    const later = new Date(Date.now() + 3 * dayMs);
    expect(items(await ask('families_in_arrears', { filter: { kader: [kader] }, now: later }))).toEqual([
      promised,
      free,
    ]);
  });
});

describe("tomorrow's promises", () => {
  it('are the open ones of that day, the newest of a family, and are told until the end of it', async () => {
    const { kader, families } = await makePartner(app, programme, 3);
    const [tomorrow = 0, later = 0, twice = 0] = families;
    const first = await promise(tomorrow, day(1), kader);
    await promise(later, day(2), kader);
    await promise(twice, day(1), kader);
    const newest = await promise(twice, day(1), kader);
    const asked = await ask('promises_tomorrow', { filter: { kader: [kader] } });
    expect(items(asked)).toEqual([first, newest]);
    expect(to(asked)).toEqual([tomorrow, twice]);
    expect(asked[0]?.notAfter).toBe(new Date(`${day(2)}T00:00:00+07:00`).toISOString());
  });
});

describe('sharing of families', () => {
  it('names families and their new kader once, and nobody of long ago', async () => {
    const { kader } = await makePartner(app, programme, 0);
    const [fresh, known] = await Promise.all(
      [-1, -30].map(async (from) => {
        const binaan = await makeFamily(app, { branch: programme.branch });
        await make('assignment', { binaan, kader, branch: programme.branch, from_date: day(from), reason: 'list' });
        return binaan;
      }),
    );
    const lately = { filter: { kader: [kader], days: 3 } };
    expect(items(await ask('families_assigned', lately))).toEqual([fresh]);
    expect(items(await ask('families_assigned', { filter: { ids: [fresh ?? 0, known ?? 0], days: 31 } }))).toEqual([
      fresh,
      known,
    ]);
    expect(to(await ask('kader_given_families', lately))).toEqual([kader]);
    expect(await ask('kader_given_families', { ...lately, after: new Date().toISOString() })).toEqual([]);
  });
});

describe('payments received', () => {
  it('are those that stand and were recorded lately, of money that is not old', async () => {
    const { kader, families } = await makePartner(app, programme, 3);
    const paid_at = new Date(Date.now() - 60_000).toISOString();
    const paid = (binaan: number | undefined) => make('collection', { binaan, amount: 70_000, paid_at });
    const fine = await paid(families[0]);
    const old = await pay(programme, families[1], programme.months[2]);
    const wrong = await paid(families[2]);
    await programme.staff.patch(`/items/collection/${wrong}`, { status: 'void', void_reason: 'Salah catat.' });
    const asked = await ask('payments_received', { filter: { kader: [kader] } });
    expect(items(asked)).toEqual([fine]);
    expect(asked[0]).toMatchObject({ key: 'receipt', recipient: { kind: 'family', binaan: families[0] } });
    expect(items(asked)).not.toContain(old);
    expect(await ask('payments_received', { filter: { kader: [kader] }, after: new Date().toISOString() })).toEqual([]);
  });
});

describe('kader', () => {
  it('who are active get the weekly list once a week where they hold families, notices once a day for the same words', async () => {
    const { kader } = await makePartner(app, programme, 1);
    const idle = await makeKader(app, { branch: programme.branch });
    await makeKader(app, { branch: programme.branch, status: 'candidate', joined_on: null });
    const filter = { kader: [kader, idle] };
    const monday = new Date('2026-03-02T02:00:00Z');
    const sunday = new Date('2026-03-08T15:00:00Z');
    const next = new Date('2026-03-08T18:00:00Z');
    const [list, same, other] = await Promise.all(
      [monday, sunday, next].map((now) => ask('kader_active', { filter, now })),
    );
    expect(to(list ?? [])).toEqual([kader]);
    expect(list?.[0]).toMatchObject({ item: kader, notAfter: '2026-03-08T17:00:00.000Z' });
    expect(same?.[0]?.dedupe).toBe(list?.[0]?.dedupe);
    expect(other?.[0]?.dedupe).not.toBe(list?.[0]?.dedupe);

    const say = (text: string) => ask('kader_active', { filter, about: 'notice', notice: { title: 'Libur', text } });
    const [one, again, different] = await Promise.all(['Besok', 'Besok', 'Lusa'].map(say));
    expect(to(one ?? [])).toEqual([kader, idle]);
    expect(one?.[0]).toMatchObject({ item: null, about: 'notice', data: { title: 'Libur', text: 'Besok' } });
    expect(again?.map(({ dedupe }) => dedupe)).toEqual(one?.map(({ dedupe }) => dedupe));
    expect(different?.[0]?.dedupe).not.toBe(one?.[0]?.dedupe);
  });

  it('who joined lately are welcomed, and congratulated each year, on 28 February where it was the 29th', async () => {
    const fresh = await makeKader(app, { branch: programme.branch, joined_on: day(-2) });
    const leap = await makeKader(app, { branch: programme.branch, joined_on: '2024-02-29' });
    const filter = { kader: [fresh, leap] };
    expect(to(await ask('kader_welcome', { filter }))).toEqual([fresh]);
    expect(to(await ask('kader_welcome', { filter: { ...filter, days: 1 } }))).toEqual([]);
    const on = async (now: string) =>
      to(await ask('contract_anniversaries', { filter, now: new Date(`${now}T03:00:00Z`) }));
    expect(await on('2025-02-28')).toEqual([leap]);
    expect(await on('2028-02-29')).toEqual([leap]);
    expect(await on('2028-02-28')).toEqual([]);
    expect(await on('2024-02-29')).toEqual([]);
  });
});

describe('what a close brings', () => {
  it('reaches each kader and head once, and not again for a month of long ago', async () => {
    const own = await makeProgramme(app);
    const branch = own.branch;
    const idle = await makePartner(app, own, 1);
    const busy = await makePartner(app, own, 1);
    const before = new Date().toISOString();
    for (const month of own.months.slice(0, 4)) {
      await pay(own, busy.families[0], month);
      await close(app, own, month);
    }
    const [, second, , fourth] = own.months;
    const monthsOf = async (requests: QueueRequest[]) =>
      await app
        .knex('commission')
        .whereIn('id', items(requests) as number[])
        .orderBy('month')
        .distinct()
        .pluck('month');

    // a person may ask for any month; a flow tells of those not long over that were closed since it was made
    const all = await ask('statements_ready', { branch });
    expect(all).toHaveLength(8);
    const lately = await ask('statements_ready', { branch, after: before });
    expect(await monthsOf(lately)).toEqual(own.months.slice(2, 4));
    expect(await ask('statements_ready', { branch, after: new Date().toISOString() })).toEqual([]);
    expect(
      to(await ask('statements_ready', { branch, filter: { month: second ?? null, kader: [busy.kader] } })),
    ).toEqual([busy.kader]);

    expect(to(await ask('month_summary', { branch, after: before, filter: { month: fourth ?? null } }))).toEqual([
      own.head.id,
    ]);
    expect(to(await ask('warnings_new', { branch }))).toEqual([idle.kader]);
    expect((await ask('warnings_new', { branch }))[0]?.key).toBe('warning_1');
    expect(await ask('warnings_new', { branch, after: before })).toEqual([]);
    expect(to(await ask('reviews_opened', { branch }))).toEqual([idle.kader]);
    expect(to(await ask('reviews_opened', { branch, after: before }))).toEqual([idle.kader]);

    await make('kader_event', { kader: idle.kader, kind: 'warned', on_date: day(0), reason: 'Belum ada perubahan' });
    expect((await ask('warnings_new', { branch })).map(({ key }) => key)).toEqual(['warning_1', 'warning_2']);

    // a month closed anew tells again only whose figures are others
    const period = await periodOf(app, own, fourth);
    const reopened = await own.head.post(`/kader-jkn/periods/${period}/reopen`, { reason: 'Ada yang terlewat.' });
    expect(reopened.status).toBe(200);
    await pay(own, busy.families[0], fourth, 70_000, '06');
    await close(app, own, fourth);
    const anew = (await ask('statements_ready', { branch })).filter(
      ({ dedupe }) => !all.some((one) => one.dedupe === dedupe),
    );
    expect(to(anew)).toEqual([busy.kader]);

    // the oldest month that is over and open, once its last money had two days to be recorded
    const on = (date: string) =>
      ask('months_to_close', { branch, now: new Date(`${monthFromNow(0)}-${date}T03:00:00Z`) });
    expect(await on('02')).toEqual([]);
    const due = await on('03');
    expect(to(due)).toEqual([own.head.id]);
    expect(
      await app
        .knex('period')
        .where({ id: items(due)[0] })
        .first('month'),
    ).toEqual({ month: own.months[4] });
    expect(items(await on('28'))).toEqual(items(due));
    expect((await on('28'))[0]?.dedupe).not.toBe(due[0]?.dedupe);
  });
});

describe('sessions and administrators', () => {
  it('invites the active kader of the branch to a planned session, again when it moves', async () => {
    const own = await makeProgramme(app);
    const { kader } = await makePartner(app, own, 1);
    const session = await make('monev_session', { branch: own.branch, month: own.months[4], held_on: day(3) });
    const invited = () => ask('session_invited', { branch: own.branch, filter: { session } });
    const first = await invited();
    expect(first[0]).toMatchObject({ item: session, about: 'session', recipient: { kind: 'kader', kader } });
    await app.admin.patch(`/items/monev_session/${session}`, { held_on: day(5) });
    expect((await invited())[0]?.dedupe).not.toBe(first[0]?.dedupe);
    expect(await ask('session_invited', { filter: { session } })).toEqual([]);
  });

  it('mails users of the branch what they have not read in a day, once a day and in their language', async () => {
    const own = await makeProgramme(app);
    const { head, staff } = own;
    await app.knex('directus_users').whereIn('id', [head.id, staff.id]).update({ email_notifications: true });
    await app.knex('directus_users').where({ id: staff.id }).update({ language: 'en-US' });
    await app.knex('directus_notifications').whereIn('recipient', [head.id, staff.id]).delete();
    const notify = (recipient: string | null, subject: string, hoursAgo: number, status = 'inbox') =>
      app
        .knex('directus_notifications')
        .insert({ recipient, subject, status, timestamp: new Date(Date.now() - hoursAgo * 3_600_000) });
    await notify(head.id, 'Sanggahan baru', 2);
    await notify(head.id, 'Peninjauan dibuka', 1);
    await notify(head.id, 'Dibaca', 1, 'archived');
    await notify(head.id, 'Kemarin lusa', 40);
    await notify(staff.id, 'A list is in', 3);
    const unread = () => ask('notices_unread', { branch: own.branch });
    const [first, second] = (await unread()).sort((one) =>
      one.recipient.kind === 'user' && one.recipient.user === head.id ? -1 : 1,
    );
    expect(first).toMatchObject({ recipient: { user: head.id }, language: 'id-ID', about: 'notice' });
    expect(first?.data).toMatchObject({
      title: '2 pemberitahuan belum dibaca',
      lines: ['Peninjauan dibuka', 'Sanggahan baru'],
    });
    expect(second).toMatchObject({
      recipient: { user: staff.id },
      language: 'en-US',
      data: { title: '1 notice not read yet', lines: ['A list is in'] },
    });
    expect((await unread()).map(({ dedupe }) => dedupe).sort()).toEqual([first?.dedupe, second?.dedupe].sort());
    // nothing of before the flow was made, and nobody who wants no mail
    expect(
      to(await ask('notices_unread', { branch: own.branch, after: new Date(Date.now() - 9_000_000).toISOString() })),
    ).toEqual([head.id]);
    await app.knex('directus_users').where({ id: head.id }).update({ email_notifications: false });
    expect(to(await unread())).toEqual([staff.id]);
  });

  it('tells administrators alone', async () => {
    const second = await app.login('administrator');
    const { role: parent } = await app.knex('directus_users').where({ id: app.admin.id }).first('role');
    const [below] = await app
      .knex('directus_roles')
      .insert({ id: randomUUID(), name: 'Wakil', parent })
      .returning('id');
    const third = await app.login('staff', { role: below.id });
    await app
      .knex('directus_users')
      .where({ id: (await app.login('administrator')).id })
      .update({ status: 'suspended' });
    const told = await ask('administrators', { branch: null, notice: { title: 'Selisih', text: 'Dua' } });
    expect(to(told).sort()).toEqual([app.admin.id, second.id, third.id].sort());
    expect(told[0]).toMatchObject({
      branch: null,
      item: null,
      about: 'notice',
      data: { title: 'Selisih', text: 'Dua' },
    });
  });
});

describe('every audience', () => {
  it('queues once what is asked twice, at the same time too', async () => {
    const asks = Object.keys(messageAudiences).map((key) =>
      ask(key as AudienceKey, { branch: null, notice: { title: 'A', text: 'B' } }),
    );
    const requests = (await Promise.all(asks)).flat();
    expect(requests.length).toBeGreaterThan(20);
    expect(new Set(requests.map(({ dedupe }) => dedupe)).size).toBe(requests.length);
    const both = await Promise.all([queueMessages(app.knex, requests), queueMessages(app.knex, requests)]);
    expect(both.reduce((sum, { queued }) => sum + queued.length, 0)).toBe(requests.length);
    const { rows } = await app.knex.raw('select count(*)::integer as all from message');
    expect(rows[0].all).toBe(requests.length);
  });

  it('leaves branches whose programme has ended in peace, unless a person asks', async () => {
    const past = await makeProgramme(app);
    const { families } = await makePartner(app, past, 1);
    await app.knex('branch').where({ id: past.branch }).update({ last_month: past.months[4] });
    const all = await ask('families_in_arrears', { branch: null });
    expect(all.length).toBeGreaterThan(0);
    expect(items(all)).not.toContain(families[0]);
    expect(items(await ask('families_in_arrears', { branch: past.branch }))).toEqual(families);
  });
});
