/** Lampung, 2020: the window moves from 4 to 19 months when the programme is restructured (domain.md). */
import type { DuesRateRow } from '../../extensions/kader-jkn/src/core/dues.ts';
import { periodsBetween } from '../../extensions/kader-jkn/src/core/period.ts';
import type { AreaDirectory } from './areas.ts';
import { FamilyMaker, momentIn, month } from './families.ts';
import { makeKader } from './kader.ts';
import type { DemoFamily, DemoPayment, DemoProgramme } from './programme.ts';
import { seededRandom } from './random.ts';

/** asumsi demo: the month of the restructuring */
const restructured = '2020-07';
const quarter = ['2020-10', '2020-11', '2020-12'];
const nothingCollected = 0;
const onLeave = 1;
const familiesEach = 60;

export function lampung(areas: AreaDirectory, rates: readonly DuesRateRow[]): DemoProgramme {
  const random = seededRandom('lampung-2020');
  const kader = makeKader(random, areas, { regency: '18.71', count: 8, joined: '2019-12-02' });
  kader[onLeave]?.events.push({
    kind: 'leave',
    on_date: '2020-10-01',
    to_date: '2020-12-31',
    reason: 'merawat orang tua',
    note: 'asumsi demo',
  });
  const maker = new FamilyMaker(random, kader, rates);
  const families: DemoFamily[] = [];
  const payments: DemoPayment[] = [];
  const months = periodsBetween(month('2020-01'), month('2020-12'));

  for (const [holder] of kader.entries()) {
    for (const text of months) {
      if (quarter.includes(text) && (holder === nothingCollected || holder === onLeave)) continue;
      const owed = text < restructured ? ([4, 18] as const) : ([19, 22] as const);
      const listed = text < restructured ? '2019-12' : '2020-06';
      payments.push(
        ...maker.payers(random.between(20, 90) * 25_500, { kader: holder, listed, months: owed }, families, () => ({
          paid_at: momentIn(random, text, '+07:00'),
          channel: random.pick(['kader_cash', 'bank', 'minimarket'] as const),
          by: 'staff',
        })),
      );
    }
    while (families.filter((family) => family.kader === holder).length < familiesEach) {
      families.push(maker.make({ kader: holder, listed: '2019-12', months: [4, 22] }));
    }
  }

  return {
    number: 1871,
    branch: {
      code: 'KC-BDL',
      name: 'KC Bandar Lampung (2020)',
      timezone: 'Asia/Jakarta',
      first_month: '2020-01',
      last_month: '2020-12',
      city: 'Bandar Lampung',
      note: 'Jendela binaan dari 4 bulan menjadi 19 bulan. Bulan perubahan, nama, dan jumlah: asumsi demo.',
    },
    regencies: ['18.71'],
    policies: [
      {
        name: 'Kebijakan Lampung sebelum restrukturisasi',
        effective_from: '2019-12-01',
        kader_window_min: 4,
        zero_month_limit: 3,
        grace_months: 0,
        verification_required: false,
        max_billed_months: 24,
      },
      {
        name: 'Kebijakan Lampung setelah restrukturisasi',
        effective_from: `${restructured}-01`,
        kader_window_min: 19,
        zero_month_limit: 3,
        grace_months: 0,
        verification_required: false,
        max_billed_months: 24,
        note: 'Tanggal berlaku: asumsi demo.',
      },
    ],
    schemes: [
      {
        name: 'Skema Lampung 2020',
        effective_from: '2019-12-01',
        status: 'active',
        base: 'arrears',
        note: 'Dibayar atas penerimaan bulan itu. Tarif: asumsi demo.',
        rules: [{ sort: 1, kind: 'percentage', months_from: 0, months_to: null, rate_bp: 1500 }],
      },
    ],
    targets: [],
    snapshots: [],
    kader,
    families,
    payments,
    activities: [],
    closes: months,
  };
}
