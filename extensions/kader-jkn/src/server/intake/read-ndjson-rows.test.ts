import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { SheetRow } from '../../contract/list-file.ts';
import { familyRowFields } from '../../core/row-issue.ts';
import { readNdjsonRows } from './read-ndjson-rows.ts';

async function rowsOf(text: string): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const chunk of readNdjsonRows(Readable.from([Buffer.from(text)]))) rows.push(...chunk);
  return rows;
}

describe('a list as lines of JSON', () => {
  it('begins with our fields as headings, and keeps numbers and texts as texts', async () => {
    const [headings, row] = await rowsOf('{"kk_number":"0012","members":3,"phone":null,"class":{"a":1},"other":"x"}\n');
    expect(headings).toEqual({ number: 0, cells: [...familyRowFields] });
    expect(row?.number).toBe(1);
    const told = Object.fromEntries(familyRowFields.map((field, index) => [field, row?.cells[index]]));
    expect(told).toMatchObject({ kk_number: '0012', members: '3', phone: '', class: '' });
  });

  it('numbers lines as they stand, and leaves a line that is no object without cells', async () => {
    const rows = await rowsOf('\n{"kk_number":"1"}\n{ broken\n[1]\n7\n');
    expect(rows.slice(1).map(({ number, cells }) => [number, cells[0] ?? null])).toEqual([
      [2, '1'],
      [3, null],
      [4, ''],
      [5, null],
    ]);
  });
});
