import type { Knex } from 'knex';
import type { Id } from '../../contract/records.ts';
import { type AlikePair, alikePairs, type LikenessFamily, likeness } from '../../core/likeness.ts';

/** Pairs are written in statements of so many, and so many desa are read at once. */
const pairsAtOnce = 2_000;
const desaAtOnce = 25;
/** Families of one desa that share a number: more than these are a fault of the list, not one family. */
const namesakesAtMost = 5;

interface FoundPair extends AlikePair {
  reason: 'kk' | 'va' | 'likeness';
}

/**
 * Looks for families of a branch that may be one: by KK (in any branch), by VA, and by name and address within a desa. Pairs
 * known already stay as they are, whatever was decided; returns how many are new.
 */
export async function findDuplicates(knex: Knex, branch: Id): Promise<number> {
  const byNumber = [...(await sameNumber(knex, branch, 'kk_number')), ...(await sameNumber(knex, branch, 'va_number'))];
  let found = await writePairs(knex, byNumber);
  const desa: { area: Id }[] = await knex('binaan')
    .where({ branch })
    .whereNotNull('area')
    .distinct('area')
    .orderBy('area');
  for (let start = 0; start < desa.length; start += desaAtOnce) {
    const areas = desa.slice(start, start + desaAtOnce).map(({ area }) => area);
    found += await writePairs(knex, await alikeIn(knex, branch, areas));
  }
  return found;
}

interface SameNumber {
  one: Id;
  other: Id;
  one_name: string;
  one_address: string | null;
  other_name: string;
  other_address: string | null;
}

async function sameNumber(knex: Knex, branch: Id, column: 'kk_number' | 'va_number'): Promise<FoundPair[]> {
  const { rows } = await knex.raw<{ rows: SameNumber[] }>(
    `with shared as (
       select f.id, o.id as other
       from binaan f join binaan o on o.:column: = f.:column: and o.id <> f.id
       where f.branch = :branch and f.:column: is not null and f.status <> 'merged' and o.status <> 'merged'
     ), counted as (
       select s.*, count(*) over (partition by s.id) as namesakes from shared s
     )
     select distinct a.id as one, b.id as other, a.head_name as one_name, a.address as one_address,
       b.head_name as other_name, b.address as other_address
     from counted c
     join binaan a on a.id = least(c.id, c.other)
     join binaan b on b.id = greatest(c.id, c.other)
     where c.namesakes < :namesakesAtMost`,
    { branch, column, namesakesAtMost },
  );
  const reason = column === 'kk_number' ? 'kk' : 'va';
  return rows.map((row) => {
    const alike = likeness(
      { head_name: row.one_name, address: row.one_address },
      { head_name: row.other_name, address: row.other_address },
    );
    return { one: row.one, other: row.other, likeness: alike, reason };
  });
}

/** Alike in a desa, where at least one of the two is the branch's. */
async function alikeIn(knex: Knex, branch: Id, areas: readonly Id[]): Promise<FoundPair[]> {
  const families: (LikenessFamily & { area: Id; branch: Id })[] = await knex('binaan')
    .whereIn('area', areas)
    .whereNot('status', 'merged')
    .select('id', 'branch', 'area', 'head_name', 'address');
  const own = new Set(families.filter((family) => family.branch === branch).map(({ id }) => id));
  return [...Map.groupBy(families, ({ area }) => area).values()]
    .flatMap((ofDesa) => alikePairs(ofDesa))
    .filter(({ one, other }) => own.has(one) || own.has(other))
    .map((pair) => ({ ...pair, reason: 'likeness' }));
}

async function writePairs(knex: Knex, pairs: readonly FoundPair[]): Promise<number> {
  let written = 0;
  for (let start = 0; start < pairs.length; start += pairsAtOnce) {
    const { rowCount } = await knex.raw<{ rowCount: number }>(
      `insert into family_duplicate (one, other, branch, other_branch, reason, likeness, status, date_created)
       select p.one, p.other, a.branch, b.branch, p.reason, p.likeness, 'open', now()
       from jsonb_to_recordset(cast(:pairs as jsonb)) as p (one integer, other integer, reason text, likeness integer)
       join binaan a on a.id = p.one
       join binaan b on b.id = p.other
       on conflict (one, other) do nothing`,
      { pairs: JSON.stringify(pairs.slice(start, start + pairsAtOnce)) },
    );
    written += rowCount;
  }
  return written;
}
