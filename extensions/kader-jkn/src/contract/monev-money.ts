/**
 * What GET /kader-jkn/monev/{trend,cost,ageing} answer: money over time and arrears by age. Rupiah are whole, ratios exact
 * (1 = 100%), months `YYYY-MM`; every figure covers only what the caller may see.
 */

import type { Attained, MonevGap, MonevSpan, MonevSubject } from './monev.ts';
import type { DateText, Id, MonthText } from './records.ts';

export interface TrendMonth extends Attained {
  month: MonthText;
  /** rupiah of the same month a year earlier; null: not in the books */
  before: number | null;
  /** every branch that has it in its books has closed it */
  closed: boolean;
}

export interface TrendAnswer {
  subject: MonevSubject;
  /** null: nothing is recorded yet */
  span: MonevSpan | null;
  gap: MonevGap | null;
  /** realised of all months ÷ their targets */
  total: Attained;
  months: TrendMonth[];
  /** closed months that were in the books a year earlier too: like with like; null: there is none */
  year: { months: number; realised: number; before: number } | null;
}

export type CostGrouping = 'month' | 'branch' | 'kader';

export interface Cost {
  /** rupiah of dues collected */
  collected: number;
  /** rupiah of imbal jasa before withholding; null: not reckoned yet */
  commission: number | null;
  /** rupiah of it in months that are marked as paid */
  paid: number;
  /** commission ÷ collected; null: nothing collected, or not reckoned yet */
  rate: number | null;
}

export interface CostRow extends Cost {
  kind: CostGrouping;
  /** null: what belongs to no kader; a month has its text in `month` */
  id: Id | null;
  name: string | null;
  month: MonthText | null;
  /** the month is not closed: reckoned as a close would now */
  running: boolean;
  /** the month of the books behind a single branch's month */
  period: Id | null;
  /** the statement behind a kader's single closed month */
  statement: Id | null;
}

export interface CostAnswer {
  subject: MonevSubject;
  span: MonevSpan | null;
  gap: MonevGap | null;
  /** of the months whose imbal jasa is reckoned */
  total: Cost;
  grouping: CostGrouping;
  rows: CostRow[];
  /** open months of several branches: their imbal jasa is not reckoned here, and the total leaves them out */
  not_reckoned: MonthText[];
}

export interface ArrearsCell {
  families: number;
  /** rupiah */
  amount: number;
}

/** Arrears now, and where they stood at the end of the month before; null: not known. */
export interface ArrearsMovement extends ArrearsCell {
  before: ArrearsCell | null;
}

export interface AgeingBandRow extends ArrearsMovement {
  /** months owed, both included; no upper end: and more */
  from: number;
  to: number | null;
}

export interface AgeingPlaceRow extends ArrearsMovement {
  kind: 'branch' | 'regency' | 'district';
  /** null: families without a place */
  id: Id | null;
  name: string | null;
  /** in the order of the answer's bands */
  bands: ArrearsCell[];
}

/** Arrears that were published of a branch whose families are not in the lists. */
export interface PublishedArrears {
  as_of: DateText;
  source: string;
  /** rupiah */
  amount: number;
  parts: { id: Id; name: string; amount: number }[];
}

export interface AgeingAnswer {
  subject: MonevSubject;
  /** the day of the figures */
  as_of: DateText;
  month: MonthText;
  /** as of now; else as kept, or as reckoned, of the end of the month */
  now: boolean;
  /** the day of `before`; null: there is nothing to compare with */
  before_on: DateText | null;
  gap: MonevGap | null;
  total: ArrearsMovement;
  bands: AgeingBandRow[];
  rows: AgeingPlaceRow[];
  /** only where no family is in arrears by the lists */
  published: PublishedArrears | null;
}
