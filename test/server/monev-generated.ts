import { recordCollections } from '../../extensions/kader-jkn/src/server/record-collections.ts';
import { demoVa } from '../../seeds/demo/identity-numbers.ts';
import type { TestDirectus } from '../harness/index.ts';
import { makeKader, monthFromNow, testKk } from './books-fixture.ts';

/** Four months that have ended and the present one, of a branch with kader in three kecamatan of two kabupaten. */
export interface GeneratedBranch {
  id: number;
  timezone: string;
  /** oldest first; the last one is still running */
  months: string[];
  /** by their place in `kader` */
  places: { district: number; regency: number }[];
  kader: number[];
  families: number[];
}

const channels = ['visit', 'whatsapp', 'phone'] as const;
const outcomes = ['met', 'promised', 'not_home', 'refused', null] as const;
let made = 0;

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Makes a branch of generated contacts and payments; nothing of it is closed yet. */
export async function makeGenerated(
  app: TestDirectus,
  { seed, timezone = 'Asia/Jakarta' }: { seed: number; timezone?: string },
): Promise<GeneratedBranch> {
  made += 1;
  const random = seeded(seed);
  const any = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const months = [-4, -3, -2, -1, 0].map(monthFromNow);
  const id = await make(app, 'branch', {
    code: `KC-G${made}`,
    name: `Cabang acak ${made}`,
    timezone,
    first_month: months[0],
  });
  await make(app, 'program_policy', {
    name: 'Kebijakan',
    branch: id,
    effective_from: '2020-01-01',
    verification_required: false,
    max_billed_months: 24,
    zero_month_limit: 3,
  });
  await make(app, 'commission_scheme', {
    name: 'Skema',
    branch: id,
    effective_from: '2020-01-01',
    status: 'active',
    base: 'arrears',
    rules: [{ kind: 'percentage', months_from: 0, months_to: null, rate_bp: 1000, sort: 1 }],
  });
  const area = (level: string, code: string, parent: number | null) =>
    make(app, 'area', { level, code, name: `Wilayah ${code}`, parent });
  const [one, other] = [`9${made % 10}.51`, `9${made % 10}.52`];
  const regencies = [await area('regency', one, null), await area('regency', other, null)] as const;
  const places = [
    { regency: regencies[0], district: await area('district', `${one}.01`, regencies[0]) },
    { regency: regencies[0], district: await area('district', `${one}.02`, regencies[0]) },
    { regency: regencies[1], district: await area('district', `${other}.01`, regencies[1]) },
  ];
  const homes = [places[0], places[0], places[1], places[2]].filter((place) => place !== undefined);
  const kader: number[] = [];
  for (const { district } of homes) kader.push(await makeKader(app, { branch: id, district }));
  const families: number[] = [];
  for (let index = 0; index < 14; index += 1) {
    const family = {
      branch: id,
      kader: kader[index % kader.length],
      kk_number: testKk(5000 + made * 100 + index),
      va_number: demoVa(98, made * 100 + index),
      head_name: `Keluarga ${index}`,
      members: 1 + (index % 4),
      class: 3,
      listed_months: 24,
      listed_amount: 24 * 35_000 * (1 + (index % 4)),
      listed_as_of: `${monthFromNow(-6)}-25`,
    };
    families.push(await make(app, 'binaan', family));
  }
  await app.knex('activity').insert(
    months.flatMap((month, at) =>
      Array.from({ length: 22 }, () => {
        const outcome = any(outcomes);
        const binaan = any(families);
        return {
          branch: id,
          binaan,
          // some by officers, some by a kader who does not hold the family
          kader: random() < 0.15 ? null : any(kader),
          at: momentOf(month, at === 4, random()),
          channel: any(channels),
          outcome,
          promise_on: outcome === 'promised' ? `${month}-28` : null,
          date_created: new Date(),
        };
      }),
    ),
  );
  const payments = months
    .flatMap((month, at) =>
      Array.from({ length: 9 }, () => ({
        binaan: any(families),
        amount: 35_000,
        paid_at: momentOf(month, at === 4, random()),
      })),
    )
    .toSorted((before, after) => before.paid_at.localeCompare(after.paid_at));
  await recordCollections(app.knex, payments, { branch: id, by: 'staff', user: null, now: new Date() });
  return { id, timezone, months, places: homes, kader, families };
}

/** A moment in a month, of a running one in its first half day; some lie in the last hours of UTC, where days differ by zone. */
function momentOf(month: string, isRunning: boolean, part: number): string {
  const day = isRunning ? '01' : String(1 + Math.floor(part * 27)).padStart(2, '0');
  return `${month}-${day}T${isRunning || part < 0.7 ? '02' : '20'}:00:00.000Z`;
}

async function make(app: TestDirectus, name: string, fields: Record<string, unknown>): Promise<number> {
  const { status, body } = await app.admin.post(`/items/${name}`, fields);
  if (status !== 200) throw new Error(`${name}: ${JSON.stringify(body)}`);
  return body.data.id;
}
