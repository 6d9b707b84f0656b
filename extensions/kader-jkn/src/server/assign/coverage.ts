import type { Knex } from 'knex';
import type { Coverage, DesaCoverage, KaderLoad } from '../../contract/assignments.ts';
import type { DateText, Id } from '../../contract/records.ts';
import type { Desk } from '../desk/desk.ts';
import { callingBranch } from './calling-branch.ts';
import { inTransaction } from './in-transaction.ts';
import { readLoads } from './read-loads.ts';
import { readPolicy } from './read-policy.ts';
import { stageFamilies, unheldFamilies } from './stage-families.ts';

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
  select v.id, v.name, d.name as district, coalesce(c.families, 0) as families, coalesce(c.unheld, 0) as unheld
  from area v
  left join area d on d.id = v.parent
  left join counted c on c.id = v.id
  where c.id is not null or v.id = any (cast(:desa as integer[]))
  order by d.name, v.name, v.id`;

/** Who holds what in the caller's branch today, and where nobody does. */
export async function readCoverage(desk: Desk, asked: Id | null): Promise<Coverage> {
  const { id, name, today: on, earliest } = await callingBranch(desk, asked);
  return await inTransaction(desk.knex, async (trx) => {
    const policy = await readPolicy(trx, id, on);
    const kader = await readLoads(trx, id, on);
    const left = await stageFamilies(
      trx,
      unheldFamilies(trx, { branch: id, families: 'unassigned', from_date: on }),
      policy,
    );
    const eligible = await trx('kader_to_share').whereNull('why').count({ families: '*' }).first();
    return {
      branch: { id, name },
      on,
      earliest,
      capacity: policy.families_per_kader,
      unheld: { eligible: Number(eligible?.['families'] ?? 0), left },
      kader,
      desa: await readDesa(trx, id, on, kader),
    };
  });
}

async function readDesa(trx: Knex, branch: Id, on: DateText, kader: readonly KaderLoad[]): Promise<DesaCoverage[]> {
  const available = kader.filter((one) => one.available);
  const desa = [...new Set(kader.flatMap((one) => one.desa))];
  const { rows } = await trx.raw<{ rows: Omit<DesaCoverage, 'kader'>[] }>(desaQuestion, { branch, on, desa });
  return rows.map((row) => ({ ...row, kader: available.filter((one) => one.desa.includes(row.id)).length }));
}
