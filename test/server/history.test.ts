import { beforeAll, describe, expect, it } from 'vitest';
import type { StateChange } from '../../extensions/kader-jkn/src/contract/records.ts';
import { type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { close, makePartner, makeProgramme, type Programme, pay, refusalCode } from './programme-fixture.ts';

let app: TestDirectus;
let programme: Programme;
let partner: { kader: number; families: number[] };
let checker: Client;
let kader: Client;

/** What the history says of one record, oldest first. */
async function historyOf(link: keyof StateChange, id: number): Promise<StateChange[]> {
  return await app
    .knex('state_change')
    .where({ [link]: id })
    .orderBy('id');
}

async function ok(answer: Promise<{ status: number; body: { data: Record<string, unknown> } }>) {
  const { status, body } = await answer;
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.data;
}

/** The code in what a statement of SQL was refused with. */
const bySql = (work: Promise<unknown>) =>
  refusalCode(
    work.catch((error: Error) => {
      throw new Error(/KADER_[A-Z_]+/.exec(error.message)?.[0] ?? error.message);
    }),
  );

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  programme = await makeProgramme(app);
  partner = await makePartner(app, programme, 6);
  checker = await app.login('head', { branch: programme.branch });
  kader = await app.login('kader', { branch: programme.branch, kader: partner.kader });
});

describe('the history of a collection', () => {
  it('is empty while it is as it was recorded', async () => {
    const id = await pay(programme, partner.families[0], programme.months[0]);
    expect(await historyOf('collection', id)).toEqual([]);
  });

  it('says who verified it and when', async () => {
    const id = await pay(programme, partner.families[0], programme.months[0]);
    await ok(programme.head.patch(`/items/collection/${id}`, { status: 'verified' }));
    const stored = await app.knex('collection').where({ id }).first('verified_at', 'verified_by');
    const [change, ...more] = await historyOf('collection', id);
    expect(more).toEqual([]);
    expect(change).toMatchObject({
      record_type: 'collection',
      branch: programme.branch,
      kader: partner.kader,
      from_status: 'recorded',
      to_status: 'verified',
      changed_by: programme.head.id,
      by_process: false,
      reason: null,
      statement: null,
    });
    expect(change?.changed_at).toEqual(stored.verified_at);
    expect(stored.verified_by).toBe(programme.head.id);
  });

  it('says why it was voided, in the words of whoever did it', async () => {
    const id = await pay(programme, partner.families[0], programme.months[0]);
    await ok(programme.staff.patch(`/items/collection/${id}`, { status: 'void', void_reason: 'Salah keluarga' }));
    expect(await historyOf('collection', id)).toMatchObject([
      { from_status: 'recorded', to_status: 'void', changed_by: programme.staff.id, reason: 'Salah keluarga' },
    ]);
  });

  it('tells many changes at once one by one, and none of the others', async () => {
    const paid = await Promise.all([1, 2, 3].map((at) => pay(programme, partner.families[at], programme.months[0])));
    // recorded side by side, their numbers come in any order
    const ids = paid.toSorted((one, other) => one - other);
    const [first, second, third] = ids;
    await ok(programme.head.patch('/items/collection', { keys: [first, second], data: { status: 'verified' } }));
    const before = await historyOf('branch', programme.branch);
    await ok(programme.head.patch('/items/collection', { keys: ids, data: { note: 'Diperiksa' } }));
    expect(await historyOf('branch', programme.branch)).toEqual(before);
    const changes = before.filter(({ collection }) => collection !== null && ids.includes(collection));
    expect(changes.map(({ collection }) => collection)).toEqual([first, second]);
    expect(await historyOf('collection', third ?? 0)).toEqual([]);
  });

  it('says that a process changed it, although a person changed it before', async () => {
    const id = await pay(programme, partner.families[0], programme.months[0]);
    await app.knex('collection').where({ id }).update({ status: 'void', void_reason: 'Dibatalkan bank' });
    expect(await historyOf('collection', id)).toMatchObject([{ changed_by: null, by_process: true }]);
  });
});

