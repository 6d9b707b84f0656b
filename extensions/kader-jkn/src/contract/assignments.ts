/**
 * Families shared among kader and moved between them: what GET /kader-jkn/coverage, /kader-jkn/assignments/…,
 * /kader-jkn/kader/:id/families/… and /kader-jkn/families/:id/eligibility answer, and the same inside the server.
 */
import type { AssignmentReason, DateText, Id, KaderStatus } from './records.ts';

/** A sentence in both languages. */
export interface Sentence {
  id: string;
  en: string;
}

/** Why a family was given to nobody. */
export type LeftReason =
  | 'not-active'
  | 'nothing-owed'
  | 'below-window'
  | 'above-window'
  | 'outside-list-not-allowed'
  | 'outside-own-desa'
  | 'no-desa'
  | 'no-kader'
  | 'above-capacity';

export type LeftCounts = Partial<Record<LeftReason, number>>;

/** How many families found a kader, and how many did not, by reason. */
export interface Assigned {
  assigned: number;
  left: LeftCounts;
}

/** What a move did besides: families that nobody holds any more. */
export interface Moved extends Assigned {
  released: number;
}

export interface Place {
  id: Id;
  name: string;
  /** kecamatan */
  district: string | null;
}

/** A kader with what they hold on a day. */
export interface KaderLoad {
  id: Id;
  name: string;
  code: string;
  status: KaderStatus;
  /** may be given families on that day: active, not on leave, the partnership not ending */
  available: boolean;
  /** families held that are active, muted or settled */
  families: number;
  /** months those owe together */
  months: number;
  desa: Id[];
}

/** A desa with its families, held or not, and how many kader may be given some of them. */
export interface DesaCoverage extends Place {
  /** the kecamatan's number */
  district_id: Id | null;
  families: number;
  unheld: number;
  kader: number;
}

/** Who holds what in a branch, and where nobody does: GET /kader-jkn/coverage. */
export interface Coverage {
  branch: { id: Id; name: string };
  on: DateText;
  /** first day that families may be given from: the first of the oldest open month */
  earliest: DateText;
  /** families a kader (policy); null: no limit */
  capacity: number | null;
  /** families that nobody holds: those that may be given to a kader, and the others by reason */
  unheld: { eligible: number; left: LeftCounts };
  kader: KaderLoad[];
  desa: DesaCoverage[];
}

/** How many families of a desa a kader gets. */
export interface SharePart {
  kader: Id;
  families: number;
  months: number;
}

export interface DesaProposal extends Place {
  parts: SharePart[];
  left: number;
  why: Sentence;
}

export interface KaderChange {
  id: Id;
  name: string;
  code: string;
  before: number;
  after: number;
  months_before: number;
  months_after: number;
}

/** Who would get which families: nothing is written yet. */
export interface Proposal extends Assigned {
  from_date: DateText;
  /** what applying has to say again, so that it does what was looked at */
  fingerprint: string;
  capacity: number | null;
  desa: DesaProposal[];
  kader: KaderChange[];
}

/** What is asked of sharing: POST /kader-jkn/assignments/preview; apply says the fingerprint as well. */
export interface ShareRequest {
  /** null: the caller's own */
  branch: Id | null;
  /** null: today in the branch */
  from_date: DateText | null;
  above_capacity: boolean;
}

/** Families moved from one kader: POST /kader-jkn/kader/:id/families/preview and …/move. */
export interface MoveRequest {
  /** a kader, `share` among the other kader of each desa, or null: to nobody */
  to: Id | 'share' | null;
  families: Id[] | 'all';
  from_date: DateText | null;
  reason: MoveReason;
  note: string | null;
  above_capacity: boolean;
}

export type MoveReason = Extract<AssignmentReason, 'reassigned' | 'leave' | 'ended' | 'other'>;

export interface MoveProposal extends Proposal {
  /** families that would be held by nobody */
  released: number;
  /** families whose days are credited up to that day or later already: they move the day after their last payment */
  later: number;
  /** the last of those days */
  latest: DateText | null;
}

/** Whose a family is (design 5.11): GET /kader-jkn/families/:id/eligibility. */
export interface EligibilityAnswer {
  eligible: boolean;
  priority: boolean;
  why: Sentence[];
}

export interface FamilyEligibility {
  kader: EligibilityAnswer;
  telekolekting: EligibilityAnswer;
  /** kader of its desa who may be given families today, those with most room first; null: not for the caller to see */
  near: { id: Id; name: string; code: string; families: number; capacity: number | null }[] | null;
}
