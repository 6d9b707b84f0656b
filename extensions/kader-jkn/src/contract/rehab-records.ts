/** Instalments (REHAB): a plan of a family and its schedule. */
import type { DateText, Id, MonthText, Tracked, UserId } from './records.ts';

export type PlanStatus = 'active' | 'completed' | 'ended';
export type PlanInstalmentStatus = 'waiting' | 'paid' | 'missed';

/** What a family owed, to be paid in instalments. Fixed once it is made; what was paid of it is derived. */
export interface PaymentPlan extends Tracked {
  branch: Id;
  binaan: Id;
  status: PlanStatus;
  starts_on: DateText;
  instalment_count: number;
  /** months and rupiah owed when it was made */
  arrears_months: number;
  arrears_amount: number;
  /** current dues that its instalments bring along */
  current_amount: number;
  /** both together: what the instalments sum to */
  amount: number;
  /** of the policy when it was made */
  cover_restored_after: 'first' | 'last';
  // derived from the family's collections since starts_on, as of matched_on
  paid_amount: number;
  missed_count: number;
  /** due day of the oldest instalment that was missed and is not paid yet */
  missed_since: DateText | null;
  cover_restored_on: DateText | null;
  completed_on: DateText | null;
  matched_on: DateText | null;
  /** the newest collection of the family that was looked at */
  matched_through: Id | null;
  // ended by a person before it was paid
  ended_on: DateText | null;
  ended_by: UserId | null;
  end_reason: string | null;
  note: string | null;
}

/** One month of a plan. */
export interface PaymentPlanInstalment extends Tracked {
  plan: Id;
  /** from 1 */
  number: number;
  month: MonthText;
  due_on: DateText;
  arrears_amount: number;
  current_amount: number;
  amount: number;
  // derived, as of the plan's matched_on
  paid_amount: number;
  paid_on: DateText | null;
  status: PlanInstalmentStatus;
  /** the day on which it was found to be missed; kept when it is paid after all */
  missed_on: DateText | null;
}
