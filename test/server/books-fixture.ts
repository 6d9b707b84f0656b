import { closePeriod } from '../../extensions/kader-jkn/src/server/close-period.ts';
import { demoKk, demoVa } from '../../seeds/demo/identity-numbers.ts';
import type { TestDirectus } from '../harness/index.ts';

/** A branch with its rules, a kader and a family, made through the API by the administrator. */
export interface BooksFixture {
  branch: number;
  district: number;
  village: number;
  kader: number;
  /** 10 months and 700,000 rupiah owed, two members of class III, held by `kader` */
  family: number;
  scheme: number;
  /** the month before the present one: first of the books, open */
  lastMonth: string;
  thisMonth: string;
}

let made = 0;

/** The month so many months from now, `YYYY-MM` in WIB. */
export function monthFromNow(count: number): string {
  const now = new Date(Date.now() + 7 * 3_600_000);
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + count, 1)).toISOString().slice(0, 7);
}

async function make(app: TestDirectus, name: string, fields: Record<string, unknown>): Promise<number> {
  const { status, body } = await app.admin.post(`/items/${name}`, fields);
  if (status !== 200) throw new Error(`${name}: ${JSON.stringify(body)}`);
  return body.data.id;
}

/** Makes a branch of its own; several may stand beside each other. */
export async function makeBooks(app: TestDirectus, verification = true): Promise<BooksFixture> {
  made += 1;
  const number = String(made).padStart(2, '0');
  const lastMonth = monthFromNow(-1);
  const branch = await make(app, 'branch', {
    code: `KC-${number}`,
    name: `Cabang ${number}`,
    timezone: 'Asia/Jakarta',
    first_month: lastMonth,
  });
  await make(app, 'program_policy', {
    name: 'Kebijakan',
    branch,
    effective_from: '2020-01-01',
    verification_required: verification,
    max_billed_months: 24,
    zero_month_limit: 3,
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
    ],
  });
  // two figures each: provinces of the tests' own, of a hundred regencies
  const place = `${99 - Math.floor(made / 100)}.${String(made % 100).padStart(2, '0')}`;
  const area = (level: string, code: string, parent: number | null) =>
    make(app, 'area', { level, code: `${place}${code}`, name: `Wilayah ${number}${code}`, parent });
  const regency = await area('regency', '', null);
  const district = await area('district', '.01', regency);
  const village = await area('village', '.01.1001', district);
  const kader = await makeKader(app, { branch, district });
  const family = await makeFamily(app, { branch, kader, area: village });
  return { branch, district, village, kader, family, scheme, lastMonth, thisMonth: monthFromNow(0) };
}

let people = 0;

/** The KK number so many of the tests' own kecamatan. */
export function testKk(index: number): string {
  return demoKk('33.74.01', index);
}

export async function makeKader(app: TestDirectus, fields: Record<string, unknown>): Promise<number> {
  people += 1;
  return await make(app, 'kader', {
    code: `K-${people}`,
    name: `Kader ${people}`,
    status: 'active',
    joined_on: '2020-01-01',
    ...fields,
  });
}

export async function makeFamily(app: TestDirectus, fields: Record<string, unknown>): Promise<number> {
  people += 1;
  return await make(app, 'binaan', {
    kk_number: testKk(people),
    va_number: demoVa(99, people),
    head_name: `Keluarga ${people}`,
    members: 2,
    class: 3,
    listed_months: 10,
    listed_amount: 700_000,
    listed_as_of: `${monthFromNow(-2)}-25`,
    ...fields,
  });
}

/** Ends a partnership on a day, its families let go of from the day after, as a head would. */
export async function endPartnership(
  app: TestDirectus,
  kader: number,
  endedOn: string,
  reason = 'moved',
): Promise<void> {
  await app.knex('assignment').where({ kader }).where('from_date', '>', endedOn).delete();
  await app
    .knex('assignment')
    .where({ kader })
    .whereRaw("coalesce(to_date, 'infinity') > cast(? as date)", [endedOn])
    .update({ to_date: endedOn });
  const fields = { status: 'ended', ended_on: endedOn, end_reason: reason };
  const { status, body } = await app.admin.patch(`/items/kader/${kader}`, fields);
  if (status !== 200) throw new Error(`end of kader ${kader}: ${JSON.stringify(body)}`);
}

/** A moment in the month so many months from now: the 2nd, at noon UTC unless said otherwise. */
export function momentIn(month: string, day = '02', time = '05:00:00Z'): string {
  return `${month}-${day}T${time}`;
}

/** Closes a month of a branch. */
export async function closeMonth(app: TestDirectus, branch: number, month: string): Promise<void> {
  const { id } = await app.knex('period').where({ branch, month }).first('id');
  await closePeriod(app.knex, { period: id, by: null, now: new Date() });
}