describe('the history of a month', () => {
  it('follows it and its statements through close and approval, and the reversal through its verification', async () => {
    const [first] = programme.months;
    const original = await pay(programme, partner.families[4], first, 140_000);
    const { period } = await close(app, programme, first);
    expect(await historyOf('period', period)).toMatchObject([
      { record_type: 'period', from_status: 'open', to_status: 'closed', changed_by: programme.head.id, kader: null },
    ]);
    const statement = await app.knex('commission').where({ period, kader: partner.kader }).first('id');
    expect(await historyOf('statement', statement.id)).toEqual([]);

    const made = await ok(
      programme.staff.post('/items/collection', { reverses: original, amount: -40_000, void_reason: 'Kelebihan' }),
    );
    await ok(programme.head.patch(`/items/collection/${original}`, { status: 'verified' }));
    const [followed] = await historyOf('collection', Number(made['id']));
    expect(followed).toMatchObject({
      to_status: 'verified',
      changed_by: programme.head.id,
      reason: `Mengikuti verifikasi penerimaan nomor ${original}`,
    });

    await ok(checker.patch(`/items/period/${period}`, { status: 'approved' }));
    expect((await historyOf('period', period)).at(-1)).toMatchObject({
      from_status: 'closed',
      to_status: 'approved',
      changed_by: checker.id,
      by_process: false,
    });
    expect(await historyOf('statement', statement.id)).toMatchObject([
      {
        from_status: 'closed',
        to_status: 'approved',
        changed_by: checker.id,
        kader: partner.kader,
        reason: `Mengikuti bulan buku ${first}`,
      },
    ]);

    const told = { payment_reference: 'TRF-77', paid_on: `${programme.months[1]}-03` };
    await ok(checker.post(`/kader-jkn/periods/${period}/pay`, told));
    const why = { changed_by: checker.id, reason: `TRF-77 · ${programme.months[1]}-03` };
    expect((await historyOf('period', period)).at(-1)).toMatchObject({ to_status: 'paid', ...why });
    expect((await historyOf('statement', statement.id)).at(-1)).toMatchObject({ to_status: 'paid', ...why });
  });

  it('says who opened it again and why, for each of its statements too', async () => {
    const [, second] = programme.months;
    const { period } = await close(app, programme, second);
    const statement = await app.knex('commission').where({ period, kader: partner.kader }).first('id');
    await ok(checker.post(`/kader-jkn/periods/${period}/reopen`, { reason: 'Pembayaran tertinggal' }));
    const why = { changed_by: checker.id, reason: 'Pembayaran tertinggal' };
    expect((await historyOf('period', period)).at(-1)).toMatchObject({
      from_status: 'closed',
      to_status: 'open',
      ...why,
    });
    expect((await historyOf('statement', statement.id)).at(-1)).toMatchObject({ to_status: 'draft', ...why });
    await close(app, programme, second);
    expect((await historyOf('statement', statement.id)).at(-1)).toMatchObject({
      from_status: 'draft',
      to_status: 'closed',
      changed_by: programme.head.id,
      reason: `Mengikuti bulan buku ${second}`,
    });
  });
});

describe('the history of what a kader questions', () => {
  it('says how it was answered and in which words, and why a correction was voided', async () => {
    const statement = await app.knex('commission').where({ kader: partner.kader }).first('id');
    const ask = async (line_kind: string) =>
      await ok(kader.post('/kader-jkn/disputes', { statement: statement.id, line_kind, question: 'Mengapa?' }));
    const declined = Number((await ask('total'))['id']);
    await ok(checker.post(`/kader-jkn/disputes/${declined}/answer`, { decision: 'decline', answer: 'Sudah benar' }));
    expect(await historyOf('dispute', declined)).toMatchObject([
      {
        from_status: 'open',
        to_status: 'declined',
        changed_by: checker.id,
        reason: 'Sudah benar',
        kader: partner.kader,
      },
    ]);
    const withdrawn = Number((await ask('percentage'))['id']);
    await ok(kader.post(`/kader-jkn/disputes/${withdrawn}/withdraw`));
    expect(await historyOf('dispute', withdrawn)).toMatchObject([{ to_status: 'withdrawn', changed_by: kader.id }]);

    const told = { kader: partner.kader, amount: 2_500, reason: 'Tarif baru' };
    const { id } = await ok(checker.post('/items/commission_adjustment', told));
    const voiding = { status: 'void', void_reason: 'Salah kader' };
    await ok(checker.patch(`/items/commission_adjustment/${id}`, voiding));
    expect(await historyOf('adjustment', Number(id))).toMatchObject([
      { from_status: 'recorded', to_status: 'void', changed_by: checker.id, reason: 'Salah kader' },
    ]);
  });
});

