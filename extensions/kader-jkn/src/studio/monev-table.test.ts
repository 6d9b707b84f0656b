import { describe, expect, it } from 'vitest';
import { toCsv } from './monev-table.ts';

describe('toCsv', () => {
  const columns = [
    { label: 'Nama', numeric: false },
    { label: 'Realisasi', numeric: true },
  ];

  it('holds exact values, not what is read on screen', () => {
    const csv = toCsv({ columns, rows: [[{ text: 'Sri' }, { text: 'Rp 31,6 jt', value: 31_622_000 }]] });
    expect(csv).toBe('\uFEFFNama;Realisasi\r\nSri;31622000\r\n');
  });

  it('leaves a missing value empty and quotes what needs it', () => {
    const csv = toCsv({ columns, rows: [[{ text: 'Sri; "Ning"' }, { text: '–', value: null }]] });
    expect(csv).toContain('"Sri; ""Ning""";\r\n');
  });

  it('keeps text that a spreadsheet would run as a formula', () => {
    expect(toCsv({ columns, rows: [[{ text: '=1+1' }, { text: '', value: -5 }]] })).toContain("'=1+1;-5");
  });
});
