import type { AwardFacts, AwardRule } from '../../contract/award-records.ts';
import {
  formatCount,
  formatMonthSpan,
  formatPercent,
  formatRupiahShort,
  type StudioLocale,
} from '../../studio/format.ts';

const words = {
  'id-ID': {
    attained: (percent: string, collected: string, target: string, months: string) =>
      `capaian ${percent} (${collected} dari target ${target}), ${months}`,
    partner: (months: string) => `${months} bulan kemitraan`,
    educated: (count: string, months: string) => `${count} kontak edukasi, ${months}`,
  },
  'en-US': {
    attained: (percent: string, collected: string, target: string, months: string) =>
      `attained ${percent} (${collected} of a target of ${target}), ${months}`,
    partner: (months: string) => `${months} months of partnership`,
    educated: (count: string, months: string) => `${count} education contacts, ${months}`,
  },
} as const;

/** Why a kader is nominated, in one sentence: only what the rule asks. */
export function reasonOf(rule: AwardRule, facts: AwardFacts, locale: StudioLocale): string {
  const say = words[locale];
  const months = formatMonthSpan(facts.from, facts.to, locale);
  const { collected, target } = facts;
  const parts = [
    rule.attainment_above_bp !== null && target !== null
      ? say.attained(
          formatPercent(collected / target, locale),
          formatRupiahShort(collected, locale),
          formatRupiahShort(target, locale),
          months,
        )
      : null,
    rule.partnership_months === null ? null : say.partner(formatCount(facts.partnership_months, locale)),
    rule.education_contacts === null ? null : say.educated(formatCount(facts.education_contacts, locale), months),
  ].filter((part) => part !== null);
  const sentence = parts.join('; ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}
