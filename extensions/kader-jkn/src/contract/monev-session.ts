/** What GET /kader-jkn/monev/sessions/:id/* answers: the agenda of a monev meeting, for the room and for the office. */
import type { CoachingPoint, Excuse } from '../core/coaching.ts';
import type { Attained, Named } from './monev.ts';
import type { DateText, Id, Moment, MonthText, PartnershipReview, UserId } from './records.ts';
import type { MonevAttendance, MonevDecision, SessionStatus } from './session-records.ts';

export interface Officer {
  id: UserId;
  name: string;
}

export interface SessionHead {
  id: Id;
  branch: Named;
  month: MonthText;
  /** today in the branch */
  today: DateText;
  held_on: DateText;
  place: string | null;
  status: SessionStatus;
  led_by: Officer | null;
  /** the books of the month are closed: the figures stay */
  closed: boolean;
  /** the caller may write attendance, decisions and minutes; the last only while the session is not done */
  writes: boolean;
  /** the caller holds and ends the session, and decides on partnerships */
  leads: boolean;
}

export interface DecisionShown {
  id: Id;
  session: Id;
  /** of its session */
  month: MonthText;
  /** null: for all */
  kader: Named | null;
  text: string;
  owner: Officer | null;
  due_on: DateText;
  status: MonevDecision['status'];
  done_on: DateText | null;
  done_note: string | null;
  /** open after its day */
  overdue: boolean;
}

export interface Praised {
  kader: Named;
  /** ratio above 1 */
  attainment: number;
}

export interface Nominated {
  kader: Named;
  rule: Named;
  /** null for a kader who is not above 100%: the name of the rule praises, a figure would not */
  reason: string | null;
  reason_en: string | null;
  /** the award, once a head has confirmed it */
  award: Id | null;
}

/** What may stand on a shared screen: sums, and names only of those above 100% (praise in public). */
export interface RoomAgenda {
  session: SessionHead;
  figures: {
    collection: Attained;
    /** the month before */
    before: Attained;
    /** of the ratios of kader with a target; null: none has one */
    average: number | null;
    /** kader with a target, and those strictly above it */
    ranked: number;
    above: number;
    visited: Attained;
    /** distinct families a day and kader */
    daily: Attained;
  };
  praise: Praised[];
  nominations: Nominated[];
  attendance: Record<MonevAttendance['status'] | 'unmarked', number>;
  /** of earlier sessions and for all: open ones, and those settled since the session before */
  earlier: DecisionShown[];
  /** of this session, for all */
  decisions: DecisionShown[];
  /** decisions about one kader, which are not for the room */
  about_one: number;
  /** who can own a decision */
  officers: Officer[];
}

export interface CoachRow {
  kader: Named;
  district: Named | null;
  realised: number;
  target: number;
  attainment: number;
  /** of the month before; null: no target then */
  before: number | null;
  statement: Id | null;
  families_held: number;
  /** why the month does not count for them; null: it does */
  excuse: Excuse | null;
  /** consecutive months of nothing */
  streak: number;
  warned: boolean;
  contacts: number;
  contact_days: number;
  promises: { due: number; kept: number; broken: number };
  /** what to talk about, most telling first */
  points: CoachingPoint[];
}

export interface ReviewShown {
  id: Id;
  kader: Named & { code: string };
  status: PartnershipReview['status'];
  reason: PartnershipReview['reason'];
  streak_from: MonthText | null;
  streak_to: MonthText | null;
  streak_months: number | null;
  evidence: string;
  opened_on: DateText;
  due_on: DateText | null;
  answer: string | null;
  answered_at: Moment | null;
  /** the kader was heard, or the time for it has passed */
  may_decide: boolean;
  decision: PartnershipReview['decision'];
  decision_note: string | null;
  follow_up_on: DateText | null;
  has_letter: boolean;
}

export interface OpenDispute {
  id: Id;
  kader: Named;
  month: MonthText;
  line_label: string;
  line_label_en: string | null;
  line_amount: number;
  question: string;
  asked_on: DateText;
}

/** What is talked about in private: never on a shared screen. */
export interface PrivateAgenda {
  session: SessionHead;
  /** below 100%, lowest first; those whose month does not count come last */
  coach: CoachRow[];
  /** kader exactly at 100%, and those without a target */
  exact: number;
  without_target: number;
  /** of all kader of the branch in the month; 0: the records give no reasons */
  contacts: number;
  reviews: ReviewShown[];
  disputes: OpenDispute[];
  earlier: DecisionShown[];
  decisions: DecisionShown[];
  officers: Officer[];
}

export interface SessionKader {
  kader: Named & { code: string };
  district: Named | null;
  /** null: not marked yet */
  status: MonevAttendance['status'] | null;
}

/** POST /kader-jkn/monev/sessions/:id/attendance: all of it or nothing; null takes a kader off the list */
export interface AttendanceMarks {
  attending: { kader: Id; status: MonevAttendance['status'] | null }[];
}
