import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { earnedBy } from './earning.ts';
import { noEnrolments } from './enrolment.ts';
import { shareOf } from './money.ts';
import { gatherPayable, type PayablePart } from './payable.ts';
import type { Period } from './period.ts';
import { ruleOf } from './pricing.samples.ts';
import { paymentKinds, type Scheme } from './scheme.ts';
import { makeStatement, type Statement } from './statement.ts';

/** A payment as a month's books hold it. */
interface Payment {
  amount: number;
  monthsOwed: number;
  members: number;
  family: number;
  paidMonth: Period;
  late: boolean;
  reversal: boolean;
  /** which chunk of a database's answer it came in, if any */
  chunk: number;
}

const percentages = [
  ruleOf({ id: 1, months_from: 0, months_to: 7, rate_bp: 1000 }),
  ruleOf({ id: 2, months_from: 7, months_to: null, rate_bp: 1255 }),
];
const flat = [
  ruleOf({ id: 3, kind: 'flat_payment', months_from: 3, months_to: null, amount: 1_000 }),
  ruleOf({ id: 4, kind: 'flat_participant', months_from: 0, months_to: null, amount: 2_500 }),
];
const monthly = [
  ruleOf({ id: 5, kind: 'attainment_bonus', rate_bp: 150, attainment_from_bp: 8_000, bonus_mode: 'whole' }),
  ruleOf({ id: 6, kind: 'monthly_floor', amount: 50_000 }),
  ruleOf({ id: 7, kind: 'monthly_cap', amount: 900_000 }),
  ruleOf({ id: 8, kind: 'withholding', rate_bp: 500, share_bp: 5_000, tax_number: 'with' }),
  ruleOf({ id: 9, kind: 'withholding', rate_bp: 600, share_bp: 5_000, tax_number: 'without' }),
];
const schemes = [percentages, flat, [...percentages, ...flat], [...percentages, ...flat, ...monthly]].map(
  (rules, index): Scheme => ({ id: index + 1, name: `Skema ${index + 1}`, base: 'arrears', rules }),
);

const payments = fc.array(
  fc.record({
    amount: fc.integer({ min: 1, max: 5_000_000 }),
    monthsOwed: fc.integer({ min: 0, max: 24 }),
    members: fc.integer({ min: 1, max: 7 }),
    family: fc.integer({ min: 1, max: 12 }),
    paidMonth: fc.constantFrom('2021-11' as Period, '2021-12' as Period, '2022-01' as Period),
    late: fc.boolean(),
    reversal: fc.boolean(),
    chunk: fc.integer({ min: 0, max: 3 }),
  }),
  { maxLength: 60 },
);

/** One payment priced by itself, as a part of one. */
function partOf(scheme: Scheme, payment: Payment): PayablePart {
  const { amount, monthsOwed, members } = payment;
  const { base, earnings, commission } = earnedBy(scheme, { amount, kind: 'arrears', monthsOwed, members });
  const rule = earnings[0]?.rule ?? null;
  const rate = rule?.kind === 'percentage' ? rule.rate_bp : null;
  const sign = payment.reversal ? -1 : 1;
  return {
    scheme: scheme.id,
    scheme_name: scheme.name,
    kind: paymentKinds.find((kind) => kind === rule?.kind) ?? null,
    rule: rule?.id ?? null,
    rate_bp: rate,
    rule_amount: rule?.amount ?? null,
    months_from: rule?.months_from ?? null,
    months_to: rule?.months_to ?? null,
    reversal: payment.reversal,
    count: 1,
    amount: sign * amount,
    base: sign * base,
    commission: sign * commission,
    paid_month: payment.paidMonth,
    late: payment.late,
    by_rate: sign * shareOf(base, rate ?? 0),
  };
}

const alike = ({ scheme, rule, rate_bp, reversal }: PayablePart) => [scheme, rule, rate_bp, reversal].join();

/** Parts summed where a database would sum them: alike, of one month, and by chance in one chunk. */
function summed(parts: readonly { part: PayablePart; chunk: number }[]): PayablePart[] {
  const groups = Map.groupBy(parts, ({ part, chunk }) => [alike(part), part.paid_month, part.late, chunk].join());
  return [...groups.values()].flatMap((members) => {
    const [first] = members;
    if (first === undefined) return [];
    const sum = (figure: (part: PayablePart) => number) => members.reduce((total, { part }) => total + figure(part), 0);
    return {
      ...first.part,
      count: sum(({ count }) => count),
      amount: sum(({ amount }) => amount),
      base: sum(({ base }) => base),
      commission: sum(({ commission }) => commission),
      by_rate: sum(({ by_rate }) => by_rate),
    };
  });
}

function statementOf(scheme: Scheme, list: readonly Payment[], parts: readonly PayablePart[]): Statement {
  const familiesOf = Map.groupBy(list, (payment) => alike(partOf(scheme, payment)));
  const repeats = (part: PayablePart) => {
    const members = familiesOf.get(alike(part)) ?? [];
    return members.length - new Set(members.map(({ family }) => family)).size;
  };
  return makeStatement({
    payable: gatherPayable(parts, repeats),
    collected: parts.reduce((sum, { amount }) => sum + amount, 0),
    target: 5_000_000,
    enrolments: noEnrolments,
    scheme,
    corrections: [{ id: 1, amount: -1_250, reason: 'Salah catat' }],
    hasTaxNumber: list.length % 2 === 0,
    carriedIn: 10_000,
  });
}

const inOrder = ({ lines, ...figures }: Statement) => ({
  ...figures,
  lines: lines.map((line) => JSON.stringify(line)).sort(),
});

describe.each(schemes)('the month of a kader under $name', (scheme) => {
  it('comes to the same rupiah, line by line, however its payments were summed on the way', () => {
    fc.assert(
      fc.property(payments, (list) => {
        const parts = list.map((payment) => ({ part: partOf(scheme, payment), chunk: payment.chunk }));
        const single = statementOf(
          scheme,
          list,
          parts.map(({ part }) => part),
        );
        expect(inOrder(statementOf(scheme, list, summed(parts)))).toEqual(inOrder(single));
      }),
    );
  });

  it('holds what its payments earned one by one, and lines that sum to what is paid', () => {
    fc.assert(
      fc.property(payments, (list) => {
        const parts = list.map((payment) => partOf(scheme, payment));
        const statement = statementOf(scheme, list, parts);
        const sum = (figure: (part: PayablePart) => number) => parts.reduce((total, part) => total + figure(part), 0);
        expect(statement.commission).toBe(sum(({ commission }) => commission));
        expect(statement.base).toBe(sum(({ base }) => base));
        expect(statement.lines.reduce((total, { amount }) => total + amount, 0)).toBe(statement.net);
        expect(statement.gross - statement.withholding - statement.carried_in + statement.carried_out).toBe(
          statement.net,
        );
        const ofPayments: string[] = [...paymentKinds, 'reversal'];
        const earned = statement.lines.filter(({ kind }) => ofPayments.includes(kind));
        expect(earned.reduce((total, { amount }) => total + amount, 0)).toBe(statement.commission);
      }),
    );
  });
});
