/** A file with a list, as its reader needs to know it. */

export const listFormats = ['csv', 'xlsx'] as const;
export type ListFormat = (typeof listFormats)[number];

export const listSeparators = [';', ',', '\t', '|'] as const;
export type ListSeparator = (typeof listSeparators)[number];

export const listEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type ListEncoding = (typeof listEncodings)[number];

/** What is known of a file beforehand; null or left out: found by looking at it. */
export interface ListFileOptions {
  separator?: ListSeparator | null;
  encoding?: ListEncoding | null;
  /** name of the sheet of a workbook; else the first that is not hidden */
  sheet?: string | null;
}

/** A row as spreadsheets number it, the first being 1, and its cells as texts. */
export interface SheetRow {
  number: number;
  cells: string[];
}
