import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RoleKey } from '../../extensions/kader-jkn/src/contract/access.ts';
import type { Id } from '../../extensions/kader-jkn/src/contract/records.ts';
import {
  type ContactPolicy,
  type LoggedContact,
  type MuteSpan,
  mayContact,
} from '../../extensions/kader-jkn/src/core/contact-rules.ts';
import { type DateText, dateOf, daysAfter } from '../../extensions/kader-jkn/src/core/period.ts';
import { audit, type Difference } from '../../extensions/kader-jkn/src/server/audit.ts';
import { judgePromises } from '../../extensions/kader-jkn/src/server/contacts/judge-promises.ts';
import { keepUp } from '../../extensions/kader-jkn/src/server/keep-up.ts';
import { type Answer, type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { type BooksFixture, makeBooks, makeFamily } from './books-fixture.ts';

const roles: readonly RoleKey[] = ['head', 'staff', 'telekolekting', 'kader', 'integration', 'auditor'];
const zone = 'Asia/Jakarta';

let app: TestDirectus;
let books: BooksFixture;
let strange: BooksFixture;
const clients = {} as Record<RoleKey, Client>;
let secondHead: Client;

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  books = await makeBooks(app, false);
  strange = await makeBooks(app, false);
  const rules = { contact_cap_week: 3, contact_hour_from: 8, contact_hour_to: 20 };
  await app.knex('program_policy').where({ branch: books.branch }).update(rules);
  for (const role of roles) {
    const { branch, kader } = books;
    clients[role] = await app.login(role, role === 'kader' ? { branch, kader } : { branch });
  }
  secondHead = await app.login('head', { branch: books.branch });
});

const outcome = ({ status, body }: Answer) => [status, body.errors?.[0]?.extensions.code];
const family = () => makeFamily(app, { branch: books.branch, kader: books.kader, area: books.village });
/** So many days from today in WIB. */
const day = (count: number): DateText => daysAfter(dateOf(new Date(), zone), count);
const at = (date: string, time = '10:00') => `${date}T${time}:00+07:00`;
const visit = (binaan: Id, when: string, more: Record<string, unknown> = {}) => ({
  binaan,
  at: when,
  channel: 'visit',
  outcome: 'met',
  ...more,
});
const record = (client: Client, contact: Record<string, unknown>) => client.post('/items/activity', contact);

async function auditNow(): Promise<Difference[]> {
  const found: Difference[] = [];
  for await (const difference of audit(app.knex)) found.push(difference);
  return found;
}

