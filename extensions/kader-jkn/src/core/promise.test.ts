import { describe, expect, it } from 'vitest';
import type { DateText } from './period.ts';
import { judgePromise, keptRate, type Promised } from './promise.ts';

const day = (text: string) => text as DateText;
const made: Promised = { at: '2026-03-02T03:00:00Z', promise_on: day('2026-03-10'), promise_amount: 100_000 };
const judge = (payments: [string, number][], today: string, promised: Promised = made) =>
  judgePromise(
    promised,
    payments.map(([paid_at, amount]) => ({ paid_at, amount })),
    day(today),
    'Asia/Jakarta',
  );

describe('a promise', () => {
  it('is open up to its day, and broken after it', () => {
    expect(judge([], '2026-03-10')).toBe('open');
    expect(judge([], '2026-03-11')).toBe('broken');
  });

  it('is kept when payments since it reach the amount, also in parts', () => {
    expect(judge([['2026-03-03T03:00:00Z', 99_999]], '2026-03-11')).toBe('broken');
    expect(
      judge(
        [
          ['2026-03-03T03:00:00Z', 60_000],
          ['2026-03-09T03:00:00Z', 40_000],
        ],
        '2026-03-09',
      ),
    ).toBe('kept');
  });

  it('is not kept by what was paid before it was made, or at that very moment', () => {
    expect(judge([['2026-03-02T02:59:59Z', 100_000]], '2026-03-05')).toBe('open');
    expect(judge([['2026-03-02T03:00:00Z', 100_000]], '2026-03-05')).toBe('open');
  });

  it('takes the promised day in the branch calendar', () => {
    expect(judge([['2026-03-10T16:59:59Z', 100_000]], '2026-03-11')).toBe('kept');
    expect(judge([['2026-03-10T17:00:00Z', 100_000]], '2026-03-12')).toBe('broken');
  });

  it('without an amount is kept by any payment, but not by one that was taken back', () => {
    const any = { ...made, promise_amount: null };
    expect(judge([['2026-03-03T03:00:00Z', 1]], '2026-03-04', any)).toBe('kept');
    const reversed: [string, number][] = [
      ['2026-03-03T03:00:00Z', 50_000],
      ['2026-03-04T03:00:00Z', -50_000],
    ];
    expect(judge(reversed, '2026-03-11', any)).toBe('broken');
  });

  it('that was broken is kept after all where money paid in time becomes known', () => {
    expect(judge([['2026-03-10T03:00:00Z', 100_000]], '2026-05-01')).toBe('kept');
  });
});

describe('the rate of kept promises', () => {
  it('is of those judged; none judged is no rate', () => {
    expect(keptRate({ open: 3, kept: 2, broken: 1 })).toBe(6667);
    expect(keptRate({ open: 3, kept: 0, broken: 0 })).toBeNull();
  });
});
