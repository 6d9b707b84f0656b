import type { CollectionName } from '../../extensions/kader-jkn/src/contract/records.ts';
import { moving } from '../../extensions/kader-jkn/src/server/messages/lease.ts';
import { queueMessages } from '../../extensions/kader-jkn/src/server/messages/queue-messages.ts';
import type { TestDirectus } from '../harness/index.ts';
import {
  type BooksFixture,
  closeMonth,
  makeBooks,
  makeFamily,
  makeKader,
  momentIn,
  monthFromNow,
  testKk,
} from './books-fixture.ts';

/** One record of every collection in a branch, and what a second one would be made of. */
export interface Samples {
  branch: number;
  kader: number;
  ids: Record<CollectionName, number>;
  toCreate: Partial<Record<CollectionName, Record<string, unknown>>>;
}

let made = 0;

/** Makes a branch that has a record in every collection. */
export async function makeSamples(app: TestDirectus): Promise<Samples> {
  const books = await makeBooks(app, false);
  const { branch, kader, family, scheme } = books;
  const toCreate = newRecords(books);
  const make = async (name: CollectionName, fields: Record<string, unknown>): Promise<number> => {
    const { status, body } = await app.admin.post(`/items/${name}`, fields);
    if (status !== 200) throw new Error(`${name}: ${JSON.stringify(body)}`);
    return body.data.id;
  };
  const first = async (name: CollectionName, where: object): Promise<number> =>
    (await app.knex(name).where(where).orderBy('id').first('id')).id;

  const draft = await make('commission_scheme', {
    name: 'Rancangan',
    branch,
    effective_from: '2022-01-01',
    status: 'draft',
  });
  const collection = await make('collection', toCreate.collection ?? {});
  const mistaken = await make('collection', { ...toCreate.collection, confirm_duplicate: true });
  await app.admin.patch(`/items/collection/${mistaken}`, { status: 'void', void_reason: 'Uji' });
  await closeMonth(app, branch, books.lastMonth);
  const other = await makeKader(app, { branch });
  const batch = await make('import_batch', { branch, as_of: `${monthFromNow(0)}-01` });
  const category = await first('complaint_category', { code: 'bill' });
  const complaint = { branch, kader, binaan: family, category, channel: 'visit', text: 'Tagihan tidak sesuai' };
  const training = await make('training', toCreate.training ?? {});
  const session = await make('monev_session', toCreate.monev_session ?? {});
  const question = { statement: await first('commission', { kader }), question: 'Uji' };
  return {
    branch,
    kader,
    toCreate: {
      ...toCreate,
      commission_rule: { scheme: draft, kind: 'percentage', months_from: 0, rate_bp: 1000 },
      partnership_review: { ...toCreate.partnership_review, kader: other },
      dispute: { ...question, line_kind: 'percentage' },
      complaint,
      training_attendance: { training, kader },
      monev_attendance: { session, kader },
      monev_decision: { session, text: 'Kunjungan bersama', owner: app.admin.id, due_on: `${monthFromNow(1)}-01` },
    },
    ids: {
      branch,
      kader,
      collection,
      area: books.district,
      binaan: family,
      commission_scheme: scheme,
      program_policy: await first('program_policy', { branch }),
      dues_rate: await first('dues_rate', { class: 3 }),
      commission_rule: await first('commission_rule', { scheme }),
      target: await make('target', { ...toCreate.target, kader }),
      arrears_snapshot: await make('arrears_snapshot', toCreate.arrears_snapshot ?? {}),
      kader_area: await make('kader_area', toCreate.kader_area ?? {}),
      kader_event: await make('kader_event', toCreate.kader_event ?? {}),
      assignment: await first('assignment', { binaan: family }),
      activity: await make('activity', toCreate.activity ?? {}),
      period: await first('period', { branch }),
      commission: await first('commission', { kader }),
      partnership_review: await make('partnership_review', toCreate.partnership_review ?? {}),
      complaint_category: category,
      complaint: await make('complaint', complaint),
      training_topic: await first('training_topic', { code: 'dues' }),
      training,
      training_attendance: await make('training_attendance', { training, kader }),
      monev_session: session,
      monev_attendance: await make('monev_attendance', { session, kader, status: 'present' }),
      monev_decision: await make('monev_decision', {
        ...{ session, kader, text: 'Kunjungan bersama', owner: app.admin.id, due_on: `${monthFromNow(1)}-01` },
      }),
      state_change: await first('state_change', { collection: mistaken }),
      mute: await make('mute', toCreate.mute ?? {}),
      family_check: await make('family_check', toCreate.family_check ?? {}),
      family_duplicate: await make('family_duplicate', {
        ...{
          one: family,
          other: await makeFamily(app, { branch }),
          branch,
          other_branch: branch,
          reason: 'va',
          likeness: 90,
        },
      }),
      ...(await makePlanSample(app, { branch, family })),
      enrolment: await make('enrolment', toCreate.enrolment ?? {}),
      work_mode: await make('work_mode', toCreate.work_mode ?? {}),
      commission_adjustment: await make('commission_adjustment', toCreate.commission_adjustment ?? {}),
      import_source: await make('import_source', { branch, name: 'Uji' }),
      import_batch: batch,
      import_issue: await make('import_issue', {
        ...{ batch, row_number: 2, field: 'kk_number', value: '337201', reason: 'kk-length', severity: 'refused' },
      }),
      import_change: await make('import_change', {
        ...{ batch, binaan: family, kind: 'changed', before: { listed_months: 9 }, after: { listed_months: 10 } },
      }),
      dispute: await make('dispute', { ...question, line_kind: 'total' }),
      ...(await makeMessageSamples(app, books)),
      message_stop: await make('message_stop', toCreate.message_stop ?? {}),
      ...(await makeMonevSamples(app, books, toCreate.award_rule ?? {})),
      message_template: await make('message_template', { ...toCreate.message_template, key: `contoh_${made}` }),
      monev_month: await make('monev_month', { branch, month: '2020-01', outcomes: {} }),
      monev_reach: await make('monev_reach', { branch, month: '2020-01', stage: 'paid', part: 'whole', families: 1 }),
    },
  };
}

