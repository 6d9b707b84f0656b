/** The life of a kader: what a candidate still lacks, how long a contract runs, and the last day of a partnership. */
import { type DateText, daysAfter } from './period.ts';
import { accept, type Result, refuse } from './result.ts';

/** What stands between a candidate and the field, in the order in which it is seen to. */
export type Lacking = 'briefing' | 'contract-number' | 'contract-dates' | 'contract-ended' | 'training';

/** What is known of a candidate. */
export interface Candidate {
  /** the day of the briefing; null: none yet */
  briefedOn: DateText | null;
  contractNumber: string | null;
  contractFrom: DateText | null;
  contractTo: DateText | null;
  /** whether the policy in force asks for the required topics first */
  trainingRequired: boolean;
  /** required topics not attended yet */
  topicsMissing: number;
}

/**
 * What a candidate lacks on a day. The trigger of PostgreSQL refuses by the same rule, whoever writes
 * (schema/sql/kader-life.ts).
 */
export function lackingOf(candidate: Candidate, today: DateText): Lacking[] {
  const { briefedOn, contractNumber, contractFrom, contractTo, trainingRequired, topicsMissing } = candidate;
  const dated = contractFrom !== null && contractTo !== null;
  const lacking: [Lacking, boolean][] = [
    ['briefing', briefedOn === null],
    ['contract-number', (contractNumber ?? '').trim() === ''],
    ['contract-dates', !dated],
    ['contract-ended', dated && contractTo < today],
    ['training', trainingRequired && topicsMissing > 0],
  ];
  return lacking.filter(([, isLacking]) => isLacking).map(([what]) => what);
}

/** Whole days from a day to the last day of a contract, 0 on that day itself; negative: so long ago. Null without a contract. */
export function contractDaysLeft(contractTo: DateText | null, today: DateText): number | null {
  if (contractTo === null) return null;
  return Math.round((Date.parse(`${contractTo}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000);
}

/** What bounds the last day of a partnership. */
export interface Partnership {
  joinedOn: DateText | null;
  /** the newest day on which a payment was credited to the kader */
  creditedOn: DateText | null;
}

/**
 * The day after the last of a partnership, from which its families are somebody else's. Refused as end-day or
 * end-before-credit.
 */
export function familiesFreeFrom(
  { joinedOn, creditedOn }: Partnership,
  endedOn: DateText,
  today: DateText,
): Result<DateText> {
  if (endedOn > today || (joinedOn !== null && endedOn < joinedOn)) return refuse('end-day');
  if (creditedOn !== null && creditedOn > endedOn) return refuse('end-before-credit', { date: creditedOn });
  return accept(daysAfter(endedOn, 1));
}
