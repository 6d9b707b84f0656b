import { beforeAll, describe, expect, it } from 'vitest';
import type { RoleKey } from '../../extensions/kader-jkn/src/contract/access.ts';
import type { Coverage } from '../../extensions/kader-jkn/src/contract/assignments.ts';
import type { AttainmentAnswer } from '../../extensions/kader-jkn/src/contract/monev.ts';
import type {
  CoverageAnswer,
  EarlyWarningAnswer,
  OpenMatterKind,
  OpenMattersAnswer,
  WorkforceAnswer,
} from '../../extensions/kader-jkn/src/contract/monev-people.ts';
import { dateOf, daysAfter, lastDay, type Period } from '../../extensions/kader-jkn/src/core/period.ts';
import { judgePromises } from '../../extensions/kader-jkn/src/server/contacts/judge-promises.ts';
import { recordCollections } from '../../extensions/kader-jkn/src/server/record-collections.ts';
import { type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { type BooksFixture, closeMonth, makeBooks, makeFamily, makeKader, monthFromNow } from './books-fixture.ts';
import { type GeneratedBranch, makeGenerated, seeded } from './monev-generated.ts';
import { coverageByHand, signsByHand, workforceByHand } from './monev-reference-people.ts';

let app: TestDirectus;
let branches: GeneratedBranch[];
let books: BooksFixture;
let strange: BooksFixture;
/** the kader whom a complaint is about; a kader has one account */
let accused: Client;

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  branches = [await makeGenerated(app, { seed: 1 }), await makeGenerated(app, { seed: 2, timezone: 'Asia/Makassar' })];
  books = await makeBooks(app, false);
  strange = await makeBooks(app, false);
  accused = await app.login('kader', { branch: books.branch, kader: books.kader });
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

const notAllowed = [403, 'KADER_NOT_ALLOWED'];
const today = dateOf(new Date(), 'Asia/Jakarta');

describe('the workforce', () => {
  const reasons = ['moved', 'health', 'own_wish', null] as const;
  let from = '';
  let to = '';

  beforeAll(async () => {
    from = monthFromNow(-11);
    to = monthFromNow(0);
    for (const [index, { id, places }] of branches.entries()) {
      const random = seeded(40 + index);
      for (let made = 0; made < 24; made += 1) {
        const joined = daysAfter(today, -Math.floor(30 + random() * 500));
        const kader = await makeKader(app, {
          branch: id,
          district: places[made % places.length]?.district,
          joined_on: joined,
        });
        if (random() < 0.5) continue;
        const lived = daysAfter(joined, Math.floor(random() * 200));
        const ended = made % 4 === 0 ? lastDay(lived.slice(0, 7) as Period) : lived;
        const end_reason = reasons[Math.floor(random() * reasons.length)];
        if (ended < today)
          await app.knex('kader').where({ id: kader }).update({ status: 'ended', ended_on: ended, end_reason });
      }
    }
  });

  it('adds up month by month, as one counts it day by day', async () => {
    for (const { id } of branches) {
      const answer = await ask<WorkforceAnswer>(app.admin, `workforce?branch=${id}&from=${from}&to=${to}`);
      const months = answer.months.map(({ month, realised, joined, left }) => ({
        month,
        level: realised,
        joined,
        left,
      }));
      expect(months).toEqual(
        await workforceByHand(
          app,
          id,
          answer.months.map(({ month }) => month),
        ),
      );
      expect(answer.months).toHaveLength(12);
      let level = answer.before;
      for (const { joined, left, realised } of answer.months) {
        level += joined - left;
        expect(realised).toBe(level);
      }
      expect(answer.level).toBe(level);
      expect(answer.reasons.reduce((sum, { kader }) => sum + kader, 0)).toBe(answer.left);
    }
  });

  it('is the same figure as the attainment of kader, also of an area and of all branches', async () => {
    const [branch] = branches;
    const area = branch?.places[3]?.regency;
    for (const where of [`branch=${branch?.id}`, `branch=${branch?.id}&area=${area}`, '']) {
      const span = `from=${from}&to=${to}`;
      const workforce = await ask<WorkforceAnswer>(app.admin, `workforce?${where}&${span}`);
      const attained = await ask<AttainmentAnswer>(app.admin, `attainment?measure=kader&${where}&${span}`);
      expect(workforce.total).toEqual(attained.total);
      expect(workforce.rows).toEqual(attained.rows);
    }
  });

  it('compares with the target over its own span, and tells reasons that nobody wrote down', async () => {
    const [branch] = branches;
    const target = { measure: 'kader', scope: 'whole', per: 'span', adds_up: 'level', value: 40 };
    await app.admin.post('/items/target', { ...target, branch: branch?.id, month_from: from, month_to: to });
    const answer = await ask<WorkforceAnswer>(app.admin, `workforce?branch=${branch?.id}`);
    expect(answer.span).toMatchObject({ from, to, chosen: 'target' });
    expect(answer.total.attainment).toBe((answer.total.realised ?? 0) / 40);
    expect(answer.months.every((month) => month.target === 40)).toBe(true);
    const all = await ask<WorkforceAnswer>(app.admin, `workforce?from=${from}&to=${to}`);
    expect(all.total).toEqual(answer.total);
    expect(all.level).toBeGreaterThan(answer.level);
    expect(all.months.every((month) => month.target === null && month.realised !== null)).toBe(true);
    const ended = await app
      .knex('kader')
      .where({ branch: branch?.id })
      .whereNull('end_reason')
      .whereNotNull('ended_on');
    expect(answer.reasons.find(({ reason }) => reason === null)?.kader ?? 0).toBeLessThanOrEqual(ended.length);
  });
});

describe('coverage', () => {
  it('counts families and desa as one counts them by hand, and as the page that shares them does', async () => {
    const { branch, village, district } = books;
    const head = await app.login('head', { branch });
    const other = (
      await app.admin.post('/items/area', {
        level: 'village',
        code: `${(await app.knex('area').where({ id: district }).first()).code}.1002`,
        name: 'Desa tanpa kader',
        parent: district,
      })
    ).body.data.id;
    await app.admin.post('/items/kader_area', { kader: books.kader, area: village, from_date: '2020-01-01' });
    await makeFamily(app, { branch, kader: null, area: village });
    await makeFamily(app, { branch, kader: null, area: other });
    await makeFamily(app, { branch, kader: null, area: null });
    await makeFamily(app, { branch, kader: null, area: other, status: 'moved' });
    await makeFamily(app, { branch, kader: books.kader, area: other });
    await app.knex('program_policy').where({ branch }).update({ families_per_kader: 1 });

    const answer = await ask<CoverageAnswer>(head, 'coverage');
    const counted = await coverageByHand(app, branch, today);
    const { body } = await head.get('/kader-jkn/coverage');
    const page = body.data as Coverage;
    const all = ({ eligible, left }: CoverageAnswer['unheld']) =>
      eligible + Object.values(left).reduce((sum, families) => sum + families, 0);
    expect(answer.held).toBe(counted.held);
    expect(all(answer.unheld)).toBe(counted.unheld);
    expect(answer.unheld).toEqual(page.unheld);
    expect(answer.capacity).toBe(page.capacity);
    expect(answer.desa).toEqual({ with_families: 2, without_kader: 1 });
    expect(answer.gaps).toEqual([
      { id: other, name: 'Desa tanpa kader', district: expect.any(String), ...counted.ofDesa(other) },
    ]);
    expect(answer.above).toEqual([
      { kader: expect.objectContaining({ id: books.kader }), families: counted.ofKader(books.kader), capacity: 1 },
    ]);
    expect(answer.kader).toEqual({ available: 1, holding: 1, room: 0 });
    expect(answer.rows).toMatchObject([
      { kind: 'district', id: district, families: 4, unheld: 2, desa: 2, desa_without: 1, kader: 1 },
    ]);
    for (const { id, families, unheld } of page.desa) expect({ families, unheld }).toEqual(counted.ofDesa(id));

    const area = await ask<CoverageAnswer>(head, `coverage?area=${district}`);
    expect(area.unheld.left).toEqual({ 'not-active': 1 });
    expect(area.desa).toEqual(answer.desa);
  });

  it('stands branch by branch where there are several', async () => {
    const answer = await ask<CoverageAnswer>(app.admin, 'coverage');
    expect(answer.grouping).toBe('branch');
    expect(answer.capacity).toBeNull();
    const own = await ask<CoverageAnswer>(app.admin, `coverage?branch=${books.branch}`);
    const row = answer.rows.find(({ id }) => id === books.branch);
    expect(row?.families).toBe(own.rows.reduce((sum, { families }) => sum + families, 0));
  });
});

describe('open matters', () => {
  const of = (answer: OpenMattersAnswer, kind: OpenMatterKind) => answer.matters.find((one) => one.kind === kind);

  beforeAll(async () => {
    const { branch, kader } = books;
    await app.knex('partnership_review').insert([
      {
        branch,
        kader,
        reason: 'manual',
        evidence: 'x',
        status: 'open',
        opened_on: daysAfter(today, -20),
        due_on: daysAfter(today, -6),
      },
    ]);
    const category = (await app.knex('complaint_category').where({ code: 'kader_conduct' }).first('id')).id;
    const complaint = { category, channel: 'phone', text: 'Tidak diberi bukti', branch };
    await app.admin.post('/items/complaint', {
      ...complaint,
      about_kader: kader,
      told_on: daysAfter(today, -3),
      due_on: daysAfter(today, -1),
    });
    await app.admin.post('/items/complaint', {
      ...complaint,
      kader,
      told_on: daysAfter(today, -9),
      due_on: daysAfter(today, 3),
    });
    await app.admin.post('/items/kader_event', {
      kader,
      kind: 'mistreated',
      on_date: daysAfter(today, -2),
      reason: 'Diusir',
    });
  });

  it('are counted with the age of the oldest and what is past its day', async () => {
    const head = await app.login('head', { branch: books.branch });
    const answer = await ask<OpenMattersAnswer>(head, 'open-matters');
    expect(answer.matters.map(({ kind }) => kind)).toEqual([
      'mistreatment',
      'review',
      'warning',
      'dispute',
      'complaint',
    ]);
    expect(of(answer, 'review')).toMatchObject({ count: 1, oldest_days: 20, overdue: 1 });
    expect(of(answer, 'complaint')).toMatchObject({ count: 2, oldest_days: 9, overdue: 1 });
    expect(of(answer, 'mistreatment')).toMatchObject({ count: 1, oldest_days: 2, overdue: null });
    expect(of(answer, 'dispute')).toMatchObject({ count: 0, oldest_on: null, oldest_days: null });
    expect(JSON.stringify(answer)).not.toMatch(/Kader \d|Diusir|Tidak diberi/);
  });

  it('never count a complaint for the kader whom it is about', async () => {
    const answer = await ask<OpenMattersAnswer>(accused, 'open-matters');
    expect(of(answer, 'complaint')).toMatchObject({ count: 1, oldest_days: 9, overdue: 0 });
    expect(of(answer, 'review')).toMatchObject({ count: 1 });
  });

  it('are narrowed to the kader of an area, and none of another branch', async () => {
    const elsewhere = await ask<OpenMattersAnswer>(app.admin, `open-matters?area=${strange.district}`);
    expect(elsewhere.matters.every(({ count }) => count === 0)).toBe(true);
    const here = await ask<OpenMattersAnswer>(app.admin, `open-matters?area=${books.district}`);
    expect(of(here, 'complaint')?.count).toBe(2);
    const stranger = await app.login('head', { branch: strange.branch });
    const answer = await ask<OpenMattersAnswer>(stranger, 'open-matters');
    expect(answer.matters.every(({ count }) => count === 0)).toBe(true);
  });

  it('stand branch by branch for who sees several', async () => {
    const auditor = await app.login('auditor');
    const answer = await ask<OpenMattersAnswer>(auditor, 'open-matters');
    expect(of(answer, 'complaint')?.by_branch).toMatchObject([{ branch: { id: books.branch }, count: 2 }]);
  });

  it('leave out what a role may not read: telekolekting knows the complaints told to themselves, integrations nothing', async () => {
    const officer = await app.login('telekolekting', { branch: books.branch });
    const answer = await ask<OpenMattersAnswer>(officer, 'open-matters');
    expect(answer.matters.map(({ kind, count }) => [kind, count])).toEqual([['complaint', 0]]);
  });
});

describe('early signs', () => {
  const limits = {
    drop_percent: 40,
    idle_days: 5,
    broken_percent: 30,
    broken_count: 1,
    last_day_percent: 10,
    void_count: 1,
  };
  const policy = Object.fromEntries(Object.entries(limits).map(([rule, value]) => [`early_${rule}`, value]));

  beforeAll(async () => {
    for (const branch of branches) {
      const [newest = ''] = branch.months.slice(3, 4);
      const last = lastDay(newest as Period);
      const hour = branch.timezone === 'Asia/Makassar' ? '15:30' : '16:30';
      await recordCollections(
        app.knex,
        [
          {
            binaan: branch.families[0] ?? 0,
            amount: 50_000,
            paid_at: `${last}T${hour}:00.000Z`,
            channel: 'kader_cash',
          },
          { binaan: branch.families[1] ?? 0, amount: 70_000, paid_at: `${last}T02:00:00.000Z`, channel: 'kader_cash' },
          // the next month in the branch's own time
          { binaan: branch.families[2] ?? 0, amount: 50_000, paid_at: `${last}T18:30:00.000Z`, channel: 'kader_cash' },
        ] as never,
        { branch: branch.id, by: 'staff', user: null, now: new Date() },
      );
      const [undone] = await app.knex('collection').where({ branch: branch.id, month: newest, kader: branch.kader[2] });
      await app.admin.patch(`/items/collection/${undone.id}`, { status: 'void', void_reason: 'Salah catat.' });
      for (const month of branch.months.slice(0, 4)) await closeMonth(app, branch.id, month);
      await app.knex('program_policy').where({ branch: branch.id }).update(policy);
    }
    await judgePromises(app.knex, new Date());
  });

  it('are those that one finds by hand, of every kader, with the figures they rest on', async () => {
    const now = new Date();
    const kinds = new Set<string>();
    for (const branch of branches) {
      const answer = await ask<EarlyWarningAnswer>(app.admin, `early-warning?branch=${branch.id}`);
      const newest = branch.months[3] ?? '';
      expect(answer).toMatchObject({ month: newest, limits, off: false });
      for (const kader of branch.kader) {
        const found = answer.rows.find((row) => row.kader.id === kader);
        const expected = await signsByHand(app, { kader, timezone: branch.timezone, newest, limits, now });
        expect(found?.signs ?? [], `kader ${kader}`).toEqual(expected);
        for (const { kind } of expected) kinds.add(kind);
      }
    }
    expect([...kinds]).toEqual(expect.arrayContaining(['last-day', 'undone', 'promises']));
  });

  it('stand by name, whatever the signs are', async () => {
    const answer = await ask<EarlyWarningAnswer>(app.admin, 'early-warning');
    const names = answer.rows.map(({ kader }) => kader.name);
    expect(names).toEqual(names.toSorted((one, other) => one.localeCompare(other, 'id')));
    expect(answer.limits).toBeNull();
  });

  it('are not looked for where the policy names no limit', async () => {
    const head = await app.login('head', { branch: strange.branch });
    const answer = await ask<EarlyWarningAnswer>(head, 'early-warning');
    expect(answer).toMatchObject({ off: true, rows: [], looked_at: 0 });
  });

  it('say nothing of who is a candidate, on leave or gone', async () => {
    const [branch] = branches;
    const kader = branch?.kader[0] ?? 0;
    const before = await ask<EarlyWarningAnswer>(app.admin, `early-warning?branch=${branch?.id}`);
    const leave = { kader, kind: 'leave', on_date: daysAfter(today, -1), reason: 'Melahirkan' };
    expect((await app.admin.post('/items/kader_event', leave)).status).toBe(200);
    const answer = await ask<EarlyWarningAnswer>(app.admin, `early-warning?branch=${branch?.id}`);
    expect(answer.rows.some((row) => row.kader.id === kader)).toBe(false);
    expect(answer.looked_at).toBe(before.looked_at - 1);
  });
});

describe('who may see the people of monev', () => {
  const answers: Record<string, RoleKey[]> = {
    workforce: ['head', 'staff', 'auditor', 'kader'],
    coverage: ['head', 'staff', 'auditor'],
    'open-matters': ['head', 'staff', 'auditor', 'kader', 'telekolekting'],
    'early-warning': ['head', 'staff'],
  };
  const roles: RoleKey[] = ['head', 'staff', 'telekolekting', 'kader', 'integration', 'auditor'];
  let clients: Record<RoleKey, Client>;

  beforeAll(async () => {
    const { branch } = books;
    await makeKader(app, { branch, district: books.district });
    clients = {
      head: await app.login('head', { branch }),
      staff: await app.login('staff', { branch }),
      telekolekting: await app.login('telekolekting', { branch }),
      kader: accused,
      integration: await app.login('integration', { branch }),
      auditor: await app.login('auditor', { branch }),
    };
  });

  for (const [question, allowed] of Object.entries(answers)) {
    it.each(roles)(`${question}: %s`, async (role) => {
      const path = `${question}?branch=${books.branch}`;
      if (allowed.includes(role)) await ask(clients[role], path);
      else expect(await refused(clients[role], path)).toEqual(notAllowed);
    });
  }

  it('nobody who is not signed in, of another branch, or without one', async () => {
    const stranger = await app.login('head', { branch: strange.branch });
    const nowhere = await app.login('head');
    for (const question of Object.keys(answers)) {
      expect(await refused(app.public, question)).toEqual(notAllowed);
      expect(await refused(stranger, `${question}?branch=${books.branch}`)).toEqual(notAllowed);
      expect(await refused(nowhere, question)).toEqual(notAllowed);
    }
  });

  it('a kader learns of the workforce only that they are one of it', async () => {
    const answer = await ask<WorkforceAnswer>(
      clients.kader,
      `workforce?from=${monthFromNow(-1)}&to=${monthFromNow(0)}`,
    );
    expect(answer.subject).toMatchObject({ kader: { id: books.kader }, partial: true });
    expect(answer.total.realised).toBe(1);
  });

  it('what cannot be read is refused by name', async () => {
    for (const [path, field] of [
      ['workforce?from=2022-02&to=2022-01', 'from'],
      ['coverage?branch=abc', 'branch'],
      ['open-matters?area=0', 'area'],
      ['early-warning?branch=1.5', 'branch'],
    ]) {
      const { status, body } = await clients.head.get(`/kader-jkn/monev/${path}`);
      expect(status).toBe(400);
      expect(body.errors[0].extensions).toMatchObject({ code: 'KADER_QUERY_INVALID', field });
    }
  });
});
