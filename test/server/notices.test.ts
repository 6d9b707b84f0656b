import type { Knex } from 'knex';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '../../extensions/kader-jkn/src/contract/records.ts';
import { keepLives } from '../../extensions/kader-jkn/src/server/life/keep-lives.ts';
import { approvePeriod } from '../../extensions/kader-jkn/src/server/period-steps/approve-period.ts';
import { payPeriod } from '../../extensions/kader-jkn/src/server/period-steps/pay-period.ts';
import { type Answer, type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { kkOf, listOf, takeIn } from './intake-fixture.ts';
import { type MonevFixture, makeMonev } from './monev-fixture.ts';
import { close, makePartner, makeProgramme, type Programme, pay, periodOf } from './programme-fixture.ts';

let app: TestDirectus;
let books: MonevFixture;
/** who reads which language: `headId` and `headEn` lead the same branch */
let headId: Client;
let headEn: Client;
let staffEn: Client;
let kaderId: Client;
let kaderEn: Client;
let auditor: Client;
/** head of another branch */
let stranger: Client;
let everybody: Client[];

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  books = await makeMonev(app);
  const { branch } = books;
  const english = { branch, language: 'en-US' };
  headId = await app.login('head', { branch });
  headEn = await app.login('head', english);
  staffEn = await app.login('staff', english);
  kaderId = await app.login('kader', { branch, kader: books.above, language: 'id-ID' });
  kaderEn = await app.login('kader', { ...english, kader: books.idle });
  auditor = await app.login('auditor');
  const other = await makeProgramme(app);
  stranger = other.head;
  everybody = [headId, headEn, staffEn, kaderId, kaderEn, auditor, stranger, other.staff, app.admin];
});

interface Notice {
  recipient: string;
  subject: string;
  message: string;
}

/** What everybody was told of a record since it was, oldest first. */
async function noticesOf(collection: string, item: Id): Promise<Notice[]> {
  return await app
    .knex('directus_notifications')
    .where({ collection, item: String(item) })
    .orderBy('id')
    .select('recipient', 'subject', 'message');
}

/** Who was told of a record, each with their subject; nobody twice. */
async function told(collection: string, item: Id): Promise<Map<string, string>> {
  const notices = await noticesOf(collection, item);
  const subjects = new Map(notices.map(({ recipient, subject }) => [recipient, subject]));
  expect(subjects.size, JSON.stringify(notices)).toBe(notices.length);
  return subjects;
}

/** Forgets what was said, so that the next step is seen alone. */
const forget = (collection: string, item: Id) =>
  app
    .knex('directus_notifications')
    .where({ collection, item: String(item) })
    .delete();

/** Exactly these were told, each in these words. */
function expectTold(subjects: Map<string, string>, expected: readonly (readonly [Client, string])[]): void {
  expect([...subjects].sort()).toEqual(expected.map(([{ id }, subject]) => [id, subject]).sort());
}

async function made(asked: Promise<Answer>): Promise<Id> {
  const { status, body } = await asked;
  expect(status, JSON.stringify(body)).toBe(200);
  return body.data.id;
}

/** So many days from now in WIB. */
function dayFromNow(days: number): string {
  return new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
}

