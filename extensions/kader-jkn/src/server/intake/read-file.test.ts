import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import type { ListFileOptions, SheetRow } from '../../contract/list-file.ts';
import { openRows } from './read-file.ts';

/** All rows of a file that comes in pieces of so many bytes. */
async function read(file: Buffer | string, options: ListFileOptions = {}, pieces = 7): Promise<SheetRow[]> {
  const bytes = Buffer.from(file);
  const cut = Array.from({ length: Math.ceil(bytes.length / pieces) }, (_, at) =>
    bytes.subarray(at * pieces, (at + 1) * pieces),
  );
  const rows = [];
  for await (const chunk of openRows(Readable.from(cut), { options })) rows.push(...chunk);
  return rows;
}
const cellsOf = async (file: Buffer | string, options: ListFileOptions = {}, pieces = 100_000) =>
  (await read(file, options, pieces)).map(({ cells }) => cells);
const bytes = (text: string, encoding: 'utf16le' | 'latin1') => Buffer.from(text, encoding);
const refused = (code: string, more = {}) =>
  expect.objectContaining({ code, extensions: expect.objectContaining(more) });

describe('a CSV file', () => {
  const text = 'No KK;Nama\r\n3372010101180001;Dédé “Ibu”\r\n';
  const rows = [
    ['No KK', 'Nama'],
    ['3372010101180001', 'Dédé “Ibu”'],
  ];

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 with a mark', bytes(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 without one', bytes(text, 'utf16le')],
    ['UTF-16, big end first', bytes(`\uFEFF${text}`, 'utf16le').swap16()],
    [
      'Windows-1252',
      Buffer.concat([
        bytes('No KK;Nama\r\n3372010101180001;Dédé ', 'latin1'),
        Buffer.from([0x93]),
        bytes('Ibu', 'latin1'),
        Buffer.from([0x94, 13, 10]),
      ]),
    ],
  ])('is read as %s, which it finds by itself', async (_, file) => {
    expect(await cellsOf(file)).toEqual(rows);
    expect((await read(file, {}, 40)).map(({ cells }) => cells)).toEqual(rows);
  });

  it('becomes Windows-1252 only if no letter of UTF-8 came before', async () => {
    const file = Buffer.concat([Buffer.from('é;a\n'.repeat(20_000)), Buffer.from([0xe9, 59, 98, 10])]);
    expect((await read(file, {}, 1000)).at(-1)?.cells).toEqual(['\uFFFD', 'b']);
  });

  it('is read in the encoding that it is told', async () => {
    expect(await cellsOf(Buffer.from([0xe9, 59, 98]), { encoding: 'windows-1252' })).toEqual([['é', 'b']]);
  });

  it.each([
    [';', 'a;b;c\n1.234,00;x, y;2\n3,5;z, q;4\n'],
    [',', 'a,b,c\n1,"x;y",2\n3,z;q,4\n'],
    ['\t', 'a\tb\tc\n1,2\t3\t4\n'],
    ['|', 'a|b|c\n1,5|2|3\n'],
  ])('finds that its cells are parted by %j', async (_, file) => {
    expect((await cellsOf(file))[0]).toEqual(['a', 'b', 'c']);
  });

  it('hears what it tells spreadsheets, and does not count that row', async () => {
    expect((await read('sep=,\r\na;b,c\r\n', {}, 1000))[0]).toEqual({ number: 1, cells: ['a;b', 'c'] });
  });

  it('is read where lines end as on old Macs, or not at all', async () => {
    expect(await cellsOf('a;b\rc;d\r')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(await cellsOf('a;b')).toEqual([['a', 'b']]);
  });
});

describe('a workbook', () => {
  const text = (value: string) => ({ type: String, value });
  const number = (value: number) => ({ type: Number, value });
  const workbook = (data: unknown[][]) =>
    writeXlsxFile([
      { data: [[text('lain')]], sheet: 'Petunjuk' },
      { data: data as never, sheet: 'Data Agustus' },
    ]).toBuffer();

  it('gives texts and figures as they were meant', async () => {
    const file = await workbook([
      [text('Nama'), null, text('Tunggakan')],
      [],
      [text('Siti & <Ani>'), text(' 0012 '), number(1_260_000), number(1234.5), number(0.125)],
    ]);
    expect(await read(file, { sheet: 'Data Agustus' }, 1000)).toEqual([
      { number: 1, cells: ['Nama', '', 'Tunggakan'] },
      { number: 3, cells: ['Siti & <Ani>', ' 0012 ', '1260000', '1234.5', '0.1250'] },
    ]);
  });

  it('never makes up the figures of a number that lost some', async () => {
    const file = await workbook([[number(3_372_010_101_180_000), number(8.8888e15), number(3_372_010_101_180_001)]]);
    expect(await cellsOf(file, { sheet: 'Data Agustus' })).toEqual([
      ['3.37201010118E+15', '8.8888E+15', '3372010101180001'],
    ]);
  });

  it('takes the first sheet, or the one it is told; an unknown one is refused with the names', async () => {
    const file = await workbook([[text('a')]]);
    expect(await cellsOf(file)).toEqual([['lain']]);
    await expect(read(file, { sheet: 'Juli' }, 1000)).rejects.toThrow(
      refused('KADER_FILE_SHEET_UNKNOWN', { sheets: 'Petunjuk, Data Agustus' }),
    );
  });

  it('keeps each text with its cell, whatever signs Excel wrote out in it', async () => {
    const names = Array.from({ length: 100 }, (_, at) => [text(at === 40 ? 'a_x0000_b' : `Nama ${at}`)]);
    const cells = await cellsOf(await workbook(names.toReversed()), { sheet: 'Data Agustus' });
    expect(cells.toReversed().flat()).toEqual(names.map(([cell]) => cell?.value.replace('_x0000_', '\u0000')));
  });

  it('is refused where a cell holds more than any spreadsheet does', async () => {
    const file = await workbook([[text('a'.repeat(100_001))]]);
    await expect(read(file, { sheet: 'Data Agustus' }, 1000)).rejects.toThrow(refused('KADER_FILE_BROKEN'));
  });

  it('is refused where it is damaged', async () => {
    const file = await workbook([[text('a')]]);
    await expect(read(file.subarray(0, file.length / 2), {}, 1000)).rejects.toThrow(refused('KADER_FILE_BROKEN'));
    await expect(read(Buffer.from('PK\x03\x04 something'), {}, 1000)).rejects.toThrow(refused('KADER_FILE_BROKEN'));
  });
});

describe('another file', () => {
  it.each([
    ['KADER_FILE_EMPTY', ''],
    ['KADER_FILE_OLD_EXCEL', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1])],
    ['KADER_FILE_NOT_A_LIST', '%PDF-1.7'],
    ['KADER_FILE_NOT_A_LIST', '\uFEFF\n<html><table><tr><td>No KK</td></tr></table></html>'],
  ])('is refused as %s', async (code, file) => {
    await expect(read(file, {}, 1000)).rejects.toThrow(refused(code));
  });
});
