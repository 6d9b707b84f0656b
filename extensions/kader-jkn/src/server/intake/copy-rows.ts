import { finished } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from } from 'pg-copy-streams';

/** A value as COPY reads it: text with its separators escaped, or null. */
export function copyText(value: string | number | boolean | null): string {
  if (value === null) return '\\N';
  if (typeof value !== 'string') return String(value);
  return /[\\\t\n\r\0]/.test(value) ? value.replaceAll(/[\\\t\n\r\0]/g, escaped) : value;
}

function escaped(sign: string): string {
  switch (sign) {
    case '\t':
      return '\\t';
    case '\n':
      return '\\n';
    case '\r':
      return '\\r';
    case '\0':
      // no text of PostgreSQL may hold it
      return '';
    default:
      return '\\\\';
  }
}

/** Writes lines of COPY text, each ended by a line feed. Table and columns are names of ours, never told ones. */
export async function copyRows(
  client: ClientBase,
  table: string,
  columns: readonly string[],
  lines: readonly string[],
): Promise<void> {
  if (lines.length === 0) return;
  const stream = client.query(from(`copy ${table} (${columns.join(', ')}) from stdin`));
  stream.end(lines.join(''));
  await finished(stream);
}
