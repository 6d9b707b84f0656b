import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClass } from './read-class.ts';
import { readCount } from './read-count.ts';
import { readPhone } from './read-phone.ts';

describe('a class', () => {
  it.each([
    ['1', 1],
    ['II', 2],
    ['iii', 3],
    ['Kelas 3', 3],
    ['KELAS III', 3],
    ['Kls. II', 2],
    ['kls2', 2],
    ['KelasI', 1],
    ['kelas tiga', 3],
    ['PBPU Kelas 1', 1],
    ['03', 3],
    ['3A', null],
    ['4', null],
    ['IV', null],
    ['123', null],
    ['', null],
  ])('%j is %j', (text, expected) => {
    expect(readClass(text)).toBe(expected);
  });

  it('of any text is one of three, or none', () => {
    fc.assert(fc.property(fc.string(), (text) => [1, 2, 3, null].includes(readClass(text))));
  });
});

describe('a count', () => {
  it.each([
    ['4', 4],
    ['24', 24],
    ['4.0', 4],
    ['4 orang', 4],
    ['24 Bulan', 24],
    ['12 bln.', 12],
    ['4,5', null],
    ['-4', null],
    ['>24', null],
    ['1e2', null],
    ['', null],
    ['4 anak', null],
  ])('%j is %j', (text, expected) => {
    expect(readCount(text)).toBe(expected);
  });

  it('is the number that was written', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 999_999 }), (count) => readCount(`${count}`) === count));
  });
});

describe('a telephone number', () => {
  it.each([
    ['0812-3456-7890', '0812-3456-7890'],
    ['+62 812 3456 7890', '+62 812 3456 7890'],
    ['81234567890', '081234567890'],
    ["'081234567890", '081234567890'],
    ['0271.712345', '0271-712345'],
    ['tidak ada', null],
    ['8.12346E+11', null],
    ['', null],
  ])('%j is %j', (text, expected) => {
    expect(readPhone(text)).toBe(expected);
  });
});
