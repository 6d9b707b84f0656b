/**
 * Bonuses by a month's attainment, over the whole amount or over the part in the band: the scheme's explicit choice
 * (design 5.3).
 */
import { type Rupiah, rupiah, shareOf } from './money.ts';
import { attainmentBand, holds, type SchemeRule } from './scheme.ts';
import { attainmentBp } from './targets.ts';

export interface Bonus {
  rule: SchemeRule;
  /** basis points of the target, rounded down */
  attained: number;
  /** rupiah the rate was taken of */
  base: Rupiah;
  amount: Rupiah;
}

/** The bonuses that rupiah collected in a month earn against its target; none without a target. */
export function bonusesOf(rules: readonly SchemeRule[], collected: number, target: number | null): Bonus[] {
  const attained = attainmentBp(collected, target);
  if (target === null || attained === null) return [];
  const bonuses = rules
    .filter((rule) => rule.kind === 'attainment_bonus')
    .map((rule) => {
      const base =
        rule.bonus_mode === 'marginal' ? partInBand(rule, collected, target) : wholeInBand(rule, collected, attained);
      return { rule, attained, base, amount: shareOf(base, rule.rate_bp ?? 0) };
    });
  return bonuses.filter((bonus) => bonus.base > 0);
}

function wholeInBand(rule: SchemeRule, collected: number, attained: number): Rupiah {
  return rupiah(holds(attainmentBand(rule), attained) ? collected : 0);
}

function partInBand(rule: SchemeRule, collected: number, target: number): Rupiah {
  const from = shareOf(target, rule.attainment_from_bp ?? 0);
  const to = rule.attainment_to_bp === null ? collected : Math.min(collected, shareOf(target, rule.attainment_to_bp));
  return rupiah(Math.max(0, to - from));
}
