/** The life of the kader of the fictitious branch: contracts, candidates, training, complaints, and one bad day in the field. */
import type { Id } from '../../extensions/kader-jkn/src/contract/records.ts';
import { type DateText, dateOf, daysAfter } from '../../extensions/kader-jkn/src/core/period.ts';
import type { InstallContext } from '../../extensions/kader-jkn/src/server/install/context.ts';
import type { DemoPeople } from './load.ts';

type Make = (collectionName: string, records: object[]) => Promise<Id[]>;

interface Branch {
  branch: Id;
  /** in the order of `contoh.ts`; the first of them signs in */
  kader: readonly Id[];
  people: DemoPeople;
  today: DateText;
}

const assumed = 'asumsi demo';
/** By their place in `contoh.ts`: whose contract ends soon, and whom a complaint is about. */
const endsSoon = 4;
const complainedOf = 6;

/** Adds them to the branch of today once its kader stand. */
export async function loadContohLife(
  { knex, services, getSchema }: InstallContext,
  { branch, kader, people }: Omit<Branch, 'today'>,
  now: Date,
): Promise<void> {
  const schema = await getSchema();
  const make: Make = async (collectionName, records) => {
    const keys = await new services.ItemsService(collectionName, { knex, schema }).createMany(records);
    return keys.map(Number);
  };
  const of: Branch = { branch, kader, people, today: dateOf(now, 'Asia/Jakarta') };

  // from now on: the kader of this branch were there before the rule
  await knex('program_policy').where({ branch }).update({ training_required: true });
  await knex('kader')
    .whereIn('id', [...kader])
    .update({ contract_from: knex.ref('joined_on'), contract_to: daysAfter(of.today, 400) });
  await knex('kader')
    .where({ id: kader[endsSoon] ?? 0 })
    .update({ contract_to: daysAfter(of.today, 20) });
  await makeTraining(make, of, await makeCandidates(make, of));
  await makeComplaints(knex, make, of);
  await make('kader_event', [
    {
      kader: kader[0],
      ...{ kind: 'mistreated', on_date: daysAfter(of.today, -1), origin: 'person', note: assumed },
      reason: 'Diusir dengan kata-kata kasar saat mengingatkan iuran',
    },
  ]);
}

/** One has only been recruited; the other is briefed and has signed. */
async function makeCandidates(make: Make, { branch, today }: Branch): Promise<Id[]> {
  const ids = await make('kader', [
    { branch, code: 'CTH-901', name: 'Wulan Calon', gender: 'female', note: assumed },
    {
      ...{ branch, code: 'CTH-902', name: 'Bagus Calon', gender: 'male', note: assumed },
      ...{ contract_number: '902/KADER/CTH', contract_from: today, contract_to: daysAfter(today, 364) },
    },
  ]);
  const [, signed] = ids;
  await make('kader_event', [
    ...ids.map((kader) => ({
      kader,
      kind: 'recruited',
      on_date: daysAfter(today, -12),
      origin: 'person',
      note: assumed,
    })),
    { kader: signed, kind: 'briefed', on_date: daysAfter(today, -6), origin: 'person', note: assumed },
  ]);
  return ids;
}

/** All kader in one session of six topics; the candidates have had four of them. */
async function makeTraining(make: Make, { branch, kader, today }: Branch, candidates: readonly Id[]): Promise<void> {
  const [whole = 0, begun = 0] = await make('training', [
    {
      ...{
        branch,
        title: 'Pembekalan kader',
        held_on: daysAfter(today, -300),
        place: 'Aula kantor cabang',
        note: assumed,
      },
      topics: ['jkn_concept', 'tasks', 'field_work', 'membership', 'benefits', 'dues'],
    },
    {
      ...{ branch, title: 'Pembekalan calon kader', held_on: daysAfter(today, -5), place: 'Aula kantor cabang' },
      ...{ topics: ['jkn_concept', 'tasks', 'membership', 'dues'], note: assumed },
    },
  ]);
  const certificate_on = daysAfter(today, -298);
  await make('training_attendance', [
    ...kader.map((one) => ({ training: whole, kader: one, present: true, certificate_on })),
    ...candidates.map((one) => ({ training: begun, kader: one, present: true })),
  ]);
}

/** A question answered at once, one in progress, one that is overdue, and one about a kader. */
async function makeComplaints(
  knex: InstallContext['knex'],
  make: Make,
  { branch, kader, people, today }: Branch,
): Promise<void> {
  const categories: { id: Id; code: string }[] = await knex('complaint_category').select('id', 'code');
  const category = (code: string) => categories.find((one) => one.code === code)?.id;
  const family = await knex('binaan')
    .where({ kader: kader[0] ?? 0 })
    .orderBy('id')
    .first('id');
  await make('complaint', [
    {
      ...{ branch, category: category('ask_instalments'), channel: 'phone', told_on: daysAfter(today, -3) },
      ...{ text: 'Apakah tunggakan 14 bulan dapat dicicil?', status: 'closed', user_created: people.staff },
      answer: 'Dapat, paling lama 12 bulan lewat program REHAB. Sudah dijelaskan syaratnya.',
    },
    {
      ...{ branch, category: category('data'), channel: 'visit', told_on: daysAfter(today, -1), status: 'in_progress' },
      ...{ binaan: family?.id ?? null, kader: kader[0], text: 'Nama anak kedua tidak tercantum.', note: assumed },
    },
    {
      ...{ branch, category: category('payment_missing'), channel: 'office', told_on: daysAfter(today, -6) },
      ...{ text: 'Membayar lewat minimarket, tetapi status masih menunggak.', reporter_name: 'Ibu Sulastri' },
    },
    {
      ...{ branch, category: category('kader_conduct'), channel: 'whatsapp', told_on: today },
      ...{
        text: 'Bukti pembayaran tunai belum diberikan.',
        about_kader: kader[complainedOf],
        reporter_name: 'Bapak Joko',
      },
    },
  ]);
}
