import type { Binaan, Commission, DuesCollection, Id } from '../../extensions/kader-jkn/src/contract/records.ts';
import type { TestDirectus } from '../harness/index.ts';

/** Slow and obvious: what the panels of money must say, one record at a time. */

/** What one family owed at the end of a month. */
export interface OwedThen {
  family: Id;
  months: number;
  amount: number;
  regency: Id | null;
  district: Id | null;
  kader: Id | null;
}

/** The last day of a month. */
export function endOf(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, number ?? 0, 0)).toISOString().slice(0, 10);
}

/** A month before or after another. */
export function monthsAfter(month: string, count: number): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, (number ?? 0) - 1 + count, 1)).toISOString().slice(0, 7);
}

/** Every payment of a branch that counts, as the books have it. */
export async function countedPayments(app: TestDirectus, branch: Id): Promise<DuesCollection[]> {
  const all: DuesCollection[] = await app.knex('collection').where({ branch });
  return all.filter(({ status }) => status === 'recorded' || status === 'verified');
}

/** Rupiah of the payments of some months, of one kader or of everybody. */
export async function collectedIn(
  app: TestDirectus,
  branch: Id,
  months: readonly string[],
  kader: Id | null = null,
): Promise<number> {
  const payments = await countedPayments(app, branch);
  return payments
    .filter((one) => months.includes(one.month) && (kader === null || one.kader === kader))
    .reduce((sum, { amount }) => sum + Number(amount), 0);
}

/** Imbal jasa of some months: of closed ones as stated; of open ones what their payments earn, where nothing else is paid. */
export async function earnedIn(
  app: TestDirectus,
  branch: Id,
  months: readonly string[],
  kader: Id | null = null,
): Promise<number> {
  const payments = await countedPayments(app, branch);
  let earned = 0;
  for (const month of months) {
    const period = await app.knex('period').where({ branch, month }).first();
    if (period === undefined) continue;
    const statements: Commission[] = await app.knex('commission').where({ branch, month });
    const stated = statements.filter((one) => kader === null || one.kader === kader);
    const paid = payments.filter((one) => one.pay_month === month && (kader === null || one.kader === kader));
    earned +=
      period.status === 'open'
        ? paid.reduce((sum, { commission }) => sum + Number(commission), 0)
        : stated.reduce((sum, { gross }) => sum + Number(gross), 0);
  }
  return earned;
}

/**
 * What every family owed at the end of a month by what is on record now: the list, the dues whose 11th lies between the list
 * and the day, and the payments between them; counted back where the list is newer.
 */
export async function owedAtEnd(app: TestDirectus, branch: Id, month: string): Promise<OwedThen[]> {
  const on = endOf(month);
  const home = await app.knex('branch').where({ id: branch }).first('timezone');
  const payments = await countedPayments(app, branch);
  const families: (Binaan & { listed_on: string })[] = await app
    .knex('binaan')
    .where({ branch })
    .select('*', app.knex.raw("to_char(listed_as_of, 'YYYY-MM-DD') as listed_on"));
  const found: OwedThen[] = [];
  for (const family of families) {
    if (family.status !== 'active' && family.status !== 'muted') continue;
    const listed = family.listed_on;
    const isLater = listed > on;
    const [first, last] = isLater ? [on, listed] : [listed, on];
    const between = payments.filter((one) => {
      const day = dayIn(one.paid_at, home.timezone);
      return one.binaan === family.id && day > first && day <= last;
    });
    const paid = {
      months: between.reduce((sum, one) => sum + (one.months_covered ?? 0), 0),
      amount: between.reduce((sum, one) => sum + Number(one.amount), 0),
    };
    const due = monthsDue(first, last);
    const dues = family.members * 35_000;
    let { listed_months: months, listed_amount: amount } = family;
    if (!isLater) {
      const accrued = Math.min(due, Math.max(0, 24 - months));
      months += accrued - paid.months;
      amount += accrued * dues - paid.amount;
    } else {
      const notYet = months >= 24 ? 0 : Math.min(due, months);
      amount -= notYet === months ? (notYet === 0 ? 0 : amount) : Math.min(amount, notYet * dues);
      months += paid.months - notYet;
      amount += paid.amount;
    }
    if (months >= 1) {
      found.push({ family: family.id, months, amount: Math.max(0, amount), ...(await placeOf(app, family)) });
    }
  }
  return found;
}

/** How many months have their 11th after the first day, up to the last. */
function monthsDue(first: string, last: string): number {
  let count = 0;
  for (let month = first.slice(0, 7); month <= last.slice(0, 7); month = monthsAfter(month, 1)) {
    const eleventh = `${month}-11`;
    if (eleventh > first && eleventh <= last) count += 1;
  }
  return count;
}

function dayIn(moment: string | Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date(moment));
}

/** By the family's desa; where it is not known, by its kader's kecamatan. */
async function placeOf(
  app: TestDirectus,
  { area, kader }: Binaan,
): Promise<Omit<OwedThen, 'family' | 'months' | 'amount'>> {
  const parent = async (id: Id | null): Promise<Id | null> =>
    id === null ? null : ((await app.knex('area').where({ id }).first('parent')).parent ?? null);
  const holder = kader === null ? null : await app.knex('kader').where({ id: kader }).first('district');
  const district = area === null ? (holder?.district ?? null) : await parent(area);
  return { district, regency: await parent(district), kader };
}

/** Families and rupiah of those who owed between so many months. */
export function countOwed(owed: readonly OwedThen[], from = 1, to: number | null = null) {
  const counted = owed.filter(({ months }) => months >= from && (to === null || months <= to));
  return { families: counted.length, amount: counted.reduce((sum, { amount }) => sum + amount, 0) };
}
