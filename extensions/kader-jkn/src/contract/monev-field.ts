/**
 * What GET /kader-jkn/monev/{funnel,contacts,promises} answer: the work in the field. Families are distinct, ratios exact
 * (1 = 100%), months `YYYY-MM`; every figure covers only what the caller may see.
 */
import type { ArrearsBasis, MonevGap, MonevSpan, MonevSubject } from './monev.ts';
import type { Channel, DateText, Id, MonthText, Outcome, TimeZone } from './records.ts';

/** Whose figures, which months, and whether there are any. */
interface FieldFrame {
  subject: MonevSubject;
  /** null: nothing is recorded yet */
  span: MonevSpan | null;
  gap: MonevGap | null;
  /** in which the days of contacts are told */
  timezone: TimeZone;
}

export type FunnelStage = 'listed' | 'contacted' | 'promised' | 'paid';

export interface FunnelStep {
  stage: FunnelStage;
  families: number;
  /** ÷ families in the list; null: nobody is in it */
  share: number | null;
}

/** What was collected of the arrears, against the share of them that is due. */
export interface Recovery {
  /** rupiah */
  collected: number;
  /** collected ÷ arrears */
  rate: number;
  arrears: ArrearsBasis;
  /** rupiah that are due of them; null: no target */
  target: number | null;
  /** collected ÷ target */
  attainment: number | null;
}

export interface OutcomeCount {
  outcome: Outcome;
  contacts: number;
}

export interface FunnelAnswer extends FieldFrame {
  /** the day on which families are counted as in the list: active or muted, with arrears */
  listed_on: DateText | null;
  /** the list as of now; else of the end of the span */
  listed_now: boolean;
  /** each counted by itself: a family can pay without a contact, and leave the list by paying */
  steps: FunnelStep[];
  /** contacts of the span, with a family or a group */
  contacts: number;
  /** most frequent first; contacts without one are left out */
  outcomes: OutcomeCount[];
  /** null: not known of these families, of several branches, or not for the caller */
  recovery: Recovery | null;
}

export type FieldGrouping = 'month' | 'branch' | 'kader';

/** Families that kader contacted. */
export interface DailyContacts {
  /** distinct families a day, summed over the days */
  families: number;
  /** days of every kader in partnership; of a running month those so far */
  kader_days: number;
  /** families a kader and day; null: nobody was in partnership */
  daily: number | null;
  /** the same as it is due; null: nothing is */
  due: number | null;
}

interface FieldRow {
  kind: FieldGrouping;
  /** a month has its text in `month` */
  id: Id | null;
  name: string | null;
  month: MonthText | null;
  /** the month is not closed */
  running: boolean;
}

export interface ContactsRow extends FieldRow, DailyContacts {
  /** the kader was on leave for some of the span */
  on_leave: boolean;
}

export interface ContactsAnswer extends FieldFrame {
  grouping: FieldGrouping;
  /** names only kader who reach what is due */
  shared: boolean;
  total: DailyContacts;
  /** where what is due comes from; null: nothing is due */
  due_from: 'target' | 'policy' | null;
  rows: ContactsRow[];
  /** kader that `rows` leaves out */
  others: number;
  /** a family counts once a day in each channel */
  channels: { channel: Exclude<Channel, 'group_education'>; families: number }[];
  /** contacts with a group */
  education: number;
  /** families a day contacted by officers; null: not for the caller, or not of these kader */
  officers: number | null;
}

/** Promises whose day lies in the months. */
export interface PromiseFigures {
  kept: number;
  broken: number;
  /** waiting for their day, or for it to be judged */
  open: number;
  /** kept ÷ judged; null: none is judged yet */
  rate: number | null;
}

/** Of a kader: null id is what was promised to officers. */
export type PromisesRow = FieldRow & PromiseFigures;

export interface PromisesAnswer extends FieldFrame {
  grouping: FieldGrouping;
  total: PromiseFigures;
  rows: PromisesRow[];
}
