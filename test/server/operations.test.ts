import { beforeAll, describe, expect, it } from 'vitest';
import { refusals } from '../../extensions/kader-jkn/src/contract/error-codes.ts';
import type {
  BooksAudited,
  BranchDrafts,
  BranchStreaks,
  FamiliesShared,
  FileImported,
  PayoutFileKept,
  TemplateRendered,
} from '../../extensions/kader-jkn/src/contract/operations.ts';
import { type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { type BooksFixture, makeBooks, makeFamily } from './books-fixture.ts';
import { call, makeButton, makeFlow, makeWebhook, press, refusedAs, runBySchedule } from './flow-fixture.ts';
import { ended, kkOf, listOf, upload } from './intake-fixture.ts';
import { close, makePartner, makeProgramme, type Programme, pay, periodOf } from './programme-fixture.ts';

let app: TestDirectus;
let programme: Programme;
let other: Programme;
let auditor: Client;
let telekolekting: Client;
let kader: Client;
/** a kader who collects, and one who does not */
let busy: { kader: number; families: number[] };
let idle: { kader: number; families: number[] };

const pressed = '{{$trigger.body.keys[0]}}';
const chosen = (collection: string, key: number | string) => ({ key, collection });

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  programme = await makeProgramme(app);
  other = await makeProgramme(app);
  const account = { bank_name: 'Bank Contoh', bank_account: '0012345678', bank_holder: 'Siti' };
  busy = await makePartner(app, programme, 3, { name: 'Siti', ...account });
  idle = await makePartner(app, programme, 1, { name: 'Tono' });
  await makePartner(app, other, 1);
  const { branch, months } = programme;
  for (const month of months.slice(0, 4)) await pay(programme, busy.families[0], month);
  auditor = await app.login('auditor', { branch: null });
  telekolekting = await app.login('telekolekting', { branch });
  kader = await app.login('kader', { branch, kader: busy.kader });
});

/** Who may never use an operation of the office, on this branch. */
const outsiders = () => ({ telekolekting, kader, head: other.head, staff: other.staff, public: app.public });

describe('what a flow tells', () => {
  it('closes the month whose button was pressed, or that was chosen; a value that no step has is refused', async () => {
    const [first, second] = programme.months;
    const button = await makeButton(app, 'period', 'kader-close-month', { period: pressed });
    const period = await periodOf(app, programme, first);
    const answer = await press(programme.head, button, 'period', [period]);
    expect([answer.status, answer.body[0].month, answer.body[0].kader_count]).toEqual([200, first, 2]);

    const next = await periodOf(app, programme, second);
    const hook = await makeWebhook(app, 'kader-close-month', { period: chosen('period', next) });
    expect((await call(programme.head, hook)).body[0].month).toBe(second);

    const lost = await makeWebhook(app, 'kader-close-month', { period: '{{$trigger.body.month.id}}' });
    expect(refusedAs(await call(programme.head, lost))).toBe('KADER_FLOW_VALUE');
    const nothing = await makeWebhook(app, 'kader-close-month', { period: '' });
    expect(refusedAs(await call(programme.head, nothing))).toBe('KADER_PERIOD_UNKNOWN');
  });

  it('takes a value that a step lacks for no branch, never for all of them', async () => {
    const hook = await makeWebhook(app, 'kader-recompute-drafts', { branch: '{{$trigger.body.branch}}' });
    expect(refusedAs(await call(app.admin, hook))).toBe('KADER_FLOW_VALUE');
    const named = await call(app.admin, hook, { branch: programme.branch });
    expect(named.body.map((one: BranchDrafts) => one.branch.id)).toEqual([programme.branch]);
  });

  it('can be records that an earlier step read', async () => {
    const flow = await makeFlow(app, {
      trigger: 'webhook',
      options: { method: 'POST', return: '$last', async: false, error_on_reject: true },
      operations: [
        { key: 'read', type: 'item-read', options: { collection: 'branch', query: { fields: ['id'] } } },
        { key: 'drafts', type: 'kader-recompute-drafts', options: { branch: '{{read}}' } },
      ],
    });
    const answer = await call(programme.staff, flow);
    expect(answer.body.map((one: BranchDrafts) => one.branch.id)).toEqual([programme.branch]);
  });

  it('hands a refusal to the step for failures, with its code', async () => {
    const hook = await makeWebhook(app, 'kader-close-month', { period: '7000' });
    const operation = { flow: hook, key: 'failed', name: 'failed', position_x: 40, position_y: 17 };
    const told = { ...operation, type: 'transform', options: { json: '{"code": "{{step_0.code}}"}' } };
    const { body } = await app.admin.post('/operations', told);
    const [first] = (await app.admin.get(`/operations?filter[flow][_eq]=${hook}&filter[key][_eq]=step_0`)).body.data;
    await app.admin.patch(`/operations/${first.id}`, { reject: body.data.id });
    expect((await call(app.admin, hook)).body).toEqual({ code: 'KADER_PERIOD_UNKNOWN' });
  });

  it('simulates a scheme that was chosen in the form', async () => {
    const hook = await makeWebhook(app, 'kader-simulate-scheme', {
      scheme: chosen('commission_scheme', programme.scheme),
      branch: chosen('branch', programme.branch),
    });
    const answer = await call(programme.head, hook);
    expect(answer.body.branches).toEqual([expect.objectContaining({ id: programme.branch })]);
    expect(refusedAs(await call(programme.staff, hook))).toBe('KADER_NOT_ALLOWED');
  });
});

