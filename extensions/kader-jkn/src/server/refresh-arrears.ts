import type { Knex } from 'knex';
import { type Accrued, accrued, dueThrough } from '../core/arrears.ts';
import { type DuesClass, type DuesRateRow, type MixedColumns, mixedOf } from '../core/dues.ts';
import { type BranchDated, inForce } from '../core/lookup.ts';
import { type DateText, dateOf, earlier, lastDay, type Period, type TimeZone } from '../core/period.ts';

/** Families that accrue alike. */
export interface AccrualGroup extends MixedColumns {
  branch: number;
  class: DuesClass;
  members: number;
  listed_months: number;
  listed_as_of: DateText;
}

/** The columns of `binaan` that say what fell due after its list. */
export interface AccrualColumns {
  accrued_months: number;
  /** rupiah */
  accrued_amount: number;
  accrued_through: string | null;
}

/** What accrual rests on, read once. */
export interface AccrualRules {
  rates: readonly DuesRateRow[];
  policies: readonly (BranchDated & { max_billed_months: number })[];
}

const nothingAccrued: AccrualColumns = { accrued_months: 0, accrued_amount: 0, accrued_through: null };

/** Reads the dues and policies that accrual rests on. */
export async function readAccrualRules(database: Knex): Promise<AccrualRules> {
  const rates = await database('dues_rate').select(
    'class',
    database.raw('effective_from::text'),
    'dues',
    'participant_pays',
  );
  const policies = await database('program_policy').select(
    'branch',
    database.raw('effective_from::text'),
    'max_billed_months',
  );
  return { rates, policies };
}

/** What fell due since the list of families alike, as of a day; nothing where no dues are known (design 5.12). */
export function accrualOf(group: AccrualGroup, rules: AccrualRules, today: DateText): AccrualColumns {
  if (dueThrough(group.listed_as_of) >= dueThrough(today)) return nothingAccrued;
  const policy = inForce(rules.policies, group.branch, today);
  const listed = {
    members: group.members,
    class: group.class,
    mixed: mixedOf(group),
    listedMonths: group.listed_months,
    listedAmount: 0,
    listedAsOf: group.listed_as_of,
  };
  const result = accrued(listed, rules.rates, today, policy?.max_billed_months ?? null);
  return result.ok ? columnsOf(result.value) : nothingAccrued;
}

function columnsOf({ months, amount, through }: Accrued): AccrualColumns {
  return { accrued_months: months, accrued_amount: amount, accrued_through: through };
}

/**
 * Brings what families owe, and who holds them, up to the day that `now` is in each branch (null: every branch). Writes only
 * what differs; returns how many families changed.
 */
export async function refreshArrears(
  database: Knex,
  now: Date,
  branches: readonly number[] | null = null,
): Promise<number> {
  const home: BranchDay[] = await database('branch').select('id', 'timezone', 'last_month');
  const days = new Map(home.map((branch) => [branch.id, dayIn(branch, now)]));
  const rules = await readAccrualRules(database);
  const groups: AccrualGroup[] = await database('binaan')
    .modify((query) => branches && query.whereIn('branch', [...branches]))
    .distinct(
      ...['branch', 'class', 'members', 'members_1', 'members_2', 'members_3', 'listed_months'],
      database.raw('listed_as_of::text'),
    );
  const accruals = groups.map((group) => ({
    ...group,
    ...accrualOf(group, rules, days.get(group.branch) ?? dateOf(now, 'Asia/Jakarta')),
  }));
  const { rowCount } = await database.raw(
    `with accrual as (
       select * from json_to_recordset(?::json) as a(branch integer, class integer, members integer, members_1 integer,
         members_2 integer, members_3 integer, listed_months integer, listed_as_of date, accrued_months integer, accrued_amount integer, accrued_through text)
     )
     update binaan b
       set accrued_months = a.accrued_months, accrued_amount = a.accrued_amount, accrued_through = a.accrued_through
       from accrual a
       where (b.branch, b.class, b.members, b.listed_months, b.listed_as_of)
           = (a.branch, a.class, a.members, a.listed_months, a.listed_as_of)
         and (b.members_1, b.members_2, b.members_3) is not distinct from (a.members_1, a.members_2, a.members_3)
         and (b.accrued_months, b.accrued_amount, b.accrued_through)
           is distinct from (a.accrued_months, a.accrued_amount, a.accrued_through)`,
    [JSON.stringify(accruals)],
  );
  await database.raw('select kader_refresh_holders(array(select id from binaan where branch = any(?)))', [
    [...(branches ?? days.keys())],
  ]);
  await database.raw('select kader_refresh_tele_windows()');
  return rowCount;
}

interface BranchDay {
  id: number;
  timezone: TimeZone;
  last_month: Period | null;
}

/** Today in the branch; where its programme has ended, the last day of its books. */
function dayIn({ timezone, last_month }: BranchDay, now: Date): DateText {
  const today = dateOf(now, timezone);
  return last_month === null ? today : earlier(today, lastDay(last_month));
}
