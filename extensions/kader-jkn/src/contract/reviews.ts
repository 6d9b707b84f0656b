/** Deciding on a partnership: `/kader-jkn/reviews/:id/`. */
import type { EndRequest } from './life.ts';
import type { DateText, FileId, Id, PartnershipReview } from './records.ts';

export type ReviewDecision = NonNullable<PartnershipReview['decision']>;

/** POST /kader-jkn/reviews/:id/decide: carried out and written in a letter, or nothing of it */
export interface DecideRequest {
  decision: ReviewDecision;
  /** why; stands in the letter */
  decision_note: string;
  /** the monev session in which it was decided; null: outside of one */
  session: Id | null;
  /** of `extend`: until when the kader is given time */
  follow_up_on: DateText | null;
  /** of `end`; null where the partnership has ended already */
  end: EndRequest | null;
}

export interface ReviewDecided {
  id: Id;
  decision: ReviewDecision;
  letter: FileId;
  /** of `end`: families that went to a kader, and those that nobody holds now */
  ended: { assigned: number; released: number } | null;
}
