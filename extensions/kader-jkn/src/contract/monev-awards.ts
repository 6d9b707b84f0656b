/** What GET /kader-jkn/monev/awards answers: who is nominated in a month, and what was confirmed. */
import type { AwardFacts } from './award-records.ts';
import type { Named } from './monev.ts';
import type { DateText, Id, MonthText } from './records.ts';

export interface AwardNomination {
  rule: Named;
  kader: Named & { code: string };
  facts: AwardFacts;
  /** collected ÷ target over the rule's months; null without a target */
  attainment: number | null;
  /** why, in one sentence of each language */
  reason: string;
  reason_en: string;
  /** the award that a head has confirmed for this month; null: not yet */
  award: { id: Id; awarded_on: DateText } | null;
}

export interface AwardNominations {
  branch: Named;
  month: MonthText;
  /** the books of the month are closed: awards can be confirmed */
  closed: boolean;
  /** rules in force there; 0: nobody can be nominated */
  rules: number;
  /** by rule, then by attainment, partnership and education contacts */
  nominations: AwardNomination[];
}