describe('a partnership review', () => {
  const name = 'Tanpa Penerimaan';
  let review: Id;

  it('is told to its kader and to the heads, but not to who opened it', async () => {
    review = await made(headId.post('/items/partnership_review', { kader: books.idle, evidence: 'Bukti.' }));
    expectTold(await told('partnership_review', review), [
      [headEn, `A partnership review is opened: ${name}`],
      [kaderEn, 'Your partnership is under review'],
    ]);
    const [{ message } = { message: '' }] = (await noticesOf('partnership_review', review)).filter(
      ({ recipient }) => recipient === kaderEn.id,
    );
    expect(message).toMatch(/^Read the evidence and write your answer by \d{1,2} [A-Z][a-z]+ \d{4}\./);
  });

  it('is told to the heads when the kader answers, each in their own language', async () => {
    await forget('partnership_review', review);
    await kaderEn.patch(`/items/partnership_review/${review}`, { answer: 'I was ill.' });
    expectTold(await told('partnership_review', review), [
      [headId, `Peninjauan kemitraan dijawab: ${name}`],
      [headEn, `A partnership review is answered: ${name}`],
    ]);
  });

  it('is told to the kader alone when it is withdrawn, and a change of another field tells nobody', async () => {
    await forget('partnership_review', review);
    await headId.patch(`/items/partnership_review/${review}`, { note: 'Dibicarakan' });
    expect(await noticesOf('partnership_review', review)).toEqual([]);
    const withdrawn = { status: 'withdrawn', withdrawn_reason: 'Keliru.' };
    expect((await headId.patch(`/items/partnership_review/${review}`, withdrawn)).status).toBe(200);
    expectTold(await told('partnership_review', review), [[kaderEn, 'The review of your partnership is withdrawn']]);
  });

  it('decided, is told to the kader in Indonesian where that is their language', async () => {
    const other = await made(headEn.post('/items/partnership_review', { kader: books.above, evidence: 'Bukti.' }));
    expectTold(await told('partnership_review', other), [
      [headId, 'Peninjauan kemitraan dibuka: Di Atas Target'],
      [kaderId, 'Kemitraan Anda ditinjau'],
    ]);
    await kaderId.patch(`/items/partnership_review/${other}`, { answer: 'Saya sakit.' });
    await forget('partnership_review', other);
    const decision = { decision: 'continue', decision_note: 'Dilanjutkan.' };
    await made(headEn.post(`/kader-jkn/reviews/${other}/decide`, decision));
    expect(await noticesOf('partnership_review', other)).toEqual([
      {
        recipient: kaderId.id,
        subject: 'Keputusan peninjauan kemitraan Anda',
        message: 'Kemitraan Anda dilanjutkan. Surat keputusannya dapat diunduh.',
      },
    ]);
  });

  it('leaves no notice where its transaction fails', async () => {
    const before = await app.knex('directus_notifications').count('* as n').first();
    const attempt = app.knex.transaction(async (trx) => {
      const row = { kader: books.exact, branch: books.branch, reason: 'manual', status: 'open', evidence: 'x' };
      await trx('partnership_review').insert({ ...row, opened_on: dayFromNow(0), due_on: dayFromNow(9) });
      throw new Error('power cut');
    });
    await expect(attempt).rejects.toThrow('power cut');
    expect(await app.knex('directus_notifications').count('* as n').first()).toEqual(before);
  });
});

describe('a dispute', () => {
  it('is told to the heads when asked, and to its kader when answered', async () => {
    const statement = (await app.knex('commission').where({ kader: books.idle }).first('id')).id;
    const asked = { statement, line_kind: 'total', question: 'Why?' };
    const dispute = await made(kaderEn.post('/kader-jkn/disputes', asked));
    const asks = await told('dispute', dispute);
    expect([...asks.keys()].sort()).toEqual([headId.id, headEn.id].sort());
    expect(asks.get(String(headId.id))).toMatch(/^Tanpa Penerimaan mempertanyakan imbal jasa [A-Z]/);
    expect(asks.get(String(headEn.id))).toMatch(/^Tanpa Penerimaan questions the statement of [A-Z]/);

    await forget('dispute', dispute);
    await made(headId.post(`/kader-jkn/disputes/${dispute}/answer`, { decision: 'decline', answer: 'Benar.' }));
    const answers = await told('dispute', dispute);
    expect([...answers.keys()]).toEqual([kaderEn.id]);
    expect(answers.get(String(kaderEn.id))).toMatch(/^Your question about .* is answered$/);
  });
});

describe('a mute', () => {
  it('is told to the heads when asked for, and to who asked when decided', async () => {
    const { id: binaan } = await app.knex('binaan').where({ kader: books.above }).first('id');
    await app.knex('binaan').where({ id: binaan }).update({ head_name: 'Ibu Tenang' });
    const mute = await made(kaderId.post('/items/mute', { binaan, reason: 'hardship', until_date: dayFromNow(9) }));
    expectTold(await told('mute', mute), [
      [headId, 'Jeda kontak diminta: Ibu Tenang'],
      [headEn, 'A mute is asked for: Ibu Tenang'],
    ]);
    await forget('mute', mute);
    expect((await headEn.patch(`/items/mute/${mute}`, { status: 'declined', decision_note: 'Belum.' })).status).toBe(
      200,
    );
    expectTold(await told('mute', mute), [[kaderId, 'Jeda kontak Ibu Tenang ditolak']]);
  });
});

