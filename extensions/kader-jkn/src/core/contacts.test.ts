import { describe, expect, it } from 'vitest';
import { contactsByDay, familiesContacted } from './contacts.ts';

const contacts = [
  { binaan: 1, at: '2022-01-31T02:00:00Z' },
  { binaan: 1, at: '2022-01-31T09:00:00Z' },
  { binaan: 2, at: '2022-01-31T09:05:00Z' },
  { binaan: null, at: '2022-01-31T09:10:00Z' },
  { binaan: 1, at: '2022-01-31T16:30:00Z' },
];

describe('contacts', () => {
  it('count distinct families a local day, not records', () => {
    expect([...contactsByDay(contacts, 'Asia/Jakarta')]).toEqual([['2022-01-31', 2]]);
    expect([...contactsByDay(contacts, 'Asia/Makassar')]).toEqual([
      ['2022-01-31', 2],
      ['2022-02-01', 1],
    ]);
  });

  it('of several days count a family once', () => {
    expect(familiesContacted(contacts)).toBe(2);
    expect(familiesContacted([])).toBe(0);
  });
});
