import { choice, defineCollection, kept, m2o } from './define.ts';

const byServer = { readonly: true } as const;

/** What a list changed of a family that was there before it, so that it can be undone. For administrators; forgotten after 90 days. */
export const importChange = defineCollection('import_change', {
  label: ['Perubahan impor', 'Changes by imports'],
  note: [
    'Keadaan keluarga sebelum dan sesudah satu daftar, untuk membatalkannya.',
    'A family before and after a list, for undoing it.',
  ],
  icon: 'difference',
  folder: 'jkn_impor',
  sort: 4,
  template: '{{binaan.head_name}} · {{kind}}',
  accountability: 'activity',
  hidden: true,
  fields: [
    m2o('batch', ['Impor', 'Import'], 'import_batch', {
      ...byServer,
      required: true,
      template: '{{branch.name}} · {{as_of}}',
    }),
    m2o('binaan', ['Keluarga', 'Family'], 'binaan', { ...byServer, required: true, template: '{{head_name}}' }),
    choice(
      'kind',
      ['Perubahan', 'Change'],
      [
        { value: 'changed', label: ['Diperbarui', 'Updated'] },
        { value: 'off_list', label: ['Tidak di daftar lagi', 'Off the list'] },
      ],
      { ...byServer, required: true },
    ),
    kept('before', ['Sebelumnya', 'Before'], { filledByTrigger: true }),
    kept('after', ['Sesudahnya', 'After'], { filledByTrigger: true }),
  ],
  uniques: { family: 'batch, binaan' },
  indexes: { binaan: 'binaan' },
});
