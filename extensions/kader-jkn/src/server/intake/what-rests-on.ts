import type { Knex } from 'knex';
import type { Id } from '../../contract/records.ts';

/** Something that would hang in the air without the list: how many families, and what it is in both languages. */
interface Rest {
  families: number;
  id: string;
  en: string;
}

/** How records that point at a family are called; any other by its table. */
const called: Readonly<Record<string, { id: string; en: string }>> = {
  collection: { id: 'sudah membayar', en: 'have paid' },
  activity: { id: 'sudah dihubungi', en: 'were contacted' },
  payment_plan: { id: 'sudah punya rencana cicilan', en: 'have a payment plan' },
  complaint: { id: 'sudah menyampaikan pengaduan', en: 'have complained' },
  family_check: { id: 'sudah dipetakan kader', en: 'were checked by a kader' },
  family_duplicate: { id: 'sudah digabung', en: 'were merged' },
  binaan: { id: 'menjadi tujuan penggabungan', en: 'had others merged into them' },
  mute: { id: 'punya jeda kontak', en: 'have a mute' },
};

/** What follows from a family without resting on it. */
const own = ['assignment', 'import_change'];

const newerLists = `
  select count(distinct n.binaan)::integer as families
  from import_change n
  where n.batch <> :batch and n.id > (select coalesce(max(c.id), 0) from import_change c where c.batch = :batch)
    and n.binaan in (select id from touched_family)`;

const edited = `
  select count(*)::integer as families from binaan b
  where b.id in (select id from brought_family union all select id from touched_family)
    and b.user_updated is not null and b.date_updated > :finished_at`;

const reassigned = `
  select count(distinct a.binaan)::integer as families from assignment a join brought_family f on f.id = a.binaan
  where a.reason is distinct from 'import' and a.reason is distinct from 'list'`;

const paidSince = `
  select count(distinct c.binaan)::integer as families from collection c join touched_family f on f.id = c.binaan
  where c.date_created > :finished_at`;

const references = `
  select t.relname as name, a.attname as field
  from pg_constraint k
  join pg_class t on t.oid = k.conrelid
  join pg_attribute a on a.attrelid = t.oid and a.attnum = k.conkey[1]
  where k.contype = 'f' and k.confrelid = 'binaan'::regclass and t.relname <> all (:own)`;

/**
 * What rests on a list that is to be undone, as params of KADER_IMPORT_RESTED_ON; null: nothing. The families that it brought in
 * and touched stand in `brought_family` and `touched_family`.
 */
export async function whatRestsOn(
  trx: Knex.Transaction,
  { batch, finished_at, rows_new }: { batch: Id; finished_at: Date | null; rows_new: number },
): Promise<{ why: string; why_en: string } | null> {
  const rests: Rest[] = [];
  const add = (families: number, words: { id: string; en: string }) => {
    if (families > 0) rests.push({ families, ...words });
  };
  const count = async (question: string, bindings: Record<string, Knex.RawBinding> = {}) =>
    Number((await trx.raw(question, bindings)).rows[0].families);
  const binding = { batch, finished_at: finished_at as Date };

  const still = await count('select count(*)::integer as families from brought_family');
  const newer = (await count(newerLists, binding)) + Math.max(0, rows_new - still);
  add(newer, { id: 'sudah ada di daftar yang lebih baru atau digabung', en: 'are on a newer list or were merged' });
  add(await count(paidSince, binding), { id: 'membayar setelah impor ini', en: 'paid after this import' });
  add(await count(edited, binding), { id: 'datanya sudah diubah orang', en: 'were changed by somebody' });
  add(await count(reassigned), { id: 'sudah dialihkan ke kader lain', en: 'were given to another kader' });

  const { rows } = await trx.raw<{ rows: { name: string; field: string }[] }>(references, { own });
  for (const { name, field } of rows) {
    const { rows: counted } = await trx.raw(
      'select count(distinct t.??)::integer as families from ?? t join brought_family f on f.id = t.??',
      [field, name, field],
    );
    add(Number(counted[0].families), called[name] ?? { id: `dipakai di ${name}`, en: `are used in ${name}` });
  }
  if (rests.length === 0) return null;
  return {
    why: rests.map(({ families, id }) => `${families} keluarga ${id}`).join(', '),
    why_en: rests.map(({ families, en }) => `${families} families ${en}`).join(', '),
  };
}
