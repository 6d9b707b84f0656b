import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coachingPoints, hindrances, type MonthOfWork } from './coaching.ts';

const work: MonthOfWork = {
  contacts: 100,
  contact_days: 24,
  family_days: 120,
  outcomes: { met: 60, paid: 40 },
  promises_due: 10,
  promises_broken: 2,
};
const expected = { workingDays: 26, contactsPerDay: 5 };
const kinds = (change: Partial<MonthOfWork>) =>
  coachingPoints({ ...work, ...change }, expected).map(({ kind }) => kind);

describe('what to talk about with a kader below target', () => {
  it('is nothing where the contacts give no reason', () => {
    expect(kinds({})).toEqual([]);
  });

  it('is that nobody was contacted, and then nothing else of the contacts', () => {
    expect(kinds({ contacts: 0, contact_days: 0, family_days: 0, outcomes: {} })).toEqual(['no-contacts']);
  });

  it('is few days in the field, and few families on those days', () => {
    expect(coachingPoints({ ...work, contact_days: 12, family_days: 36 }, expected)).toEqual([
      { kind: 'few-days', days: 12, working_days: 26 },
      { kind: 'few-families', families: 3, due: 5 },
    ]);
    expect(kinds({ contact_days: 13, family_days: 65 })).toEqual([]);
  });

  it('expects no number of families where the policy names none', () => {
    expect(coachingPoints({ ...work, family_days: 24 }, { ...expected, contactsPerDay: null })).toEqual([]);
  });

  it('is broken promises from half of them', () => {
    expect(kinds({ promises_broken: 5 })).toEqual(['promises-broken']);
    expect(kinds({ promises_due: 0, promises_broken: 0 })).toEqual([]);
  });

  it('is what was met at the door, the most frequent first, three at most', () => {
    const outcomes = { not_home: 30, cannot_afford: 12, refused: 40, moved: 11, deceased: 9 };
    expect(coachingPoints({ ...work, outcomes }, expected)).toEqual([
      { kind: 'hindered', outcome: 'refused', contacts: 40, of: 100 },
      { kind: 'hindered', outcome: 'not_home', contacts: 30, of: 100 },
      { kind: 'hindered', outcome: 'cannot_afford', contacts: 12, of: 100 },
    ]);
  });

  it('is a threat before anything else, however rare', () => {
    expect(kinds({ contact_days: 3, family_days: 15, outcomes: { threatened: 1 } })).toEqual([
      'threatened',
      'few-days',
    ]);
  });

  it('never claims more contacts than there were', () => {
    const count = fc.nat({ max: 200 });
    fc.assert(
      fc.property(
        fc.array(count, { minLength: hindrances.length, maxLength: hindrances.length }),
        count,
        (each, met) => {
          const outcomes = Object.fromEntries(hindrances.map((outcome, place) => [outcome, each[place] ?? 0]));
          const contacts = each.reduce((sum, one) => sum + one, met);
          const points = coachingPoints({ ...work, contacts, outcomes }, expected);
          const hindered = points.filter((point) => point.kind === 'hindered');
          expect(hindered.reduce((sum, point) => sum + point.contacts, 0)).toBeLessThanOrEqual(contacts);
          expect(hindered.length).toBeLessThanOrEqual(3);
          expect(points.some(({ kind }) => kind === 'no-contacts')).toBe(contacts === 0);
        },
      ),
    );
  });
});
