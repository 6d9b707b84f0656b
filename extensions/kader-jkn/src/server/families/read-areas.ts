import type { Knex } from 'knex';
import type { Id } from '../../contract/records.ts';
import {
  type AreaIndex,
  addVillages,
  areaCode,
  areaIndex,
  type VillageRow,
  villageCode,
} from '../../core/area-index.ts';
import type { FamilyRowText } from '../../core/family-row.ts';

/** Desa that rows are looked up in, and how it learns of those that the next rows name. */
export interface OpenAreas {
  areas: AreaIndex;
  learn: (rows: readonly FamilyRowText[]) => Promise<void>;
}

/** A list of nothing but wrong codes is remembered no further than this. */
const askedAtMost = 20_000;

const villages = `
  select v.id, v.code, v.name, d.name as district, cast(:branch as integer) is null or r.branch is not distinct from :branch as own
  from area v
  join area d on d.id = v.parent
  join area r on r.id = d.parent
  where v.level = 'village'`;

/**
 * The desa of a branch, and any other when a row first names its code: a list tells of a few hundred of the country's 83,000.
 * A branch to which no kabupaten is given yet finds every desa by name.
 */
export async function openAreas(knex: Knex, branch: Id): Promise<OpenAreas> {
  const served = await knex('area').where({ branch }).first('id');
  const bindings = { branch: served === undefined ? null : branch };
  const read = async (which: string, more = {}): Promise<VillageRow[]> =>
    (await knex.raw(`${villages} ${which}`, { ...bindings, ...more })).rows;

  const areas = areaIndex(served === undefined ? [] : await read('and r.branch = :branch'));
  const asked = new Set<string>();
  let byNameToo = served !== undefined;

  async function learn(rows: readonly FamilyRowText[]): Promise<void> {
    const codes = [...new Set(rows.flatMap(({ area_code }) => villageCode(areaCode(area_code)) ?? []))].filter(
      (code) => !areas.byCode.has(code) && !asked.has(code),
    );
    if (codes.length > 0) {
      addVillages(areas, await read('and v.code = any (cast(:codes as text[]))', { codes }));
      if (asked.size > askedAtMost) asked.clear();
      for (const code of codes) asked.add(code);
    }
    const needsNames = ({ area_code, area_name }: FamilyRowText) =>
      area_name !== '' && !areas.byCode.has(areaCode(area_code));
    if (byNameToo || !rows.some(needsNames)) return;
    byNameToo = true;
    addVillages(areas, await read(''));
  }
  return { areas, learn };
}
