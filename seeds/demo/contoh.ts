/**
 * The fictitious branch of today, where a newcomer lands: twelve kader and some 3,300 families. Twelve months are closed,
 * the month before the present one has ended and waits for its close, and the present one is open with payments up to
 * yesterday. Deterministic but for the day it is seeded on.
 */
import type { DuesRateRow } from '../../extensions/kader-jkn/src/core/dues.ts';
import {
  addMonths,
  dateOf,
  daysAfter,
  firstDay,
  lastDay,
  monthOf,
  type Period,
  periodsBetween,
} from '../../extensions/kader-jkn/src/core/period.ts';
import type { AreaDirectory } from './areas.ts';
import { contactsUntil } from './contoh-contacts.ts';
import { lastListed } from './contoh-last-listed.ts';
import { FamilyMaker, momentIn, split } from './families.ts';
import { makeKader } from './kader.ts';
import type { DemoFamily, DemoPayment, DemoProgramme } from './programme.ts';
import { type Random, seededRandom } from './random.ts';

const kaderCount = 12;
const monthlyTarget = 10_000_000;
const step = 25_000;
const contactsEachDay = 5;
/** families that each of them reaches in a working day */
const paces = [8, 7, 7, 6, 6, 5, 5, 4, 4, 3, 5, 5];
const familiesEach = 250;
/** families a kader, from which the policy warns */
const capacity = 500;

/** Kader by their part in the story; the others collect between a third of the target and well above it. */
const signedIn = 0;
const aboveCapacity = 1;
const zeroForTwoMonths = 8;
const underReview = 9;
const onLeave = 10;
const joinedLately = 11;
const habits = [1.24, 1.08, 1.0, 0.92, 0.81, 0.74, 0.66, 0.43, 0.58, 0.4, 0.7, 0.62];

/** What a kader collects in a month; the weight of chance keeps every month its own. */
function collectedIn(random: Random, holder: number, monthsBeforeNow: number): number {
  const nothing =
    (holder === zeroForTwoMonths && monthsBeforeNow <= 3) ||
    (holder === underReview && monthsBeforeNow <= 4) ||
    (holder === onLeave && monthsBeforeNow <= 2) ||
    (holder === joinedLately && monthsBeforeNow > 5);
  const habit = habits[holder] ?? 0.6;
  const amount = Math.round((monthlyTarget * habit * (0.85 + random.next() * 0.3)) / step) * step;
  return nothing ? 0 : amount;
}

/** The kader who signs in with the demo account, by its place in `kader`. */
export const signedInKader = signedIn;

