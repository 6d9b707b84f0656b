import { describe, expect, it } from 'vitest';
import { checkClose } from './close.ts';
import type { Period } from './period.ts';

const month = (text: string) => text as Period;
const books = { firstMonth: month('2021-01'), closedThrough: month('2021-12'), timezone: 'Asia/Jakarta' } as const;

describe('closing a month', () => {
  it.each([
    ['may begin when its last day has passed', '2022-01', '2022-01-31T17:00:00Z', null, {}],
    ['may not begin before', '2022-01', '2022-01-31T16:59:59Z', 'month-not-ended', { month: '2022-01' }],
    ['goes in order', '2022-02', '2022-06-01T00:00:00Z', 'month-order', { month: '2022-01' }],
    ['happens once', '2021-12', '2022-06-01T00:00:00Z', 'period-closed', { month: '2021-12' }],
    ['does not reach before the books', '2020-12', '2022-06-01T00:00:00Z', 'period-closed', { month: '2020-12' }],
  ])('%s', (_, asked, now, reason, params) => {
    const result = checkClose(month(asked), books, new Date(now));
    expect(result).toEqual(reason === null ? { ok: true, value: asked } : { ok: false, reason, params });
  });

  it('begins with the first month of the books', () => {
    const fresh = { ...books, closedThrough: null };
    expect(checkClose(month('2021-01'), fresh, new Date('2022-01-01T00:00:00Z')).ok).toBe(true);
  });
});
