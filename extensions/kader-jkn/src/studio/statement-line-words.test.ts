import { describe, expect, it } from 'vitest';
import { lateText, monthsText, rateOfBaseText, restsOnText } from './statement-line-words.ts';

describe('what a line of a statement rests on', () => {
  it.each([
    [['2022-01'], 'Januari 2022'],
    [['2021-12', '2022-01'], 'Desember 2021–Januari 2022'],
    [['2022-01', '2022-03'], 'Januari 2022, Maret 2022'],
    [[], ''],
  ])('months %j are %s', (months, words) => {
    expect(monthsText(months, 'id-ID')).toBe(words);
  });

  it('is payments, families and months', () => {
    const line = { count: 3, families: 2, months: ['2022-01'] };
    expect(restsOnText(line, 'id-ID')).toBe('3 pembayaran dari 2 keluarga · Januari 2022');
    expect(restsOnText(line, 'en-US')).toBe('3 payments of 2 families · January 2022');
  });

  it('is nothing for a line of the whole month, and for one kept before payments were told', () => {
    expect(restsOnText({ count: 1, families: null, months: [] }, 'id-ID')).toBe('');
    expect(restsOnText({ count: 1 }, 'id-ID')).toBe('');
    expect(lateText({}, 'id-ID')).toBe('');
  });

  it('says what is late, and the rate where there is one', () => {
    expect(lateText({ late: 1 }, 'id-ID')).toBe('1 terlambat');
    expect(rateOfBaseText({ rate_bp: 1500, base: 4_000_000 }, 'id-ID')).toBe('15% dari Rp 4.000.000');
    expect(rateOfBaseText({ rate_bp: null, base: 0 }, 'id-ID')).toBe('');
  });
});
