import { describe, expect, it } from 'vitest';
import {
  formatCount,
  formatDate,
  formatMoment,
  formatMonth,
  formatMonthName,
  formatMonthSpan,
  formatMonthsOwed,
  formatPercent,
  formatRate,
  formatRupiah,
  formatRupiahShort,
  keepRupiahTogether,
  studioLocale,
} from './format.ts';

describe('rupiah', () => {
  it.each([
    [1_250_000, 'Rp 1.250.000'],
    [0, 'Rp 0'],
    [-50_000, '-Rp 50.000'],
    ['16500000000', 'Rp 16.500.000.000'],
    ['90071992547409931', 'Rp 90.071.992.547.409.931'],
    [null, '–'],
    [1.5, '–'],
  ])('writes %s as %s', (value, text) => {
    expect(formatRupiah(value, 'id-ID')).toBe(text);
  });

  it.each([
    [31_622_000, 'Rp 31,6 jt'],
    [16_500_000_000, 'Rp 16,5 M'],
    ['16500000000', 'Rp 16,5 M'],
    [450_000_000, 'Rp 450 jt'],
    [999_950_000, 'Rp 1 M'],
    [999_999, 'Rp 999.999'],
    [-3_969_000, '-Rp 4 jt'],
    [74_000_000_000_000, 'Rp 74.000 M'],
    [undefined, '–'],
  ])('shortens %s to %s', (value, text) => {
    expect(formatRupiahShort(value, 'id-ID')).toBe(text);
  });

  it('keeps the sign of the currency in English', () => {
    expect(formatRupiah(1_250_000, 'en-US')).toBe('Rp 1,250,000');
    expect(formatRupiahShort(31_622_000, 'en-US')).toBe('Rp 31.6 mn');
  });
});

describe('percent', () => {
  it.each([
    [0.78, '78,0%'],
    [31_622_000 / 16_500_000_000, '0,19%'],
    [1187 / 9000, '13,2%'],
    [0, '0,0%'],
    [0.009999, '1,0%'],
    [1.423, '142,3%'],
    [Number.NaN, '–'],
    [null, '–'],
  ])('writes %s as %s', (ratio, text) => {
    expect(formatPercent(ratio, 'id-ID')).toBe(text);
  });

  it('writes a rate without needless decimals', () => {
    expect(formatRate(2500, 'id-ID')).toBe('25%');
    expect(formatRate(1255, 'id-ID')).toBe('12,55%');
  });
});

describe('time', () => {
  it('names months', () => {
    expect(formatMonth('2022-01', 'id-ID')).toBe('Januari 2022');
    expect(formatMonth('2022-01', 'en-US')).toBe('January 2022');
    expect(formatMonth('2022-13', 'id-ID')).toBe('–');
    expect(formatMonthName('2022-01', 'id-ID')).toBe('Jan');
  });

  it('joins months of one year without repeating it', () => {
    expect(formatMonthSpan('2017-05', '2017-11', 'id-ID')).toBe('Mei–November 2017');
    expect(formatMonthSpan('2021-11', '2022-01', 'id-ID')).toBe('November 2021–Januari 2022');
    expect(formatMonthSpan('2022-01', '2022-01', 'id-ID')).toBe('Januari 2022');
  });

  it('writes a calendar date as it stands', () => {
    expect(formatDate('2022-01-31', 'id-ID')).toBe('31 Januari 2022');
    expect(formatDate('31-01-2022', 'id-ID')).toBe('–');
  });

  it("writes a moment in the branch's own time (design 5.1)", () => {
    expect(formatMoment('2022-01-31T16:30:00Z', 'Asia/Jakarta', 'id-ID')).toBe('31 Januari 2022, 23.30 WIB');
    expect(formatMoment('2022-01-31T16:30:00Z', 'Asia/Makassar', 'id-ID')).toBe('1 Februari 2022, 00.30 WITA');
  });
});

it('counts and months owed carry separators and a unit', () => {
  expect(formatCount(22_254, 'id-ID')).toBe('22.254');
  expect(formatMonthsOwed(8, 'id-ID')).toBe('8 bln');
  expect(formatMonthsOwed(8, 'en-US')).toBe('8 mo');
});

it('writes Indonesian for Indonesian and English for the rest', () => {
  expect(studioLocale('id-ID')).toBe('id-ID');
  expect(studioLocale('de-DE')).toBe('en-US');
  expect(studioLocale(null)).toBe('en-US');
});

it('keeps a figure on the line of its sign', () => {
  expect(keepRupiahTogether('25% dari Rp 140.000 = Rp 35.000')).toBe('25% dari Rp\u00a0140.000 = Rp\u00a035.000');
});