async function makePlanSample(app: TestDirectus, { branch, family }: Pick<BooksFixture, 'branch' | 'family'>) {
  await app.knex('program_policy').where({ branch }).update({ instalment_count_max: 12 });
  const { status, body } = await app.admin.post(`/kader-jkn/families/${family}/plan`, { count: 3 });
  if (status !== 200) throw new Error(JSON.stringify(body));
  const { id } = await app.knex('payment_plan_instalment').where({ plan: body.data.plan.id }).first('id');
  return { payment_plan: body.data.plan.id, payment_plan_instalment: id };
}

/** What our code alone makes: a message that the family's kader is to send, of a batch. */
async function makeMessageSamples(app: TestDirectus, { branch, family }: Pick<BooksFixture, 'branch' | 'family'>) {
  return await moving(app.knex, async (trx) => {
    const told = { name: 'Uji', branch, template_key: 'notice', channel: 'whatsapp', size: 1, status: 'approved' };
    const [{ id: batch }] = await trx('message_batch').insert(told).returning('id');
    const recipient = { kind: 'family', binaan: family } as const;
    const about = { key: 'notice', channel: 'whatsapp', about: 'notice', item: null, branch, cause: 'test' } as const;
    const { queued } = await queueMessages(trx, [{ ...about, recipient }], { batch });
    const [message = 0] = queued;
    await trx('message').where({ id: message }).update({ status: 'by_hand', to_name: 'Uji', text: 'Uji' });
    return { message, message_batch: Number(batch) };
  });
}

/** What our endpoints alone make: an award by the rule, and the report of the closed month. */
async function makeMonevSamples(
  app: TestDirectus,
  { branch, kader, lastMonth: month }: BooksFixture,
  fields: Record<string, unknown>,
) {
  const post = async (path: string, sent: Record<string, unknown>): Promise<number> => {
    const { status, body } = await app.admin.post(path, sent);
    if (status !== 200) throw new Error(`${path}: ${JSON.stringify(body)}`);
    return body.data.id;
  };
  const rule = await post('/items/award_rule', fields);
  return {
    award_rule: rule,
    award: await post('/kader-jkn/monev/awards', { rule, kader, month }),
    monev_report: await post('/kader-jkn/monev/reports', { branch, month }),
  };
}

function newRecords({ branch, kader, family, village, lastMonth }: BooksFixture): Samples['toCreate'] {
  made += 1;
  const today = `${monthFromNow(0)}-01`;
  return {
    target: {
      branch,
      measure: 'collection',
      scope: 'whole',
      month_from: lastMonth,
      month_to: lastMonth,
      per: 'month',
      adds_up: 'sum',
      value: 1_000_000,
    },
    arrears_snapshot: { branch, as_of: today, amount: 1_000_000, source: 'Uji' },
    kader: { branch, code: `K-UJI-${made}`, name: 'Kader uji' },
    kader_area: { kader, area: village, from_date: today },
    kader_event: { kader, kind: 'mistreated', on_date: today },
    enrolment: { branch, kader, name: 'Calon uji', status: 'prospect', members: 1 },
    binaan: {
      branch,
      kk_number: testKk(400_000 + made),
      head_name: 'Keluarga uji',
      members: 1,
      class: 3,
      listed_months: 3,
      listed_amount: 105_000,
      listed_as_of: today,
    },
    assignment: { branch, binaan: family, kader, from_date: today },
    activity: { branch, binaan: family, kader, at: momentIn(lastMonth), channel: 'phone', outcome: 'met' },
    collection: {
      binaan: family,
      amount: 35_000,
      paid_at: momentIn(lastMonth),
      channel: 'office',
      kind: 'arrears',
    },
    partnership_review: { branch, kader, reason: 'manual', evidence: 'Uji', opened_on: today },
    commission_adjustment: { kader, amount: 1_000, reason: 'Uji' },
    training: { branch, title: 'Pelatihan uji', held_on: today, topics: ['dues'] },
    monev_session: { branch, month: lastMonth, held_on: today },
    import_source: { branch, name: 'Uji' },
    import_batch: { branch, as_of: today },
    mute: { binaan: family, reason: 'hardship', until_date: `${monthFromNow(2)}-01` },
    family_check: { binaan: family, how: 'visit', members: 3 },
    work_mode: { branch, mode: 'home', from_date: today },
    message_stop: { binaan: family },
    message_template: {
      ...{ branch, key: 'uji', name: 'Templat uji', about: 'kader', channel: 'whatsapp' },
      text: 'Halo {{kader.name}}',
    },
    award_rule: { branch, name: 'Penghargaan uji', partnership_months: 1, certificate_words: 'atas kesetiaan' },
  };
}
