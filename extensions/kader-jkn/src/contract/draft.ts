/** What GET /kader-jkn/statements/draft answers: the statements of a month that is still open, as they stand now. */
import type { Commission, Id, MonthText } from './records.ts';

/** A kader's running month, reckoned from the books by the code that closes them; nothing of it is kept. */
export interface DraftStatement
  extends Pick<
    Commission,
    | 'collections_count'
    | 'families_count'
    | 'collected'
    | 'base'
    | 'commission'
    | 'bonus'
    | 'adjustment'
    | 'corrections'
    | 'gross'
    | 'withholding'
    | 'carried_in'
    | 'carried_out'
    | 'net'
    | 'target'
    | 'attainment_bp'
    | 'lines'
  > {
  kader: { id: Id; name: string; code: string };
  /** payments of the month that are paid only once somebody verified them */
  waiting: { count: number; commission: number };
}

export interface DraftAnswer {
  branch: { id: Id; name: string };
  /** null: no month is open */
  month: MonthText | null;
  /** all months that are open and have begun, in order */
  months: MonthText[];
  /** the month is over: only its close is missing */
  ended: boolean;
  /** the largest net first */
  statements: DraftStatement[];
}
