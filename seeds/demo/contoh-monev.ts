/** The monev meetings of the fictitious branch: last month's is done and left something to follow up, this month's is planned for today. */
import type { Id } from '../../extensions/kader-jkn/src/contract/records.ts';
import { addMonths, dateOf, daysAfter, monthOf } from '../../extensions/kader-jkn/src/core/period.ts';
import type { InstallContext } from '../../extensions/kader-jkn/src/server/install/context.ts';
import type { DemoPeople } from './load.ts';

interface Branch {
  branch: Id;
  /** in the order of `contoh.ts` */
  kader: readonly Id[];
  people: DemoPeople;
}

const place = 'Aula kantor cabang';
/** By their place in `contoh.ts`: who was ill, who did not come, and whom a decision is about. */
const excused = 10;
const absent = 9;
const coached = 8;

/** Adds them once the books of the branch stand: two months before the present one are closed. */
export async function loadContohMonev(
  { knex, services, getSchema }: InstallContext,
  { branch, kader, people }: Branch,
  now: Date,
): Promise<void> {
  const schema = await getSchema();
  const items = (collectionName: string) => new services.ItemsService(collectionName, { knex, schema });
  const today = dateOf(now, 'Asia/Jakarta');
  const newest = addMonths(monthOf(today), -2);

  const past = {
    ...{ branch, month: addMonths(newest, -1), held_on: daysAfter(today, -28), place, status: 'held' },
    ...{ led_by: people.head, notes: 'Dibuka pukul 09.00. Semua angka dibahas. Asumsi demo.' },
  };
  const session = Number(await items('monev_session').createOne(past));
  await items('monev_attendance').createMany(
    kader.map((one, index) => ({
      session,
      kader: one,
      status: index === excused ? 'excused' : index === absent ? 'absent' : 'present',
    })),
  );
  await items('monev_decision').createMany([
    {
      ...{ session, text: 'Semua kader memakai halaman "Hari ini" sebelum turun ke desa.', owner: people.staff },
      ...{ due_on: daysAfter(today, -14), status: 'done', done_on: daysAfter(today, -15) },
      done_note: 'Sudah dicoba bersama di aula.',
    },
    {
      ...{ session, text: 'Sosialisasi REHAB di balai desa yang janjinya banyak lewat.', owner: people.head },
      due_on: daysAfter(today, -3),
    },
    {
      ...{ session, kader: kader[coached], text: 'Didampingi staf pada tiga kunjungan.', owner: people.staff },
      due_on: daysAfter(today, 4),
    },
  ]);
  await items('monev_session').updateOne(session, { status: 'done' });
  await items('monev_session').createOne({ branch, month: newest, held_on: today, place, led_by: people.head });
}
