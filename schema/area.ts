import { choice, colour, defineCollection, m2o, o2m, section, text } from './define.ts';

/** A node of provinsi > kabupaten/kota > kecamatan > desa/kelurahan, with its official code. */
export const area = defineCollection('area', {
  label: ['Wilayah', 'Areas'],
  note: [
    'Provinsi, kabupaten/kota, kecamatan, dan desa/kelurahan dengan kode resmi.',
    'Provinces, regencies, districts and villages with their official codes.',
  ],
  icon: 'map',
  folder: 'jkn_organisasi',
  sort: 2,
  template: '{{name}}',
  fields: [
    text('code', ['Kode resmi', 'Official code'], {
      required: true,
      unique: true,
      length: 13,
      font: 'monospace',
      placeholder: ['33.72.01.1001', '33.72.01.1001'],
      pattern: '^\\d{2}(\\.\\d{2}(\\.\\d{2}(\\.\\d{4}){0,1}){0,1}){0,1}$',
      message: [
        'Tulis kode resmi dengan titik, misalnya 33.72.01.1001.',
        'Write the official code with dots, for example 33.72.01.1001.',
      ],
    }),
    text('name', ['Nama', 'Name'], { required: true }),
    choice(
      'level',
      ['Tingkat', 'Level'],
      [
        { value: 'province', label: ['Provinsi', 'Province'], color: colour.grey },
        { value: 'regency', label: ['Kabupaten/kota', 'Regency'], color: colour.teal },
        { value: 'district', label: ['Kecamatan', 'District'], color: colour.blue },
        { value: 'village', label: ['Desa/kelurahan', 'Village'], color: colour.pale },
      ],
      { required: true },
    ),
    m2o('parent', ['Termasuk dalam', 'Part of'], 'area', {
      template: '{{name}}',
      filter: { level: { _neq: 'village' } },
      listedAs: 'parts',
    }),
    m2o('branch', ['Dilayani cabang', 'Served by branch'], 'branch', {
      template: '{{name}}',
      shownWhen: { level: { _eq: 'regency' } },
      note: ['Hanya untuk kabupaten/kota; bagian di bawahnya mengikuti.', 'For regencies only; their parts follow.'],
    }),
    section(
      'contents',
      ['Wilayah di dalamnya', 'Areas within'],
      { icon: 'subdirectory_arrow_right', shownWhen: { level: { _neq: 'village' } } },
      [
        o2m('parts', ['Bagian', 'Parts'], {
          columns: ['code', 'name', 'level'],
          sort: 'code',
          search: true,
          limit: 25,
        }),
      ],
    ),
  ],
  indexes: { parent: 'parent', branch: '(branch) where branch is not null', name: '(lower(name))' },
  checks: { branch: "branch is null or level = 'regency'" },
});
