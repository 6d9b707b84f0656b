/**
 * The figures of a "Laporan Monev". Money is whole rupiah, attainment is a ratio (1 = 100%), kader and areas are told by
 * number, so that a new name changes no figure: names stand apart.
 */
import type { MonevGrouping } from './monev.ts';
import type { Id, MonthText, StreakState, TargetMeasure } from './records.ts';

/** A measure of the month against what was due of it. */
export interface ReportMeasure {
  measure: TargetMeasure;
  unit: 'rupiah' | 'count';
  /** null: nothing of it is recorded in the month */
  realised: number | null;
  target: number | null;
  attainment: number | null;
}

/** The totals that the close of a month fixed. */
export interface ReportMonth {
  month: MonthText;
  collected: number;
  commission: number;
  collections: number;
  families: number;
  kader: number;
  zero: number;
  warnings: number;
  reviews: number;
}

export interface ReportTrendMonth {
  month: MonthText;
  /** null: no books of that month */
  collected: number | null;
  target: number | null;
  /** collected in the same month of the year before */
  year_before: number | null;
}

export interface ReportPlace {
  /** null: what belongs to none of the others */
  area: Id | null;
  kader: number;
  realised: number;
  target: number | null;
  attainment: number | null;
}

/** A kader in the month, from the statement that the close made. */
export interface ReportKader {
  kader: Id;
  area: Id | null;
  /** by attainment; null without a target */
  place: number | null;
  collected: number;
  target: number | null;
  attainment: number | null;
  payments: number;
  families_paid: number;
  families_held: number;
  /** imbal jasa before and after deductions */
  gross: number;
  net: number;
  state: StreakState;
  zero_streak: number;
  /** contacts, and of them distinct families a day */
  contacts: number;
  family_days: number;
  education: number;
}

/** Consecutive months of nothing, as the closes saw them; newest month last. */
export interface ReportStreak {
  kader: Id;
  states: (StreakState | null)[];
  streak: number;
  warned: boolean;
  reviewed: boolean;
}

/** What was done in the field in the month. */
export interface ReportContacts {
  /** of everybody, with a family or a group */
  contacts: number;
  /** families contacted by kader, distinct a day and summed over the days */
  family_days: number;
  /** the same a kader and day, and what is due of it; null: nobody was in partnership, nothing is due */
  daily: number | null;
  daily_due: number | null;
  /** of kader: a family counts once a day in each channel */
  visit: number;
  whatsapp: number;
  phone: number;
  education: number;
  /** families a day contacted by officers */
  officers: number;
  outcomes: { outcome: string; contacts: number }[];
  /** promises whose day lies in the month; rate: kept ÷ judged */
  promises: { kept: number; broken: number; open: number; rate: number | null };
}

/** Distinct families of the month by how far they came; each step is counted by itself. */
export interface ReportReach {
  /** in the list with arrears at the end of the month */
  listed: number;
  contacted: number;
  visited: number;
  promised: number;
  paid: number;
}

/** Kader in partnership: before, who came and went in the month and why, and at its end. */
export interface ReportWorkforce {
  before: number;
  joined: number;
  left: number;
  now: number;
  target: number | null;
  /** null: nobody wrote it down */
  reasons: { reason: string | null; kader: number }[];
}

/** The year so far: from January, or from the first month of the books. */
export interface ReportYear {
  from: MonthText;
  realised: number;
  target: number | null;
  attainment: number | null;
  average: { attainment: number; kader: number } | null;
  above: number | null;
}

/** Arrears at the end of the month by months owed, both included, and at the end of the month before; null: not known. */
export interface ReportAgeing {
  bands: { from: number; to: number | null; families: number; amount: number; before: ReportArrears | null }[];
  total: ReportArrears & { before: ReportArrears | null };
}

export interface ReportArrears {
  families: number;
  amount: number;
}

export interface ReportFigures {
  /** of the shape of these figures */
  form: 1;
  branch: Id;
  month: MonthText;
  measures: ReportMeasure[];
  /** mean of each kader's own attainment; null: nobody has a target */
  average: { attainment: number; kader: number } | null;
  /** kader strictly above 100% */
  above: number | null;
  now: ReportMonth;
  before: ReportMonth | null;
  year_before: ReportMonth | null;
  year: ReportYear;
  trend: ReportTrendMonth[];
  grouping: MonevGrouping;
  places: ReportPlace[];
  kader: ReportKader[];
  streak_months: MonthText[];
  streaks: ReportStreak[];
  contacts: ReportContacts;
  reach: ReportReach;
  workforce: ReportWorkforce;
  /** null: no family is in arrears by the lists */
  ageing: ReportAgeing | null;
}

/** What things were called when the report's figures were first made. */
export interface ReportNames {
  kader: Readonly<Record<string, { name: string; code: string }>>;
  areas: Readonly<Record<string, string>>;
}
