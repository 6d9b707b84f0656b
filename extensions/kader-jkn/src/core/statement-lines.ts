/** The lines of a statement: each says in both languages what it counts and why, and carries the rupiah it adds or takes. */
import { bonusesOf } from './bonus.ts';
import type { Enrolments } from './enrolment.ts';
import type { Explanation } from './explanation.ts';
import { basisPointsOfWhole, formatRate, formatRupiah, rupiah, shareOf } from './money.ts';
import type { PayableGroup } from './payable.ts';
import type { Period } from './period.ts';
import { bandWords, type PaymentKind, type RuleKind, type Scheme, type SchemeRule, withholdingFor } from './scheme.ts';
import {
  explainBonus,
  explainCap,
  explainCarriedIn,
  explainCarriedOut,
  explainCorrection,
  explainEarnedLine,
  explainEnrolments,
  explainFloor,
  explainOnTop,
  explainReversedLine,
  explainWithholding,
} from './statement-words.ts';

export interface StatementLine extends Explanation {
  kind: RuleKind | 'reversal' | 'correction' | 'carry';
  label: string;
  label_en: string;
  count: number;
  /** rupiah the line was taken of */
  base: number;
  rate_bp: number | null;
  /** rupiah added (or taken, when negative) */
  amount: number;
  scheme: number | null;
  rule: number | null;
  /** distinct families it rests on; null: it rests on no payments */
  families: number | null;
  /** the months of the payments it rests on, in order */
  months: Period[];
  /** how many of the payments came after their month was closed */
  late: number;
}

/** Imbal jasa corrected by hand: a record of `commission_adjustment` that stands. */
export interface Correction {
  id: number;
  /** signed rupiah */
  amount: number;
  reason: string;
}

/** What rests on no payments and no rule. */
const restsOnNothing = { rate_bp: null, scheme: null, rule: null, families: null, months: [], late: 0 };

/** One line for each rule and rate that earned something, the larger rate first; then what flat rules gave on top. */
export function earnedLines(groups: readonly PayableGroup[]): StatementLine[] {
  const earned = groups
    .filter(({ reversal, kind, commission }) => !reversal && kind !== null && commission !== 0)
    .sort((one, other) => (other.rate_bp ?? -1) - (one.rate_bp ?? -1));
  return [
    ...earned.flatMap((group) => (group.commission === group.on_top ? [] : [earnedLine(group)])),
    ...earned.flatMap((group) => (group.on_top === 0 ? [] : [onTopLine(group)])),
  ];
}

function earnedLine(group: PayableGroup): StatementLine {
  return {
    kind: group.kind ?? 'percentage',
    ...earnedLabel(group.kind, group),
    ...restsOn(group),
    count: group.count,
    base: group.base,
    rate_bp: group.rate_bp,
    amount: group.commission - group.on_top,
    ...explainEarnedLine(group),
  };
}

/** The rules on top are named by the scheme alone: which of its flat rules matched differs from payment to payment. */
function onTopLine(group: PayableGroup): StatementLine {
  const band = bandWords(group);
  return {
    kind: 'flat_payment',
    label: `Tambahan tetap, tunggakan ${band.id}`,
    label_en: `Flat addition, ${band.en} owed`,
    ...restsOn(group),
    count: group.count,
    base: 0,
    rate_bp: null,
    amount: group.on_top,
    rule: null,
    ...explainOnTop(group),
  };
}

/** What was taken back in the month, one line for each rule and rate that had earned it. */
export function reversalLines(groups: readonly PayableGroup[]): StatementLine[] {
  return groups
    .filter(({ reversal }) => reversal)
    .map((group) => ({
      kind: 'reversal',
      ...reversalLabel(group),
      ...restsOn(group),
      count: group.count,
      base: group.base,
      rate_bp: group.rate_bp,
      amount: group.commission,
      ...explainReversedLine(group),
    }));
}

function restsOn({ scheme, rule, families, months, late }: PayableGroup) {
  return { scheme, rule, families, months: [...months], late };
}

/** What new members registered in the month earn. */
export function enrolmentLines(scheme: Scheme | null, enrolments: Enrolments): StatementLine[] {
  const { participants, months, late } = enrolments;
  if (scheme === null || participants === 0) return [];
  return scheme.rules
    .filter((rule) => rule.kind === 'flat_enrolment')
    .map((rule) => ({
      ...monthly(scheme, rule),
      label: `${formatRupiah(rule.amount ?? 0)} per peserta baru`,
      label_en: `${formatRupiah(rule.amount ?? 0)} a new participant`,
      count: participants,
      base: 0,
      amount: participants * (rule.amount ?? 0),
      months: [...months],
      late,
      ...explainEnrolments(scheme, rule.amount ?? 0, enrolments),
    }));
}

/** What the month's attainment earns; `collected` is the rupiah payable in the month. */
export function bonusLines(scheme: Scheme | null, collected: number, target: number | null): StatementLine[] {
  if (scheme === null || target === null) return [];
  return bonusesOf(scheme.rules, collected, target).map((bonus) => ({
    ...monthly(scheme, bonus.rule),
    label: `Bonus ${formatRate(bonus.rule.rate_bp ?? 0)} atas capaian ${formatRate(bonus.attained)}`,
    label_en: `Bonus of ${formatRate(bonus.rule.rate_bp ?? 0)} for attaining ${formatRate(bonus.attained)}`,
    count: 1,
    base: bonus.base,
    amount: bonus.amount,
    ...explainBonus(scheme, bonus, collected, target),
  }));
}

