import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noEnrolments } from './enrolment.ts';
import { formatRate, formatRupiah } from './money.ts';
import type { PayableGroup } from './payable.ts';
import type { Period } from './period.ts';
import { ruleOf } from './pricing.samples.ts';
import type { SchemeRule } from './scheme.ts';
import { makeStatement, type Statement, type StatementInput, type StatementLine } from './statement.ts';

const short: PayableGroup = {
  scheme: 7,
  scheme_name: 'Pekanbaru 2017',
  kind: 'percentage',
  rule: 71,
  rate_bp: 1000,
  rule_amount: null,
  months_from: 1,
  months_to: 7,
  reversal: false,
  count: 6,
  amount: 5_000_000,
  base: 5_000_000,
  commission: 500_000,
  on_top: 0,
  families: 5,
  months: ['2022-01' as Period],
  late: 0,
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
  families: 3,
  months: ['2021-12', '2022-01'] as Period[],
  late: 1,
};
const reversed: PayableGroup = {
  ...long,
  reversal: true,
  count: 1,
  amount: -1_000_000,
  base: -1_000_000,
  commission: -150_000,
  families: 1,
  months: ['2021-11' as Period],
  late: 0,
};

const plain: StatementInput = {
  payable: [short, long],
  collected: 9_000_000,
  target: 10_000_000,
  enrolments: noEnrolments,
  scheme: null,
  corrections: [],
  hasTaxNumber: false,
  carriedIn: 0,
};

function statement({ rules, ...changes }: Partial<StatementInput> & { rules?: SchemeRule[] } = {}) {
  const scheme = rules === undefined ? null : { id: 9, name: 'Bulanan', base: 'arrears' as const, rules };
  return makeStatement({ ...plain, scheme, ...changes });
}

function bonus(values: Partial<SchemeRule>) {
  return ruleOf({ kind: 'attainment_bonus', rate_bp: 100, bonus_mode: 'whole', ...values });
}

