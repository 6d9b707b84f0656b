/** The lines of a statement: each says in both languages what it counts, and carries the rupiah it adds or takes. */
import { bonusesOf } from './bonus.ts';
import { basisPointsOfWhole, formatRate, formatRupiah, rupiah, shareOf } from './money.ts';
import { bandWords, type PaymentKind, type RuleKind, type SchemeRule } from './scheme.ts';

export interface StatementLine {
  kind: RuleKind | 'reversal' | 'carry';
  label: string;
  label_en: string;
  count: number;
  /** rupiah the line was taken of */
  base: number;
  rate_bp: number | null;
  /** rupiah added (or taken, when negative) */
  amount: number;
}

/** Collections payable in the month, grouped by rule and rate; those that reverse others are groups of their own. */
export interface PayableGroup {
  /** kind of the rule that priced them; null: none did */
  kind: PaymentKind | null;
  rule: number | null;
  rate_bp: number | null;
  months_from: number | null;
  months_to: number | null;
  reversal: boolean;
  count: number;
  /** rupiah received; negative for reversals, as are base and commission */
  amount: number;
  base: number;
  commission: number;
}

/** One line for each rule and rate that earned something, the larger rate first. */
export function earnedLines(groups: readonly PayableGroup[]): StatementLine[] {
  const lines = new Map<string, StatementLine>();
  for (const group of groups) {
    if (group.reversal || group.kind === null || group.commission === 0) continue;
    const key = [group.kind, group.rate_bp, group.rule].join('|');
    const line = lines.get(key) ?? {
      ...earnedLabel(group.kind, group),
      kind: group.kind,
      count: 0,
      base: 0,
      rate_bp: group.rate_bp,
      amount: 0,
    };
    lines.set(key, {
      ...line,
      count: line.count + group.count,
      base: line.base + group.base,
      amount: line.amount + group.commission,
    });
  }
  return [...lines.values()].sort((one, other) => (other.rate_bp ?? -1) - (one.rate_bp ?? -1));
}

/** All that was taken back in the month, in one line. */
export function reversalLines(groups: readonly PayableGroup[]): StatementLine[] {
  const reversals = groups.filter((group) => group.reversal);
  if (reversals.length === 0) return [];
  const sum = (part: (group: PayableGroup) => number) => reversals.reduce((total, group) => total + part(group), 0);
  return [
    {
      kind: 'reversal',
      label: 'Pembalikan penerimaan',
      label_en: 'Reversed collections',
      count: sum((group) => group.count),
      base: sum((group) => group.base),
      rate_bp: null,
      amount: sum((group) => group.commission),
    },
  ];
}

/** What new members registered in the month earn. */
export function enrolmentLines(rules: readonly SchemeRule[], enrolments: number): StatementLine[] {
  if (enrolments === 0) return [];
  return rules
    .filter((rule) => rule.kind === 'flat_enrolment')
    .map(({ kind, amount }) => ({
      kind,
      label: `${formatRupiah(amount ?? 0)} per peserta baru`,
      label_en: `${formatRupiah(amount ?? 0)} a new participant`,
      count: enrolments,
      base: 0,
      rate_bp: null,
      amount: enrolments * (amount ?? 0),
    }));
}

/** What the month's attainment earns. */
export function bonusLines(rules: readonly SchemeRule[], collected: number, target: number | null): StatementLine[] {
  return bonusesOf(rules, collected, target).map(({ rule, attained, base, amount }) => ({
    kind: rule.kind,
    label: `Bonus ${formatRate(rule.rate_bp ?? 0)} atas capaian ${formatRate(attained)}`,
    label_en: `Bonus of ${formatRate(rule.rate_bp ?? 0)} for attaining ${formatRate(attained)}`,
    count: 1,
    base,
    rate_bp: rule.rate_bp,
    amount,
  }));
}

/** Lifts the month to its floor, then holds it to its cap; each shown as what it changes. */
export function adjustmentLines(rules: readonly SchemeRule[], before: number, hasEarned: boolean): StatementLine[] {
  const floor = rules.find((rule) => rule.kind === 'monthly_floor')?.amount ?? Number.NEGATIVE_INFINITY;
  const cap = rules.find((rule) => rule.kind === 'monthly_cap')?.amount ?? Number.POSITIVE_INFINITY;
  const lifted = hasEarned ? Math.max(before, floor) : before;
  const held = Math.min(lifted, cap);
  const lines: StatementLine[] = [];
  if (lifted > before)
    lines.push(adjustmentLine('monthly_floor', 'Batas bawah bulanan', 'Monthly floor', floor, lifted - before));
  if (held < lifted) lines.push(adjustmentLine('monthly_cap', 'Batas atas bulanan', 'Monthly cap', cap, held - lifted));
  return lines;
}

function adjustmentLine(
  kind: 'monthly_floor' | 'monthly_cap',
  id: string,
  en: string,
  limit: number,
  amount: number,
): StatementLine {
  const words = { label: `${id} ${formatRupiah(limit)}`, label_en: `${en} ${formatRupiah(limit)}` };
  return { kind, ...words, count: 1, base: limit, rate_bp: null, amount };
}

/** The rate of the taxable share of a positive gross. */
export function withholdingLines(rules: readonly SchemeRule[], gross: number): StatementLine[] {
  const rule = rules.find(({ kind }) => kind === 'withholding');
  if (rule === undefined || gross <= 0) return [];
  const base = shareOf(gross, rule.share_bp ?? basisPointsOfWhole);
  const amount = shareOf(base, rule.rate_bp ?? 0);
  if (amount === 0) return [];
  const rate = formatRate(rule.rate_bp ?? 0);
  const figures = `${rate} dari ${formatRupiah(base)}`;
  return [
    {
      kind: 'withholding',
      label: `Potongan ${figures}`,
      label_en: `Withholding of ${rate} on ${formatRupiah(base)}`,
      count: 1,
      base,
      rate_bp: rule.rate_bp,
      amount: rupiah(-amount),
    },
  ];
}

/** What the previous month left to set off, and what this one leaves to the next. */
export function carryLines(carriedIn: number, carriedOut: number): StatementLine[] {
  const line = (label: string, label_en: string, amount: number): StatementLine[] =>
    amount === 0 ? [] : [{ kind: 'carry', label, label_en, count: 1, base: 0, rate_bp: null, amount }];
  return [
    ...line('Sisa potongan bulan lalu', 'Carried in from the month before', -carriedIn),
    ...line('Dibawa ke bulan berikutnya', 'Carried out to the next month', carriedOut),
  ];
}

function earnedLabel(kind: PaymentKind, group: PayableGroup): { label: string; label_en: string } {
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
