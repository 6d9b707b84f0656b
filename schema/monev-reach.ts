import { choice, defineCollection, m2o, month, number } from './define.ts';

const fixed = { readonly: true, required: true } as const;

/**
 * Families reached in a closed month, by the month in which the same people reached them before: families over any span of
 * months are then a sum, and no family counts twice.
 */
export const monevReach = defineCollection('monev_reach', {
  label: ['Keluarga terjangkau', 'Families reached'],
  note: [
    'Keluarga yang dihubungi atau membayar dalam satu bulan tertutup, untuk panel monev.',
    'Families contacted or paying in a closed month, for the monev panels.',
  ],
  icon: 'functions',
  folder: 'jkn_monev',
  sort: 91,
  template: '{{branch.name}} · {{month}} · {{stage}}',
  accountability: 'activity',
  hidden: true,
  fields: [
    m2o('branch', ['Kantor cabang', 'Branch'], 'branch', { ...fixed, template: '{{name}}' }),
    month('month', ['Bulan', 'Month'], fixed),
    choice(
      'stage',
      ['Tahap', 'Stage'],
      [
        { value: 'contacted', label: ['Dihubungi', 'Contacted'] },
        { value: 'visited', label: ['Dikunjungi', 'Visited'] },
        { value: 'promised', label: ['Berjanji', 'Promised'] },
        { value: 'paid', label: ['Membayar', 'Paid'] },
      ],
      fixed,
    ),
    choice(
      'part',
      ['Oleh siapa', 'By whom'],
      [
        { value: 'whole', label: ['Seluruh cabang', 'The whole branch'] },
        { value: 'kader', label: ['Seorang kader', 'A kader'] },
        { value: 'area', label: ['Kader satu wilayah', 'The kader of an area'] },
        { value: 'nobody', label: ['Tanpa kader', 'No kader'] },
      ],
      fixed,
    ),
    m2o('kader', ['Kader', 'Kader'], 'kader', { readonly: true, template: '{{name}} · {{code}}' }),
    m2o('area', ['Wilayah', 'Area'], 'area', { readonly: true, template: '{{name}}' }),
    month('previous', ['Terakhir sebelumnya', 'Last before'], { readonly: true }),
    number('families', ['Keluarga', 'Families'], { ...fixed, min: 1 }),
  ],
  indexes: { part: 'branch, stage, part, month' },
  checks: {
    part: "(part = 'kader') = (kader is not null) and (part = 'area') = (area is not null)",
    previous: 'previous < month',
  },
});
