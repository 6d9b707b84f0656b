import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { SheetRow } from '../../contract/list-file.ts';
import { refusal } from '../errors.ts';
import { loadWorkbooks } from '../load-workbooks.ts';

/**
 * The rows of one sheet of a workbook. A workbook is read by its table of contents, which stands at its end, so it lies in a
 * temporary folder meanwhile. Refused as KADER_FILE_BROKEN or KADER_FILE_SHEET_UNKNOWN.
 */
export async function* readWorkbookRows(
  pieces: AsyncIterable<Buffer>,
  sheet: string | null,
  onSheets: (names: string[]) => void = () => {},
): AsyncGenerator<SheetRow[]> {
  const { readSheet, WorkbookProblem } = await loadWorkbooks();
  const folder = await mkdtemp(join(tmpdir(), 'kader-list-'));
  try {
    const file = join(folder, 'list.xlsx');
    await pipeline(pieces, createWriteStream(file, { mode: 0o600 }));
    yield* readSheet(file, sheet, onSheets);
  } catch (error) {
    if (!(error instanceof WorkbookProblem)) throw error;
    if (error.sheets === null) throw refusal('KADER_FILE_BROKEN');
    throw refusal('KADER_FILE_SHEET_UNKNOWN', { sheet, sheets: error.sheets.join(', ') });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