describe('the history', () => {
  it('takes the reason that the transaction tells', async () => {
    const id = await pay(programme, partner.families[5], programme.months[2]);
    await app.knex.transaction(async (trx) => {
      await trx.raw(`select set_config('kader.reason', 'Rekening koran diterima', true)`);
      await trx('collection').where({ id }).update({ status: 'verified', verified_by: checker.id });
      await trx('collection').where({ id }).update({ status: 'void', void_reason: 'Dibatalkan bank' });
    });
    expect(await historyOf('collection', id)).toMatchObject([
      { to_status: 'verified', reason: 'Rekening koran diterima' },
      { to_status: 'void', reason: 'Dibatalkan bank' },
    ]);
  });

  it('of a scheme says who put it in force and who archived it', async () => {
    const scheme = await ok(
      app.admin.post('/items/commission_scheme', {
        name: 'Skema percobaan',
        branch: programme.branch,
        effective_from: '2031-01-01',
        status: 'draft',
        rules: [{ kind: 'percentage', months_from: 0, months_to: null, rate_bp: 1000, sort: 1 }],
      }),
    );
    const path = `/items/commission_scheme/${scheme['id']}`;
    await ok(app.admin.patch(path, { status: 'active' }));
    await ok(app.admin.patch(path, { status: 'archived' }));
    expect(await historyOf('scheme', Number(scheme['id']))).toMatchObject([
      { from_status: 'draft', to_status: 'active', changed_by: app.admin.id, branch: programme.branch },
      { from_status: 'active', to_status: 'archived', changed_by: app.admin.id },
    ]);
  });

  it('is made, changed and deleted by nobody, whoever asks', async () => {
    const { id, ...change } = await app.knex('state_change').where({ branch: programme.branch }).first();
    const path = `/items/state_change/${id}`;
    for (const client of [programme.head, programme.staff]) {
      expect((await client.post('/items/state_change', change)).status).toBe(403);
      expect((await client.patch(path, { reason: 'Lain' })).status).toBe(403);
      expect((await client.delete(path)).status).toBe(403);
    }
    for (const answer of [
      await app.admin.post('/items/state_change', change),
      await app.admin.patch(path, { reason: 'Lain' }),
      await app.admin.patch(path, { changed_by: null }),
      await app.admin.delete(path),
    ]) {
      expect(answer.status).toBe(409);
      expect(answer.body.errors[0].extensions.code).toBe('KADER_HISTORY_KEPT');
    }
    const table = () => app.knex('state_change');
    expect(await bySql(table().insert(change))).toBe('KADER_HISTORY_KEPT');
    expect(await bySql(table().where({ id }).update({ to_status: 'void' }))).toBe('KADER_HISTORY_KEPT');
    expect(await bySql(table().where({ id }).delete())).toBe('KADER_HISTORY_KEPT');
    expect(await bySql(app.knex.raw('truncate state_change'))).toBe('KADER_HISTORY_KEPT');
    expect(await table().where({ id }).first()).toEqual({ id, ...change });
  });

  it('stays when the account of whoever did it is deleted', async () => {
    const leaver = await app.login('staff', { branch: programme.branch });
    const id = await pay(programme, partner.families[5], programme.months[2]);
    await ok(leaver.patch(`/items/collection/${id}`, { status: 'void', void_reason: 'Salah catat' }));
    expect((await app.admin.delete(`/users/${leaver.id}`)).status).toBe(204);
    expect(await historyOf('collection', id)).toMatchObject([
      { to_status: 'void', changed_by: null, by_process: false, reason: 'Salah catat' },
    ]);
  });

  it('is read by whoever may read the record, and by nobody else', async () => {
    const elsewhere = await makeProgramme(app);
    const other = await makePartner(app, elsewhere, 1);
    const theirs = await pay(elsewhere, other.families[0], elsewhere.months[0]);
    await ok(elsewhere.staff.patch(`/items/collection/${theirs}`, { status: 'void', void_reason: 'Salah' }));
    const colleague = await makePartner(app, programme, 1);
    const beside = await pay(programme, colleague.families[0], programme.months[2]);
    await ok(programme.staff.patch(`/items/collection/${beside}`, { status: 'void', void_reason: 'Salah' }));

    const auditor = await app.login('auditor');
    const branches = async (client: Client) => {
      const rows = await ok(client.get('/items/state_change?limit=-1&fields=branch,kader,record_type'));
      return rows as unknown as { branch: number | null; kader: number | null; record_type: string }[];
    };
    for (const client of [programme.head, programme.staff]) {
      expect(new Set((await branches(client)).map(({ branch }) => branch))).toEqual(new Set([programme.branch]));
    }
    expect(new Set((await branches(auditor)).map(({ branch }) => branch))).toContain(elsewhere.branch);
    const own = await branches(kader);
    expect(new Set(own.map((one) => one.kader))).toEqual(new Set([partner.kader]));
    expect(new Set(own.map((one) => one.record_type))).toEqual(
      new Set(['collection', 'statement', 'dispute', 'adjustment']),
    );
    for (const role of ['telekolekting', 'integration'] as const) {
      const client = await app.login(role, { branch: programme.branch });
      expect((await client.get('/items/state_change')).status).toBe(403);
    }
    expect((await app.public.get('/items/state_change')).status).toBe(403);
    expect(await branches(await app.login('staff'))).toEqual([]);
  });

  it('stands in the form of its record', async () => {
    const id = await pay(programme, partner.families[5], programme.months[2]);
    await ok(programme.staff.patch(`/items/collection/${id}`, { status: 'void', void_reason: 'Salah' }));
    const seen = await ok(programme.staff.get(`/items/collection/${id}?fields=history.to_status,history.changed_by`));
    expect(seen['history']).toEqual([{ to_status: 'void', changed_by: programme.staff.id }]);
  });
});
