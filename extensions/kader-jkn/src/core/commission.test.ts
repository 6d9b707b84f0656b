import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PricingInput, priceCollection } from './commission.ts';
import { formatRate, formatRupiah } from './money.ts';
import type { DateText, Period } from './period.ts';
import { payment, pekanbaru, ruleOf } from './pricing.samples.ts';

function price(changes: Partial<PricingInput> = {}) {
  const result = priceCollection({ ...payment, ...changes });
  if (!result.ok) throw new Error(`Refused: ${result.reason}`);
  return result.value;
}

function refusal(changes: Partial<PricingInput>) {
  const result = priceCollection({ ...payment, ...changes });
  return result.ok ? null : { reason: result.reason, params: result.params };
}

const familyOf = (changes: Partial<NonNullable<PricingInput['family']>>) => {
  if (payment.family === null) throw new Error('The sample has a family');
  return { ...payment.family, ...changes };
};

it('of a family told class by class is what it is for one class', () => {
  const told = familyOf({ mixed: [2, 0, 0] });
  for (const amount of [100_000, 300_000, 2_400_000])
    expect(price({ family: told, amount })).toEqual(price({ amount }));
  const advance = { kind: 'advance', amount: 7_200_001 } as const;
  expect(refusal({ ...advance, family: told })).toEqual(refusal(advance));
});

describe('the price of a collection', () => {
  it('is fixed with scheme, rule, rate, base, amount and a sentence that explains it', () => {
    expect(price()).toEqual({
      paid_month: '2022-01',
      month: '2022-01',
      late: false,
      kader: 3,
      months_owed: 8,
      months_covered: 8,
      split: {
        carried: 0,
        withoutMonth: 0,
        rest: 0,
        parts: [
          {
            from: '2021-05',
            through: '2021-12',
            months: 8,
            amount: 2_400_000,
            shares: [{ class: 1, members: 2, each: 150_000, amount: 2_400_000 }],
          },
        ],
      },
      scheme: 7,
      rule: 72,
      rate_bp: 1500,
      base: 2_400_000,
      commission: 360_000,
      explanation:
        "15% dari Rp 2.400.000 tunggakan (8 bulan) = Rp 360.000, menurut Skema Pekanbaru 2017 aturan 'di atas 6 bulan'; tanpa pembulatan.",
      explanation_en:
        "15% of Rp 2.400.000 arrears (8 months) = Rp 360.000, by rule 'above 6 months' of Skema Pekanbaru 2017; nothing rounded.",
      status: 'recorded',
      pay_month: null,
    });
  });

  it.each([
    [6, 71, 1000],
    [7, 72, 1500],
    [1, 71, 1000],
    [24, 72, 1500],
  ])('of a family that owes %i months is by rule %i at %i', (listedMonths, rule, rate_bp) => {
    const family = familyOf({ listedMonths, listedAmount: listedMonths * 300_000 });
    expect(price({ family, amount: 300_000 })).toMatchObject({ months_owed: listedMonths, rule, rate_bp });
  });

  it("gives Pekanbaru's imbal jasa: 10% of 15,486,000 and 15% of 16,136,000 are 3,969,000", () => {
    const short = familyOf({ listedMonths: 6, listedAmount: 15_486_000 });
    const long = familyOf({ listedMonths: 7, listedAmount: 16_136_000 });
    const earned = [price({ family: short, amount: 15_486_000 }), price({ family: long, amount: 16_136_000 })];
    expect(earned.reduce((sum, { base }) => sum + base, 0)).toBe(31_622_000);
    expect(earned.reduce((sum, { commission }) => sum + commission, 0)).toBe(3_969_000);
  });

  it('looks at the months owed just before the payment, accrued dues included and paid ones not', () => {
    const family = familyOf({ listedMonths: 8, paidMonths: 3, paidAmount: 900_000 });
    const accruedOne = { paidAt: '2022-01-15T03:00:00Z', family, amount: 300_000 };
    expect(price(accruedOne)).toMatchObject({ months_owed: 6, rule: 71, months_covered: 1 });
  });

  it('says what remains for the next month', () => {
    expect(price({ amount: 350_000 }).explanation).toMatch(/; sisa Rp 50\.000 menunggu bulan berikutnya\.$/);
    expect(price({ amount: 350_000 })).toMatchObject({ months_covered: 1, base: 350_000, commission: 52_500 });
  });

  it('says whether it was rounded', () => {
    const odd = price({ amount: 333_333 });
    expect(odd).toMatchObject({ commission: 50_000, rate_bp: 1500 });
    expect(odd.explanation).toContain("aturan 'di atas 6 bulan'; dibulatkan ke rupiah terdekat; sisa");
    expect(odd.explanation_en).toContain('; rounded to the nearest rupiah; the remaining');
  });

  it('waits for verification where the policy asks for it, else is paid with its month', () => {
    expect(price().pay_month).toBeNull();
    expect(price({ policy: { verificationRequired: false, maxBilledMonths: 24 } }).pay_month).toBe('2022-01');
  });
});

