/** Who a row's family is made of: members and their class, told as one number or class by class. */
import { cleanText } from './clean-text.ts';
import type { DuesClass } from './dues.ts';
import type { FamilyRow, FamilyRowText } from './family-row.ts';
import { readClass } from './read-class.ts';
import { readCount } from './read-count.ts';
import { type FamilyRowField, type RowIssue, refuseRow } from './row-issue.ts';

export type RowMembers = Pick<FamilyRow, 'members' | 'class' | 'members_1' | 'members_2' | 'members_3'>;

const membersAtMost = 20;

/**
 * The members by class. Where they are told class by class these numbers say how many there are, and which class a
 * family of one class has; a family of several has the class told, or the one that most are in.
 */
export function readRowMembers(raw: FamilyRowText, issues: RowIssue[]): RowMembers | null {
  const faults = issues.length;
  const members = readMembers(raw, 'members', issues);
  const duesClass = readRowClass(raw, issues);
  const perClass = raw.members_1 === '' && raw.members_2 === '' && raw.members_3 === '' ? null : readEach(raw, issues);
  if (issues.length > faults) return null;
  if (perClass !== null && perClass[0] + perClass[1] + perClass[2] > 0) {
    return ofClasses(raw, perClass, members, duesClass, issues);
  }
  if (members === null) refuseRow(issues, 'members', raw.members, 'missing');
  if (duesClass === null) refuseRow(issues, 'class', raw.class, 'missing');
  if (members === null || duesClass === null) return null;
  return { members, class: duesClass, members_1: null, members_2: null, members_3: null };
}

function ofClasses(
  raw: FamilyRowText,
  perClass: readonly [number, number, number],
  members: number | null,
  told: DuesClass | null,
  issues: RowIssue[],
): RowMembers | null {
  const [first, second, third] = perClass;
  const sum = first + second + third;
  if (sum > membersAtMost) refuseRow(issues, 'members', raw.members, 'members-range');
  else if (members !== null && members !== sum) refuseRow(issues, 'members', raw.members, 'members-sum', String(sum));
  if (told !== null && perClass[told - 1] === 0) refuseRow(issues, 'class', raw.class, 'class-without-members');
  if (sum > membersAtMost || (members !== null && members !== sum) || (told !== null && perClass[told - 1] === 0)) {
    return null;
  }
  const most = Math.max(first, second, third);
  const duesClass = told ?? (third === most ? 3 : second === most ? 2 : 1);
  const isMixed = perClass.filter((count) => count > 0).length > 1;
  return {
    members: sum,
    class: duesClass,
    members_1: isMixed ? first : null,
    members_2: isMixed ? second : null,
    members_3: isMixed ? third : null,
  };
}

function readEach(raw: FamilyRowText, issues: RowIssue[]): readonly [number, number, number] {
  return [
    readMembers(raw, 'members_1', issues) ?? 0,
    readMembers(raw, 'members_2', issues) ?? 0,
    readMembers(raw, 'members_3', issues) ?? 0,
  ];
}

/** A number of people; null: not told, or refused. A class may have none, a family may not. */
function readMembers(
  raw: FamilyRowText,
  field: Extract<FamilyRowField, 'members' | `members_${DuesClass}`>,
  issues: RowIssue[],
): number | null {
  const text = raw[field];
  if (text === '') return null;
  const count = readCount(text);
  if (count !== null && count <= membersAtMost && (count > 0 || field !== 'members')) return count;
  if (cleanText(text) !== '') {
    refuseRow(issues, field, text, count === null ? 'number-unreadable' : 'members-range');
  }
  return null;
}

function readRowClass(raw: FamilyRowText, issues: RowIssue[]): DuesClass | null {
  if (raw.class === '') return null;
  const duesClass = readClass(raw.class);
  if (duesClass === null && cleanText(raw.class) !== '') refuseRow(issues, 'class', raw.class, 'class-unreadable');
  return duesClass;
}
