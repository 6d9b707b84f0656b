import { describe, expect, it } from 'vitest';
import { columnsOf, findHeadingRow, guessMapping, lackingFields, nameHeadings, rowTextOf } from './list-columns.ts';

const rowsOf = (...rows: string[]) => rows.map((row) => ({ cells: row.split(';') }));
const headings = ['No KK', 'Nama', 'Jml Peserta', 'Kls', 'Bln Menunggak', 'Jml Tunggakan'];

describe('the row of headings', () => {
  it('is the one with most headings that we know, below whatever title', () => {
    expect(findHeadingRow(rowsOf('DAFTAR PESERTA', 'Kantor;Surakarta', headings.join(';'), '1;2;3;4;5;6'))).toBe(2);
    expect(findHeadingRow(rowsOf(headings.join(';'), '1;2;3;4;5;6'))).toBe(0);
  });

  it('is the one that the mapping names, where there is a mapping', () => {
    const rows = rowsOf('Nama;Kelas', 'K1;K2;K3');
    expect(findHeadingRow(rows, { k1: 'kk_number', 'K2 ': 'head_name' })).toBe(1);
  });

  it('is the first with several cells where nothing is known, and the first where there is none', () => {
    expect(findHeadingRow(rowsOf('Judul', 'a;b;c'))).toBe(1);
    expect(findHeadingRow(rowsOf('a', 'b'))).toBe(0);
    expect(findHeadingRow([])).toBe(0);
  });
});

describe('the columns of a list', () => {
  it('are told apart, even without a heading or with the same', () => {
    expect(nameHeadings([' No  KK ', '', 'Nama', 'nama', ''])).toEqual(['No KK', 'B', 'Nama', 'nama (2)', 'E']);
    expect(nameHeadings(Array.from({ length: 28 }, () => '')).at(-1)).toBe('AB');
  });

  it('are found by their heading whatever its capitals and spaces, the first of two', () => {
    const columns = columnsOf(['NO KK', 'Nama', 'Nama 2'], {
      'no  kk': 'kk_number',
      Nama: 'head_name',
      'Nama 2': 'head_name',
    });
    expect([columns.kk_number, columns.head_name, columns.note]).toEqual([0, 1, -1]);
  });

  it('give the text of each field: its cell, else what the source says where it is empty', () => {
    const columns = columnsOf(headings, guessMapping(headings));
    const text = rowTextOf(['3372', 'Siti', '', '3'], columns, { members: '1', note: 'impor' });
    expect(text).toMatchObject({
      kk_number: '3372',
      head_name: 'Siti',
      members: '1',
      class: '3',
      listed_months: '',
      note: 'impor',
    });
  });

  it('lack what no family can be without; members by class stand in for members and class', () => {
    const lacking = (names: string[], defaults = {}) => lackingFields(columnsOf(names, guessMapping(names)), defaults);
    expect(lacking(headings)).toEqual([]);
    expect(lacking(['No KK', 'Kls'])).toEqual(['head_name', 'listed_months', 'listed_amount', 'members']);
    expect(lacking(['No KK', 'Nama', 'Bulan', 'Tunggakan', 'Jml Kls III'])).toEqual([]);
    expect(lacking(['No KK', 'Nama', 'Bulan', 'Tunggakan', 'Kls'], { members: '1' })).toEqual([]);
  });
});
