/** What is wrong, or worth a look, in one field of one row of a list of families. */

/** What a list can tell of a family; a source's columns are mapped to these. */
export const familyRowFields = [
  'kk_number',
  'va_number',
  'head_name',
  'head_nik',
  'members',
  'class',
  'members_1',
  'members_2',
  'members_3',
  'area_code',
  'area_name',
  'district_name',
  'address',
  'phone',
  'listed_months',
  'listed_amount',
  'kader_code',
  'note',
] as const;

export type FamilyRowField = (typeof familyRowFields)[number];

export type RowReason =
  | 'missing'
  | 'digits-lost'
  | 'text-too-long'
  | 'text-damaged'
  | 'kk-digits'
  | 'kk-length'
  | 'kk-structure'
  | 'kk-area'
  | 'kk-repeated'
  | 'nik-digits'
  | 'nik-length'
  | 'nik-structure'
  | 'va-digits'
  | 'va-length'
  | 'number-unreadable'
  | 'members-range'
  | 'members-sum'
  | 'class-unreadable'
  | 'class-without-members'
  | 'months-range'
  | 'amount-unreadable'
  | 'amount-ambiguous'
  | 'amount-fraction'
  | 'amount-negative'
  | 'amount-range'
  | 'arrears-differ'
  | 'area-code'
  | 'area-unknown'
  | 'area-ambiguous'
  | 'area-differs'
  | 'area-outside-branch'
  | 'area-missing'
  | 'phone-unreadable'
  | 'kader-unknown'
  | 'family-merged';

export interface RowIssue {
  field: FamilyRowField;
  /** as the file had it */
  value: string;
  reason: RowReason;
  /** what was probably meant; never taken by itself. Several stand apart by ` | ` */
  suggestion?: string;
  /** refused: the row does not go in. warned: it does, and somebody should look */
  severity: 'refused' | 'warned';
}

/** Adds what keeps the row out. */
export function refuseRow(
  issues: RowIssue[],
  field: FamilyRowField,
  value: string,
  reason: RowReason,
  suggestion?: string,
): void {
  issues.push({ field, value, reason, severity: 'refused', ...(suggestion === undefined ? {} : { suggestion }) });
}

/** Adds what somebody should look at; the row goes in. */
export function warnRow(
  issues: RowIssue[],
  field: FamilyRowField,
  value: string,
  reason: RowReason,
  suggestion?: string,
): void {
  issues.push({ field, value, reason, severity: 'warned', ...(suggestion === undefined ? {} : { suggestion }) });
}
