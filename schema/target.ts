import { choice, colour, defineCollection, m2o, month, remark, targetValue } from './define.ts';

/** What a branch, an area or a kader is to reach over a span of months. */
export const target = defineCollection('target', {
  label: ['Target', 'Targets'],
  note: [
    'Yang hendak dicapai cabang, wilayah, atau kader dalam suatu rentang bulan.',
    'What a branch, area or kader is to reach over a span of months.',
  ],
  icon: 'flag',
  folder: 'jkn_organisasi',
  sort: 7,
  template: '{{measure}} · {{month_from}} – {{month_to}}',
  fields: [
    choice(
      'measure',
      ['Ukuran', 'Measure'],
      [
        { value: 'collection', label: ['Penerimaan iuran', 'Collection'], color: colour.blue },
        { value: 'families_visited', label: ['Keluarga dikunjungi', 'Families visited'], color: colour.teal },
        { value: 'contacts_per_day', label: ['Kontak per hari', 'Contacts a day'], color: colour.teal },
        { value: 'enrolments', label: ['Peserta baru', 'Enrolments'], color: colour.teal },
        { value: 'kader', label: ['Jumlah kader', 'Kader'], color: colour.grey },
        { value: 'arrears_share', label: ['Bagian tunggakan tertagih', 'Share of arrears'], color: colour.pale },
      ],
      { required: true },
    ),
    targetValue('value', ['Nilai', 'Value'], {
      required: true,
      note: ['Rupiah, persen, atau jumlah: menurut ukurannya.', 'Rupiah, percent or a count: as the measure says.'],
    }),
    m2o('branch', ['Kantor cabang', 'Branch'], 'branch', { required: true, template: '{{name}}', width: 'full' }),
    m2o('area', ['Wilayah', 'Area'], 'area', {
      template: '{{name}} · {{parent.name}}',
      note: ['Kosong: seluruh cabang.', 'Empty: the whole branch.'],
    }),
    m2o('kader', ['Kader', 'Kader'], 'kader', {
      template: '{{name}} · {{code}}',
      note: [
        'Target seorang kader mendahului target setiap kader.',
        "A kader's own target goes before that of every kader.",
      ],
    }),
    choice(
      'scope',
      ['Berlaku untuk', 'Applies to'],
      [
        { value: 'whole', label: ['Keseluruhan yang disebut di atas', 'The whole named above'], color: colour.blue },
        { value: 'each_kader', label: ['Setiap kader di sana', 'Every kader there'], color: colour.teal },
      ],
      { required: true, default: 'whole' },
    ),
    choice(
      'per',
      ['Untuk setiap', 'Due'],
      [
        { value: 'month', label: ['Bulan', 'Every month'] },
        { value: 'span', label: ['Rentang (sekali)', 'Once over the span'] },
        { value: 'day', label: ['Hari', 'Every day'] },
      ],
      { required: true, default: 'month' },
    ),
    month('month_from', ['Dari bulan', 'From month'], { required: true }),
    month('month_to', ['Sampai bulan', 'To month'], { required: true }),
    choice(
      'adds_up',
      ['Cara menjumlah', 'Adds up as'],
      [
        { value: 'sum', label: ['Dijumlahkan', 'Sum'] },
        { value: 'distinct', label: ['Keluarga berbeda', 'Distinct families'] },
        { value: 'level', label: ['Keadaan di akhir rentang', 'Level at the end'] },
      ],
      {
        required: true,
        default: 'sum',
        width: 'full',
        note: [
          'Rupiah dijumlahkan; kunjungan dihitung keluarga berbeda; jumlah kader adalah keadaan terakhir.',
          'Rupiah is summed; visits count distinct families; kader are a level.',
        ],
      },
    ),
    remark(['Sumber dan catatan', 'Source and note']),
  ],
  indexes: {
    branch: 'branch, measure, month_from',
    kader: '(kader) where kader is not null',
    area: '(area) where area is not null',
  },
  checks: { month_to: 'month_from <= month_to' },
});
