import type { BinaanStatus, DateText, Id, Moment, Tracked, UserId } from './records.ts';

export type DuplicateReason = 'kk' | 'va' | 'likeness';
export type DuplicateStatus = 'open' | 'merged' | 'different';

/** Two families that may be one; `one` is the lower id. */
export interface FamilyDuplicate extends Tracked {
  one: Id;
  other: Id;
  /** of `one` and of `other` */
  branch: Id;
  other_branch: Id;
  reason: DuplicateReason;
  /** percent, of name and address */
  likeness: number;
  status: DuplicateStatus;
  /** which of the two goes on; null: not merged */
  kept: Id | null;
  decided_at: Moment | null;
  decided_by: UserId | null;
  decision_note: string | null;
  /** how the merged one stood before, for undoing */
  former_status: BinaanStatus | null;
  former_kader: Id | null;
  /** the list that the kept one stood on when the other was merged into it */
  kept_listed_as_of: DateText | null;
}
