import type { DateText, DuesClass, Id } from './records.ts';

/** A family's data held against itself, for its form. */
export interface FamilyDataCheck {
  listed_as_of: DateText;
  listed_months: number;
  /** months as told where they are more than are billed */
  reported_months: number | null;
  members: number;
  class: DuesClass;
  /** participants of class I, II and III where they differ */
  mixed: readonly [number, number, number] | null;
  /** rupiah */
  listed_amount: number;
  /** rupiah: months × members × dues of each month; null: a month has no dues on record */
  expected_amount: number | null;
  /** the kecamatan in which its KK was issued where it is another than the family's; else null */
  kk_issued_in: string | null;
  merged_into: Id | null;
  /** families that were merged into this one */
  merged: MergedFamily[];
}

export interface MergedFamily {
  id: Id;
  head_name: string;
}
