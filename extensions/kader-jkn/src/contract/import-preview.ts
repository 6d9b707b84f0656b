/** What a list looks like before it is taken in: POST /kader-jkn/imports/preview. */

import type { FamilyRow } from '../core/family-row.ts';
import type { ColumnDefaults, ColumnMapping } from '../core/list-columns.ts';
import type { FamilyRowField, RowIssue, RowReason } from '../core/row-issue.ts';
import type { SourceOptions } from './import-records.ts';
import type { ListFormat, ListSeparator } from './list-file.ts';
import type { DateText, FileId, Id } from './records.ts';

/** What is left out is taken from the source, and without one found by looking at the file. */
export interface PreviewAsked {
  file: FileId;
  branch: Id;
  as_of: DateText;
  source?: Id | null;
  options?: SourceOptions | null;
  mapping?: ColumnMapping | null;
  defaults?: ColumnDefaults | null;
}

/** A column of the file. */
export interface PreviewColumn {
  heading: string;
  /** null: not taken in */
  field: FamilyRowField | null;
  /** what the heading suggests */
  guess: FamilyRowField | null;
  /** its first values that are not empty */
  samples: string[];
}

/** A row as it would go in. */
export interface PreviewRow {
  /** as spreadsheets number rows */
  number: number;
  /** null: the row is refused */
  family: Omit<FamilyRow, 'area' | 'kader'> | null;
  /** of its desa; null: none told, or none found */
  area_name: string | null;
  issues: readonly RowIssue[];
}

/** Rows with the same fault in the same field. */
export interface PreviewFault {
  field: FamilyRowField;
  reason: RowReason;
  severity: RowIssue['severity'];
  rows: number;
  /** the first of them */
  examples: { number: number; value: string; suggestion: string | null }[];
}

export interface ImportPreview {
  format: ListFormat;
  /** of a CSV file */
  separator: ListSeparator | null;
  /** of a workbook */
  sheets: readonly string[];
  heading_row: number;
  columns: PreviewColumn[];
  /** whether the columns were mapped before, for this source */
  remembered: boolean;
  /** fields without which nothing can be taken in */
  lacking: FamilyRowField[];
  /** of the rows that were looked at; all zero where fields are lacking */
  checked: { rows: number; good: number; warned: number; refused: number; all: boolean };
  /** the first rows */
  rows: PreviewRow[];
  /** most frequent first, refusals before warnings */
  faults: PreviewFault[];
}