describe('reckoning draft statements', () => {
  it('tells the running month per kader, as the endpoint does, to whom may see it', async () => {
    const month = programme.months[2];
    const hook = await makeWebhook(app, 'kader-recompute-drafts', { month });
    for (const client of [programme.head, programme.staff]) {
      const answer = await call(client, hook);
      const [drafts]: BranchDrafts[] = answer.body;
      const shown = await client.get(`/kader-jkn/statements/draft?month=${month}`);
      expect(drafts?.statements.map(({ kader: { name }, net }) => [name, net])).toEqual(
        shown.body.data.statements.map((one: { kader: { name: string }; net: number }) => [one.kader.name, one.net]),
      );
      expect(drafts).toMatchObject({ month, ended: true, total: { kader: 2, collected: 70_000, gross: 10_500 } });
      expect(drafts?.statements[0]).not.toHaveProperty('lines');
    }
    expect(await app.knex('commission').where({ month })).toEqual([]);
  });

  it('tells a kader their own alone, and others nothing', async () => {
    const hook = await makeWebhook(app, 'kader-recompute-drafts', {});
    const [own]: BranchDrafts[] = (await call(kader, hook)).body;
    expect(own?.statements.map((one) => one.kader.id)).toEqual([busy.kader]);
    const branch = await makeWebhook(app, 'kader-recompute-drafts', { branch: chosen('branch', programme.branch) });
    for (const client of [telekolekting, other.head, other.staff, app.public]) {
      expect(refusedAs(await call(client, branch))).toBe('KADER_NOT_ALLOWED');
    }
    const closed = await makeWebhook(app, 'kader-recompute-drafts', { month: programme.months[0] });
    expect(refusedAs(await call(programme.head, closed))).toBe('KADER_MONTH_CLOSED_ALREADY');
  });

  it('tells of one kader, and by the clock of every branch', async () => {
    const one = await makeWebhook(app, 'kader-recompute-drafts', { kader: chosen('kader', idle.kader) });
    const [drafts]: BranchDrafts[] = (await call(programme.head, one)).body;
    expect(drafts?.statements.map((statement) => statement.kader.name)).toEqual(['Tono']);
    const { status, result } = await runBySchedule(app, 'kader-recompute-drafts', {});
    expect(status).toBe('resolve');
    expect(result.map((told: BranchDrafts) => told.branch.id).sort()).toEqual([programme.branch, other.branch].sort());
  });
});