describe('the cap', () => {
  it('counts kader and telekolekting together, and says from when on one may contact again', async () => {
    const binaan = await family();
    for (const [client, back] of [
      [clients.kader, -3],
      [clients.telekolekting, -2],
      [clients.kader, -1],
    ] as const) {
      expect(outcome(await record(client, visit(binaan, at(day(back)))))).toEqual([200, undefined]);
    }
    for (const role of ['kader', 'telekolekting', 'staff', 'head'] as const) {
      const answer = await record(clients[role], visit(binaan, at(day(0))));
      expect(outcome(answer), role).toEqual([409, 'KADER_CONTACT_CAP']);
      expect(answer.body.errors[0].extensions).toMatchObject({ field: 'cap_reason', cap: 3, date: day(4) });
    }
    const reasoned = visit(binaan, at(day(0)), { cap_reason: 'Ibu datang sendiri ke kantor.' });
    expect(outcome(await record(clients.kader, reasoned))).toEqual([200, undefined]);
    const empty = visit(binaan, at(day(0)), { cap_reason: '   ' });
    expect(outcome(await record(clients.kader, empty))).toEqual([409, 'KADER_CONTACT_CAP']);
  });

  it('does not count group education, and lets it be recorded at any hour', async () => {
    const binaan = await family();
    const group = { branch: books.branch, binaan, channel: 'group_education' };
    for (let count = 0; count < 4; count++) {
      expect(outcome(await record(clients.head, { ...group, at: at(day(-1), '21:00') }))).toEqual([200, undefined]);
    }
    expect(outcome(await record(clients.kader, visit(binaan, at(day(-1)))))).toEqual([200, undefined]);
  });

  it('holds in GraphQL, nested saves and imports', async () => {
    const binaan = await family();
    for (const back of [-3, -2, -1]) await record(clients.kader, visit(binaan, at(day(back))));
    const long = await record(app.admin, visit(binaan, at(day(-30)), { branch: books.branch }));
    const { body } = await app.admin.graphql(
      `mutation { update_activity_item(id: ${long.body.data.id}, data: { at: "${at(day(0))}" }) { id } }`,
    );
    expect(body.errors[0].extensions.code).toBe('KADER_CONTACT_CAP');
    const nested = await app.admin.patch(`/items/binaan/${binaan}`, {
      contacts: { create: [visit(binaan, at(day(0)), { branch: books.branch })] },
    });
    expect(outcome(nested)).toEqual([409, 'KADER_CONTACT_CAP']);
    const many = await app.admin.post('/items/activity', [
      visit(await family(), at(day(0)), { branch: books.branch }),
      visit(binaan, at(day(0)), { branch: books.branch }),
    ]);
    expect(outcome(many)).toEqual([409, 'KADER_CONTACT_CAP']);
    expect(await app.knex('activity').where({ binaan }).count('* as n').first()).toEqual({ n: '4' });
  });

  it('is not passed by moving a contact or taking its reason away', async () => {
    const binaan = await family();
    const ids: Id[] = [];
    for (const back of [-30, -3, -2, -1]) {
      ids.push((await record(app.admin, visit(binaan, at(day(back)), { branch: books.branch }))).body.data.id);
    }
    const moved = await app.admin.patch(`/items/activity/${ids[0]}`, { at: at(day(0)) });
    expect(outcome(moved)).toEqual([409, 'KADER_CONTACT_CAP']);
    const reason = { branch: books.branch, cap_reason: 'Keluarga menelepon.' };
    const { body } = await record(app.admin, visit(binaan, at(day(0)), reason));
    const bared = await app.admin.patch(`/items/activity/${body.data.id}`, { cap_reason: null });
    expect(outcome(bared)).toEqual([409, 'KADER_CONTACT_CAP']);
  });

  it('holds for sixteen who record at the same instant', async () => {
    const binaan = await family();
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, nth) =>
        record(
          nth % 2 ? clients.kader : clients.telekolekting,
          visit(binaan, at(day(-1), `${8 + (nth % 8)}:30`.padStart(5, '0'))),
        ),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
    expect(new Set(answers.filter(({ status }) => status !== 200).map((one) => outcome(one)[1]))).toEqual(
      new Set(['KADER_CONTACT_CAP']),
    );
  });
});

describe('the hours', () => {
  it('refuse early and late, with the next time', async () => {
    const binaan = await family();
    const early = await record(clients.kader, visit(binaan, at(day(-1), '07:59')));
    expect(outcome(early)).toEqual([409, 'KADER_CONTACT_HOURS']);
    expect(early.body.errors[0].extensions).toMatchObject({ date: day(-1), hour: 8, from: 8, to: 20 });
    const late = await record(clients.telekolekting, visit(binaan, at(day(-1), '20:00'), { channel: 'phone' }));
    expect(late.body.errors[0].extensions).toMatchObject({ code: 'KADER_CONTACT_HOURS', date: day(0), hour: 8 });
    const asked = visit(binaan, at(day(-1), '20:30'), { cap_reason: 'Keluarga minta ditelepon malam hari.' });
    expect(outcome(await record(clients.kader, asked))).toEqual([200, undefined]);
  });
});

const askMute = (client: Client, binaan: Id, fields: Record<string, unknown> = {}) =>
  client.post('/items/mute', { binaan, reason: 'hardship', until_date: day(30), ...fields });
const decide = (client: Client, id: Id, status: string, more = {}) =>
  client.patch(`/items/mute/${id}`, { status, ...more });

