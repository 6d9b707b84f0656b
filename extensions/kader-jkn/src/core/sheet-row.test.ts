import { describe, expect, it } from 'vitest';
import type { DateText } from './period.ts';
import { checkSheetRow, momentOfRow, readTime, type ToldRow } from './sheet-row.ts';

const date = '2022-01-20' as DateText;
const met = { outcome: 'met', promise_on: null, promise_amount: null, follow_up_on: null };
const row = (fields: Partial<ToldRow>): ToldRow => ({ time: null, contact: null, payment: null, ...fields });
const reason = (fields: Partial<ToldRow>) => {
  const checked = checkSheetRow(row(fields), date);
  return checked.ok ? null : checked.reason;
};

describe('a line', () => {
  it('tells a contact, a payment, or both', () => {
    expect(reason({ contact: met })).toBeNull();
    expect(reason({ payment: { amount: 35_000 } })).toBeNull();
    expect(reason({})).toBe('sheet-row-empty');
  });

  it('names the outcome, and the day of a promise, which is not past', () => {
    expect(reason({ contact: { ...met, outcome: null } })).toBe('sheet-outcome');
    expect(reason({ contact: { ...met, outcome: 'promised' } })).toBe('sheet-promise');
    const promised = { ...met, outcome: 'promised', promise_on: '2022-01-19' as DateText };
    expect(reason({ contact: promised })).toBe('sheet-promise-past');
    expect(reason({ contact: { ...promised, promise_on: date } })).toBeNull();
  });

  it('is followed up on the day of the contact at the earliest', () => {
    expect(reason({ contact: { ...met, follow_up_on: '2022-01-19' as DateText } })).toBe('sheet-follow-up-past');
    expect(reason({ contact: { ...met, follow_up_on: date } })).toBeNull();
  });

  it('takes whole rupiah above zero and a time of the day', () => {
    expect(reason({ payment: { amount: 0 } })).toBe('amount-invalid');
    expect(reason({ contact: { ...met, promise_amount: 0.5 } })).toBe('amount-invalid');
    expect(reason({ contact: met, time: '24:00' })).toBe('sheet-time');
  });
});

describe('the moment of a line', () => {
  const at = (time: string | null, now: string) =>
    momentOfRow(time, date, 'Asia/Makassar', new Date(now)).toISOString();

  it('is its time in the zone of the branch', () => {
    expect(at('08:15', '2022-01-21T00:00:00Z')).toBe('2022-01-20T00:15:00.000Z');
  });

  it('is noon where none is told, or now before noon of the same day', () => {
    expect(at(null, '2022-01-21T00:00:00Z')).toBe('2022-01-20T04:00:00.000Z');
    expect(at(null, '2022-01-20T01:00:00Z')).toBe('2022-01-20T01:00:00.000Z');
  });
});

it.each([
  ['14.30', '14:30'],
  ['9:5', '09:05'],
  ['0930', '09:30'],
  ['8', '08:00'],
  ['25', null],
  ['siang', null],
])('reads %s as %s', (text, time) => {
  expect(readTime(text)).toBe(time);
});
