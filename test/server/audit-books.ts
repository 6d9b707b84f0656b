import { type DateText, dateOf, daysAfter } from '../../extensions/kader-jkn/src/core/period.ts';
import { judgePromises } from '../../extensions/kader-jkn/src/server/contacts/judge-promises.ts';
import { sendTogether } from '../../extensions/kader-jkn/src/server/messages/send-audience.ts';
import { rollUpMissing } from '../../extensions/kader-jkn/src/server/monev/roll-up/roll-up-month.ts';
import { makePlan } from '../../extensions/kader-jkn/src/server/rehab/make-plan.ts';
import type { Answer, Client, TestDirectus } from '../harness/index.ts';
import { endPartnership, makeFamily, monthFromNow } from './books-fixture.ts';
import { kkOf, listOf, takeIn } from './intake-fixture.ts';
import { close, makePartner, makeProgramme, type Programme, pay, periodOf } from './programme-fixture.ts';

/** The books of half a year in which everything happened once, and one record of each kind that the audit looks at. */
export interface AuditBooks {
  programme: Programme;
  /** another branch */
  elsewhere: number;
  busy: { kader: number; families: number[] };
  idle: { kader: number; families: number[] };
  /** closed, approved and paid */
  paidPeriod: number;
  /** of `busy` in the paid month */
  statement: number;
  /** verified, in the paid month; its reversal stands in the next */
  verified: number;
  reversal: number;
  /** voided while its month was open */
  voided: number;
  /** recorded in a closed month, never verified */
  recorded: number;
  /** in a statement */
  adjustment: number;
  voidedAdjustment: number;
  /** accepted with an adjustment */
  dispute: number;
  /** accepted with a reversal */
  taken: number;
  /** not answered yet */
  asked: number;
  /** of a family that paid its first instalment and a part of the next */
  plan: number;
  /** its second one */
  instalment: number;
  /** registered in the paid month */
  enrolment: number;
  /** a list that brought in a family, changed one and refused a row */
  list: number;
  /** the family that it changed */
  listed: number;
  /** a contact at which a family promised what it then paid */
  promise: number;
  /** approved and in force, of `muted` */
  mute: number;
  muted: number;
  /** arrears at the end of the paid month, of the whole branch */
  monthEnd: number;
  /** of the paid month, and the award of `busy` for it */
  report: number;
  award: number;
  /** approved, of one message */
  batch: number;
  message: number;
  /** the newest of the verified collection, of the paid month, its statement and the dispute; and of a close done again */
  changes: { collection: number; period: number; statement: number; dispute: number; closing: number };
}

async function done(answer: Promise<Answer>): Promise<Record<string, number>> {
  const { status, body } = await answer;
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.data;
}

