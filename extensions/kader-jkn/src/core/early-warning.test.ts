import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EarlyLimits, earlySigns, type HabitMonth, type KaderWork, median } from './early-warning.ts';
import { addMonths, type DateText, daysAfter, type Period } from './period.ts';
import type { StreakState } from './streak.ts';

const newest = '2026-03' as Period;
const today = '2026-04-14' as DateText;
const off: EarlyLimits = {
  drop_percent: null,
  idle_days: null,
  broken_percent: null,
  broken_count: null,
  last_day_percent: null,
  void_count: null,
};
const strict: EarlyLimits = {
  drop_percent: 50,
  idle_days: 6,
  broken_percent: 60,
  broken_count: 3,
  last_day_percent: 30,
  void_count: 3,
};
const months = (...amounts: number[]): HabitMonth[] =>
  amounts.map((collected, before) => ({
    month: addMonths(newest, -before),
    collected,
    state: collected > 0 ? 'collected' : 'zero',
  }));
const steady: KaderWork = {
  months: months(1000, 1000, 1000, 1000, 1000, 1000, 1000),
  newest,
  joinedOn: '2024-01-01' as DateText,
  leaves: [],
  holdsFamilies: true,
  activeOn: daysAfter(today, -1),
  today,
  promises: { kept: 8, broken: 2 },
  lastDay: { amount: 0, payments: 0 },
  undone: 0,
};
const signs = (change: Partial<KaderWork>, limits = strict) => earlySigns({ ...steady, ...change }, limits);
const kinds = (change: Partial<KaderWork>, limits = strict) => signs(change, limits).map(({ kind }) => kind);

describe('early signs', () => {
  it('are none where the work goes on as usual', () => {
    expect(signs({})).toEqual([]);
  });

  it('tell a sharp drop against the kader’s own habit, not against others', () => {
    const fallen = { months: months(400, 900, 1100, 1000, 5000, 800, 1200, 10) };
    expect(signs(fallen)).toEqual([{ kind: 'drop', month: newest, collected: 400, usual: 1050, months: 6 }]);
    expect(kinds({ months: months(500, 1000, 1000, 1000) })).toEqual(['drop']);
    expect(kinds({ months: months(501, 1000, 1000, 1000) })).toEqual([]);
    // a small habit that goes on is no drop
    expect(kinds({ months: months(10, 10, 10, 10) })).toEqual([]);
  });

  it('compare nothing with a habit of less than three months, of nothing, or of a month away', () => {
    expect(kinds({ months: months(0, 1000, 1000) })).toEqual([]);
    expect(kinds({ months: months(0, 0, 0, 0) })).toEqual([]);
    const away = { from: '2026-03-20' as DateText, to: '2026-03-25' as DateText };
    expect(kinds({ months: months(0, 1000, 1000, 1000), leaves: [away] })).toEqual([]);
    expect(kinds({ months: months(0, 1000, 1000, 1000), joinedOn: '2026-03-02' as DateText })).toEqual([]);
  });

  it('count working days without contact or payment, leave aside, today not yet', () => {
    // 6 April 2026 is a Monday: six working days lie between it and Tuesday the 14th
    const idle = { activeOn: '2026-04-06' as DateText };
    expect(signs(idle)).toEqual([{ kind: 'idle', days: 6, since: '2026-04-06' }]);
    expect(kinds({ activeOn: '2026-04-07' as DateText })).toEqual([]);
    const leave = [{ from: '2026-04-10' as DateText, to: '2026-04-10' as DateText }];
    expect(kinds({ ...idle, leaves: leave })).toEqual([]);
    expect(kinds({ ...idle, holdsFamilies: false })).toEqual([]);
    expect(signs({ activeOn: null, joinedOn: '2026-04-07' as DateText })).toMatchObject([{ days: 6, since: null }]);
  });

  it('tell promises broken from a share and a number on', () => {
    expect(signs({ promises: { kept: 2, broken: 3 } })).toEqual([{ kind: 'promises', broken: 3, judged: 5 }]);
    expect(kinds({ promises: { kept: 3, broken: 3 } })).toEqual([]);
    expect(kinds({ promises: { kept: 0, broken: 2 } })).toEqual([]);
    expect(kinds({ promises: { kept: 0, broken: 1 } }, { ...strict, broken_count: null })).toEqual(['promises']);
    expect(kinds({ promises: { kept: 0, broken: 0 } }, { ...strict, broken_count: null })).toEqual([]);
  });

  it('tell round sums on the last day by their share of the month, and payments undone', () => {
    expect(signs({ lastDay: { amount: 300, payments: 2 } })).toEqual([
      { kind: 'last-day', on: '2026-03-31', amount: 300, collected: 1000, payments: 2 },
    ]);
    expect(kinds({ lastDay: { amount: 299, payments: 2 } })).toEqual([]);
    expect(signs({ undone: 3 })).toEqual([{ kind: 'undone', payments: 3 }]);
    expect(kinds({ undone: 2 })).toEqual([]);
  });
});

