import type { KaderEnded } from '../../contract/life.ts';
import type { DateText, Kader, Moment, TimeZone } from '../../contract/records.ts';
import type { ReviewDecision } from '../../contract/reviews.ts';

/** The decision on a partnership, as its letter tells it. */
export interface ReviewLetter {
  id: number;
  branch: {
    code: string;
    name: string;
    city: string | null;
    address: string | null;
    phone: string | null;
    head_name: string | null;
    head_title: string | null;
    timezone: TimeZone;
  };
  kader: { code: string; name: string };
  opened_on: DateText;
  due_on: DateText | null;
  /** what the review rests on */
  evidence: string;
  /** the kader's own words; null: none came in time */
  answer: string | null;
  answered_at: Moment | null;
  decision: ReviewDecision;
  /** the grounds */
  decision_note: string;
  follow_up_on: DateText | null;
  /** of a partnership that ends by this decision */
  end: {
    on: DateText;
    reason: NonNullable<Kader['end_reason']>;
    families: Pick<KaderEnded, 'assigned' | 'released'>;
  } | null;
  decided_at: Moment;
  decided_by: string | null;
  /** of the bundle */
  version: string;
}
