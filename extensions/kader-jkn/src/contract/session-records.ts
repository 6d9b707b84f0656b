/** The monev meeting of a month: who came, and what was decided. */
import type { DateText, Id, MonthText, Tracked, UserId } from './records.ts';

export type SessionStatus = 'planned' | 'held' | 'done';

export interface MonevSession extends Tracked {
  branch: Id;
  /** one session a branch and month */
  month: MonthText;
  held_on: DateText;
  place: string | null;
  /** done: attendance and decisions are fixed, but for what became of them */
  status: SessionStatus;
  led_by: UserId | null;
  notes: string | null;
}

export interface MonevAttendance extends Tracked {
  session: Id;
  kader: Id;
  status: 'present' | 'excused' | 'absent';
  note: string | null;
}

export interface MonevDecision extends Tracked {
  session: Id;
  /** null: for all */
  kader: Id | null;
  text: string;
  /** an officer of the branch; null: the account is gone */
  owner: UserId | null;
  due_on: DateText;
  status: 'open' | 'done' | 'dropped';
  /** by trigger: the day on which it was no longer open */
  done_on: DateText | null;
  /** what came of it; of one that was dropped, why */
  done_note: string | null;
}
