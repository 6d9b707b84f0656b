import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demoKk, demoNik, demoVa } from '../../../../seeds/demo/identity-numbers.ts';
import { checkKk, checkNik, checkVa, isOddVa } from './identity-number.ts';

/** Digits of other scripts, invisible and broken characters beside the usual ones. */
const oddLetters = [...'0123456789 .-Ee+é٣𝟙\u0000\u00A0\u200B\uFFFD', '\uD83D'];

const refused = (reason: string) => ({ ok: false, reason });

describe('a KK number', () => {
  it('is an area, a day of issue and a serial', () => {
    expect(checkKk('3372010112139001')).toEqual({ ok: true, value: '3372010112139001' });
  });

  it.each([
    ['337201011213900', 'kk-length'],
    ['33720101121390011', 'kk-length'],
    ['33720101121390O1', 'kk-digits'],
    ['3372013212139001', 'kk-structure'],
    ['3372010113139001', 'kk-structure'],
    ['3372010012139001', 'kk-structure'],
    ['3372012902139001', 'kk-structure'],
    ['3372010112130000', 'kk-structure'],
    ['9972010112139001', 'kk-structure'],
    ['2072010112139001', 'kk-structure'],
    ['3300010112139001', 'kk-structure'],
    ['3372014112139001', 'kk-structure'],
    ['3.37201E+15', 'digits-lost'],
    ['3,37E+15', 'digits-lost'],
    ['', 'kk-digits'],
  ])('%s is refused: %s', (text, reason) => {
    expect(checkKk(text)).toEqual(refused(reason));
  });

  it('knows the 29th of February of a leap year', () => {
    expect(checkKk('3372012902169001').ok).toBe(true);
  });

  it('is taken without the marks that people group it by, and without the apostrophe of a sheet', () => {
    for (const text of [
      ' 3372 0101 1213 9001',
      "'3372010112139001",
      '337201-011213-9001',
      '\u00A03372010112139001\u200B',
    ]) {
      expect(checkKk(text)).toEqual({ ok: true, value: '3372010112139001' });
    }
  });
});

describe('a NIK', () => {
  it('tells women by 40 added to the day of birth', () => {
    expect(checkNik('3372014112809001').ok).toBe(true);
    expect(checkNik('3372017112809001').ok).toBe(true);
    expect(checkNik('3372017212809001')).toEqual(refused('nik-structure'));
    expect(checkNik('3372013512809001')).toEqual(refused('nik-structure'));
  });
});

describe('a VA', () => {
  it("is BPJS's of 16 digits, or another bank's of 8 to 20", () => {
    for (const va of ['8888801234567890', '12345678', '12345678901234567890']) expect(checkVa(va).ok).toBe(true);
    expect(checkVa('1234567')).toEqual(refused('va-length'));
    expect(checkVa('123456789012345678901')).toEqual(refused('va-length'));
    expect(checkVa('88888O1234567890')).toEqual(refused('va-digits'));
    expect(checkVa('8.88881E+15')).toEqual(refused('digits-lost'));
  });

  it("of BPJS's prefix but not of its length is marked", () => {
    expect(isOddVa('888880123456')).toBe(true);
    expect(isOddVa('8888801234567890')).toBe(false);
    expect(isOddVa('12345678')).toBe(false);
  });
});

describe('identity numbers', () => {
  const index = fc.integer({ min: 0, max: 3_600_000 });

  it('of the demo comply', () => {
    fc.assert(
      fc.property(index, fc.constantFrom('33.72.01', '64.71.03.1002', '18.71.10'), (at, area) => {
        expect(checkKk(demoKk(area, at)).ok).toBe(true);
        expect(checkNik(demoNik(area, at, 'female')).ok).toBe(true);
        expect(checkNik(demoNik(area, at, 'male')).ok).toBe(true);
        expect(isOddVa(demoVa(at % 100, at))).toBe(false);
      }),
    );
  });

  it('of the demo differ', () => {
    fc.assert(
      fc.property(index, index, (one, other) => {
        fc.pre(one !== other);
        expect(demoKk('33.72.01', one)).not.toBe(demoKk('33.72.01', other));
      }),
    );
  });

  it('are never changed, only stripped of marks: what is accepted has the digits that were written', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789 .-E+,\u00A0a') }), (text) => {
        for (const check of [checkKk, checkNik, checkVa]) {
          const checked = check(text);
          if (checked.ok) expect(checked.value).toBe(text.replace(/\D/g, ''));
        }
      }),
    );
  });

  it('of any text are answered, never thrown at', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...oddLetters) }), (text) => {
        for (const check of [checkKk, checkNik, checkVa]) expect(typeof check(text).ok).toBe('boolean');
      }),
    );
  });
});