async function muted(binaan: Id, fields: Record<string, unknown> = {}): Promise<Id> {
  const { body } = await askMute(clients.kader, binaan, fields);
  expect(outcome(await decide(clients.head, body.data.id, 'approved'))).toEqual([200, undefined]);
  return body.data.id;
}

describe('a mute', () => {
  it('is asked for by kader, telekolekting and staff, and by nobody for a family that is not theirs', async () => {
    const foreign = await makeFamily(app, { branch: strange.branch, kader: strange.kader });
    for (const role of ['kader', 'telekolekting', 'staff', 'head'] as const) {
      expect(outcome(await askMute(clients[role], await family())), role).toEqual([200, undefined]);
      expect(outcome(await askMute(clients[role], foreign)), role).toEqual([404, 'KADER_REFERENCE_UNKNOWN']);
    }
    for (const role of ['integration', 'auditor'] as const) {
      expect((await askMute(clients[role], await family())).status, role).toBe(403);
    }
  });

  it('is asked for once, and has an end unless somebody died', async () => {
    const binaan = await family();
    expect((await askMute(clients.kader, binaan)).status).toBe(200);
    expect(outcome(await askMute(clients.staff, binaan))).toEqual([409, 'KADER_MUTE_ASKED']);
    const other = await family();
    expect(outcome(await askMute(clients.kader, other, { until_date: null }))).toEqual([400, 'KADER_VALUE_INVALID']);
    expect(outcome(await askMute(clients.kader, other, { until_date: day(367) }))).toEqual([
      400,
      'KADER_VALUE_INVALID',
    ]);
    const died = await askMute(clients.kader, other, { reason: 'deceased', until_date: null });
    expect(outcome(died)).toEqual([200, undefined]);
  });

  it('is decided by a head who did not ask for it, and by nobody else', async () => {
    const { body } = await askMute(clients.head, await family());
    const { id } = body.data;
    expect(outcome(await decide(clients.head, id, 'approved'))).toEqual([409, 'KADER_MUTE_OWN']);
    for (const role of ['staff', 'telekolekting', 'kader', 'integration', 'auditor'] as const) {
      expect((await decide(clients[role], id, 'approved')).status, role).toBe(403);
    }
    const stranger = await app.login('head', { branch: strange.branch });
    expect((await decide(stranger, id, 'approved')).status).toBe(403);
    expect((await decide(secondHead, id, 'approved')).status).toBe(200);
    expect(await app.knex('mute').where({ id }).first()).toMatchObject({
      asked_by: clients.head.id,
      decided_by: secondHead.id,
    });
    expect(outcome(await decide(secondHead, id, 'declined'))).toEqual([409, 'KADER_MUTE_DECIDED']);
  });

  it('silences the family for everybody, lets a reason pass, and is over by itself', async () => {
    const binaan = await family();
    const id = await muted(binaan);
    const until = day(30);
    expect(await app.knex('binaan').where({ id: binaan }).first('status', 'tele_eligible')).toEqual({
      status: 'muted',
      tele_eligible: false,
    });
    const refused = await record(clients.kader, visit(binaan, at(day(0))));
    expect(outcome(refused)).toEqual([409, 'KADER_CONTACT_MUTED']);
    expect(refused.body.errors[0].extensions.date).toBe(daysAfter(until, 1));
    const reason = { cap_reason: 'Keluarga menelepon untuk membayar.' };
    expect(outcome(await record(clients.kader, visit(binaan, at(day(0)), reason)))).toEqual([200, undefined]);

    // its last day passes
    await app.knex.transaction(async (trx) => {
      await trx.raw('alter table mute disable trigger user');
      await trx('mute')
        .where({ id })
        .update({ from_date: day(-9), until_date: day(-1) });
      await trx.raw('alter table mute enable trigger user');
    });
    await keepUp(app.knex, new Date());
    expect(await app.knex('mute').where({ id }).first('status', 'ended_by')).toEqual({
      status: 'ended',
      ended_by: null,
    });
    expect(await app.knex('binaan').where({ id: binaan }).first('status', 'muted_until', 'tele_eligible')).toEqual({
      status: 'active',
      muted_until: null,
      tele_eligible: true,
    });
    expect(outcome(await record(clients.telekolekting, visit(binaan, at(day(0)))))).toEqual([200, undefined]);
  });

  it('without an end says so, and is ended by a head', async () => {
    const binaan = await family();
    const id = await muted(binaan, { reason: 'deceased', until_date: null });
    expect(outcome(await record(clients.kader, visit(binaan, at(day(0)))))).toEqual([
      409,
      'KADER_CONTACT_MUTED_ALWAYS',
    ]);
    expect(outcome(await decide(secondHead, id, 'ended'))).toEqual([200, undefined]);
    expect(outcome(await record(clients.kader, visit(binaan, at(day(0)))))).toEqual([200, undefined]);
    expect(await app.knex('mute').where({ id }).first('ended_by')).toEqual({ ended_by: secondHead.id });
  });

  it('alone makes a family muted, and nobody speaks it free while it lasts', async () => {
    const binaan = await family();
    const bare = await clients.staff.patch(`/items/binaan/${binaan}`, { status: 'muted' });
    expect(outcome(bare)).toEqual([409, 'KADER_MUTE_NEEDED']);
    await muted(binaan);
    const freed = await clients.staff.patch(`/items/binaan/${binaan}`, { status: 'active' });
    expect(outcome(freed)).toEqual([409, 'KADER_MUTE_IN_FORCE']);
    // off the list and on it again: still muted
    await app.admin.patch(`/items/binaan/${binaan}`, { status: 'off_list' });
    await app.admin.patch(`/items/binaan/${binaan}`, { status: 'active' });
    expect(await app.knex('binaan').where({ id: binaan }).first('status')).toEqual({ status: 'muted' });
  });

  it('that ends leaves a family off the list that dropped off it meanwhile', async () => {
    const binaan = await family();
    const id = await muted(binaan);
    await app
      .knex('binaan')
      .where({ id: binaan })
      .update({ left_list_on: day(-1) });
    expect((await decide(secondHead, id, 'ended')).status).toBe(200);
    expect(await app.knex('binaan').where({ id: binaan }).first('status')).toEqual({ status: 'off_list' });
  });

  it('keeps its explanation from kader and telekolekting', async () => {
    const { body } = await askMute(clients.staff, await family(), { note: 'Kepala keluarga dirawat.' });
    for (const role of ['kader', 'telekolekting', 'auditor'] as const) {
      expect((await clients[role].get(`/items/mute/${body.data.id}?fields=note`)).status, role).toBe(403);
      expect((await clients[role].get(`/items/mute/${body.data.id}?fields=reason,status`)).status, role).toBe(200);
    }
  });

  it('and a contact at the same instant: either it came first, or it is refused', async () => {
    for (let round = 0; round < 4; round++) {
      const binaan = await family();
      const { body } = await askMute(clients.kader, binaan);
      const [approved, contact] = await Promise.all([
        decide(clients.head, body.data.id, 'approved'),
        record(clients.kader, visit(binaan, at(day(0)))),
      ]);
      expect(approved.status).toBe(200);
      expect([200, 409]).toContain(contact.status);
      expect(outcome(await record(clients.kader, visit(binaan, at(day(0)))))).toEqual([409, 'KADER_CONTACT_MUTED']);
    }
  });
});