describe('evaluating streaks', () => {
  const streaks = async (client: Client): Promise<BranchStreaks> => {
    const hook = await makeWebhook(app, 'kader-evaluate-streaks', { branch: programme.branch });
    const answer = await call(client, hook);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body[0];
  };

  it('says what the closes did and what the next would do; the close does it, once', async () => {
    const [first, second, third, fourth] = programme.months;
    const before = await streaks(programme.staff);
    expect(before).toMatchObject({
      limit: 3,
      warning: 2,
      closed: { month: second },
      next: { month: third, ended: true },
    });
    const warned = before.closed?.streaks[0];
    expect(warned).toMatchObject({ kader: { name: 'Tono' }, zero_months: 2, from: first, to: second, state: 'zero' });
    expect([typeof warned?.warned_on, warned?.review]).toEqual(['string', null]);
    expect(before.next?.reviews).toEqual([
      { kader: expect.objectContaining({ name: 'Tono' }), zero_months: 3, from: first, to: third },
    ]);
    expect(before.next?.warnings).toEqual([]);
    expect(await app.knex('partnership_review').where({ kader: idle.kader })).toEqual([]);

    await close(app, programme, third);
    const after = await streaks(programme.head);
    expect(after.closed?.streaks[0]).toMatchObject({ zero_months: 3, review: { status: 'open' } });
    expect([after.next?.month, after.next?.reviews, after.next?.warnings]).toEqual([fourth, [], []]);
    expect(await app.knex('partnership_review').where({ kader: idle.kader })).toHaveLength(1);

    await pay(programme, idle.families[0], second);
    const late = await streaks(auditor);
    expect(late.closed?.streaks[0]).toMatchObject({ zero_months: 1, from: third });
    // late money withdrew the review at once, so nothing is left for the close
    expect([late.closed?.streaks[0]?.review, late.next?.withdrawn]).toEqual([null, []]);
  });

  it('is for the office and auditors', async () => {
    const hook = await makeWebhook(app, 'kader-evaluate-streaks', { branch: programme.branch });
    for (const client of Object.values(outsiders())) {
      expect(refusedAs(await call(client, hook))).toBe('KADER_NOT_ALLOWED');
    }
    const { result } = await runBySchedule(app, 'kader-evaluate-streaks', {});
    expect(result.map((told: BranchStreaks) => told.branch.id).sort()).toEqual([programme.branch, other.branch].sort());
  });
});