describe('a month', () => {
  let programme: Programme;
  let partner: Client;
  let idle: Client;
  let period: Id;
  let approver: Client;

  beforeAll(async () => {
    programme = await makeProgramme(app, { policy: { four_eyes: true } });
    const { branch, months } = programme;
    approver = await app.login('head', { branch, language: 'en-US' });
    const earning = await makePartner(app, programme, 1);
    const nothing = await makePartner(app, programme, 1);
    partner = await app.login('kader', { branch, kader: earning.kader, language: 'en-US' });
    idle = await app.login('kader', { branch, kader: nothing.kader });
    await pay(programme, earning.families[0], months[0], 140_000);
    period = await periodOf(app, programme, months[0]);
    await close(app, programme, months[0]);
  });

  it('closed is told to the office of its branch, with what came of it, and to nobody else', async () => {
    const { body } = await app.admin.get(`/items/branch/${programme.branch}?fields=name`);
    const subjects = await told('period', period);
    expect([...subjects.keys()].sort()).toEqual([programme.head.id, programme.staff.id, approver.id].sort());
    expect(subjects.get(String(approver.id))).toMatch(new RegExp(`^${body.data.name}: [A-Z][a-z]+ \\d{4} is closed$`));
    expect(subjects.get(String(programme.head.id))).toMatch(/ sudah ditutup$/);
    const [{ message } = { message: '' }] = (await noticesOf('period', period)).filter(
      ({ recipient }) => recipient === programme.head.id,
    );
    expect(message).toBe('Perhitungan imbal jasa dibuat: 2. Peringatan: 0. Peninjauan dibuka: 0.');
  });

  it('closed is told to each kader by their own statement alone', async () => {
    for (const [client, words] of [
      [partner, /^Your statement of [A-Z][a-z]+ \d{4} is ready$/],
      [idle, /^Perhitungan imbal jasa [A-Z][a-z]+ \d{4} sudah jadi$/],
    ] as const) {
      const [{ kader }] = await app.knex('directus_users').where({ id: client.id }).select('kader');
      const statement = await app.knex('commission').where({ kader, period }).first('id');
      const subjects = await told('commission', statement.id);
      expect([...subjects.keys()]).toEqual([client.id]);
      expect(subjects.get(String(client.id))).toMatch(words);
    }
  });

  it('approved is told to the office but who approved, and paid to who is paid', async () => {
    await forget('period', period);
    const statements = await app.knex('commission').where({ period }).pluck('id');
    for (const id of statements) await forget('commission', id);
    const order = { period, by: approver.id, now: new Date() };
    await approvePeriod(app.knex, order);
    const subjects = await told('period', period);
    expect([...subjects.keys()].sort()).toEqual([programme.head.id, programme.staff.id].sort());
    expect(subjects.get(String(programme.staff.id))).toMatch(/: imbal jasa [A-Z][a-z]+ \d{4} disetujui$/);

    await payPeriod(app.knex, { ...order, reference: 'TRF-1', paidOn: dayFromNow(0) });
    const paid = await app.knex('directus_notifications').whereIn('item', statements.map(String)).where({
      collection: 'commission',
    });
    expect(paid.map(({ recipient }) => recipient)).toEqual([partner.id]);
    expect(paid[0].subject).toMatch(/^Your pay of [A-Z][a-z]+ \d{4} has been paid$/);
  });
});

describe('an import', () => {
  const list = (months: string, from: number) =>
    listOf([from, from + 1].map((serial) => ({ kk: kkOf(serial), va: '', months })));
  const asOf = { as_of: dayFromNow(-20) };

  it('done is told to who started it', async () => {
    const { batch, status } = await takeIn(app, staffEn, list('10', 8101), asOf);
    expect(status).toBe('done');
    const notices = await noticesOf('import_batch', batch);
    expect(notices).toMatchObject([{ recipient: staffEn.id, message: expect.stringMatching(/^New families: 2\. /) }]);
    expect(notices[0]?.subject).toMatch(/^The list as of \d{1,2} [A-Z][a-z]+ \d{4} is taken in$/);
  });

  it('failed is told to who started it, with the reason', async () => {
    const { batch, status } = await takeIn(app, headId, list('sejuta', 8201), { ...asOf, mode: 'all_or_none' });
    expect(status).toBe('failed');
    const notices = await noticesOf('import_batch', batch);
    const { message } = await app.knex('import_batch').where({ id: batch }).first('message');
    expect(notices).toMatchObject([{ recipient: headId.id, message }]);
    expect(notices[0]?.subject).toMatch(/^Daftar per .* gagal dimasukkan$/);
  });
});