describe('whether one may contact a family', () => {
  const standing = (client: Client, binaan: Id) => client.get(`/kader-jkn/families/${binaan}/contact`);

  it('is told to who works with it, and to nobody else', async () => {
    const binaan = await family();
    await record(clients.telekolekting, visit(binaan, at(day(-1))));
    for (const role of ['head', 'staff', 'kader', 'telekolekting'] as const) {
      const { status, body } = await standing(clients[role], binaan);
      expect(status, role).toBe(200);
      expect(body.data).toMatchObject({ contacts: 1, cap: 3, last: { by: 'telekolekting' }, mute: null });
    }
    const foreign = await makeFamily(app, { branch: strange.branch, kader: strange.kader });
    for (const role of ['head', 'staff', 'kader', 'telekolekting', 'integration'] as const) {
      expect((await standing(clients[role], foreign)).status, role).toBe(404);
    }
    expect((await standing(app.public, binaan)).status).toBe(401);
  });

  it('tells telekolekting why a family of its window is left alone', async () => {
    const binaan = await family();
    await muted(binaan);
    const { body } = await standing(clients.telekolekting, binaan);
    expect(body.data).toMatchObject({
      may: false,
      refused: 'muted',
      mute: { reason: 'hardship', until_date: day(30) },
    });
    expect((await clients.telekolekting.get(`/items/binaan/${binaan}`)).status).toBe(403);
  });
});