describe('assigning families', () => {
  let books: BooksFixture;
  let staff: Client;
  let head: Client;

  beforeAll(async () => {
    books = await makeBooks(app);
    staff = await app.login('staff', { branch: books.branch });
    head = await app.login('head', { branch: books.branch });
    const area = { kader: books.kader, area: books.village, from_date: '2020-01-01', mode: 'visit' };
    expect((await app.admin.post('/items/kader_area', area)).status).toBe(200);
  });

  const orphans = async (count: number): Promise<number[]> => {
    const ids: number[] = [];
    for (let index = 0; index < count; index += 1) {
      ids.push(await makeFamily(app, { branch: books.branch, area: books.village, kader: null }));
    }
    return ids;
  };
  const holders = async (families: number[]) => await app.knex('binaan').whereIn('id', families).pluck('kader');

  it('only proposes unless told otherwise, and then gives what it would have proposed', async () => {
    const families = await orphans(2);
    const propose = await makeWebhook(app, 'kader-assign-families', {});
    const [proposed]: FamiliesShared[] = (await call(head, propose)).body;
    expect(proposed).toMatchObject({ written: false, assigned: 2, kader: [{ id: books.kader, before: 1, after: 3 }] });
    expect(await holders(families)).toEqual([null, null]);

    const give = await makeWebhook(app, 'kader-assign-families', { only_propose: false });
    const [given]: FamiliesShared[] = (await call(staff, give)).body;
    expect(given).toMatchObject({ written: true, assigned: 2 });
    expect(await holders(families)).toEqual([books.kader, books.kader]);
    const rows = await app.knex('assignment').whereIn('binaan', families).select('user_created', 'reason');
    expect(rows).toEqual([1, 2].map(() => ({ user_created: staff.id, reason: 'list' })));
    expect((await call(staff, give)).body[0].assigned).toBe(0);
  });

  it('is for the office of the branch; a flow of nobody has to name the branch, and acts as the system', async () => {
    const families = await orphans(1);
    const options = { branch: books.branch, only_propose: false };
    const give = await makeWebhook(app, 'kader-assign-families', options);
    for (const client of [telekolekting, kader, programme.head, programme.staff, auditor, app.public]) {
      expect(refusedAs(await call(client, give))).toBe('KADER_NOT_ALLOWED');
    }
    const nowhere = await runBySchedule(app, 'kader-assign-families', { only_propose: false });
    expect([nowhere.status, nowhere.result.message]).toEqual(['reject', refusals.KADER_FLOW_BRANCH.id]);
    expect(await holders(families)).toEqual([null]);

    const { status, result } = await runBySchedule(app, 'kader-assign-families', options);
    expect([status, result[0].assigned]).toEqual(['resolve', 1]);
    const row = await app.knex('assignment').whereIn('binaan', families).first('kader', 'user_created');
    expect(row).toEqual({ kader: books.kader, user_created: null });
  });

  it('gives in all branches or in none', async () => {
    const families = await orphans(1);
    const bare = await app.admin.post('/items/branch', {
      ...{ code: 'KC-TANPA', name: 'Tanpa kebijakan', timezone: 'Asia/Jakarta', first_month: books.lastMonth },
    });
    await app.knex('program_policy').whereNull('branch').delete();
    const both = await makeWebhook(app, 'kader-assign-families', {
      branch: [books.branch, bare.body.data.id],
      only_propose: false,
    });
    expect(refusedAs(await call(app.admin, both))).toBe('KADER_NO_POLICY');
    expect(await holders(families)).toEqual([null]);
  });
});

