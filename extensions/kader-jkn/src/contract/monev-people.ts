/**
 * What GET /kader-jkn/monev/{workforce,coverage,open-matters,early-warning} answer: the people of the programme, the families
 * that somebody looks after, and what waits for an answer. Every figure covers only what the caller may see.
 */

import type { EarlyLimits, EarlySign } from '../core/early-warning.ts';
import type { LeftCounts } from './assignments.ts';
import type { Attained, AttainmentRow, MonevGap, MonevGrouping, MonevSpan, MonevSubject, Named } from './monev.ts';
import type { DateText, Id, Kader, MonthText } from './records.ts';

export type EndReason = NonNullable<Kader['end_reason']>;

export interface WorkforceMonth extends Attained {
  month: MonthText;
  /** kader whose first day of partnership lies in the month */
  joined: number;
  /** kader whose first day without the partnership lies in the month: those at its end = those before + joined - left */
  left: number;
}

export interface WorkforceAnswer {
  subject: MonevSubject;
  /** null: nobody has joined yet */
  span: MonevSpan | null;
  gap: MonevGap | null;
  /** kader in partnership on the last day of the span */
  level: number;
  /** those of branches with a target against it, as in GET /monev/attainment?measure=kader */
  total: Attained;
  grouping: MonevGrouping;
  rows: AttainmentRow[];
  /** kader on the day before the span */
  before: number;
  joined: number;
  left: number;
  /** with a target where every branch has one */
  months: WorkforceMonth[];
  /** why those who left did, most first; null: nobody wrote it down */
  reasons: { reason: EndReason | null; kader: number }[];
  /** today: candidates, and partners on leave */
  candidates: number;
  on_leave: number;
}

export interface CoveragePlace {
  kind: 'branch' | 'district';
  id: Id;
  name: string;
  /** families that are active, muted or settled, and those of them that nobody holds */
  families: number;
  unheld: number;
  desa: number;
  /** desa with families in which no kader may be given any */
  desa_without: number;
  /** available kader of one of its desa */
  kader: number;
}

export interface CoverageAnswer {
  subject: MonevSubject;
  on: DateText;
  gap: 'no-families' | null;
  /** families a kader by the policy; null: no limit, or branches with different ones */
  capacity: number | null;
  held: number;
  /** families that nobody holds: those that may be given to a kader, and the others by reason */
  unheld: { eligible: number; left: LeftCounts };
  /** desa with families, and those of them in which no kader may be given any */
  desa: { with_families: number; without_kader: number };
  /** kader who may be given families today, and how many more the policy would give them; null: no limit */
  kader: { available: number; holding: number; room: number | null };
  grouping: 'branch' | 'district';
  /** most families without a kader first */
  rows: CoveragePlace[];
  /** desa with families without a kader, most families first */
  gaps: { id: Id; name: string; district: string | null; families: number; unheld: number }[];
  /** kader with more families than the policy says, most first */
  above: { kader: Named; families: number; capacity: number }[];
}

export type OpenMatterKind = 'review' | 'warning' | 'dispute' | 'complaint' | 'mistreatment';

/** What of one kind waits. */
export interface OpenMatter {
  kind: OpenMatterKind;
  count: number;
  /** the day since which the oldest waits, and how many days that is; null: nothing waits */
  oldest_on: DateText | null;
  oldest_days: number | null;
  /** past the day on which it was due; null: this kind has no such day */
  overdue: number | null;
  by_branch: { branch: Named; count: number; oldest_on: DateText }[];
  /** of a warning: the events, which no filter of a list could tell from older ones */
  ids: Id[] | null;
}

export interface OpenMattersAnswer {
  subject: MonevSubject;
  on: DateText;
  /** kinds that the caller may read; those of an area are narrowed to its kader, complaints to those about or through them */
  matters: OpenMatter[];
}

export interface EarlyWarningRow {
  kader: Named;
  branch: Named;
  district: Named | null;
  signs: EarlySign[];
  /** the statement of the newest closed month */
  statement: Id | null;
}

export interface EarlyWarningAnswer {
  subject: MonevSubject;
  on: DateText;
  /** the closed month that is compared with those before it, and since whose first day promises count; null: none yet */
  month: MonthText | null;
  /** the rules in force; null: several branches with different ones */
  limits: EarlyLimits | null;
  /** no branch of these has a rule */
  off: boolean;
  /** by name: it is a list of talks to have, not an order of people */
  rows: EarlyWarningRow[];
  /** active kader who were looked at */
  looked_at: number;
}
