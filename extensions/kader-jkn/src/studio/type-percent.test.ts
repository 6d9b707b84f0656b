import { describe, expect, it } from 'vitest';
import { parsePercent, percentText } from './type-percent.ts';

describe('parsePercent', () => {
  it.each([
    ['25', 2500],
    ['12,5', 1250],
    ['12.55', 1255],
    ['7 %', 700],
    ['12,', 1200],
    ['0,19', 19],
    ['0', 0],
    ['', null],
  ])('reads %j as %j basis points', (typed, basisPoints) => {
    expect(parsePercent(typed)).toEqual({ readable: true, basisPoints });
  });

  it.each(['-5', '1,255', 'sepuluh', '1,2,3'])('does not read %j', (typed) => {
    expect(parsePercent(typed)).toEqual({ readable: false });
  });
});

describe('percentText', () => {
  it.each([
    [2500, '25', '25'],
    [1255, '12,55', '12.55'],
    [150_000, '1500', '1500'],
    [null, '', ''],
  ])('writes %j as %j and %j', (basisPoints, id, en) => {
    expect(percentText(basisPoints, 'id-ID')).toBe(id);
    expect(percentText(basisPoints, 'en-US')).toBe(en);
  });

  it('is read back as what it was', () => {
    for (const basisPoints of [0, 1, 19, 700, 1255, 10_000, 123_456]) {
      expect(parsePercent(percentText(basisPoints, 'id-ID'))).toEqual({ readable: true, basisPoints });
    }
  });
});
