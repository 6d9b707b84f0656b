/** What the endpoints under `/kader-jkn/disputes` are told and answer with. Rupiah are whole. */
import type { CorrectionAction } from './desk.ts';
import type { DisputeStatus, Id, MonthText } from './records.ts';

/** POST /kader-jkn/disputes: the line by its kind and Indonesian label; kind `total` for the sum. */
export interface DisputeQuestion {
  statement: Id;
  line_kind: string;
  line_label?: string | undefined;
  question: string;
}

/** Which correction accepting makes: rupiah in the oldest open month, or a collection taken back (in part, where it is closed). */
export type DisputeCorrection =
  | { kind: 'adjustment'; amount: number }
  | { kind: 'collection'; collection: Id; amount?: number | undefined };

/** GET /kader-jkn/disputes/:id/correction: what accepting with a correction will do. */
export interface DisputeCorrectionShown {
  kind: DisputeCorrection['kind'];
  /** imbal jasa added to the kader, or taken back when negative */
  commission: number;
  /** the month whose statement pays it; null: not payable yet */
  pay_month: MonthText | null;
  /** of a collection: what becomes of it, in which month of the books, and how much of it goes back */
  collection: { id: Id; action: CorrectionAction; amount: number; left: number; month: MonthText } | null;
}

/** POST /kader-jkn/disputes/:id/answer */
export type DisputeAnswer =
  | { decision: 'decline'; answer: string }
  | {
      decision: 'accept';
      answer: string;
      correction: DisputeCorrection;
      /** the month that the caller was shown: refused where it closed since */
      pay_month?: MonthText | null | undefined;
    };

/** What a dispute is after it was asked, answered or withdrawn. */
export interface DisputeState {
  id: Id;
  status: DisputeStatus;
  adjustment: Id | null;
  collection: Id | null;
}