describe('a statement', () => {
  it('has a line for each rule that earned, which says what it rests on and why it is that amount', () => {
    const { lines, ...columns } = statement();
    expect(columns).toEqual({
      base: 9_000_000,
      commission: 1_100_000,
      bonus: 0,
      adjustment: 0,
      corrections: 0,
      gross: 1_100_000,
      withholding: 0,
      carried_in: 0,
      carried_out: 0,
      net: 1_100_000,
      target: 10_000_000,
      attainment_bp: 9_000,
      scheme: null,
      tax_number_known: false,
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
        scheme: 7,
        rule: 72,
        families: 3,
        months: ['2021-12', '2022-01'],
        late: 1,
        explanation:
          "15% dari Rp 4.000.000 (3 pembayaran dari 3 keluarga, 1 terlambat) = Rp 600.000, menurut Skema Pekanbaru 2017 aturan 'di atas 6 bulan'; dihitung per pembayaran dan dibulatkan ke rupiah terdekat.",
        explanation_en:
          "15% of Rp 4.000.000 (3 payments of 3 families, 1 late) = Rp 600.000, by rule 'above 6 months' of Skema Pekanbaru 2017; reckoned payment by payment and rounded to the nearest rupiah.",
      },
      expect.objectContaining({
        label: 'Imbal jasa 10%, tunggakan sampai 6 bulan',
        families: 5,
        months: ['2022-01'],
        late: 0,
        amount: 500_000,
        explanation:
          "10% dari Rp 5.000.000 (6 pembayaran dari 5 keluarga) = Rp 500.000, menurut Skema Pekanbaru 2017 aturan 'sampai 6 bulan'; dihitung per pembayaran dan dibulatkan ke rupiah terdekat.",
      }),
    ]);
  });

  it('shows what was reversed by the rule that had earned it', () => {
    const { lines, commission, net } = statement({ payable: [long, reversed] });
    expect(lines.map(({ kind, count, amount, families, rule }) => [kind, count, amount, families, rule])).toEqual([
      ['percentage', 3, 600_000, 3, 72],
      ['reversal', 1, -150_000, 1, 72],
    ]);
    expect(lines[1]?.explanation).toBe(
      "Imbal jasa Rp 150.000 ditarik kembali atas dasar Rp 1.000.000 (1 pembayaran dari 1 keluarga, dibalik), menurut Skema Pekanbaru 2017 aturan 'di atas 6 bulan' dengan tarif semula 15%; dibulatkan sehingga pembalikan penuh tepat sama dengan imbal jasa semula.",
    );
    expect({ commission, net }).toEqual({ commission: 450_000, net: 450_000 });
  });

  it('tells apart what flat rules gave on top of the rate', () => {
    const { lines, commission } = statement({ payable: [{ ...long, commission: 615_000, on_top: 15_000 }] });
    expect(lines.map(({ kind, base, rate_bp, amount }) => [kind, base, rate_bp, amount])).toEqual([
      ['percentage', 4_000_000, 1500, 600_000],
      ['flat_payment', 0, null, 15_000],
    ]);
    expect(commission).toBe(615_000);
  });

  it('names flat commissions by what they are paid for', () => {
    const perPayment = { ...short, kind: 'flat_payment', rate_bp: null, rule: 5, rule_amount: 5_000 } as const;
    const perParticipant = { ...long, kind: 'flat_participant', rate_bp: null, rule: 6, rule_amount: 2_500 } as const;
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
    const months = ['2021-11', '2021-12'] as Period[];
    const made = statement({ rules, enrolments: { families: 2, participants: 3, months, late: 1 } });
    expect(made).toMatchObject({ bonus: 15_000, gross: 1_115_000 });
    expect(made.lines.find(({ kind }) => kind === 'flat_enrolment')).toMatchObject({
      count: 3,
      amount: 15_000,
      months,
      late: 1,
      explanation: expect.stringContaining('Rp 5.000 × 3 peserta baru (dari 2 pendaftaran) = Rp 15.000'),
    });
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

describe('withholding by tax number', () => {
  const rules = [
    ruleOf({ id: 1, kind: 'withholding', share_bp: 5_000, rate_bp: 500, tax_number: 'with' }),
    ruleOf({ id: 2, kind: 'withholding', share_bp: 5_000, rate_bp: 600, tax_number: 'without' }),
  ];

  it.each([
    [
      true,
      1,
      27_500,
      'Potongan 5% dari Rp 550.000 = Rp 27.500, menurut Skema Bulanan aturan potongan bagi kader dengan NPWP',
    ],
    [
      false,
      2,
      33_000,
      'Potongan 6% dari Rp 550.000 = Rp 33.000, menurut Skema Bulanan aturan potongan bagi kader tanpa NPWP',
    ],
  ])('known (%s) takes rule %i: %i', (hasTaxNumber, rule, withholding, words) => {
    const made = statement({ rules, hasTaxNumber });
    expect(made).toMatchObject({ withholding, tax_number_known: hasTaxNumber, scheme: 9 });
    expect(made.lines.at(-1)).toMatchObject({ rule, scheme: 9 });
    expect(made.lines.at(-1)?.explanation).toBe(
      `${words}; dasarnya 50% dari bruto Rp 1.100.000, dibulatkan ke rupiah terdekat.`,
    );
  });

  it('is nothing where no rule is for this kader', () => {
    expect(statement({ rules: rules.slice(0, 1), hasTaxNumber: false })).toMatchObject({ withholding: 0 });
  });
});

describe('corrections by hand', () => {
  const corrections = [
    { id: 1, amount: 50_000, reason: 'Pembayaran Januari salah kader.' },
    { id: 2, amount: -20_000, reason: 'Selisih tarif' },
  ];

  it('are lines of their own and part of gross, beyond floor and cap', () => {
    const made = statement({ corrections, rules: [ruleOf({ kind: 'monthly_cap', amount: 1_000_000 })] });
    expect(made).toMatchObject({ adjustment: -100_000, corrections: 30_000, gross: 1_030_000, net: 1_030_000 });
    expect(made.lines.filter(({ kind }) => kind === 'correction')).toMatchObject([
      { amount: 50_000, families: null, months: [], rule: null },
      { amount: -20_000 },
    ]);
    expect(made.lines.at(-1)?.explanation).toBe(
      'Koreksi -Rp 20.000 oleh kantor cabang: Selisih tarif; di luar skema dan tarif, tanpa pembulatan.',
    );
  });

  it('beyond what the month earned are carried, never paid below nothing', () => {
    const made = statement({ payable: [], corrections: corrections.slice(1) });
    expect(made).toMatchObject({ gross: -20_000, net: 0, carried_out: 20_000 });
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
  const groups = fc.array(
    fc
      .record({
        amount: fc.nat(20_000_000),
        rate_bp: fc.nat(10_000),
        reversal: fc.boolean(),
        count: fc.integer({ min: 1, max: 50 }),
        on_top: fc.constantFrom(0, 0, 5_000),
        late: fc.boolean(),
        kind: fc.constantFrom('percentage', 'flat_payment', 'flat_participant'),
      })
      .map(({ amount, rate_bp, reversal, count, on_top, late, kind }): PayableGroup => {
        const sign = reversal ? -1 : 1;
        const flat = kind !== 'percentage';
        const added = reversal || kind === 'flat_participant' ? 0 : on_top;
        const own = flat ? count * 2_500 : Math.round((amount * rate_bp) / 10_000);
        return {
          ...short,
          kind,
          rate_bp: flat ? null : rate_bp,
          rule_amount: flat ? 2_500 : null,
          reversal,
          count,
          families: Math.ceil(count / 2),
          late: late ? 1 : 0,
          amount: sign * amount,
          base: sign * amount,
          commission: sign * (own + added),
          on_top: added,
        };
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

  const corrections = fc.array(fc.record({ id: fc.nat(), amount: fc.integer({ min: -900_000, max: 900_000 }) }), {
    maxLength: 3,
  });
  const statements = fc
    .tuple(groups, rules, fc.nat(5_000_000), corrections, fc.boolean())
    .map(([payable, scheme, carriedIn, corrected, hasTaxNumber]) => {
      const reasons = corrected.map((one) => ({ ...one, reason: 'Selisih hitungan' }));
      return { payable, made: statement({ payable, rules: scheme, carriedIn, corrections: reasons, hasTaxNumber }) };
    });

  it('its lines sum to net, net is never below nothing, and nothing is lost in the carry', () => {
    fc.assert(
      fc.property(statements, ({ made }) => {
        expect(made.lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(made.net);
        expect(made.commission + made.bonus + made.adjustment + made.corrections).toBe(made.gross);
        expect(made.net).toBeGreaterThanOrEqual(0);
        expect(made.carried_out).toBeGreaterThanOrEqual(0);
        expect(made.net === 0 || made.carried_out === 0).toBe(true);
        expect(made.gross - made.withholding - made.carried_in).toBe(made.net - made.carried_out);
        expect(made.withholding).toBeLessThanOrEqual(Math.max(0, made.gross));
      }),
    );
  });

  it('every line says its own figures, and no others than those of its rule and its statement', () => {
    fc.assert(
      fc.property(statements, ({ payable, made }) => {
        for (const line of made.lines) {
          const said = figuresIn(line.explanation);
          expect(figuresIn(line.explanation_en).sort()).toEqual(said.sort());
          expect(said).toContain(formatRupiah(line.kind === 'correction' ? line.amount : Math.abs(line.amount)));
          if (line.rate_bp !== null) {
            expect(said).toContain(formatRate(line.rate_bp));
            expect(said).toContain(formatRupiah(Math.abs(line.base)));
          }
          const known = [...figuresOf(line), ...figuresOf(ownersOf(line, made, payable))];
          expect(said.filter((figure) => !known.includes(figure))).toEqual([]);
          expect(line.explanation).toMatch(/bulat/);
        }
      }),
    );
  });
});

/** Every rupiah and percent of a sentence. */
function figuresIn(sentence: string): string[] {
  return sentence.match(/-?Rp [\d.]*\d|[\d,]+%/g) ?? [];
}

function figuresOf(values: object): string[] {
  return Object.values(values).flatMap((value) =>
    typeof value === 'number' ? [formatRupiah(value), formatRupiah(Math.abs(value)), formatRate(value)] : [],
  );
}

/** Stored figures that a line of the whole month may quote beside its own. */
function ownersOf({ kind, amount, base }: StatementLine, made: Statement, payable: readonly PayableGroup[]): object {
  switch (kind) {
    case 'attainment_bonus': {
      const paid = payable.reduce((sum, group) => sum + group.amount, 0);
      return {
        paid,
        target: made.target,
        from: 8_000,
        attained: Math.floor((Math.max(0, paid) * 10_000) / 10_000_000),
      };
    }
    case 'withholding':
      return { gross: made.gross, share: made.gross === 0 ? 0 : shareIn(made, base) };
    case 'monthly_floor':
    case 'monthly_cap':
      return { before: base - amount, limit: base };
    case 'flat_payment':
    case 'flat_participant':
      return { each: 2_500 };
    default:
      return {};
  }
}

function shareIn({ lines }: Statement, base: number): number {
  const line = lines.find((one) => one.kind === 'withholding' && one.base === base);
  const share = /dasarnya ([\d,]+)% dari bruto/.exec(line?.explanation ?? '')?.[1];
  return share === undefined ? 0 : Math.round(Number(share.replace(',', '.')) * 100);
}
