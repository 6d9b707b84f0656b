/** New participants (PBPU) whom a kader brought: counted in the month of the books that registered them. */
import type { Period } from './period.ts';

/** Registrations of one kader in the books of a month. */
export interface Enrolments {
  /** how many registrations */
  families: number;
  /** participants of all of them: what a sum a new participant counts */
  participants: number;
  /** the months in which they registered, in order */
  months: Period[];
  /** how many registered in a month that was closed by then */
  late: number;
}

export const noEnrolments: Enrolments = { families: 0, participants: 0, months: [], late: 0 };
