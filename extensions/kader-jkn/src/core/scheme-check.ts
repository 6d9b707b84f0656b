/** What is wrong with a scheme's rules, looked at when it is saved (design 5.3). */
import { basisPointsOfWhole } from './money.ts';
import type { Issue } from './result.ts';
import {
  attainmentBand,
  type Band,
  inOrder,
  monthBand,
  paymentKinds,
  type RuleKind,
  type SchemeRule,
  taxNumberOf,
} from './scheme.ts';

/** What stands once in a scheme at most: it speaks of the whole month. */
const onceAtMost = ['flat_enrolment', 'monthly_floor', 'monthly_cap'] as const satisfies readonly RuleKind[];
const rateKinds: readonly RuleKind[] = ['percentage', 'attainment_bonus', 'withholding'];

/**
 * Every gap, overlap and incomplete rule, as scheme-gap {from, to}, scheme-overlap {from} and scheme-rule-invalid
 * {rule, why, why_en}.
 */
export function checkScheme(rules: readonly SchemeRule[]): Issue[] {
  const ordered = inOrder(rules);
  const flawed = ordered.flatMap((rule, position) => flawsOf(rule).map((flaw) => invalid(position, flaw)));
  if (flawed.length > 0) return flawed;
  return [
    ...onceAtMost.flatMap((kind) => repeated(ordered, kind)),
    ...paymentKinds.flatMap((kind) => checkBands(ordered.filter((rule) => rule.kind === kind).map(monthBand))),
    ...overlappingBonuses(ordered),
    ...overlappingWithholdings(ordered),
    ...floorAboveCap(ordered),
  ];
}

/** Gaps and overlaps of bands over [lowest from, highest to); a gap is named by its months, both included. */
export function checkBands(bands: readonly Band[]): Issue[] {
  const [first, ...others] = [...bands].sort((one, other) => one.from - other.from);
  if (first === undefined) return [];
  const issues: Issue[] = [];
  let reached = first.to;
  for (const band of others) {
    if (band.from > reached) issues.push({ reason: 'scheme-gap', params: { from: reached, to: band.from - 1 } });
    if (band.from < reached) issues.push({ reason: 'scheme-overlap', params: { from: band.from } });
    reached = Math.max(reached, band.to);
  }
  return issues;
}

interface Flaw {
  why: string;
  why_en: string;
}

const flaws = {
  rate: { why: 'isi tarif antara 0% dan 100%', why_en: 'give a rate between 0% and 100%' },
  amount: { why: 'isi jumlah rupiah bulat, nol atau lebih', why_en: 'give whole rupiah, zero or more' },
  months: {
    why: 'batas bulan harus bulat, tidak negatif, dan batas akhir di atas batas awal',
    why_en: 'the bounds in months must be whole, not negative, and the end above the start',
  },
  attainment: {
    why: 'batas capaian harus bulat, tidak negatif, dan batas akhir di atas batas awal',
    why_en: 'the bounds of attainment must be whole, not negative, and the end above the start',
  },
  mode: {
    why: 'pilih cara bonus: menyeluruh atau bertingkat',
    why_en: 'choose how the bonus counts: whole or marginal',
  },
  share: { why: 'isi bagian kena pajak antara 0% dan 100%', why_en: 'give a taxable share between 0% and 100%' },
  repeated: {
    why: 'jenis aturan ini hanya boleh satu dalam skema',
    why_en: 'a scheme has this kind of rule once at most',
  },
  overlap: {
    why: 'rentang capaiannya tumpang tindih dengan bonus lain',
    why_en: 'its band of attainment overlaps with another bonus',
  },
  withholding: {
    why: 'sudah ada potongan lain untuk kader yang sama; pakai satu untuk semua, atau satu dengan dan satu tanpa NPWP',
    why_en:
      'another withholding already applies to the same kader; use one for all, or one with and one without a tax number',
  },
  floor: { why: 'batas bawah bulanan di atas batas atasnya', why_en: 'the monthly floor is above the monthly cap' },
} as const satisfies Record<string, Flaw>;

function flawsOf(rule: SchemeRule): Flaw[] {
  const found: Flaw[] = [];
  const isRate = rateKinds.includes(rule.kind);
  if (isRate && !isShare(rule.rate_bp)) found.push(flaws.rate);
  if (!isRate && !isCount(rule.amount)) found.push(flaws.amount);
  if (isPaymentRule(rule) && !isBand(rule.months_from, rule.months_to)) found.push(flaws.months);
  if (rule.kind === 'attainment_bonus') {
    if (!isBand(rule.attainment_from_bp, rule.attainment_to_bp)) found.push(flaws.attainment);
    if (rule.bonus_mode === null) found.push(flaws.mode);
  }
  if (rule.kind === 'withholding' && rule.share_bp !== null && !isShare(rule.share_bp)) found.push(flaws.share);
  return found;
}

function repeated(ordered: readonly SchemeRule[], kind: RuleKind): Issue[] {
  const [, second] = ordered.filter((rule) => rule.kind === kind);
  return second === undefined ? [] : [invalid(ordered.indexOf(second), flaws.repeated)];
}

function overlappingBonuses(ordered: readonly SchemeRule[]): Issue[] {
  const bonuses = ordered.filter((rule) => rule.kind === 'attainment_bonus');
  return bonuses
    .filter((bonus, position) => bonuses.slice(0, position).some((earlier) => overlap(earlier, bonus)))
    .map((bonus) => invalid(ordered.indexOf(bonus), flaws.overlap));
}

/** At most one withholding applies to a kader, with or without a tax number. */
function overlappingWithholdings(ordered: readonly SchemeRule[]): Issue[] {
  const withholdings = ordered.filter((rule) => rule.kind === 'withholding');
  const meet = (one: SchemeRule, other: SchemeRule) =>
    [taxNumberOf(one), taxNumberOf(other)].includes('any') || taxNumberOf(one) === taxNumberOf(other);
  return withholdings
    .filter((rule, position) => withholdings.slice(0, position).some((earlier) => meet(earlier, rule)))
    .map((rule) => invalid(ordered.indexOf(rule), flaws.withholding));
}

function overlap(one: SchemeRule, other: SchemeRule): boolean {
  const [first, second] = [attainmentBand(one), attainmentBand(other)];
  return first.from < second.to && second.from < first.to;
}

function floorAboveCap(ordered: readonly SchemeRule[]): Issue[] {
  const floor = ordered.find((rule) => rule.kind === 'monthly_floor');
  const cap = ordered.find((rule) => rule.kind === 'monthly_cap');
  if (floor === undefined || cap === undefined || (floor.amount ?? 0) <= (cap.amount ?? 0)) return [];
  return [invalid(ordered.indexOf(floor), flaws.floor)];
}

/** A rule is named by its place in the scheme, counted from 1. */
function invalid(position: number, flaw: Flaw): Issue {
  return { reason: 'scheme-rule-invalid', params: { rule: position + 1, ...flaw } };
}

function isPaymentRule(rule: SchemeRule): boolean {
  return paymentKinds.some((kind) => kind === rule.kind);
}

function isCount(value: number | null): value is number {
  return value !== null && Number.isSafeInteger(value) && value >= 0;
}

function isShare(value: number | null): boolean {
  return isCount(value) && value <= basisPointsOfWhole;
}

function isBand(from: number | null, to: number | null): boolean {
  return (from === null || isCount(from)) && (to === null || (isCount(to) && to > (from ?? 0)));
}
