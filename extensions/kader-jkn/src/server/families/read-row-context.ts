import type { Knex } from 'knex';
import type { Id } from '../../contract/records.ts';
import { expectedArrears } from '../../core/expected-arrears.ts';
import type { FamilyRowContext, FamilyRowText } from '../../core/family-row.ts';
import { inForce } from '../../core/lookup.ts';
import type { DateText } from '../../core/period.ts';
import type { DecimalMark } from '../../core/read-amount.ts';
import { readAccrualRules } from '../refresh-arrears.ts';
import { openAreas } from './read-areas.ts';

export interface RowContextWish {
  branch: Id;
  /** the day of the list, in the branch's calendar */
  asOf: DateText;
  /** how the source writes decimals; null: told from each amount */
  decimal: DecimalMark | null;
}

/** What rows are checked against; it learns of the desa that rows name before they are read. */
export type RowContext = FamilyRowContext & { learn: (rows: readonly FamilyRowText[]) => Promise<void> };

/** more months than any list tells */
const monthsAtMost = 600;

/** Gathers what the rows of a branch's list are checked against: its desa, its kader, dues and policy at the list's date. */
export async function readRowContext(knex: Knex, wish: RowContextWish): Promise<RowContext> {
  const { rates, policies } = await readAccrualRules(knex);
  const policy = inForce(policies, wish.branch, wish.asOf);
  // whoever had ended by the day of the list holds no family of it
  const kader: { id: Id; code: string }[] = await knex('kader')
    .where({ branch: wish.branch })
    .where((still) => still.whereNull('ended_on').orWhere('ended_on', '>=', wish.asOf))
    .select('id', 'code');
  return {
    ...(await openAreas(knex, wish.branch)),
    kaderByCode: new Map(kader.map(({ id, code }) => [code.trim().toUpperCase(), id])),
    expected: expectedArrears(rates, wish.asOf, monthsAtMost),
    maxBilledMonths: policy?.max_billed_months ?? null,
    decimal: wish.decimal,
  };
}
