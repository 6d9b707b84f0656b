/**
 * What GET /kader-jkn/monev/* answers. Money is whole rupiah, attainment is a ratio (1 = 100%), months are `YYYY-MM`;
 * every figure covers only what the caller may see.
 */

import type { DateText, Id, MonthText, ReviewStatus, TargetMeasure } from './records.ts';

/** A branch, area or kader by its number and name. */
export interface Named {
  id: Id;
  name: string;
}

/** How the months of an answer came about: asked for, the newest month with data, or the span of the only target there is. */
export type SpanChoice = 'asked' | 'newest' | 'target';

export interface MonevSpan {
  from: MonthText;
  to: MonthText;
  chosen: SpanChoice;
  /** a month of the span is still open in the books: its figures are as of now */
  running: boolean;
}

/** Whose figures these are: the narrowest of what was asked. */
export interface MonevSubject {
  branch: Named | null;
  area: Named | null;
  kader: Named | null;
  /** the caller may see only some of its kader: figures are theirs, not the whole's */
  partial: boolean;
}

export interface Attained {
  /** rupiah or count; null: cannot be told */
  realised: number | null;
  /** rupiah or count; null: no target */
  target: number | null;
  /** realised ÷ target; null without a target */
  attainment: number | null;
}

export type MonevGrouping = 'branch' | 'regency' | 'district' | 'kader' | 'month';

export interface AttainmentRow extends Attained {
  kind: MonevGrouping;
  /** null: what belongs to none of the others; a month has its text in `month` */
  id: Id | null;
  name: string | null;
  month: MonthText | null;
  /** the statement behind a kader's closed single month */
  statement: Id | null;
  /** rupiah in arrears there, for a share of arrears */
  arrears: number | null;
}

/** Arrears published for a day: what a share of arrears is a share of. */
export interface ArrearsBasis {
  as_of: DateText;
  source: string;
  /** rupiah in arrears of the whole */
  amount: number;
  /** the share to be collected, in basis points; null: no target */
  share_bp: number | null;
  /** rupiah of the whole that its published parts leave unexplained */
  unexplained: number | null;
}

/** Why there is no figure: nothing happened in these months, nothing is recorded anywhere yet, or the measure has no source. */
export type MonevGap = 'no-data' | 'no-months';

export interface AttainmentAnswer {
  measure: TargetMeasure;
  unit: 'rupiah' | 'count';
  subject: MonevSubject;
  /** null: nothing is recorded yet */
  span: MonevSpan | null;
  gap: MonevGap | null;
  /** ratio of the sums (design 5.9) */
  total: Attained;
  /** average of the ratios of kader with a target; null where no kader has one */
  average: { attainment: number; kader: number } | null;
  /** kader strictly above 100%; null where no kader has a target */
  above: number | null;
  /** branches without a target: left out of the total of several */
  without_target: number;
  grouping: MonevGrouping;
  rows: AttainmentRow[];
  arrears: ArrearsBasis | null;
}

export interface RankingRow {
  /** 1 is the highest; equal attainment shares a place */
  place: number;
  kader: Named;
  attainment: number;
  /** null where the caller sees only praise */
  realised: number | null;
  target: number | null;
  families_held: number;
  /** months owed by those families on average, by their newest figures; null: no families */
  months_owed: number | null;
  statement: Id | null;
  /** the caller's own row */
  own: boolean;
}

export interface RankingAnswer {
  measure: TargetMeasure;
  subject: MonevSubject;
  span: MonevSpan | null;
  gap: MonevGap | null;
  /** names only kader strictly above 100% and the caller */
  shared: boolean;
  rows: RankingRow[];
  /** kader with a target */
  ranked: number;
  /** kader strictly above 100% */
  above: number;
  /** ranked kader that `rows` leaves out */
  others: number;
  /** kader of the months without a target: not ranked */
  without_target: number;
}

/**
 * A closed month of a kader: half of the target or more, less than half, nothing, or a month that does not count.
 * `collected` is money without a target to compare it with.
 */
export type WatchClass =
  | 'reached'
  | 'below'
  | 'collected'
  | 'zero'
  | 'leave'
  | 'grace'
  | 'no_binaan'
  | 'not_joined'
  | 'ended'
  | 'unknown';

export interface WatchCell {
  month: MonthText;
  class: WatchClass;
  /** rupiah credited in the books of the month; null: no statement */
  collected: number | null;
  target: number | null;
  statement: Id | null;
  /** money for this month arrived after it was closed */
  late: boolean;
}

export type WatchStatus = 'review' | 'warning' | 'streak' | 'leave' | 'clear';

export interface WatchRow {
  kader: Named;
  district: Named | null;
  cells: WatchCell[];
  /** consecutive months of nothing up to the newest closed one */
  streak: number;
  status: WatchStatus;
  review: { id: Id; status: ReviewStatus; due_on: DateText | null } | null;
  /** the warning of this streak */
  warning: Id | null;
}

export interface ZeroWatchAnswer {
  subject: MonevSubject;
  /** closed months, oldest first; empty: none is closed yet */
  months: MonthText[];
  gap: MonevGap | null;
  /** months of nothing that open a review; null: no rule, or several branches with different rules */
  limit: number | null;
  rows: WatchRow[];
  /** kader that `rows` leaves out */
  others: number;
  counts: { kader: number; review: number; warning: number; streak: number };
}

/** What a viewer may choose from. */
export interface MonevOptions {
  branches: Named[];
  /** regencies of the chosen branches in which kader work */
  areas: Named[];
  /** months in the books or with payments, newest first, and whether they are closed */
  months: { month: MonthText; closed: boolean }[];
  /** measures that have a target there */
  measures: TargetMeasure[];
}
