/** Dues (iuran) of a person and a family in a month, from dated records (design 5.2). */
import { newestBy } from './lookup.ts';
import { type Rupiah, rupiah } from './money.ts';
import { firstDay, type Period } from './period.ts';
import { accept, type Result, refuse } from './result.ts';

export type DuesClass = 1 | 2 | 3;

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

/** What a family pays for a month: every member's dues. Refused as `no-dues` without a rate. */
export function familyDues(
  rates: readonly DuesRateRow[],
  duesClass: DuesClass,
  members: number,
  month: Period,
): Result<Rupiah> {
  const person = personDues(rates, duesClass, month);
  return person.ok ? accept(rupiah(person.value * members)) : person;
}