/** Makes them through the API, as people would. */
export async function makeAuditBooks(app: TestDirectus): Promise<AuditBooks> {
  const programme = await makeProgramme(app, {
    policy: { instalment_count_max: 24, instalment_current_dues: false },
    rules: [
      { kind: 'flat_enrolment', amount: 5_000, sort: 7 },
      { kind: 'flat_participant', months_from: 1, months_to: null, amount: 2_500, sort: 3 },
      bonusRule,
      { kind: 'withholding', rate_bp: 500, share_bp: 5_000, tax_number: 'with', sort: 8 },
      { kind: 'withholding', rate_bp: 600, share_bp: 5_000, tax_number: 'without', sort: 9 },
    ],
  });
  const { branch, months, head, staff } = programme;
  const [first, second, third] = months;
  const checker = await app.login('head', { branch });
  const busy = await makePartner(app, programme, 6, { tax_number: '0925429434070001' });
  const idle = await makePartner(app, programme, 2);
  const partner = await app.login('kader', { branch, kader: busy.kader });
  await setTarget(app, programme);

  const verified = await pay(programme, busy.families[0], first, 140_000);
  await done(head.patch(`/items/collection/${verified}`, { status: 'verified' }));
  const other = await pay(programme, busy.families[1], first, 70_050);
  const voided = await pay(programme, busy.families[2], first, 70_000);
  await done(staff.patch(`/items/collection/${voided}`, { status: 'void', void_reason: 'Salah keluarga' }));
  const registered = {
    name: 'Calon',
    kader: busy.kader,
    members: 2,
    nik: '3372010101900001',
    kk_number: '3372010101200001',
  };
  const newcomer = { ...registered, status: 'registered', registered_on: `${first}-09` };
  const { id: enrolment = 0 } = await done(staff.post('/items/enrolment', newcomer));
  await close(app, programme, first);
  const paidPeriod = await periodOf(app, programme, first);
  await takeSteps(
    checker,
    paidPeriod,
    ['approve', {}],
    ['pay', { payment_reference: 'TRF-001', paid_on: `${second}-02` }],
  );

  // what ordinary months bring: a reversal, late money, corrections and disputes, a month opened again
  const reversed = { reverses: verified, amount: -70_000, void_reason: 'Kelebihan setor' };
  const { id: reversal = 0 } = await done(staff.post('/items/collection', reversed));
  const recorded = await pay(programme, busy.families[2], second);
  const correction = { kader: busy.kader, amount: -1_500, reason: 'Salah tarif' };
  const { id: voidedAdjustment = 0 } = await done(head.post('/items/commission_adjustment', correction));
  const voiding = { status: 'void', void_reason: 'Sudah benar' };
  await done(head.patch(`/items/commission_adjustment/${voidedAdjustment}`, voiding));
  const statement = (await app.knex('commission').where({ kader: busy.kader, month: first }).first('id')).id;
  const ask = async (question: string, line_kind = 'total') =>
    (await done(partner.post('/kader-jkn/disputes', { statement, line_kind, question })))['id'] ?? 0;
  const accept = async (id: number, correction: object) =>
    await done(checker.post(`/kader-jkn/disputes/${id}/answer`, { decision: 'accept', answer: 'Benar', correction }));
  const dispute = await ask('Kurang satu pembayaran');
  const { adjustment = 0 } = await accept(dispute, { kind: 'adjustment', amount: 7_500 });
  const taken = await ask('Satu pembayaran terlalu banyak');
  await accept(taken, { kind: 'collection', collection: other, amount: 50 });
  const asked = await ask('Mengapa ada potongan?', 'withholding');
  await close(app, programme, second);
  await takeSteps(checker, await periodOf(app, programme, second), ['reopen', { reason: 'Pembayaran tertinggal' }]);
  await pay(programme, busy.families[4], second);
  await close(app, programme, second);
  await pay(programme, idle.families[0], first);
  await close(app, programme, third);
  await tellWithHindsight(app, programme, busy, idle);
  const startsOn = `${second}-01` as DateText;
  const plan = await makePlan(app.knex, {
    binaan: busy.families[4] ?? 0,
    count: 24,
    startsOn,
    by: null,
    now: new Date(),
  });
  const { id: instalment } = await app.knex('payment_plan_instalment').where({ plan, number: 2 }).first('id');

  await takeIn(app, staff, listOf([{ kk: kkOf(1) }, { kk: kkOf(2) }]), { as_of: `${second}-05` });
  const next = listOf([{ kk: kkOf(1), months: '11', amount: '770000' }, { kk: kkOf(3) }, { kk: '12' }]);
  const { batch: list } = await takeIn(app, staff, next, {
    as_of: `${second}-25`,
  });
  const { id: listed } = await app
    .knex('binaan')
    .where({ kk_number: kkOf(1) })
    .first('id');

  const { id: promise = 0 } = await done(
    staff.post('/items/activity', {
      binaan: busy.families[2],
      kader: busy.kader,
      at: `${second}-01T01:00:00Z`,
      channel: 'visit',
      outcome: 'promised',
      promise_on: `${second}-28`,
      promise_amount: 70_000,
    }),
  );
  await judgePromises(app.knex, new Date());
  const muted = busy.families[3] ?? 0;
  const until = daysAfter(dateOf(new Date(), 'Asia/Jakarta'), 30);
  const { id: mute = 0 } = await done(
    staff.post('/items/mute', { binaan: muted, reason: 'hardship', until_date: until }),
  );
  await done(head.patch(`/items/mute/${mute}`, { status: 'approved' }));

  await rollUpMissing(app.knex);
  const { id: monthEnd } = await app
    .knex('arrears_snapshot')
    .where({ branch: programme.branch, kind: 'month_end', area: null, band_from: null })
    .orderBy('as_of')
    .first('id');

  const { id: report = 0 } = await done(head.post('/kader-jkn/monev/reports', { branch, month: second }));
  const rule = { branch, name: 'Setia', partnership_months: 1, certificate_words: 'atas kesetiaan' };
  const { id: loyal = 0 } = await done(head.post('/items/award_rule', rule));
  const { id: award = 0 } = await done(
    head.post('/kader-jkn/monev/awards', { rule: loyal, kader: busy.kader, month: second }),
  );

  const change = async (link: string, id: number): Promise<number> =>
    (
      await app
        .knex('state_change')
        .where({ [link]: id })
        .orderBy('id', 'desc')
        .first('id')
    ).id;
  return {
    programme,
    elsewhere: (await makeProgramme(app)).branch,
    busy,
    idle,
    paidPeriod,
    statement,
    verified,
    reversal,
    voided,
    recorded,
    adjustment,
    voidedAdjustment,
    dispute,
    taken,
    asked,
    plan,
    instalment,
    enrolment,
    list,
    listed,
    promise,
    mute,
    muted,
    ...(await makeBatch(app, programme)),
    monthEnd,
    report,
    award,
    changes: {
      collection: await change('collection', verified),
      period: await change('period', paidPeriod),
      statement: await change('statement', statement),
      dispute: await change('dispute', dispute),
      closing: (await app.knex('state_change').where({ from_status: 'draft', to_status: 'closed' }).first('id')).id,
    },
  };
}

