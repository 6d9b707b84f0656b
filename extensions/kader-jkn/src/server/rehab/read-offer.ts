import type { Knex } from 'knex';
import type { Binaan, Id, TimeZone } from '../../contract/records.ts';
import { type DuesRateRow, type Household, mixedOf } from '../../core/dues.ts';
import type { DateText } from '../../core/period.ts';
import { type Instalment, type InstalmentPolicy, schedulePlan } from '../../core/rehab.ts';
import type { Result } from '../../core/result.ts';

/** A family as a plan of it begins: what it owes, and the rules in force. */
export interface PlanGround {
  family: Pick<Binaan, 'id' | 'branch' | 'owed_months' | 'owed_amount'> & { household: Household };
  timezone: TimeZone;
  /** null: none is in force */
  policy: InstalmentPolicy | null;
  rates: readonly DuesRateRow[];
}

type FamilyRow = Pick<
  Binaan,
  'id' | 'branch' | 'members' | 'class' | 'members_1' | 'members_2' | 'members_3' | 'owed_months' | 'owed_amount'
> & { timezone: TimeZone };

const familyQuestion = `
  select f.id, f.branch, f.members, f.class, f.members_1, f.members_2, f.members_3, f.owed_months, f.owed_amount, h.timezone
  from binaan f join branch h on h.id = f.branch
  where f.id = :binaan`;

const policyQuestion = `
  select p.instalment_min_months as "minMonths", p.instalment_max_months as "maxMonths",
    p.instalment_count_max as "countMax", p.instalment_half_months as "halfOfMonths",
    p.instalment_current_dues as "withCurrentDues", p.cover_restored_after as "restoredAfter"
  from kader_policy_in_force(:branch, cast(:on as date)) p`;

/** What a plan of the family that starts on a day would rest on; null: there is no such family. */
export async function readGround(
  knex: Knex,
  binaan: Id,
  startsOn: (timezone: TimeZone) => DateText,
): Promise<PlanGround | null> {
  const { rows } = await knex.raw<{ rows: FamilyRow[] }>(familyQuestion, { binaan });
  const [row] = rows;
  if (row === undefined) return null;
  const { id, branch, owed_months, owed_amount, timezone } = row;
  const policies = await knex.raw<{ rows: InstalmentPolicy[] }>(policyQuestion, { branch, on: startsOn(timezone) });
  const rates = await knex('dues_rate').select('class', knex.raw('effective_from::text'), 'dues', 'participant_pays');
  return {
    family: { id, branch, owed_months, owed_amount, household: { ...row, mixed: mixedOf(row) } },
    timezone,
    policy: policies.rows[0] ?? null,
    rates,
  };
}

/** The schedule of so many instalments from a day on, or why there is none. */
export function scheduleOn(
  { family, policy, rates }: PlanGround,
  startsOn: DateText,
  count: number,
): Result<Instalment[]> {
  const { household, owed_months, owed_amount } = family;
  return schedulePlan(policy, rates, { household, monthsOwed: owed_months, amountOwed: owed_amount, startsOn, count });
}
