import type { Knex } from 'knex';
import { teleEligibility, type WindowPolicy } from '../../core/eligibility.ts';
import { inForce } from '../../core/lookup.ts';
import { type DateText, dateOf, earlier, lastDay, type Period } from '../../core/period.ts';
import { type AccrualColumns, type AccrualGroup, accrualOf, readAccrualRules } from '../refresh-arrears.ts';
import type { ImportJob } from './import-job.ts';

/** The listed figures of a family on which its estimate rests. */
export type ListedFigures = Omit<AccrualGroup, 'branch' | 'listed_as_of'> & { listed_amount: number };

/** What the row triggers would make of a family that has paid nothing since its list. */
export interface ReckonedColumns extends AccrualColumns {
  owed_months: number;
  /** rupiah */
  owed_amount: number;
  tele_eligible: boolean;
}

/** Reckons families of one list; those alike only once. */
export interface FamilyReckoner {
  /** what fell due since the list */
  accrual: (family: ListedFigures) => AccrualColumns;
  /** all derived columns of a new, active family */
  columns: (family: ListedFigures) => ReckonedColumns;
}

/** Reads the rules in force today in the branch of a list (design 5.11, 5.12). */
export async function familyReckoner(knex: Knex, job: ImportJob, now: Date): Promise<FamilyReckoner> {
  const rules = await readAccrualRules(knex);
  const home = await knex('branch').where({ id: job.branch }).first('last_month');
  const today = dayIn(dateOf(now, job.timezone), home?.last_month ?? null);
  const windows: (WindowPolicy & { branch: number | null; effective_from: string })[] = await knex(
    'program_policy',
  ).select(
    ...['branch', 'kader_window_min', 'kader_window_max', 'tele_window_min', 'tele_window_max', 'priority_min'],
    'outside_list_allowed',
    knex.raw('effective_from::text'),
  );
  const policy = inForce(windows, job.branch, dateOf(now, job.timezone));
  const accruals = new Map<string, AccrualColumns>();

  function accrual(family: ListedFigures): AccrualColumns {
    const { members, class: duesClass, members_1, members_2, members_3, listed_months } = family;
    const key = `${duesClass} ${members} ${listed_months} ${members_1} ${members_2} ${members_3}`;
    let found = accruals.get(key);
    if (found === undefined) {
      found = accrualOf({ ...family, branch: job.branch, listed_as_of: job.asOf }, rules, today);
      accruals.set(key, found);
    }
    return found;
  }

  const reminded = new Map<number, boolean>();
  function isReminded(owed_months: number): boolean {
    let found = reminded.get(owed_months);
    if (found === undefined) {
      const family = { status: 'active', owed_months, source: 'list', area: null } as const;
      found = policy !== null && teleEligibility(family, policy).eligible;
      reminded.set(owed_months, found);
    }
    return found;
  }

  return {
    accrual,
    columns(family) {
      const { accrued_months, accrued_amount, accrued_through } = accrual(family);
      const owed_months = Math.max(0, family.listed_months + accrued_months);
      const owed_amount = Math.max(0, family.listed_amount + accrued_amount);
      const tele_eligible = isReminded(owed_months);
      return { accrued_months, accrued_amount, accrued_through, owed_months, owed_amount, tele_eligible };
    },
  };
}

/** Where the programme of a branch has ended, nothing falls due after its books. */
function dayIn(today: DateText, lastMonth: Period | null): DateText {
  return lastMonth === null ? today : earlier(today, lastDay(lastMonth));
}
