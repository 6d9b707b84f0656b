import type { DateText, MonthText } from '../../contract/records.ts';

/** An award as its certificate tells it. */
export interface AwardCertificate {
  /** of the record */
  id: number;
  title: string;
  words: string;
  /** the figures it rests on, in one sentence */
  reason: string;
  month: MonthText;
  awarded_on: DateText;
  kader: { code: string; name: string; district: string | null };
  branch: {
    code: string;
    name: string;
    city: string | null;
    head_name: string | null;
    head_title: string | null;
  };
}
