/** Of the fictitious branch: a family whose members are of different classes, two payment plans, and prospective participants. */
import type { Id } from '../../extensions/kader-jkn/src/contract/records.ts';
import { dueThrough } from '../../extensions/kader-jkn/src/core/arrears.ts';
import type { DuesRateRow } from '../../extensions/kader-jkn/src/core/dues.ts';
import {
  addMonths,
  type DateText,
  dateOf,
  daysAfter,
  firstDay,
  monthOf,
} from '../../extensions/kader-jkn/src/core/period.ts';
import type { InstallContext } from '../../extensions/kader-jkn/src/server/install/context.ts';
import { makePlan } from '../../extensions/kader-jkn/src/server/rehab/make-plan.ts';
import { duesListed } from './families.ts';
import { demoKk, demoNik } from './identity-numbers.ts';

interface Branch {
  branch: Id;
  /** in the order of `contoh.ts` */
  kader: readonly Id[];
  /** whose families they are */
  signedIn: Id;
}

const assumed = 'asumsi demo';
/** Both plans began at the start of the month so many months ago. */
const plansBegan = 2;
/** Where the prospects live, and their place among its numbers. */
const kecamatan = '33.73.01';
const firstProspect = 900_000;

/** Adds them to the branch of today once its payments stand and its arrears are up to date. */
export async function loadContohMoney(context: InstallContext, of: Branch, now: Date): Promise<void> {
  await mixClasses(context, of);
  await planInstalments(context, of, now);
  await bringProspects(context, of, now);
}

/** The first family without payments that has three members or more: its head of class I, the others of class III. */
async function mixClasses({ knex, services, getSchema }: InstallContext, { signedIn }: Branch): Promise<void> {
  const family = await knex('binaan as f')
    .where('f.kader', signedIn)
    .where('f.members', '>=', 3)
    .whereNotExists(knex('collection as c').whereRaw('c.binaan = f.id').select('c.id'))
    .orderBy('f.id')
    .first('f.id', 'f.members', 'f.listed_months', knex.raw('f.listed_as_of::text'));
  if (family === undefined) return;
  const rates: DuesRateRow[] = await knex('dues_rate').select(
    ...['class', 'dues', 'participant_pays', knex.raw('effective_from::text')],
  );
  const mixed = [1, 0, family.members - 1] as const;
  const told = { class: 1 as const, members: family.members, listed_months: family.listed_months, mixed };
  const dues = duesListed(told, dueThrough(family.listed_as_of), rates);
  await new services.ItemsService('binaan', { knex, schema: await getSchema() }).updateOne(family.id, {
    ...{ class: 1, members_1: mixed[0], members_2: mixed[1], members_3: mixed[2] },
    listed_amount: dues.reduce((sum, amount) => sum + amount, 0),
    note: assumed,
  });
}

/** One family has paid since its plan began, the other has not and misses its instalments. */
async function planInstalments({ knex }: InstallContext, { signedIn }: Branch, now: Date): Promise<void> {
  const startsOn = firstDay(addMonths(monthOf(dateOf(now, 'Asia/Jakarta')), -plansBegan));
  const paidSince = knex('collection as c')
    .whereRaw('c.binaan = f.id')
    .whereIn('c.status', ['recorded', 'verified'])
    .where('c.paid_at', '>=', `${startsOn}T00:00:00+07:00`)
    .select('c.id');
  const candidates = () =>
    knex('binaan as f')
      .where({ 'f.kader': signedIn, 'f.status': 'active' })
      .whereBetween('f.owed_months', [6, 20])
      .whereNull('f.members_1')
      .orderBy('f.id')
      .first('f.id');
  const pays = await candidates().whereExists(paidSince.clone());
  const misses = await candidates().whereNotExists(paidSince.clone());
  for (const [family, count] of [
    [pays, 12],
    [misses, 10],
  ] as const) {
    if (family !== undefined) await makePlan(knex, { binaan: family.id, count, startsOn, by: null, now });
  }
}

async function bringProspects({ knex, services, getSchema }: InstallContext, of: Branch, now: Date): Promise<void> {
  const today = dateOf(now, 'Asia/Jakarta');
  const { branch, signedIn, kader } = of;
  const common = { branch, note: assumed };
  const numbers = (order: number) => ({
    nik: demoNik(kecamatan, firstProspect + order, 'female'),
    kk_number: demoKk(kecamatan, firstProspect + order),
  });
  await new services.ItemsService('enrolment', { knex, schema: await getSchema() }).createMany([
    { ...common, kader: signedIn, name: 'Wahyu Calon', members: 3, class: 3, status: 'prospect' },
    {
      ...common,
      kader: signedIn,
      name: 'Lestari Calon',
      members: 1,
      class: 3,
      status: 'contacted',
      contacted_on: dayBefore(today, 3),
    },
    {
      ...common,
      kader: signedIn,
      name: 'Joko Peserta',
      members: 2,
      class: 3,
      status: 'registered',
      registered_on: today,
      ...numbers(1),
    },
    {
      ...common,
      kader: kader[1] ?? signedIn,
      name: 'Ani Peserta',
      members: 4,
      class: 2,
      status: 'registered',
      registered_on: today,
      ...numbers(2),
    },
    {
      ...common,
      kader: kader[1] ?? signedIn,
      name: 'Budi Calon',
      members: 1,
      class: 3,
      status: 'declined',
      contacted_on: dayBefore(today, 9),
    },
  ]);
}

function dayBefore(today: DateText, days: number): DateText {
  return daysAfter(today, -days);
}
