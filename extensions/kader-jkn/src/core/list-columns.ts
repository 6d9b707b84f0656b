/** From the columns of a list to the fields of a family. */

import type { FamilyRowText } from './family-row.ts';
import { guessColumns } from './guess-columns.ts';
import { type FamilyRowField, familyRowFields } from './row-issue.ts';

/** Heading of a column as the file has it → field. What is not named is not taken in. */
export type ColumnMapping = Readonly<Record<string, FamilyRowField>>;

/** Text for a field that the list does not have, or leaves empty. */
export type ColumnDefaults = Readonly<Partial<Record<FamilyRowField, string>>>;

/** Where each field stands in a row; -1: nowhere. */
export type ListColumns = Readonly<Record<FamilyRowField, number>>;

/** How many of the first rows may hold the headings. */
export const headingRowsLooked = 30;
const fewestKnown = 2;

/**
 * Which of the first rows holds the headings (its place among them): the one with most headings that the mapping names, or
 * that we know where there is none, for titles often stand above; else the first with several cells.
 */
export function findHeadingRow(
  rows: readonly { cells: readonly string[] }[],
  mapping: ColumnMapping | null = null,
): number {
  const named = new Set(Object.keys(mapping ?? {}).map(plainHeading));
  const known = rows.slice(0, headingRowsLooked).map(({ cells }) => {
    if (named.size > 0) return cells.filter((cell) => named.has(plainHeading(cell))).length;
    return guessColumns(cells).filter((field) => field !== null).length;
  });
  const most = Math.max(0, ...known);
  if (most >= Math.min(fewestKnown, named.size || fewestKnown)) return known.indexOf(most);
  const several = rows.findIndex(({ cells }) => cells.filter((cell) => cell.trim() !== '').length >= 3);
  return Math.max(0, several);
}

/** Headings as we tell columns apart: one without a heading by its letter, a repeated one by its number. */
export function nameHeadings(cells: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, column) => {
    const heading = cell.trim().replaceAll(/\s+/g, ' ') || letterOf(column);
    const times = (seen.get(heading.toLowerCase()) ?? 0) + 1;
    seen.set(heading.toLowerCase(), times);
    return times === 1 ? heading : `${heading} (${times})`;
  });
}

/** Where a mapping finds its fields under these headings; capitals and spaces do not matter. */
export function columnsOf(headings: readonly string[], mapping: ColumnMapping): ListColumns {
  const fields = new Map(Object.entries(mapping).map(([heading, field]) => [plainHeading(heading), field]));
  const columns = Object.fromEntries(familyRowFields.map((field) => [field, -1])) as Record<FamilyRowField, number>;
  for (const [column, heading] of headings.entries()) {
    const field = fields.get(plainHeading(heading));
    if (field !== undefined && columns[field] < 0) columns[field] = column;
  }
  return columns;
}

/** The mapping that headings suggest. */
export function guessMapping(headings: readonly string[]): ColumnMapping {
  const guesses = guessColumns(headings);
  const entries = headings.flatMap((heading, column) => {
    const field = guesses[column];
    return field ? [[heading, field] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** Fields without which no family can be read, that neither a column nor a default gives. */
export function lackingFields(columns: ListColumns, defaults: ColumnDefaults = {}): FamilyRowField[] {
  const has = (field: FamilyRowField) => columns[field] >= 0 || Boolean(defaults[field]);
  const byClass = has('members_1') || has('members_2') || has('members_3');
  const needed: FamilyRowField[] = ['kk_number', 'head_name', 'listed_months', 'listed_amount'];
  return (byClass ? needed : [...needed, 'members' as const, 'class' as const]).filter((field) => !has(field));
}

/** The row's texts by field: its cell, else the default, else empty. */
export function rowTextOf(
  cells: readonly string[],
  columns: ListColumns,
  defaults: ColumnDefaults = {},
): FamilyRowText {
  const text = (field: FamilyRowField) => cells[columns[field]] || defaults[field] || '';
  return {
    kk_number: text('kk_number'),
    va_number: text('va_number'),
    head_name: text('head_name'),
    head_nik: text('head_nik'),
    members: text('members'),
    class: text('class'),
    members_1: text('members_1'),
    members_2: text('members_2'),
    members_3: text('members_3'),
    area_code: text('area_code'),
    area_name: text('area_name'),
    district_name: text('district_name'),
    address: text('address'),
    phone: text('phone'),
    listed_months: text('listed_months'),
    listed_amount: text('listed_amount'),
    kader_code: text('kader_code'),
    note: text('note'),
  };
}

function plainHeading(heading: string): string {
  return heading.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

/** A, B … Z, AA: as spreadsheets call a column. */
function letterOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letterOf(Math.floor(column / 26) - 1) + last;
}
