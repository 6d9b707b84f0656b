import { basisPointsOfWhole, shareOf } from '../../core/money.ts';
import { type Scheme, type SchemeRule, taxNumberOf } from '../../core/scheme.ts';
import { typicalMonths } from '../../core/typical-payments.ts';
import { formatRate, formatRupiah, type StudioLocale } from '../../studio/format.ts';
import { fillText, type TextFill } from '../../studio/text.ts';
import { texts } from './texts.ts';

/** Rupiah that bonuses and withholding are shown for; the records of `target` differ by branch and year. */
export const exampleTarget = 10_000_000;
const exampleGross = 1_000_000;

/** What a scheme does besides pricing payments, a sentence for each rule. */
export function monthlySentences({ base, rules }: Pick<Scheme, 'base' | 'rules'>, locale: StudioLocale): string[] {
  const say = (key: keyof typeof texts, fill: TextFill = {}) => fillText(texts[key], locale, fill);
  const rupiah = (amount: number | null) => formatRupiah(amount ?? 0, locale);
  const sentenceOf: Partial<Record<SchemeRule['kind'], (rule: SchemeRule) => string>> = {
    flat_enrolment: ({ amount }) => say('enrolment', { amount: rupiah(amount) }),
    monthly_floor: ({ amount }) => say('floor', { amount: rupiah(amount) }),
    monthly_cap: ({ amount }) => say('cap', { amount: rupiah(amount) }),
    withholding: (rule) => {
      const { rate_bp, share_bp } = rule;
      const taxed = shareOf(exampleGross, share_bp ?? basisPointsOfWhole);
      return say('withholding', {
        rate: formatRate(rate_bp ?? 0, locale),
        share: formatRate(share_bp ?? basisPointsOfWhole, locale),
        who: say(taxNumberOf(rule)),
        amount: rupiah(shareOf(taxed, rate_bp ?? 0)),
        gross: rupiah(exampleGross),
      });
    },
  };
  const bonuses = rules.some(({ kind }) => kind === 'attainment_bonus') ? typicalMonths(rules, exampleTarget) : [];
  return [
    say(base === 'amount' ? 'onAmount' : 'onArrears'),
    ...bonuses.map(({ attained, collected, bonuses: earned }) => {
      const bonus = earned.reduce((sum, { amount }) => sum + amount, 0);
      return say(bonus > 0 ? 'bonus' : 'noBonus', {
        attained: formatRate(attained, locale),
        collected: rupiah(collected),
        target: rupiah(exampleTarget),
        bonus: rupiah(bonus),
      });
    }),
    ...(['flat_enrolment', 'monthly_floor', 'monthly_cap', 'withholding'] as const).flatMap((kind) =>
      rules.filter((rule) => rule.kind === kind).map((rule) => sentenceOf[kind]?.(rule) ?? ''),
    ),
  ];
}
