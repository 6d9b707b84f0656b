import type { DateText, Id, Kader, KaderStatus } from './records.ts';

/** What stands between a candidate and the field. */
export type LackingStep = 'briefing' | 'contract-number' | 'contract-dates' | 'contract-ended' | 'training';

export interface TopicShown {
  code: string;
  name: string;
  required: boolean;
  /** the newest session in which the kader heard it; null: not yet */
  attended_on: DateText | null;
}

/** GET /kader-jkn/kader/:id/life */
export interface KaderLifeShown {
  id: Id;
  name: string;
  status: KaderStatus;
  /** the day in the branch's calendar */
  today: DateText;
  branch: Id;
  recruited_on: DateText | null;
  briefed_on: DateText | null;
  joined_on: DateText | null;
  contract: {
    number: string | null;
    from: DateText | null;
    to: DateText | null;
    /** whether the stamped contract is there as a file; null: not the caller's to know */
    file: boolean | null;
    /** whole days to its last day; negative: so long ago */
    days_left: number | null;
    /** the policy's days before its end when the head is told, or 30 */
    notice_days: number;
  };
  training_required: boolean;
  topics: TopicShown[];
  /** empty unless a candidate */
  lacking: LackingStep[];
  leave: { from: DateText; to: DateText | null; reason: string | null } | null;
  ended: { on: DateText | null; reason: Kader['end_reason']; note: string | null } | null;
  /** families held today or later */
  families: number;
  /** mistreatments that nobody has followed up */
  unhandled: number;
  /** whether the caller leads the branch, and alone takes steps */
  leads: boolean;
  /** whether the caller may report that the kader was mistreated */
  reports: boolean;
}

/** What becomes of the families of a partnership that ends. */
export type FamiliesOfEnded = 'share' | 'give' | 'keep_unassigned';

/** POST /kader-jkn/kader/:id/end */
export interface EndRequest {
  ended_on: DateText;
  reason: NonNullable<Kader['end_reason']>;
  note?: string | null;
  families: FamiliesOfEnded;
  /** the kader to whom they are given */
  to?: Id | null;
}

export interface KaderEnded {
  id: Id;
  ended_on: DateText;
  /** families that went to a kader, and those that nobody holds now */
  assigned: number;
  released: number;
}

/** POST /kader-jkn/kader/:id/step/:step */
export type LifeStep = 'brief' | 'contract' | 'activate' | 'leave' | 'return' | 'warn' | 'award' | 'renew' | 'undo-end';

export interface LifeStepped {
  id: Id;
  status: KaderStatus;
}

/** One kader on the attendance list of a training. */
export interface Attending {
  kader: Id;
  /** null: not on the list */
  present: boolean | null;
  certificate_on?: DateText | null;
}

/** POST /kader-jkn/trainings/:id/attendance: all of it or nothing */
export interface AttendanceRecorded {
  training: Id;
  present: number;
  absent: number;
  removed: number;
}
