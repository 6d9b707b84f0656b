import type { DateText, Id, Tracked } from './records.ts';

/** Visits or work from home in a branch or a part of it, from a day on. */
export interface WorkModeRecord extends Tracked {
  branch: Id;
  /** any level; null: the whole branch */
  area: Id | null;
  mode: 'visit' | 'home';
  from_date: DateText;
  /** last day, inclusive; null: until further notice */
  to_date: DateText | null;
  /** what the kader are told of it */
  reason: string | null;
  note: string | null;
}
