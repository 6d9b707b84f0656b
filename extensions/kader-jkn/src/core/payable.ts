/** The payments that a statement pays, gathered by the rule that priced them. */
import type { Period } from './period.ts';
import type { PaymentKind } from './scheme.ts';

/** Collections payable in the month and priced alike: one group for each rule and rate, and one for what reverses them. */
export interface PayableGroup {
  /** whose rule it is; null: none was in force */
  scheme: number | null;
  scheme_name: string | null;
  /** kind of the rule that priced them; null: none did */
  kind: PaymentKind | null;
  rule: number | null;
  rate_bp: number | null;
  /** flat rules: rupiah a payment or a participant */
  rule_amount: number | null;
  months_from: number | null;
  months_to: number | null;
  reversal: boolean;
  count: number;
  /** rupiah received; negative for reversals, as are base and commission */
  amount: number;
  base: number;
  commission: number;
  /** rupiah of the commission that flat rules of the scheme gave on top of this one; told of payments only */
  on_top: number;
  /** distinct families */
  families: number;
  /** months of the payments, in order */
  months: Period[];
  /** how many came after their month was closed; nothing that is taken back is late */
  late: number;
}

/** Payments priced alike and paid in one month, all on time or all late. */
export interface PayablePart extends Omit<PayableGroup, 'on_top' | 'families' | 'months' | 'late'> {
  paid_month: Period;
  late: boolean;
  /** rupiah that the rate alone gave, rounded payment by payment */
  by_rate: number;
}

/**
 * Gathers parts into the groups of a statement. `repeats` tells how many payments of a group are of a family that another
 * of its payments is of already.
 */
export function gatherPayable(parts: readonly PayablePart[], repeats: (part: PayablePart) => number): PayableGroup[] {
  const alike = Map.groupBy(parts, ({ scheme, rule, rate_bp, reversal }) => [scheme, rule, rate_bp, reversal].join());
  return [...alike.values()].flatMap((members) => {
    const [first] = members;
    if (first === undefined) return [];
    const sum = (figure: (part: PayablePart) => number) => members.reduce((total, part) => total + figure(part), 0);
    const { paid_month, late, by_rate, ...shared } = first;
    const count = sum((part) => part.count);
    return [
      {
        ...shared,
        count,
        amount: sum(({ amount }) => amount),
        base: sum(({ base }) => base),
        commission: sum(({ commission }) => commission),
        on_top: sum(onTopOf),
        families: count - repeats(first),
        months: [...new Set(members.map((part) => part.paid_month))].sort(),
        late: sum((part) => (part.late && !part.reversal ? part.count : 0)),
      },
    ];
  });
}

/** What flat rules added to the rule that a payment names: the rest of its commission. */
function onTopOf({ kind, reversal, count, commission, by_rate, rule_amount }: PayablePart): number {
  if (reversal || kind === null || kind === 'flat_participant') return 0;
  return commission - (kind === 'percentage' ? by_rate : count * (rule_amount ?? 0));
}
