/** Lists of families: where they come from, each one taken in, what was wrong in it, and what it changed. */
import type { ColumnDefaults, ColumnMapping } from '../core/list-columns.ts';
import type { ListFileOptions } from './list-file.ts';
import type { DateText, FileId, Id, Moment, Tracked, UserId } from './records.ts';

/** How files of a source are written. */
export interface SourceOptions extends ListFileOptions {
  /** null: told from each amount, and refused where two readings differ */
  decimal?: ',' | '.' | null;
  /** the row with the headings, as spreadsheets number rows; null: the first that is not empty */
  header_row?: number | null;
}

/** Where lists come from: its columns are mapped once and remembered. */
export interface ImportSource extends Tracked {
  name: string;
  /** null: of all branches */
  branch: Id | null;
  kind: 'families';
  options: SourceOptions | null;
  mapping: ColumnMapping | null;
  /** what a field is where its column is missing or its cell empty */
  defaults: ColumnDefaults | null;
  note: string | null;
}

export type ImportStatus = 'new' | 'mapped' | 'running' | 'done' | 'failed' | 'undone';

/** One list taken in. All from `status` on is written by the server alone. */
export interface ImportBatch extends Tracked {
  branch: Id;
  /** null: headings are named as our fields */
  source: Id | null;
  /** null: a machine sent it */
  file: FileId | null;
  /** the day that the list speaks of */
  as_of: DateText;
  mode: 'good_rows' | 'all_or_none';
  /** families that it does not name are off the list */
  full_list: boolean;
  /** of which families the whole list is told: of the branch, or of the desa that it names */
  list_scope: 'branch' | 'areas';
  /** families without a kader are given to the kader of their desa */
  assign: boolean;
  note: string | null;
  status: ImportStatus;
  /** null: not counted yet */
  rows_total: number | null;
  rows_read: number;
  /** refused; those of `all_or_none` keep everything out */
  rows_bad: number;
  /** taken in, with something to look at */
  rows_warned: number;
  rows_new: number;
  rows_updated: number;
  rows_unchanged: number;
  /** of families of whom a newer list was taken in */
  rows_older: number;
  /** families that the list no longer names */
  rows_off_list: number;
  /** families given to a kader */
  rows_assigned: number;
  started_at: Moment | null;
  finished_at: Moment | null;
  started_by: UserId | null;
  undone_at: Moment | null;
  undone_by: UserId | null;
  /** SHA-256 of the file, hexadecimal */
  file_hash: string | null;
  /** why it failed, in Indonesian and English */
  message: string | null;
  message_en: string | null;
}

/** What was wrong, or worth a look, in one field of one row. */
export interface ImportIssue extends Tracked {
  batch: Id;
  /** as spreadsheets number rows */
  row_number: number;
  field: string;
  value: string;
  /** RowReason */
  reason: string;
  suggestion: string | null;
  severity: 'refused' | 'warned';
  /** the row by heading, with its first issue only */
  row_text: Readonly<Record<string, string>> | null;
}

/** What a list changed of a family that was there before it: enough to undo it. Administrators only. */
export interface ImportChange extends Tracked {
  batch: Id;
  binaan: Id;
  kind: 'changed' | 'off_list';
  /** the changed columns as they were, and as the list made them */
  before: Readonly<Record<string, string | number | null>>;
  after: Readonly<Record<string, string | number | null>>;
}
