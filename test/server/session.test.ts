import { beforeAll, describe, expect, it } from 'vitest';
import type { RoleKey } from '../../extensions/kader-jkn/src/contract/access.ts';
import type { PrivateAgenda, RoomAgenda, SessionKader } from '../../extensions/kader-jkn/src/contract/monev-session.ts';
import { type Answer, type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { makeKader, momentIn, monthFromNow } from './books-fixture.ts';
import { eachTarget, type MonevFixture, makeMonev, ownTarget } from './monev-fixture.ts';

const roles: readonly RoleKey[] = ['head', 'staff', 'telekolekting', 'kader', 'integration', 'auditor'];

let app: TestDirectus;
let monev: MonevFixture;
let strange: MonevFixture;
const clients = {} as Record<RoleKey, Client>;
let head: Client;
let staff: Client;
let strangeHead: Client;
/** of last month, in `monev` */
let session: number;

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  monev = await makeMonev(app);
  strange = await makeMonev(app);
  for (const role of roles) {
    const { branch, idle } = monev;
    clients[role] = await app.login(role, role === 'kader' ? { branch, kader: idle } : { branch });
  }
  ({ head, staff } = clients);
  strangeHead = await app.login('head', { branch: strange.branch });
  session = await made(head.post('/items/monev_session', { month: monev.lastMonth, held_on: today() }));
});

const today = () => dayFromNow(0);

/** So many days from now in WIB. */
function dayFromNow(days: number): string {
  return new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
}

const outcome = ({ status, body }: Answer) => [status, body.errors?.[0]?.extensions.code ?? null];

async function made(asked: Promise<Answer>): Promise<number> {
  const { status, body } = await asked;
  expect(status, JSON.stringify(body)).toBe(200);
  return body.data.id;
}

