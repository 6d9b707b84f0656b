import { describe, expect, it } from 'vitest';
import { type Candidate, contractDaysLeft, familiesFreeFrom, lackingOf } from './kader-life.ts';
import type { DateText } from './period.ts';

const day = (text: string) => text as DateText;
const today = day('2026-07-15');
const ready: Candidate = {
  briefedOn: day('2026-07-01'),
  contractNumber: '012/PKS/2026',
  contractFrom: day('2026-07-15'),
  contractTo: day('2027-07-14'),
  trainingRequired: true,
  topicsMissing: 0,
};

describe('a candidate', () => {
  it('lacks nothing with briefing, contract and the required topics', () => {
    expect(lackingOf(ready, today)).toEqual([]);
  });

  it('lacks everything at first, in the order in which it is seen to', () => {
    const fresh = { briefedOn: null, contractNumber: null, contractFrom: null, contractTo: null };
    const lacking = lackingOf({ ...fresh, trainingRequired: true, topicsMissing: 6 }, today);
    expect(lacking).toEqual(['briefing', 'contract-number', 'contract-dates', 'training']);
  });

  it.each([
    ['a blank number', { contractNumber: '  ' }, 'contract-number'],
    ['half the dates', { contractTo: null }, 'contract-dates'],
    ['a contract that has ended', { contractFrom: day('2025-01-01'), contractTo: day('2026-07-14') }, 'contract-ended'],
    ['a topic', { topicsMissing: 1 }, 'training'],
  ] as const)('lacks %s', (_, change, lacking) => {
    expect(lackingOf({ ...ready, ...change }, today)).toEqual([lacking]);
  });

  it('needs no training where the policy does not ask for it', () => {
    expect(lackingOf({ ...ready, trainingRequired: false, topicsMissing: 6 }, today)).toEqual([]);
  });

  it('may begin on the last day of the contract', () => {
    expect(lackingOf({ ...ready, contractFrom: today, contractTo: today }, today)).toEqual([]);
  });
});

describe('a contract', () => {
  it.each([
    [null, null],
    ['2026-07-15', 0],
    ['2026-08-14', 30],
    ['2026-07-14', -1],
    ['2027-03-01', 229],
  ] as const)('that ends on %s has %s days left', (ends, left) => {
    expect(contractDaysLeft(ends === null ? null : day(ends), today)).toBe(left);
  });
});

describe('the end of a partnership', () => {
  const partnership = { joinedOn: day('2024-01-02'), creditedOn: day('2026-07-10') };

  it('frees the families on the next day', () => {
    expect(familiesFreeFrom(partnership, day('2026-07-10'), today)).toEqual({ ok: true, value: '2026-07-11' });
    expect(familiesFreeFrom({ joinedOn: null, creditedOn: null }, day('2025-12-31'), today)).toEqual({
      ok: true,
      value: '2026-01-01',
    });
  });

  it('is not in the future, nor before the kader joined', () => {
    expect(familiesFreeFrom(partnership, day('2026-07-16'), today)).toMatchObject({ ok: false, reason: 'end-day' });
    expect(familiesFreeFrom(partnership, day('2024-01-01'), today)).toMatchObject({ ok: false, reason: 'end-day' });
  });

  it('is not before a payment that the kader was credited with', () => {
    expect(familiesFreeFrom(partnership, day('2026-07-09'), today)).toMatchObject({
      ok: false,
      reason: 'end-before-credit',
      params: { date: '2026-07-10' },
    });
  });
});
