import writeXlsxFile, { type Cell, type Sheet } from 'write-excel-file/node';

/**
 * One column of a sheet. Rupiah are whole and written as numbers, percentages are ratios (1 = 100%), dates are `YYYY-MM-DD`,
 * text is text; without a format numbers are numbers.
 */
export interface SheetColumn {
  header: string;
  /** name of the value in a row */
  key: string;
  /** in characters */
  width?: number;
  format?: 'text' | 'rupiah' | 'percent' | 'date';
}

export interface WorkbookSheet {
  /** signs that spreadsheets refuse become spaces; shortened to 31 characters */
  name: string;
  columns: SheetColumn[];
  rows: Record<string, string | number | null>[];
}

const longestText = 32_767;
const longestName = 31;

type Value = string | number | null | undefined;

const widthOf: Record<NonNullable<SheetColumn['format']>, number> = { text: 24, rupiah: 16, percent: 12, date: 12 };

/** A day as spreadsheets keep it: midnight UTC. A value that is no day stays the text it is. */
function dayOf(value: string | number): Date | null {
  const day = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : null;
  return day !== null && !Number.isNaN(day.getTime()) ? day : null;
}

/** Text as a cell can hold it: no control characters (XML has none) and what spreadsheets take of length. */
function textCell(value: string | number): Cell {
  const text = String(value).replace(/[^\P{Cc}\t\n]|\p{Cs}/gu, ' ');
  return { type: String, value: text.slice(0, longestText), format: '@' };
}

function cellOf(value: Value, format: SheetColumn['format']): Cell {
  if (value === null || value === undefined) return null;
  if (format === 'date') {
    const day = dayOf(value);
    return day === null ? textCell(value) : { type: Date, value: day, format: 'dd/mm/yyyy' };
  }
  if (format === 'rupiah') {
    if (!Number.isSafeInteger(value)) throw new RangeError(`Not whole rupiah: ${value}`);
    return { type: Number, value: Number(value), format: '#,##0', align: 'right' };
  }
  if (format === 'percent') {
    return { type: Number, value: Number(value), format: '0.0%', align: 'right' };
  }
  return format === undefined && typeof value === 'number' ? { type: Number, value } : textCell(value);
}

/** A name that spreadsheets accept: without the signs they refuse, shortened. */
function sheetName(name: string): string {
  return (
    name
      .replace(/[:\\/?*[\]]/g, ' ')
      .slice(0, longestName)
      .trim() || 'Sheet'
  );
}

function sheetOf({ name, columns, rows }: WorkbookSheet): Sheet<never> {
  const header = columns.map((column) => ({ value: column.header, fontWeight: 'bold' as const, wrap: true }));
  return {
    sheet: sheetName(name),
    data: [header, ...rows.map((row) => columns.map(({ key, format }) => cellOf(row[key], format)))],
    columns: columns.map(({ width, format }) => ({ width: width ?? widthOf[format ?? 'text'] })),
    stickyRowsCount: 1,
  };
}

/**
 * An XLSX file of one sheet or more, the header row fixed. Figures are numbers; text stays text, so that account numbers
 * keep their leading zeros and nothing that people typed becomes a formula. Throws a RangeError on a fraction of a rupiah.
 */
export async function writeWorkbook(sheets: WorkbookSheet[]): Promise<Buffer> {
  return writeXlsxFile(sheets.map(sheetOf)).toBuffer();
}
