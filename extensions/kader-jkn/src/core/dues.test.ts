import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duesRates } from './dues.samples.ts';
import { familyDues, personDues } from './dues.ts';
import type { Period } from './period.ts';

describe('dues of a person', () => {
  it.each([
    [1, '2016-04', 80_000],
    [2, '2019-12', 51_000],
    [3, '2019-12', 25_500],
    [1, '2020-01', 160_000],
    [2, '2020-02', 110_000],
    [3, '2020-03', 42_000],
    [1, '2020-04', 80_000],
    [2, '2020-05', 51_000],
    [3, '2020-06', 25_500],
    [1, '2020-07', 150_000],
    [2, '2020-12', 100_000],
    [3, '2020-12', 25_500],
    [3, '2021-01', 35_000],
    [1, '2022-01', 150_000],
  ] as const)('class %i in %s pays %i', (duesClass, month, expected) => {
    expect(personDues(duesRates, duesClass, month as Period)).toEqual({ ok: true, value: expected });
  });

  it('is refused in a month without a rate', () => {
    expect(personDues(duesRates, 2, '2016-03' as Period)).toEqual({
      ok: false,
      reason: 'no-dues',
      params: { class: 2, date: '2016-03-01' },
    });
  });

  it('takes a rate that starts within the month from the next one', () => {
    const rates = [{ class: 1, effective_from: '2022-05-02', dues: 10, participant_pays: 10 } as const];
    expect(personDues(rates, 1, '2022-05' as Period).ok).toBe(false);
    expect(personDues(rates, 1, '2022-06' as Period).ok).toBe(true);
  });
});

describe('dues of a family', () => {
  it('is one bill, split over its members', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.constantFrom(1, 2, 3), (members, duesClass) => {
        const person = personDues(duesRates, duesClass, '2022-01' as Period);
        const family = familyDues(duesRates, { class: duesClass, members }, '2022-01' as Period);
        expect(person.ok && family.ok && family.value).toBe(person.ok && person.value * members);
      }),
    );
  });
});
