import { describe, expect, it } from 'vitest';
import type { FamilyRow } from './family-row.ts';
import { type KnownFamily, listChange } from './list-change.ts';
import type { DateText } from './period.ts';

const day = (text: string) => text as DateText;
const known: KnownFamily = {
  kk_number: '3372010105180001',
  va_number: '8888800000000001',
  head_name: 'Siti Aminah',
  head_nik: null,
  members: 4,
  class: 3,
  members_1: null,
  members_2: null,
  members_3: null,
  area: 7,
  address: 'Jalan Melati 1',
  phone: '0812',
  note: null,
  kader: 3,
  status: 'active',
  source: 'list',
  listed_months: 12,
  reported_months: null,
  listed_amount: 1_680_000,
  listed_as_of: day('2026-08-31'),
  left_list_on: null,
  person_on: null,
};
const row: FamilyRow = {
  kk_number: '3372010105180001',
  va_number: '8888800000000001',
  head_name: 'Siti Aminah',
  head_nik: null,
  members: 4,
  class: 3,
  members_1: null,
  members_2: null,
  members_3: null,
  area: 7,
  address: 'Jalan Melati 1',
  phone: '0812',
  listed_months: 12,
  reported_months: null,
  listed_amount: 1_680_000,
  kader: null,
  note: null,
};
const same = day('2026-08-31');
const newer = day('2026-09-30');
const setOf = (family: Partial<KnownFamily>, told: Partial<FamilyRow>, asOf = newer) => {
  const change = listChange({ ...known, ...family }, { ...row, ...told }, asOf);
  return change.kind === 'changed' ? change.set : change.kind;
};

describe('a row of a list about a known family', () => {
  it('changes nothing the second time', () => {
    expect(setOf({}, {}, same)).toBe('unchanged');
  });

  it('changes only its date where a newer list tells the same', () => {
    expect(setOf({}, {})).toEqual({ listed_as_of: newer });
  });

  it('replaces what is owed, and what BPJS knows of the family', () => {
    const told = { listed_months: 13, listed_amount: 1_820_000, head_name: 'Siti', members: 5, class: 2 as const };
    expect(setOf({}, told)).toEqual({ ...told, listed_as_of: newer });
  });

  it('is put right by another list of the same date', () => {
    expect(setOf({}, { listed_amount: 1_700_000 }, same)).toEqual({ listed_amount: 1_700_000 });
  });

  it('changes nothing where a newer list is known, or a newer one that no longer named the family', () => {
    expect(setOf({}, { listed_months: 3 }, day('2026-08-30'))).toBe('older');
    expect(setOf({ status: 'off_list', left_list_on: day('2026-10-31') }, {})).toBe('older');
  });

  it('takes a family back that had dropped off, or had settled and owes again', () => {
    const off = { status: 'off_list', left_list_on: day('2026-09-30') };
    expect(setOf(off, {})).toEqual({ status: 'active', left_list_on: null, listed_as_of: newer });
    expect(setOf({ status: 'settled' }, {})).toEqual({ status: 'active', listed_as_of: newer });
    expect(setOf({ status: 'settled' }, { listed_months: 0, listed_amount: 0 })).not.toHaveProperty('status');
  });

  it.each(['moved', 'transferred', 'written_off', 'muted'])(
    'leaves a family that people know as %s as it is',
    (status) => {
      expect(setOf({ status }, {})).toEqual({ listed_as_of: newer });
    },
  );

  it('says where a family was merged into another', () => {
    expect(setOf({ status: 'merged' }, {})).toBe('merged');
  });

  it('keeps what the list does not tell', () => {
    expect(setOf({}, { phone: null, address: null, area: null, va_number: null })).toEqual({ listed_as_of: newer });
  });

  it('leaves contact data to whoever found them after the date of the list, and fills what is empty', () => {
    const told = { phone: '0899', address: 'Jalan Baru', area: 8 };
    expect(setOf({ person_on: day('2026-10-01'), address: null }, told)).toEqual({
      address: 'Jalan Baru',
      listed_as_of: newer,
    });
    expect(setOf({ person_on: newer }, told)).toEqual({ ...told, listed_as_of: newer });
  });

  it('names a kader for a family that nobody holds, and moves none', () => {
    expect(setOf({ kader: null }, { kader: 9 })).toMatchObject({ kader: 9 });
    expect(setOf({}, { kader: 9 })).toEqual({ listed_as_of: newer });
  });

  it('keeps members by class while a list that does not tell them counts as many', () => {
    const mixed = { members_1: 1, members_2: 0, members_3: 3 };
    expect(setOf(mixed, {})).toEqual({ listed_as_of: newer });
    expect(setOf(mixed, { members: 3 })).toMatchObject({ members: 3, members_1: null, members_3: null });
  });

  it('takes a family from outside the list onto it', () => {
    expect(setOf({ source: 'outside_list' }, {})).toEqual({ source: 'list', listed_as_of: newer });
  });
});