async function agenda<View extends 'room' | 'private'>(
  view: View,
  id = session,
  who = head,
): Promise<View extends 'room' ? RoomAgenda : PrivateAgenda> {
  const { status, body } = await who.get(`/kader-jkn/monev/sessions/${id}/agenda?view=${view}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.data;
}

const decision = (fields: object = {}) => ({
  session,
  text: 'Kunjungan bersama di dua desa',
  owner: head.id,
  due_on: dayFromNow(20),
  ...fields,
});

describe('the agenda for the room', () => {
  it('says the sums of the month as the panels do, and names only those above 100%', async () => {
    const { figures, praise, session: about } = await agenda('room');
    expect(about).toMatchObject({ month: monev.lastMonth, closed: true, status: 'planned', writes: true, leads: true });
    const { body } = await head.get(
      `/kader-jkn/monev/attainment?by=kader&from=${monev.lastMonth}&to=${monev.lastMonth}`,
    );
    expect(figures.collection).toEqual(body.data.total);
    expect(figures).toMatchObject({ ranked: 3, above: 1, average: (1.4 + 1 + 0) / 3 });
    expect(praise).toEqual([{ kader: { id: monev.above, name: 'Di Atas Target' }, attainment: 1.4 }]);
  });

  it('names whom a rule nominates, until a head has given the award', async () => {
    const { nominations } = await agenda('room');
    expect(nominations).toMatchObject([{ kader: { id: monev.above }, award: null }]);
    const [one] = nominations;
    const told = { rule: one?.rule.id, kader: monev.above, month: monev.lastMonth };
    expect((await head.post('/kader-jkn/monev/awards', told)).status).toBe(200);
    expect((await agenda('room')).nominations).toMatchObject([
      { kader: { id: monev.above }, award: expect.any(Number) },
    ]);
  });

  it('praises loyalty by the name of its rule, without the figures of who is below', async () => {
    const rule = await made(
      app.admin.post('/items/award_rule', {
        ...{
          name: 'Kader setia',
          branch: monev.branch,
          months: 1,
          partnership_months: 12,
          certificate_words: 'Terima kasih',
        },
      }),
    );
    const { nominations } = await agenda('room');
    const loyal = nominations.filter((one) => one.rule.id === rule);
    expect(loyal.find(({ kader }) => kader.id === monev.idle)).toMatchObject({ reason: null, reason_en: null });
    expect(loyal.find(({ kader }) => kader.id === monev.above)?.reason).toContain('bulan kemitraan');
    expect((await app.admin.patch(`/items/award_rule/${rule}`, { active: false })).status).toBe(200);
  });

  it('holds nothing about anybody else, whatever is decided about them', async () => {
    const about = await made(
      head.post('/items/monev_decision', decision({ kader: monev.idle, text: 'Dampingi Senin' })),
    );
    const forAll = await made(head.post('/items/monev_decision', decision()));
    const { status, body } = await head.get(`/kader-jkn/monev/sessions/${session}/agenda`);
    expect(status).toBe(200);
    const { officers, ...shown } = body.data as RoomAgenda;
    expect(shown.decisions.map(({ id }) => id)).toEqual([forAll]);
    expect(shown.about_one).toBe(1);
    expect(officers.map(({ id }) => id)).toContain(staff.id);
    const text = JSON.stringify(shown);
    for (const hidden of ['Tanpa Penerimaan', 'Tepat Target', 'Baru Bergabung', 'Dampingi Senin']) {
      expect(text).not.toContain(hidden);
    }
    await head.delete('/items/monev_decision', [about, forAll]);
  });
});

describe('the private agenda', () => {
  it('coaches who is below with what their contacts say, and counts who is exactly there', async () => {
    const { coach, exact, without_target } = await agenda('private');
    expect(coach).toHaveLength(1);
    expect(coach[0]).toMatchObject({
      kader: { id: monev.idle },
      ...{ realised: 0, target: eachTarget, attainment: 0, contacts: 0, streak: 1, excuse: null },
      points: [{ kind: 'no-contacts' }],
    });
    expect([exact, without_target]).toEqual([1, 0]);
  });

  it('tells the hindrances at the door as they were recorded, and broken promises', async () => {
    const { id: family } = await app.knex('binaan').where({ kader: monev.exact }).first('id');
    const visit = (day: string, fields: object) =>
      made(
        app.admin.post('/items/activity', {
          ...{
            branch: monev.branch,
            binaan: family,
            kader: monev.exact,
            channel: 'visit',
            at: momentIn(monev.thisMonth, day),
          },
          ...fields,
        }),
      );
    await visit('01', { outcome: 'not_home' });
    await visit('01', { outcome: 'not_home', at: momentIn(monev.thisMonth, '01', '06:00:00Z') });
    await visit('01', { outcome: 'met', at: momentIn(monev.thisMonth, '01', '07:00:00Z') });
    const running = await made(head.post('/items/monev_session', { month: monev.thisMonth, held_on: today() }));
    const { coach, session: about } = await agenda('private', running);
    expect(about.closed).toBe(false);
    const row = coach.find(({ kader }) => kader.id === monev.exact);
    expect(row).toMatchObject({ realised: 0, target: ownTarget, before: 1, contacts: 3, contact_days: 1 });
    expect(row?.points).toContainEqual({ kind: 'hindered', outcome: 'not_home', contacts: 2, of: 3 });
    expect((await head.delete(`/items/monev_session/${running}`)).status).toBe(204);
  });

  it('shows reviews with the kader’s answer, and open disputes', async () => {
    const review = await made(
      head.post('/items/partnership_review', { kader: monev.idle, evidence: 'Dua bulan tanpa kunjungan.' }),
    );
    expect((await agenda('private')).reviews).toMatchObject([
      { id: review, kader: { id: monev.idle }, answer: null, may_decide: false, has_letter: false },
    ]);
    await clients.kader.patch(`/items/partnership_review/${review}`, { answer: 'Motor saya rusak.' });
    const statement = await app.knex('commission').where({ kader: monev.idle }).first('id');
    await made(
      clients.kader.post('/items/dispute', { statement: statement.id, line_kind: 'total', question: 'Mengapa nol?' }),
    );
    const { reviews, disputes } = await agenda('private');
    expect(reviews).toMatchObject([{ id: review, answer: 'Motor saya rusak.', may_decide: true }]);
    expect(disputes).toMatchObject([{ kader: { id: monev.idle }, month: monev.lastMonth, question: 'Mengapa nol?' }]);
  });
});

describe('who sees what', () => {
  it.each([
    ['head', 200, 200],
    ['staff', 200, 200],
    ['auditor', 200, 403],
    ['telekolekting', 404, 404],
    ['kader', 404, 404],
    ['integration', 404, 404],
  ] as const)('%s: the room %i, in private %i', async (role, room, inPrivate) => {
    const ask = (view: string) => clients[role].get(`/kader-jkn/monev/sessions/${session}/agenda?view=${view}`);
    expect((await ask('room')).status).toBe(room);
    expect((await ask('private')).status).toBe(inPrivate);
  });

  it('is nothing for the public, another branch, and people without one', async () => {
    const path = `/kader-jkn/monev/sessions/${session}`;
    expect((await app.public.get(`${path}/agenda`)).status).toBe(401);
    const unplaced = await app.login('head');
    for (const who of [strangeHead, unplaced]) {
      expect(outcome(await who.get(`${path}/agenda`))).toEqual([404, 'KADER_SESSION_UNKNOWN']);
      expect(outcome(await who.get(`${path}/agenda?view=private`))).toEqual([404, 'KADER_SESSION_UNKNOWN']);
      expect(outcome(await who.get(`${path}/attendance`))).toEqual([404, 'KADER_SESSION_UNKNOWN']);
      expect(outcome(await who.post(`${path}/attendance`, { attending: [] }))).toEqual([404, 'KADER_SESSION_UNKNOWN']);
    }
  });

  it('lets a kader read the decisions for all and about themselves, not about others, and no minutes', async () => {
    const own = await made(head.post('/items/monev_decision', decision({ kader: monev.idle })));
    const others = await made(head.post('/items/monev_decision', decision({ kader: monev.above })));
    const forAll = await made(head.post('/items/monev_decision', decision()));
    const { body } = await clients.kader.get('/items/monev_decision?fields=id,text,due_on&sort=id');
    expect(body.data.map(({ id }: { id: number }) => id)).toEqual([own, forAll]);
    expect((await clients.kader.get('/items/monev_decision?fields=owner')).status).toBe(403);
    expect((await clients.kader.get('/items/monev_session?fields=notes')).status).toBe(403);
    await head.delete('/items/monev_decision', [own, others, forAll]);
  });
});

describe('a session', () => {
  it('is one a branch and month, within the books, held when its day has come', async () => {
    const make = (fields: object, who = head) => who.post('/items/monev_session', { held_on: today(), ...fields });
    expect(outcome(await make({ month: monev.lastMonth }))).toEqual([409, 'KADER_SESSION_TWICE']);
    expect(outcome(await make({ month: '2019-01' }))).toEqual([400, 'KADER_SESSION_MONTH']);
    expect(outcome(await make({ month: monthFromNow(1) }))).toEqual([400, 'KADER_SESSION_MONTH']);
    const later = await made(make({ month: monev.thisMonth, held_on: dayFromNow(3) }, staff));
    expect(outcome(await head.patch(`/items/monev_session/${later}`, { status: 'held' }))).toEqual([
      400,
      'KADER_DAY_INVALID',
    ]);
    expect(outcome(await head.patch(`/items/monev_session/${later}`, { status: 'done' }))[0]).toBe(400);
    expect((await head.delete(`/items/monev_session/${later}`)).status).toBe(204);
  });

  it('is held and ended by the head, and written by staff too', async () => {
    const path = `/items/monev_session/${session}`;
    expect((await staff.patch(path, { notes: 'Dibuka pukul 09.00', place: 'Aula' })).status).toBe(200);
    expect((await staff.patch(path, { status: 'held' })).status).toBe(403);
    expect(outcome(await head.patch(path, { status: 'done' }))).toEqual([409, 'KADER_SESSION_STEP']);
    expect((await head.patch(path, { status: 'held' })).status).toBe(200);
  });

  it('expects the partners of its day, and keeps who came: all of it or nothing', async () => {
    const path = `/kader-jkn/monev/sessions/${session}/attendance`;
    const mark = (attending: object[], who = head) => who.post(path, { attending });
    const { body } = await staff.get(path);
    const expected: SessionKader[] = body.data;
    expect(expected.map(({ kader }) => kader.id).sort()).toEqual(
      [monev.above, monev.exact, monev.idle, monev.fresh].sort(),
    );
    expect(
      outcome(
        await mark([
          { kader: monev.above, status: 'present' },
          { kader: strange.above, status: 'present' },
        ]),
      ),
    ).toEqual([404, 'KADER_REFERENCE_UNKNOWN']);
    expect(await app.knex('monev_attendance').where({ session })).toEqual([]);

    const marked = await mark(
      [
        { kader: monev.above, status: 'present' },
        { kader: monev.exact, status: 'absent' },
        { kader: monev.idle, status: 'excused' },
      ],
      staff,
    );
    expect(marked.status).toBe(200);
    await mark([
      { kader: monev.exact, status: 'present' },
      { kader: monev.idle, status: null },
    ]);
    const { attendance } = await agenda('room');
    expect(attendance).toEqual({ present: 2, excused: 0, absent: 0, unmarked: 2 });
    for (const role of ['telekolekting', 'kader', 'integration'] as const) {
      expect((await mark([], clients[role])).status, role).toBe(404);
    }
    expect(outcome(await mark([], clients.auditor))).toEqual([403, 'KADER_NOT_ALLOWED']);
  });

  it('is fixed once it is done, until the head opens it again', async () => {
    const path = `/items/monev_session/${session}`;
    const kept = await made(head.post('/items/monev_decision', decision()));
    expect((await head.patch(path, { status: 'done' })).status).toBe(200);
    const done = [409, 'KADER_SESSION_DONE'];
    expect(outcome(await head.patch(path, { notes: 'Lain' }))).toEqual(done);
    expect(outcome(await head.post('/items/monev_decision', decision()))).toEqual(done);
    expect(outcome(await head.patch(`/items/monev_decision/${kept}`, { text: 'Lain' }))).toEqual(done);
    expect(
      outcome(
        await head.post(`/kader-jkn/monev/sessions/${session}/attendance`, {
          attending: [{ kader: monev.fresh, status: 'present' }],
        }),
      ),
    ).toEqual(done);
    expect((await head.delete(`/items/monev_decision/${kept}`)).status).toBe(403);
    await expect(app.knex('monev_session').where({ id: session }).delete()).rejects.toThrow('KADER_SESSION_DONE');
    await expect(app.knex('monev_attendance').where({ session }).delete()).rejects.toThrow('KADER_SESSION_DONE');
    expect((await head.patch(`/items/monev_decision/${kept}`, { status: 'done', done_note: 'Sudah' })).status).toBe(
      200,
    );
    expect((await head.patch(path, { status: 'held' })).status).toBe(200);
    expect((await head.delete(`/items/monev_decision/${kept}`)).status).toBe(204);
  });

  it('lets accounts be deleted that led it or own its decisions', async () => {
    const leaver = await app.login('staff', { branch: monev.branch });
    const owned = await made(head.post('/items/monev_decision', decision({ owner: leaver.id })));
    await head.patch(`/items/monev_session/${session}`, { led_by: leaver.id, status: 'done' });
    expect((await app.admin.delete(`/users/${leaver.id}`)).status).toBe(204);
    expect((await agenda('room')).decisions).toMatchObject([{ id: owned, owner: null }]);
    await head.patch(`/items/monev_session/${session}`, { status: 'held' });
    await head.delete(`/items/monev_decision/${owned}`);
  });
});

describe('a decision', () => {
  it('has an owner of the branch and a day, and a reason where it is dropped', async () => {
    const make = (fields: object) => head.post('/items/monev_decision', decision(fields));
    expect(outcome(await make({ owner: null }))).toEqual([400, 'KADER_DECISION_OWNER']);
    expect(outcome(await make({ owner: clients.kader.id }))).toEqual([400, 'KADER_DECISION_OWNER']);
    expect(outcome(await make({ owner: strangeHead.id }))).toEqual([404, 'KADER_REFERENCE_UNKNOWN']);
    expect(outcome(await make({ kader: strange.idle }))).toEqual([404, 'KADER_REFERENCE_UNKNOWN']);
    expect((await make({ due_on: null })).status).toBe(400);
    expect((await make({ text: '  ' })).status).toBe(400);
    const foreign = await made(
      strangeHead.post('/items/monev_session', { month: strange.lastMonth, held_on: today() }),
    );
    expect(outcome(await make({ session: foreign }))).toEqual([404, 'KADER_REFERENCE_UNKNOWN']);

    const id = await made(make({}));
    expect(outcome(await head.patch(`/items/monev_decision/${id}`, { status: 'dropped' }))).toEqual([
      400,
      'KADER_DECISION_WHY',
    ]);
    await head.patch(`/items/monev_decision/${id}`, { status: 'done' });
    expect((await head.get(`/items/monev_decision/${id}`)).body.data).toMatchObject({
      status: 'done',
      done_on: today(),
    });
    await head.patch(`/items/monev_decision/${id}`, { status: 'open' });
    expect((await head.get(`/items/monev_decision/${id}`)).body.data).toMatchObject({ status: 'open', done_on: null });
    await head.delete(`/items/monev_decision/${id}`);
  });

  it('that is open is taken up in the next session, and one settled meanwhile is told there', async () => {
    const overdue = await made(head.post('/items/monev_decision', decision({ due_on: dayFromNow(-2) })));
    const settled = await made(head.post('/items/monev_decision', decision({ text: 'Sebar pamflet' })));
    const about = await made(head.post('/items/monev_decision', decision({ kader: monev.idle })));
    await head.patch(`/items/monev_decision/${settled}`, { status: 'done', done_note: '200 lembar' });
    const next = await made(head.post('/items/monev_session', { month: monev.thisMonth, held_on: dayFromNow(9) }));

    const room = await agenda('room', next);
    expect(room.earlier).toMatchObject([
      { id: overdue, month: monev.lastMonth, overdue: true, owner: { id: head.id } },
      { id: settled, status: 'done', done_note: '200 lembar' },
    ]);
    expect(room.decisions).toEqual([]);
    expect((await agenda('private', next)).earlier).toMatchObject([{ id: about, kader: { id: monev.idle } }]);
    expect((await agenda('room')).earlier).toEqual([]);
    await head.delete('/items/monev_decision', [overdue, settled, about]);
    await head.delete(`/items/monev_session/${next}`);
  });
});

describe('the guards of the database', () => {
  it('refuse a kader or an owner of elsewhere, whoever writes', async () => {
    const row = { session, text: 'x', due_on: today(), status: 'open', owner: head.id };
    await expect(app.knex('monev_decision').insert({ ...row, kader: strange.idle })).rejects.toThrow(
      'KADER_BRANCH_MISMATCH',
    );
    await expect(app.knex('monev_decision').insert({ ...row, owner: strangeHead.id })).rejects.toThrow(
      'KADER_DECISION_OWNER',
    );
    await expect(
      app.knex('monev_attendance').insert({ session, kader: strange.idle, status: 'present' }),
    ).rejects.toThrow('KADER_BRANCH_MISMATCH');
    await expect(app.knex('monev_session').where({ id: session }).update({ month: monev.thisMonth })).rejects.toThrow(
      'KADER_SESSION_STARTED',
    );
  });

  it('let nobody but the deciding transaction decide, link a letter or a session', async () => {
    const kader = await makeKader(app, { branch: monev.branch });
    const review = await made(head.post('/items/partnership_review', { kader, evidence: 'Uji' }));
    await app.knex('partnership_review').where({ id: review }).update({ status: 'answered', answer: 'Ya' });
    const change = (fields: object) => app.knex('partnership_review').where({ id: review }).update(fields);
    await expect(change({ status: 'decided', decision: 'warn', decided_at: new Date().toISOString() })).rejects.toThrow(
      'KADER_REVIEW_BY_BUTTON',
    );
    await expect(change({ decided_in: session })).rejects.toThrow('KADER_RECORD_FIXED');
  });
});
