import type { ClientBase } from 'pg';
import type { Id } from '../../contract/records.ts';
import type { RowIssue } from '../../core/row-issue.ts';
import { copyRows, copyText } from './copy-rows.ts';
import type { ListRow } from './list-rows.ts';

/** Rows to look at are all counted; listed are so many, for nobody reads more. */
const warnedRowsListed = 1000;

const columns = [
  ...['batch', 'row_number', 'field', 'value', 'reason', 'suggestion', 'severity', 'row_text', 'date_created'],
];

/** What was refused or is to be looked at in a list, written beside its transaction: it stays when the list does not go in. */
export class IssueLog {
  #lines: string[] = [];
  #warnedRows = 0;
  readonly #batch: Id;
  readonly #headings: readonly string[];
  readonly #now: string;

  constructor(batch: Id, headings: readonly string[], now: Date) {
    this.#batch = batch;
    this.#headings = headings;
    this.#now = now.toISOString();
  }

  add(row: ListRow, issues: readonly RowIssue[]): void {
    const isRefused = issues.some(({ severity }) => severity === 'refused');
    if (!isRefused && ++this.#warnedRows > warnedRowsListed) return;
    for (const [index, { field, value, reason, suggestion, severity }] of issues.entries()) {
      const text = index === 0 ? JSON.stringify(this.#rowText(row)) : null;
      const cells = [this.#batch, row.number, field, value, reason, suggestion ?? null, severity, text, this.#now];
      this.#lines.push(`${cells.map(copyText).join('\t')}\n`);
    }
  }

  /** Writes what was added since. */
  async flush(client: ClientBase): Promise<void> {
    const lines = this.#lines;
    this.#lines = [];
    await copyRows(client, 'import_issue', columns, lines);
  }

  #rowText({ cells }: ListRow): Record<string, string> {
    return Object.fromEntries(this.#headings.map((heading, column) => [heading, cells[column] ?? '']));
  }
}
