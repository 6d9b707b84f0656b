import { choice, colour, date, defineCollection, m2o, number, remark, rupiah, section, text } from './define.ts';

/** Arrears of a branch or an area on a day: published figures and month-ends. */
export const arrearsSnapshot = defineCollection('arrears_snapshot', {
  label: ['Potret tunggakan', 'Arrears snapshots'],
  note: [
    'Keluarga dan rupiah yang menunggak di cabang atau wilayah pada suatu tanggal, dengan sumbernya.',
    'Families and rupiah in arrears in a branch or area on a day, with the source.',
  ],
  icon: 'photo_camera_back',
  folder: 'jkn_organisasi',
  sort: 8,
  template: '{{branch.name}} · {{as_of}} · {{amount}}',
  fields: [
    m2o('branch', ['Kantor cabang', 'Branch'], 'branch', { required: true, template: '{{name}}' }),
    m2o('area', ['Wilayah', 'Area'], 'area', {
      template: '{{name}} · {{parent.name}}',
      note: ['Kosong: seluruh cabang.', 'Empty: the whole branch.'],
    }),
    date('as_of', ['Keadaan tanggal', 'As of'], { required: true }),
    text('source', ['Sumber', 'Source'], {
      required: true,
      placeholder: ['Berita, laporan, atau berkas', 'News item, report or file'],
    }),
    choice(
      'kind',
      ['Jenis', 'Kind'],
      [
        { value: 'published', label: ['Angka terbit', 'Published'], color: colour.blue },
        { value: 'month_end', label: ['Akhir bulan', 'Month-end'], color: colour.grey },
      ],
      {
        required: true,
        default: 'published',
        readonly: true,
        note: [
          'Akhir bulan dibuat setelah bulan ditutup dan tidak diubah.',
          'Month-ends are made once the month is closed, and never changed.',
        ],
      },
    ),
    rupiah('amount', ['Tunggakan', 'Arrears'], { required: true, big: true, min: 0 }),
    number('families', ['Keluarga', 'Families'], { min: 0 }),
    section('band', ['Rentang bulan menunggak', 'Band of months owed'], { icon: 'straighten', closed: true }, [
      number('band_from', ['Dari (bulan)', 'From (months)'], {
        min: 0,
        note: ['Keduanya kosong: semua tunggakan.', 'Both empty: all arrears.'],
      }),
      number('band_to', ['Sampai (bulan)', 'To (months)'], { min: 0 }),
    ]),
    remark(),
  ],
  uniques: {
    month_end: "(branch, as_of, coalesce(area, 0), coalesce(band_from, 0)) where kind = 'month_end'",
  },
  indexes: { branch: 'branch, as_of', area: '(area) where area is not null' },
  checks: { band_to: 'band_from <= band_to', families: "kind <> 'month_end' or families is not null" },
});
