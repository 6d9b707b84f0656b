/** What the endpoints of imports answer: /kader-jkn/imports/… and /kader-jkn/families/import. */
import type { RowIssue } from '../core/row-issue.ts';
import type { ImportBatch, ImportStatus } from './import-records.ts';
import type { Id, Moment } from './records.ts';

/** The figures of a list, on its record and in every answer. */
export const importCounts = [
  'rows_read',
  'rows_bad',
  'rows_warned',
  'rows_new',
  'rows_updated',
  'rows_unchanged',
  'rows_older',
  'rows_off_list',
  'rows_assigned',
] as const satisfies readonly (keyof ImportBatch)[];

export type ImportCounts = Record<(typeof importCounts)[number], number>;

/** How a list goes: GET /kader-jkn/imports/:id/progress, and what start and undo answer. */
export interface ImportProgress extends ImportCounts {
  id: Id;
  status: ImportStatus;
  /** an estimate while it runs; null: not known yet */
  rows_total: number | null;
  started_at: Moment | null;
  finished_at: Moment | null;
  /** why it failed, in the caller's language */
  message: string | null;
  /** whether it may be undone, as far as its own state tells */
  undoable: boolean;
}

/** What a machine is answered: the outcome, and the first of what was refused or is to be looked at. */
export interface MachineImport extends ImportProgress {
  issues: (RowIssue & { row: number })[];
}

/** Days for which the rows and changes of an import are kept. */
export const importKeptDays = 90;
