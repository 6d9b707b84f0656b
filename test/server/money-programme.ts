import type { DuesCollection, Id } from '../../extensions/kader-jkn/src/contract/records.ts';
import { rollUpMonth } from '../../extensions/kader-jkn/src/server/monev/roll-up/roll-up-month.ts';
import { seededRandom } from '../../seeds/demo/random.ts';
import type { TestDirectus } from '../harness/index.ts';
import { makeFamily, makeKader, monthFromNow } from './books-fixture.ts';
import { endOf, type OwedThen, owedAtEnd } from './monev-reference-money.ts';
import { close, makeProgramme, type Programme, pay, periodOf } from './programme-fixture.ts';

/** A branch with generated books: four closed months, one that has ended and one that runs. */
export interface MoneyProgramme extends Programme {
  regencies: [Id, Id];
  district: Id;
  /** one in each regency, and one without a kecamatan */
  kader: [Id, Id, Id];
  /** what was owed at the end of each closed month, as the slow reference saw it when the month was kept */
  then: Map<string, OwedThen[]>;
}

const ended = 5;

/** Voids, reversals, partial and late payments, a newer list, families that left, mutes and desa that nobody knows. */
export async function makeMoneyProgramme(
  app: TestDirectus,
  { seed, timezone, place }: { seed: string; timezone: string; place: string },
): Promise<MoneyProgramme> {
  const random = seededRandom(seed);
  const programme = await makeProgramme(app, { ended });
  const { branch, months, staff } = programme;
  await app.knex('branch').where({ id: branch }).update({ timezone });
  const area = (level: string, code: string, parent: Id | null) =>
    make(app, 'area', { level, code: `${place}${code}`, name: `Wilayah ${place}${code}`, parent });
  const regencies = [await area('regency', '.71', null), await area('regency', '.72', null)] as [Id, Id];
  const districts = [await area('district', '.71.01', regencies[0]), await area('district', '.72.01', regencies[1])];
  const villages = [
    await area('village', '.71.01.1001', districts[0] ?? 0),
    await area('village', '.72.01.1001', districts[1] ?? 0),
  ];
  const kader = [
    await makeKader(app, { branch, district: districts[0], name: `Satu ${seed}` }),
    await makeKader(app, { branch, district: districts[1], name: `Dua ${seed}` }),
    await makeKader(app, { branch, name: `Tiga ${seed}` }),
  ] as [Id, Id, Id];
  for (const holder of kader.slice(0, 2)) {
    const target = { branch, measure: 'collection', scope: 'whole', per: 'month', adds_up: 'sum' };
    await make(app, 'target', {
      ...target,
      kader: holder,
      value: random.between(2, 6) * 100_000,
      month_from: months[1],
      month_to: months.at(-1),
    });
  }

  const families: Id[] = [];
  for (let count = 0; count < 24; count += 1) {
    const listed = random.pick([1, 2, 3, 4, 9, 11, 12, 18, 23, 24]);
    const listedOn = random.pick(['05', '10', '11', '25']);
    families.push(
      await makeFamily(app, {
        branch,
        kader: random.pick([...kader, null]),
        area: random.pick([...villages, null]),
        members: random.between(1, 4),
        listed_months: listed,
        listed_amount: listed * 70_000,
        listed_as_of: `${monthFromNow(-ended - 2)}-${listedOn}`,
        status: random.chance(0.1) ? random.pick(['off_list', 'moved']) : 'active',
      }),
    );
  }

  const then: MoneyProgramme['then'] = new Map();
  for (const [index, month] of months.entries()) {
    await recordMonth(programme, families, month, random);
    if (index === 2) await relist(app, families.slice(0, 6), `${month}-15`);
    if (index >= ended - 1) continue;
    await close(app, programme, month);
    then.set(month, await owedAtEnd(app, branch, month));
    await rollUpMonth(app.knex, await periodOf(app, programme, month));
  }
  await relist(app, families.slice(4, 10), `${months.at(-1)}-01`);
  await lateAndReversed(app, programme, families);
  const muted = families[20];
  await must(
    staff.post('/items/mute', {
      binaan: muted,
      reason: 'hardship',
      from_date: `${monthFromNow(-2)}-01`,
      until_date: `${monthFromNow(2)}-01`,
    }),
  );
  return { ...programme, regencies, district: districts[0] ?? 0, kader, then };
}

type Random = ReturnType<typeof seededRandom>;

/** Payments of whole months and of parts of them, some on the last evening, one of them void. */
async function recordMonth(
  programme: Programme,
  families: readonly Id[],
  month: string,
  random: Random,
): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  const paying = families.filter(() => random.chance(0.3));
  const days = ['01', '03', '08', '11', '19', endOf(month).slice(8)].filter((day) => `${month}-${day}` < today);
  for (const binaan of days.length === 0 ? [] : paying) {
    const amount = random.pick([35_000, 70_000, 90_000, 210_000]);
    const paid_at = `${month}-${random.pick(days)}T${random.pick(['03:00:00Z', '16:30:00Z'])}`;
    const told = await programme.staff.post('/items/collection', { binaan, amount, paid_at, confirm_duplicate: true });
    // nobody pays more than is owed
    if (told.status !== 200) continue;
    if (random.chance(0.1)) {
      const made = `/items/collection/${told.body.data.id}`;
      await must(programme.staff.patch(made, { status: 'void', void_reason: 'Salah catat.' }));
    }
  }
}

/** A newer list of some families. */
async function relist(app: TestDirectus, families: readonly Id[], asOf: string): Promise<void> {
  for (const [index, family] of families.entries()) {
    const listed_months = [0, 2, 6, 14, 24, 3][index] ?? 1;
    await must(
      app.admin.patch(`/items/binaan/${family}`, {
        listed_as_of: asOf,
        listed_months,
        listed_amount: listed_months * 70_000,
      }),
    );
  }
}

/** Money of a closed month that arrives now, and the reversal of a payment of a closed month. */
async function lateAndReversed(app: TestDirectus, programme: Programme, families: readonly Id[]): Promise<void> {
  const { branch, months, staff } = programme;
  const owing = await app
    .knex('binaan')
    .whereIn('id', [...families])
    .where('owed_amount', '>', 100_000)
    .first('id');
  await pay(programme, owing.id, months[1], 70_000, '21');
  const standing: DuesCollection = await app
    .knex('collection')
    .where({ branch, month: months[1], status: 'recorded' })
    .whereNull('reverses')
    .whereNot({ binaan: owing.id })
    .orderBy('id')
    .first();
  await must(staff.post('/items/collection', { reverses: standing.id, void_reason: 'Dana ditarik kembali.' }));
}

async function make(app: TestDirectus, name: string, fields: Record<string, unknown>): Promise<Id> {
  const { data } = await must(app.admin.post(`/items/${name}`, fields));
  return data.id;
}

async function must(asked: ReturnType<TestDirectus['admin']['post']>) {
  const { status, body } = await asked;
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
}