describe('importing a file', () => {
  let books: BooksFixture;
  let staff: Client;
  let source: number;
  let serial = 0;

  beforeAll(async () => {
    books = await makeBooks(app);
    staff = await app.login('staff', { branch: books.branch });
    const mapping = {
      ...{ 'No KK': 'kk_number', 'No VA': 'va_number', 'Nama Kepala Keluarga': 'head_name', Kelas: 'class' },
      ...{ 'Jumlah Peserta': 'members', 'Bulan Tunggakan': 'listed_months', 'Jumlah Tunggakan': 'listed_amount' },
    };
    const made = await staff.post('/items/import_source', { name: 'Daftar', branch: books.branch, mapping });
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    source = made.body.data.id;
  });

  const list = (count: number) =>
    listOf(
      Array.from({ length: count }, () => {
        serial += 1;
        return { kk: kkOf(serial) };
      }),
    );
  const batches = async () => Number((await app.knex('import_batch').count({ count: '*' }).first())?.['count']);

  it('takes in the file that was chosen or just uploaded, and hands on how it went', async () => {
    const file = await upload(app, staff, list(3));
    const hook = await makeWebhook(app, 'kader-import-file', {
      file: '{{$trigger.body.file}}',
      source: chosen('import_source', source),
      as_of: books.thisMonth.concat('-01'),
    });
    const imported: FileImported = (await call(staff, hook, { file })).body;
    expect(imported).toMatchObject({ status: 'done', rows_read: 3, rows_new: 3, branch: books.branch, file });
    const batch = await app.knex('import_batch').where({ id: imported.id }).first();
    expect([batch.started_by, batch.user_created, batch.source]).toEqual([staff.id, staff.id, source]);
  });

  it('takes in what somebody uploads, as whoever uploaded it', async () => {
    const flow = await makeFlow(app, {
      trigger: 'event',
      options: { type: 'action', scope: ['files.upload'] },
      // the form shows the uploaded file, and nobody touched it
      operations: [{ type: 'kader-import-file', options: { source: chosen('import_source', source) } }],
    });
    const file = await upload(app, staff, list(2));
    const taken = () => app.knex('import_batch').where({ file }).first('status', 'started_by', 'rows_new', 'branch');
    await expect.poll(taken, { timeout: 10_000 }).toMatchObject({ status: 'done' });
    expect(await taken()).toEqual({ status: 'done', started_by: staff.id, rows_new: 2, branch: books.branch });
    await app.admin.delete(`/flows/${flow}`);
  });

  it('does not wait where the flow is not to, and goes on by itself', async () => {
    const file = await upload(app, staff, list(2));
    const hook = await makeWebhook(app, 'kader-import-file', { file, source, wait: false });
    const { status, body } = await call(staff, hook);
    expect([status, ['running', 'done'].includes(body.status)]).toEqual([200, true]);
    expect((await ended(staff, body.id)).rows_new).toBe(2);
  });

  it('refuses before anything is written who may not, and what is no file', async () => {
    const file = await upload(app, staff, list(1));
    const before = await batches();
    const options = { file: '{{$trigger.body.file}}', source, branch: books.branch };
    const hook = await makeWebhook(app, 'kader-import-file', options);
    for (const client of [telekolekting, kader, auditor, app.public]) {
      expect(refusedAs(await call(client, hook, { file }))).toBe('KADER_NOT_ALLOWED');
    }
    const unseen = await makeWebhook(app, 'kader-import-file', { file: '{{$trigger.body.file}}' });
    expect(refusedAs(await call(programme.staff, unseen, { file }))).toBe('KADER_IMPORT_FILE_MISSING');
    expect(refusedAs(await call(staff, hook, {}))).toBe('KADER_FLOW_VALUE');
    const foreign = await upload(app, programme.staff, list(1));
    expect(refusedAs(await call(programme.staff, hook, { file: foreign }))).toBe('KADER_NOT_ALLOWED');
    const nowhere = await makeWebhook(app, 'kader-import-file', { file, source });
    expect(refusedAs(await call(app.admin, nowhere))).toBe('KADER_FLOW_BRANCH');
    expect(await batches()).toBe(before);
  });

  it('runs by the clock as the system, and keeps an import that failed with its reason', async () => {
    const file = await upload(app, app.admin, `${list(1)}x;;;;;;;;;\n`);
    const options = { file, source, branch: books.branch, mode: 'all_or_none' };
    const failed = await runBySchedule(app, 'kader-import-file', options);
    expect([failed.status, failed.result.message]).toEqual(['reject', expect.stringContaining('1 baris ditolak')]);
    const [batch] = await app.knex('import_batch').where({ file }).select('status', 'message', 'started_by');
    expect(batch).toMatchObject({ status: 'failed', message: expect.stringContaining('1 baris'), started_by: null });
    const { result } = await runBySchedule(app, 'kader-import-file', { ...options, mode: 'good_rows' });
    expect([result.status, result.rows_new, result.rows_bad]).toEqual(['done', 1, 1]);
  });
});

