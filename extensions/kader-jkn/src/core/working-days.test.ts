import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DateText, daysAfter } from './period.ts';
import { type Days, isWorkingDay, workingDays } from './working-days.ts';

const day = (text: string) => text as DateText;
const start = day('2025-12-29');
const anyDay = fc.integer({ min: 0, max: 120 }).map((days) => daysAfter(start, days));
const anyAway = fc.array(
  fc.tuple(anyDay, fc.option(fc.integer({ min: 0, max: 30 }), { nil: null })).map(
    ([from, days]): Days => ({
      from,
      to: days === null ? null : daysAfter(from, days),
    }),
  ),
  { maxLength: 5 },
);

/** Slow and obvious: every day, one by one. */
function counted(from: DateText, to: DateText, away: readonly Days[]): number {
  let days = 0;
  for (let at = from; at <= to; at = daysAfter(at, 1)) {
    const isAway = away.some((one) => one.from <= at && (one.to === null || at <= one.to));
    if (isWorkingDay(at) && !isAway) days += 1;
  }
  return days;
}

describe('working days', () => {
  it('are Monday to Saturday', () => {
    // 29 December 2025 is a Monday, 4 January 2026 a Sunday
    expect(workingDays(start, day('2026-01-04'))).toBe(6);
    expect(isWorkingDay(day('2026-01-04'))).toBe(false);
    expect(workingDays(day('2026-01-04'), day('2026-01-04'))).toBe(0);
    expect(workingDays(day('2026-01-05'), day('2026-01-04'))).toBe(0);
  });

  it('are those of the calendar, without the days away, however these overlap', () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyAway, (from, to, away) => {
        expect(workingDays(from, to, away)).toBe(counted(from, to, away));
      }),
    );
  });
});
