import type { ReportFigures, ReportNames } from '../../contract/monev-report.ts';
import type { DateText, Moment, TimeZone } from '../../contract/records.ts';
import type { MonevDecision } from '../../contract/session-records.ts';

/** Something done to the month, by whom where a person did it. */
export interface DoneStep {
  at: Moment;
  name: string | null;
}

/** The meeting of the month: no figure of it, but what came of the figures, as it stood when the report was made. */
export interface ReportMeeting {
  /** null: none was held yet */
  held: { held_on: DateText; place: string | null; present: number; excused: number; absent: number } | null;
  /** kader null: for all; owner null: the account is gone */
  decisions: {
    text: string;
    kader: string | null;
    owner: string | null;
    due_on: DateText;
    status: MonevDecision['status'];
  }[];
  awards: { title: string; kader: string }[];
}

/** A "Laporan Monev" as its documents tell it. */
export interface MonevReportDocument {
  figures: ReportFigures;
  names: ReportNames;
  meeting: ReportMeeting;
  branch: {
    code: string;
    name: string;
    city: string | null;
    address: string | null;
    phone: string | null;
    head_name: string | null;
    head_title: string | null;
    timezone: TimeZone;
  };
  closed: DoneStep;
  made: DoneStep;
  /** of the bundle */
  version: string;
  /** SHA-256 of the figures, hex */
  figures_hash: string;
}