const bonusRule = {
  kind: 'attainment_bonus',
  rate_bp: 100,
  attainment_from_bp: 5_000,
  attainment_to_bp: null,
  bonus_mode: 'whole',
  sort: 4,
};

async function takeSteps(client: Client, period: number, ...steps: [string, object][]): Promise<void> {
  for (const [step, told] of steps) await done(client.post(`/kader-jkn/periods/${period}/${step}`, told));
}

async function setTarget(app: TestDirectus, { branch, months }: Programme): Promise<void> {
  await done(
    app.admin.post('/items/target', {
      branch,
      measure: 'collection',
      scope: 'each_kader',
      month_from: months[0],
      month_to: months[4],
      per: 'month',
      adds_up: 'sum',
      value: 200_000,
    }),
  );
}

/** A leave and an end told afterwards, a family that grew, a newer list, a target set anew. */
async function tellWithHindsight(
  app: TestDirectus,
  { branch, months }: Programme,
  busy: AuditBooks['busy'],
  idle: AuditBooks['idle'],
): Promise<void> {
  await app.admin.post('/items/kader_event', {
    kader: idle.kader,
    kind: 'leave',
    on_date: `${months[2]}-03`,
    to_date: `${months[2]}-09`,
  });
  await endPartnership(app, idle.kader, `${months[2]}-20`);
  await app.admin.patch(`/items/binaan/${busy.families[3]}`, { members: 5 });
  await app.admin.patch(`/items/binaan/${busy.families[5]}`, {
    listed_months: 3,
    listed_amount: 210_000,
    listed_as_of: `${months[3]}-25`,
    members: 3,
  });
  await makeFamily(app, { branch, kader: busy.kader, listed_as_of: `${monthFromNow(-7)}-25` });
  await app.admin.patch('/items/target', { query: { filter: { branch: { _eq: branch } } }, data: { value: 300_000 } });
}

/** One message that a person sent, as a batch of its own; whether the outbox has made it ready meanwhile is all the same. */
async function makeBatch(app: TestDirectus, { branch, staff }: Programme) {
  return await app.knex.transaction(async (trx) => {
    const request = { key: 'notice', channel: 'email', about: 'notice', item: null, branch, cause: 'person' } as const;
    const recipient = { kind: 'address', name: 'Uji', address: 'uji@example.com' } as const;
    const data = { title: 'Uji', text: 'Uji', lines: [], link: null };
    const sent = await sendTogether(trx, [{ ...request, recipient, data }], {
      ...{ name: 'Uji', branch, template_key: 'notice', channel: 'email', audience: {}, asked_by: staff.id },
      ...{ approveAbove: null, keep: 'always', now: new Date().toISOString() },
    });
    const batch = sent.batch ?? 0;
    const { id: message } = await trx('message').where({ batch }).first('id');
    return { batch, message: Number(message) };
  });
}
