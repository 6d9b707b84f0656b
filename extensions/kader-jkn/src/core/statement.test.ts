import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleOf } from './pricing.samples.ts';
import type { SchemeRule } from './scheme.ts';
import { makeStatement, type StatementInput } from './statement.ts';
import type { PayableGroup } from './statement-lines.ts';

const short: PayableGroup = {
  kind: 'percentage',
  rule: 71,
  rate_bp: 1000,
  months_from: 1,
  months_to: 7,
  reversal: false,
  count: 6,
  amount: 5_000_000,
  base: 5_000_000,
  commission: 500_000,
};
const long: PayableGroup = {
  ...short,
  rule: 72,
  rate_bp: 1500,
  months_from: 7,
  months_to: null,
  count: 3,
  amount: 4_000_000,
  base: 4_000_000,
  commission: 600_000,
};
const reversed: PayableGroup = {
  ...long,
  reversal: true,
  count: 1,
  amount: -1_000_000,
  base: -1_000_000,
  commission: -150_000,
};

const plain: StatementInput = {
  payable: [short, long],
  collected: 9_000_000,
  target: 10_000_000,
  enrolments: 0,
  rules: [],
  carriedIn: 0,
};

function statement(changes: Partial<StatementInput> = {}) {
  return makeStatement({ ...plain, ...changes });
}

function bonus(values: Partial<SchemeRule>) {
  return ruleOf({ kind: 'attainment_bonus', rate_bp: 100, bonus_mode: 'whole', ...values });
}

describe('a statement', () => {
  it('groups what was earned by kind, rate and rule', () => {
    const { lines, ...columns } = statement({
      payable: [short, long, { ...short, count: 1, amount: 9, base: 9, commission: 1 }],
    });
    expect(columns).toEqual({
      base: 9_000_009,
      commission: 1_100_001,
      bonus: 0,
      adjustment: 0,
      gross: 1_100_001,
      withholding: 0,
      carried_in: 0,
      carried_out: 0,
      net: 1_100_001,
      target: 10_000_000,
      attainment_bp: 9_000,
    });
    expect(lines).toEqual([
      {
        kind: 'percentage',
        label: 'Imbal jasa 15%, tunggakan di atas 6 bulan',
        label_en: 'Commission of 15%, above 6 months owed',
        count: 3,
        base: 4_000_000,
        rate_bp: 1500,
        amount: 600_000,
      },
      {
        kind: 'percentage',
        label: 'Imbal jasa 10%, tunggakan sampai 6 bulan',
        label_en: 'Commission of 10%, up to 6 months owed',
        count: 7,
        base: 5_000_009,
        rate_bp: 1000,
        amount: 500_001,
      },
    ]);
  });

  it('shows reversals as a line of their own', () => {
    const { lines, commission, net } = statement({ payable: [long, reversed] });
    expect(lines.map(({ kind, count, amount }) => [kind, count, amount])).toEqual([
      ['percentage', 3, 600_000],
      ['reversal', 1, -150_000],
    ]);
    expect({ commission, net }).toEqual({ commission: 450_000, net: 450_000 });
  });

  it('names flat commissions by what they are paid for', () => {
    const perPayment = { ...short, kind: 'flat_payment', rate_bp: null, rule: 5 } as const;
    const perParticipant = { ...long, kind: 'flat_participant', rate_bp: null, rule: 6 } as const;
    const { lines } = statement({ payable: [perPayment, perParticipant, long] });
    expect(lines.map(({ label }) => label)).toEqual([
      'Imbal jasa 15%, tunggakan di atas 6 bulan',
      'Imbal jasa per pembayaran, tunggakan sampai 6 bulan',
      'Imbal jasa per peserta, tunggakan di atas 6 bulan',
    ]);
  });

  it('leaves out what earned nothing', () => {
    expect(statement({ payable: [{ ...short, kind: null, rule: null, rate_bp: null, commission: 0 }] })).toMatchObject({
      base: 5_000_000,
      net: 0,
      lines: [],
    });
  });

  it('pays 5,000 a new participant', () => {
    const rules = [ruleOf({ kind: 'flat_enrolment', amount: 5_000 })];
    expect(statement({ rules, enrolments: 3 })).toMatchObject({ bonus: 15_000, gross: 1_115_000 });
  });

  it('of nothing is nothing', () => {
    expect(statement({ payable: [], collected: 0 })).toMatchObject({ gross: 0, net: 0, lines: [] });
  });
});

describe('the bonus by attainment', () => {
  it.each([
    ['below its band', { attainment_from_bp: 10_000 }, 9_000_000, 0],
    ['at the start of its band, of the whole', { attainment_from_bp: 9_000 }, 9_000_000, 90_000],
    ['at the end of its band', { attainment_from_bp: 8_000, attainment_to_bp: 9_000 }, 9_000_000, 0],
    ['a rupiah below 100%', { attainment_from_bp: 10_000 }, 9_999_999, 0],
    ['at 100%', { attainment_from_bp: 10_000 }, 10_000_000, 100_000],
  ])('%s', (_, band, amount, expected) => {
    expect(statement({ payable: [{ ...short, amount }], rules: [bonus(band)] }).bonus).toBe(expected);
  });

  it.each([
    [10_000_000, 0],
    [12_000_000, 20_000],
    [15_000_000, 20_000 + 60_000],
  ])('marginal on %i gives %i: each rate on the part in its band', (amount, expected) => {
    const rules = [
      bonus({ id: 1, bonus_mode: 'marginal', attainment_from_bp: 10_000, attainment_to_bp: 12_000 }),
      bonus({ id: 2, bonus_mode: 'marginal', attainment_from_bp: 12_000, rate_bp: 200 }),
    ];
    expect(statement({ payable: [{ ...short, amount }], rules }).bonus).toBe(expected);
  });

  it('needs a target, and counts only money that is payable', () => {
    const rules = [bonus({ attainment_from_bp: 9_000 })];
    expect(statement({ rules, target: null })).toMatchObject({ bonus: 0, attainment_bp: null });
    expect(statement({ rules, payable: [long] })).toMatchObject({ bonus: 0, attainment_bp: 9_000 });
  });
});

