import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { SheetRow } from '../../contract/list-file.ts';
import { familyRowFields } from '../../core/row-issue.ts';
import { rowsInChunk } from './read-file.ts';

/**
 * The rows of a list that a machine sends, one JSON object a line, keys named as our fields; numbers are the lines'. Begins with
 * a row of headings, as a file does. A line that is no object has no cells: it is refused for what it lacks.
 */
export async function* readNdjsonRows(stream: Readable): AsyncGenerator<SheetRow[]> {
  let chunk: SheetRow[] = [{ number: 0, cells: [...familyRowFields] }];
  let number = 0;
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    chunk.push({ number, cells: cellsOf(line) });
    if (chunk.length >= rowsInChunk) {
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length > 0) yield chunk;
}

function cellsOf(line: string): string[] {
  let told: unknown;
  try {
    told = JSON.parse(line);
  } catch {
    return [];
  }
  if (typeof told !== 'object' || told === null) return [];
  const row = told as Readonly<Record<string, unknown>>;
  return familyRowFields.map((field) => textOf(row[field]));
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