export function contoh(areas: AreaDirectory, rates: readonly DuesRateRow[], now: Date): DemoProgramme {
  const random = seededRandom('contoh');
  const today = dateOf(now, 'Asia/Jakarta');
  const present = monthOf(today);
  const first = addMonths(present, -13);
  const ended = periodsBetween(first, addMonths(present, -1));
  const closes = ended.slice(0, -1);
  const joined = firstDay(addMonths(first, -6));
  const yesterday = Number(today.slice(8)) - 1;

  const kader = makeKader(random, areas, { regency: '33.73', count: kaderCount, joined });
  const latecomer = kader[joinedLately];
  const joinedOn = firstDay(addMonths(present, -5));
  if (latecomer) {
    latecomer.joined_on = joinedOn;
    latecomer.from = joinedOn;
    latecomer.events = [{ kind: 'joined', on_date: joinedOn }];
  }
  kader[onLeave]?.events.push({
    kind: 'leave',
    on_date: firstDay(addMonths(present, -2)),
    to_date: lastDay(present),
    reason: 'melahirkan',
    note: 'asumsi demo',
  });
  const leaver = kader[onLeave];
  if (leaver) leaver.status = 'on_leave';

  const maker = new FamilyMaker(random, kader, rates);
  const families: DemoFamily[] = [];
  const payments: DemoPayment[] = [];

  const payIn = (text: Period, holder: number, total: number, days: readonly [number, number], unverified: boolean) => {
    const wish = {
      kader: holder,
      listed: addMonths(text, -1),
      months: [3, 22] as const,
      held_from: kader[holder]?.from ?? joined,
    };
    payments.push(
      ...maker.payers(total, wish, families, () => {
        const by = random.pick(['kader', 'kader', 'staff', 'integration'] as const);
        return {
          paid_at: momentIn(random, text, '+07:00', days),
          channel:
            by === 'kader'
              ? 'kader_cash'
              : by === 'staff'
                ? 'office'
                : random.pick(['va', 'minimarket', 'ewallet'] as const),
          by,
          unverified: unverified && by === 'kader',
        };
      }),
    );
  };

  for (const [holder] of kader.entries()) {
    for (const [index, text] of ended.entries()) {
      const total = collectedIn(random, holder, ended.length - index);
      if (total > 0) payIn(text, holder, total, [1, 27], false);
    }
    if (yesterday >= 1) {
      const sofar = (collectedIn(random, holder, 0) * yesterday) / 30;
      for (const part of split(Math.round(sofar / step) * step, [3, 2], step)) {
        if (part > 0) payIn(present, holder, part, [Math.max(1, yesterday - 6), yesterday], yesterday > 3);
      }
    }
    const held = families.filter((family) => family.kader === holder).length;
    for (let more = held; more < familiesEach; more++) {
      families.push(
        maker.make({
          kader: holder,
          listed: addMonths(present, -1),
          months: [2, 24],
          held_from: kader[holder]?.from ?? joined,
        }),
      );
    }
  }

  const activities = contactsUntil(now, random, {
    families,
    payments,
    since: firstDay(addMonths(present, -4)),
    eachDay: (holder) => paces[holder] ?? contactsEachDay,
    kader: kader.length,
    isAway: (holder, day) =>
      (holder === onLeave && day >= firstDay(addMonths(present, -2))) ||
      (holder === underReview && day > daysAfter(today, -20)),
  });
  families.push(
    ...lastListed({
      areas,
      kader,
      rates,
      listed: addMonths(present, -1),
      fillsUp: aboveCapacity,
      capacity,
      before: familiesEach,
    }),
  );

  return {
    number: 9900,
    branch: {
      code: 'KC-CTH',
      name: 'KC Contoh (fiktif)',
      timezone: 'Asia/Jakarta',
      first_month: first,
      head_name: 'Ratih Kepala Penagihan',
      head_title: 'Kepala Bidang Penagihan dan Keuangan',
      city: 'Salatiga',
      address: 'Jalan Contoh 1',
      phone: '0298 000000',
      note: 'Cabang rekaan untuk mencoba: tidak ada orang, keluarga, atau pembayaran yang nyata. Semua asumsi demo.',
    },
    regencies: ['33.73'],
    policies: [
      {
        name: 'Kebijakan KC Contoh',
        effective_from: firstDay(addMonths(first, -12)),
        kader_window_min: 3,
        kader_window_max: 24,
        tele_window_min: 2,
        tele_window_max: 23,
        priority_min: 7,
        outside_list_allowed: true,
        families_per_kader: capacity,
        contacts_per_day: contactsEachDay,
        contact_cap_week: 2,
        contact_hour_from: 8,
        contact_hour_to: 20,
        zero_month_limit: 3,
        grace_months: 1,
        verification_required: true,
        max_billed_months: 24,
        instalment_min_months: 4,
        instalment_max_months: 24,
        instalment_count_max: 12,
        renewal_notice_days: 30,
        early_drop_percent: 50,
        early_idle_days: 6,
        early_broken_percent: 40,
        early_broken_count: 4,
        early_last_day_percent: 30,
        early_void_count: 3,
        note: 'Semua nilai: asumsi demo.',
      },
    ],
    schemes: [
      {
        name: 'Skema KC Contoh',
        effective_from: firstDay(addMonths(first, -12)),
        status: 'active',
        base: 'arrears',
        note: 'Semua tarif: asumsi demo.',
        rules: [
          { sort: 1, kind: 'percentage', months_from: 0, months_to: 13, rate_bp: 1000 },
          { sort: 2, kind: 'percentage', months_from: 13, months_to: null, rate_bp: 1500 },
          {
            sort: 3,
            kind: 'attainment_bonus',
            attainment_from_bp: 10_001,
            attainment_to_bp: null,
            rate_bp: 200,
            bonus_mode: 'whole',
          },
        ],
      },
    ],
    targets: [
      {
        measure: 'collection',
        scope: 'each_kader',
        month_from: first,
        month_to: addMonths(present, 12),
        per: 'month',
        adds_up: 'sum',
        value: monthlyTarget,
      },
      {
        measure: 'contacts_per_day',
        scope: 'each_kader',
        month_from: first,
        month_to: addMonths(present, 12),
        per: 'day',
        adds_up: 'distinct',
        value: contactsEachDay,
      },
      {
        measure: 'kader',
        scope: 'whole',
        month_from: first,
        month_to: addMonths(present, 12),
        per: 'span',
        adds_up: 'level',
        value: 15,
      },
    ],
    snapshots: [],
    kader,
    families,
    payments,
    activities,
    closes,
    disputes: [
      {
        month: addMonths(present, -3),
        line_kind: 'percentage',
        question:
          'Setoran tunai Ibu Yuliana tanggal 14 saya bawa sendiri ke kantor, tetapi sepertinya tidak ada di hitungan ini. Mohon diperiksa.',
        accepted: {
          answer: 'Benar, setoran itu tercatat sebagai pembayaran lewat kantor. Imbal jasanya kami tambahkan.',
          amount: 42_000,
        },
      },
      {
        month: addMonths(present, -2),
        line_kind: 'attainment_bonus',
        question: 'Capaian saya bulan ini di atas 100%. Dari angka mana bonusnya dihitung?',
      },
    ],
  };
}
