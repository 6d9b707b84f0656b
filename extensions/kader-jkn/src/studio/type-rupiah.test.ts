import { describe, expect, it } from 'vitest';
import { parseRupiah, rupiahText, typeRupiah } from './type-rupiah.ts';

/** Types keys one after another, as a browser would, with `|` marking the caret of the result. */
function type(keys: string, from = '|', locale: 'id-ID' | 'en-US' = 'id-ID'): string {
  let caret = from.indexOf('|');
  let text = from.replace('|', '');
  for (const key of keys) {
    const [before, after] =
      key === '<'
        ? [text.slice(0, Math.max(0, caret - 1)), text.slice(caret)]
        : [text.slice(0, caret) + key, text.slice(caret)];
    const typed = typeRupiah(before + after, before.length, locale);
    ({ text, caret } = typed);
  }
  return `${text.slice(0, caret)}|${text.slice(caret)}`;
}

describe('typing rupiah', () => {
  it.each([
    ['1250000', '1.250.000|'],
    ['1.250.000', '1.250.000|'],
    ['0050', '50|'],
    ['12a', '12|'],
    ['1250000,00', '1.250.000,00|'],
    ['1250<', '125|'],
  ])('keys %s show %s', (keys, shown) => {
    expect(type(keys)).toBe(shown);
  });

  it('keeps the caret behind the digit it stood behind', () => {
    expect(type('9', '1.2|50.000')).toBe('12.9|50.000');
    expect(type('<', '1.2|50.000')).toBe('1|50.000');
    expect(type('7', '|250.000')).toBe('7|.250.000');
  });

  it('groups by comma in English', () => {
    expect(type('1250000', '|', 'en-US')).toBe('1,250,000|');
  });

  it('means whole rupiah only', () => {
    expect(typeRupiah('1.250.000,00', 12, 'id-ID')).toMatchObject({ value: '1250000', fraction: false });
    expect(typeRupiah('1.250.000,50', 12, 'id-ID')).toMatchObject({ value: null, fraction: true });
    expect(typeRupiah('', 0, 'id-ID')).toMatchObject({ value: null, text: '' });
  });

  it('keeps figures beyond what a number can hold', () => {
    expect(typeRupiah('90071992547409931', 17, 'id-ID')).toMatchObject({
      text: '90.071.992.547.409.931',
      value: '90071992547409931',
    });
  });
});

describe('pasting rupiah', () => {
  it.each([
    ['Rp 1.234.567,00', '1234567'],
    ['Rp1.234.567', '1234567'],
    ['Rp. 50.000,-', '50000'],
    ['IDR 1,234,567.00', '1234567'],
    ['1234567', '1234567'],
    ['1,500', '1500'],
    ['1.500', '1500'],
    ['25.00', '25'],
    ['1.234.567,50', null],
    ['1.23.4567', null],
    ['-5000', null],
    ['dua puluh', null],
  ])('reads %s as %s', (pasted, digits) => {
    expect(parseRupiah(pasted)).toBe(digits);
  });
});

it('shows a stored value with separators', () => {
  expect(rupiahText(1_250_000, 'id-ID')).toBe('1.250.000');
  expect(rupiahText('16500000000', 'id-ID')).toBe('16.500.000.000');
  expect(rupiahText(-50_000, 'id-ID')).toBe('-50.000');
  expect(rupiahText(null, 'id-ID')).toBe('');
});
