/** A row of a list of families: texts in, checked values out. It runs for every row of a national list. */
import type { AreaIndex } from './area-index.ts';
import { cleanText, isDamaged } from './clean-text.ts';
import type { DuesClass } from './dues.ts';
import { type ExpectedArrears, expectedOf } from './expected-arrears.ts';
import { readRowArea } from './family-row-area.ts';
import { readRowMembers } from './family-row-members.ts';
import { checkKk, checkNik, checkVa, type IdentityCheck, isOddVa } from './identity-number.ts';
import { formatRupiah } from './money.ts';
import { nearNames } from './near-names.ts';
import { type DecimalMark, readAmount } from './read-amount.ts';
import { readCount } from './read-count.ts';
import { readPhone } from './read-phone.ts';
import { type FamilyRowField, type RowIssue, type RowReason, refuseRow, warnRow } from './row-issue.ts';

/** Every field as the file has it; an empty text: not told. Always all fields: rows of one shape are read faster. */
export type FamilyRowText = Readonly<Record<FamilyRowField, string>>;

/** What a list says of a family, named as the columns of `binaan`. */
export interface FamilyRow {
  kk_number: string;
  va_number: string | null;
  head_name: string;
  head_nik: string | null;
  members: number;
  class: DuesClass;
  /** participants by class; all null unless the family has more than one class, else they sum to `members` */
  members_1: number | null;
  members_2: number | null;
  members_3: number | null;
  /** id of a desa; null: not told */
  area: number | null;
  address: string | null;
  phone: string | null;
  /** months billed, at most what the policy bills */
  listed_months: number;
  /** months as told when they are more than are billed; else null */
  reported_months: number | null;
  /** rupiah */
  listed_amount: number;
  /** id of a kader; null: not told */
  kader: number | null;
  note: string | null;
}

/** What rows are checked against; made once a list (server/families/read-row-context.ts). */
export interface FamilyRowContext {
  /** desa by code and by name */
  areas: AreaIndex;
  /** kader of the branch by code in capitals */
  kaderByCode: ReadonlyMap<string, number>;
  /** what so many months of a class come to at the list's date */
  expected: ExpectedArrears;
  /** of the policy in force at the list's date; null: no limit */
  maxBilledMonths: number | null;
  /** how the source writes decimals; null: told from each amount, and refused where two readings differ */
  decimal: DecimalMark | null;
}

export type FamilyRowReading =
  | { ok: true; row: FamilyRow; warnings: readonly RowIssue[] }
  | { ok: false; issues: readonly RowIssue[] };

/** The bounds of the columns of `binaan`. */
const monthsAtMost = 600;
const amountAtMost = 500_000_000;
const nameAtMost = 255;
const textAtMost = 1000;

/** Reads a row; every fault of it at once where it is refused. */
export function readFamilyRow(raw: FamilyRowText, context: FamilyRowContext): FamilyRowReading {
  const issues: RowIssue[] = [];
  const kkNumber = readIdentity(raw, 'kk_number', checkKk, issues);
  const headNik = readIdentity(raw, 'head_nik', checkNik, issues);
  const vaNumber = readIdentity(raw, 'va_number', checkVa, issues);
  if (vaNumber !== null && isOddVa(vaNumber)) warnRow(issues, 'va_number', raw.va_number, 'va-length');
  const headName = readText(raw, 'head_name', nameAtMost, issues);
  const members = readRowMembers(raw, issues);
  const village = readRowArea(raw, context.areas, kkNumber, issues);
  const months = readMonths(raw, issues);
  const amount = readListedAmount(raw, context.decimal, issues);
  const kader = readKader(raw, context.kaderByCode, issues);
  const address = readText(raw, 'address', textAtMost, issues);
  const note = readText(raw, 'note', textAtMost, issues);
  const phone = readRowPhone(raw, issues);

  if (kkNumber === null || headName === null || members === null || months === null || amount === null) {
    for (const field of required) {
      if (raw[field] === '' || cleanText(raw[field]) === '') refuseRow(issues, field, '', 'missing');
    }
    return { ok: false, issues };
  }
  for (const issue of issues) if (issue.severity === 'refused') return { ok: false, issues };

  const billed = context.maxBilledMonths === null ? months : Math.min(months, context.maxBilledMonths);
  const row: FamilyRow = {
    kk_number: kkNumber,
    va_number: vaNumber,
    head_name: headName,
    head_nik: headNik,
    members: members.members,
    class: members.class,
    members_1: members.members_1,
    members_2: members.members_2,
    members_3: members.members_3,
    area: village,
    address,
    phone,
    listed_months: billed,
    reported_months: billed === months ? null : months,
    listed_amount: amount,
    kader,
    note,
  };
  const due = arrearsExpected(row, context.expected);
  if (due !== null && due !== amount) {
    warnRow(issues, 'listed_amount', raw.listed_amount, 'arrears-differ', formatRupiah(due));
  }
  return { ok: true, row, warnings: issues };
}

