/** Dues (iuran) of a person and a family in a month, from dated records (design 5.2). */
import { newestBy } from './lookup.ts';
import { type Rupiah, rupiah } from './money.ts';
import { firstDay, type Period } from './period.ts';
import { accept, type Result, refuse } from './result.ts';

export type DuesClass = 1 | 2 | 3;

/** Participants of class I, II and III. */
export type MembersByClass = readonly [number, number, number];

/** The participants of a family. */
export interface Household {
  members: number;
  /** of all of them, unless `mixed` */
  class: DuesClass;
  /** where their classes differ: how many are of each, together `members`; else null or left out */
  mixed?: MembersByClass | null;
}

/** Participants of one class and what each of them pays for a month, in rupiah. */
export interface ClassShare {
  class: DuesClass;
  members: number;
  each: Rupiah;
}

export const duesClasses = [1, 2, 3] as const satisfies readonly DuesClass[];

/** A record of `dues_rate`. */
export interface DuesRateRow {
  class: DuesClass;
  effective_from: string;
  /** rupiah a person a month */
  dues: number;
  /** what the participant pays of it */
  participant_pays: number;
}

/**
 * What one participant of a class pays for a month, by the rate in force on its first day; refused as `no-dues` without
 * one.
 */
export function personDues(rates: readonly DuesRateRow[], duesClass: DuesClass, month: Period): Result<Rupiah> {
  const date = firstDay(month);
  const ofClass = rates.filter((rate) => rate.class === duesClass);
  const rate = newestBy(ofClass, date);
  return rate === null ? refuse('no-dues', { class: duesClass, date }) : accept(rupiah(rate.participant_pays));
}

/** What a family pays for a month: every member's dues. Refused as `no-dues` without a rate of a member's class. */
export function familyDues(rates: readonly DuesRateRow[], household: Household, month: Period): Result<Rupiah> {
  if (household.mixed) return mixedDues(rates, household, month);
  const person = personDues(rates, household.class, month);
  return person.ok ? accept(rupiah(person.value * household.members)) : person;
}

function mixedDues(rates: readonly DuesRateRow[], household: Household, month: Period): Result<Rupiah> {
  const shares = classShares(rates, household, month);
  if (!shares.ok) return shares;
  return accept(rupiah(shares.value.reduce((sum, { members, each }) => sum + members * each, 0)));
}

/** The one bill of a family, split over its members class by class (design 5.5). Refused as `familyDues` is. */
export function classShares(rates: readonly DuesRateRow[], household: Household, month: Period): Result<ClassShare[]> {
  const shares: ClassShare[] = [];
  for (const { class: duesClass, members } of membersByClass(household)) {
    const person = personDues(rates, duesClass, month);
    if (!person.ok) return person;
    shares.push({ class: duesClass, members, each: person.value });
  }
  return accept(shares);
}

/** How many participants of each class a family has; classes without any are left out. */
export function membersByClass({ members, class: duesClass, mixed }: Household): Omit<ClassShare, 'each'>[] {
  if (!mixed) return [{ class: duesClass, members }];
  return duesClasses
    .map((one, index) => ({ class: one, members: mixed[index] ?? 0 }))
    .filter((share) => share.members > 0);
}

/** The columns of a family that say how many participants are of each class; all null unless they differ. */
export interface MixedColumns {
  members_1: number | null;
  members_2: number | null;
  members_3: number | null;
}

/** The participants by class of a family as it is stored; null where all are of one class. */
export function mixedOf({ members_1, members_2, members_3 }: MixedColumns): MembersByClass | null {
  if (members_1 === null && members_2 === null && members_3 === null) return null;
  return [members_1 ?? 0, members_2 ?? 0, members_3 ?? 0];
}
