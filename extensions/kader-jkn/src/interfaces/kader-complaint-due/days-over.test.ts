import { describe, expect, it } from 'vitest';
import { daysOver } from './days-over.ts';

describe('days over a term', () => {
  it.each([
    [new Date(2026, 6, 14, 23, 59), -1],
    [new Date(2026, 6, 15, 0, 0), 0],
    [new Date(2026, 6, 15, 23, 59), 0],
    [new Date(2026, 6, 16, 0, 1), 1],
    [new Date(2026, 7, 15), 31],
  ] as const)('at %s are %s', (at, days) => {
    expect(daysOver('2026-07-15', at)).toBe(days);
  });
});
