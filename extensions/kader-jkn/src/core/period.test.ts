import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  bookMonth,
  type DateText,
  dateOf,
  daysOf,
  daysSoFar,
  firstDay,
  hasEnded,
  lastDay,
  monthOf,
  monthsBetween,
  oldestOpenMonth,
  type Period,
  parseDate,
  parseMoment,
  parsePeriod,
  periodOf,
  periodsBetween,
} from './period.ts';

const month = (text: string) => text as Period;
const months = fc.integer({ min: -240, max: 240 }).map((count) => addMonths(month('2020-01'), count));
const zones = fc.constantFrom('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura');

describe('the month of a payment', () => {
  it.each([
    ['2022-01-31T16:30:00Z', 'Asia/Jakarta', '2022-01'],
    ['2022-01-31T16:30:00Z', 'Asia/Makassar', '2022-02'],
    ['2022-01-31T16:30:00Z', 'Asia/Jayapura', '2022-02'],
    ['2022-01-31T16:59:59.999Z', 'Asia/Jakarta', '2022-01'],
    ['2022-01-31T17:00:00Z', 'Asia/Jakarta', '2022-02'],
    ['2021-12-31T15:00:00Z', 'Asia/Jayapura', '2022-01'],
    ['2022-01-31T23:30:00+07:00', 'Asia/Makassar', '2022-02'],
    ['2022-02-01T00:30:00+08:00', 'Asia/Jakarta', '2022-01'],
  ] as const)('of %s in %s is %s', (moment, timezone, expected) => {
    expect(periodOf(moment, timezone)).toBe(expected);
    expect(periodOf(new Date(moment), timezone)).toBe(expected);
  });

  it('is the month of its local day', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
        zones,
        (moment, zone) => {
          expect(monthOf(dateOf(moment, zone))).toBe(periodOf(moment, zone));
        },
      ),
    );
  });
});

describe('reading text', () => {
  it.each(['2022-13', '2022-00', '2022-1', '22-01', '2022-01-01', ''])('"%s" is no month', (text) => {
    expect(parsePeriod(text)).toBeNull();
  });

  it.each(['2022-02-29', '2022-04-31', '2022-01-00', '2022-1-1', '2022-01-01T00:00:00Z', 'kemarin'])(
    '"%s" is no day',
    (text) => {
      expect(parseDate(text)).toBeNull();
    },
  );

  it.each(['2022-01-31T16:30:00', '2022-01-31', '2022-02-30T10:00:00Z', '2022-01-31T25:00:00Z', 'kemarin', ''])(
    '"%s" is no moment',
    (text) => {
      expect(parseMoment(text)).toBeNull();
    },
  );

  it('takes a moment as PostgreSQL and as Directus write it', () => {
    const expected = new Date('2022-01-31T16:30:00Z');
    expect(parseMoment('2022-01-31T16:30:00.000Z')).toEqual(expected);
    expect(parseMoment('2022-01-31T16:30:00+00:00')).toEqual(expected);
    expect(parseMoment('2022-01-31 16:30:00+00')).toEqual(expected);
  });

  it('takes the 29th of February of a leap year', () => {
    expect(parseDate('2020-02-29')).toBe('2020-02-29');
  });

  it('throws on a moment that was never checked', () => {
    expect(() => dateOf('kemarin', 'Asia/Jakarta')).toThrow(RangeError);
  });
});

describe('counting months', () => {
  it.each([
    ['2021-12', 1, '2022-01'],
    ['2022-01', -1, '2021-12'],
    ['2022-01', -25, '2019-12'],
    ['2020-03', 24, '2022-03'],
  ])('%s and %i months is %s', (from, count, expected) => {
    expect(addMonths(month(from), count)).toBe(expected);
  });

  it('adds what lies between', () => {
    fc.assert(
      fc.property(months, months, (from, to) => {
        expect(addMonths(from, monthsBetween(from, to))).toBe(to);
        expect(monthsBetween(from, to)).toBe(-monthsBetween(to, from) + 0);
        expect(from < to).toBe(monthsBetween(from, to) > 0);
      }),
    );
  });

  it('lists every month of a span once, both ends included', () => {
    expect(periodsBetween(month('2017-05'), month('2017-11'))).toHaveLength(7);
    expect(periodsBetween(month('2021-12'), month('2022-01'))).toEqual(['2021-12', '2022-01']);
    expect(periodsBetween(month('2022-02'), month('2022-01'))).toEqual([]);
  });

  it('knows the days of a month', () => {
    expect(firstDay(month('2020-02'))).toBe('2020-02-01');
    expect(lastDay(month('2020-02'))).toBe('2020-02-29');
    expect(lastDay(month('2022-02'))).toBe('2022-02-28');
    expect(daysOf(month('2022-12'))).toBe(31);
    fc.assert(fc.property(months, (any) => parseDate(lastDay(any)) === lastDay(any)));
  });

  it('counts the days so far of the running month only', () => {
    const today = '2022-02-09' as DateText;
    expect(['2022-01', '2022-02', '2022-03'].map((text) => daysSoFar(month(text), today))).toEqual([31, 9, 31]);
  });
});

describe('the end of a month', () => {
  it.each([
    ['2022-01-31T16:59:59Z', 'Asia/Jakarta', false],
    ['2022-01-31T17:00:00Z', 'Asia/Jakarta', true],
    ['2022-01-31T16:00:00Z', 'Asia/Makassar', true],
  ] as const)('at %s in %s: ended %s', (now, timezone, expected) => {
    expect(hasEnded(month('2022-01'), new Date(now), timezone)).toBe(expected);
  });
});

describe('the month of the books', () => {
  const books = (firstMonth: string, closedThrough: string | null) => ({
    firstMonth: month(firstMonth),
    closedThrough: closedThrough === null ? null : month(closedThrough),
  });

  it.each([
    ['in its own month while that is open', '2022-02', '2021-01', '2022-01', '2022-02', false],
    ['in the oldest open month when its own is closed, late', '2022-01', '2021-01', '2022-01', '2022-02', true],
    ['in the first month when it was paid before the books began, late', '2020-06', '2021-01', null, '2021-01', true],
    ['in its own month while nothing is closed', '2021-05', '2021-01', null, '2021-05', false],
  ])('books %s', (_, paid, first, closed, expected, late) => {
    expect(bookMonth({ paidMonth: month(paid), ...books(first, closed) })).toEqual({ month: expected, late });
  });

  it('is never closed, never before the first, and late exactly when it is not the paid month', () => {
    fc.assert(
      fc.property(months, months, fc.option(months), (paidMonth, firstMonth, closedThrough) => {
        const booked = bookMonth({ paidMonth, firstMonth, closedThrough });
        expect(booked.month >= oldestOpenMonth({ firstMonth, closedThrough })).toBe(true);
        expect(booked.month >= firstMonth).toBe(true);
        expect(closedThrough === null || booked.month > closedThrough).toBe(true);
        expect(booked.late).toBe(booked.month !== paidMonth);
      }),
    );
  });
});
