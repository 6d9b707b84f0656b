import { describe, expect, it } from 'vitest';
import { toCsv } from './monev-table.ts';

describe('toCsv', () => {
  const columns = [
    { label: 'Nama', numeric: false },
    { label: 'Realisasi', numeric: true },
  ];

  it('holds exact values, not what is read on screen', () => {
    const csv = toCsv({ columns, rows: [[{ text: 'Sri' }, { text: 'Rp 31,6 jt', value: 31_622_000 }]] }, 'id-ID');
    expect(csv).toBe('\uFEFFNama;Realisasi\r\nSri;31622000\r\n');
  });

  it('leaves a missing value empty and quotes what needs it', () => {
    const csv = toCsv({ columns, rows: [[{ text: 'Sri; "Ning"' }, { text: '–', value: null }]] }, 'id-ID');
    expect(csv).toContain('"Sri; ""Ning""";\r\n');
  });

  it('writes decimals as spreadsheets of the language read them', () => {
    const table = { columns, rows: [[{ text: 'Sri' }, { text: '41,5%', value: 0.415 }]] };
    expect(toCsv(table, 'id-ID')).toContain('Sri;0,415');
    expect(toCsv(table, 'en-US')).toContain('Sri,0.415');
  });

  it('keeps text that a spreadsheet would run as a formula', () => {
    expect(toCsv({ columns, rows: [[{ text: '=1+1' }, { text: '', value: -5 }]] }, 'id-ID')).toContain("'=1+1;-5");
  });
});