const states: StreakState[] = ['collected', 'zero', 'leave', 'grace', 'no_binaan', 'not_joined'];
const rupiah = fc.integer({ min: 0, max: 20_000_000 });
const dayBefore = fc.integer({ min: 0, max: 60 }).map((days) => daysAfter(today, -days));
const anyWork: fc.Arbitrary<KaderWork> = fc.record({
  months: fc
    .array(fc.record({ collected: rupiah, state: fc.constantFrom(...states) }), { maxLength: 9 })
    .map((rows) => rows.map((row, before) => ({ ...row, month: addMonths(newest, -before) }))),
  newest: fc.constantFrom(newest, null),
  joinedOn: fc.option(dayBefore, { nil: null }).chain((late) => fc.constantFrom(late, '2024-01-01' as DateText)),
  leaves: fc.array(
    dayBefore.map((from) => ({ from, to: daysAfter(from, 3) })),
    { maxLength: 2 },
  ),
  holdsFamilies: fc.boolean(),
  activeOn: fc.option(dayBefore, { nil: null }),
  today: fc.constant(today),
  promises: fc.record({ kept: fc.nat({ max: 20 }), broken: fc.nat({ max: 20 }) }),
  lastDay: fc.record({ amount: rupiah, payments: fc.nat({ max: 9 }) }),
  undone: fc.nat({ max: 9 }),
});
const limit = (max: number) => fc.option(fc.integer({ min: 1, max }), { nil: null });
const anyLimits: fc.Arbitrary<EarlyLimits> = fc.record({
  drop_percent: limit(100),
  idle_days: limit(40),
  broken_percent: limit(100),
  broken_count: limit(10),
  last_day_percent: limit(100),
  void_count: limit(9),
});

describe('early signs of any work', () => {
  it('are none where every rule is off', () => {
    fc.assert(
      fc.property(anyWork, (work) => {
        expect(earlySigns(work, off)).toEqual([]);
      }),
    );
  });

  it('are each looked at by their own rule alone', () => {
    const order = ['drop', 'idle', 'promises', 'last-day', 'undone'];
    fc.assert(
      fc.property(anyWork, anyLimits, (work, limits) => {
        const { broken_count, ...rules } = limits;
        const apart = (Object.keys(rules) as (keyof typeof rules)[]).flatMap((rule) =>
          earlySigns(work, { ...off, broken_count, [rule]: limits[rule] }),
        );
        expect(earlySigns(work, limits)).toEqual(
          apart.toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind)),
        );
      }),
    );
  });

  it('stay when a limit gets stricter', () => {
    fc.assert(
      fc.property(anyWork, anyLimits, (work, limits) => {
        const stricter = Object.fromEntries(
          Object.entries(limits).map(([rule, value]) => [rule, value === null ? null : Math.max(1, value - 1)]),
        ) as unknown as EarlyLimits;
        const before = earlySigns(work, limits).map(({ kind }) => kind);
        expect(earlySigns(work, stricter).map(({ kind }) => kind)).toEqual(expect.arrayContaining(before));
      }),
    );
  });

  it('do not depend on how much a kader usually collects, only on the habit', () => {
    fc.assert(
      fc.property(anyWork, anyLimits, fc.integer({ min: 2, max: 9 }), (work, limits, times) => {
        const larger = {
          ...work,
          months: work.months.map((month) => ({ ...month, collected: month.collected * times })),
          lastDay: { ...work.lastDay, amount: work.lastDay.amount * times },
        };
        expect(earlySigns(larger, limits).map(({ kind }) => kind)).toEqual(
          earlySigns(work, limits).map(({ kind }) => kind),
        );
      }),
    );
  });

  it('never come of leave', () => {
    fc.assert(
      fc.property(anyWork, anyLimits, (work, limits) => {
        const { drop_percent, idle_days } = limits;
        const away = { ...work, leaves: [{ from: '2020-01-01' as DateText, to: null }] };
        expect(earlySigns(away, { ...off, drop_percent, idle_days })).toEqual([]);
      }),
    );
  });

  it('rest on the order of nothing', () => {
    fc.assert(
      fc.property(anyWork, anyLimits, (work, limits) => {
        expect(earlySigns({ ...work, months: work.months.toReversed() }, limits)).toEqual(earlySigns(work, limits));
      }),
    );
  });
});

describe('the median', () => {
  it('has as many values below as above', () => {
    fc.assert(
      fc.property(fc.array(rupiah, { minLength: 1 }), (values) => {
        const middle = median(values) ?? Number.NaN;
        const below = values.filter((value) => value < middle).length;
        const above = values.filter((value) => value > middle).length;
        expect(below).toBeLessThanOrEqual(values.length / 2);
        expect(above).toBeLessThanOrEqual(values.length / 2);
      }),
    );
    expect(median([])).toBeNull();
    expect(median([1, 2])).toBe(1.5);
  });
});
