/** What `GET /kader-jkn/day-list` answers with: whom a kader reaches on a day, and why. */
import type { Words } from '../core/calendar-words.ts';
import type { LeftOut, ProposedChannel } from '../core/day-plan.ts';
import type { WorkModeAnswer } from '../core/work-mode.ts';
import type { DateText, Id, TimeZone } from './records.ts';

/** One family of the list. What the caller may not read of it is null. */
export interface DayListFamily {
  id: Id;
  head_name: string;
  /** desa or kelurahan */
  area: string | null;
  address: string | null;
  phone: string | null;
  kk_masked: string | null;
  owed_months: number;
  /** rupiah, an estimate from the list's date on */
  owed_amount: number;
  /** the weightiest first */
  reasons: Words[];
  /** null: work is from home there and the family has no phone */
  channel: ProposedChannel | null;
  /** somebody contacted it on the day already */
  contacted: boolean;
}

/** How the kader works on the day in the desa named. */
export interface DayListMode extends WorkModeAnswer {
  areas: string[];
}

/** GET /kader-jkn/day-list?kader=&date=&count= */
export interface DayList {
  kader: { id: Id; code: string; name: string };
  branch: { id: Id; name: string; timezone: TimeZone };
  date: DateText;
  /** how many families the policy asks for a day; null: it asks for no number */
  contacts_per_day: number | null;
  /** local hours in which the policy lets contact families; null: no rule */
  contact_hours: { from: number | null; to: number | null };
  families: DayListFamily[];
  left_out: LeftOut[];
  /** how many families the kader held on the day */
  held: number;
  modes: DayListMode[];
  /** how the list is ordered, in words */
  order: Words;
}

/** Widths of paper the list is printed on: A4, or a roll of 80 or 58 mm. */
export const dayListPapers = ['a4', '80', '58'] as const;
export type DayListPaper = (typeof dayListPapers)[number];