describe('the month of a collection', () => {
  const newYear = { paidAt: '2022-01-31T16:30:00Z', now: '2022-02-10T00:00:00Z', amount: 300_000 };

  it.each([
    ['Asia/Jakarta', '2022-01'],
    ['Asia/Makassar', '2022-02'],
  ] as const)('at 23:30 WIB on 31 January is, in %s, %s', (timezone, month) => {
    expect(price({ ...newYear, books: { ...payment.books, timezone } })).toMatchObject({
      paid_month: month,
      month,
      late: false,
    });
  });

  it('is the oldest open one, marked late, where its own is closed', () => {
    const books = { ...payment.books, closedThrough: '2022-02' as Period };
    const late = price({ ...newYear, books, policy: { verificationRequired: false, maxBilledMonths: 24 } });
    expect(late).toMatchObject({ paid_month: '2022-01', month: '2022-03', late: true, pay_month: '2022-03' });
    expect(late.explanation).toMatch(/; terlambat: Januari 2022 sudah ditutup, sehingga masuk pembukuan Maret 2022\.$/);
    expect(late.explanation_en).toMatch(
      /; late: January 2022 was closed already, so it stands in the books of March 2022\.$/,
    );
  });
});

describe('the kinds of payment rules', () => {
  const flat = ruleOf({ id: 5, kind: 'flat_payment', amount: 5_000 });
  const perParticipant = ruleOf({ id: 6, kind: 'flat_participant', amount: 2_500 });
  const scheme = (rules: typeof pekanbaru.rules, base: 'arrears' | 'amount' = 'arrears') => ({
    id: 9,
    name: 'Riau',
    base,
    rules,
  });

  it('pays 2,500 a participant', () => {
    expect(price({ scheme: scheme([perParticipant]), amount: 300_000 })).toMatchObject({
      rule: 6,
      rate_bp: null,
      base: 300_000,
      commission: 5_000,
      explanation:
        "Rp 2.500 × 2 peserta = Rp 5.000, menurut Skema Riau aturan 'berapa pun bulannya'; tanpa pembulatan.",
    });
  });

  it('adds flat amounts to the percentage, which is matched once', () => {
    const priced = price({ scheme: scheme([flat, perParticipant, ...pekanbaru.rules]) });
    expect(priced).toMatchObject({ rule: 72, rate_bp: 1500, commission: 360_000 + 5_000 + 5_000 });
    expect(priced.explanation).toContain('= Rp 370.000, menurut');
  });

  it('leaves the rules of a month out of a payment', () => {
    const monthly = (
      ['flat_enrolment', 'attainment_bonus', 'monthly_floor', 'monthly_cap', 'withholding'] as const
    ).map((kind) => ruleOf({ kind, amount: 1_000_000, rate_bp: 5_000 }));
    expect(price({ scheme: scheme(monthly) })).toMatchObject({ rule: null, commission: 0, base: 2_400_000 });
  });

  it('pays nothing where no band holds the months owed, and says so', () => {
    const above12 = scheme([ruleOf({ months_from: 12, rate_bp: 2500 })]);
    expect(price({ scheme: above12 })).toMatchObject({ rule: null, commission: 0, scheme: 9 });
    expect(price({ scheme: above12 }).explanation).toContain('tunggakan 8 bulan');
  });

  it.each(['current', 'advance'] as const)('pays on %s dues only where the base is the whole amount', (kind) => {
    expect(price({ kind })).toMatchObject({ base: 0, commission: 0, rule: null, kader: 3 });
    const onAmount = price({ kind, scheme: scheme(pekanbaru.rules, 'amount') });
    expect(onAmount).toMatchObject({ base: 2_400_000, commission: 360_000 });
    expect(onAmount.explanation).toContain('15% dari Rp 2.400.000 pembayaran (tunggakan 8 bulan)');
  });

  it('accepts current dues of a settled family, and counts their month', () => {
    const settled = familyOf({ listedMonths: 0, listedAmount: 0 });
    expect(price({ kind: 'current', family: settled, amount: 300_000 })).toMatchObject({
      months_owed: 0,
      months_covered: 1,
    });
  });
});

describe('credit', () => {
  it('goes to nobody when nobody held the family: accepted, without commission', () => {
    expect(price({ holder: null })).toMatchObject({ kader: null, commission: 0, base: 2_400_000, status: 'recorded' });
  });

  it('does not need a scheme when there is nobody to pay', () => {
    expect(price({ holder: null, scheme: null })).toMatchObject({ kader: null, scheme: null });
  });

  it.each([
    ['2022-01-04', null, 0],
    ['2022-01-05', 3, 360_000],
    ['2022-02-01', 3, 360_000],
  ])('of a partnership ended on %s goes to %s with %i', (endedOn, kader, commission) => {
    expect(price({ holder: { kader: 3, endedOn: endedOn as DateText } })).toMatchObject({ kader, commission });
  });
});

