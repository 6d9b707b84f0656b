/** Awards: the rules that nominate kader, and the awards that a head has confirmed. */
import type { DateText, FileId, Id, MonthText, Tracked } from './records.ts';

/** Who is nominated for an award. Every condition that is not empty must be met. */
export interface AwardRule extends Tracked {
  name: string;
  /** null: of every branch */
  branch: Id | null;
  active: boolean;
  /** months up to the nominating one over which attainment and education contacts are counted */
  months: number;
  /** basis points that attainment must be strictly above */
  attainment_above_bp: number | null;
  /** whole months since joining, at least */
  partnership_months: number | null;
  /** families educated, by distinct family and day, at least */
  education_contacts: number | null;
  /** months until the same kader can be nominated again; null: once only */
  again_after_months: number | null;
  /** what the certificate thanks for */
  certificate_words: string;
  note: string | null;
}

/** What a nomination rests on, as it stood when it was reckoned. */
export interface AwardFacts {
  from: MonthText;
  to: MonthText;
  /** rupiah in the books of the months; target null: none */
  collected: number;
  target: number | null;
  /** whole months since joining, at the end of the last month */
  partnership_months: number;
  /** distinct families a day in group education, summed over the days */
  education_contacts: number;
}

/** An award given to a kader for a closed month. Fixed once given, but for the note and the certificate. */
export interface Award extends Tracked {
  branch: Id;
  kader: Id;
  rule: Id;
  month: MonthText;
  /** the rule's name and the certificate's words when it was given */
  title: string;
  words: string;
  /** one sentence: why */
  reason: string;
  facts: AwardFacts;
  awarded_on: DateText;
  /** the line in the kader's history */
  event: Id | null;
  certificate: FileId | null;
  note: string | null;
}
