import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, type DateText, type Period, periodsBetween } from './period.ts';
import {
  decideReviews,
  type MonthFacts,
  type StreakMonth,
  type StreakReview,
  type StreakState,
  streakState,
  zeroStreak,
} from './streak.ts';

const month = (text: string) => text as Period;
const day = (text: string) => text as DateText;

const february: MonthFacts = {
  month: month('2020-02'),
  collections: 0,
  familiesHeld: 120,
  joinedOn: day('2019-01-01'),
  endedOn: null,
  leaves: [],
  graceMonths: 0,
};

const letters: Record<string, StreakState> = {
  c: 'collected',
  z: 'zero',
  l: 'leave',
  n: 'not_joined',
  g: 'grace',
  b: 'no_binaan',
  e: 'ended',
};

/** Months from 2020-01 on, a letter each: c collected, z zero, l leave, n not joined, g grace, b no binaan, e ended. */
function monthsOf(states: string): StreakMonth[] {
  return [...states].map((letter, place) => ({
    month: addMonths(month('2020-01'), place),
    state: letters[letter] ?? 'zero',
  }));
}

describe('what a month says', () => {
  it.each([
    ['nothing collected', {}, 'zero'],
    ['something collected', { collections: 1 }, 'collected'],
    ['something collected on leave', { collections: 1, leaves: [{ from: day('2020-02-01'), to: null }] }, 'collected'],
    ['on leave for a day', { leaves: [{ from: day('2020-02-29'), to: day('2020-03-15') }] }, 'leave'],
    ['leave that ended before', { leaves: [{ from: day('2020-01-01'), to: day('2020-01-31') }] }, 'zero'],
    ['leave that begins after', { leaves: [{ from: day('2020-03-01'), to: null }] }, 'zero'],
    ['leave without an end', { leaves: [{ from: day('2020-01-15'), to: null }] }, 'leave'],
    ['joined on the first day', { joinedOn: day('2020-02-01') }, 'zero'],
    ['joined within the month', { joinedOn: day('2020-02-02') }, 'not_joined'],
    ['not joined', { joinedOn: null }, 'not_joined'],
    ['the first of two grace months', { joinedOn: day('2020-02-01'), graceMonths: 2 }, 'grace'],
    ['the second of two grace months', { joinedOn: day('2019-12-15'), graceMonths: 2 }, 'grace'],
    ['after two grace months', { joinedOn: day('2019-12-01'), graceMonths: 2 }, 'zero'],
    ['no binaan', { familiesHeld: 0 }, 'no_binaan'],
    ['ended within the month', { endedOn: day('2020-02-28') }, 'ended'],
    ['ended on its last day', { endedOn: day('2020-02-29') }, 'zero'],
  ] as const)('%s', (_, changes, expected) => {
    expect(streakState({ ...february, ...changes })).toBe(expected);
  });
});

describe('the streak', () => {
  it.each([
    ['', 0, null, null],
    ['c', 0, null, null],
    ['zzz', 3, '2020-01', '2020-03'],
    ['czz', 2, '2020-02', '2020-03'],
    ['zzzc', 0, null, null],
    ['zlz', 2, '2020-01', '2020-03'],
    ['zzl', 2, '2020-01', '2020-02'],
    ['nngz', 1, '2020-04', '2020-04'],
    ['czbz', 2, '2020-02', '2020-04'],
    ['lll', 0, null, null],
  ])('of "%s" is %i months', (states, length, from, to) => {
    expect(zeroStreak(monthsOf(states))).toEqual({ length, from, to });
  });

  it('does not reach over a month that is missing', () => {
    const months = monthsOf('zzzz').filter(({ month: each }) => each !== '2020-02');
    expect(zeroStreak(months)).toEqual({ length: 2, from: '2020-03', to: '2020-04' });
  });

  const states = fc.string({ unit: fc.constantFrom(...Object.keys(letters)), maxLength: 14 });

  it('does not depend on the order it is told in', () => {
    fc.assert(
      fc.property(states, (any) => {
        expect(zeroStreak(monthsOf(any).reverse())).toEqual(zeroStreak(monthsOf(any)));
      }),
    );
  });

  it('grows by one with a zero month, ends with money, and is kept by any other', () => {
    fc.assert(
      fc.property(states, (any) => {
        const { length } = zeroStreak(monthsOf(any));
        expect(zeroStreak(monthsOf(`${any}z`)).length).toBe(length + 1);
        expect(zeroStreak(monthsOf(`${any}c`)).length).toBe(0);
        for (const kept of 'lngbe') expect(zeroStreak(monthsOf(any + kept)).length).toBe(length);
      }),
    );
  });

  it('is never longer for late money', () => {
    fc.assert(
      fc.property(states, fc.nat(13), (any, place) => {
        const late = [...any].map((letter, position) => (position === place ? 'c' : letter)).join('');
        expect(zeroStreak(monthsOf(late)).length).toBeLessThanOrEqual(zeroStreak(monthsOf(any)).length);
      }),
    );
  });
});