describe('floor and cap', () => {
  const floor = (amount: number) => ruleOf({ kind: 'monthly_floor', amount });
  const cap = (amount: number) => ruleOf({ kind: 'monthly_cap', amount });

  it('lift or hold the month, each shown as what it changes', () => {
    expect(statement({ rules: [floor(1_500_000)] })).toMatchObject({ adjustment: 400_000, gross: 1_500_000 });
    expect(statement({ rules: [cap(1_000_000)] })).toMatchObject({ adjustment: -100_000, gross: 1_000_000 });
    expect(statement({ rules: [cap(1_000_000)] }).lines.at(-1)).toMatchObject({
      kind: 'monthly_cap',
      label: 'Batas atas bulanan Rp 1.000.000',
      amount: -100_000,
    });
  });

  it('leave a month between them alone', () => {
    expect(statement({ rules: [floor(1_000_000), cap(1_200_000)] })).toMatchObject({ adjustment: 0, gross: 1_100_000 });
  });

  it('give no base pay: the floor needs something earned', () => {
    expect(statement({ payable: [], rules: [floor(1_500_000)] }).gross).toBe(0);
    expect(statement({ payable: [reversed], rules: [floor(1_500_000)] }).gross).toBe(-150_000);
  });
});

describe('withholding', () => {
  it.each([
    [5_000, 500, 27_500],
    [null, 500, 55_000],
    [5_000, 0, 0],
  ])('of a taxable share of %s at %i is %i', (share_bp, rate_bp, expected) => {
    const rules = [ruleOf({ kind: 'withholding', share_bp, rate_bp })];
    expect(statement({ rules })).toMatchObject({ withholding: expected, net: 1_100_000 - expected });
  });

  it('is never taken of a negative gross', () => {
    const rules = [ruleOf({ kind: 'withholding', rate_bp: 500 })];
    expect(statement({ rules, payable: [reversed] })).toMatchObject({ gross: -150_000, withholding: 0 });
  });
});

describe('the carry', () => {
  it('takes what a month cannot bear into the next', () => {
    const first = statement({ payable: [reversed] });
    expect(first).toMatchObject({ gross: -150_000, carried_out: 150_000, net: 0 });
    const next = statement({ carriedIn: first.carried_out });
    expect(next).toMatchObject({ gross: 1_100_000, carried_in: 150_000, carried_out: 0, net: 950_000 });
    expect(next.lines.at(-1)).toMatchObject({ kind: 'carry', amount: -150_000 });
  });
});

describe('laws of statements', () => {
  const counts = fc.integer({ min: 1, max: 50 });
  const groups = fc.array(
    fc
      .record({
        amount: fc.nat(20_000_000),
        rate_bp: fc.nat(10_000),
        rule: fc.nat(3),
        reversal: fc.boolean(),
        count: counts,
      })
      .map(({ amount, rate_bp, rule, reversal, count }): PayableGroup => {
        const sign = reversal ? -1 : 1;
        const commission = sign * Math.round((amount * rate_bp) / 10_000);
        return { ...short, rule, rate_bp, reversal, count, amount: sign * amount, base: sign * amount, commission };
      }),
    { maxLength: 8 },
  );
  const rules = fc
    .tuple(fc.nat(1_000_000), fc.nat(3_000_000), fc.nat(10_000), fc.nat(10_000), fc.boolean())
    .map(([floor, room, share_bp, rate_bp, marginal]) => [
      ruleOf({ kind: 'monthly_floor', amount: floor }),
      ruleOf({ kind: 'monthly_cap', amount: floor + room }),
      ruleOf({ kind: 'withholding', share_bp, rate_bp }),
      bonus({ bonus_mode: marginal ? 'marginal' : 'whole', attainment_from_bp: 8_000 }),
    ]);

  it('its lines sum to net, net is never below nothing, and nothing is lost in the carry', () => {
    fc.assert(
      fc.property(groups, rules, fc.nat(5_000_000), (payable, scheme, carriedIn) => {
        const made = statement({ payable, rules: scheme, carriedIn });
        expect(made.lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(made.net);
        expect(made.net).toBeGreaterThanOrEqual(0);
        expect(made.carried_out).toBeGreaterThanOrEqual(0);
        expect(made.net === 0 || made.carried_out === 0).toBe(true);
        expect(made.gross - made.withholding - made.carried_in).toBe(made.net - made.carried_out);
        expect(made.withholding).toBeLessThanOrEqual(Math.max(0, made.gross));
      }),
    );
  });
});
