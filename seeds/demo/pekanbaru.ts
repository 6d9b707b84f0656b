/** Pekanbaru, May to November 2017: the programme's first months, far below a very high target (domain.md). */
import type { DuesRateRow } from '../../extensions/kader-jkn/src/core/dues.ts';
import type { AreaDirectory } from './areas.ts';
import { FamilyMaker, momentIn } from './families.ts';
import { makeKader } from './kader.ts';
import type { DemoActivity, DemoFamily, DemoKader, DemoPayment, DemoProgramme } from './programme.ts';
import { seededRandom } from './random.ts';

const months = ['2017-05', '2017-06', '2017-07', '2017-08', '2017-09', '2017-10', '2017-11'];
const activeKader = 57;
const familiesEach = 26;
/** 31,622,000 rupiah in all; 10% of the first and 15% of the second are 3,969,000 (asumsi demo) */
const collected = { upToSixMonths: 15_486_000, aboveSixMonths: 16_136_000 };
const familiesVisited = 1187;

const leavers = [
  ['other_work', 'diterima bekerja di tempat lain', '2017-07-14'],
  ['other_work', 'diterima bekerja di tempat lain', '2017-08-31'],
  ['moved', 'pindah ke luar kota', '2017-08-11'],
  ['health', 'kesehatan tidak memungkinkan kunjungan', '2017-09-29'],
  ['own_wish', 'waktu tidak cukup untuk mengunjungi keluarga', '2017-07-28'],
  ['own_wish', 'imbal jasa tidak menutup ongkos', '2017-09-08'],
  ['own_wish', 'imbal jasa tidak menutup ongkos', '2017-10-20'],
  ['contract_expired', 'perjanjian tidak diperpanjang', '2017-10-31'],
] as const;

export function pekanbaru(areas: AreaDirectory, rates: readonly DuesRateRow[]): DemoProgramme {
  const random = seededRandom('pekanbaru-2017');
  const joined = '2017-05-01';
  const stayed = makeKader(random, areas, { regency: '14.71', count: activeKader, joined });
  const left = makeKader(random, areas, { regency: '14.71', count: leavers.length, joined }).map(
    (kader, index): DemoKader => {
      const [end_reason, end_note, ended_on] = leavers[index] ?? leavers[0];
      return {
        ...kader,
        status: 'ended',
        ended_on,
        end_reason,
        end_note: `${end_note} (asumsi demo)`,
        events: [...kader.events, { kind: 'ended', on_date: ended_on, reason: end_note, note: 'asumsi demo' }],
      };
    },
  );
  const kader = [...stayed, ...left];
  const maker = new FamilyMaker(random, kader, rates);
  const families: DemoFamily[] = [];
  const payments: DemoPayment[] = [];

  const pay = (total: number, owed: readonly [number, number]) => {
    const eachMonth = total / months.length;
    let paid = 0;
    for (const [index, text] of months.entries()) {
      const upTo = index === months.length - 1 ? total : Math.floor((eachMonth * (index + 1)) / 1000) * 1000;
      const listed = index === 0 ? '2017-04' : (months[index - 1] ?? '2017-04');
      while (paid < upTo) {
        const amount = Math.min(upTo - paid, random.between(6, 16) * 25_500);
        const holder = random.between(0, activeKader - 1);
        payments.push(
          ...maker.payers(amount, { kader: holder, listed, months: owed, class: 3 }, families, () => ({
            paid_at: momentIn(random, text, '+07:00'),
            channel: 'kader_cash',
            by: 'staff',
          })),
        );
        paid += amount;
      }
    }
  };
  pay(collected.upToSixMonths, [2, 5]);
  pay(collected.aboveSixMonths, [7, 11]);

  for (let holder = 0; holder < activeKader; holder++) {
    let held = families.filter((family) => family.kader === holder).length;
    for (; held < familiesEach; held++)
      families.push(maker.make({ kader: holder, listed: '2017-04', months: [2, 11] }));
  }

  const visited = random.shuffled(
    [...families.keys()].filter((family) => families[family]?.listed_as_of === '2017-04-30'),
  );
  if (visited.length < familiesVisited) throw new Error('too few families to visit in Pekanbaru');
  const activities = visited.slice(0, familiesVisited).flatMap((family): DemoActivity[] => {
    const times = random.chance(0.2) ? 2 : 1;
    return Array.from({ length: times }, () => ({
      family,
      by: 'kader',
      at: momentIn(random, random.pick(months), '+07:00'),
      channel: 'visit',
      outcome: random.pick([
        'met',
        'promised',
        'not_home',
        'cannot_afford',
        'disappointed',
        'address_not_found',
      ] as const),
    }));
  });

  return {
    number: 1471,
    branch: {
      code: 'KC-PKU',
      name: 'KC Pekanbaru (2017)',
      timezone: 'Asia/Jakarta',
      first_month: '2017-05',
      last_month: '2017-11',
      city: 'Pekanbaru',
      note: 'Program Mei–November 2017. Nama, keluarga, dan pembagian per bulan: asumsi demo.',
    },
    regencies: ['14.71'],
    policies: [
      {
        name: 'Kebijakan Pekanbaru 2017',
        effective_from: '2017-05-01',
        kader_window_min: 1,
        zero_month_limit: null,
        grace_months: 0,
        verification_required: false,
        max_billed_months: 12,
        note: 'Tidak dikenal aturan bulan tanpa penerimaan; kader yang setia diberi penghargaan. Jendela: asumsi demo.',
      },
    ],
    schemes: [
      {
        name: 'Skema Pekanbaru 2017',
        effective_from: '2017-05-01',
        status: 'active',
        base: 'arrears',
        note: 'Asumsi demo: 10% sampai 6 bulan dan 15% di atasnya memberi Rp 3.969.000 dari Rp 31.622.000.',
        rules: [
          { sort: 1, kind: 'percentage', months_from: 0, months_to: 7, rate_bp: 1000 },
          { sort: 2, kind: 'percentage', months_from: 7, months_to: null, rate_bp: 1500 },
        ],
      },
    ],
    targets: [
      {
        measure: 'collection',
        scope: 'whole',
        month_from: '2017-05',
        month_to: '2017-11',
        per: 'span',
        adds_up: 'sum',
        value: 16_500_000_000,
      },
      {
        measure: 'families_visited',
        scope: 'whole',
        month_from: '2017-05',
        month_to: '2017-11',
        per: 'span',
        adds_up: 'distinct',
        value: 9000,
      },
      {
        measure: 'kader',
        scope: 'whole',
        month_from: '2017-05',
        month_to: '2017-11',
        per: 'span',
        adds_up: 'level',
        value: 840,
      },
    ],
    snapshots: [],
    kader,
    families,
    payments,
    activities,
    closes: months,
  };
}
