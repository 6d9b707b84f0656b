/** Surakarta, January to December 2021: 45 kader, 78% on average, 13 above 100% and one exactly there (domain.md). */
import type { DuesRateRow } from '../../extensions/kader-jkn/src/core/dues.ts';
import { addMonths, periodsBetween } from '../../extensions/kader-jkn/src/core/period.ts';
import type { AreaDirectory } from './areas.ts';
import { FamilyMaker, momentIn, month, split } from './families.ts';
import { makeKader } from './kader.ts';
import type { DemoFamily, DemoPayment, DemoProgramme } from './programme.ts';
import { type Random, seededRandom } from './random.ts';

const perRegency = { '33.72': 4, '33.11': 13, '33.12': 8, '33.13': 10, '33.14': 10 } as const;
const monthlyTarget = 10_000_000;
const yearlyTarget = 12 * monthlyTarget;
const kaderCount = 45;
const aboveTarget = 13;
/** 78% of 45 × 120,000,000 */
const collected = (kaderCount * yearlyTarget * 78) / 100;
const step = 50_000;
const familiesEach = 150;

/** What each of the 45 collected in the year: 13 above the target, one exactly on it, the rest below; 78% in all. */
function yearOfEach(random: Random): number[] {
  const above = Array.from({ length: aboveTarget }, () => yearlyTarget + random.between(20, 800) * step);
  const left = collected - yearlyTarget - above.reduce((sum, amount) => sum + amount, 0);
  const weights = Array.from({ length: kaderCount - aboveTarget - 1 }, () => 60 + random.between(0, 60));
  return [...above, yearlyTarget, ...split(left, weights, step)];
}

export function surakarta(areas: AreaDirectory, rates: readonly DuesRateRow[]): DemoProgramme {
  const random = seededRandom('surakarta-2021');
  const kader = Object.entries(perRegency).flatMap(([regency, count]) =>
    makeKader(random, areas, { regency, count, joined: '2020-12-01' }),
  );
  const maker = new FamilyMaker(random, kader, rates);
  const families: DemoFamily[] = [];
  const payments: DemoPayment[] = [];
  const months = periodsBetween(month('2021-01'), month('2021-12'));
  const years = random.shuffled(yearOfEach(random));

  for (const [holder, year] of years.entries()) {
    const weights = months.map(() => 50 + random.between(0, 50));
    for (const [index, amount] of split(year, weights, step).entries()) {
      const text = months[index] ?? month('2021-12');
      const listed = addMonths(text, -1);
      payments.push(
        ...maker.payers(amount, { kader: holder, listed, months: [12, 22] }, families, () => ({
          paid_at: momentIn(random, text, '+07:00'),
          channel: random.pick(['kader_cash', 'bank', 'va', 'minimarket'] as const),
          by: 'staff',
        })),
      );
    }
    let held = families.filter((family) => family.kader === holder).length;
    for (; held < familiesEach; held++)
      families.push(maker.make({ kader: holder, listed: '2020-12', months: [12, 12] }));
  }

  return {
    number: 3372,
    branch: {
      code: 'KC-SKA',
      name: 'KC Surakarta (2021)',
      timezone: 'Asia/Jakarta',
      first_month: '2021-01',
      last_month: '2021-12',
      city: 'Surakarta',
      note: 'Rata-rata 78% sampai dengan Desember 2021; demo memakai Januari–Desember 2021. Nama dan pembagian: asumsi demo.',
    },
    regencies: Object.keys(perRegency),
    policies: [
      {
        name: 'Kebijakan Surakarta 2021',
        effective_from: '2020-12-01',
        kader_window_min: 12,
        kader_window_max: 24,
        tele_window_min: 2,
        tele_window_max: 23,
        families_per_kader: 500,
        contacts_per_day: 5,
        zero_month_limit: 3,
        grace_months: 0,
        verification_required: false,
        max_billed_months: 24,
        note: 'Aturan tiga bulan: asumsi demo untuk Surakarta.',
      },
    ],
    schemes: [
      {
        name: 'Skema Surakarta 2021',
        effective_from: '2020-12-01',
        status: 'active',
        base: 'arrears',
        note: 'Tarif: asumsi demo.',
        rules: [{ sort: 1, kind: 'percentage', months_from: 0, months_to: null, rate_bp: 1500 }],
      },
    ],
    targets: [
      {
        measure: 'collection',
        scope: 'each_kader',
        month_from: '2021-01',
        month_to: '2022-12',
        per: 'month',
        adds_up: 'sum',
        value: monthlyTarget,
      },
      {
        measure: 'contacts_per_day',
        scope: 'each_kader',
        month_from: '2021-01',
        month_to: '2022-12',
        per: 'day',
        adds_up: 'distinct',
        value: 5,
      },
    ],
    snapshots: [],
    kader,
    families,
    payments,
    activities: [],
    closes: months,
  };
}