describe('cap, hours and mutes', () => {
  it('are the same in core and in the database', async () => {
    const policy: ContactPolicy = { timezone: zone, contact_cap_week: 2, contact_hour_from: 9, contact_hour_to: 15 };
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    for (let round = 0; round < 30; round++) {
      const binaan = await family();
      const contacts: LoggedContact[] = [];
      const mutes: MuteSpan[] = [];
      await app.knex.transaction(async (trx) => {
        await trx.raw('alter table mute disable trigger user');
        for (let nth = 0; nth < random(6); nth++) {
          const contact = { at: at(day(random(20)), '10:00'), channel: random(4) ? 'visit' : 'group_education' };
          contacts.push(contact);
          await trx('activity').insert({ ...contact, binaan, branch: books.branch, cap_reason: 'Uji' });
        }
        for (let nth = 0; nth < random(3); nth++) {
          const from = random(20);
          const mute = { from_date: day(from), until_date: random(5) ? day(from + random(9)) : null };
          mutes.push(mute);
          const rest = { binaan, branch: books.branch, reason: 'deceased', status: 'approved', decided_at: new Date() };
          await trx('mute').insert({ ...mute, ...rest });
        }
        await trx.raw('alter table mute enable trigger user');
      });
      for (let nth = 0; nth < 12; nth++) {
        const moment = at(day(random(22)), `${String(random(24)).padStart(2, '0')}:00`);
        const { rows } = await app.knex.raw(
          `select kader_contact_refused(:binaan, :moment, :zone, 2, 9, 15, '{}') as refused,
             kader_next_contact(:binaan, :moment, :zone, 2, 9, 15, '{}') as next`,
          { binaan, moment, zone },
        );
        const answer = mayContact(contacts, mutes, policy, new Date(moment));
        const expected = answer.ok
          ? { refused: null, next: new Date(moment) }
          : { refused: answer.refused, next: answer.nextAllowed };
        expect(rows[0], `${moment} ${JSON.stringify({ contacts, mutes })}`).toEqual(expected);
      }
      // these mutes were put there past the guards
      await app.knex.transaction(async (trx) => {
        await trx.raw('alter table mute disable trigger user');
        await trx('mute').where({ binaan }).delete();
        await trx.raw('alter table mute enable trigger user');
      });
    }
  });
});