describe('a decision of monev', () => {
  it('is told to its owner, again only when the owner changes, and not to who owns what they wrote', async () => {
    const session = await made(headId.post('/items/monev_session', { month: books.lastMonth, held_on: dayFromNow(0) }));
    const fields = { session, text: 'Dampingi Sri setiap Senin', due_on: dayFromNow(20) };
    const own = await made(headId.post('/items/monev_decision', { ...fields, owner: headId.id }));
    expect(await noticesOf('monev_decision', own)).toEqual([]);

    const decision = await made(headId.post('/items/monev_decision', { ...fields, owner: staffEn.id }));
    await headId.patch(`/items/monev_decision/${decision}`, { due_on: dayFromNow(21) });
    const [notice, ...more] = await noticesOf('monev_decision', decision);
    expect(more).toEqual([]);
    expect(notice?.recipient).toBe(staffEn.id);
    expect(notice?.subject).toMatch(/^A decision of the monev of [A-Z][a-z]+ \d{4} is yours to carry out$/);
    expect(JSON.stringify(notice)).not.toContain('Sri');

    await headEn.patch(`/items/monev_decision/${decision}`, { owner: headId.id });
    const subjects = await told('monev_decision', decision);
    expect([...subjects.keys()].sort()).toEqual([headId.id, staffEn.id].sort());
    expect(subjects.get(String(headId.id))).toMatch(/^Anda penanggung jawab satu keputusan monev [A-Z]/);
  });
});

describe('an award', () => {
  it('is told to its kader', async () => {
    const { id: rule } = await app.knex('award_rule').where({ branch: null, active: true }).first('id');
    const order = { rule, kader: books.above, month: books.lastMonth };
    const award = await made(headId.post('/kader-jkn/monev/awards', order));
    expect(await noticesOf('award', award)).toEqual([
      {
        recipient: kaderId.id,
        subject: expect.stringMatching(/^Penghargaan untuk Anda: /),
        message: 'Piagamnya dapat diunduh.',
      },
    ]);
  });
});

/** Writes to the outbox as our own code does. */
async function messaging<T>(work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
  return await app.knex.transaction(async (trx) => {
    await trx.raw("select set_config('kader.messaging', 'on', true)");
    return await work(trx);
  });
}

describe('an overdue complaint', () => {
  it('is told once to the heads, past the kader it is about', async () => {
    const { id: category } = await app.knex('complaint_category').where({ code: 'kader_conduct' }).first('id');
    const fields = { category, channel: 'phone', text: 'Bukti tidak diberi', about_kader: books.above };
    const days = { told_on: dayFromNow(-20), due_on: dayFromNow(-1) };
    const complaint = await made(staffEn.post('/items/complaint', { ...fields, ...days }));
    expectTold(await told('complaint', complaint), [
      [headId, 'Pengaduan tentang kader Di Atas Target'],
      [headEn, 'A complaint about kader Di Atas Target'],
    ]);
    await forget('complaint', complaint);
    await keepLives(app.knex);
    await keepLives(app.knex);
    const subjects = await told('complaint', complaint);
    expect([...subjects.keys()].sort()).toEqual([headId.id, headEn.id].sort());
    expect(subjects.get(String(headId.id))).toMatch(/^Lewat batas: /);
    expect(subjects.get(String(headEn.id))).toMatch(/^Overdue: /);
  });
});

