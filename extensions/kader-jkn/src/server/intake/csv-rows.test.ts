import { parse } from 'csv-parse/sync';
import { array, assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvRows } from './csv-rows.ts';

/** The cells of a text that comes in pieces of so many characters. */
function cellsOf(text: string, { pieces = text.length || 1, separator = ';' as const } = {}): string[][] {
  const rows = new CsvRows(separator);
  const found = [];
  for (let at = 0; at < text.length; at += pieces) found.push(...rows.push(text.slice(at, at + pieces)));
  return [...found, ...rows.end()].map(({ cells }) => cells);
}

describe('rows of a CSV file', () => {
  it('reads what csv-parse reads, in pieces of any size', () => {
    const cell = string({ unit: constantFrom('a', 'é', '1', ' ', '.', ';', '"', '\n', '\r\n', ',') });
    const written = (cells: string[]) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(';');
    const plain = string({ unit: constantFrom('a', 'B', '0', '.', ' ', ',') });
    const row = array(cell, { minLength: 1, maxLength: 5 }).map(written);
    const plainRow = array(plain, { minLength: 1, maxLength: 5 }).map((cells) => cells.join(';'));
    assert(
      property(
        array(row),
        array(plainRow),
        constantFrom('\n', '\r\n'),
        constantFrom(1, 3, 1000),
        (quoted, bare, end, pieces) => {
          const text = [...quoted, ...bare, ...quoted].join(end);
          const expected = parse(text, { delimiter: ';', relax_column_count: true, record_delimiter: ['\r\n', '\n'] });
          const filled = expected.filter((cells: string[]) => cells.some((one) => one !== ''));
          expect(cellsOf(text, { pieces })).toEqual(filled);
        },
      ),
    );
  });

  it('numbers rows as a spreadsheet does, empty ones included', () => {
    const rows = new CsvRows(',');
    expect(rows.push('a,b\n\n,\n"c\nd",e\nf,g\n')).toEqual([
      { number: 1, cells: ['a', 'b'] },
      { number: 4, cells: ['c\nd', 'e'] },
      { number: 5, cells: ['f', 'g'] },
    ]);
  });

  it('keeps leading zeros, and what spreadsheets were told to keep as text', () => {
    expect(cellsOf(`0012;="0034";'0056;'=1+1;'tis;"=""0078"""\n`)).toEqual([
      ['0012', '0034', '0056', '=1+1', "'tis", '0078'],
    ]);
  });

  it('takes a quotation mark within a cell for what it is', () => {
    expect(cellsOf('Toko "Maju";5" pipa\n"Siti" Aminah;b\n')).toEqual([
      ['Toko "Maju"', '5" pipa'],
      ['Siti Aminah', 'b'],
    ]);
  });

  it('says in which row a quotation mark is not closed', () => {
    expect(() => cellsOf('a;b\n"Siti;1\nBudi;2\n')).toThrow(
      expect.objectContaining({ code: 'KADER_FILE_QUOTE_OPEN', extensions: expect.objectContaining({ row: 2 }) }),
    );
    const rows = new CsvRows(';');
    expect(() => rows.push(`a\n"${'x;y\n'.repeat(30_000)}`)).toThrow(
      expect.objectContaining({ code: 'KADER_FILE_QUOTE_OPEN' }),
    );
  });
});
