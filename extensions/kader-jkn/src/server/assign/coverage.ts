import type { Knex } from 'knex';
import type { Coverage, DesaCoverage, KaderLoad } from '../../contract/assignments.ts';
import type { DateText, Id } from '../../contract/records.ts';
import type { Desk } from '../desk/desk.ts';
import { callingBranch } from './calling-branch.ts';
import { readLoads } from './read-loads.ts';
import { readPolicy } from './read-policy.ts';
import { countFamilies, unheldFamilies } from './stage-families.ts';

// Desa of the branch's families and of its kader; families that are off the list or gone need nobody.
const desaQuestion = `
  with counted as (
    select b.area as id, count(*)::integer as families, count(*) filter (where a.id is null)::integer as unheld
    from binaan b
    left join assignment a on a.binaan = b.id and a.from_date <= cast(:on as date)
      and (a.to_date is null or a.to_date >= cast(:on as date))
    where b.branch = :branch and b.area is not null and b.status in ('active', 'muted', 'settled')
    group by b.area
  )
  select v.id, v.name, d.name as district, d.id as district_id, coalesce(c.families, 0) as families,
    coalesce(c.unheld, 0) as unheld
  from area v
  left join area d on d.id = v.parent
  left join counted c on c.id = v.id
  where (c.id is not null or v.id = any (cast(:desa as integer[])))
    and (cast(:area as integer) is null or :area in (v.id, d.id, d.parent))
  order by d.name, v.name, v.id`;

/** Who holds what in a branch, or in an area of it, on a day. */
export type CoverageOn = Pick<Coverage, 'capacity' | 'unheld' | 'kader' | 'desa'>;

/** Who holds what in the caller's branch today, and where nobody does. */
export async function readCoverage(desk: Desk, asked: Id | null): Promise<Coverage> {
  const { id, name, today: on, earliest } = await callingBranch(desk, asked);
  return { branch: { id, name }, on, earliest, ...(await coverageOn(desk.knex, { branch: id, area: null, on })) };
}

/** Who holds what in a branch on a day, in one desa, kecamatan or regency where it is asked. Refused as KADER_NO_POLICY. */
export async function coverageOn(
  knex: Knex,
  { branch, area, on }: { branch: Id; area: Id | null; on: DateText },
): Promise<CoverageOn> {
  const [policy, everyone] = await Promise.all([readPolicy(knex, branch, on), readLoads(knex, branch, on)]);
  const desa = await readDesa(knex, { branch, area, on }, everyone);
  const within = area === null ? null : desa.map(({ id }) => id);
  const families = unheldFamilies(knex, { branch, families: 'unassigned', from_date: on, desa: within });
  return {
    capacity: policy.families_per_kader,
    unheld: await countFamilies(knex, families, policy),
    kader: everyone,
    desa,
  };
}

async function readDesa(
  knex: Knex,
  asked: { branch: Id; area: Id | null; on: DateText },
  kader: readonly KaderLoad[],
): Promise<DesaCoverage[]> {
  const available = kader.filter((one) => one.available);
  const desa = [...new Set(kader.flatMap((one) => one.desa))];
  const { rows } = await knex.raw<{ rows: Omit<DesaCoverage, 'kader'>[] }>(desaQuestion, { ...asked, desa });
  return rows.map((row) => ({ ...row, kader: available.filter((one) => one.desa.includes(row.id)).length }));
}
