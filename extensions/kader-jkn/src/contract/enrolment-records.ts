/** A prospective self-paying participant (PBPU), until registered or not. */
import type { DateText, DuesClass, Id, MonthText, Tracked, UserId } from './records.ts';

export type EnrolmentStatus = 'prospect' | 'contacted' | 'registered' | 'declined';

export interface Enrolment extends Tracked {
  branch: Id;
  /** who brings the prospect, and is credited; null: nobody yet */
  kader: Id | null;
  name: string;
  /** 16 digits */
  nik: string | null;
  phone: string | null;
  address: string | null;
  /** desa (level village) */
  area: Id | null;
  members: number;
  class: DuesClass | null;
  status: EnrolmentStatus;
  assigned_on: DateText | null;
  contacted_on: DateText | null;
  /** when registered */
  registered_on: DateText | null;
  kk_number: string | null;
  va_number: string | null;
  /** month of the books that counts it, and who registered it (by trigger) */
  month: MonthText | null;
  registered_by: UserId | null;
  note: string | null;
}