describe('warnings and reviews', () => {
  const decide = (
    states: string,
    {
      limit = 3,
      warning = null,
      warned = [],
      reviews = [],
    }: { limit?: number | null; warning?: number | null; warned?: string[]; reviews?: StreakReview[] } = {},
  ) => {
    const { warn, open, withdraw } = decideReviews({
      months: monthsOf(states),
      policy: { limit, warning },
      warned: warned.map(month),
      reviews,
    });
    return { warn: warn?.length ?? null, open: open?.length ?? null, withdraw };
  };
  const nothing = { warn: null, open: null, withdraw: [] };
  const review = (
    streak_from: string,
    streak_to: string,
    status: StreakReview['status'] = 'open',
    id = 9,
  ): StreakReview => ({
    id,
    streak_from: month(streak_from),
    streak_to: month(streak_to),
    status,
  });

  it.each([
    ['warns one month before the limit', 'czz', {}, { ...nothing, warn: 2 }],
    ['opens a review at the limit', 'czzz', {}, { ...nothing, open: 3 }],
    ['opens a review over a month of leave', 'zzlz', {}, { ...nothing, open: 3 }],
    ['does neither for a kader on leave before the limit', 'czll', {}, nothing],
    ['warns once per streak', 'czzl', { warned: ['2020-03'] }, nothing],
    ['warns again in a new streak', 'zzczz', { warned: ['2020-02'] }, { ...nothing, warn: 2 }],
    ['opens one review per streak', 'czzzz', { reviews: [review('2020-02', '2020-04')] }, nothing],
    ['leaves a decided streak alone', 'czzzz', { reviews: [review('2020-02', '2020-04', 'decided')] }, nothing],
    [
      'opens another in a new streak',
      'zzzczzz',
      { reviews: [review('2020-01', '2020-03', 'decided')] },
      { ...nothing, open: 3 },
    ],
    [
      'does not open a second when the streak turns out to begin earlier',
      'zzzzz',
      { reviews: [review('2020-02', '2020-04')] },
      nothing,
    ],
    ['has no rule without a limit', 'zzzzzz', { limit: null }, nothing],
    ['warns when the policy says', 'zz', { limit: 5, warning: 2 }, { ...nothing, warn: 2 }],
    ['gives no warning at a limit of one', 'z', { limit: 1 }, { ...nothing, open: 1 }],
    ['is silent once the partnership has ended', 'zzze', {}, nothing],
  ])('%s', (_, states, options, expected) => {
    expect(decide(states, options)).toEqual(expected);
  });

  it('late money for a month of the streak withdraws the review', () => {
    expect(decide('czcz', { reviews: [review('2020-02', '2020-04')] })).toEqual({ ...nothing, withdraw: [9] });
    expect(decide('czcz', { reviews: [review('2020-02', '2020-04', 'answered')] }).withdraw).toEqual([9]);
  });

  it('withdraws even where there is no rule any more', () => {
    expect(decide('czcz', { limit: null, reviews: [review('2020-02', '2020-04')] }).withdraw).toEqual([9]);
  });

  it('opens a new one for the streak that late money leaves of a decided one', () => {
    expect(decide('zczzz', { reviews: [review('2020-01', '2020-03', 'decided')] }).open).toBe(3);
  });

  it('does not open a second when the first month of the streak turns out to be leave', () => {
    expect(decide('lzzz', { reviews: [review('2020-01', '2020-03')] })).toEqual(nothing);
  });

  it('does not open again the very streak of a withdrawn review', () => {
    expect(decide('czzz', { reviews: [review('2020-02', '2020-04', 'withdrawn')] })).toEqual(nothing);
    expect(decide('czzzz', { reviews: [review('2020-03', '2020-05', 'withdrawn')] }).open).toBe(4);
  });

  it('never withdraws what a person has decided', () => {
    expect(decide('czcz', { reviews: [review('2020-02', '2020-04', 'decided')] }).withdraw).toEqual([]);
  });

  it('money after the streak does not withdraw it', () => {
    expect(decide('zzzc', { reviews: [review('2020-01', '2020-03')] }).withdraw).toEqual([]);
  });

  it('opens a new one in place of the withdrawn when what is left still reaches the limit', () => {
    expect(decide('czzz', { reviews: [review('2020-01', '2020-04')] })).toEqual({ ...nothing, open: 3, withdraw: [9] });
  });

  it('closing the same month again opens and warns of nothing new', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('z', 'c', 'l', 'b'), maxLength: 10 }),
        fc.integer({ min: 1, max: 4 }),
        (states, limit) => {
          const months = monthsOf(states);
          const policy = { limit, warning: null };
          const first = decideReviews({ months, policy, warned: [], reviews: [] });
          const warned = first.warn?.to ? [first.warn.to] : [];
          const reviews = first.open?.from && first.open.to ? [review(first.open.from, first.open.to)] : [];
          expect(decideReviews({ months, policy, warned, reviews })).toMatchObject({
            warn: null,
            open: null,
            withdraw: [],
          });
        },
      ),
    );
  });

  it('month by month, opens at most one review and one warning a streak', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('z', 'c', 'l'), maxLength: 16 }), (states) => {
        const warned: Period[] = [];
        const reviews: StreakReview[] = [];
        for (const length of periodsBetween(month('2020-01'), month('2021-04')).keys()) {
          const { warn, open } = decideReviews({
            months: monthsOf(states.slice(0, length)),
            policy: { limit: 3, warning: null },
            warned,
            reviews,
          });
          if (warn?.to) warned.push(warn.to);
          if (open?.from && open.to) reviews.push(review(open.from, open.to));
        }
        const runs = states
          .slice(0, 15)
          .split('c')
          .map((run) => run.replaceAll('l', '').length);
        expect(reviews).toHaveLength(runs.filter((run) => run >= 3).length);
        expect(warned).toHaveLength(runs.filter((run) => run >= 2).length);
      }),
    );
  });
});
