import type { AwardRule } from '../../extensions/kader-jkn/src/contract/award-records.ts';
import type { Tracked } from '../../extensions/kader-jkn/src/contract/records.ts';

export type AwardRuleDefinition = Omit<AwardRule, keyof Tracked>;

const example = 'Contoh bawaan dan belum dipakai; sesuaikan angkanya, lalu aktifkan.';

const asksNothing = {
  branch: null,
  attainment_above_bp: null,
  partnership_months: null,
  education_contacts: null,
};

/** Whom the programme thanks, to start with: praise is for above 100% (domain.md); the others are examples to adapt. */
export const awardRules: AwardRuleDefinition[] = [
  {
    ...asksNothing,
    name: 'Kader berprestasi',
    active: true,
    months: 1,
    attainment_above_bp: 10_000,
    again_after_months: 1,
    certificate_words: 'atas capaian penerimaan iuran binaan yang melampaui target bulan ini',
    note: null,
  },
  {
    ...asksNothing,
    name: 'Kader setia',
    active: false,
    months: 12,
    partnership_months: 36,
    again_after_months: null,
    certificate_words: 'atas kesetiaan bermitra dan mendampingi keluarga binaan',
    note: example,
  },
  {
    ...asksNothing,
    name: 'Penggiat edukasi JKN',
    active: false,
    months: 1,
    education_contacts: 150,
    again_after_months: 12,
    certificate_words: 'atas ketekunan memberi edukasi JKN kepada keluarga',
    note: example,
  },
];