describe('a batch of messages', () => {
  async function batchOf(asker: Client, status: 'waiting' | 'approved', branch: Id | null = books.branch): Promise<Id> {
    const row = { name: 'Pengingat', branch, template_key: 'arrears_reminder', channel: 'best', size: 60 };
    return await messaging(async (trx) => {
      const [made] = await trx('message_batch')
        .insert({ ...row, status, asked_by: asker.id })
        .returning('id');
      return made.id;
    });
  }
  const decide = (id: Id, by: Client, status: string, decision_note: string | null = null) =>
    messaging((trx) => trx('message_batch').where({ id }).update({ status, decided_by: by.id, decision_note }));

  it('that waits is told to the heads, and approved to who asked', async () => {
    const batch = await batchOf(staffEn, 'waiting');
    expectTold(await told('message_batch', batch), [
      [headId, 'Kiriman menunggu persetujuan: Pengingat'],
      [headEn, 'A batch of messages waits for approval: Pengingat'],
    ]);
    await forget('message_batch', batch);
    await decide(batch, headId, 'approved');
    expectTold(await told('message_batch', batch), [[staffEn, 'The batch is approved: Pengingat']]);
  });

  it('of a head waits for the other one, who says why it is declined', async () => {
    const batch = await batchOf(headId, 'waiting');
    expectTold(await told('message_batch', batch), [[headEn, 'A batch of messages waits for approval: Pengingat']]);
    await forget('message_batch', batch);
    await decide(batch, headEn, 'declined', 'Terlalu banyak.');
    expect(await noticesOf('message_batch', batch)).toEqual([
      { recipient: headId.id, subject: 'Kiriman ditolak: Pengingat', message: 'Alasan: Terlalu banyak.' },
    ]);
  });

  it('of the only head, and one of no branch, waits for an administrator', async () => {
    const { branch } = await app.knex('directus_users').where({ id: stranger.id }).first('branch');
    for (const batch of [await batchOf(stranger, 'waiting', branch), await batchOf(headId, 'waiting', null)]) {
      expect([...(await told('message_batch', batch)).keys()]).toEqual([app.admin.id]);
    }
  });

  it('that goes at once, or is taken back, is told to nobody', async () => {
    expect(await noticesOf('message_batch', await batchOf(staffEn, 'approved'))).toEqual([]);
    const batch = await batchOf(staffEn, 'waiting');
    await forget('message_batch', batch);
    await decide(batch, staffEn, 'cancelled');
    expect(await noticesOf('message_batch', batch)).toEqual([]);
  });
});

describe('messages that do not get through', () => {
  let made = 0;

  async function failed(branch: Id | null): Promise<void> {
    made += 1;
    const row = { channel: 'email', about: 'notice', template_key: 'notice', language: 'id-ID', cause: 'test' };
    await messaging(async (trx) => {
      const message_id = `<notice-${made}@example.com>`;
      const [{ id }] = await trx('message')
        .insert({ ...row, branch, message_id, status: 'new', recipient_kind: 'address', date_created: trx.fn.now() })
        .returning('id');
      await trx('message').where({ id }).update({ status: 'queued' });
      await trx('message').where({ id }).update({ status: 'claimed', claimed_by: 'x', claimed_at: trx.fn.now() });
      await trx('message').where({ id }).update({ status: 'failed', last_error: '550 No such user' });
    });
  }
  const readers = async (): Promise<string[]> =>
    (await app.knex('directus_notifications').where({ collection: 'message' }).orderBy('id')).map(
      ({ recipient, subject }) => `${recipient} ${subject}`,
    );

  it('are told to the office of their branch once a day, each in their own language', async () => {
    await failed(books.branch);
    await failed(books.branch);
    const { rows } = await app.knex.raw('select unnest(kader_office(?)) as id', [books.branch]);
    const first = await readers();
    expect(first).toHaveLength(rows.length);
    expect(first).toContain(`${headId.id} Ada pesan yang tidak sampai`);
    expect(first).toContain(`${staffEn.id} Messages did not get through`);
    for (const { id } of [stranger, kaderId, auditor, app.admin]) expect(first.join()).not.toContain(String(id));

    await app
      .knex('directus_notifications')
      .where({ collection: 'message' })
      .update({ timestamp: app.knex.raw("now() - interval '1 day'") });
    await failed(books.branch);
    expect(await readers()).toHaveLength(2 * first.length);
  });

  it('of no branch are told to administrators', async () => {
    await app.knex('directus_notifications').where({ collection: 'message' }).delete();
    await failed(null);
    expect(await readers()).toEqual([expect.stringContaining(String(app.admin.id))]);
  });
});

describe('whoever is told', () => {
  it('reads their own notices and no others', async () => {
    let read = 0;
    for (const client of everybody.filter(({ id }) => id !== app.admin.id)) {
      const { status, body } = await client.get('/notifications?limit=-1&fields=recipient');
      expect(status).toBe(200);
      expect(body.data.filter(({ recipient }: Notice) => recipient !== client.id)).toEqual([]);
      read += body.data.length;
    }
    expect(read).toBeGreaterThan(4);
  });

  it('is nobody whose account is not active', async () => {
    const { branch } = books;
    const gone = await app.login('head', { branch, status: 'suspended' });
    const review = await made(headId.post('/items/partnership_review', { kader: books.exact, evidence: 'Bukti.' }));
    expect([...(await told('partnership_review', review)).keys()]).not.toContain(gone.id);
  });
});
