import { closeMonthFlowId } from '../../extensions/kader-jkn/src/contract/access.ts';
import { type ClosedPeriod, closePeriod } from '../../extensions/kader-jkn/src/server/close-period.ts';
import { ensurePeriods } from '../../extensions/kader-jkn/src/server/ensure-periods.ts';
import type { Answer, Client, TestDirectus } from '../harness/index.ts';
import { makeFamily, makeKader, monthFromNow } from './books-fixture.ts';

/** A branch whose books began months ago, with everything open up to now. */
export interface Programme {
  branch: number;
  scheme: number;
  /** months of the books from the first to the present one */
  months: string[];
  staff: Client;
  head: Client;
}

/** What differs from the usual programme. */
interface ProgrammeOptions {
  policy?: Record<string, unknown>;
  rules?: Record<string, unknown>[];
  /** months that have ended and are open */
  ended?: number;
}

let made = 0;

async function make(app: TestDirectus, name: string, fields: Record<string, unknown>): Promise<number> {
  const { status, body } = await app.admin.post(`/items/${name}`, fields);
  if (status !== 200) throw new Error(`${name}: ${JSON.stringify(body)}`);
  return body.data.id;
}

/** Five ended months (or so many) and the present one, 10% up to 6 months owed and 15% above, a review after three months of nothing. */
export async function makeProgramme(
  app: TestDirectus,
  { policy = {}, rules = [], ended = 5 }: ProgrammeOptions = {},
): Promise<Programme> {
  made += 1;
  const months = Array.from({ length: ended + 1 }, (_, index) => monthFromNow(index - ended));
  const branch = await make(app, 'branch', {
    code: `KC-P${made}`,
    name: `Cabang Program ${made}`,
    timezone: 'Asia/Jakarta',
    first_month: months[0],
  });
  await make(app, 'program_policy', {
    name: 'Kebijakan',
    branch,
    effective_from: '2020-01-01',
    verification_required: false,
    max_billed_months: 24,
    zero_month_limit: 3,
    grace_months: 0,
    review_answer_days: 14,
    ...policy,
  });
  const scheme = await make(app, 'commission_scheme', {
    name: 'Skema',
    branch,
    effective_from: '2020-01-01',
    status: 'active',
    base: 'arrears',
    rules: [
      { kind: 'percentage', months_from: 1, months_to: 7, rate_bp: 1000, sort: 1 },
      { kind: 'percentage', months_from: 7, months_to: null, rate_bp: 1500, sort: 2 },
      ...rules,
    ],
  });
  await ensurePeriods(app.knex, new Date());
  const staff = await app.login('staff', { branch });
  const head = await app.login('head', { branch });
  return { branch, scheme, months, staff, head };
}

/** A kader of the programme who holds so many families from before its first month, each owing ten months and 700,000. */
export async function makePartner(
  app: TestDirectus,
  { branch }: Programme,
  families: number,
  fields: Record<string, unknown> = {},
): Promise<{ kader: number; families: number[] }> {
  const kader = await makeKader(app, { branch, ...fields });
  const held: number[] = [];
  for (let count = 0; count < families; count += 1) {
    held.push(await makeFamily(app, { branch, kader, listed_as_of: `${monthFromNow(-8)}-25` }));
  }
  return { kader, families: held };
}

/** The id of a month of the books. */
export async function periodOf(app: TestDirectus, { branch }: Programme, month: string | undefined): Promise<number> {
  const period = await app.knex('period').where({ branch, month }).first('id');
  if (period === undefined) throw new Error(`No month ${month}`);
  return period.id;
}

/** Closes a month as the close itself does, without a flow. */
export async function close(app: TestDirectus, programme: Programme, month: string | undefined): Promise<ClosedPeriod> {
  const period = await periodOf(app, programme, month);
  return await closePeriod(app.knex, { period, by: programme.head.id, now: new Date() });
}

/** Presses the button "Tutup bulan". */
export async function pressClose(client: Client, period: number): Promise<Answer> {
  return await client.post(`/flows/trigger/${closeMonthFlowId}`, { collection: 'period', keys: [period] });
}

/** Records a payment of arrears and returns its id. */
export async function pay(
  { staff }: Pick<Programme, 'staff'>,
  binaan: number | undefined,
  month: string | undefined,
  amount = 70_000,
  day = '05',
): Promise<number> {
  const told = { binaan, amount, paid_at: `${month}-${day}T03:00:00Z`, confirm_duplicate: true };
  const { status, body } = await staff.post('/items/collection', told);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.data.id;
}

/** What a promise was refused with, or null. */
export async function refusalCode(attempt: Promise<unknown>): Promise<string | null> {
  return await attempt.then(
    () => null,
    (error: { code?: string; message?: string }) => error.code ?? `${error.message}`,
  );
}
