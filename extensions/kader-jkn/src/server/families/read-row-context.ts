import type { Knex } from 'knex';
import type { Id } from '../../contract/records.ts';
import { areaIndex, type VillageRow } from '../../core/area-index.ts';
import { expectedArrears } from '../../core/expected-arrears.ts';
import type { FamilyRowContext } from '../../core/family-row.ts';
import { inForce } from '../../core/lookup.ts';
import type { DateText } from '../../core/period.ts';
import type { DecimalMark } from '../../core/read-amount.ts';
import { readAccrualRules } from '../refresh-arrears.ts';

export interface RowContextWish {
  branch: Id;
  /** the day of the list, in the branch's calendar */
  asOf: DateText;
  /** how the source writes decimals; null: told from each amount */
  decimal: DecimalMark | null;
}

/** more months than any list tells */
const monthsAtMost = 600;

/** Gathers what the rows of a branch's list are checked against: its desa, its kader, dues and policy at the list's date. */
export async function readRowContext(knex: Knex, wish: RowContextWish): Promise<FamilyRowContext> {
  const { rates, policies } = await readAccrualRules(knex);
  const policy = inForce(policies, wish.branch, wish.asOf);
  // whoever had ended by the day of the list holds no family of it
  const kader: { id: Id; code: string }[] = await knex('kader')
    .where({ branch: wish.branch })
    .where((still) => still.whereNull('ended_on').orWhere('ended_on', '>=', wish.asOf))
    .select('id', 'code');
  return {
    areas: areaIndex(await readVillages(knex, wish.branch)),
    kaderByCode: new Map(kader.map(({ id, code }) => [code.trim().toUpperCase(), id])),
    expected: expectedArrears(rates, wish.asOf, monthsAtMost),
    maxBilledMonths: policy?.max_billed_months ?? null,
    decimal: wish.decimal,
  };
}

/** Every desa of the country; a branch to which no kabupaten is given yet finds any of them by name. */
async function readVillages(knex: Knex, branch: Id): Promise<VillageRow[]> {
  const { rows } = await knex.raw(
    `with served as (select exists (select from area where branch = :branch) as any)
     select v.id, v.code, v.name, d.name as district, not s.any or r.branch is not distinct from :branch as own
     from area v
     join area d on d.id = v.parent
     join area r on r.id = d.parent
     cross join served s
     where v.level = 'village'`,
    { branch },
  );
  return rows;
}
