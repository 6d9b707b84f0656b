/** A commission scheme's rules and the half-open bands they match (design 5.3). */

export type RuleKind =
  | 'percentage'
  | 'flat_payment'
  | 'flat_participant'
  | 'flat_enrolment'
  | 'attainment_bonus'
  | 'monthly_floor'
  | 'monthly_cap'
  | 'withholding';

/** Which kader a withholding rule is for: all, or those whose tax number (NPWP) is known, or is not. */
export type TaxNumberRule = 'any' | 'with' | 'without';

/** A record of `commission_rule`: rates in basis points, amounts in rupiah, bands of whole months owed. */
export interface SchemeRule {
  id: number;
  sort: number | null;
  kind: RuleKind;
  /** half-open band [from, to) of months owed; null: from nothing, without end */
  months_from: number | null;
  months_to: number | null;
  rate_bp: number | null;
  amount: number | null;
  /** half-open band [from, to) of attainment in basis points */
  attainment_from_bp: number | null;
  attainment_to_bp: number | null;
  bonus_mode: 'whole' | 'marginal' | null;
  /** the taxable share of gross in basis points; null: all of it */
  share_bp: number | null;
  /** withholding only; null reads as `any` */
  tax_number: TaxNumberRule | null;
}

/** A scheme in force. */
export interface Scheme {
  id: number;
  name: string;
  /** what a percentage is taken of: the part that pays arrears, or the whole payment */
  base: 'arrears' | 'amount';
  rules: readonly SchemeRule[];
}

/** The kinds that pay for one payment, matched by months owed. */
export const paymentKinds = ['percentage', 'flat_payment', 'flat_participant'] as const;
export type PaymentKind = (typeof paymentKinds)[number];

/** A half-open band [from, to). */
export interface Band {
  from: number;
  to: number;
}

export function monthBand(rule: Pick<SchemeRule, 'months_from' | 'months_to'>): Band {
  return { from: rule.months_from ?? 0, to: rule.months_to ?? Number.POSITIVE_INFINITY };
}

export function attainmentBand(rule: Pick<SchemeRule, 'attainment_from_bp' | 'attainment_to_bp'>): Band {
  return { from: rule.attainment_from_bp ?? 0, to: rule.attainment_to_bp ?? Number.POSITIVE_INFINITY };
}

export function holds(band: Band, value: number): boolean {
  return band.from <= value && value < band.to;
}

/** Rules in their order: by sort, those without one last, then by id. */
export function inOrder<T extends Pick<SchemeRule, 'id' | 'sort'>>(rules: readonly T[]): T[] {
  const place = (rule: T) => rule.sort ?? Number.POSITIVE_INFINITY;
  return [...rules].sort((one, other) => (place(one) === place(other) ? one.id - other.id : place(one) - place(other)));
}

/** The first rule of a kind whose band holds the months owed, or null. */
export function ruleFor(rules: readonly SchemeRule[], kind: PaymentKind, monthsOwed: number): SchemeRule | null {
  return inOrder(rules).find((rule) => rule.kind === kind && holds(monthBand(rule), monthsOwed)) ?? null;
}

/** The withholding rule for a kader with or without a tax number, or null. */
export function withholdingFor(rules: readonly SchemeRule[], hasTaxNumber: boolean): SchemeRule | null {
  const theirs: TaxNumberRule = hasTaxNumber ? 'with' : 'without';
  return (
    inOrder(rules).find((rule) => rule.kind === 'withholding' && [theirs, 'any'].includes(taxNumberOf(rule))) ?? null
  );
}

export function taxNumberOf({ tax_number }: Pick<SchemeRule, 'tax_number'>): TaxNumberRule {
  return tax_number ?? 'any';
}

/** A band in the words of people: whole months, inclusive. */
export function bandWords(rule: Pick<SchemeRule, 'months_from' | 'months_to'>): { id: string; en: string } {
  const { from, to } = monthBand(rule);
  const last = to - 1;
  if (from <= 1 && last === Number.POSITIVE_INFINITY) return { id: 'berapa pun bulannya', en: 'any number of months' };
  if (last === Number.POSITIVE_INFINITY) return { id: `di atas ${from - 1} bulan`, en: `above ${monthsEn(from - 1)}` };
  if (from === last) return { id: `tepat ${from} bulan`, en: `exactly ${monthsEn(from)}` };
  if (from <= 1) return { id: `sampai ${last} bulan`, en: `up to ${monthsEn(last)}` };
  return { id: `${from} sampai ${last} bulan`, en: `${from} to ${monthsEn(last)}` };
}

/** A count of months in English. */
export function monthsEn(count: number): string {
  return `${count} ${count === 1 ? 'month' : 'months'}`;
}
