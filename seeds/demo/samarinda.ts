/** Samarinda, 2017: eleven kader in three regencies, in the time zone WITA (domain.md). */
import type { DuesRateRow } from '../../extensions/kader-jkn/src/core/dues.ts';
import type { AreaDirectory } from './areas.ts';
import { FamilyMaker, momentIn } from './families.ts';
import { makeKader } from './kader.ts';
import type { DemoFamily, DemoPayment, DemoProgramme } from './programme.ts';
import { seededRandom } from './random.ts';

const familiesEach = 60;
/** 23:30 WIB on 31 January is 00:30 WITA on 1 February */
const lateEvening = '2017-01-31T23:30:00+07:00';

export function samarinda(areas: AreaDirectory, rates: readonly DuesRateRow[]): DemoProgramme {
  const random = seededRandom('samarinda-2017');
  const joined = '2016-12-19';
  const kader = [
    ...makeKader(random, areas, { regency: '64.72', count: 9, joined }),
    ...makeKader(random, areas, { regency: '64.02', count: 1, joined }),
    ...makeKader(random, areas, { regency: '64.08', count: 1, joined }),
  ];
  const maker = new FamilyMaker(random, kader, rates);
  const families: DemoFamily[] = [];
  const payments: DemoPayment[] = [];

  for (const [holder] of kader.entries()) {
    for (const text of ['2017-01', '2017-02']) {
      const total = random.between(4, 30) * 51_000;
      payments.push(
        ...maker.payers(total, { kader: holder, listed: '2016-12', months: [3, 8] }, families, () => ({
          paid_at: momentIn(random, text, '+08:00'),
          channel: 'kader_cash',
          by: 'staff',
        })),
      );
    }
    while (families.filter((family) => family.kader === holder).length < familiesEach) {
      const source = random.chance(0.1) ? 'outside_list' : 'list';
      families.push(maker.make({ kader: holder, listed: '2016-12', months: [3, 9], source }));
    }
  }
  payments.push(
    ...maker.payers(153_000, { kader: 0, listed: '2016-12', months: [6, 8], class: 2 }, families, () => ({
      paid_at: lateEvening,
      channel: 'bank',
      by: 'staff',
    })),
  );

  return {
    number: 6472,
    branch: {
      code: 'KC-SMR',
      name: 'KC Samarinda (2017)',
      timezone: 'Asia/Makassar',
      first_month: '2017-01',
      last_month: '2017-02',
      city: 'Samarinda',
      note: 'Sebelas kader: Kota Samarinda 9, Kutai Kartanegara 1, Kutai Timur 1. Bulan, nama, dan jumlah: asumsi demo.',
    },
    regencies: ['64.72', '64.02', '64.08'],
    policies: [
      {
        name: 'Kebijakan Samarinda 2017',
        effective_from: '2016-12-01',
        kader_window_min: 3,
        outside_list_allowed: true,
        zero_month_limit: null,
        grace_months: 0,
        verification_required: false,
        max_billed_months: 12,
        note: 'Menunggak lebih dari 2 bulan. Keluarga di luar daftar boleh di wilayah kader sendiri.',
      },
    ],
    schemes: [
      {
        name: 'Skema Samarinda 2017',
        effective_from: '2016-12-01',
        status: 'active',
        base: 'arrears',
        note: 'Tarif: asumsi demo.',
        rules: [
          { sort: 1, kind: 'percentage', months_from: 0, months_to: null, rate_bp: 1000 },
          { sort: 2, kind: 'flat_payment', months_from: 0, months_to: null, amount: 2500 },
        ],
      },
    ],
    targets: [],
    snapshots: [],
    kader,
    families,
    payments,
    activities: [],
    closes: ['2017-01', '2017-02'],
  };
}
