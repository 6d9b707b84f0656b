import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkHolder, checkOverlap, creditedKader, type Holding, holderOn } from './assignment.ts';
import type { DateText } from './period.ts';

const day = (text: string) => text as DateText;
const held = (kader: number, from: string, to: string | null): Holding => ({
  kader,
  from_date: day(from),
  to_date: to === null ? null : day(to),
});

const history = [held(1, '2021-01-01', '2021-06-30'), held(2, '2021-07-01', '2021-12-31'), held(3, '2022-02-01', null)];

describe('who held a family', () => {
  it.each([
    ['2020-12-31', null],
    ['2021-01-01', 1],
    ['2021-06-30', 1],
    ['2021-07-01', 2],
    ['2021-12-31', 2],
    ['2022-01-15', null],
    ['2022-02-01', 3],
    ['2030-01-01', 3],
  ])('on %s: %s', (date, kader) => {
    expect(holderOn(history, day(date))).toBe(kader);
  });
});

describe('credit', () => {
  it('goes to the holder up to and including the last day of the partnership', () => {
    expect(creditedKader({ kader: 3, endedOn: null }, day('2022-01-05'))).toBe(3);
    expect(creditedKader({ kader: 3, endedOn: day('2022-01-05') }, day('2022-01-05'))).toBe(3);
    expect(creditedKader({ kader: 3, endedOn: day('2022-01-04') }, day('2022-01-05'))).toBeNull();
    expect(creditedKader(null, day('2022-01-05'))).toBeNull();
  });
});

describe('a new assignment', () => {
  it.each([
    ['between two others', held(4, '2022-01-01', '2022-01-31'), null],
    ['touching the last day of another', held(4, '2021-12-31', '2022-01-31'), '2021-12-31'],
    ['without an end before one that follows', held(4, '2022-01-01', null), '2022-02-01'],
    ['after one without an end', held(4, '2023-01-01', '2023-02-01'), '2023-01-01'],
    ['around another', held(4, '2021-06-30', '2022-01-01'), '2021-06-30'],
  ])('%s', (_, added, date) => {
    const result = checkOverlap(history, added);
    expect(result.ok ? null : result.params['date']).toBe(date);
  });

  it('is refused for a kader whose partnership has ended', () => {
    expect(checkHolder({ kader: 1, endedOn: day('2021-06-30') }, day('2021-07-01'))).toEqual({
      ok: false,
      reason: 'ended',
      params: { date: '2021-06-30' },
    });
    expect(checkHolder({ kader: 1, endedOn: null }, day('2021-07-01')).ok).toBe(true);
  });

  it('is refused exactly when some day would have two holders', () => {
    const days = fc.integer({ min: 1, max: 9 }).map((number) => `2022-01-0${number}`);
    const holdings = fc.tuple(days, fc.option(days)).map(([one, other]) => {
      const [from, to] = other === null || one <= other ? [one, other] : [other, one];
      return held(1, from, to);
    });
    fc.assert(
      fc.property(holdings, holdings, (other, added) => {
        const shared = Array.from({ length: 9 }, (_, place) => day(`2022-01-0${place + 1}`)).filter(
          (date) => holderOn([other], date) !== null && holderOn([added], date) !== null,
        );
        const result = checkOverlap([other], added);
        expect(result.ok ? undefined : result.params['date']).toBe(shared[0]);
      }),
    );
  });
});