describe('the payout file', () => {
  let period: number;

  beforeAll(async () => {
    period = await periodOf(app, programme, programme.months[0]);
  });
  const kept = async () => (await app.knex('period').where({ id: period }).first('payout_file')).payout_file;

  it('is kept for an approved month alone', async () => {
    // a form that nobody touched
    const button = await makeButton(app, 'period', 'kader-payout-file', {});
    expect(refusedAs(await press(programme.head, button, 'period', [period]))).toBe('KADER_PAYOUT_NOT_APPROVED');
    expect(await kept()).toBeNull();
    expect(refusedAs(await app.admin.get(`/kader-jkn/periods/${period}/payout/kept`))).toBe('KADER_PAYOUT_NOT_KEPT');
    const approver = await app.login('head', { branch: programme.branch });
    expect((await approver.post(`/kader-jkn/periods/${period}/approve`)).status).toBe(200);

    const answer = await press(programme.head, button, 'period', [period]);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    const [made]: PayoutFileKept[] = answer.body;
    expect(made).toMatchObject({ period, branch: programme.branch, format: 'csv', payments: 1, total: 10_500 });
    expect([made?.file, made?.without_account]).toEqual([await kept(), 0]);
  });

  it('is read by the head of the branch and administrators, through the month alone, and each time with a trace', async () => {
    const file = await kept();
    const path = `/kader-jkn/periods/${period}/payout/kept`;
    const traces = async () =>
      await app
        .knex('directus_activity')
        .where({ action: 'payout', item: String(period) })
        .orderBy('id')
        .pluck('user');
    const before = await traces();
    expect(before).toEqual([programme.head.id]);
    const { status, body } = await programme.head.get(path);
    expect([status, String(body).includes('0012345678')]).toEqual([200, true]);
    expect(await traces()).toEqual([...before, programme.head.id]);
    const steps = (client: Client) => client.get(`/kader-jkn/periods/${period}/steps`);
    expect((await steps(programme.head)).body.data.payout_kept.name).toMatch(/^imbal-jasa-.+\.csv$/);
    expect((await steps(programme.staff)).body.data.payout_kept).toBeNull();

    for (const client of [programme.staff, telekolekting, kader, other.head, auditor]) {
      expect(refusedAs(await client.get(path))).toBe('KADER_NOT_ALLOWED');
      expect((await client.get(`/assets/${file}`)).status).toBe(403);
    }
    expect((await programme.head.get(`/assets/${file}`)).status).toBe(403);
    expect((await app.public.get(`/assets/${file}`)).status).toBe(403);
  });

  it('replaces the earlier one, whose account numbers are deleted with it', async () => {
    const earlier = await kept();
    const { status, result } = await runBySchedule(app, 'kader-payout-file', { period, format: 'xlsx' });
    expect([status, result[0].format, result[0].name.endsWith('.xlsx')]).toEqual(['resolve', 'xlsx', true]);
    expect(await kept()).toBe(result[0].file);
    expect(await app.knex('directus_files').where({ id: earlier })).toEqual([]);
  });

  it('is made by nobody else, and of all months named or of none', async () => {
    const before = await kept();
    const button = await makeButton(app, 'period', 'kader-payout-file', { period: '{{$trigger.body.keys}}' });
    for (const client of [programme.staff, auditor]) {
      expect(refusedAs(await press(client, button, 'period', [period]))).toBe('KADER_NOT_ALLOWED');
    }
    for (const client of [other.head, telekolekting, kader]) {
      expect((await press(client, button, 'period', [period])).status).toBe(403);
    }
    const hook = await makeWebhook(app, 'kader-payout-file', { period });
    for (const client of Object.values(outsiders())) {
      expect(refusedAs(await call(client, hook))).toBe('KADER_NOT_ALLOWED');
    }
    const open = await periodOf(app, programme, programme.months[4]);
    expect(refusedAs(await press(programme.head, button, 'period', [period, open]))).toBe('KADER_PAYOUT_NOT_APPROVED');
    expect(await kept()).toBe(before);
  });
});

