/** "Laporan Monev": what was kept of each report. */
import type { ReportFigures, ReportNames } from './monev-report.ts';
import type { FileId, Id, Moment, MonthText, Tracked, UserId } from './records.ts';

/** One report of a branch's closed month. Append-only, but for the note. */
export interface MonevReport extends Tracked {
  branch: Id;
  month: MonthText;
  period: Id;
  made_at: Moment;
  /** null: a flow without a person, or an account that is gone since */
  made_by: UserId | null;
  /** of the bundle */
  version: string;
  /** the close that its figures are of: reports of one close share their figures */
  closed_at: Moment;
  figures: ReportFigures;
  names: ReportNames;
  /** SHA-256 of the figures, hex */
  figures_hash: string;
  pdf: FileId | null;
  xlsx: FileId | null;
  note: string | null;
}
