import { describe, expect, it } from 'vitest';
import { csvNotations, csvText } from './csv.ts';

const id = csvNotations.id;

describe('a table as CSV', () => {
  it('begins with a mark of UTF-8, and writes figures as the language does', () => {
    const rows = [
      ['Kode', 'Capaian'],
      ['0012', 78.5],
      [null, -5],
    ];
    expect(csvText(rows, id)).toBe('\uFEFFKode;Capaian\r\n0012;78,5\r\n;-5\r\n');
    expect(csvText(rows, csvNotations.en)).toBe('\uFEFFKode,Capaian\r\n0012,78.5\r\n,-5\r\n');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+62', "'+62"],
    ['-5', "'-5"],
    ['@cmd', "'@cmd"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\r=1"'],
    ['\n=1', '"\'\n=1"'],
    ['＝1', "'＝1"],
    ['=HYPERLINK("x";"y")', '"\'=HYPERLINK(""x"";""y"")"'],
    ['Siti "Ibu", Rt; 3', '"Siti ""Ibu"", Rt; 3"'],
    ['Siti = Ani', 'Siti = Ani'],
  ])('writes the text %j so that no spreadsheet runs it', (text, written) => {
    expect(csvText([[text]], id)).toBe(`\uFEFF${written}\r\n`);
  });
});