describe('a promise', () => {
  async function promised(fields: Record<string, unknown>, when = at(day(-5))): Promise<{ binaan: Id; id: Id }> {
    const binaan = await family();
    const contact = visit(binaan, when, { outcome: 'promised', promise_on: day(3), ...fields });
    const { status, body } = await record(clients.kader, contact);
    expect(status, JSON.stringify(body)).toBe(200);
    return { binaan, id: body.data.id };
  }
  const stateOf = async (id: Id) => (await app.knex('activity').where({ id }).first('promise_state')).promise_state;
  const judged = async (id: Id) => {
    const { body } = await clients.head.get(
      `/items/activity/${id}?fields=promise_state,promise_judged_on,follow_up_on`,
    );
    return body.data;
  };
  const pay = (binaan: Id, amount: number, paid_at: string) =>
    clients.staff.post('/items/collection', { binaan, amount, paid_at, channel: 'office', confirm_duplicate: true });

  it('is open, and soon after enough was paid it is kept', async () => {
    const { binaan, id } = await promised({ promise_amount: 100_000 });
    expect(await stateOf(id)).toBe('open');
    await pay(binaan, 60_000, at(day(-2)));
    await judgePromises(app.knex, new Date(), { families: [binaan] });
    expect(await stateOf(id)).toBe('open');
    const { body } = await pay(binaan, 40_000, at(day(-1)));
    await expect.poll(() => stateOf(id), { timeout: 5_000 }).toBe('kept');
    // money taken back keeps no promise
    await clients.staff.patch(`/items/collection/${body.data.id}`, { status: 'void', void_reason: 'Salah catat.' });
    await expect.poll(() => stateOf(id), { timeout: 5_000 }).toBe('open');
  });

  it('that was not kept is followed up on the next day, unless money paid in time comes to light', async () => {
    const { binaan, id } = await promised({ promise_on: day(-3), promise_amount: 50_000 });
    await keepUp(app.knex, new Date());
    expect(await judged(id)).toEqual({
      promise_state: 'broken',
      promise_judged_on: day(0),
      follow_up_on: day(-2),
    });
    await pay(binaan, 50_000, at(day(-3)));
    await judgePromises(app.knex, new Date());
    expect(await judged(id)).toMatchObject({
      promise_state: 'kept',
      follow_up_on: null,
    });
  });

  it('is judged by nobody but us, and not for a day before the contact', async () => {
    const { id } = await promised({});
    const told = await app.admin.patch(`/items/activity/${id}`, { promise_state: 'kept', promise_judged_on: day(0) });
    expect(told.status).toBe(200);
    expect(await stateOf(id)).toBe('open');
    for (const role of ['head', 'staff', 'kader', 'telekolekting'] as const) {
      const contact = visit(await family(), at(day(-1)), { promise_state: 'kept' });
      expect((await record(clients[role], contact)).status, role).toBe(403);
    }
    const past = visit(await family(), at(day(-1)), { outcome: 'promised', promise_on: day(-2) });
    expect(outcome(await record(clients.kader, past))).toEqual([400, 'KADER_PROMISE_PAST']);
  });

  it('counts for the kader to whom it was made, and is not told to telekolekting', async () => {
    const counted = async (client: Client) => client.get(`/kader-jkn/kader/${books.kader}/promises`);
    for (const role of ['head', 'staff', 'kader', 'auditor'] as const) {
      const { status, body } = await counted(clients[role]);
      expect(status, role).toBe(200);
      expect(body.data).toMatchObject({ kept: 1, broken: 0, kept_bp: 10_000 });
    }
    expect((await counted(clients.telekolekting)).status).toBe(403);
    expect((await counted(clients.integration)).status).toBe(403);
    expect((await clients.head.get(`/kader-jkn/kader/${strange.kader}/promises`)).status).toBe(404);
  });
});

describe('what a contact found', () => {
  it('stands in the history of a kader who was threatened', async () => {
    const threatened = visit(await family(), at(day(-1)), { outcome: 'threatened', note: 'Dikejar anjing penjaga.' });
    const { status } = await record(clients.kader, threatened);
    expect(status).toBe(200);
    const { body } = await clients.head.get(
      `/items/kader_event?filter[kader][_eq]=${books.kader}&filter[kind][_eq]=mistreated`,
    );
    const events = body.data;
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      on_date: day(-1),
      note: 'Dikejar anjing penjaga.',
      user_created: clients.kader.id,
    });
  });

  it('keeps no photo without consent', async () => {
    const photo = randomUUID();
    const file = { id: photo, storage: 'local', filename_download: 'rumah.jpg', uploaded_by: clients.kader.id };
    await app.knex('directus_files').insert(file);
    const contact = visit(await family(), at(day(-1)), { photo });
    expect(outcome(await record(clients.kader, contact))).toEqual([400, 'KADER_PHOTO_CONSENT']);
    expect(outcome(await record(clients.kader, { ...contact, photo_consent: true }))).toEqual([200, undefined]);
  });
});

describe('the books', () => {
  it('agree with every promise and mute', async () => {
    expect(await auditNow()).toEqual([]);
  });
});