describe('rendering a template', () => {
  let template: number;

  beforeAll(async () => {
    const words = { subject: 'Bulan {{month month.month}}', html: '<p>Penerimaan {{rupiah month.collected}}</p>' };
    const fixed = {
      key: 'uji_bulan',
      name: 'Uji',
      about: 'month',
      channel: 'email',
      language: 'id-ID',
      status: 'active',
    };
    const made = await app.admin.post('/items/message_template', { ...fixed, ...words });
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    template = made.body.data.id;
  });

  it('hands on the words of a chosen template, or of a key, in the version of the branch', async () => {
    const period = await periodOf(app, programme, programme.months[0]);
    const button = await makeButton(app, 'period', 'kader-render-template', {
      template: chosen('message_template', template),
    });
    const answer = await press(programme.head, button, 'period', [period]);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    const rendered: TemplateRendered = answer.body;
    expect(rendered).toMatchObject({ template, key: 'uji_bulan', about: 'month', channel: 'email', language: 'id-ID' });
    expect(rendered.text).toContain('Rp\u00a070.000');

    const own = { subject: 'Kami', html: '<p>Milik cabang</p>', key: 'uji_bulan', name: 'Uji', about: 'month' };
    const placed = { channel: 'email', language: 'id-ID', status: 'active', branch: programme.branch };
    expect((await programme.head.post('/items/message_template', { ...own, ...placed })).status).toBe(200);
    const byKey = await makeWebhook(app, 'kader-render-template', { template: 'uji_bulan', item: period });
    expect((await call(programme.staff, byKey)).body.subject).toBe('Kami');
    const { result } = await runBySchedule(app, 'kader-render-template', { template, item: period });
    expect(result.subject).toBe('Kami');
  });

  it('is of no record that the caller may not read, and of no template that is not there', async () => {
    const period = await periodOf(app, programme, programme.months[0]);
    const hook = await makeWebhook(app, 'kader-render-template', { template, item: period });
    for (const client of [other.head, other.staff]) {
      expect(refusedAs(await call(client, hook))).toBe('KADER_TEMPLATE_RECORD');
    }
    for (const client of [telekolekting, kader, app.public]) {
      expect(refusedAs(await call(client, hook))).toBe('KADER_NOT_ALLOWED');
    }
    const refused = async (options: Record<string, unknown>) =>
      refusedAs(await call(programme.head, await makeWebhook(app, 'kader-render-template', options)));
    expect(await refused({ template: 'tidak_ada', item: period })).toBe('KADER_TEMPLATE_UNKNOWN');
    expect(await refused({ template: '', item: period })).toBe('KADER_FLOW_VALUE');
    expect(await refused({ template, item: '' })).toBe('KADER_FLOW_VALUE');
  });

  it('writes a notice of what earlier steps found', async () => {
    const fixed = { key: 'uji_kabar', name: 'Kabar', about: 'notice', channel: 'whatsapp', language: 'id-ID' };
    const text = '{{notice.title}}: {{#each notice.lines}}[{{text}}]{{/each}}';
    expect((await app.admin.post('/items/message_template', { ...fixed, text, status: 'active' })).status).toBe(200);
    const hook = await makeWebhook(app, 'kader-render-template', {
      ...{
        template: 'uji_kabar',
        channel: 'whatsapp',
        title: 'Selisih',
        text: 'Periksa',
        lines: '{{$trigger.body.lines}}',
      },
    });
    const answer = await call(app.admin, hook, { lines: 'satu\n<b>dua</b>' });
    expect(answer.body.text).toBe('Selisih: [satu][<b>dua</b>]');
  });
});

describe('the audit', () => {
  it('tells administrators and the system that the books are true, or what differs', async () => {
    const hook = await makeWebhook(app, 'kader-audit', { most: 1 });
    const clean: BooksAudited = (await call(app.admin, hook)).body;
    expect(clean).toMatchObject({ clean: true, count: 0, differences: [], text: '' });
    for (const client of [programme.head, auditor, ...Object.values(outsiders())]) {
      expect(refusedAs(await call(client, hook))).toBe('KADER_NOT_ALLOWED');
    }

    await app.knex.transaction(async (trx) => {
      await trx.raw(`set local session_replication_role = 'replica'`);
      await trx('kader').whereIn('id', [busy.kader, idle.kader]).update({ zero_streak: 9 });
    });
    const found = await runBySchedule(app, 'kader-audit', { most: 1 });
    expect(found.result).toMatchObject({ clean: false, count: 2 });
    expect(found.result.differences).toEqual([
      { collection: 'kader', id: busy.kader, field: 'zero_streak', stored: 9, expected: 0 },
    ]);
    expect(found.result.text).toBe(`kader ${busy.kader}: zero_streak tercatat 9, hasil hitung ulang 0`);
  });

  it('runs one at a time', async () => {
    const hook = await makeWebhook(app, 'kader-audit', {});
    await app.knex.transaction(async (trx) => {
      await trx.raw(`select pg_advisory_xact_lock(hashtextextended('kader audit', 0))`);
      expect(refusedAs(await call(app.admin, hook))).toBe('KADER_AUDIT_BUSY');
    });
  });
});