/** Rupiah that the months, members and classes of a row come to; null where a month has no rate. */
export function arrearsExpected(
  family: Pick<FamilyRow, 'members' | 'class' | 'members_1' | 'members_2' | 'members_3' | 'listed_months'>,
  expected: ExpectedArrears,
): number | null {
  if (family.members_1 === null && family.members_2 === null && family.members_3 === null) {
    return expectedOf(expected, family.class, family.members, family.listed_months);
  }
  const first = expectedOf(expected, 1, family.members_1 ?? 0, family.listed_months);
  const second = expectedOf(expected, 2, family.members_2 ?? 0, family.listed_months);
  const third = expectedOf(expected, 3, family.members_3 ?? 0, family.listed_months);
  return first === null || second === null || third === null ? null : first + second + third;
}

/** Fields whose value a family must have; members and class are told in several ways (family-row-members.ts). */
const required = ['kk_number', 'head_name', 'listed_months', 'listed_amount'] as const;

function readIdentity(
  raw: FamilyRowText,
  field: 'kk_number' | 'head_nik' | 'va_number',
  check: (text: string) => IdentityCheck,
  issues: RowIssue[],
): string | null {
  const text = raw[field];
  if (text === '') return null;
  const checked = check(text);
  if (checked.ok) return checked.value;
  if (cleanText(text) !== '') refuseRow(issues, field, text, checked.reason);
  return null;
}

function readText(
  raw: FamilyRowText,
  field: 'head_name' | 'address' | 'note',
  longest: number,
  issues: RowIssue[],
): string | null {
  if (raw[field] === '') return null;
  const text = cleanText(raw[field]);
  if (text.length > longest) refuseRow(issues, field, text, 'text-too-long');
  if (isDamaged(text)) warnRow(issues, field, text, 'text-damaged');
  return text === '' ? null : text;
}

function readMonths(raw: FamilyRowText, issues: RowIssue[]): number | null {
  const text = raw.listed_months;
  const months = readCount(text);
  if (months !== null && months <= monthsAtMost) return months;
  if (cleanText(text) !== '') {
    refuseRow(issues, 'listed_months', text, months === null ? 'number-unreadable' : 'months-range');
  }
  return null;
}

function readListedAmount(raw: FamilyRowText, decimal: DecimalMark | null, issues: RowIssue[]): number | null {
  const text = raw.listed_amount;
  const reading = readAmount(text, decimal);
  if (reading.ok && reading.value <= amountAtMost) return reading.value;
  if (cleanText(text) === '') return null;
  const reason: RowReason = reading.ok ? 'amount-range' : reading.reason;
  const suggestion = !reading.ok && reading.reason === 'amount-ambiguous' ? reading.readings.join(' | ') : undefined;
  refuseRow(issues, 'listed_amount', text, reason, suggestion);
  return null;
}

function readKader(raw: FamilyRowText, kaderByCode: ReadonlyMap<string, number>, issues: RowIssue[]): number | null {
  if (raw.kader_code === '') return null;
  const known = kaderByCode.get(raw.kader_code);
  if (known !== undefined) return known;
  const code = cleanText(raw.kader_code).toUpperCase();
  if (code === '') return null;
  const found = kaderByCode.get(code);
  if (found !== undefined) return found;
  const near = nearNames(code, kaderByCode.keys());
  refuseRow(issues, 'kader_code', raw.kader_code, 'kader-unknown', near.length > 0 ? near.join(' | ') : undefined);
  return null;
}

function readRowPhone(raw: FamilyRowText, issues: RowIssue[]): string | null {
  if (raw.phone === '') return null;
  const phone = readPhone(raw.phone);
  if (phone === null && cleanText(raw.phone) !== '') warnRow(issues, 'phone', raw.phone, 'phone-unreadable');
  return phone;
}
