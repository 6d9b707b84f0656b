/** What a row of a list does to a family that is known already (design 5.12): newer facts are never overwritten. */
import type { DuesClass } from './dues.ts';
import type { FamilyRow } from './family-row.ts';
import type { DateText } from './period.ts';

/** A family as it is known, in the columns that a list can change. */
export interface KnownFamily {
  kk_number: string;
  va_number: string | null;
  head_name: string;
  head_nik: string | null;
  members: number;
  class: DuesClass;
  members_1: number | null;
  members_2: number | null;
  members_3: number | null;
  area: number | null;
  address: string | null;
  phone: string | null;
  note: string | null;
  kader: number | null;
  status: string;
  source: 'list' | 'outside_list';
  listed_months: number;
  reported_months: number | null;
  /** rupiah */
  listed_amount: number;
  listed_as_of: DateText;
  left_list_on: DateText | null;
  /** the newest day on which a person checked or changed the record; null: none did */
  person_on: DateText | null;
}

/** The columns that a list may change, and their values after it. */
export type ListedColumns = Omit<KnownFamily, 'kk_number' | 'person_on'>;

export type ListChange =
  /** a newer list, or a newer one that no longer named it, is known */
  | { kind: 'older' }
  | { kind: 'unchanged' }
  /** joined to another family: its money belongs there */
  | { kind: 'merged' }
  /** the columns that change */
  | { kind: 'changed'; set: Partial<ListedColumns> };

const unchanged: ListChange = { kind: 'unchanged' };
const older: ListChange = { kind: 'older' };
const merged: ListChange = { kind: 'merged' };

/**
 * What the row of a list of `asOf` changes. BPJS's facts (name, VA, NIK, members, class, arrears) follow the newest list; where
 * the family lives and is reached stays as a person found it after the list's date. What a list does not tell stays.
 */
export function listChange(known: KnownFamily, row: FamilyRow, asOf: DateText): ListChange {
  if (known.status === 'merged') return merged;
  if (asOf < known.listed_as_of || (known.left_list_on !== null && asOf < known.left_list_on)) return older;
  const told = toldColumns(known, row, asOf);
  const set: Partial<ListedColumns> = {};
  let changes = false;
  for (const column of Object.keys(told) as (keyof ListedColumns)[]) {
    if (told[column] === known[column]) continue;
    Object.assign(set, { [column]: told[column] });
    changes = true;
  }
  return changes ? { kind: 'changed', set } : unchanged;
}

/** The family as the list leaves it. */
function toldColumns(known: KnownFamily, row: FamilyRow, asOf: DateText): ListedColumns {
  const personKnows = known.person_on !== null && known.person_on > asOf;
  const found = <T>(told: T | null, stands: T | null): T | null =>
    told === null || (personKnows && stands !== null) ? stands : told;
  return {
    va_number: row.va_number ?? known.va_number,
    head_name: row.head_name,
    head_nik: row.head_nik ?? known.head_nik,
    ...membersOf(known, row),
    area: found(row.area, known.area),
    address: found(row.address, known.address),
    phone: found(row.phone, known.phone),
    note: known.note ?? row.note,
    // who holds a family is moved by people, not by lists
    kader: known.kader ?? row.kader,
    status: statusAfter(known.status, row),
    source: 'list',
    listed_months: row.listed_months,
    reported_months: row.reported_months,
    listed_amount: row.listed_amount,
    listed_as_of: asOf,
    left_list_on: null,
  };
}

type Members = Pick<KnownFamily, 'members' | 'class' | 'members_1' | 'members_2' | 'members_3'>;

/** Members by class stand while a list that does not tell them counts as many. */
function membersOf(known: KnownFamily, row: FamilyRow): Members {
  const stands = row.members_1 === null && known.members_1 !== null && row.members === known.members;
  const { members, class: duesClass, members_1, members_2, members_3 } = stands ? known : row;
  return { members, class: duesClass, members_1, members_2, members_3 };
}

/** Back on the list, or owing again; what people know of a family (moved, muted …) stands. */
function statusAfter(status: string, row: FamilyRow): string {
  if (status === 'off_list') return 'active';
  const owes = row.listed_months > 0 || row.listed_amount > 0;
  return status === 'settled' && owes ? 'active' : status;
}
