/** What the endpoints of payment plans (REHAB) under `/kader-jkn` answer with. Rupiah are whole. */
import type { RefusalNotice } from './desk.ts';
import type { DateText, Id, MonthText } from './records.ts';
import type { PlanInstalmentStatus, PlanStatus } from './rehab-records.ts';

/** One instalment of a plan that could be made. */
export interface PlannedInstalment {
  number: number;
  month: MonthText;
  due_on: DateText;
  arrears: number;
  current: number;
  amount: number;
}

/** One number of instalments that the policy allows, and what it would cost. */
export interface PlanChoice {
  count: number;
  /** of all instalments together */
  amount: number;
  /** the smallest and the largest instalment: what the family would pay a month */
  least: number;
  most: number;
  instalments: PlannedInstalment[];
}

/** One instalment of a plan as it stands now. */
export interface ShownInstalment extends PlannedInstalment {
  paid: number;
  paid_on: DateText | null;
  status: PlanInstalmentStatus;
}

export interface ShownPlan {
  id: Id;
  status: PlanStatus;
  starts_on: DateText;
  arrears: number;
  current: number;
  amount: number;
  paid: number;
  missed_count: number;
  restored_after: 'first' | 'last';
  restored_on: DateText | null;
  completed_on: DateText | null;
  ended_on: DateText | null;
  end_reason: string | null;
  instalments: ShownInstalment[];
}

/** GET /kader-jkn/families/:id/plan */
export interface FamilyPlan {
  /** in the branch */
  today: DateText;
  owed_months: number;
  owed_amount: number;
  /** whether the caller may make and end plans */
  may_make: boolean;
  /** null: no policy is in force */
  restored_after: 'first' | 'last' | null;
  /** what could be made today, fewest instalments first; empty where `refusal` says why */
  choices: PlanChoice[];
  refusal: RefusalNotice | null;
  /** the open plan, or the newest one */
  plan: ShownPlan | null;
}

/** POST /kader-jkn/families/:id/plan */
export interface PlanRequest {
  count: number;
  /** today, up to 31 days ahead; absent: today */
  starts_on?: DateText;
}

/** POST /kader-jkn/plans/:id/end */
export interface PlanEndRequest {
  reason: string;
}