describe('what is refused', () => {
  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2_147_483_648])('an amount of %d', (amount) => {
    expect(refusal({ amount })?.reason).toBe('amount-invalid');
  });

  it.each([
    ['a time without a zone', { paidAt: '2022-01-05T03:00:00' }, 'paid-at-invalid'],
    ['a time that is none', { paidAt: 'kemarin' }, 'paid-at-invalid'],
    ['a time to come', { paidAt: '2022-01-20T00:00:01Z' }, 'paid-at-future'],
    ['an unknown family', { family: null }, 'binaan-unknown'],
  ] as const)('%s', (_, changes, reason) => {
    expect(refusal(changes)?.reason).toBe(reason);
  });

  it.each([
    ['policy', { policy: null }, 'no-policy'],
    ['scheme', { scheme: null }, 'no-scheme'],
  ] as const)('a payment on a day without a %s', (_, changes, reason) => {
    expect(refusal(changes)).toEqual({ reason, params: { date: '2022-01-05' } });
  });

  it('a payment of a month accrued without dues', () => {
    expect(refusal({ duesRates: [], paidAt: '2022-01-15T03:00:00Z' })?.reason).toBe('no-dues');
  });

  it('more than is owed, with what is owed', () => {
    expect(refusal({ amount: 2_400_001 })).toEqual({ reason: 'amount-above-owed', params: { owed: 2_400_000 } });
  });
});

it('a payment of this very moment is accepted', () => {
  expect(price({ now: payment.paidAt }).late).toBe(false);
});

describe('money that an integration reports', () => {
  it.each([
    ['of an unknown family', { family: null, policy: null, scheme: null }],
    ['above what is owed', { amount: 2_400_001 }],
  ])('%s is never refused: it waits unallocated, without commission', (_, changes) => {
    expect(price({ recorder: 'integration', ...changes })).toMatchObject({
      status: 'unallocated',
      kader: null,
      commission: 0,
      base: 0,
      months_covered: 0,
      pay_month: null,
    });
  });
});

describe('laws of pricing', () => {
  it('never earns more than was paid, never covers what was not, and is the same every time', () => {
    const amounts = fc.integer({ min: 1, max: 2_400_000 });
    const rates = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(amounts, rates, fc.integer({ min: 1, max: 24 }), (amount, rate_bp, listedMonths) => {
        const scheme = { ...pekanbaru, rules: [ruleOf({ rate_bp })] };
        const changes = { amount, scheme, family: familyOf({ listedMonths }) };
        const priced = price(changes);
        expect(priced.commission).toBeLessThanOrEqual(amount);
        expect(priced.months_covered).toBeLessThanOrEqual(listedMonths);
        expect(priced.months_covered === listedMonths).toBe(amount === 2_400_000);
        expect(price(changes)).toEqual(priced);
      }),
    );
  });

  it('explains itself in its own figures, the same in both languages', () => {
    const amounts = fc.integer({ min: 1, max: 2_400_000 });
    const flats = fc.option(fc.nat(50_000), { nil: null });
    fc.assert(
      fc.property(amounts, fc.nat(10_000), flats, (amount, rate_bp, each) => {
        const flat = each === null ? [] : [ruleOf({ id: 5, kind: 'flat_payment', amount: each })];
        const priced = price({ amount, scheme: { ...pekanbaru, rules: [ruleOf({ rate_bp }), ...flat] } });
        const said = figuresIn(priced.explanation);
        expect(figuresIn(priced.explanation_en)).toEqual(said);
        expect(said.slice(0, 2)).toEqual([formatRate(priced.rate_bp ?? 0), formatRupiah(priced.base)]);
        expect(said).toContain(formatRupiah(priced.commission));
        const byRate = priced.commission - (each ?? 0);
        const known = [priced.base, priced.commission, byRate, each ?? 0, amount % 300_000].map(formatRupiah);
        expect(said.slice(1).filter((figure) => !known.includes(figure))).toEqual([]);
        const isRounded = (amount * rate_bp) % 10_000 !== 0;
        expect(priced.explanation).toContain(isRounded ? 'dibulatkan ke rupiah terdekat' : 'tanpa pembulatan');
      }),
    );
  });

  it('matches exactly one of the bands that partition the months', () => {
    const bounds = fc.uniqueArray(fc.integer({ min: 1, max: 24 }), { maxLength: 6 });
    fc.assert(
      fc.property(bounds, fc.integer({ min: 1, max: 24 }), (inner, owedMonths) => {
        const edges = [0, ...inner.sort((one, other) => one - other)];
        const rules = edges.map((months_from, id) =>
          ruleOf({ id, months_from, months_to: edges[id + 1] ?? null, rate_bp: id }),
        );
        const family = familyOf({ listedMonths: owedMonths, listedAmount: 2_400_000 });
        const priced = price({ family, scheme: { ...pekanbaru, rules } });
        expect(priced.rule).toBe(edges.findLastIndex((edge) => edge <= owedMonths));
      }),
    );
  });
});

/** Every rupiah and percent of a sentence, in order. */
function figuresIn(sentence: string): string[] {
  return sentence.match(/-?Rp [\d.]*\d|[\d,]+%/g) ?? [];
}
