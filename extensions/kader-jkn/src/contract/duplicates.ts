/** Pairs of families that may be one: what the page of duplicates asks, and is answered. */
import type { Words } from '../core/calendar-words.ts';
import type { DuplicateReason, DuplicateStatus } from './duplicate-records.ts';
import type { BinaanStatus, DateText, DuesClass, Id } from './records.ts';

/** One of the two, as the caller may read it; null fields: not theirs to see. */
export interface DuplicateSide {
  id: Id;
  branch: string;
  /** null: a family of another branch, of which nothing more is told */
  family: DuplicateFamily | null;
}

export interface DuplicateFamily {
  head_name: string;
  kk_number: string | null;
  va_number: string | null;
  members: number;
  class: DuesClass;
  area: string | null;
  address: string | null;
  phone: string | null;
  status: BinaanStatus;
  kader: string | null;
  listed_as_of: DateText;
  listed_months: number;
  /** rupiah */
  owed_amount: number;
  /** standing payments, and their sum in rupiah */
  payments: number;
  paid: number;
  contacts: number;
  last_contact: DateText | null;
}

export interface DuplicatePair {
  id: Id;
  reason: DuplicateReason;
  /** percent */
  likeness: number;
  status: DuplicateStatus;
  one: DuplicateSide;
  other: DuplicateSide;
  /** the one to keep unless somebody knows better; null: neither way is open */
  suggested: Id | null;
  /** why the pair cannot be merged by keeping either; null: it can */
  keep_one_refused: Words | null;
  keep_other_refused: Words | null;
  kept: Id | null;
  /** in the calendar of the first family's branch */
  decided_on: DateText | null;
  decided_by: string | null;
  decision_note: string | null;
}

export interface DuplicatePage {
  open: number;
  merged: number;
  different: number;
  pairs: DuplicatePair[];
}

export interface DuplicatesFound {
  /** pairs that were not known before */
  found: number;
}

export interface DuplicateDecided {
  id: Id;
  status: DuplicateStatus;
  kept: Id | null;
}

/** How many pairs a page shows. */
export const pairsAPage = 20;
export const longestDecisionNote = 500;
