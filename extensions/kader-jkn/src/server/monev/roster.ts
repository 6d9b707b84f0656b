import type { Knex } from 'knex';
import type { DateText, Id, KaderStatus } from '../../contract/records.ts';

/** A kader with where and when they work: what rows and targets of monev are made of. */
export interface RosterKader {
  id: Id;
  name: string;
  branch: Id;
  branch_name: string;
  district: Id | null;
  district_name: string | null;
  regency: Id | null;
  regency_name: string | null;
  province: Id | null;
  status: KaderStatus;
  joined_on: DateText | null;
  ended_on: DateText | null;
  zero_streak: number;
}

const question = `
  select k.id, k.name, k.branch, b.name as branch_name, k.status, k.zero_streak,
    to_char(k.joined_on, 'YYYY-MM-DD') as joined_on, to_char(k.ended_on, 'YYYY-MM-DD') as ended_on,
    district.id as district, district.name as district_name,
    regency.id as regency, regency.name as regency_name, regency.parent as province
  from kader k
  join branch b on b.id = k.branch
  left join area district on district.id = k.district
  left join area regency on regency.id = district.parent
  where k.branch = any (cast(:branches as integer[]))
    and (cast(:area as integer) is null or :area in (district.id, regency.id, regency.parent))
  order by k.name, k.id`;

/** Every kader ever of these branches, in an area where one is asked, by name. */
export async function rosterOf(
  knex: Knex,
  asked: { branches: readonly Id[]; area: Id | null },
): Promise<RosterKader[]> {
  const { rows } = await knex.raw<{ rows: RosterKader[] }>(question, {
    branches: [...asked.branches],
    area: asked.area,
  });
  return rows;
}
