/** What the endpoints under `/kader-jkn/periods/:id` answer with: the steps of a month of the books and its payout. */
import type { RefusalNotice } from './desk.ts';
import type { DateText, Id, Moment, MonthText, PeriodStatus, TimeZone } from './records.ts';

/** Who took a step, and when. */
export interface Signature {
  /** null: a process, or an account that is gone */
  name: string | null;
  at: Moment;
}

/** A kader who is owed money and whose bank account is not known. */
export interface KaderWithoutAccount {
  id: Id;
  code: string;
  name: string;
  /** rupiah */
  net: number;
}

/** What the statements of a month come to, in whole rupiah. */
export interface MonthTotals {
  statements: number;
  /** statements that pay anything */
  payable: number;
  gross: number;
  withholding: number;
  net: number;
}

/** GET /kader-jkn/periods/:id/steps */
export interface PeriodStepsShown {
  id: Id;
  branch_name: string;
  timezone: TimeZone;
  month: MonthText;
  status: PeriodStatus;
  closed: Signature | null;
  approved: Signature | null;
  /** reference and day are null where it was marked as paid before they were asked for */
  paid: (Signature & { reference: string | null; on: DateText | null }) | null;
  /** the last time it was opened again, and why */
  reopened: (Signature & { reason: string }) | null;
  totals: MonthTotals;
  /** for whoever leads the branch; empty for others, who do not see bank data */
  without_account: KaderWithoutAccount[];
  /** questions about statements of the month that nobody has answered yet */
  open_disputes: number;
  /** the payout file that a flow made and kept; null: none, or not for the caller */
  payout_kept: { name: string; at: Moment } | null;
  /** whether the caller is the head of the branch or an administrator, who alone take steps */
  leads: boolean;
  /** why the caller may not take the step now; null: nothing stands in the way */
  approve_refused: RefusalNotice | null;
  reopen_refused: RefusalNotice | null;
  /** bounds of the day on which the bank paid, in the branch's calendar */
  paid_from: DateText;
  paid_until: DateText;
}

/** POST /kader-jkn/periods/:id/{approve,pay,reopen} */
export interface PeriodStepped {
  id: Id;
  branch_name: string;
  month: MonthText;
  status: PeriodStatus;
  /** statements that moved along */
  statements: number;
  /** reviews and warnings of the close that were undone; 0 unless opened again */
  reviews_withdrawn: number;
  warnings_withdrawn: number;
}

/** POST /kader-jkn/periods/:id/pay */
export interface PayRequest {
  payment_reference: string;
  paid_on: DateText;
}

/** POST /kader-jkn/periods/:id/reopen */
export interface ReopenRequest {
  reason: string;
}

export type PayoutFormat = 'csv' | 'xlsx';
