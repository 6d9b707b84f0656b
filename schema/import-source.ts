import { choice, defineCollection, kept, m2o, remark, saved, text } from './define.ts';

/** Where lists of families come from: the columns of its files are mapped once and remembered. */
export const importSource = defineCollection('import_source', {
  label: ['Sumber daftar', 'Sources of lists'],
  note: [
    'Asal daftar keluarga, dengan kolom-kolomnya yang sudah dipetakan. Dibuat dari formulir impor.',
    'Where lists of families come from, with their columns mapped. Made in the form of an import.',
  ],
  icon: 'source',
  folder: 'jkn_impor',
  sort: 2,
  template: '{{name}}',
  fields: [
    text('name', ['Nama', 'Name'], { required: true }),
    m2o('branch', ['Kantor cabang', 'Branch'], 'branch', {
      template: '{{name}}',
      readonlyWhen: saved,
      note: ['Kosong: untuk semua cabang.', 'Empty: of all branches.'],
    }),
    choice('kind', ['Isi daftar', 'What it lists'], [{ value: 'families', label: ['Keluarga', 'Families'] }], {
      filledByTrigger: true,
      default: 'families',
      hidden: true,
    }),
    kept('options', ['Bentuk berkas', 'Form of the file']),
    kept('mapping', ['Pemetaan kolom', 'Mapping of columns']),
    kept('defaults', ['Isi bila kosong', 'Where empty']),
    remark(),
  ],
  indexes: { branch: '(branch) where branch is not null' },
});
