import type { Knex } from 'knex';
import type { FamilyDataCheck, MergedFamily } from '../../contract/family-check-data.ts';
import type { Binaan, Id } from '../../contract/records.ts';
import { mixedOf } from '../../core/dues.ts';
import { expectedArrears } from '../../core/expected-arrears.ts';
import { arrearsExpected } from '../../core/family-row.ts';
import { issuedIn } from '../../core/identity-number.ts';
import type { DateText } from '../../core/period.ts';
import { type Desk, itemsFor, visibleRecord } from '../desk/desk.ts';
import { refusal } from '../errors.ts';
import { readAccrualRules } from '../refresh-arrears.ts';

/** Whatever the caller may read: who may not see the KK number is told nothing of it. */
const columns = ['*', 'area.code'];

type SeenFamily = Omit<Binaan, 'kk_number' | 'area'> & { kk_number?: string; area: { code: string } | null };

/**
 * A family's data held against itself: its arrears against months × members × dues, its KK number against its kecamatan; and
 * what is recorded of families that were merged into it. Refused as KADER_BINAAN_UNKNOWN where the caller may not see it.
 */
export async function checkFamily(desk: Desk, id: Id): Promise<FamilyDataCheck> {
  const family = (await visibleRecord(desk, 'binaan', id, columns)) as SeenFamily | null;
  if (!family) throw refusal('KADER_BINAAN_UNKNOWN');
  const { rates } = await readAccrualRules(desk.knex);
  const listedAsOf = family.listed_as_of.slice(0, 10) as DateText;
  const due = arrearsExpected(family, expectedArrears(rates, listedAsOf, family.listed_months));
  const district = family.area?.code.replaceAll('.', '').slice(0, 6) ?? null;
  const issued = family.kk_number === undefined ? null : issuedIn(family.kk_number);
  return {
    listed_as_of: listedAsOf,
    listed_months: family.listed_months,
    reported_months: family.reported_months,
    members: family.members,
    class: family.class,
    mixed: mixedOf(family),
    listed_amount: family.listed_amount,
    expected_amount: due,
    kk_issued_in:
      district !== null && issued !== null && issued !== district ? await areaName(desk.knex, issued) : null,
    merged_into: family.merged_into,
    merged: await mergedFamilies(desk, id),
  };
}

/** `Serengan (337201)`, or the digits alone where no such kecamatan is known today. */
async function areaName(knex: Knex, digits: string): Promise<string> {
  const code = `${digits.slice(0, 2)}.${digits.slice(2, 4)}.${digits.slice(4)}`;
  const area = await knex('area').where({ code }).first('name');
  return area ? `${area.name} (${digits})` : digits;
}

async function mergedFamilies(desk: Desk, id: Id): Promise<MergedFamily[]> {
  const rows = await itemsFor(desk, 'binaan').readByQuery({
    filter: { merged_into: { _eq: id } },
    limit: -1,
    fields: ['id', 'head_name'],
  });
  return rows.map((row) => ({ id: row['id'], head_name: row['head_name'] }));
}
