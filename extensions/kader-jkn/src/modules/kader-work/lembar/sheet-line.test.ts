import { describe, expect, it } from 'vitest';
import { isTold, newLine, nothingTyped, rowOf, type SheetLine, totalsOf, typedOn, unreadableIn } from './sheet-line.ts';

const date = '2026-11-22';
const family = { id: 7, head_name: 'Siti', area: null, owed_months: 3, owed_amount: 105_000 };
const line = (typed: Partial<SheetLine['typed']> = {}): SheetLine => {
  const made = newLine(family, 'visit', 'row-0001');
  return { ...made, typed: { ...made.typed, ...typed } };
};

describe('a line', () => {
  it('says nothing until an outcome, money or a time is typed', () => {
    expect(isTold(line({ channel: 'phone', receipt: 'KW-1', promiseOn: '25' }))).toBe(false);
    expect(isTold(line({ outcome: 'met' }))).toBe(true);
    expect(isTold(line({ amount: '35000' }))).toBe(true);
  });

  it('takes money as the outcome, and takes that back with the money', () => {
    const paid = typedOn(nothingTyped('visit'), { amount: '35000' });
    expect(paid.outcome).toBe('paid');
    expect(typedOn(paid, { amount: null }).outcome).toBe('');
    const promised = typedOn({ ...nothingTyped('visit'), outcome: 'promised' }, { amount: '35000' });
    expect(promised.outcome).toBe('promised');
  });

  it('is sent as the server reads it', () => {
    const typed = {
      time: '9.05',
      outcome: 'promised',
      promiseOn: '25',
      promiseAmount: '70000',
      amount: '35000',
    } as const;
    expect(rowOf(line({ ...typed, receipt: ' KW-1 ' }), date)).toEqual({
      client_id: 'row-0001',
      binaan: 7,
      time: '09:05',
      contact: {
        channel: 'visit',
        outcome: 'promised',
        promise_on: '2026-11-25',
        promise_amount: 70_000,
        follow_up_on: null,
        cap_reason: null,
      },
      payment: { amount: 35_000, kind: 'arrears', external_ref: 'KW-1', confirm_duplicate: false },
    });
    expect(rowOf(line({ outcome: 'not_home', followUpOn: '+7' }), date).contact).toMatchObject({
      outcome: 'not_home',
      follow_up_on: '2026-11-29',
    });
    expect(rowOf(line({ amount: '35000', followUpOn: '+7' }), date).contact).toMatchObject({ follow_up_on: null });
    expect(rowOf(line({ outcome: 'met', promiseOn: '25', promiseAmount: '70000' }), date)).toMatchObject({
      contact: { promise_on: null, promise_amount: null },
      payment: null,
    });
  });

  it('tells what cannot be read', () => {
    expect(unreadableIn(line({ time: 'siang' }), date)).toBe('timeBad');
    expect(unreadableIn(line({ outcome: 'promised', promiseOn: 'besok' }), date)).toBe('dayBad');
    expect(unreadableIn(line({ outcome: 'met', promiseOn: 'besok' }), date)).toBeNull();
    expect(unreadableIn(line({ outcome: 'met', followUpOn: 'besok' }), date)).toBe('dayBad');
    expect(unreadableIn(line({ time: '9', followUpOn: 'besok' }), date)).toBeNull();
  });
});

it('adds up what is typed', () => {
  const lines = [
    line(),
    line({ outcome: 'met' }),
    line({ outcome: 'promised' }),
    line({ outcome: 'paid', amount: '35000' }),
  ];
  expect(totalsOf(lines)).toEqual({ lines: 3, contacts: 3, promises: 1, payments: 1, total: 35_000 });
});
