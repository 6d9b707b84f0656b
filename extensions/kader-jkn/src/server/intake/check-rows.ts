import type { Knex } from 'knex';
import type { ImportPreview, PreviewFault, PreviewRow } from '../../contract/import-preview.ts';
import type { SheetRow } from '../../contract/list-file.ts';
import type { Id } from '../../contract/records.ts';
import { type FamilyRowReading, type FamilyRowText, readFamilyRow } from '../../core/family-row.ts';
import { type ColumnDefaults, type ListColumns, rowTextOf } from '../../core/list-columns.ts';
import { type RowIssue, refuseRow } from '../../core/row-issue.ts';
import type { RowContext } from '../families/read-row-context.ts';

/** Rows that are looked at, rows that are shown, examples of a fault. */
const rowsChecked = 10_000;
const rowsShown = 20;
const examplesShown = 5;

export type CheckedRows = Pick<ImportPreview, 'checked' | 'rows' | 'faults'>;

export const nothingChecked: CheckedRows = {
  checked: { rows: 0, good: 0, warned: 0, refused: 0, all: false },
  rows: [],
  faults: [],
};

interface RowsToCheck {
  /** those that were read already */
  first: readonly SheetRow[];
  rest: AsyncGenerator<SheetRow[]>;
  columns: ListColumns;
  defaults: ColumnDefaults;
}

/** Reads the first rows of a list as they would be read when it is taken in, and counts what is wrong with them. */
export async function checkRows(knex: Knex, list: RowsToCheck, context: RowContext): Promise<CheckedRows> {
  const checked = { rows: 0, good: 0, warned: 0, refused: 0, all: true };
  const shown: { number: number; reading: FamilyRowReading }[] = [];
  const faults = new Map<string, PreviewFault>();
  const named = new Set<string>();

  /** The first row of a family counts: any other is refused. */
  function read(text: FamilyRowText): FamilyRowReading {
    const reading = readFamilyRow(text, context);
    if (!reading.ok || !named.has(reading.row.kk_number)) {
      if (reading.ok) named.add(reading.row.kk_number);
      return reading;
    }
    const issues: RowIssue[] = [];
    refuseRow(issues, 'kk_number', reading.row.kk_number, 'kk-repeated');
    return { ok: false, issues };
  }

  async function check(rows: readonly SheetRow[]): Promise<void> {
    const texts = rows.map(({ number, cells }) => ({ number, text: rowTextOf(cells, list.columns, list.defaults) }));
    await context.learn(texts.map(({ text }) => text));
    for (const { number, text } of texts) {
      if (checked.rows === rowsChecked) {
        checked.all = false;
        return;
      }
      const reading = read(text);
      checked.rows += 1;
      if (!reading.ok) checked.refused += 1;
      else if (reading.warnings.length > 0) checked.warned += 1;
      else checked.good += 1;
      for (const issue of issuesOf(reading)) countFault(faults, number, issue);
      if (shown.length < rowsShown) shown.push({ number, reading });
    }
  }

  await check(list.first);
  while (checked.all) {
    const { value, done } = await list.rest.next();
    if (done) break;
    await check(value);
  }
  const names = await nameAreas(
    knex,
    shown.flatMap(({ reading }) => (reading.ok && reading.row.area ? [reading.row.area] : [])),
  );
  return {
    checked,
    rows: shown.map(({ number, reading }) => rowShown(number, reading, names)),
    faults: [...faults.values()].sort((one, other) => rank(one) - rank(other) || other.rows - one.rows),
  };
}

function issuesOf(reading: FamilyRowReading): readonly RowIssue[] {
  return reading.ok ? reading.warnings : reading.issues;
}

function rank({ severity }: PreviewFault): number {
  return severity === 'refused' ? 0 : 1;
}

function countFault(faults: Map<string, PreviewFault>, number: number, issue: RowIssue): void {
  const { field, reason, severity, value, suggestion } = issue;
  const key = `${field} ${reason} ${severity}`;
  const fault = faults.get(key) ?? { field, reason, severity, rows: 0, examples: [] };
  fault.rows += 1;
  if (fault.examples.length < examplesShown) fault.examples.push({ number, value, suggestion: suggestion ?? null });
  faults.set(key, fault);
}

function rowShown(number: number, reading: FamilyRowReading, names: ReadonlyMap<Id, string>): PreviewRow {
  const issues = issuesOf(reading);
  if (!reading.ok) return { number, family: null, area_name: null, issues };
  const { area, kader: _, ...family } = reading.row;
  return { number, family, area_name: area === null ? null : (names.get(area) ?? null), issues };
}

async function nameAreas(knex: Knex, ids: readonly Id[]): Promise<Map<Id, string>> {
  const rows: { id: Id; name: string }[] = await knex('area')
    .whereIn('id', [...new Set(ids)])
    .select('id', 'name');
  return new Map(rows.map(({ id, name }) => [id, name]));
}
