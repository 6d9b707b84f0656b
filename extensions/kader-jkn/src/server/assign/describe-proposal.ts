import type { Knex } from 'knex';
import type { DesaProposal, KaderChange, KaderLoad, Place, SharePart } from '../../contract/assignments.ts';
import type { Id } from '../../contract/records.ts';
import type { LeftInDesa } from '../../core/share-families.ts';
import { sharingWords } from '../../core/sharing-words.ts';

interface PartRow extends SharePart {
  desa: Id | null;
}

interface Described {
  loads: readonly KaderLoad[];
  desaLeft: readonly LeftInDesa[];
  capacity: number | null;
  /** a kader who gives families away, and how many */
  giver?: { kader: Id; families: number; months: number };
}

/** What stands in kader_placed: desa by desa and kader by kader, by name. */
export async function describeProposal(
  trx: Knex,
  { loads, desaLeft, capacity, giver }: Described,
): Promise<{ desa: DesaProposal[]; kader: KaderChange[] }> {
  const { rows: parts } = await trx.raw<{ rows: PartRow[] }>(
    `select p.area as desa, p.kader, count(*)::integer as families, sum(p.owed_months)::integer as months
     from kader_placed p group by p.area, p.kader order by families desc, p.kader`,
  );
  const leftIn = new Map(desaLeft.map(({ desa, families }) => [desa, families]));
  const places = await readPlaces(trx, [...parts.flatMap(({ desa }) => desa ?? []), ...leftIn.keys()]);
  return {
    desa: places.map((place) => describeDesa(place, parts, leftIn.get(place.id) ?? 0, loads, capacity, giver?.kader)),
    kader: changesOf(loads, parts, giver),
  };
}

function describeDesa(
  place: Place,
  parts: readonly PartRow[],
  left: number,
  loads: readonly KaderLoad[],
  capacity: number | null,
  giver: Id | undefined,
): DesaProposal {
  const own = parts.filter(({ desa }) => desa === place.id);
  const why = sharingWords({
    kader: own.length,
    available: loads.filter(({ id, available, desa }) => available && id !== giver && desa.includes(place.id)).length,
    families: own.reduce((sum, { families }) => sum + families, 0),
    left,
    capacity,
  });
  return { ...place, parts: own.map(({ kader, families, months }) => ({ kader, families, months })), left, why };
}

function changesOf(loads: readonly KaderLoad[], parts: readonly PartRow[], giver: Described['giver']): KaderChange[] {
  return loads.flatMap(({ id, name, code, families, months }) => {
    const got = parts.filter(({ kader }) => kader === id);
    if (got.length === 0 && giver?.kader !== id) return [];
    const gives = giver?.kader === id ? giver : { families: 0, months: 0 };
    return {
      id,
      name,
      code,
      before: families,
      after: got.reduce((sum, part) => sum + part.families, families - gives.families),
      months_before: months,
      months_after: got.reduce((sum, part) => sum + part.months, months - gives.months),
    };
  });
}

async function readPlaces(trx: Knex, desa: readonly Id[]): Promise<Place[]> {
  return await trx('area as v')
    .leftJoin('area as d', 'd.id', 'v.parent')
    .whereIn('v.id', [...new Set(desa)])
    .orderBy(['d.name', 'v.name', 'v.id'])
    .select('v.id', 'v.name', 'd.name as district');
}

/** What was looked at, in one word: who gets which family, and from which day. */
export async function fingerprintOf(trx: Knex, table: 'kader_placed' | 'kader_moving'): Promise<string> {
  const day = table === 'kader_moving' ? trx.raw('p.first_day') : trx.raw(`''`);
  const { rows } = await trx.raw<{ rows: { fingerprint: string }[] }>(
    `select md5(coalesce(string_agg(concat_ws(' ', p.binaan, coalesce(p.kader, 0), ?), ',' order by p.binaan), '')) as fingerprint
     from ?? p`,
    [day, table],
  );
  return rows[0]?.fingerprint ?? '';
}