/** Lifts the month to its floor, then holds it to its cap; each shown as what it changes. */
export function adjustmentLines(scheme: Scheme | null, before: number, hasEarned: boolean): StatementLine[] {
  if (scheme === null) return [];
  const floor = scheme.rules.find((rule) => rule.kind === 'monthly_floor');
  const cap = scheme.rules.find((rule) => rule.kind === 'monthly_cap');
  const lifted = hasEarned ? Math.max(before, floor?.amount ?? Number.NEGATIVE_INFINITY) : before;
  const held = Math.min(lifted, cap?.amount ?? Number.POSITIVE_INFINITY);
  const lines: StatementLine[] = [];
  if (floor !== undefined && lifted > before)
    lines.push({
      ...monthly(scheme, floor),
      label: `Batas bawah bulanan ${formatRupiah(floor.amount ?? 0)}`,
      label_en: `Monthly floor ${formatRupiah(floor.amount ?? 0)}`,
      count: 1,
      base: floor.amount ?? 0,
      amount: lifted - before,
      ...explainFloor(scheme, before, lifted),
    });
  if (cap !== undefined && held < lifted)
    lines.push({
      ...monthly(scheme, cap),
      label: `Batas atas bulanan ${formatRupiah(cap.amount ?? 0)}`,
      label_en: `Monthly cap ${formatRupiah(cap.amount ?? 0)}`,
      count: 1,
      base: cap.amount ?? 0,
      amount: held - lifted,
      ...explainCap(scheme, lifted, held),
    });
  return lines;
}

/** One line for each correction by hand, in its own words; neither floor nor cap touches what a person decided. */
export function correctionLines(corrections: readonly Correction[]): StatementLine[] {
  return corrections.map(({ id, amount, reason }) => ({
    kind: 'correction',
    label: `Koreksi imbal jasa nomor ${id}`,
    label_en: `Correction of commission no. ${id}`,
    ...restsOnNothing,
    count: 1,
    base: 0,
    amount,
    ...explainCorrection(amount, reason),
  }));
}

/** The rate of the taxable share of a positive gross, by the rule for a kader with or without a tax number. */
export function withholdingLines(scheme: Scheme | null, gross: number, hasTaxNumber: boolean): StatementLine[] {
  const rule = scheme === null ? null : withholdingFor(scheme.rules, hasTaxNumber);
  if (scheme === null || rule === null || gross <= 0) return [];
  const base = shareOf(gross, rule.share_bp ?? basisPointsOfWhole);
  const amount = shareOf(base, rule.rate_bp ?? 0);
  if (amount === 0) return [];
  const rate = formatRate(rule.rate_bp ?? 0);
  return [
    {
      ...monthly(scheme, rule),
      label: `Potongan ${rate} dari ${formatRupiah(base)}`,
      label_en: `Withholding of ${rate} on ${formatRupiah(base)}`,
      count: 1,
      base,
      amount: rupiah(-amount),
      ...explainWithholding(scheme, rule, { gross, base, amount }),
    },
  ];
}

/** What the previous month left to set off, and what this one leaves to the next. */
export function carryLines(carriedIn: number, carriedOut: number): StatementLine[] {
  const line = (label: string, label_en: string, amount: number, why: Explanation): StatementLine[] =>
    amount === 0 ? [] : [{ kind: 'carry', label, label_en, ...restsOnNothing, count: 1, base: 0, amount, ...why }];
  return [
    ...line('Sisa potongan bulan lalu', 'Carried in from the month before', -carriedIn, explainCarriedIn(carriedIn)),
    ...line('Dibawa ke bulan berikutnya', 'Carried out to the next month', carriedOut, explainCarriedOut(carriedOut)),
  ];
}

/** What a rule of the whole month rests on. */
function monthly({ id }: Scheme, { id: rule, kind, rate_bp }: SchemeRule) {
  return { ...restsOnNothing, months: [], kind, scheme: id, rule, rate_bp };
}

function earnedLabel(
  kind: PaymentKind | null,
  group: Pick<PayableGroup, 'rate_bp' | 'months_from' | 'months_to'>,
): { label: string; label_en: string } {
  const band = bandWords(group);
  if (kind === 'percentage') {
    const rate = formatRate(group.rate_bp ?? 0);
    return {
      label: `Imbal jasa ${rate}, tunggakan ${band.id}`,
      label_en: `Commission of ${rate}, ${band.en} owed`,
    };
  }
  const each = kind === 'flat_participant' ? ['per peserta', 'a participant'] : ['per pembayaran', 'a payment'];
  return {
    label: `Imbal jasa ${each[0]}, tunggakan ${band.id}`,
    label_en: `Commission ${each[1]}, ${band.en} owed`,
  };
}

function reversalLabel(group: PayableGroup): { label: string; label_en: string } {
  const [label, label_en] = ['Pembalikan penerimaan', 'Reversed collections'];
  if (group.rule === null) return { label, label_en };
  const band = bandWords(group);
  const rate = group.rate_bp === null ? '' : ` ${formatRate(group.rate_bp)}`;
  return { label: `${label}${rate}, tunggakan ${band.id}`, label_en: `${label_en}${rate}, ${band.en} owed` };
}
